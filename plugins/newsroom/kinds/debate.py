"""``debaty``: a public debate, announced, held, reported, evaluated; owns the URL of all that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Annotated

from plugins.newsroom import dates
from plugins.newsroom import fields as f
from plugins.newsroom.dates import Moment, Precision
from plugins.newsroom.fields import Key
from plugins.newsroom.kinds import ledger
from plugins.newsroom.kinds.activity import ActivityRecord
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.media import Contradiction, Fault
from plugins.newsroom.kinds.venue import Place, misplaced


class Role(Enum):
    """What a debate is for: to collect requests, to account for them, or neither."""

    INITIATING = "inicjująca"
    EVALUATING = "ewaluacyjna"
    OTHER = "inna"

    @classmethod
    def also(cls) -> dict[str, tuple[str, ...]]:
        """Other words in use."""
        return {"inicjująca": ("inauguracyjna",)}


class State(Enum):
    """What the officer says of the plan; a moved debate stays „planowana”."""

    PLANNED = "planowana"
    POSTPONED = "odroczona"
    CANCELLED = "odwołana"

    @classmethod
    def also(cls) -> dict[str, tuple[str, ...]]:
        """None: „przełożona” may mean a new date as well as none."""
        return {}

    @classmethod
    def meant(cls) -> dict[str, str]:
        """What officers write, and what to write instead."""
        return dict.fromkeys(("zapowiedziana", "aktualna", "odbylasie", "odbyta"), "planowana")


class Form(Enum):
    """How one can take part."""

    ON_SITE = "stacjonarna"
    ONLINE = "online"
    HYBRID = "hybrydowa"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """How to send a question before the debate."""

    email: Annotated[f.Email, Key("e-mail", "adres do pytań")] = ""
    phone: Annotated[f.Phone, Key("telefon", "numer do pytań")] = ""
    until: Annotated[f.Day | None, Key("do", "do kiedy")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point of the agenda; ``minute`` counts from midnight."""

    minute: Annotated[f.Clock, Key("godz", "godzina", "17:00", ("godzina",))]
    title: Annotated[f.Line, Key("punkt", "o czym")]
    who: Annotated[f.Human | None, Key("kto", "kto mówi")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Debate(ActivityRecord):
    """A debate through all its phases."""

    when: Annotated[f.When, Key("termin", "dzień i godzina", "2026-03-12 17:00", required=True)] = (
        dates.UNKNOWN
    )
    ends: Annotated[f.Clock | None, Key("koniec", "godzina zakończenia", "18:30")] = None
    lasts: Annotated[
        f.Minutes | None, Key("czas trwania", "zamiast „koniec”", "1 godz. 30 min")
    ] = None
    weekday: Annotated[f.Weekday | None, Key("dzień tygodnia", "sprawdzany z terminem")] = None
    provisional: Annotated[
        f.Flag, Key("termin wstępny", "termin jeszcze nie jest pewny", "tak")
    ] = False
    when_told: Annotated[f.Line, Key("termin opisowo", "gdy dzień nie jest znany", "w piątek")] = ""
    role: Annotated[Role, Key("rodzaj debaty", "po co jest debata")] = Role.OTHER
    evaluates: Annotated[
        tuple[Annotated[f.Identifier, f.Refers("debaty")], ...],
        Key("ewaluacja debat", "które debaty rozlicza"),
    ] = ()
    state: Annotated[State, Key("stan", "czy debata się odbędzie")] = State.PLANNED
    form: Annotated[Form, Key("forma", "na miejscu, online czy hybrydowo")] = Form.ON_SITE
    stream: Annotated[f.Link, Key("link do transmisji", "gdzie oglądać")] = ""
    place: Annotated[Place | None, Key("miejsce", "nazwa pliku miejsca albo jego opis")] = None
    audience: Annotated[f.Line, Key("dla kogo", "kogo zapraszamy")] = ""
    entry: Annotated[f.Line, Key("wstęp", "zasady wstępu")] = "wolny, bez zapisów"
    signing_until: Annotated[
        f.Day | None, Key("zgłoszenia PJM", "do kiedy zgłaszać potrzebę tłumacza PJM")
    ] = None
    asking: Annotated[Asking | None, Key("jak zadać pytanie", "pytania przed debatą")] = None
    organisers: Annotated[tuple[f.Someone, ...], Key("organizatorzy", "kto zaprasza")] = ()
    guests: Annotated[tuple[f.Someone, ...], Key("goście", "kto jeszcze przyjdzie")] = ()
    leaders: Annotated[tuple[f.Human, ...], Key("prowadzący", "kto prowadzi")] = ()
    agenda: Annotated[tuple[Point, ...], Key("porządek", "punkty z godzinami")] = ()
    unannounced: Annotated[f.Flag, Key("bez zapowiedzi", "znana tylko ze sprawozdania", "tak")] = (
        False
    )

    @property
    def end(self) -> datetime | None:
        """When it ends, if that was said: by the clock on the wall, or after so many minutes."""
        start = self.when.start if self.when.minute is not None else None
        if start is None or not self.length:
            return None
        if self.ends is None:
            return start + timedelta(minutes=self.length)
        day = start.date() + timedelta(days=self.ends < (self.when.minute or 0))
        return datetime.combine(day, time(*divmod(self.ends, 60)), dates.WARSAW)

    @property
    def moves(self) -> list[str]:
        """The former dates of a debate that was moved, as they were written, oldest first."""
        return [change.was for change in self.changes if f.fold(change.what) == "termin"]

    def reason_of(self, what: str) -> str:
        """Why ``termin`` or ``stan`` last changed; empty: it never did."""
        reasons = [one.reason for one in self.changes if f.fold(one.what) == what]
        return reasons[-1] if reasons else ""

    @property
    def length(self) -> int:
        """Minutes it lasts; 0: not said. A debate may end after midnight."""
        if self.lasts:
            return self.lasts
        if self.ends is None or self.when.minute is None:
            return 0
        return (self.ends - self.when.minute) % (24 * 60)

    @classmethod
    def contradictions(cls) -> tuple[Contradiction, ...]:
        """Contradictions within the announcement."""
        own = (_weekday, _twice_ended, _ended, _ends_first, _ends_at_once, _in_order, _within)
        more = (_moved, _stated, _reasoned, _misplaced, _signed_late, _asked_late)
        return (*Record.contradictions(), *own, *more, _evaluates, _streamed)


def _weekday(debate: Debate) -> Iterator[Fault]:
    day = debate.when.day
    if debate.weekday is not None and day and day.weekday() != debate.weekday:
        right = dates.WEEKDAYS[day.weekday()]
        yield "dzień tygodnia", f"{day} to {right} – popraw termin albo dzień tygodnia"


def _twice_ended(debate: Debate) -> Iterator[Fault]:
    if debate.ends is not None and debate.lasts is not None:
        yield "czas trwania", "jest już „koniec” – zostaw jeden z tych kluczy"


def _ended(debate: Debate) -> Iterator[Fault]:
    if debate.ends is not None and debate.when.minute is None:
        yield "koniec", "termin nie ma godziny – dopisz ją, np. 2026-03-12 17:00"


def _ends_at_once(debate: Debate) -> Iterator[Fault]:
    if debate.ends is not None and debate.ends == debate.when.minute:
        yield "koniec", "debata kończy się o godzinie rozpoczęcia – popraw koniec"


def _ends_first(debate: Debate) -> Iterator[Fault]:
    if debate.ends is not None and debate.length > 12 * 60:
        yield "koniec", "koniec jest przed początkiem – popraw jedną z godzin"


def _signed_late(debate: Debate) -> Iterator[Fault]:
    yield from _too_late(debate, "zgłoszenia PJM", debate.signing_until)


def _asked_late(debate: Debate) -> Iterator[Fault]:
    yield from _too_late(
        debate, "jak zadać pytanie.do", debate.asking.until if debate.asking else None
    )


def _too_late(debate: Debate, key: str, until: date | None) -> Iterator[Fault]:
    """What must be sent in before a debate."""
    day = debate.when.last
    if until and day and until > day and not debate.provisional:
        yield key, f"jest po debacie ({day}) – podaj wcześniejszy dzień"


def _in_order(debate: Debate) -> Iterator[Fault]:
    minutes = [point.minute for point in debate.agenda]
    if minutes != sorted(minutes):
        yield "porządek", "punkty nie są po kolei – ułóż je według godzin"


def _within(debate: Debate) -> Iterator[Fault]:
    start = debate.when.minute
    for number, point in enumerate(debate.agenda, 1):
        late = debate.length and point.minute > (start or 0) + debate.length
        if start is not None and (point.minute < start or late):
            yield f"porządek[{number}].godz", "punkt jest poza godzinami debaty – popraw godzinę"


def _moved(debate: Debate) -> Iterator[Fault]:
    yield from ledger.moved(debate.changes, debate.when)


def _stated(debate: Debate) -> Iterator[Fault]:
    yield from ledger.stated(debate.changes, debate.state.value)


def _reasoned(debate: Debate) -> Iterator[Fault]:
    if debate.state is not State.PLANNED:
        yield from ledger.reasoned(debate.changes, debate.state.value)


def _misplaced(debate: Debate) -> Iterator[Fault]:
    if debate.place:
        yield from ((f"miejsce.{key}", told) for key, told, *_ in misplaced(debate.place))


def _evaluates(debate: Debate) -> Iterator[Fault]:
    if debate.evaluates and debate.role is not Role.EVALUATING:
        message = "tylko przy debacie ewaluacyjnej – dopisz „rodzaj debaty: ewaluacyjna”"
        yield "ewaluacja debat", message
    if debate.role is Role.EVALUATING and not debate.evaluates:
        yield "ewaluacja debat", "brak – wpisz nazwy plików debat, które ta rozlicza"


def _streamed(debate: Debate) -> Iterator[Fault]:
    if debate.form is not Form.ON_SITE and not debate.stream and not debate.unannounced:
        yield "link do transmisji", "brak – dopisz adres, pod którym można oglądać debatę"


def is_coarse(moment: Moment) -> bool:
    """Less than a day and an hour."""
    return moment.precision is not Precision.MINUTE
