"""``/dane/programy``: the unit's safety programmes, an edition a row."""

from __future__ import annotations

from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.programme import Edition, Halt, Programme
from plugins.newsroom.phases import ProgrammeState
from plugins.opendata import fields
from plugins.opendata.columns import Shape
from plugins.opendata.fields import Dataset, field


def _edition(catalogue: Catalogue, edition: Edition | None) -> str:
    return fields.key(catalogue, "programy", edition.programme) if edition else ""


def _act(_: Catalogue, programme: Programme) -> str:
    """``uchwała nr XII/88/24, Rada Miasta``."""
    act = programme.act
    if act is None:
        return ""
    number = f"{act.sort} nr {act.number}" if act.number else act.sort
    return ", ".join(filter(None, (number, act.body)))


def _halt(catalogue: Catalogue, programme: Programme) -> Halt | None:
    """A halt that has come."""
    halted = programme.halted
    return halted if halted and halted.day <= catalogue.today else None


def _partners(catalogue: Catalogue, programme: Programme) -> tuple[str, ...]:
    """Bodies only: people are left to the page."""
    written = (partner.party.written for partner in programme.partners)
    return fields.keys(catalogue, "podmioty", written)


PROGRAMMES: Dataset[Programme] = Dataset(
    name="programy",
    title="Programy bezpieczeństwa",
    about="Programy bezpieczeństwa jednostki: okres, podstawa, cele i kto je realizuje.",
    keywords=("program bezpieczeństwa", "profilaktyka"),
    members=lambda catalogue: fields.ours(catalogue, catalogue.programmes),
    record=lambda programme: programme,
    fields=(
        fields.identifier("programu"),
        field(
            *("tytul", "Tytuł", "Nazwa programu i edycji.", Shape.TEXT),
            lambda _, one: one.title,
            always=True,
        ),
        field(
            *("stan", "Stan", "Czy trwa w dniu utworzenia pliku.", Shape.WORD),
            lambda catalogue, one: catalogue.programme_state(one),
            words=ProgrammeState,
            always=True,
        ),
        field(
            *("od", "Od", "Początek: dzień, miesiąc albo rok.", Shape.MOMENT),
            lambda _, one: one.period.since if one.period else None,
        ),
        field(
            *("do", "Do", "Koniec; puste, gdy go nie ustalono.", Shape.MOMENT),
            lambda _, one: one.period.until if one.period else None,
        ),
        field(*("podstawa", "Podstawa", "Akt, na którym się opiera.", Shape.TEXT), _act),
        field(
            *("data_podstawy", "Data podstawy", "Dzień przyjęcia aktu.", Shape.DAY),
            lambda _, one: one.act.day if one.act else None,
        ),
        field(*("cele", "Cele", "Po co jest program.", Shape.TEXTS), lambda _, one: one.aims),
        field(
            *("dzialania", "Działania", "Nazwy działań.", Shape.TEXTS),
            lambda _, one: dict.fromkeys(activity.name for activity in one.activities),
        ),
        field(
            *("realizatorzy", "Realizatorzy", "Podmioty, które go realizują.", Shape.KEYS),
            _partners,
            leads="podmioty",
        ),
        fields.DISTRICTS,
        *fields.CATEGORIES,
        fields.TOPICS,
        field(
            *("poprzednia_edycja", "Poprzednia edycja", "Wcześniejszy program.", Shape.KEY),
            lambda catalogue, one: _edition(catalogue, one.previous),
            leads="programy",
        ),
        field(
            *("nastepna_edycja", "Następna edycja", "Program, który go zastępuje.", Shape.KEY),
            lambda catalogue, one: _edition(catalogue, one.following),
            leads="programy",
        ),
        field(
            *("data_wstrzymania", "Data wstrzymania", "Kiedy go wstrzymano.", Shape.DAY),
            lambda catalogue, one: halt.day if (halt := _halt(catalogue, one)) else None,
        ),
        field(
            *("powod_wstrzymania", "Powód wstrzymania", "Dlaczego go wstrzymano.", Shape.TEXT),
            lambda catalogue, one: halt.reason if (halt := _halt(catalogue, one)) else "",
        ),
        *fields.DATED,
        fields.PAGE,
    ),
)
