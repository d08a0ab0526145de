"""The calendar's pages: what comes, a year, a month as a list and a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from plugins.agenda.views import (
    CalendarPage,
    Entry,
    Grid,
    MonthPage,
    MonthRow,
    Turning,
    YearPage,
)
from plugins.layout import cards, making, quiet
from plugins.layout.frame import CALENDAR, head
from plugins.layout.values import Card, Frame, Group, Link
from plugins.newsroom import addresses, dates
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import Month, Precision, month_name
from plugins.newsroom.kinds.debate import Debate, State
from plugins.newsroom.relations import grouped
from plugins.newsroom.spelling import plural
from plugins.outputs import Later, Output

CRUMB = Link("Kalendarz", addresses.CALENDAR)

MOVED = "przeniesiona"
"""What the table says of a debate under the day on which it was to be."""

BRIEF = 12
"""Debates of a month that a page of several months lists: the month's own has them all."""


@dataclass(frozen=True, eq=False)
class Almanac:
    """Debates by month, moves by month, and the years that have pages."""

    catalogue: Catalogue
    frame: Frame
    by_month: dict[Month, tuple[Debate, ...]]
    by_former: dict[Month, tuple[Debate, ...]]
    years: range

    @property
    def now(self) -> Month:
        """The month of today."""
        return self.catalogue.today.year, self.catalogue.today.month


def plan(catalogue: Catalogue, frame: Frame) -> Iterator[Output]:
    """The front, and a page for each year and each of its months, debates or none.

    The years run from the first that any debate is or was in to the last, and hold the present
    one, so that an address lives on though its debate is moved away, withdrawn, or long past.
    """
    by_month = grouped(catalogue.debates, _month_of)
    by_former = grouped(catalogue.debates, _former_months)
    gone = (one for one in catalogue.withdrawn if isinstance(one, Debate))
    months = {*by_month, *by_former, *(month for one in gone for month in _month_of(one))}
    years = {year for year, _ in months} | {catalogue.today.year}
    span = range(min(years), max(years) + 1)
    almanac = Almanac(catalogue, frame, by_month, by_former, span)
    yield _output(addresses.CALENDAR, "calendar.html", _front, almanac)
    for year in span:
        yield _output(_year_address(year), "year.html", _year, almanac, year)
        for month in _months_of(year):
            address = addresses.month(addresses.CALENDAR, month)
            yield _output(address, "month.html", _month, almanac, month)


def _output(address: str, template: str, view: Callable[..., object], *args: object) -> Output:
    return Output(addresses.file(address), making.page, Later(view, *args), template)


def _year_address(year: int) -> str:
    return f"{addresses.CALENDAR}{year}/"


def _months_of(year: int) -> list[Month]:
    return [(year, month) for month in range(1, 13)]


def _month_of(debate: Debate) -> Iterator[Month]:
    """The month, when it is known that well."""
    if debate.when.first and debate.when.precision is not Precision.YEAR:
        yield debate.when.first.year, debate.when.first.month


def _former(debate: Debate) -> Iterator[date]:
    """Days on which it was to be, each once."""
    days = (dates.moment(was).day for was in debate.moves)
    yield from dict.fromkeys(day for day in days if day and day != debate.when.day)


def _former_months(debate: Debate) -> Iterator[Month]:
    yield from dict.fromkeys((day.year, day.month) for day in _former(debate))


def _link(month: Month) -> Link:
    return Link(month_name(month), addresses.month(addresses.CALENDAR, month))


def _listed(catalogue: Catalogue, debates: Iterable[Debate]) -> tuple[Card, ...]:
    return tuple(cards.card(catalogue, debate, lead=False) for debate in debates)


def _group(almanac: Almanac, month: Month) -> Group:
    """A month in short, with the way to all of it."""
    found = almanac.by_month.get(month, ())
    name = month_name(month)
    words = f"Cały miesiąc: {name}"
    if len(found) > BRIEF:
        words += f" ({len(found)} {plural(len(found), 'debata', 'debaty', 'debat')})"
    shown = _listed(almanac.catalogue, found[:BRIEF])
    return Group(name.capitalize(), shown, more=Link(words, _link(month).href))


_LEAD = "Terminy debat miesiąc po miesiącu. Zasubskrybuj kalendarz, a zmiany dotrą do Ciebie same."


