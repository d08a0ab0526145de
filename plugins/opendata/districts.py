"""``/dane/rejony``, ``rejony-ulice``, ``rejony-plany``, ``podmioty``: who looks after which
streets, what they plan, and the bodies that other files name.

The names of officers are left to the pages: files are copied and outlive a posting, and the
telephone and the mail belong to the district.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.categories import CATEGORIES
from plugins.newsroom.kinds.body import Body
from plugins.newsroom.kinds.district import District, Plan
from plugins.opendata import fields
from plugins.opendata.columns import Shape
from plugins.opendata.fields import Dataset, field


def _districts(catalogue: Catalogue) -> tuple[District, ...]:
    return fields.ours(catalogue, catalogue.districts)


DISTRICTS: Dataset[District] = Dataset(
    name="rejony",
    title="Rejony dzielnicowych",
    about="Rejony z telefonem i adresem e-mail rejonu. Kto jest dzielnicowym, mówi strona rejonu.",
    keywords=("dzielnicowy", "rejon"),
    members=_districts,
    record=lambda district: district,
    fields=(
        fields.identifier("rejonu"),
        field(
            *("nazwa", "Nazwa", "Nazwa rejonu.", Shape.TEXT), lambda _, one: one.title, always=True
        ),
        field(
            *("wakat", "Wakat", "Czy rejon nie ma teraz dzielnicowego.", Shape.TRUTH),
            lambda _, one: one.vacant,
            always=True,
        ),
        field(
            *("telefon", "Telefon", "Telefon rejonu. To nie jest numer alarmowy.", Shape.TEXT),
            lambda _, one: one.phone,
        ),
        field(*("e_mail", "E-mail", "Adres e-mail rejonu.", Shape.TEXT), lambda _, one: one.email),
        field(
            *("przyjmuje", "Przyjmuje", "Gdzie i kiedy przyjmuje dzielnicowy.", Shape.TEXT),
            lambda _, one: one.hours,
        ),
        field(
            *("jednostka", "Jednostka", "Komisariat, posterunek albo wydział.", Shape.KEY),
            lambda catalogue, one: fields.key(catalogue, "podmioty", one.station),
            leads="podmioty",
        ),
        *fields.DATED,
        fields.PAGE,
    ),
)


# -- streets -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Part:
    """A street of a district, some of its houses, or a whole locality."""

    district: District
    town: str
    street: str
    houses: str


def _parts(catalogue: Catalogue) -> Iterator[Part]:
    for district in _districts(catalogue):
        for street in district.streets:
            yield Part(district, "", street.name, street.houses.text)
        for place in district.localities:
            if not place.streets:
                yield Part(district, place.name, "", "")
            for street in place.streets:
                yield Part(district, place.name, street.name, street.houses.text)


def _town(catalogue: Catalogue, part: Part) -> str:
    """The unit's own town, where no other is given."""
    seat = catalogue.unit.address
    return part.town or (seat.town if seat else "")


STREETS: Dataset[Part] = Dataset(
    name="rejony-ulice",
    title="Ulice rejonów",
    about="Do którego rejonu należy ulica, numer domu albo cała miejscowość.",
    keywords=("dzielnicowy", "ulica", "rejon"),
    members=_parts,
    record=lambda part: part.district,
    fields=(
        field(
            *("rejon", "Rejon", "Do którego rejonu należy.", Shape.KEY),
            lambda _, one: one.district.id,
            leads="rejony",
            always=True,
        ),
        field(*("miejscowosc", "Miejscowość", "Nazwa miejscowości.", Shape.TEXT), _town),
        field(
            *("ulica", "Ulica", "Puste: cała miejscowość.", Shape.TEXT), lambda _, one: one.street
        ),
        field(
            *("numery", "Numery", "Numery domów; puste: wszystkie.", Shape.TEXT),
            lambda _, one: one.houses,
        ),
    ),
)


# -- plans -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Planned:
    """A priority plan of a district."""

    district: District
    plan: Plan


def _plans(catalogue: Catalogue) -> Iterator[Planned]:
    for district, plan in catalogue.plans:
        if fields.is_ours(catalogue, district):
            yield Planned(district, plan)


PLANS: Dataset[Planned] = Dataset(
    name="rejony-plany",
    title="Plany działania priorytetowego",
    about="Na co dzielnicowi kładą nacisk w danym półroczu i z jakim wynikiem.",
    keywords=("dzielnicowy", "plan działania priorytetowego"),
    members=_plans,
    record=lambda planned: planned.district,
    fields=(
        field(
            *("rejon", "Rejon", "Którego rejonu dotyczy plan.", Shape.KEY),
            lambda _, one: one.district.id,
            leads="rejony",
            always=True,
        ),
        field(
            *("od", "Od", "Pierwszy dzień planu.", Shape.DAY),
            lambda _, one: one.plan.since,
            always=True,
        ),
        field(
            *("do", "Do", "Ostatni dzień planu.", Shape.DAY),
            lambda _, one: one.plan.until,
            always=True,
        ),
        field(
            *("problem", "Problem", "Co jest źle i gdzie.", Shape.TEXT),
            lambda _, one: one.plan.problem,
            always=True,
        ),
        field(
            *("kategoria", "Kategoria", "Kategoria Krajowej Mapy Zagrożeń.", Shape.KEY),
            lambda _, one: one.plan.category,
        ),
        field(
            *("kategoria_nazwa", "Nazwa kategorii", "Ta sama kategoria po nazwie.", Shape.TEXT),
            lambda _, one: CATEGORIES.get(one.plan.category, ""),
        ),
        field(*("cel", "Cel", "Co ma się zmienić.", Shape.TEXT), lambda _, one: one.plan.aim),
        field(
            *("dzialania", "Działania", "Co zaplanowano.", Shape.TEXTS),
            lambda _, one: dict.fromkeys(one.plan.actions),
        ),
        field(
            *("wniosek", "Wniosek", "Wniosek, z którego wynika plan.", Shape.KEY),
            lambda catalogue, one: fields.key(catalogue, "wnioski", one.plan.request),
            leads="wnioski",
        ),
        field(
            *("wynik", "Wynik", "Puste: wyniku nie podano.", Shape.TEXT),
            lambda _, one: one.plan.result,
        ),
    ),
)


# -- bodies ------------------------------------------------------------------------------

BODIES: Dataset[Body] = Dataset(
    name="podmioty",
    title="Podmioty",
    about="Urzędy, szkoły i jednostki, które wymieniają inne pliki.",
    keywords=("urząd", "podmiot"),
    members=lambda catalogue: fields.ours(catalogue, catalogue.bodies),
    record=lambda body: body,
    fields=(
        fields.identifier("podmiotu"),
        field(
            *("nazwa", "Nazwa", "Pełna nazwa.", Shape.TEXT), lambda _, one: one.title, always=True
        ),
        field(
            *("rodzaj", "Rodzaj", "Urząd, szkoła, jednostka Policji…", Shape.TEXT),
            lambda _, one: one.sort,
        ),
        field(
            *("nadrzedny", "Nadrzędny", "Podmiot, do którego należy.", Shape.KEY),
            lambda catalogue, one: fields.key(catalogue, "podmioty", one.parent),
            leads="podmioty",
        ),
        fields.PAGE,
    ),
)
