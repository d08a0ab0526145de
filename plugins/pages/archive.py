"""The archive: everything published, by the month of its publication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.layout import quiet
from plugins.layout.frame import head
from plugins.layout.values import Frame, Group, Link, ListPage
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import Month, month_name
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.news import News
from plugins.newsroom.kinds.programme import Programme
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.kinds.request import Request
from plugins.newsroom.relations import by_publication, grouped, published_on
from plugins.outputs import Output
from plugins.pages import facets
from plugins.pages.lists import listed, output

CRUMB = Link("Archiwum", addresses.ARCHIVE)
_KINDS: tuple[tuple[str, str, type[Record]], ...] = (
    ("Debaty", "debaty", Debate),
    ("Sprawozdania", "sprawozdania", Report),
    ("Wnioski", "wnioski", Request),
    ("Programy", "programy", Programme),
    ("Aktualności", "aktualnosci", News),
)


def published(catalogue: Catalogue) -> Iterator[Record]:
    """What counts as published: a debate that was never announced has only its report."""
    kinds = tuple(kind for _, _, kind in _KINDS)
    for record in catalogue.listed:
        if isinstance(record, kinds) and not (isinstance(record, Debate) and record.unannounced):
            yield record


def plan(catalogue: Catalogue, frame: Frame) -> Iterator[Output]:
    """The archive's front page, a page a year and a page a month."""
    records = sorted(published(catalogue), key=by_publication)
    by_month = grouped(records, _month_of)
    months = sorted(by_month)
    undated = [record for record in records if not _month_of(record)]
    yield output(addresses.ARCHIVE, _front, catalogue, frame, by_month, undated)
    for year in sorted({year for year, _ in months}):
        yield output(f"{addresses.ARCHIVE}{year}/", _year, catalogue, frame, year, by_month)
    for month in months:
        address = addresses.month(addresses.ARCHIVE, month)
        yield output(address, _month, catalogue, frame, month, by_month[month], months)


def _month_of(record: Record) -> tuple[Month, ...]:
    day = published_on(record)
    return ((day.year, day.month),) if day else ()


_LEAD = "Wszystko, co opublikowaliśmy, według miesiąca publikacji. Nic stąd nie znika."


def _front(
    catalogue: Catalogue,
    frame: Frame,
    by_month: dict[Month, tuple[Record, ...]],
    undated: list[Record],
) -> ListPage:
    years = sorted({year for year, _ in by_month}, reverse=True)
    newest = max(by_month, default=None)
    latest = by_month[newest] if newest else ()
    title = f"Ostatni miesiąc: {month_name(newest)}" if newest else "Ostatni miesiąc"
    groups = (
        Group(title, listed(catalogue, reversed(latest)), "ostatni-miesiac"),
        Group("Bez znanej daty publikacji", listed(catalogue, undated), "bez-daty"),
    )
    return ListPage(
        frame=frame,
        head=head("Archiwum", addresses.ARCHIVE, description=_LEAD),
        title="Archiwum",
        lead=_LEAD,
        shortcuts=tuple(Link(str(year), f"{addresses.ARCHIVE}{year}/") for year in years),
        shortcuts_title="Archiwum według lat",
        groups=tuple(group for group in groups if group.cards),
    )


def _year(
    catalogue: Catalogue, frame: Frame, year: int, by_month: dict[Month, tuple[Record, ...]]
) -> ListPage:
    months = sorted(month for month in by_month if month[0] == year)
    title = f"Archiwum: {year} rok"
    return ListPage(
        frame=quiet.of_year(catalogue, frame, year),
        head=head(title, f"{addresses.ARCHIVE}{year}/", CRUMB),
        title=title,
        shortcuts=tuple(_counted(month, by_month[month]) for month in months),
        shortcuts_title="Miesiące",
    )


def _counted(month: Month, records: tuple[Record, ...]) -> Link:
    return Link(f"{month_name(month)} ({len(records)})", addresses.month(addresses.ARCHIVE, month))


def _month(
    catalogue: Catalogue,
    frame: Frame,
    month: Month,
    records: tuple[Record, ...],
    months: list[Month],
) -> ListPage:
    title = f"Archiwum: {month_name(month)}"
    year = Link(str(month[0]), f"{addresses.ARCHIVE}{month[0]}/")
    groups = tuple(_by_kind(catalogue, records))
    return ListPage(
        frame=quiet.of_month(catalogue, frame, month),
        head=head(title, addresses.month(addresses.ARCHIVE, month), CRUMB, year),
        title=title,
        shortcuts=tuple(_beside(month, months)),
        shortcuts_title="Sąsiednie miesiące",
        groups=groups,
        facets=facets.worthwhile([facets.parts("Rodzaj", groups)]),
    )


def _beside(month: Month, months: list[Month]) -> Iterator[Link]:
    place = months.index(month)
    beside = (*months[max(place - 1, 0) : place], *months[place + 1 : place + 2])
    return (Link(month_name(one), addresses.month(addresses.ARCHIVE, one)) for one in beside)


def _by_kind(catalogue: Catalogue, records: Iterable[Record]) -> Iterator[Group]:
    found = list(records)[::-1]
    for title, anchor, kind in _KINDS:
        cards = listed(catalogue, (record for record in found if isinstance(record, kind)))
        if cards:
            yield Group(title, cards, anchor)
