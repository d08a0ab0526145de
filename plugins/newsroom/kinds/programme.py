"""``programy``: safety programmes with their period, act, aims, activities and editions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Annotated

from plugins.newsroom import fields as f
from plugins.newsroom.fields import Key
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.media import Contradiction, Fault
from plugins.newsroom.kinds.period import Period
from plugins.newsroom.spelling import slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """The act that a programme rests on."""

    sort: Annotated[f.Line, Key("rodzaj", "uchwała, zarządzenie, porozumienie…", "uchwała")]
    number: Annotated[f.Plain, Key("numer", "numer aktu")] = ""
    day: Annotated[f.Day | None, Key("data", "dzień przyjęcia")] = None
    body: Annotated[f.Line, Key("organ", "kto przyjął")] = ""
    link: Annotated[f.Link, Key("link", "adres tekstu aktu")] = ""


class Progress(Enum):
    """Where an activity stands."""

    PLANNED = "planowane"
    UNDER_WAY = "w toku"
    DONE = "zakończone"
    HALTED = "wstrzymane"


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One activity of a programme; each can be linked to."""

    name: Annotated[f.Line, Key("nazwa", "nazwa działania")]
    about: Annotated[f.Line, Key("opis", "na czym polega")] = ""
    progress: Annotated[Progress | None, Key("stan", "na jakim jest etapie")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """A body that carries the programme out."""

    party: Annotated[f.Someone, Key("podmiot", "nazwa pliku podmiotu albo tekst")]
    part: Annotated[f.Line, Key("rola", "co robi")] = ""

    @classmethod
    def from_text(cls, text: str) -> Partner:
        """A body without a part."""
        return cls(party=f.party(f.line(text)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Another edition: a record's id, or its title where it has no record here."""

    refers = "programy"

    programme: str = ""
    title: Annotated[f.Line, Key("tytuł", "tytuł edycji")] = ""
    period: Annotated[Period | None, Key("okres", "lata edycji")] = None

    @classmethod
    def from_text(cls, text: str) -> Edition:
        """A programme's id."""
        return cls(programme=f.identifier(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Halt:
    """When and why a programme was halted."""

    day: Annotated[f.Day, Key("data", "kiedy wstrzymano")]
    reason: Annotated[f.Line, Key("powód", "dlaczego")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme(Record):
    """A safety programme, one edition."""

    period: Annotated[Period | None, Key("okres", "lata programu", "2025–2027", required=True)] = (
        None
    )
    act: Annotated[Act | None, Key("podstawa", "akt, na którym się opiera")] = None
    aims: Annotated[tuple[f.Line, ...], Key("cele", "po co jest program")] = ()
    activities: Annotated[tuple[Activity, ...], Key("działania", "co się robi")] = ()
    partners: Annotated[tuple[Partner, ...], Key("realizatorzy", "kto realizuje")] = ()
    authors: Annotated[tuple[f.Someone, ...], Key("współtwórcy", "kto opracował")] = ()
    link: Annotated[f.Link, Key("link", "strona programu")] = ""
    previous: Annotated[Edition | None, Key("poprzednia edycja", "nazwa pliku albo tytuł")] = None
    following: Annotated[Edition | None, Key("następna edycja", "nazwa pliku albo tytuł")] = None
    halted: Annotated[Halt | None, Key("wstrzymano", "kiedy i dlaczego")] = None

    @classmethod
    def contradictions(cls) -> tuple[Contradiction, ...]:
        """Contradictions within the programme."""
        return (*Record.contradictions(), _backwards, _named_twice)


def _backwards(programme: Programme) -> Iterator[Fault]:
    if programme.period and programme.period.backwards:
        yield "okres", "koniec jest przed początkiem – popraw „od” albo „do”"


def _named_twice(programme: Programme) -> Iterator[Fault]:
    names: set[str] = set()
    for number, activity in enumerate(programme.activities, 1):
        if slug(activity.name) in names:
            yield f"działania[{number}].nazwa", "jest już takie działanie – zmień nazwę"
        names.add(slug(activity.name))
