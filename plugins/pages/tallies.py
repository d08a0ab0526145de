"""Requests counted, as tables with their charts: by status, year, district, category, body."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from plugins.layout.cards import STATUSES
from plugins.layout.charts import Bar, Chart, Kind
from plugins.layout.values import Link
from plugins.layout.wording import percent
from plugins.newsroom import addresses, balance
from plugins.newsroom.balance import Case, Days, Tally, tally
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.categories import CATEGORIES
from plugins.newsroom.kinds.request import Status
from plugins.newsroom.relations import grouped
from plugins.newsroom.spelling import alphabetical, plural

Cell = int | str | None
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class TallyRow:
    """A row of numbers. A cell is a whole number, words, or ``None`` where there is nothing."""

    link: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class TallyTable:
    """Counts of requests that have something in common, and of all of them.

    ``columns``: names of the cells, with soft hyphens where they may break.
    """

    id: str
    title: str
    lead: str
    caption: str
    head: str
    columns: tuple[str, ...]
    rows: tuple[TallyRow, ...]
    total: TallyRow
    chart: Chart | None


TOTAL = Link("Razem")
SAME = "Te same liczby na wykresie"


def days(value: Days) -> str | None:
    """A median as it stands in a cell: ``12`` or ``12,5``.

    >>> days(Days.of([12, 13])), days(Days.of([7])), days(Days.of([]))
    ('12,5', '7', None)
    """
    return None if value.median is None else f"{value.median:g}".replace(".", ",")


def lasting(value: Days) -> str:
    """A median in words: ``12,5 dnia``, ``1 dzień``; empty: nothing is over yet.

    >>> [lasting(Days.of(each)) for each in ([12, 13], [1], [7], [])]
    ['12,5 dnia', '1 dzień', '7 dni', '']
    """
    if value.median is None:
        return ""
    whole = value.median.is_integer()
    return f"{days(value)} {plural(int(value.median), 'dzień', 'dni', 'dni') if whole else 'dnia'}"


def requests(number: int) -> str:
    """``1 wniosek``, ``2 wnioski``, ``5 wniosków``."""
    return f"{number} {plural(number, 'wniosek', 'wnioski', 'wniosków')}"


# -- what became of them -----------------------------------------------------------------

KINDS: tuple[tuple[Kind, tuple[Status, ...]], ...] = (
    (Kind("Zrealizowane", "solid"), (Status.DONE,)),
    (Kind("Zrealizowane częściowo", "striped"), (Status.PARTLY_DONE,)),
    (Kind("Niezrealizowane", "crossed"), (Status.REFUSED,)),
    (Kind("W toku", "dotted"), balance.OURS),
    (Kind("Przekazane", "lined"), (Status.HANDED_OVER,)),
    (Kind("Powtórzone", "plain"), (Status.REPEATED,)),
)
"""How a request's bar is divided; each status is in one part."""


def outcomes(whole: Tally, linked: bool) -> TallyTable:
    """By status; ``linked``: to the lists of each status, which hold the requests of all years."""
    shares = (whole.number(status) for status in Status)
    rows = tuple(
        TallyRow(_status(status, linked), (number, _share(status, number, whole)))
        for status, number in zip(Status, shares, strict=True)
    )
    return TallyTable(
        id="stan",
        title="Co się z nimi stało",
        lead=f"Udział liczymy z różnych spraw ({whole.matters}), czyli bez wniosków powtórzonych.",
        caption=f"{requests(whole.raised)}, każdy w stanie, w którym jest dziś",
        head="Stan",
        columns=("Wnioski", "Udział"),
        rows=rows,
        total=TallyRow(TOTAL, (whole.raised, None)),
        chart=_chart("stan", (("Wszystkie", whole),)),
    )


def _status(status: Status, linked: bool) -> Link:
    return Link(STATUSES[status].text, addresses.status(status.value) if linked else "")


def _share(status: Status, number: int, whole: Tally) -> str | None:
    return None if status is Status.REPEATED else percent(number, whole.matters)


def _chart(name: str, named: Iterable[tuple[str, Tally]]) -> Chart:
    bars = (
        Bar(
            f"{text} – {requests(one.raised)}",
            tuple(one.number(*statuses) for _, statuses in KINDS),
        )
        for text, one in named
    )
    return Chart(f"wykres-{name}", SAME, tuple(kind for kind, _ in KINDS), tuple(bars))


