"""``poster``: the poster of one debate, ready to be printed."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.desk import child
from plugins.desk.asking import reported
from plugins.desk.parsing import Arguments, Command, Parser

if TYPE_CHECKING:
    from plugins.newsroom.kinds.debate import Debate


def add_options(parser: Parser) -> None:
    """Declare the debate and the file."""
    parser.add_argument(
        "id",
        metavar="ID",
        help="nazwa pliku debaty, jej adres na stronie albo część tytułu",
    )
    parser.add_argument(
        "--do",
        type=Path,
        metavar="PLIK",
        help="gdzie zapisać (bez tej opcji: plakat-ID.pdf w bieżącym folderze)",
    )


def run(arguments: Arguments) -> int:
    """Build the preview, copy the poster out of it, say where it is."""
    return reported(lambda: _run(arguments))


def _run(arguments: Arguments) -> int:
    from plugins.desk import finding, looking
    from plugins.desk.preview.rebuild import rebuild
    from plugins.newsroom.kinds.debate import Debate

    entries = looking.look(child.ROOT, looking.now()).holdings.entries
    debates = [entry.record for entry in entries if isinstance(entry.record, Debate)]
    debate = finding.asked(debates, arguments.id)
    print("Buduję podgląd…", file=sys.stderr)
    if rebuild():
        return 1
    target = arguments.do or Path(f"plakat-{debate.id}.pdf")
    return copied(child.ROOT / child.PREVIEW, debate, target)


def copied(site: Path, debate: Debate, target: Path) -> int:
    """The debate's poster out of a built site; the exit code."""
    from plugins.newsroom import addresses

    poster = site / addresses.file(addresses.poster(debate))
    if not poster.is_file():
        told = "plakat mają debaty tej jednostki, które dopiero się odbędą i są na listach"
        print(f"Ta debata nie ma plakatu: {debate.path} – {told}.", file=sys.stderr)
        return 1
    try:
        shutil.copyfile(poster, target)
    except OSError as error:
        print(f"Nie udało się zapisać {target}: {error}", file=sys.stderr)
        return 1
    print(f"Gotowe: {target}")
    return 0


COMMAND = Command(
    name="poster",
    summary="zapisz plakat debaty: jedną kartkę A4 do druku, z kodem QR",
    examples=("poster okolice-dworca-wieczorem", "poster okolice-dworca --do na-klatke.pdf"),
    add_options=add_options,
    run=run,
)
