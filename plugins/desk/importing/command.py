"""``import``: texts of an old site become drafts."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.desk import child
from plugins.desk.asking import REFUSED, SLIP, Halt, desk, reported
from plugins.desk.importing.telling import Found
from plugins.desk.parsing import Arguments, Command, Parser
from plugins.desk.progress import bar

if TYPE_CHECKING:
    from plugins.desk.importing.drafting import Draft
    from plugins.desk.importing.filing import Filed
    from plugins.desk.importing.heading import Wishes

QUIET = 2.0  # seconds after which a bar is drawn


def add_options(parser: Parser) -> None:
    """Declare what is read, and what is said of all of it."""
    parser.add_argument(
        "pliki",
        nargs="+",
        type=Path,
        metavar="PLIK",
        help="DOCX, HTML, RSS, Atom, eksport WordPressa, Markdown albo folder z nimi",
    )
    parser.add_argument(
        "--rodzaj", default="", metavar="RODZAJ", help="np. aktualność; bez niego zgaduję"
    )
    parser.add_argument(
        "--do", default="", metavar="FOLDER", help="gdzie zapisać, np. aktualnosci/2019"
    )
    parser.add_argument(
        "--wydawca", default="", metavar="PODMIOT", help="podmiot, jeśli to nie nasza jednostka"
    )
    parser.add_argument(
        "--debata", default="", metavar="DEBATA", help="debata, której dotyczy sprawozdanie"
    )
    parser.add_argument(
        "--gotowe",
        action="store_true",
        help="teksty z datą i bez uwag zapisz jako opublikowane, nie jako szkice",
    )
    parser.add_argument(
        "--na-próbę",
        "--na-probe",
        dest="dry",
        action="store_true",
        help="tylko pokaż, co powstanie",
    )
    parser.add_argument("--tak", action="store_true", help="zapisz bez pytania")


def run(arguments: Arguments) -> int:
    """Read everything, show what it becomes, write it; 1 if a file could not be read."""
    return reported(lambda: _run(arguments))


def _run(arguments: Arguments) -> int:
    from plugins.desk.importing import filing

    wishes = _wishes(arguments)
    if not (arguments.dry or arguments.tak or desk().is_terminal):
        raise Halt("nikt nie może odpowiedzieć na pytanie – dodaj --tak albo --na-próbę", SLIP)
    cabinet = filing.Cabinet.opened(child.ROOT)
    found = Found()
    for draft in _drafts(arguments.pliki, wishes, found):
        held = cabinet.holder(draft)
        if held:
            found.known.append((draft.source, held))
        else:
            found.take(draft, cabinet.filed(draft))
    if arguments.tak and not arguments.dry:  # before a word is said: no reader may stop it
        _write(found.filed)
    found.tell()
    if found.filed and not arguments.dry:
        words = f"Zapisać pliki ({sum(len(one.files) for one in found.filed)})?"
        print(_ended(arguments.tak or _wanted(words, found.filed)))
    return REFUSED if found.refused else 0


def _wanted(words: str, filed: list[Filed]) -> bool:
    """Ask, and write if the answer is yes."""
    answer = desk().confirm(words, option="--tak", given=False)
    if answer:
        _write(filed)
    return answer


def _ended(written: bool) -> str:
    if not written:
        return "Nic nie zapisano."
    return "Zapisano. Obejrzyj szkice: ./debaty serve, sprawdź je: ./debaty check"


def _wishes(arguments: Arguments) -> Wishes:
    from plugins.desk.importing.heading import FOLDERS, Wishes
    from plugins.newsroom.spelling import fold

    kind = FOLDERS.get(fold(arguments.rodzaj), arguments.rodzaj)
    known = ("aktualnosci", "debaty", "sprawozdania", "programy", "strony")
    folder = _folder(arguments.do)
    kind = kind or folder.split("/")[0] or ("sprawozdania" if arguments.debata else "")
    if kind and kind not in known:
        raise Halt(f"--rodzaj: nie ma „{kind}” – możliwe: {', '.join(known)}", SLIP)
    if folder and folder.split("/")[0] != kind:
        raise Halt(f"--do: folder „{folder}” nie jest dla rodzaju „{kind}”", SLIP)
    if arguments.debata and kind != "sprawozdania":
        raise Halt("--debata: ta opcja jest tylko przy --rodzaj sprawozdanie", SLIP)
    _known("--wydawca", arguments.wydawca, "podmioty")
    _known("--debata", arguments.debata, "debaty")
    name, host = _ourselves()
    return Wishes(
        today=_today(),
        kind=kind,
        folder=folder,
        publisher=arguments.wydawca,
        debate=arguments.debata,
        host=host,
        ready=arguments.gotowe,
        bodies=frozenset(path.stem for path in (child.ROOT / "content/podmioty").rglob("*.md")),
        ourselves=name,
    )


def _known(option: str, value: str, folder: str) -> None:
    """Halt unless a record is there."""
    places = (child.ROOT / "content" / folder).rglob(f"{_stem(option, value)}.md") if value else ()
    if value and not any(places):
        raise Halt(f"{option}: nie ma „{value}” w content/{folder}/ – wpisz nazwę pliku", SLIP)


def _stem(option: str, value: str) -> str:
    from plugins.newsroom.fields import identifier

    try:
        return identifier(value)
    except ValueError as error:
        raise Halt(f"{option}: {error}", SLIP) from None


def _folder(said: str) -> str:
    """``aktualnosci/2019`` from any way to say it; raises Halt for one outside ``content/``."""
    parts = [part for part in said.replace("\\", "/").split("/") if part]
    parts = parts[1:] if parts[:1] == ["content"] else parts
    if any(not part.replace("-", "").replace("_", "").isalnum() for part in parts):
        raise Halt(f"--do: „{said}” nie jest folderem w content/ – np. aktualnosci/2019", SLIP)
    return "/".join(parts)


def _today() -> str:
    from plugins.desk import looking
    from plugins.problems import Problems

    try:
        return f"{looking.now():%Y-%m-%d}"
    except Problems as problems:
        raise Halt(str(problems)) from None


def _ourselves() -> tuple[str, str]:
    """Our unit's name and the host of its site, if the unit's file can be read."""
    from urllib.parse import urlsplit

    from plugins.desk.writing import splice
    from plugins.problems import Problems

    path = "content/jednostka.yml"
    try:
        said = splice.plain(path, (child.ROOT / path).read_bytes())
        name = said.get("nazwa", "")
        known = str(name.get("mianownik", "")) if isinstance(name, dict) else str(name)
        return known, urlsplit(str(said.get("adres strony", ""))).hostname or ""
    except (OSError, Problems, ValueError):
        return "", ""  # `check` tells what is wrong with it; an import can do without


def _drafts(paths: list[Path], wishes: Wishes, found: Found) -> Iterator[Draft]:
    """Every text of every file; a file that cannot be read does not stop the others."""
    from plugins.desk.importing import converting, drafting, opening, readers
    from plugins.problems import Problems

    files = list(opening.files(paths))
    for path in _followed(files):
        try:
            for text in readers.texts(path, opening.read(path)):
                yield drafting.drafted(text.source, converting.converted(text), wishes)
        except Problems as error:
            found.refused.extend(error.problems)


def _followed(files: list[Path]) -> Iterator[Path]:
    """The files, with a bar on a terminal when it takes long."""
    began, drawn = time.monotonic(), False
    for number, path in enumerate(files):
        if sys.stderr.isatty() and time.monotonic() - began > QUIET:
            drawn = True
            print(f"\r  {bar(number / len(files))}", end="", file=sys.stderr, flush=True)
        yield path
    if drawn:
        print("\r" + " " * 50 + "\r", end="", file=sys.stderr)


def _write(filed: Iterable[Filed]) -> None:
    from plugins.desk.importing import filing
    from plugins.desk.writing.files import Taken

    for one in filed:
        try:
            filing.write(child.ROOT, one.files)
        except Taken as taken:
            raise Halt(f"{taken}: ten plik już istnieje – usuń go albo zmień jego nazwę") from None
        except OSError as error:
            raise Halt(f"{one.path}: nie mogę zapisać ({error.strerror})") from None


COMMAND = Command(
    name="import",
    summary="wczytaj teksty starej strony: DOCX, HTML, RSS, Atom, WordPress, Markdown",
    examples=(
        "import stara-strona/",
        "import --na-próbę aktualnosci.docx",
        "import --rodzaj aktualność --wydawca urzad-miasta kanal.xml",
        "import --rodzaj sprawozdanie --debata bezpieczny-park notatka.docx --tak",
    ),
    add_options=add_options,
    run=run,
)
