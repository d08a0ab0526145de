"""``pdf``: a page as it will look, with a slip for the signature of who approves it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.desk import child
from plugins.desk.asking import reported
from plugins.desk.parsing import Arguments, Command, Parser

if TYPE_CHECKING:
    from plugins.desk.approval.sheet import Slip
    from plugins.desk.looking import Look
    from plugins.newsroom.kinds.common import Record


def add_options(parser: Parser) -> None:
    """Declare the record and the file."""
    parser.add_argument(
        "id",
        metavar="ID",
        help="nazwa pliku, jego ścieżka, adres strony albo część tytułu",
    )
    parser.add_argument(
        "--do",
        type=Path,
        metavar="PLIK",
        help="gdzie zapisać (bez tej opcji: nazwa rekordu z końcówką .pdf w bieżącym folderze)",
    )


def run(arguments: Arguments) -> int:
    """Build the preview, print the page, say where it is."""
    return reported(lambda: _run(arguments))


def _run(arguments: Arguments) -> int:
    from plugins.desk import finding, looking
    from plugins.desk.preview.rebuild import rebuild

    seen = looking.look(child.ROOT, looking.now())
    records = [entry.record for entry in seen.holdings.entries]
    record = finding.asked(records, arguments.id)
    print("Buduję podgląd…", file=sys.stderr)
    if rebuild():
        return 1
    return _print(seen, record, arguments.do or Path(f"{record.id}.pdf"))


def _print(seen: Look, record: Record, target: Path) -> int:
    from plugins.desk.approval.printing import NoBrowser, printed
    from plugins.desk.approval.sheet import signed
    from plugins.newsroom import addresses

    folder = child.ROOT / child.PREVIEW
    page = folder / addresses.file(addresses.of(record).partition("#")[0])
    if not page.is_file():
        print(f"Ten rekord nie ma strony: {record.path}", file=sys.stderr)
        return 1
    try:
        printed(folder, page, signed(page.read_text("utf-8"), _slip(seen, record)), target)
    except NoBrowser:
        print("Do wydruku potrzebna jest przeglądarka Chromium, Chrome albo Edge.", file=sys.stderr)
        print("Bez niej: uruchom „serve”, otwórz stronę i wydrukuj ją do PDF.", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Nie udało się zapisać {target}: {error}", file=sys.stderr)
        return 1
    print(f"Gotowe: {target}")
    return 0


def _slip(seen: Look, record: Record) -> Slip:
    from plugins.desk.approval.sheet import Slip
    from plugins.newsroom.parsing import digest_of

    unit = seen.holdings.unit
    commander = unit.commander if seen.holdings.is_own(record) else None
    name = f"{commander.rank} {commander.name}".strip() if commander else ""
    return Slip(
        path=record.path,
        version=digest_of((child.ROOT / record.path).read_bytes())[:12],
        printed=seen.holdings.now.date().isoformat(),
        approver=record.approved_by or name,
        warnings=tuple(p.message for p in seen.warnings if p.path == record.path),
    )


COMMAND = Command(
    name="pdf",
    summary="zapisz stronę rekordu jako PDF z miejscem na podpis osoby, która ją zatwierdza",
    examples=("pdf okolice-dworca-wieczorem", "pdf okolice-dworca --do dla-komendanta.pdf"),
    add_options=add_options,
    run=run,
)
