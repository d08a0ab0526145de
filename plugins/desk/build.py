"""``build``: the site in ``output/``."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from plugins.desk import child
from plugins.desk.parsing import Arguments, Command, Parser


def add_options(parser: Parser) -> None:
    """Declare where to and for which day."""
    add_output(parser)
    parser.add_argument(
        "--data",
        type=moment,
        metavar="DZIEŃ",
        help="zbuduj stronę taką, jaka będzie tego dnia, np. 2026-03-01 (bez tej opcji: dziś)",
    )


def add_output(parser: Parser) -> None:
    """Declare where to."""
    parser.add_argument(
        "--output",
        type=output_folder,
        metavar="FOLDER",
        help="folder na gotową stronę (bez tej opcji: output)",
    )


def run(arguments: Arguments) -> int:
    """Publish, for the day that was asked for."""
    day = {} if arguments.data is None else {"BUILD_DATE": arguments.data}
    return publish(arguments.output, {**os.environ, **day})


def publish(output: Path | None, environment: Mapping[str, str], version: str = "") -> int:
    """One run into ``output``, which tells its problems itself; gives its exit code.

    ``version`` names the sources that it reads, for ``due``.
    """
    settings = {"SOURCE_VERSION": version} if version else None
    return child.run(child.command(output, settings), environment)


def _with_dots(text: str) -> date:
    """``1.03.2026``; the launcher reads options before any library is installed."""
    return datetime.strptime(text, "%d.%m.%Y").date()  # noqa: DTZ007 - a day has no zone


def moment(text: str) -> str:
    """A date, or a date with an hour, in its one written form.

    >>> moment("1.03.2026")
    '2026-03-01'
    >>> moment("2026-03-01"), moment("2026-03-01 08:00")
    ('2026-03-01', '2026-03-01T08:00:00')
    """
    for read in (date.fromisoformat, datetime.fromisoformat, _with_dots):
        try:
            return read(text).isoformat()
        except ValueError:
            continue
    raise argparse.ArgumentTypeError(f"„{text}” to nie data – wpisz ją tak: 2026-03-01")


def output_folder(text: str) -> Path:
    """A folder that publishing may fill and prune, as seen from where the user stands."""
    from plugins.press.site import folder_of  # help needs none of press
    from plugins.problems import Problems

    try:
        return folder_of(Path(text).resolve(), child.ROOT)
    except Problems as error:
        raise argparse.ArgumentTypeError(error.problems[0].message) from None


COMMAND = Command(
    name="build",
    summary="zbuduj stronę w folderze output/",
    examples=("build", "build --data 2026-03-01", "build --output /var/www/debaty"),
    add_options=add_options,
    run=run,
)
