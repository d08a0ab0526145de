"""The picture that a link to a page shows elsewhere (ogp.me, „og:image”): its words and address.

A debate always shows its day and state, which matter more than any photograph. Any other record
shows its own picture if it has one. What is no record's shows its section's. The address of a
file lasts; its query changes with the words, because networks fetch an address only once.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import lru_cache
from operator import attrgetter
from typing import Any

from plugins.layout import cards
from plugins.layout.surroundings import illustration
from plugins.layout.values import Illustration
from plugins.newsroom import addresses, dates
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import Moment, Precision
from plugins.newsroom.kinds import FOLDER_OF, KINDS
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.debate import Debate, State
from plugins.newsroom.kinds.district import District
from plugins.newsroom.kinds.news import News
from plugins.newsroom.kinds.page import Page
from plugins.newsroom.kinds.programme import Programme
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.kinds.request import Request
from plugins.newsroom.phases import Phase
from plugins.newsroom.prose import Picture
from plugins.newsroom.typography import untied

WIDTH, HEIGHT = 1200, 630
"""Pixels; what networks show without cutting."""


@dataclass(frozen=True, slots=True)
class Share:
    """The words of a picture. ``kind``: what the page is; ``when``: its day, ``is_off``: struck
    out; ``badge``: its state. All but ``title`` and ``unit`` may be empty.
    """

    kind: str
    title: str
    when: str
    is_off: bool
    badge: str
    unit: str
    is_fictional: bool

    @property
    def version(self) -> str:
        """Changes with the words."""
        words = "\n".join(map(str, _words(self)))
        return hashlib.blake2b(words.encode(), digest_size=4).hexdigest()

    @property
    def alt(self) -> str:
        """The same in words."""
        told = f"{self.kind}: {self.title}" if self.kind else self.title
        return ". ".join(part for part in (told, self.when, self.badge) if part) + "."


_words = attrgetter(*(field.name for field in fields(Share)))


def picture(catalogue: Catalogue, record: Record) -> Illustration | None:
    """What a link to a record shows; ``None``: what its section does."""
    if is_drawn(catalogue, record):
        return _illustration(addresses.share(record), of(catalogue, record))
    return illustration(catalogue, record, record.picture)


def is_drawn(catalogue: Catalogue, record: Record) -> bool:
    """Whether a record's picture is drawn; else it shows its own, or its section's.

    The latter where the type has no letters for its title: it has those of western Europe.
    """
    own = record.picture if not isinstance(record, Debate) else None
    return not (own and illustration(catalogue, record, own)) and bool(shown(record.title))


def of(catalogue: Catalogue, record: Record) -> Share:
    """The words of a picture that is drawn."""
    when, badge = _when(record), _badge(catalogue, record)
    off = isinstance(record, Debate) and record.state is not State.PLANNED
    return _share(catalogue, _kind(record), shown(record.title), when, badge, off)


_SECTIONS = {
    addresses.HOME: "",
    addresses.DEBATES: "Debaty społeczne",
    addresses.REQUESTS: "Wnioski mieszkańców",
    addresses.CALENDAR: "Kalendarz debat",
    addresses.DISTRICTS: "Dzielnicowi i ich rejony",
    addresses.PROGRAMMES: "Programy",
    addresses.NEWS: "Aktualności",
    addresses.ARCHIVE: "Archiwum",
    addresses.QUESTIONS: "Pytania z debat",
    addresses.CATEGORIES: "Kategorie zagrożeń",
    addresses.TOPICS: "Tematy",
    addresses.DATA: "Otwarte dane",
}
"""Section → the words of its picture; home's are the unit's name."""

_NEEDS = {addresses.REQUESTS: Request, addresses.DISTRICTS: District, addresses.QUESTIONS: Report}
"""Sections that a site has once it has records of a kind."""


def sections(catalogue: Catalogue) -> dict[str, tuple[str, Share]]:
    """Section → (address, words) of the picture that its lists share; home's stands for all."""
    name = shown(catalogue.unit.name.nominative) or catalogue.unit.short
    absent = {home for home, kind in _NEEDS.items() if not catalogue.has(kind)}
    told = {home: words or name for home, words in _SECTIONS.items() if home not in absent}
    shares = {home: _share(catalogue, "", words) for home, words in told.items()}
    return {home: (addresses.section_share(home), share) for home, share in shares.items()}


