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
    from plugins.desk.looking import look, now  # help needs none of these
    from plugins.problems import Problems

    try:
        seen = look(child.ROOT, now())
    except Problems as problems:
        print(problems, file=sys.stderr)
        return 1
    found = findings(seen, arguments.files)
    print(_told(found, arguments.format))
    return 1 if found.errors or (arguments.strict and found.warnings) else 0


def below_content(name: str) -> str:
    """A file or folder as the user sees it → its path from the project's folder."""
    path, root = Path(name).resolve(), child.ROOT
    if not path.exists():
        raise argparse.ArgumentTypeError(f"nie ma pliku „{name}”")
    if not path.is_relative_to(root / CONTENT):
        raise argparse.ArgumentTypeError(f"„{name}” nie leży w folderze {CONTENT}/")
    return path.relative_to(root).as_posix()


def findings(seen: Look, wanted: list[str]) -> Findings:
    """What was seen, with what git knows; only of the ``wanted`` files and folders, if any."""
    from plugins.desk.committed import compared
    from plugins.desk.reporting import Findings

    since = compared(child.ROOT, seen.holdings)
    errors = tuple(one for one in (*seen.errors, *since.errors) if _is_wanted(one.path, wanted))
    warnings = tuple(
        one for one in (*seen.warnings, *since.warnings) if _is_wanted(one.path, wanted)
    )
    read = [file for file in seen.holdings.files if _is_wanted(file.path, wanted)]
    return Findings(tuple(sorted(errors)), tuple(sorted(warnings)), len(read))


def _is_wanted(path: str, wanted: list[str]) -> bool:
    return not wanted or any(path == one or path.startswith(f"{one}/") for one in wanted)


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
