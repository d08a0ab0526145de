"""``due``: build only when time has changed the site; made to be run every half hour."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.desk import build, child
from plugins.desk.parsing import Arguments, Command, Parser

if TYPE_CHECKING:
    from plugins.press.span import Span

NOTHING_TO_DO = 3


def add_options(parser: Parser) -> None:
    """Declare where to, which version of the sources, and a code for „nothing”."""
    build.add_output(parser)
    parser.add_argument(
        "--wersja",
        default="",
        metavar="NAZWA",
        help="zbuduj także wtedy, gdy gotowa strona powstała z innej wersji plików, "
        "np. z innego commita",
    )
    parser.add_argument(
        "--kod",
        action="store_true",
        help=f"zakończ kodem {NOTHING_TO_DO}, gdy nie ma nic do zrobienia",
    )


def run(arguments: Arguments) -> int:
    """Build if there is a reason to, else say when there will be one."""
    from plugins.desk import clock, settings  # help needs none of these
    from plugins.press import span
    from plugins.press.site import name_of
    from plugins.problems import Problems

    try:
        now = clock.now()
        usual = child.ROOT / (settings.written(child.ROOT, "OUTPUT_PATH") or "output")
    except Problems as problems:
        print(problems, file=sys.stderr)
        return 1
    folder = arguments.output or usual
    noted = span.read(child.ROOT / ".debaty", name_of(folder, child.ROOT))
    if reason := reason_to_build(noted, now, folder, arguments.wersja):
        print(f"Buduję: {reason}.", flush=True)
        return build.publish(arguments.output, os.environ, arguments.wersja)
    assert noted is not None, "without it there is a reason"
    print(f"Nie ma nic do zrobienia. Następna zmiana: {told(noted)}.")
    return NOTHING_TO_DO if arguments.kod else 0


def reason_to_build(noted: Span | None, now: datetime, folder: Path, version: str = "") -> str:
    """Why a site must be built now, in Polish; empty if it is as a build would leave it."""
    if not (folder.is_dir() and any(folder.iterdir())):
        return f"w folderze {folder.name} nie ma gotowej strony"
    if noted is None:
        return "nie wiadomo, do kiedy gotowa strona jest aktualna"
    if version and version != noted.version:
        return "gotowa strona powstała z innej wersji plików"
    if now < noted.since:
        return "zegar się cofnął, a gotowa strona jest z późniejszej chwili"
    return f"nadeszła zmiana – {told(noted)}" if noted.until <= now else ""


def told(noted: Span) -> str:
    """When and why a site changes next: ``23.11.2026, godz. 00:00 (nowy dzień)``."""
    from plugins.newsroom.warsaw import WARSAW

    until = noted.until.astimezone(WARSAW)
    new_day = ["nowy dzień"] if (until.hour, until.minute) == (0, 0) else []
    appears = [f"ukaże się {', '.join(noted.awaited)}"] if noted.awaited else []
    return f"{until:%d.%m.%Y}, godz. {until:%H:%M} ({'; '.join(new_day + appears)})"


COMMAND = Command(
    name="due",
    summary="zbuduj stronę tylko wtedy, gdy minęła północ albo nadszedł czas wpisu",
    examples=("due", "due --kod", "due --kod --wersja 1f3a9c0", "due --output /var/www/debaty"),
    add_options=add_options,
    run=run,
)
