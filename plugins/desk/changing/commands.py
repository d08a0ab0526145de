"""``move``, ``postpone``, ``cancel``, ``withdraw``, ``step``: their options, and what runs."""

from __future__ import annotations

from collections.abc import Callable

from plugins.desk.asking import SLIP, Halt, desk, reported
from plugins.desk.parsing import Arguments, Command, Parser


def _add_record(parser: Parser, metavar: str, about: str) -> None:
    parser.add_argument("record", nargs="?", metavar=metavar, help=about)


_DEBATE = "debata: nazwa pliku, jego ścieżka, adres albo część tytułu"


def _add_reason(parser: Parser) -> None:
    parser.add_argument(
        "--powód",
        "--powod",
        dest="reason",
        metavar="TEKST",
        help="dlaczego; to zdanie przeczytają mieszkańcy",
    )
    _add_yes(parser)


def _add_yes(parser: Parser) -> None:
    parser.add_argument("--tak", action="store_true", dest="yes", help="zapisz bez pytania")


def add_move(parser: Parser) -> None:
    """Declare which debate, and its new time and place."""
    _add_record(parser, "DEBATA", _DEBATE)
    parser.add_argument("--termin", dest="when", metavar="TERMIN", help="np. „2027-02-18 17:00”")
    parser.add_argument(
        "--koniec", dest="end", metavar="GODZINA", help="bez tej opcji debata trwa tyle, co dotąd"
    )
    parser.add_argument(
        "--miejsce", dest="place", metavar="MIEJSCE", help="nazwa pliku z miejsca/ albo jej część"
    )
    _add_reason(parser)


def add_off(parser: Parser) -> None:
    """Declare which debate."""
    _add_record(parser, "DEBATA", _DEBATE)
    _add_reason(parser)


def add_withdraw(parser: Parser) -> None:
    """Declare which record, and what to read instead."""
    _add_record(parser, "REKORD", "nazwa pliku, jego ścieżka albo folder/nazwa")
    parser.add_argument(
        "--zamiast", dest="instead", metavar="REKORD", help="co czytać zamiast: folder/nazwa"
    )
    _add_reason(parser)


def add_step(parser: Parser) -> None:
    """Declare which request, and its new entry."""
    _add_record(parser, "WNIOSEK", "wniosek: numer albo część tytułu")
    parser.add_argument("--status", metavar="STATUS", help="stan od tego dnia, np. w realizacji")
    parser.add_argument("--opis", dest="about", metavar="TEKST", help="co się stało")
    parser.add_argument(
        "--podmiot", dest="body", metavar="PODMIOT", help="komu albo czyja odpowiedź"
    )
    parser.add_argument(
        "--odpowiedź",
        "--odpowiedz",
        dest="answers",
        action="store_true",
        help="to odpowiedź podmiotu",
    )
    parser.add_argument("--znak", dest="case", metavar="ZNAK", help="znak sprawy")
    parser.add_argument("--data", dest="day", metavar="DZIEŃ", help="bez tej opcji: dziś")
    _add_yes(parser)


_NEEDS = {
    "move": (("--termin", "--koniec", "--miejsce"),),
    "postpone": (("--powód",),),
    "cancel": (("--powód",),),
    "withdraw": (("--powód",),),
    "step": (("--status",),),
}
"""By command, the options of which one is needed where nobody can be asked."""

_GIVEN = {"--termin": "when", "--koniec": "end", "--miejsce": "place", "--powód": "reason"}


def _require(name: str, arguments: Arguments) -> None:
    """Without a terminal, name what is missing before anything is read."""
    told = vars(arguments)
    missing = [] if told["record"] else ["co zmienić"]
    for options in _NEEDS[name]:
        if not any(told[_GIVEN.get(option, option[2:])] for option in options):
            missing.append(" albo ".join(options))
    if missing and not desk().is_terminal:
        raise Halt(f"brakuje: {', '.join(missing)}", SLIP)


def _runs(name: str) -> Callable[[Arguments], int]:
    """The command of a name; help needs none of the libraries behind it."""

    def run(arguments: Arguments) -> int:
        return reported(lambda: work(arguments))

    def work(arguments: Arguments) -> int:
        _require(name, arguments)
        from plugins.desk.changing import debates, others
        from plugins.desk.changing.job import Job

        commands = {
            "move": debates.move,
            "postpone": debates.postpone,
            "cancel": debates.cancel,
            "withdraw": others.withdraw,
            "step": others.step,
        }
        return commands[name](Job.begun(arguments))

    return run


MOVE = Command(
    name="move",
    summary="przenieś debatę na inny termin albo w inne miejsce",
    examples=(
        'move okolice-dworca-wieczorem --termin "2026-12-17 17:00" --powód "W sali trwa remont."',
        'move "okolice dworca" --miejsce biblioteka-miejska --powód "W sali trwa remont."',
        "move",
    ),
    add_options=add_move,
    run=_runs("move"),
)

POSTPONE = Command(
    name="postpone",
    summary="odłóż debatę, gdy nowego terminu jeszcze nie ma",
    examples=(
        'postpone okolice-dworca-wieczorem --powód "Czekamy na wyniki pomiarów ruchu."',
        "postpone",
    ),
    add_options=add_off,
    run=_runs("postpone"),
)

CANCEL = Command(
    name="cancel",
    summary="odwołaj debatę",
    examples=(
        'cancel okolice-dworca-wieczorem --powód "Tego dnia obraduje Rada Miasta."',
        "cancel",
    ),
    add_options=add_off,
    run=_runs("cancel"),
)

WITHDRAW = Command(
    name="withdraw",
    summary="wycofaj opublikowany tekst; zostaje po nim ślad z datą i powodem",
    examples=(
        'withdraw aktualnosci/parking-w-dni-targowe --powód "Zasady się zmieniły."',
        'withdraw parking-w-dni-targowe --zamiast aktualnosci/dojazd --powód "Jest nowszy tekst."',
    ),
    add_options=add_withdraw,
    run=_runs("withdraw"),
)

STEP = Command(
    name="step",
    summary="dopisz do wniosku, co się z nim stało",
    examples=(
        'step w-2026-019 --status "w realizacji" --opis "Latarnie zamówiono."',
        "step w-2026-019 --status przekazany --podmiot urzad-miasta --znak PR.1.2026",
        "step w-2026-019",
    ),
    add_options=add_step,
    run=_runs("step"),
)
