"""``/dane/wnioski-historia``, ``wnioski-przekazania``: the steps of requests, and whom they were
handed to. Where every request stood on any day follows from the steps; who answered late, from
the hand-overs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.handovers import Handover
from plugins.newsroom.kinds.request import Request, Status, Update
from plugins.opendata import fields, requests
from plugins.opendata.columns import Shape
from plugins.opendata.fields import Dataset, field


@dataclass(frozen=True, slots=True)
class Step:
    """An entry of a request's history; ``number`` from 1."""

    request: Request
    number: int
    update: Update


def _steps(catalogue: Catalogue) -> Iterator[Step]:
    for request in requests.every(catalogue):
        for number, update in enumerate(catalogue.history(request), 1):
            yield Step(request, number, update)


STEPS: Dataset[Step] = Dataset(
    name="wnioski-historia",
    title="Historia wniosków",
    about="Każdy wpis historii każdego wniosku. Z niej wynika stan wniosku w dowolnym dniu.",
    keywords=("wniosek", "historia", "rozliczenie"),
    members=_steps,
    record=lambda step: step.request,
    fields=(
        field(
            *("wniosek", "Wniosek", "Którego wniosku dotyczy wpis.", Shape.KEY),
            lambda _, one: one.request.id,
            leads="wnioski",
            always=True,
        ),
        field(
            *("krok", "Krok", "Numer wpisu, od 1 dla najstarszego.", Shape.NUMBER),
            lambda _, one: one.number,
            always=True,
        ),
        field(
            *("data", "Data", "Dzień wpisu.", Shape.DAY), lambda _, one: one.update.day, always=True
        ),
        field(
            *("stan", "Stan", "Stan od tego dnia.", Shape.WORD),
            lambda _, one: one.update.status,
            words=Status,
            always=True,
        ),
        field(
            *("opis", "Opis", "Co się stało; przy odmowie jej powód.", Shape.TEXT),
            lambda _, one: one.update.about,
        ),
        field(
            *("podmiot", "Podmiot", "Komu przekazano albo kto odpowiedział.", Shape.KEY),
            lambda catalogue, one: fields.key(catalogue, "podmioty", one.update.body),
            leads="podmioty",
        ),
        field(
            *("odpowiedz", "Odpowiedź", "Czy wpis jest odpowiedzią podmiotu.", Shape.TRUTH),
            lambda _, one: one.update.answers,
            always=True,
        ),
        field(
            *("debata", "Debata", "Debata, na której o tym mówiono.", Shape.KEY),
            lambda catalogue, one: fields.key(catalogue, "debaty", one.update.debate),
            leads="debaty",
        ),
        field(
            *("znak_sprawy", "Znak sprawy", "Znak pisma.", Shape.TEXT),
            lambda _, one: one.update.case,
        ),
    ),
)


# -- hand-overs --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Handed:
    """A hand-over of a request."""

    request: Request
    handover: Handover


def _handed(catalogue: Catalogue) -> Iterator[Handed]:
    for request in requests.every(catalogue):
        for handover in catalogue.handovers(request):
            yield Handed(request, handover)


HANDOVERS: Dataset[Handed] = Dataset(
    name="wnioski-przekazania",
    title="Przekazania wniosków",
    about="Komu przekazano wniosek, do kiedy miał odpowiedzieć i po ilu dniach odpowiedział.",
    keywords=("wniosek", "odpowiedź", "termin"),
    members=_handed,
    record=lambda handed: handed.request,
    fields=(
        field(
            *("wniosek", "Wniosek", "Który wniosek przekazano.", Shape.KEY),
            lambda _, one: one.request.id,
            leads="wnioski",
            always=True,
        ),
        field(
            *("krok", "Krok", "Numer wpisu historii, którym go przekazano.", Shape.NUMBER),
            lambda _, one: one.handover.place + 1,
            always=True,
        ),
        field(
            *("podmiot", "Podmiot", "Komu przekazano.", Shape.KEY),
            lambda catalogue, one: fields.key(catalogue, "podmioty", one.handover.body),
            leads="podmioty",
        ),
        field(
            *("podmiot_nazwa", "Nazwa podmiotu", "Ten sam podmiot po nazwie.", Shape.TEXT),
            lambda catalogue, one: fields.title(catalogue, "podmioty", one.handover.body),
        ),
        field(
            *("data_przekazania", "Data przekazania", "Kiedy przekazano.", Shape.DAY),
            lambda _, one: one.handover.day,
            always=True,
        ),
        field(
            *("termin", "Termin", "Do kiedy ma odpowiedzieć; zwykle miesiąc.", Shape.DAY),
            lambda _, one: one.handover.due,
            always=True,
        ),
        field(
            *("data_odpowiedzi", "Data odpowiedzi", "Puste, gdy odpowiedzi nie było.", Shape.DAY),
            lambda _, one: one.handover.answered,
        ),
        field(
            *("dni", "Dni", "Po ilu dniach odpowiedział.", Shape.NUMBER),
            lambda _, one: one.handover.days,
        ),
        field(
            "po_terminie",
            "Po terminie",
            "Czy odpowiedział po terminie albo termin minął, a odpowiedzi nadal nie ma.",
            Shape.TRUTH,
            lambda _, one: bool(one.handover.late or one.handover.overdue),
            always=True,
        ),
        field(
            *("czeka", "Czeka", "Czy odpowiedź jest jeszcze potrzebna.", Shape.TRUTH),
            lambda _, one: one.handover.is_waiting,
            always=True,
        ),
        field(
            "data_zamkniecia",
            "Data zamknięcia",
            "Kiedy sprawę zakończono bez odpowiedzi na piśmie.",
            Shape.DAY,
            lambda _, one: one.handover.settled,
        ),
    ),
)
