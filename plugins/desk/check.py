"""``check``: everything that is wrong in ``content/``, without building anything."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.desk import child
from plugins.desk.parsing import Arguments, Command, Parser, unknown

if TYPE_CHECKING:
    from plugins.desk.looking import Look
    from plugins.desk.reporting import Findings

CONTENT = "content"
SHAPES = ("text", "json", "github", "sarif")


def add_options(parser: Parser) -> None:
    """Declare which files, how strictly and for whom."""
    parser.add_argument(
        "files",
        nargs="*",
        type=below_content,
        metavar="PLIK",
        help="plik albo folder z treścią (bez niego: wszystko)",
    )
    parser.add_argument(
        "--format",
        type=_shape,
        default="text",
        metavar="POSTAĆ",
        help="dla kogo: text (człowiek), json (program), github, sarif",
    )
    parser.add_argument(
        "--strict",
        "--surowo",
        action="store_true",
        help="zakończ kodem 1 także wtedy, gdy są same ostrzeżenia",
    )


def _shape(word: str) -> str:
    if word not in SHAPES:
        raise argparse.ArgumentTypeError(f"{unknown(word, SHAPES)} Możliwe: {', '.join(SHAPES)}")
    return word


def run(arguments: Arguments) -> int:
    """Tell all that is wrong; 1 if there is an error (with ``--strict``: anything), else 0."""
    from plugins.problems import Problems  # help needs none of these

    try:
        found = _found().of(arguments.files)
    except Problems as problems:
        print(problems, file=sys.stderr)
        return 1
    print(_told(found, arguments.format))
    return 1 if found.errors or (arguments.strict and found.warnings) else 0


def _found() -> Findings:
    """What the last check found, if it still stands; else everything is looked at again."""
    from plugins.desk import clock, verdict

    now, stamp = clock.now(), verdict.stamp_of(child.ROOT)
    found = verdict.recalled(child.ROOT, stamp, now)
    if found is None:
        from plugins.desk.looking import look  # slow to load

        seen = look(child.ROOT, now)
        found = findings(seen)
        verdict.remember(child.ROOT, stamp, seen, found)
    return found


def below_content(name: str) -> str:
    """A file or folder as the user sees it → its path from the project's folder."""
    path, root = Path(name).resolve(), child.ROOT
    if not path.exists():
        raise argparse.ArgumentTypeError(f"nie ma pliku „{name}”")
    if not path.is_relative_to(root / CONTENT):
        raise argparse.ArgumentTypeError(f"„{name}” nie leży w folderze {CONTENT}/")
    return path.relative_to(root).as_posix()


def findings(seen: Look) -> Findings:
    """What was seen, with what git knows."""
    from plugins.desk.committed import compared
    from plugins.desk.reporting import Findings

    since = compared(child.ROOT, seen.holdings)
    errors = tuple(sorted((*seen.errors, *since.errors)))
    warnings = tuple(sorted((*seen.warnings, *since.warnings)))
    return Findings(errors, warnings, tuple(file.path for file in seen.holdings.files))


def _told(found: Findings, shape: str) -> str:
    from plugins.desk import reporting

    if shape == "text":
        return reporting.text(found, color=sys.stdout.isatty() and "NO_COLOR" not in os.environ)
    return reporting.FORMATS[shape](found)


COMMAND = Command(
    name="check",
    summary="sprawdź treść: wszystkie błędy i ostrzeżenia",
    examples=(
        "check",
        "check content/debaty/2026/dworzec.md",
        "check content/debaty --strict",
        "check --format json",
    ),
    add_options=add_options,
    run=run,
)