# -- by what they have in common ---------------------------------------------------------

_COLUMNS = (
    *("Zgło\u00adszone", "Zreali\u00adzowane", "Częś\u00adciowo", "Niezreali\u00adzowane"),
    *("W\u00a0toku", "Przeka\u00adzane", "Powtó\u00adrzone", "Termin minął"),
    *("Dni do odpo\u00adwiedzi", "Dni do zakoń\u00adczenia"),
)


def _cells(one: Tally) -> tuple[Cell, ...]:
    parts = (one.number(*statuses) for _, statuses in KINDS)
    return (one.raised, *parts, one.overdue, days(one.answers.days), days(one.settling))


def _table(
    name: str,
    title: str,
    head: str,
    lead: str,
    counted: list[tuple[Link, Tally]],
    whole: Tally,
) -> TallyTable:
    """Rows in the order given; the total counts each request once."""
    return TallyTable(
        id=name,
        title=title,
        lead=lead,
        caption=f"{requests(whole.raised)}, każdy w stanie, w którym jest dziś",
        head=head,
        columns=_COLUMNS,
        rows=tuple(TallyRow(link, _cells(one)) for link, one in counted),
        total=TallyRow(TOTAL, _cells(whole)),
        chart=_chart(name, ((link.text, one) for link, one in counted)),
    )


def _counted(
    found: Iterable[Case],
    keys: Callable[[Case], Iterable[K]],
    named: Callable[[K], Link],
    order: Callable[[tuple[Link, Tally]], object],
) -> list[tuple[Link, Tally]]:
    groups = grouped(found, keys).items()
    counted = [(named(key), tally(members)) for key, members in groups]
    return sorted(counted, key=order)  # type: ignore[arg-type]  # keys of one function compare


def by_year(found: tuple[Case, ...]) -> TallyTable:
    """By the year in which they were raised, the latest first."""
    counted = _counted(found, lambda case: (case.year,), _year, lambda pair: pair[0].text)
    lead = "Rok, w którym wniosek zgłoszono. Zakończenie w innym roku go nie przenosi."
    title = "Wnioski według lat"
    return _table("lata", title, "Rok", lead, counted[::-1], tally(found))


def _year(year: int) -> Link:
    return Link(str(year), addresses.balance(year))


def by_district(catalogue: Catalogue, found: tuple[Case, ...]) -> TallyTable:
    """By district, A to Z; those without one come last."""

    def names(case: Case) -> Iterable[str]:
        listed = (one for one in case.request.districts if catalogue.record(f"rejony/{one}"))
        return tuple(dict.fromkeys(listed)) or ("",)

    def named(name: str) -> Link:
        record = catalogue.record(f"rejony/{name}")
        if record is None:
            return Link("Bez rejonu")
        return Link(record.title, f"{addresses.of(record)}#wnioski")

    counted = _counted(
        found, names, named, lambda pair: (not pair[0].href, alphabetical(pair[0].text))
    )
    title = "Wnioski według rejonów"
    return _table("rejony", title, "Rejon", _TWICE.format("rejonów"), counted, tally(found))


def by_category(found: tuple[Case, ...]) -> TallyTable:
    """By category of the Mapa Zagrożeń, the most frequent first; those without one come last."""

    def names(case: Case) -> Iterable[str]:
        return tuple(dict.fromkeys(case.request.categories)) or ("",)

    def named(name: str) -> Link:
        if not name:
            return Link("Bez kategorii")
        return Link(CATEGORIES[name], f"{addresses.category(name)}#wnioski")

    counted = _counted(found, names, named, _most_first)
    title = "Wnioski według kategorii zagrożeń"
    return _table(
        "kategorie", title, "Kategoria", _TWICE.format("kategorii"), counted, tally(found)
    )


_TWICE = (
    "Wniosek z dwóch {} jest w obu wierszach, a w wierszu „Razem” tylko raz. Dlatego wiersze "
    "mogą dać w sumie więcej."
)


def _most_first(pair: tuple[Link, Tally]) -> tuple[object, ...]:
    link, one = pair
    return not link.href, -one.raised, alphabetical(link.text)
