"""What the pages of records show: frozen values, the only thing a template may read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.layout.charts import Chart
from plugins.layout.tables import RequestTable
from plugins.layout.values import (
    Badge,
    Card,
    Frame,
    Group,
    Head,
    Link,
    Member,
    Prose,
    Surroundings,
)
from plugins.newsroom.dates import Moment
from plugins.newsroom.kinds.body import Body
from plugins.newsroom.kinds.cycle import Cycle
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.news import News
from plugins.newsroom.kinds.page import Page
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.kinds.venue import Place
from plugins.newsroom.phases import Due
from plugins.pages.outcomes import Asked


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a debate's life. ``state``: ``done now next`` or ``off``."""

    name: str
    moment: Moment | None
    state: str
    href: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class HomePage:
    """``/``. ``upcoming`` without ``nearest``."""

    frame: Frame
    head: Head
    today: date
    nearest: Card | None
    nearest_place: str
    calendar: str
    """Address of the nearest debate's calendar file; empty without one."""
    days_left: int
    upcoming: tuple[Card, ...]
    awaiting: tuple[Card, ...]
    reported: tuple[Card, ...]
    news: tuple[Card, ...]
    figures: tuple[tuple[int, str], ...]
    """(number, what it counts in the right plural)."""
    balance: Link | None
    """What came of the requests, counted; ``None``: none was ever raised."""
    doors: tuple[tuple[Link, str], ...]
    """(link, sentence) of each service."""


@dataclass(frozen=True, slots=True)
class ReportPart:
    """The report within its debate's page."""

    report: Report
    prose: Prose | None
    present: tuple[Member, ...]
    around: Surroundings
    asked: tuple[Asked, ...]
    categories: tuple[tuple[str, str], ...]
    """(id, name) of the categories in the figures."""
    chart: Chart | None
    """Of the figures, which a table tells."""
    alternates: tuple[tuple[str, str], ...]
    """(language, address) of the report in each language; empty: only in one."""


@dataclass(frozen=True, slots=True)
class DebatePage:
    """``/debaty/<id>/`` in every phase; with a report, that comes first."""

    frame: Frame
    head: Head
    debate: Debate
    phase: Badge
    steps: tuple[Step, ...]
    place: Place | None
    place_href: str
    organisers: tuple[Member, ...]
    guests: tuple[Member, ...]
    prose: Prose | None
    report: ReportPart | None
    due: Due | None
    days_left: int | None
    """Days to go; None when it is not ahead."""
    evaluates: tuple[Card, ...]
    evaluated_by: tuple[Card, ...]
    requests: RequestTable | None
    """Raised at it."""
    accounted: RequestTable | None
    """Of the debates that it evaluates."""
    discussed: RequestTable | None
    """Raised elsewhere and spoken of here."""
    calendar: str
    """Address of the debate's own calendar file; empty: no event."""
    poster: str
    """Address of its poster; empty: it has none (any more)."""
    around: Surroundings


@dataclass(frozen=True, slots=True)
class NewsPage:
    """``/aktualnosci/<id>/``."""

    frame: Frame
    head: Head
    news: News
    badge: Badge
    prose: Prose | None
    around: Surroundings


@dataclass(frozen=True, slots=True)
class BodyPage:
    """``/podmioty/<id>/``."""

    frame: Frame
    head: Head
    body: Body
    parent: Link | None
    children: tuple[Link, ...]
    answers: tuple[tuple[str, str, str], ...]
    """(name, value, no address) of what it was asked and how it answers; empty: it never was."""
    requests: RequestTable
    """What was handed over to it."""
    prose: Prose | None
    groups: tuple[Group, ...]
    around: Surroundings


@dataclass(frozen=True, slots=True)
class VenuePage:
    """``/miejsca/<id>/``."""

    frame: Frame
    head: Head
    place: Place
    summary: str
    prose: Prose | None
    groups: tuple[Group, ...]
    around: Surroundings


@dataclass(frozen=True, slots=True)
class CyclePage:
    """``/cykle/<id>/``."""

    frame: Frame
    head: Head
    cycle: Cycle
    prose: Prose | None
    totals: tuple[tuple[int, str], ...]
    groups: tuple[Group, ...]
    around: Surroundings


@dataclass(frozen=True, slots=True)
class StandingPage:
    """``/kontakt/`` and the like; ``page.conformance`` given: the accessibility statement."""

    frame: Frame
    head: Head
    page: Page
    prose: Prose | None
    around: Surroundings
    categories: tuple[Link, ...] = ()
    """Of the Krajowa Mapa Zagrożeń, on the page about it alone."""
    statuses: tuple[tuple[str, str], ...] = ()
    """(status of a report on the map, what it means), likewise."""


@dataclass(frozen=True, slots=True)
class TombstonePage:
    """What stays at the address of a withdrawn record."""

    frame: Frame
    head: Head
    day: date
    reason: str
    instead: Link | None


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """``404.html``: its links must work from any depth, so all are root-relative."""

    frame: Frame
    head: Head


@dataclass(frozen=True, slots=True)
class MovedPage:
    """A page at an old address that leads to the new one; ``target`` is a whole address."""

    title: str
    target: str
