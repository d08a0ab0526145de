"""``fix``: mend spelling, typography and encoding in files of ``content/``."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.desk import child
from plugins.desk.asking import REFUSED, SLIP, Halt, desk, reported
from plugins.desk.parsing import Arguments, Command, Parser

if TYPE_CHECKING:
    from plugins.desk.asking import Question
    from plugins.problems import Problem

YES, NO, ALL, STOP = "t", "n", "w", "k"


def add_options(parser: Parser) -> None:
    """Declare which files, and whether to ask."""
    parser.add_argument(
        "pliki", nargs="*", type=Path, metavar="PLIK", help="plik albo folder; bez niego: wszystkie"
    )
    parser.add_argument("--tak", action="store_true", help="zapisz wszystkie zmiany bez pytania")
    parser.add_argument(
        "--na-próbę", "--na-probe", dest="dry", action="store_true", help="tylko pokaż zmiany"
    )


def run(arguments: Arguments) -> int:
    """Show each file's changes and write those that are wanted."""
    return reported(lambda: _run(arguments))


def _run(arguments: Arguments) -> int:
    from plugins.privacy.masks import hidden_path
    from plugins.problems import Problem

    asked, changed, written = desk(), 0, 0
    refused, faulty = list[Problem](), list[str]()
    if not (arguments.dry or arguments.tak or asked.is_terminal):
        raise Halt("nikt nie może odpowiedzieć na pytanie – dodaj --tak albo --na-próbę", SLIP)
    answer = ALL if arguments.tak else ""
    for path, data, better in _mended(arguments.pliki, refused, faulty):
        changed += 1
        print(*_difference(path, data, better), sep="\n")
        if not arguments.dry and answer != ALL:
            answer = asked.must(_question())
        if answer == STOP:
            break
        if answer in (YES, ALL) and not arguments.dry:
            _write(path, data, better)
            written += 1
    for problem in refused:
        print(problem, file=sys.stderr)
    for path in faulty:
        print(
            f"{hidden_path(path)}: ma błędy, więc poprawiam w nim tylko kodowanie – pokaże je check"
        )
    print(_summary(changed, written, arguments.dry))
    return REFUSED if refused else 0


def _mended(
    said: list[Path], refused: list[Problem], faulty: list[str]
) -> Iterator[tuple[str, bytes, bytes]]:
    """Each file that could be better: its path, its bytes, the better ones."""
    from plugins.desk.fixing import mending
    from plugins.problems import Problem, Problems

    for path in _paths(said):
        try:
            data = (child.ROOT / path).read_bytes()
            better = mending.mended(path, data, faulty)
        except OSError as error:
            refused.append(Problem(path, 0, "", f"nie mogę odczytać pliku ({error.strerror})"))
        except Problems as problems:
            refused.extend(problems.problems)
        else:
            if better != data:
                yield path, data, better


def _summary(changed: int, written: int, dry: bool) -> str:
    if not changed:
        return "Nie ma czego poprawiać."
    return f"Plików do poprawienia: {changed}." if dry else f"Poprawiono plików: {written}."


def _question() -> Question[str]:
    from plugins.desk.asking import Question

    return Question("--tak", "Zapisać? [t]ak, [n]ie, [w]szystkie, [k]oniec", _read, default=YES)


def _read(text: str) -> str:
    letter = text.strip().lower()[:1]
    if letter not in (YES, NO, ALL, STOP):
        raise ValueError("napisz t, n, w albo k")
    return letter


def _paths(said: list[Path]) -> Iterator[str]:
    """Records and the unit's file, relative to the project; raises Halt for others."""
    content = child.ROOT / "content"
    for path in said or [content]:
        whole = (path if path.is_absolute() or path.exists() else child.ROOT / path).resolve()
        if not whole.exists():
            raise Halt(f"nie ma pliku „{path}” – sprawdź nazwę", SLIP)
        if not whole.is_relative_to(content.resolve()):
            raise Halt(f"„{path}” nie leży w content/ – poprawiam tylko treść strony", SLIP)
        for one in sorted(whole.rglob("*")) if whole.is_dir() else [whole]:
            place = one.relative_to(content.resolve().parent).as_posix()
            if _is_record(one, place):
                yield place


def _is_record(path: Path, place: str) -> bool:
    """Whether a file is one that we read: no link, no file of a kind that we do not know."""
    from plugins.newsroom.kinds import KINDS
    from plugins.newsroom.parsing import UNIT

    parts = place.split("/")
    record = len(parts) > 2 and parts[1] in KINDS and path.suffix == ".md"
    return (record or place == f"content/{UNIT}") and path.is_file() and not path.is_symlink()


def _difference(path: str, old: bytes, new: bytes) -> Iterator[str]:
    """The lines that change, as every tool of versions shows them."""
    from plugins.desk import charsets

    before, after = (charsets.decoded(one).splitlines() for one in (old, new))
    lines = list(difflib.unified_diff(before, after, path, path, lineterm="", n=1))
    if charsets.guessed(old) != charsets.guessed(new):
        yield f"{path}: kodowanie {charsets.guessed(old)} → utf-8"
    yield from lines


def _write(path: str, old: bytes, new: bytes) -> None:
    from plugins.desk.writing import files

    try:
        files.replace(child.ROOT / path, old, new)
    except files.Taken:
        raise Halt(f"{path}: plik zmienił się w tej chwili – uruchom polecenie ponownie") from None
    except OSError as error:
        raise Halt(f"{path}: nie mogę zapisać ({error.strerror})") from None


COMMAND = Command(
    name="fix",
    summary="popraw kodowanie, pisownię kluczy i typografię, nie zmieniając treści",
    examples=(
        "fix",
        "fix --na-próbę",
        "fix content/aktualnosci/2026/nowy-patrol.md",
        "fix content/debaty --tak",
    ),
    add_options=add_options,
    run=run,
)
