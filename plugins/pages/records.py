"""Pages of single records: news, programmes, bodies, venues, cycles, standing pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from plugins.layout import cards, making, quiet, requests
from plugins.layout.surroundings import prose, surroundings
from plugins.layout.values import Frame, Group, Link
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.categories import CATEGORIES, STATUSES
from plugins.newsroom.kinds.body import Body
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.cycle import Cycle
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.news import News
from plugins.newsroom.kinds.page import Page
from plugins.newsroom.kinds.programme import Programme
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.kinds.request import Request
from plugins.newsroom.kinds.venue import Venue
from plugins.newsroom.spelling import alphabetical, plural
from plugins.outputs import Later, Output
from plugins.pages import home, replies
from plugins.pages.heading import paged, record_head
from plugins.pages.views import (
    BodyPage,
    CyclePage,
    NewsPage,
    StandingPage,
    VenuePage,
)

R = TypeVar("R", bound=Record)

MAP = "krajowa-mapa-zagrozen-bezpieczenstwa"
"""The id of the page about the map."""

LIMIT = 40
"""Cards of a group: what is older stands in the archive."""


def plan(catalogue: Catalogue, frame: Frame) -> Iterator[Output]:
    """A page for each record of these kinds."""
    for kind, (template, view) in _VIEWS.items():
        for record in paged(catalogue, kind):
            path = addresses.file(addresses.of(record))
            later = Later(view, catalogue, frame, record, texts=(record.body.digest,))
            yield Output(path, making.page, later, template, record.path)


def group(
    catalogue: Catalogue, title: str, records: Iterable[Record], name: str = "", lead: bool = False
) -> Group:
    """Records under a heading, newest first."""
    newest = list(records)[::-1]
    shown = tuple(cards.card(catalogue, record, lead=lead) for record in newest[:LIMIT])
    more = Link("Starsze w archiwum", addresses.ARCHIVE) if len(newest) > LIMIT else None
    return Group(title, shown, name, more)


def groups(catalogue: Catalogue, records: Iterable[Record]) -> tuple[Group, ...]:
    """Records by kind, newest first, without empty groups; a debate stands for its report."""
    found = list(records)
    kinds: tuple[tuple[str, str, type[Record]], ...] = (
        ("Debaty", "debaty", Debate),
        ("Wnioski", "wnioski", Request),
        ("Programy", "programy", Programme),
        ("Aktualności", "aktualnosci", News),
    )
    made = (
        group(catalogue, title, (r for r in found if isinstance(r, kind)), name)
        for title, name, kind in kinds
    )
    return tuple(one for one in made if one.cards)


def _news(catalogue: Catalogue, frame: Frame, news: News) -> NewsPage:
    return NewsPage(
        frame=quiet.of_record(catalogue, frame, news),
        head=record_head(catalogue, news, Link("Aktualności", addresses.NEWS)),
        news=news,
        badge=cards.news_badge(catalogue, news),
        prose=prose(catalogue, news),
        around=surroundings(catalogue, news),
    )


def _body(catalogue: Catalogue, frame: Frame, body: Body) -> BodyPage:
    handed = requests.urgent_first(catalogue, catalogue.handed_to.get(body.id, ()))
    children = (other for other in catalogue.bodies if other.parent == body.id)
    ordered = sorted(children, key=lambda other: alphabetical(other.title))
    return BodyPage(
        frame=frame,
        head=record_head(catalogue, body, Link("Podmioty", addresses.BODIES)),
        body=body,
        parent=cards.link(catalogue.body(body.parent)) if body.parent else None,
        children=tuple(Link(other.title, addresses.of(other)) for other in ordered),
        prose=prose(catalogue, body),
        answers=replies.facts(catalogue, body.id),
        requests=requests.table(
            catalogue,
            "Wnioski przekazane temu podmiotowi",
            handed,
            limit=LIMIT,
            more=requests.older(catalogue, "podmioty", body.id),
        ),
        groups=groups(catalogue, with_debates(catalogue, catalogue.by_body.get(body.id, ()))),
        around=surroundings(catalogue, body),
    )


def with_debates(catalogue: Catalogue, records: Iterable[Record]) -> list[Record]:
    """A report that names a body speaks for its debate; each debate once."""
    found: dict[str, Record] = {}
    for record in records:
        shown = catalogue.debate(record) if isinstance(record, Report) else record
        found.setdefault(shown.path, shown)
    return list(found.values())


def _venue(catalogue: Catalogue, frame: Frame, venue: Venue) -> VenuePage:
    return VenuePage(
        frame=frame,
        head=record_head(catalogue, venue, Link("Miejsca", addresses.VENUES)),
        place=venue.place,
        summary=venue.summary,
        prose=prose(catalogue, venue),
        groups=groups(catalogue, catalogue.by_venue.get(venue.id, ())),
        around=surroundings(catalogue, venue),
    )


def _cycle(catalogue: Catalogue, frame: Frame, cycle: Cycle) -> CyclePage:
    members = catalogue.by_cycle.get(cycle.id, ())
    debates = [record for record in members if isinstance(record, Debate)]
    reports = [report for d in debates if (report := catalogue.report(d))]
    totals = (
        (len(debates), ("debata w cyklu", "debaty w cyklu", "debat w cyklu")),
        (len(reports), home.REPORTED),
        (sum(report.attendance or 0 for report in reports), home.PEOPLE),
    )
    return CyclePage(
        frame=frame,
        head=record_head(catalogue, cycle, Link("Cykle", addresses.CYCLES)),
        cycle=cycle,
        prose=prose(catalogue, cycle),
        totals=tuple((number, plural(number, *words)) for number, words in totals),
        groups=groups(catalogue, members),
        around=surroundings(catalogue, cycle),
    )


def _standing(catalogue: Catalogue, frame: Frame, page: Page) -> StandingPage:
    return StandingPage(
        frame=frame,
        head=record_head(catalogue, page),
        page=page,
        prose=prose(catalogue, page),
        around=surroundings(catalogue, page),
        categories=_CATEGORIES if page.id == MAP else (),
        statuses=tuple(STATUSES.items()) if page.id == MAP else (),
    )


_CATEGORIES = tuple(Link(title, addresses.category(name)) for name, title in CATEGORIES.items())

View = Callable[[Catalogue, Frame, Any], object]

_VIEWS: dict[type[Record], tuple[str, View]] = {
    News: ("news.html", _news),
    Body: ("body.html", _body),
    Venue: ("venue.html", _venue),
    Cycle: ("cycle.html", _cycle),
    Page: ("standing.html", _standing),
}
"""Kind → its template and the function that makes its view."""
