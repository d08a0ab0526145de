"""What a feed of any format is made from: frozen values, newest entry first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from plugins.layout.values import Prose


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A picture that comes with an entry: whole address, bytes, words, size in pixels."""

    address: str
    size: int
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. ``id`` never changes; ``published`` and ``updated`` have their offset.

    ``facts``: (what, value) above the text, as plain text. ``author``: empty if not known.
    """

    id: str
    title: str
    link: str
    summary: str
    published: datetime
    updated: datetime
    categories: tuple[str, ...]
    author: str
    lang: str
    facts: tuple[tuple[str, str], ...] = ()
    prose: Prose | None = None
    picture: Enclosure | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed; ``link`` is the page it follows, ``address`` + a format's ending its own.

    ``stylesheet``: what a browser shows it by, empty: nothing. All addresses are whole.
    """

    id: str
    title: str
    subtitle: str
    link: str
    address: str
    site: str
    author: str
    updated: datetime
    stylesheet: str
    entries: tuple[Entry, ...]

    def itself(self, form: str) -> str:
        """Its own address in a format: ``rss.xml``, ``atom.xml``, ``json``."""
        return f"{self.address}.{form}"


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed in a list of feeds; addresses are whole."""

    title: str
    about: str
    file: str
    page: str


@dataclass(frozen=True, slots=True)
class Subscriptions:
    """Every feed of the site under headings."""

    title: str
    owner: str
    groups: tuple[tuple[str, tuple[Subscription, ...]], ...]
