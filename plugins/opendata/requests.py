"""``/dane/wnioski``: the register of requests, one a row."""

from __future__ import annotations

from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.handovers import Handover
from plugins.newsroom.kinds.request import Request, Status
from plugins.opendata import fields
from plugins.opendata.columns import Shape
from plugins.opendata.fields import Dataset, field


def every(catalogue: Catalogue) -> tuple[Request, ...]:
    """The requests that data hold, oldest first."""
    return fields.ours(catalogue, catalogue.requests)


def _discussed(catalogue: Catalogue, request: Request) -> tuple[str, ...]:
    """Debates that spoke of it, but the one at which it was raised."""
    spoken = (update.debate for update in catalogue.history(request))
    return fields.keys(catalogue, "debaty", (one for one in spoken if one != request.debate))


def _repeats(catalogue: Catalogue, request: Request) -> int:
    return len(fields.ours(catalogue, catalogue.repeats_of.get(request.id, ())))


def _last(catalogue: Catalogue, request: Request) -> Handover | None:
    """The latest hand-over; all of them are in a file of their own."""
    return next(reversed(catalogue.handovers(request)), None)


def _handed_to(catalogue: Catalogue, request: Request) -> str:
    last = _last(catalogue, request)
    return fields.key(catalogue, "podmioty", last.body) if last else ""


REQUESTS: Dataset[Request] = Dataset(
    name="wnioski",
    title="Rejestr wniosków",
    about="Każdy wniosek mieszkańców i to, gdzie dziś jest. Nie podajemy, kto go zgłosił.",
    keywords=("wniosek", "debata społeczna", "rozliczenie"),
    members=every,
    record=lambda request: request,
    fields=(
        fields.identifier("wniosku"),
        field(
            *("numer", "Numer", "Numer w rejestrze.", Shape.TEXT),
            lambda _, one: one.number,
            always=True,
        ),
        field(
            *("tytul", "Tytuł", "O co chodzi.", Shape.TEXT), lambda _, one: one.title, always=True
        ),
        field(
            *("miejsce", "Miejsce", "Ulica albo miejsce, którego dotyczy.", Shape.TEXT),
            lambda _, one: one.spot,
        ),
        field(
            *("data_zgloszenia", "Data zgłoszenia", "Pierwszy dzień historii.", Shape.DAY),
            lambda catalogue, one: catalogue.history(one)[0].day,
            always=True,
        ),
        field(
            *("debata", "Debata", "Na której go zgłoszono. Puste: poza debatą.", Shape.KEY),
            lambda catalogue, one: fields.key(catalogue, "debaty", one.debate),
            leads="debaty",
        ),
        field(
            *("stan", "Stan", "Stan po ostatnim wpisie historii.", Shape.WORD),
            lambda catalogue, one: catalogue.status(one),
            words=Status,
            always=True,
        ),
        field(
            *("data_stanu", "Data stanu", "Dzień ostatniego wpisu historii.", Shape.DAY),
            lambda catalogue, one: catalogue.history(one)[-1].day,
            always=True,
        ),
        field(
            *("opis_stanu", "Opis stanu", "Ostatni wpis; przy odmowie jej powód.", Shape.TEXT),
            lambda catalogue, one: catalogue.history(one)[-1].about,
        ),
        field(
            *("otwarty", "Otwarty", "Czy jest jeszcze coś do zrobienia.", Shape.TRUTH),
            lambda catalogue, one: catalogue.status(one).is_open,
            always=True,
        ),
        fields.DISTRICTS,
        *fields.CATEGORIES,
        fields.TOPICS,
        fields.PROGRAMME,
        field(
            *("omowiono_na", "Omówiono na", "Późniejsze debaty, na których o nim mówiono."),
            Shape.KEYS,
            _discussed,
            leads="debaty",
        ),
        field(
            *("powtarza", "Powtarza", "Wcześniejszy wniosek o to samo.", Shape.KEY),
            lambda catalogue, one: fields.key(catalogue, "wnioski", one.repeats),
            leads="wnioski",
        ),
        field(
            *("powtorzenia", "Powtórzenia", "Ile późniejszych wniosków go powtarza."),
            Shape.NUMBER,
            _repeats,
            always=True,
        ),
        field(
            *("przekazania", "Przekazania", "Ile razy przekazano go innemu podmiotowi."),
            Shape.NUMBER,
            lambda catalogue, one: len(catalogue.handovers(one)),
            always=True,
        ),
        field(
            *("podmiot", "Podmiot", "Komu przekazano go ostatnio.", Shape.KEY),
            _handed_to,
            leads="podmioty",
        ),
        field(
            *("podmiot_nazwa", "Nazwa podmiotu", "Ten sam podmiot po nazwie.", Shape.TEXT),
            lambda catalogue, one: fields.title(catalogue, "podmioty", _handed_to(catalogue, one)),
        ),
        field(
            *("termin_odpowiedzi", "Termin odpowiedzi", "Do kiedy ten podmiot miał odpowiedzieć."),
            Shape.DAY,
            lambda catalogue, one: last.due if (last := _last(catalogue, one)) else None,
        ),
        field(
            *("data_odpowiedzi", "Data odpowiedzi", "Kiedy ten podmiot odpowiedział.", Shape.DAY),
            lambda catalogue, one: last.answered if (last := _last(catalogue, one)) else None,
        ),
        field(
            *("dni_odpowiedzi", "Dni do odpowiedzi", "Po ilu dniach odpowiedział.", Shape.NUMBER),
            lambda catalogue, one: last.days if (last := _last(catalogue, one)) else None,
        ),
        *fields.DATED,
        fields.PAGE,
    ),
)
