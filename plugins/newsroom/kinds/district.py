"""``rejony``: the districts of neighbourhood officers (order no. 5 of the KGP, 20 June 2016).

The telephone and the mail belong to the district, not to the officer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from plugins.newsroom import fields as f
from plugins.newsroom import houses, people
from plugins.newsroom.fields import Key
from plugins.newsroom.houses import Houses
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.media import Contradiction, Fault, Image

_NUMBERED = re.compile(r"[^\W\d]\.?\s+(?:nr\s+)?[0-9]+[a-z]?(?:\s*[-–]\s*[0-9]+[a-z]?)?$")


def street_name(text: str) -> str:
    """One street without house numbers; raises ValueError in Polish."""
    text = f.line(text)
    if "," in text:
        raise ValueError(f"„{text}” to kilka ulic – każdą zapisz w osobnym wierszu, od „- ”")
    if _NUMBERED.search(text):
        message = "zapisz niżej osobno „ulica: …” i „numery: …”"
        raise ValueError(f"„{text}” to ulica z numerem – {message}")
    return text


_Name = Annotated[str, f.Reads(street_name, "nazwa ulicy", torn=True)]
_Houses = Annotated[Houses, f.Reads(houses.parse, "numery, np. nieparzyste 1–31", torn=True)]
_Rank = Annotated[str, f.Reads(people.rank, "stopień, np. asp.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """The neighbourhood officer; ``rank`` is a key of :data:`people.RANKS`."""

    rank: Annotated[_Rank, Key("stopień", "stopień policyjny", "asp.")] = ""
    name: Annotated[f.Line, Key("imię i nazwisko", "kto jest dzielnicowym")]
    picture: Annotated[Image | None, Key("zdjęcie", "zdjęcie w mundurze")] = None

    @classmethod
    def from_text(cls, text: str) -> Officer:
        """``asp. Jan Kot``."""
        if "," in text:
            message = "wpisz jedną osobę: stopień, imię i nazwisko, bez funkcji"
            raise ValueError(f"„{text}” ma przecinek – {message}")
        told = people.person(f.line(text))
        if not told.rank and told.name.split(" ")[0].endswith("."):
            people.rank(told.name.split(" ")[0])  # raises: what stands first is no rank
        return cls(rank=told.rank, name=told.name)

    @property
    def person(self) -> people.Person:
        """As people are shown elsewhere."""
        return people.Person(self.name, self.rank)


@dataclass(frozen=True, slots=True, kw_only=True)
class Street:
    """A street, or only some of its houses."""

    name: Annotated[_Name, Key("ulica", "nazwa ulicy", "Lipowa")]
    houses: Annotated[_Houses, Key("numery", "bez klucza: cała ulica", "nieparzyste 1–31")] = (
        houses.WHOLE_STREET
    )

    @classmethod
    def from_text(cls, text: str) -> Street:
        """A whole street."""
        return cls(name=street_name(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Locality:
    """A village or a part of the town, whole or by streets."""

    name: Annotated[f.Line, Key("nazwa", "nazwa miejscowości")]
    streets: Annotated[tuple[Street, ...], Key("ulice", "bez klucza: cała miejscowość")] = ()

    @classmethod
    def from_text(cls, text: str) -> Locality:
        """A whole locality."""
        return cls(name=f.line(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A priority plan: half a year for one problem (facts, section 4.2)."""

    since: Annotated[f.Day, Key("od", "1 lutego albo 1 sierpnia", "2026-08-01")]
    until: Annotated[f.Day, Key("do", "31 lipca albo 31 stycznia", "2027-01-31")]
    problem: Annotated[f.Line, Key("problem", "co jest źle i gdzie")]
    category: Annotated[f.Category, Key("kategoria", "kategoria Mapy Zagrożeń")] = ""
    aim: Annotated[f.Line, Key("cel", "co ma się zmienić")] = ""
    actions: Annotated[tuple[f.Line, ...], Key("działania", "co zrobimy")] = ()
    partners: Annotated[tuple[f.Someone, ...], Key("partnerzy", "z kim")] = ()
    request: Annotated[
        f.Identifier, f.Refers("wnioski"), Key("wniosek", "wniosek, z którego wynika plan")
    ] = ""
    result: Annotated[f.Line, Key("wynik", "co się udało, a co nie")] = ""


def half_year(day: date) -> tuple[date, date]:
    """The first and the last day of the half-year of plans that a day lies in.

    >>> [str(one) for one in half_year(date(2027, 1, 5))]
    ['2026-08-01', '2027-01-31']
    """
    if 2 <= day.month <= 7:
        return date(day.year, 2, 1), date(day.year, 7, 31)
    year = day.year - (day.month == 1)
    return date(year, 8, 1), date(year + 1, 2, 1) - timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class District(Record):
    """A district: who its officer is, how to reach them, which streets belong to it."""

    title: Annotated[
        f.Line,
        Key("nazwa", "nazwa rejonu", "Rejon nr 3 – Śródmieście", ("tytuł", "title"), required=True),
    ] = ""
    officer: Annotated[Officer | None, Key("dzielnicowy", "stopień imię nazwisko")] = None
    vacant: Annotated[f.Flag, Key("wakat", "gdy rejon nie ma dzielnicowego", "tak")] = False
    phone: Annotated[f.Phone, Key("telefon", "numer rejonu, nie osoby")] = ""
    email: Annotated[f.Email, Key("e-mail", "adres rejonu, nie osoby")] = ""
    hours: Annotated[f.Line, Key("przyjmuje", "gdzie i kiedy przyjmuje dzielnicowy")] = ""
    station: Annotated[
        f.Identifier, f.Refers("podmioty"), Key("jednostka", "komisariat albo wydział rejonu")
    ] = ""
    streets: Annotated[tuple[Street, ...], Key("ulice", "ulice rejonu w siedzibie jednostki")] = ()
    localities: Annotated[
        tuple[Locality, ...], Key("miejscowości", "inne miejscowości rejonu")
    ] = ()
    plans: Annotated[tuple[Plan, ...], Key("plany", "plany działania priorytetowego")] = ()

    @property
    def own_pictures(self) -> tuple[Image, ...]:
        """The officer's."""
        return (self.officer.picture,) if self.officer and self.officer.picture else ()

    @classmethod
    def contradictions(cls) -> tuple[Contradiction, ...]:
        """Contradictions within the district."""
        return (*Record.contradictions(), _staffed, _half_years)


def _staffed(district: District) -> Iterator[Fault]:
    if district.officer and district.vacant:
        yield "wakat", "jest już „dzielnicowy” – zostaw jeden z tych kluczy"
    if not district.officer and not district.vacant:
        yield "dzielnicowy", "brak – wpisz go, np. „asp. Jan Kot”, albo dopisz „wakat: tak”"


def _half_years(district: District) -> Iterator[Fault]:
    for number, plan in enumerate(district.plans, 1):
        first, last = half_year(plan.since)
        if (plan.since, plan.until) != (first, last):
            message = "plan trwa od 1 lutego do 31 lipca albo od 1 sierpnia do 31 stycznia"
            yield f"plany[{number}].do", f"{message} – napisz „od: {first}”, „do: {last}”"
