"""``publish``: the built site where residents read it, whole or not at all."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.desk import build, child
from plugins.desk.asking import SLIP, Halt, reported
from plugins.desk.parsing import Arguments, Command, Parser

if TYPE_CHECKING:
    from plugins.desk.deploy.targets import Target


def add_options(parser: Parser) -> None:
    """Declare where to, how, and what may be lifted."""
    add_target(parser)
    parser.add_argument(
        "--na-próbę",
        "--dry-run",
        dest="is_trial",
        action="store_true",
        help="tylko powiedz, co się zmieni",
    )
    parser.add_argument(
        "--gotowe",
        dest="is_built",
        action="store_true",
        help="opublikuj stronę, która stoi w output/, bez budowania",
    )
    parser.add_argument(
        "--pierwszy-raz",
        dest="is_first",
        action="store_true",
        help="strona nie była jeszcze publikowana, więc nie ma czego pamiętać",
    )
    for option, dest, about in _LIFTED:
        parser.add_argument(option, dest=dest, type=_reason, metavar="POWÓD", help=about)


_LIFTED = (
    ("--mimo-błędów", "errors", "opublikuj mimo błędów, które znalazło sprawdzenie treści"),
    ("--mimo-ubytku", "loss", "opublikuj, choć znika ponad jedna piąta stron"),
    ("--mimo-martwych", "dead", "opublikuj, choć opublikowane adresy przestaną działać"),
)
"""Option, its name in the arguments, help; as :mod:`plugins.desk.deploy.doubts` words them."""


def add_target(parser: Parser) -> None:
    """Declare where to."""
    parser.add_argument(
        "--do",
        "--to",
        dest="target",
        default="",
        metavar="CEL",
        help="nazwa celu z publishconf.py albo adres, np. folder:/srv/debaty "
        "(bez tej opcji: jedyny cel)",
    )


def _reason(text: str) -> str:
    if len(text.split()) < 2:
        raise argparse.ArgumentTypeError(
            "napisz w kilku słowach, dlaczego – powód zostaje w spisie"
        )
    return text


def run(arguments: Arguments) -> int:
    """Build, look, tell, publish."""
    return reported(lambda: _run(arguments))


def _run(arguments: Arguments) -> int:
    from plugins.desk import clock
    from plugins.desk.deploy.publishing import Wishes, publish
    from plugins.problems import Problems

    target = target_of(arguments)
    # A quick build may keep old texts of edited pages in the search index; residents never see it.
    environment = {**os.environ, "WHOLE_INDEX": "1"}
    if not arguments.is_built and (code := build.publish(None, environment)):
        raise Halt("Strona się nie zbudowała, więc nic nie opublikowano.", code)
    reasons = {option: getattr(arguments, dest) or "" for option, dest, _ in _LIFTED}
    try:
        wishes = Wishes(reasons, arguments.is_trial, arguments.is_first, clock.now())
        return publish(child.ROOT, target, wishes, datetime.now(UTC))
    except Problems as problems:
        print(problems, file=sys.stderr)
        return 1


def target_of(arguments: Arguments) -> Target:
    """The target that is meant; halts if there is none."""
    from plugins.desk.deploy import targets
    from plugins.problems import Problems

    try:
        return targets.chosen(arguments.target, targets.configured(child.ROOT), Path.cwd())
    except (ValueError, Problems) as error:
        raise Halt(str(error), SLIP) from None


COMMAND = Command(
    name="publish",
    summary="opublikuj stronę: na serwerze albo dla GitHub i GitLab Pages",
    examples=(
        "publish --do serwer --na-próbę",
        "publish --do serwer",
        "publish --do folder:/srv/debaty",
        'publish --do serwer --mimo-ubytku "nowa kadencja, stare lata są w BIP"',
    ),
    add_options=add_options,
    run=run,
)