def _front(almanac: Almanac) -> CalendarPage:
    coming = sorted(month for month in almanac.by_month if month >= almanac.now)
    return CalendarPage(
        frame=almanac.frame,
        head=head("Kalendarz debat", addresses.CALENDAR, description=_LEAD, feeds=(CALENDAR,)),
        title="Kalendarz debat",
        lead=_LEAD,
        groups=tuple(_group(almanac, month) for month in coming),
        grid=_grid(almanac, almanac.now),
        turning=_around(almanac, almanac.now),
        years=tuple(Link(str(year), _year_address(year)) for year in reversed(almanac.years)),
        file=addresses.CALENDAR_FILE,
    )


def _year(almanac: Almanac, year: int) -> YearPage:
    months = _months_of(year)
    years = almanac.years
    return YearPage(
        frame=quiet.of_year(almanac.catalogue, almanac.frame, year),
        head=head(f"Kalendarz: {year} rok", _year_address(year), CRUMB, feeds=(CALENDAR,)),
        year=year,
        turning=Turning(
            Link(str(year - 1), _year_address(year - 1)) if year - 1 in years else None,
            Link(str(year + 1), _year_address(year + 1)) if year + 1 in years else None,
        ),
        groups=tuple(_group(almanac, month) for month in months if month in almanac.by_month),
        rows=tuple(_row(almanac, month) for month in months),
    )


def _row(almanac: Almanac, month: Month) -> MonthRow:
    found = almanac.by_month.get(month, ())
    gone = sum(debate.state is not State.PLANNED for debate in found)
    name = dates.MONTH_NAMES[month[1] - 1]
    return MonthRow(Link(name, _link(month).href), len(found), gone)


def _month(almanac: Almanac, month: Month) -> MonthPage:
    debates = almanac.by_month.get(month, ())
    year = Link(str(month[0]), _year_address(month[0]))
    address = addresses.month(addresses.CALENDAR, month)
    return MonthPage(
        frame=quiet.of_month(almanac.catalogue, almanac.frame, month),
        head=head(f"Debaty: {month_name(month)}", address, CRUMB, year, feeds=(CALENDAR,)),
        grid=_grid(almanac, month),
        turning=_around(almanac, month),
        cards=_listed(almanac.catalogue, (one for one in debates if one.when.day)),
        provisional=_listed(almanac.catalogue, (one for one in debates if not one.when.day)),
        moved=_listed(almanac.catalogue, almanac.by_former.get(month, ())),
        nearest=() if debates else tuple(_nearest(almanac, month)),
    )


def _grid(almanac: Almanac, month: Month) -> Grid:
    today = almanac.catalogue.today
    entries = sorted(_entries(almanac, month), key=lambda entry: (entry.day, entry.gone))
    return Grid(*month, today if almanac.now == month else None, tuple(entries))


def _entries(almanac: Almanac, month: Month) -> Iterator[Entry]:
    """What the table of a month shows: its debates, and those that were moved away."""
    for debate in almanac.by_month.get(month, ()):
        card = cards.card(almanac.catalogue, debate, lead=False)
        if debate.when.day:
            gone = "" if debate.state is State.PLANNED else debate.state.value
            yield Entry(debate.when.day, card, gone)
    for debate in almanac.by_former.get(month, ()):
        card = cards.card(almanac.catalogue, debate, lead=False)
        days = (day for day in _former(debate) if (day.year, day.month) == month)
        yield from (Entry(day, card, MOVED) for day in days)


def _around(almanac: Almanac, month: Month) -> Turning:
    """The month before and the month after, at the ends of the calendar none."""
    year, number = month
    before = (year, number - 1) if number > 1 else (year - 1, 12)
    after = (year, number + 1) if number < 12 else (year + 1, 1)
    beside = (_link(one) if one[0] in almanac.years else None for one in (before, after))
    return Turning(*beside)


def _nearest(almanac: Almanac, month: Month) -> Iterator[Link]:
    """The last month with a debate before, and the first one after."""
    earlier = [one for one in almanac.by_month if one < month]
    later = [one for one in almanac.by_month if one > month]
    yield from map(_link, (*([max(earlier)] if earlier else ()), *([min(later)] if later else ())))
