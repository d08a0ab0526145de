"""How bodies answer, as a table with its chart, and as the facts of one body's page."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.layout.charts import Bar, Chart, Kind
from plugins.layout.values import Link
from plugins.newsroom import addresses, balance
from plugins.newsroom.balance import Answers, Case
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.relations import grouped
from plugins.newsroom.spelling import alphabetical, plural
from plugins.pages.tallies import SAME, TOTAL, Cell, TallyRow, TallyTable, days, lasting, requests

_COLUMNS = (
    *("Przeka\u00adzania", "Odpo\u00adwiedzi", "Spóźnione odpo\u00adwiedzi", "Czekamy"),
    *("Termin minął", "Bez odpo\u00adwiedzi", "Dni do odpo\u00adwiedzi"),
)

_KINDS = (
    Kind("Odpowiedź w terminie", "solid"),
    Kind("Odpowiedź po terminie", "striped"),
    Kind("Czekamy, termin jeszcze nie minął", "dotted"),
    Kind("Czekamy, termin minął", "crossed"),
    Kind("Sprawa zakończona bez odpowiedzi na piśmie", "plain"),
)

_LEAD = (
    "Liczymy każde przekazanie: jeden wniosek może trafić do kilku podmiotów, a do jednego "
    "podmiotu więcej niż raz."
)


def by_body(catalogue: Catalogue, found: tuple[Case, ...]) -> TallyTable:
    """By the body that was asked, the most asked first; those without a page come last."""

    def named(name: str) -> Link:
        body = catalogue.body(name)
        return Link(body.title, f"{addresses.of(body)}#wnioski") if body else _OTHERS

    handed = tuple(balance.asked(found))
    groups = grouped(handed, lambda pair: (named(pair[1].body),))
    counted = [(link, balance.answers(pairs)) for link, pairs in groups.items()]
    counted.sort(key=lambda pair: (not pair[0].href, -pair[1].received, alphabetical(pair[0].text)))
    whole = balance.answers(handed)
    return TallyTable(
        id="podmioty",
        title="Wnioski przekazane innym podmiotom",
        lead=_LEAD,
        caption=f"{requests(whole.requests)}, {times(whole.received)}",
        head="Podmiot",
        columns=_COLUMNS,
        rows=tuple(TallyRow(link, _cells(one)) for link, one in counted),
        total=TallyRow(TOTAL, _cells(whole)),
        chart=_chart(counted),
    )


_OTHERS = Link("Inne podmioty")


def _cells(one: Answers) -> tuple[Cell, ...]:
    counted = (one.received, one.answered, one.late, one.waiting, one.overdue, one.unanswered)
    return (*counted, days(one.days))


def _chart(counted: list[tuple[Link, Answers]]) -> Chart:
    bars = (Bar(f"{link.text} – {times(one.received)}", _parts(one)) for link, one in counted)
    return Chart("wykres-podmioty", SAME, _KINDS, tuple(bars))


def _parts(one: Answers) -> tuple[int, ...]:
    in_time, still = one.answered - one.late, one.waiting - one.overdue
    return (in_time, one.late, still, one.overdue, one.unanswered)


def times(number: int) -> str:
    """``1 przekazanie``, ``2 przekazania``, ``5 przekazań``."""
    return f"{number} {plural(number, 'przekazanie', 'przekazania', 'przekazań')}"


# -- one body ----------------------------------------------------------------------------


def facts(catalogue: Catalogue, name: str) -> tuple[tuple[str, str, str], ...]:
    """(name, value, no address) of what a body was asked and how it answers.

    Nothing if it never was.
    """
    one = balance.of_body(catalogue, name)
    return tuple((*pair, "") for pair in _facts(one)) if one.received else ()


def _facts(one: Answers) -> Iterator[tuple[str, str]]:
    """Each number with the whole that it is a part of."""
    late = f", po terminie: {one.late}" if one.late else ""
    overdue = f", termin minął: {one.overdue}" if one.overdue else ""
    again = f", niektóre więcej niż raz: {times(one.received)}"
    yield "Przekazane", requests(one.requests) + (again if one.received > one.requests else "")
    yield "Odpowiedzi", f"{one.answered} z {one.received}{late}"
    yield "Czekamy na odpowiedź", f"{one.waiting} z {one.received}{overdue}"
    if one.unanswered:
        yield "Koniec bez odpowiedzi na piśmie", f"{one.unanswered} z {one.received}"
    if one.answered:
        yield "Mediana czasu odpowiedzi", f"{lasting(one.days)} (z {one.answered} odpowiedzi)"
