"""``new``: a new record's file, from a few answers."""

from __future__ import annotations

from plugins.desk.asking import SLIP, Halt, Question, desk, reported
from plugins.desk.new.words import EXAMPLES, OPTIONS, Meant, meant
from plugins.desk.parsing import Arguments, Command, Parser


def add_options(parser: Parser) -> None:
    """Declare the kind, and an option for every question."""
    parser.add_argument(
        "kind",
        metavar="RODZAJ",
        help="debata, sprawozdanie, wniosek, aktualność, ostrzeżenie, program, rejon, podmiot, "
        "miejsce, cykl albo strona",
    )
    for option in OPTIONS:
        if option.value:
            parser.add_argument(
                *option.names, dest=option.name, action="append", metavar=option.value,
                help=option.help,
            )  # fmt: skip
        else:
            parser.add_argument(
                *option.names, dest=option.name, action="store_true", help=option.help
            )


def run(arguments: Arguments) -> int:
    """Ask, check, write; say where the file is and what comes next."""
    return reported(lambda: _run(arguments))


def _run(arguments: Arguments) -> int:
    kind, told = meant(arguments.kind), vars(arguments)
    given = {one.name: list(told[one.name]) for one in OPTIONS if one.value and told[one.name]}
    flags = {one.name for one in OPTIONS if not one.value and told[one.name]}
    one_by_one = kind.folder == "wnioski" and "--tytuł" not in given and desk().is_terminal
    if desk().is_terminal:
        _greet(kind, given)
    else:
        _require(kind, given)
    from plugins.desk.new.writing import write  # after the first question, for it takes a moment

    return write(kind, given, flags, desk(), one_by_one=one_by_one)


def _greet(kind: Meant, given: dict[str, list[str]]) -> None:
    """Ask for the title before anything is read: the answer is checked afterwards."""
    print(f"Nowy plik: {kind.one}. Enter bierze to, co w nawiasie; Ctrl+C kończy bez zapisu.")
    if kind.starts_with_title and "--tytuł" not in given:
        given["--tytuł"] = [desk().must(Question("--tytuł", kind.title_words, str))]


def _require(kind: Meant, given: dict[str, list[str]]) -> None:
    """With nobody to answer, every option that is missing is named before anything is read."""
    copied = {"--miejsce"} if "--jak" in given else set()
    missing = [option for option in kind.needs if option not in given.keys() | copied]
    if missing:
        raise Halt(f"brakuje: {', '.join(missing)}", SLIP)


COMMAND = Command(
    name="new",
    summary="utwórz plik nowej debaty, sprawozdania, wniosku, ostrzeżenia…",
    examples=EXAMPLES,
    add_options=add_options,
    run=run,
)
