"""The calendars and channels that a resident can subscribe to, by what they want to know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.layout import calendars, channels, making
from plugins.layout.calendars import Kind
from plugins.layout.channels import Channel
from plugins.layout.frame import CALENDAR, head
from plugins.layout.values import Frame, Head, Link
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import Moment
from plugins.newsroom.kinds.cycle import Cycle
from plugins.newsroom.kinds.district import District
from plugins.newsroom.spelling import alphabetical
from plugins.outputs import Later, Output
from plugins.pages import home

STREETS = 6
"""Streets that tell a district; the rest stands on its page."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """A debate's own calendar file."""

    title: str
    file: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class Source:
    """What one can subscribe to: a calendar, a feed in its forms, or both.

    ``name``: as a subscriber's program shows the calendar; ``page``: where the same stands to be
    read; ``id``: an anchor, if something leads here.
    """

    title: str
    about: str
    name: str = ""
    calendar: str = ""
    feeds: tuple[Link, ...] = ()
    page: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Sources under one heading, folded away until someone looks for them."""

    title: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a resident wants, and what fulfils it. ``id``: the anchor of its part of the page.

    ``sources`` stand open, ``choices`` are folded, one by one; ``shelves`` together;
    ``debates``: those that have a file; ``link``: what helps to choose.
    """

    id: str
    wish: str
    about: str
    sources: tuple[Source, ...] = ()
    choices: tuple[Source, ...] = ()
    shelves: tuple[Shelf, ...] = ()
    debates: tuple[Appointment, ...] = ()
    empty: str = ""
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class SubscriptionsPage:
    """``/subskrypcje/``; ``list``: the address of all feeds in one file."""

    frame: Frame
    head: Head
    title: str
    lead: str
    wishes: tuple[Wish, ...]
    list: str


def plan(catalogue: Catalogue, frame: Frame) -> Iterator[Output]:
    """One page."""
    path = addresses.file(addresses.SUBSCRIPTIONS)
    yield Output(path, making.page, Later(_page, catalogue, frame), "subscriptions.html")


_LEAD = (
    "Nie musisz tu zaglądać codziennie. Wybierz, o czym chcesz wiedzieć. Bez konta, bez podawania "
    "adresu e-mail i za darmo."
)
SCRIPTS = ("menu", "copy")


def _page(catalogue: Catalogue, frame: Frame) -> SubscriptionsPage:
    wishes = (_ALL, _nearby(catalogue), _cycles(catalogue), _DAYS, _one(catalogue))
    return SubscriptionsPage(
        frame=frame,
        head=head(
            "Subskrypcje",
            addresses.SUBSCRIPTIONS,
            description=_LEAD,
            feeds=(CALENDAR,),
            scripts=SCRIPTS,
        ),
        title="Subskrypcje",
        lead=_LEAD,
        wishes=(*(wish for wish in wishes if wish), _news(catalogue)),
        list=addresses.CHANNELS_FILE,
    )


def _calendar(kind: Kind, title: str = "") -> Source:
    return Source(title or kind.name, kind.about, kind.name, kind.file)


_ALL = Wish(
    "wszystkie-debaty",
    "Chcę znać terminy wszystkich debat",
    "Dodaj nasz kalendarz do swojego. Raz, a nowe terminy, zmiany i odwołania pokaże sam.",
    sources=(_calendar(calendars.ALL, "Wszystkie debaty"),),
    choices=(
        _calendar(calendars.ALARMS, "To samo z przypomnieniem dzień wcześniej"),
        _calendar(calendars.HELD, "To samo bez debat odwołanych"),
    ),
)
_DAYS = Wish(
    "wazne-dni",
    "Chcę zdążyć ze zgłoszeniem albo pytaniem",
    "W tym kalendarzu są dni, do których można coś zgłosić, i dni, do których odpowiadamy my.",
    sources=(_calendar(calendars.DEADLINES, "Ważne dni"),),
)


def _nearby(catalogue: Catalogue) -> Wish | None:
    """By district; streets lead to it."""
    found = sorted(catalogue.districts, key=lambda one: alphabetical(one.title))
    return _choice(
        "moja-okolica",
        "Chcę wiedzieć, co w mojej okolicy",
        "Każdy rejon dzielnicowego ma swój kalendarz debat i kanał z wnioskami i wiadomościami. "
        "Wybierz rejon.",
        (_both(one, _streets(one), channels.of(one)) for one in found),
        Link("Nie wiesz, który to rejon? Znajdź swoją ulicę", addresses.STREETS),
    )


def _cycles(catalogue: Catalogue) -> Wish | None:
    found = sorted(catalogue.cycles, key=lambda one: alphabetical(one.title))
    return _choice(
        "cykle",
        "Chcę śledzić jeden cykl debat",
        "Cykl to debaty pod wspólną nazwą. Każdy ma swój kalendarz i kanał.",
        (_both(one, one.frequency, channels.of(one)) for one in found),
    )


def _choice(
    anchor: str, wish: str, about: str, found: Iterable[Source], link: Link | None = None
) -> Wish | None:
    choices = tuple(found)
    return Wish(anchor, wish, about, choices=choices, link=link) if choices else None


def _both(record: District | Cycle, about: str, channel: Channel) -> Source:
    """A calendar and a feed of one record."""
    kind = calendars.of(record)
    anchor = addresses.channel_name(record)
    return Source(record.title, about, kind.name, kind.file, channel.files, kind.page, anchor)


def _streets(district: District) -> str:
    """The first streets and localities of a district, to know it by."""
    names = [street.name for street in district.streets]
    names += [locality.name for locality in district.localities]
    more = f" i inne (razem {len(names)})" if len(names) > STREETS else ""
    return f"{', '.join(names[:STREETS])}{more}" if names else ""


def _one(catalogue: Catalogue) -> Wish:
    return Wish(
        "jedna-debata",
        "Chcę zapisać jeden termin",
        "Pobierz plik debaty i otwórz go w swoim kalendarzu. Zapisze się ten jeden termin. Gdy go "
        "zmienimy, plik się nie poprawi, więc przed wyjściem zajrzyj na stronę debaty.",
        debates=_dated(catalogue),
        empty="Żadna debata nie ma teraz ustalonego dnia.",
    )


def _dated(catalogue: Catalogue) -> tuple[Appointment, ...]:
    """Debates to come whose day is known: only they have a calendar file."""
    return tuple(
        Appointment(debate.title, addresses.event_file(debate), debate.when)
        for debate in home.upcoming(catalogue)
        if debate.when.day
    )


def _news(catalogue: Catalogue) -> Wish:
    """Feeds: of the whole site's, and folded, of what has no calendar of its own."""
    (_, whole), *groups = channels.groups(catalogue)
    gone = {addresses.of(record) for record in catalogue.withdrawn}
    told = {addresses.of(record) for record in (*catalogue.districts, *catalogue.cycles)}
    shelves = (
        Shelf(title, tuple(_feed(one) for one in members if one.page not in gone | told))
        for title, members in groups
    )
    return Wish(
        "co-nowego",
        "Chcę wiedzieć, co nowego",
        "Kanał podaje nowości jedna po drugiej: zapowiedzi, zmiany terminów, sprawozdania "
        "i wnioski mieszkańców.",
        sources=(_feed(whole[0]),),
        choices=tuple(map(_feed, whole[1:])),
        shelves=tuple(shelf for shelf in shelves if shelf.sources),
    )


def _feed(channel: Channel) -> Source:
    return Source(channel.title, channel.about, feeds=channel.files, page=channel.page)
