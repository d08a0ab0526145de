"""The calendar's pages: what comes, a year, a month as a list and a grid."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plugins.agenda.views import CalendarPage, MonthPage
from plugins.layout import cards, making
from plugins.layout.frame import CALENDAR, head
from plugins.layout.values import Card, Frame, Link
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import Month, Precision, month_name
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.relations import grouped
from plugins.outputs import Later, Output

CRUMB = Link("Kalendarz", addresses.CALENDAR)


def plan(catalogue: Catalogue, frame: Frame) -> Iterator[Output]:
    """A page for each month with a debate and for this one, for each year, and the front."""
    by_month = grouped(catalogue.debates, _month_of)
    now = (catalogue.today.year, catalogue.today.month)
    months = sorted({*by_month, now})
    common = (catalogue, frame, by_month, months)
    yield _output(addresses.CALENDAR, "calendar.html", _front, *common)
    for year in sorted({year for year, _ in months}):
        address = f"{addresses.CALENDAR}{year}/"
        yield _output(address, "calendar.html", _year, *common, year)
    for month in months:
        address = addresses.month(addresses.CALENDAR, month)
        yield _output(address, "month.html", _month, *common, month)


def _output(address: str, template: str, view: Callable[..., object], *args: object) -> Output:
    return Output(addresses.file(address), making.page, Later(view, *args), template)


def _month_of(debate: Debate) -> Iterator[Month]:
    """The month, when it is known that well."""
    if debate.when.first and debate.when.precision is not Precision.YEAR:
        yield debate.when.first.year, debate.when.first.month


def _link(month: Month) -> Link:
    return Link(month_name(month), addresses.month(addresses.CALENDAR, month))


def _years(months: list[Month], but: int = 0) -> tuple[Link, ...]:
    years = sorted({year for year, _ in months} - {but}, reverse=True)
    return tuple(Link(str(year), f"{addresses.CALENDAR}{year}/") for year in years)


def _listed(catalogue: Catalogue, debates: tuple[Debate, ...]) -> tuple[Card, ...]:
    return tuple(cards.card(catalogue, debate, lead=False) for debate in debates)


_LEAD = "Terminy debat miesiąc po miesiącu. Zasubskrybuj kalendarz, a zmiany dotrą do Ciebie same."


def _front(
    catalogue: Catalogue,
    frame: Frame,
    by_month: dict[Month, tuple[Debate, ...]],
    months: list[Month],
) -> CalendarPage:
    now = (catalogue.today.year, catalogue.today.month)
    coming = [month for month in months if month >= now]
    return CalendarPage(
        frame=frame,
        head=head("Kalendarz debat", addresses.CALENDAR, description=_LEAD, feeds=(CALENDAR,)),
        title="Kalendarz debat",
        lead=_LEAD,
        months=tuple((_link(m), _listed(catalogue, by_month.get(m, ()))) for m in coming),
        years=_years(months),
        file=addresses.CALENDAR_FILE,
    )


def _year(
    catalogue: Catalogue,
    frame: Frame,
    by_month: dict[Month, tuple[Debate, ...]],
    months: list[Month],
    year: int,
) -> CalendarPage:
    title = f"Kalendarz: {year} rok"
    of_year = [month for month in months if month[0] == year]
    return CalendarPage(
        frame=frame,
        head=head(title, f"{addresses.CALENDAR}{year}/", CRUMB),
        title=title,
        lead="",
        months=tuple((_link(m), _listed(catalogue, by_month.get(m, ()))) for m in of_year),
        years=_years(months, but=year),
        file=addresses.CALENDAR_FILE,
    )


def _month(
    catalogue: Catalogue,
    frame: Frame,
    by_month: dict[Month, tuple[Debate, ...]],
    months: list[Month],
    month: Month,
) -> MonthPage:
    today = catalogue.today
    debates = by_month.get(month, ())
    place = months.index(month)
    dated = tuple(debate for debate in debates if debate.when.day)
    loose = tuple(debate for debate in debates if not debate.when.day)
    year = Link(str(month[0]), f"{addresses.CALENDAR}{month[0]}/")
    title = f"Debaty: {month_name(month)}"
    return MonthPage(
        frame=frame,
        head=head(title, addresses.month(addresses.CALENDAR, month), CRUMB, year),
        year=month[0],
        month=month[1],
        today=today if (today.year, today.month) == month else None,
        cards=_listed(catalogue, dated),
        days=tuple(debate.when.day for debate in dated if debate.when.day),
        provisional=_listed(catalogue, loose),
        before=_link(months[place - 1]) if place else None,
        after=_link(months[place + 1]) if place + 1 < len(months) else None,
    )
