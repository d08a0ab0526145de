"""``wnioski``: a request that residents raised, followed until it is settled.

One file a request; never the applicant's name. The status on any day follows from the history.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated

from plugins.newsroom import fields as f
from plugins.newsroom.dates import Moment, Precision
from plugins.newsroom.fields import Key
from plugins.newsroom.kinds.activity import ActivityRecord
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.media import Contradiction, Fault


class Status(Enum):
    """Where a request stands after an entry of its history."""

    RAISED = "zgłoszony"
    VERIFIED = "w weryfikacji"
    UNDER_WAY = "w realizacji"
    HANDED_OVER = "przekazany"
    DONE = "zrealizowany"
    PARTLY_DONE = "zrealizowany częściowo"
    REFUSED = "niezrealizowany"
    REPEATED = "powtórzony"

    @classmethod
    def also(cls) -> dict[str, tuple[str, ...]]:
        """Other words in use."""
        return {
            "zgłoszony": ("nowy", "przyjęty"),
            "w realizacji": ("w trakcie realizacji",),
            "przekazany": ("przekazany innemu podmiotowi",),
            "zrealizowany częściowo": ("częściowo zrealizowany",),
        }

    @classmethod
    def meant(cls) -> dict[str, str]:
        """What officers write, and what to write instead."""
        refused = ("odrzucony", "odmowa", "niezasadny", "negatywny", "nieuwzgledniony")
        done = ("wykonany", "zalatwiony", "zakonczony", "gotowy")
        return dict.fromkeys(refused, "niezrealizowany") | dict.fromkeys(done, "zrealizowany")

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self in _OPEN


_OPEN = (Status.RAISED, Status.VERIFIED, Status.UNDER_WAY, Status.HANDED_OVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One dated entry of the history. ``due``: until when ``body`` is to answer."""

    day: Annotated[f.Day, Key("data", "kiedy")]
    status: Annotated[Status, Key("status", "stan od tego dnia", required=True)] = Status.RAISED
    about: Annotated[f.Line, Key("opis", "co się stało; przy odmowie – dlaczego")] = ""
    body: Annotated[
        f.Identifier,
        f.Refers("podmioty"),
        Key("podmiot", "komu przekazano albo kto odpowiedział (nazwa pliku)"),
    ] = ""
    debate: Annotated[
        f.Identifier, f.Refers("debaty"), Key("debata", "debata, na której o tym mówiono")
    ] = ""
    file: Annotated[f.FileName, Key("plik", "pismo obok tekstu albo w content/media/")] = ""
    case: Annotated[f.Plain, Key("znak sprawy", "znak pisma")] = ""
    answers: Annotated[f.Flag, Key("odpowiedź", "czy to odpowiedź podmiotu", "tak")] = False
    due: Annotated[
        f.Day | None, Key("termin", "do kiedy podmiot ma odpowiedzieć (bez klucza: miesiąc)")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(ActivityRecord):
    """A request; its number is the id in capitals, such as ``W-2025-014``."""

    debate: Annotated[
        f.Identifier, f.Refers("debaty"), Key("debata", "debata, na której go zgłoszono")
    ] = ""
    repeats: Annotated[
        f.Identifier, f.Refers("wnioski"), Key("powtarza", "wcześniejszy wniosek o to samo")
    ] = ""
    spot: Annotated[f.Line, Key("miejsce", "ulica albo miejsce, bez danych osób")] = ""
    history: Annotated[
        tuple[Update, ...], Key("historia", "wpisy od najstarszego", required=True)
    ] = ()

    @classmethod
    def unwanted(cls) -> dict[str, str]:
        """Keys that an officer may think of and that must not be here."""
        message = "nie wpisuj, kto zgłosił wniosek – usuń ten wiersz"
        return dict.fromkeys(("zglaszajacy", "zglosil", "wnioskodawca", "zglosila"), message)

    @property
    def number(self) -> str:
        """``W-2025-014``."""
        return self.id.upper()

    @property
    def appeared(self) -> Moment | None:
        """The day of its publication or the first entry of its history, whichever is later."""
        told, first = self.published, self.history[0].day if self.history else None
        if first is None or (told and told.first and told.first >= first):
            return told
        return Moment(Precision.DAY, first)

    @property
    def own_downloads(self) -> tuple[str, ...]:
        """The letters of its history."""
        return tuple(update.file for update in self.history if update.file)

    @classmethod
    def contradictions(cls) -> tuple[Contradiction, ...]:
        """Contradictions within the history."""
        return (*Record.contradictions(), _too_soon, _in_order, _handed_over, _repeated)


def _too_soon(request: Request) -> Iterator[Fault]:
    told, first = request.published, request.history[0].day if request.history else None
    if told and told.first and first and told.first < first:
        yield "data publikacji", "jest przed pierwszym wpisem historii – popraw jedną z dat"


NOBODY = ""
"""The body of a hand-over that does not name one."""


def _in_order(request: Request) -> Iterator[Fault]:
    if not request.history:
        yield "historia", "brak wpisów – dopisz pierwszy: „data: …” i „status: zgłoszony”"
    latest = date.min
    for number, update in enumerate(request.history, 1):
        if update.day < latest:
            yield (
                f"historia[{number}].data",
                "wcześniejsza niż poprzednia – ułóż od najstarszej",
            )
        latest = max(latest, update.day)


def _handed_over(request: Request) -> Iterator[Fault]:
    """A hand-over names its body; an answer comes from a body that was asked.

    While it is not known who was asked, no answer is doubted.
    """
    asked: set[str] = set()
    waiting: set[str] = set()
    for number, update in enumerate(request.history, 1):
        key = f"historia[{number}]"
        if update.status is Status.HANDED_OVER and update.answers:
            yield f"{key}.odpowiedź", _ANSWERED
            continue
        if update.status is Status.HANDED_OVER and not update.body:
            yield f"{key}.podmiot", "brak – wpisz nazwę pliku podmiotu, któremu przekazano wniosek"
        if update.status is Status.REFUSED and not update.about:
            yield f"{key}.opis", "brak – napisz, dlaczego wniosku nie zrealizowano"
        yield from ((f"{key}.{name}", message) for name, message in _answered(update, asked))
        waits = update.body in waiting
        yield from ((f"{key}.termin", message) for message in _clocked(update, waits))
        waiting -= {update.body} if update.answers else set()
        if not update.status.is_open:
            waiting.clear()
        if update.status is Status.HANDED_OVER:
            asked.add(update.body)
            waiting.add(update.body)


_ANSWERED = (
    "odpowiedź kończy czekanie – wpisz ją osobno, po przekazaniu, ze stanem po niej, "
    "np. „status: w realizacji”"
)


def _answered(update: Update, asked: set[str]) -> Iterator[tuple[str, str]]:
    if update.answers and not update.body:
        yield "podmiot", "brak – wpisz, czyja to odpowiedź (nazwa pliku podmiotu)"
    elif update.answers and not {update.body, NOBODY} & asked:
        message = f"„{update.body}” nie dostał wcześniej tego wniosku"
        yield "podmiot", f"{message} – popraw nazwę albo dopisz wpis „przekazany”"


def _clocked(update: Update, waits: bool) -> Iterator[str]:
    if update.due and waits and update.status is Status.HANDED_OVER:
        yield "to przypomnienie, czas biegnie od pierwszego przekazania – usuń klucz"
    elif update.due and update.status is not Status.HANDED_OVER:
        yield "tylko przy przekazaniu wniosku – usuń klucz albo zmień status na „przekazany”"
    elif update.due and update.due < update.day:
        yield "jest przed datą przekazania – popraw jedną z nich"


def _repeated(request: Request) -> Iterator[Fault]:
    statuses = [update.status for update in request.history]
    if Status.REPEATED in statuses and not request.repeats:
        yield "powtarza", "brak – przy statusie „powtórzony” wpisz numer pierwszego wniosku"
