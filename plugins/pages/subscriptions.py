"""The calendars and channels that a resident can subscribe to, by what they want to know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.layout import making
from plugins.layout.frame import CALENDAR, head
from plugins.layout.values import Frame, Head
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import Moment
from plugins.outputs import Later, Output
from plugins.pages import home


@dataclass(frozen=True, slots=True)
class Appointment:
    """A debate's own calendar file."""

    title: str
    file: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class Subscription:
    """One wish and what fulfils it.

    ``kind``: ``calendar``, ``feed``, or ``files`` (then ``debates`` are those that have one, and
    ``file`` is empty). ``id``: the anchor of its part of the page.
    """

    id: str
    wish: str
    about: str
    kind: str
    file: str = ""
    debates: tuple[Appointment, ...] = ()


@dataclass(frozen=True, slots=True)
class SubscriptionsPage:
    """``/subskrypcje/``."""

    frame: Frame
    head: Head
    title: str
    lead: str
    subscriptions: tuple[Subscription, ...]


def plan(catalogue: Catalogue, frame: Frame) -> Iterator[Output]:
    """One page."""
    path = addresses.file(addresses.SUBSCRIPTIONS)
    yield Output(path, making.page, Later(_page, catalogue, frame), "subscriptions.html")


_LEAD = (
    "Nie musisz tu zaglądać codziennie. Wybierz, o czym chcesz wiedzieć. Bez konta, bez podawania "
    "adresu e-mail i za darmo."
)


def _page(catalogue: Catalogue, frame: Frame) -> SubscriptionsPage:
    return SubscriptionsPage(
        frame=frame,
        head=head("Subskrypcje", addresses.SUBSCRIPTIONS, description=_LEAD, feeds=(CALENDAR,)),
        title="Subskrypcje",
        lead=_LEAD,
        subscriptions=(
            _ALL,
            Subscription(_ONE.id, _ONE.wish, _ONE.about, _ONE.kind, debates=_dated(catalogue)),
            _NEW,
        ),
    )


_ALL = Subscription(
    "wszystkie-debaty",
    "Chcę znać terminy wszystkich debat",
    "Dodaj nasz kalendarz do swojego. Nowe terminy, zmiany i odwołania pojawią się w nim same.",
    "calendar",
    addresses.CALENDAR_FILE,
)
_ONE = Subscription(
    "jedna-debata",
    "Chcę zapisać jeden termin",
    "Pobierz plik debaty i otwórz go w swoim kalendarzu. Zapisze się ten jeden termin. Gdy go "
    "zmienimy, plik się nie poprawi, więc przed wyjściem zajrzyj na stronę debaty.",
    "files",
)
_NEW = Subscription(
    "co-nowego",
    "Chcę wiedzieć, co nowego",
    "Kanał podaje zapowiedzi debat, sprawozdania, programy i aktualności, 30 ostatnich.",
    "feed",
    addresses.FEED_ALL,
)


def _dated(catalogue: Catalogue) -> tuple[Appointment, ...]:
    """Debates to come whose day is known: only they have a calendar file."""
    return tuple(
        Appointment(debate.title, addresses.event_file(debate), debate.when)
        for debate in home.upcoming(catalogue)
        if debate.when.day
    )