def pictures(catalogue: Catalogue) -> tuple[tuple[str, Illustration], ...]:
    """The pictures of sections, home's first."""
    found = sections(catalogue).items()
    return tuple((home, _illustration(address, share)) for home, (address, share) in found)


def _share(
    catalogue: Catalogue, kind: str, title: str, when: str = "", badge: str = "", off: bool = False
) -> Share:
    unit = catalogue.unit
    name = shown(unit.short) or addresses.host(unit)
    return Share(kind, title, when, off, badge, name, unit.demonstration)


def _illustration(address: str, share: Share) -> Illustration:
    return Illustration(Picture(f"{address}?v={share.version}", WIDTH, HEIGHT, ()), share.alt)


# -- words -----------------------------------------------------------------------------------

_SIGNS = frozenset(
    {*map(chr, range(0x20, 0x7F)), *map(chr, range(0xA1, 0x100))}
    | set("ĄąĆćĘęŁłŃńŒœŚśŠšŸŹźŻżŽžƒ–—‘’‚“”„†‡•…‰‹›€™")
) - {"\xad"}
"""What the type of the pictures has (tests/sharing look)."""


@lru_cache(maxsize=256)
def shown(text: str) -> str:
    """As far as the type goes: other signs go, accents that it lacks too; empty: letters would.

    >>> shown("Dvořák 🙂 i ja"), shown("Дебата")
    ('Dvorák i ja', '')
    """
    text = unicodedata.normalize("NFC", untied(text))
    if _SIGNS.issuperset(text):
        return " ".join(text.split())
    whole = [_sign(sign) for sign in text]
    if None in whole:
        return ""
    return " ".join("".join(sign or "" for sign in whole).split())


def _sign(sign: str) -> str | None:
    """A sign, or what stands for it; ``None`` for a letter that nothing stands for."""
    base = unicodedata.normalize("NFD", sign)[0]
    found = next((one for one in (sign, base) if one in _SIGNS), "")
    return found if found or not sign.isalpha() else None


def _kind(record: Record) -> str:
    """What it is: ``Debata społeczna``, ``Wniosek W-2026-001``; a standing page is itself."""
    if isinstance(record, Page):
        return ""
    if isinstance(record, Debate):
        return "Debata społeczna"
    word = KINDS[FOLDER_OF[type(record)]].one.capitalize()
    return f"{word} {record.number}" if isinstance(record, Request) else word


def _when(record: Record) -> str:
    if isinstance(record, Debate):
        return _occasion(record.when, shown(record.when_told))
    if isinstance(record, Programme):
        return cards.years(record.period)
    dated = isinstance(record, News | Request) and record.appeared
    return _day(dated) if dated and dated.day else ""


def _occasion(moment: Moment, told: str) -> str:
    """``czwartek, 10 grudnia 2026 r., godz. 17:00``, or as much as is known.

    >>> _occasion(dates.moment("2026-12-10 17:00"), "")
    'czwartek, 10 grudnia 2026 r., godz. 17:00'
    """
    first = moment.first
    if first is None or moment.precision is Precision.YEAR:
        return told or (f"{first.year} r." if first else "")
    if moment.precision is Precision.MONTH:
        return told or dates.month_name((first.year, first.month))
    hour = f", godz. {moment.clock}" if moment.clock else ""
    return f"{dates.WEEKDAYS[first.weekday()]}, {_day(moment)}{hour}"


def _day(moment: Moment) -> str:
    assert moment.first is not None, "only known days are told"
    return f"{cards.day_and_month(moment.first)} {moment.first.year} r."


_QUIET = {Phase.TODAY: "Zapowiedziana", Phase.HELD: "Po debacie"}
"""Said without counting days: networks keep a picture for weeks."""


def _badge(catalogue: Catalogue, record: Record) -> str:
    """The state in a word."""
    if isinstance(record, Debate):
        quiet = _QUIET.get(catalogue.phase(record))
        return quiet or cards.phase_badge(catalogue, record).text
    maker = _BADGES.get(type(record))
    return maker(catalogue, record) if maker else ""


_BADGES: dict[type[Record], Callable[[Catalogue, Any], str]] = {
    Request: lambda catalogue, one: cards.STATUSES[catalogue.status(one)].text,
    Programme: lambda catalogue, one: cards.STATES[catalogue.programme_state(one)].text,
    News: lambda catalogue, one: cards.news_badge(catalogue, one).text,
}
