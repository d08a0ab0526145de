"""``miejsca``: venues, and the same keys where a debate describes its place itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from plugins.newsroom import fields as f
from plugins.newsroom.fields import Key
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.media import Contradiction, Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal address; what was written as one text stays in ``street``."""

    street: Annotated[f.Line, Key("ulica", "ulica i numer")] = ""
    postcode: Annotated[f.Plain, Key("kod", "kod pocztowy")] = ""
    town: Annotated[f.Line, Key("miejscowość", "miejscowość")] = ""

    @classmethod
    def from_text(cls, text: str) -> Address:
        """``ul. Lipowa 12, 00-000 Przykładów`` taken apart; anything else kept whole."""
        text = f.line(text)
        found = re.fullmatch(r"(.+?),\s*([0-9]{2}-[0-9]{3})\s+(.+)", text)
        if found:
            return cls(street=found[1], postcode=found[2], town=found[3])
        street, _, town = text.rpartition(",")
        return cls(street=street.strip() or town.strip(), town=town.strip() if street else "")

    @property
    def line(self) -> str:
        """One line: ``ul. Lipowa 12, 00-000 Przykładów``."""
        place = " ".join(part for part in (self.postcode, self.town) if part)
        return ", ".join(part for part in (self.street, place) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accessibility:
    """What a visitor finds: yes, no, or not known (``None``: „brak danych” is not „nie”)."""

    ramp: Annotated[f.Flag | None, Key("podjazd", "podjazd albo wejście bez progu")] = None
    lift: Annotated[f.Flag | None, Key("winda", "winda")] = None
    toilet: Annotated[f.Flag | None, Key("toaleta dostosowana", "toaleta dostosowana")] = None
    loop: Annotated[f.Flag | None, Key("pętla indukcyjna", "pętla indukcyjna")] = None
    parking: Annotated[
        f.Flag | None, Key("miejsce parkingowe", "miejsce dla kierowcy z niepełnosprawnością")
    ] = None
    interpreter: Annotated[f.Flag | None, Key("tłumacz PJM", "tłumacz języka migowego")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a debate is held: a venue's id, or the venue's keys written on the spot."""

    refers = "miejsca"

    venue: str = ""
    name: Annotated[f.Line, Key("nazwa", "nazwa miejsca")] = ""
    address: Annotated[Address | None, Key("adres", "adres pocztowy")] = None
    room: Annotated[f.Line, Key("sala", "sala, piętro")] = ""
    way: Annotated[f.Line, Key("dojście", "jak trafić")] = ""
    latitude: Annotated[f.Decimal, Key("szerokość", "szerokość geograficzna", "52.2297")] = ""
    longitude: Annotated[f.Decimal, Key("długość", "długość geograficzna", "21.0122")] = ""
    access: Annotated[Accessibility | None, Key("dostępność", "dostępność miejsca")] = None

    @classmethod
    def from_text(cls, text: str) -> Place:
        """A venue's id."""
        if " " in text.strip():
            message = "wpisz nazwę pliku z miejsca/ albo niżej, z wcięciem, „nazwa: …”"
            raise ValueError(f"„{text}” nie jest nazwą pliku – {message}")
        return cls(venue=f.identifier(text))


def misplaced(place: Place | Venue) -> Iterator[Fault]:
    """Coordinates go in pairs and lie in Poland, which tells the two apart."""
    both = (("szerokość", place.latitude, (49, 55)), ("długość", place.longitude, (14, 25)))
    for key, written, (south, north) in both:
        if not written and (place.latitude or place.longitude):
            yield key, "brak – podaj obie współrzędne albo usuń tę drugą"
        elif written and not south <= float(written) <= north:
            yield key, f"„{written}” leży poza Polską ({south}–{north}) – zamień albo popraw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue(Record):
    """A place where debates are held; the body tells how to get there."""

    title: Annotated[
        f.Line,
        Key("nazwa", "nazwa miejsca", "Szkoła Podstawowa nr 5", ("tytuł", "title"), required=True),
    ] = ""
    address: Annotated[Address | None, Key("adres", "adres pocztowy")] = None
    room: Annotated[f.Line, Key("sala", "sala, piętro")] = ""
    way: Annotated[f.Line, Key("dojście", "jak trafić")] = ""
    latitude: Annotated[f.Decimal, Key("szerokość", "szerokość geograficzna", "52.2297")] = ""
    longitude: Annotated[f.Decimal, Key("długość", "długość geograficzna", "21.0122")] = ""
    access: Annotated[Accessibility | None, Key("dostępność", "dostępność miejsca")] = None

    @classmethod
    def contradictions(cls) -> tuple[Contradiction, ...]:
        """Contradictions within the venue."""
        return (*Record.contradictions(), misplaced)

    @property
    def place(self) -> Place:
        """The venue as a debate shows it."""
        return Place(
            venue=self.id,
            name=self.title,
            address=self.address,
            room=self.room,
            way=self.way,
            latitude=self.latitude,
            longitude=self.longitude,
            access=self.access,
        )
