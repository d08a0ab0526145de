"""What the address finder looks in: every street with its houses and the district they are in.

A file that a page fetches when someone starts to write an address; the address goes nowhere.
The meaning of a list of houses is :mod:`plugins.newsroom.houses`; ``theme/static/finder.js`` has
the same rules, and a test holds the two together.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.layout.linking import tel
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.houses import EVEN, ODD, WHOLE_STREET, Span
from plugins.newsroom.kinds.district import District, Street
from plugins.newsroom.kinds.unit import Telephone
from plugins.outputs import Later, Output, Tools

INDEX = f"{addresses.STREETS}adresy.json"

SCRIPTS = ("menu", "finder")


@dataclass(frozen=True, slots=True)
class Beat:
    """A district as an answer shows it. ``officer``: rank and name, empty: the post is vacant."""

    title: str
    address: str
    officer: str
    phone: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Houses of one street in one district. ``street`` empty: a whole locality.

    ``town`` empty: the unit's own; ``beat``: place of the district among the beats; ``spans``
    empty: all houses.
    """

    street: str
    town: str
    beat: int
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class AddressIndex:
    """All that the finder knows. ``base``: the path that the site is served under."""

    base: str
    seat: str
    phone: Telephone | None
    beats: tuple[Beat, ...]
    entries: tuple[Entry, ...]


def plan(catalogue: Catalogue) -> Iterator[Output]:
    """One file; nothing where the unit has no districts."""
    if catalogue.has(District):
        yield Output(addresses.file(INDEX), written, Later(index, catalogue))


def index(catalogue: Catalogue) -> AddressIndex:
    """Every street of every district that may be named."""
    unit, districts = catalogue.unit, catalogue.districts
    return AddressIndex(
        base=addresses.base(unit),
        seat=unit.address.town if unit.address else "",
        phone=unit.phones[0] if unit.phones else None,
        beats=tuple(map(_beat, districts)),
        entries=tuple(
            entry for place, district in enumerate(districts) for entry in _entries(district, place)
        ),
    )


def _beat(district: District) -> Beat:
    person = district.officer.person if district.officer else None
    officer = " ".join(filter(None, (person.rank, person.name))) if person else ""
    return Beat(district.title, addresses.of(district), officer, district.phone)


def _entries(district: District, place: int) -> Iterator[Entry]:
    yield from (_entry(street, "", place) for street in district.streets)
    for locality in district.localities:
        if not locality.streets:
            yield Entry("", locality.name, place, "", ())
        yield from (_entry(street, locality.name, place) for street in locality.streets)


def _entry(street: Street, town: str, place: int) -> Entry:
    spans = () if street.houses == WHOLE_STREET else street.houses.spans
    return Entry(street.name, town, place, street.houses.text, spans)


def written(view: AddressIndex, _: Tools) -> bytes:
    """JSON; its keys are the officer's words, lists keep it small."""
    told = {
        "siedziba": view.seat,
        "telefon": _phone(view.phone.number) if view.phone else None,
        "rejony": [_told(beat, view.base) for beat in view.beats],
        "ulice": [
            [one.street, one.town, one.beat, one.text, [_span(span) for span in one.spans]]
            for one in view.entries
        ],
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _told(beat: Beat, base: str) -> dict[str, object]:
    return {
        "nazwa": beat.title,
        "adres": base + beat.address,
        "dzielnicowy": beat.officer,
        "telefon": _phone(beat.phone) if beat.phone else None,
    }


def _phone(number: str) -> list[str]:
    """Digits as they are read, and the link that calls them."""
    return [number, tel(number)]


_SIDES = {"": 0, ODD: 1, EVEN: 2}


def _span(span: Span) -> list[object]:
    """First, last, side (0 both, 1 odd, 2 even), letter (``null``: any, empty: none)."""
    return [span.first, span.last, _SIDES[span.parity], span.letter]
