"""``build``: the site in ``output/``."""

from __future__ import annotations

import argparse
import os
from datetime import date, datetime
from pathlib import Path

from plugins.desk import child
from plugins.desk.parsing import Arguments, Command, Parser

# Publishing removes what it did not make: never there.
SOURCES = ("content", "theme", "plugins", "tests", "bench", "docs", ".ci", ".git", ".venv")


def add_options(parser: Parser) -> None:
    """Declare where to and for which day."""
    parser.add_argument(
        "--output",
        type=output_folder,
        metavar="FOLDER",
        help="folder na gotową stronę (bez tej opcji: output)",
    )
    parser.add_argument(
        "--data",
        type=moment,
        metavar="DZIEŃ",
        help="zbuduj stronę taką, jaka będzie tego dnia, np. 2026-03-01 (bez tej opcji: dziś)",
    )


def run(arguments: Arguments) -> int:
    """Publish; the problems of the content are told by the run itself."""
    environment = dict(os.environ)
    if arguments.data is not None:
        environment["BUILD_DATE"] = arguments.data
    return child.run(child.command(output=arguments.output), environment)


def moment(text: str) -> str:
    """A date, or a date with an hour, in its one written form.

    >>> moment("2026-03-01"), moment("2026-03-01 08:00")
    ('2026-03-01', '2026-03-01T08:00:00')
    """
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            return read(text).isoformat()
        except ValueError:
            continue
    raise argparse.ArgumentTypeError(f"„{text}” to nie data – wpisz ją tak: 2026-03-01")


def output_folder(text: str) -> Path:
    """A folder that publishing may fill and prune, as seen from where the user stands."""
    folder = Path(text).resolve()
    inside = folder.relative_to(child.ROOT).parts if folder.is_relative_to(child.ROOT) else None
    if folder in (child.ROOT, *child.ROOT.parents) or (inside and inside[0] in SOURCES):
        raise argparse.ArgumentTypeError(
            f"„{text}” zawiera pliki źródłowe strony – podaj osobny folder, np. output"
        )
    return folder


COMMAND = Command(
    name="build",
    summary="zbuduj stronę w folderze output/",
    examples=("build", "build --data 2026-03-01", "build --output /var/www/debaty"),
    add_options=add_options,
    run=run,
)
