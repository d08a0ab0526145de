"""The values that pages of every feature share: cards, notices, the frame, the head.

Dates stay dates and moments stay moments; filters (:mod:`plugins.layout.filters`) write them
in Polish when a page is made. A page's view is the variable ``page`` of its template.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.newsroom.dates import Moment
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.people import Person
from plugins.newsroom.prose import Picture
from plugins.outputs import File, Text


@dataclass(frozen=True, slots=True)
class Link:
    """Words and where they lead; ``href`` is root-relative or whole, empty: plain words.

    ``lang``: the language of the words.
    """

    text: str
    href: str = ""
    lang: str = "pl"


@dataclass(frozen=True, slots=True)
class Badge:
    """A state as a word with an icon, never by colour alone.

    ``tone``: ``wait now ok stop quiet``; ``icon``: a name of the component ``icon``.
    """

    text: str
    tone: str
    icon: str


@dataclass(frozen=True, slots=True)
class Illustration:
    """A picture as published, with its words.

    ``consent``: whoever is on it agreed to be shown. ``focus``: what must stay where the
    picture is cut, in tenths from the left and from the top.
    """

    picture: Picture
    alt: str
    author: str = ""
    licence: str = ""
    consent: bool = False
    focus: tuple[int, int] = (5, 5)


@dataclass(frozen=True, slots=True)
class Card:
    """A record in a list. ``kind`` is the Polish word for it, ``moment`` the day it shows.

    ``note``: a line under the title (place, publisher, attendance).
    """

    title: str
    href: str
    kind: str = ""
    moment: Moment | None = None
    badge: Badge | None = None
    lead: str = ""
    note: str = ""
    lang: str = "pl"


@dataclass(frozen=True, slots=True)
class Notice:
    """A box above the content. ``tone``: ``stop wait quiet``; ``struck``: an old date."""

    tone: str
    title: str
    text: str = ""
    struck: Moment | None = None
    link: Link | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Metka:
    """Who published a record, for whom and when („pokaż metkę”)."""

    person: str
    body: str
    published: Moment | None
    updated: Moment | None
    approved: str
    source: Link | None
    read: date | None
    """When the source was read."""
    changes: tuple[tuple[Moment, str, str, str, str], ...]
    """(day, what, was, is, reason), newest first."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A body with the addresses that its links and pictures get."""

    text: Text
    links: tuple[tuple[str, str], ...] = ()
    pictures: tuple[tuple[str, Picture], ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A person, or a body that can be linked to, or plain words."""

    person: Person
    href: str = ""


@dataclass(frozen=True, slots=True)
class Download:
    """A file to download; ``size`` in bytes, ``format`` such as ``PDF``.

    ``pages`` of a PDF, 0: not known; ``is_scan``: pictures of pages, which not everyone can read.
    """

    text: str
    href: str
    format: str
    size: int
    pages: int = 0
    is_scan: bool = False


@dataclass(frozen=True, slots=True)
class Media:
    """A film or a sound recording; empty addresses: not given.

    ``size`` of the file at ``src`` in bytes; ``poster``: what a film shows until it is played;
    ``spoken``: a transcript of plain text, which stands in the page itself.
    """

    kind: str
    src: str
    link: str
    captions: str
    transcript: str
    exempt: str
    size: int = 0
    poster: str = ""
    spoken: File | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page. ``stylesheet``, ``favicon``, ``manifest``: addresses."""

    unit: Unit
    stylesheet: str
    favicon: str
    manifest: str
    colours: tuple[str, str]
    """Of the browser's own bars: on light, on dark; those of the header."""
    base: str
    menu: tuple[Link, ...]
    service: tuple[tuple[Link, str], ...]
    """(link, meaning of its abbreviation) above the menu."""
    logo: Picture | None
    """The unit's own mark; ``None``: the site's."""
    statement: str
    """Address of the accessibility statement; empty: not written yet."""
    clause: str
    """Address of the data protection clause; empty: not written yet."""
    footer: tuple[tuple[Link, ...], ...]
    feeds: tuple[Link, ...]
    warnings: tuple[Card, ...]
    pictures: tuple[tuple[str, Illustration], ...]
    """(section, what links to its pages show elsewhere), home's first; a page may have its own."""
    scripts: tuple[tuple[str, str], ...] = ()
    """(name, address) of the theme's scripts; a page loads those that its head names."""
    has_engine: bool = False
    """Whether the site can be searched: then the header has a box, else a link to the indexes."""

    @property
    def ahead(self) -> str:
        """Addresses, by spaces, of the scripts that will answer whoever turns to the box."""
        there = (address for name, address in self.scripts if name in ("lookup", "search"))
        return " ".join(f"{self.base}{address}" for address in there)


@dataclass(frozen=True, slots=True)
class Head:
    """A page's own head. ``address`` is root-relative; ``section`` marks the menu's entry.

    ``json_ld``: JSON text of each thing that the page is about (see :mod:`structured`);
    breadcrumbs come of themselves. ``feeds``: feeds and calendars of this page's matter.
    """

    title: str
    address: str
    description: str = ""
    section: str = ""
    crumbs: tuple[Link, ...] = ()
    is_indexed: bool = True
    lang: str = "pl"
    json_ld: tuple[str, ...] = ()
    published: Moment | None = None
    updated: Moment | None = None
    picture: Illustration | None = None
    """What a link to the page shows elsewhere."""
    alternates: tuple[tuple[str, str], ...] = ()
    """(language, address) of translations."""
    feeds: tuple[Link, ...] = ()
    scripts: tuple[str, ...] = ("menu",)
    """Names of the scripts that ease the page."""


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under a heading; ``more`` leads to the rest; ``empty`` is said when there are none."""

    title: str
    cards: tuple[Card, ...]
    id: str = ""
    more: Link | None = None
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a list: its values as links to lists of their own, or to parts of this.

    ``about``: a sentence of what can be found so.
    """

    title: str
    links: tuple[Link, ...]
    about: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every record's page ends with."""

    metka: Metka
    see_also: tuple[Card, ...]
    before: Link | None
    after: Link | None
    topics: tuple[Link, ...]
    categories: tuple[Link, ...]
    districts: tuple[Link, ...]
    notices: tuple[Notice, ...]
    illustration: Illustration | None
    gallery: tuple[Illustration, ...]
    downloads: tuple[Download, ...]
    media: tuple[Media, ...]
    programme: Link | None = None
    activity: Link | None = None
    """Of the programme."""
    cycle: Link | None = None
    publisher: Link | None = None
    """Given when another body publishes the record."""


@dataclass(frozen=True, slots=True)
class ListPage:
    """Any list: debates, news, a year, a topic, a category, the archive, the site's map.

    ``shortcuts`` (years, months, letters) stand above the groups, ``lead`` under the title,
    ``facets`` beside the groups.
    """

    frame: Frame
    head: Head
    title: str
    lead: str = ""
    shortcuts: tuple[Link, ...] = ()
    shortcuts_title: str = ""
    groups: tuple[Group, ...] = ()
    notice: Notice | None = None
    after: str = ""
    """A closing sentence."""
    facets: tuple[Facet, ...] = ()
