"""What the pages of requests, districts and questions show: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.layout.charts import Chart
from plugins.layout.tables import RequestTable
from plugins.layout.values import (
    Badge,
    Card,
    Download,
    Facet,
    Frame,
    Group,
    Head,
    Illustration,
    Link,
    Member,
    Prose,
    Surroundings,
)
from plugins.newsroom.kinds.district import District, Plan
from plugins.newsroom.kinds.report import Figures
from plugins.newsroom.people import Person


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One dated entry of a request's history.

    ``words``: what is known of the answer of a hand-over; ``is_late``: it is overdue.
    """

    day: date
    status: Badge
    about: str
    body: Link | None
    debate: Link | None
    letter: Download | None
    case: str
    is_answer: bool
    words: str = ""
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class RequestPage:
    """``/wnioski/<id>/``; ``history`` oldest first."""

    frame: Frame
    head: Head
    number: str
    title: str
    summary: str
    spot: str
    status: Badge
    awaited: str
    """Whose answer is awaited; empty: nobody's."""
    is_late: bool
    history: tuple[HistoryEntry, ...]
    raised: Card | None
    """The debate at which it was raised."""
    repeats: Link | None
    repeated: tuple[Link, ...]
    plans: tuple[Link, ...]
    """Districts whose priority plan comes from it."""
    questions: tuple[Link, ...]
    prose: Prose | None
    around: Surroundings


@dataclass(frozen=True, slots=True)
class PlanPart:
    """A priority plan on its district's page. ``state``: current, to come, with a result or
    „brak wyniku”."""

    plan: Plan
    state: Badge
    category: Link | None
    partners: tuple[Member, ...]
    request: Link | None


@dataclass(frozen=True, slots=True)
class StreetLine:
    """A street, or a whole locality; ``houses`` as written, empty: all of them."""

    name: str
    houses: str = ""
    town: str = ""
    """Given where it is not the unit's own."""
    district: Link | None = None
    """Given in the list of all streets."""


@dataclass(frozen=True, slots=True)
class DistrictPage:
    """``/rejony/<id>/``."""

    frame: Frame
    head: Head
    district: District
    officer: Person | None
    """``None``: the post is vacant."""
    portrait: Illustration | None
    station: Link | None
    streets: tuple[StreetLine, ...]
    plans: tuple[PlanPart, ...]
    """Current and coming ones, then the past, newest first."""
    requests: RequestTable
    groups: tuple[Group, ...]
    prose: Prose | None
    around: Surroundings


@dataclass(frozen=True, slots=True)
class DistrictRow:
    """A district in the list of districts."""

    link: Link
    officer: Person | None
    phone: str
    streets: str
    """The first few streets, in one line."""


@dataclass(frozen=True, slots=True)
class DistrictsPage:
    """``/rejony/``."""

    frame: Frame
    head: Head
    title: str
    lead: str
    rows: tuple[DistrictRow, ...]
    example: str
    """An address for the finder's hint; empty: there is nothing to find."""


@dataclass(frozen=True, slots=True)
class StreetsPage:
    """``/ulice/``: letter → its streets."""

    frame: Frame
    head: Head
    title: str
    lead: str
    letters: tuple[tuple[str, tuple[StreetLine, ...]], ...]
    example: str
    """As on the list of districts."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its debate; ``answer`` empty: still open."""

    question: str
    answer: str
    who: Person | None
    debate: Card
    href: str
    """The question itself, within the report."""
    request: Link | None
    others: tuple[Card, ...] = ()
    """The other debates at which the same was asked."""


@dataclass(frozen=True, slots=True)
class Questions:
    """The newest of ``total`` questions."""

    shown: tuple[Asked, ...]
    total: int


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    """``/pytania/``. ``often``: asked at two debates or more, so in neither of the other two."""

    frame: Frame
    head: Head
    title: str
    lead: str
    facets: tuple[Facet, ...]
    often: tuple[Asked, ...]
    open: Questions
    answered: Questions


@dataclass(frozen=True, slots=True)
class FigureSet:
    """Figures of the Mapa Zagrożeń that may be compared, newest first. ``title``: their days and
    districts; ``yearly``: the years in a sentence, empty where there are not two."""

    title: str
    figures: tuple[Figures, ...]
    debates: tuple[tuple[Card, ...], ...]
    """The debates at which each of the figures was shown."""
    yearly: str = ""
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class CategoryPage:
    """``/kategorie/<id>/``: what was said of a category, what was done, how to report it."""

    frame: Frame
    head: Head
    title: str
    lead: str
    parts: tuple[Link, ...]
    """The parts of this page, in their order."""
    requests: RequestTable
    plans: tuple[tuple[Link, PlanPart], ...]
    """(district, plan), current first."""
    figures: tuple[FigureSet, ...]
    questions: Questions
    groups: tuple[Group, ...]
    empty: str
    guide: Link | None
    """The unit's own page about the map."""
