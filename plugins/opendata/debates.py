"""``/dane/debaty``: every debate of the unit, and what came of it in numbers."""

from __future__ import annotations

from datetime import date

from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.debate import Debate, Form, Role
from plugins.newsroom.kinds.report import Report, Requests
from plugins.newsroom.kinds.venue import Place
from plugins.newsroom.phases import Phase
from plugins.newsroom.relations import published_on
from plugins.opendata import fields
from plugins.opendata.columns import Shape
from plugins.opendata.fields import Dataset, Field, field


def _place(catalogue: Catalogue, debate: Debate) -> Place | None:
    """Where it is held; not a venue that stands in no list."""
    venue = debate.place.venue if debate.place else ""
    listed = not venue or catalogue.record(f"miejsca/{venue}")
    return catalogue.place(debate) if listed else None


def _named(catalogue: Catalogue, debate: Debate) -> str:
    place = _place(catalogue, debate)
    return place.name if place else ""


def _address(catalogue: Catalogue, debate: Debate) -> str:
    place = _place(catalogue, debate)
    return place.address.line if place and place.address else ""


def _latitude(catalogue: Catalogue, debate: Debate) -> str:
    place = _place(catalogue, debate)
    return place.latitude if place else ""


def _longitude(catalogue: Catalogue, debate: Debate) -> str:
    place = _place(catalogue, debate)
    return place.longitude if place else ""


def _report(catalogue: Catalogue, debate: Debate) -> Report | None:
    report = catalogue.report(debate)
    return report if report and fields.is_ours(catalogue, report) else None


def _reported(catalogue: Catalogue, debate: Debate) -> date | None:
    report = _report(catalogue, debate)
    return published_on(report) if report else None


def _attendance(catalogue: Catalogue, debate: Debate) -> int | None:
    report = _report(catalogue, debate)
    return report.attendance if report else None


def _questions(catalogue: Catalogue, debate: Debate) -> int | None:
    report = _report(catalogue, debate)
    return len(report.questions) if report else None


def _recorded(catalogue: Catalogue, debate: Debate) -> Requests | None:
    report = _report(catalogue, debate)
    return report.requests if report else None


def _raised(catalogue: Catalogue, debate: Debate) -> int:
    return len(fields.ours(catalogue, catalogue.raised_at.get(debate.id, ())))


def _organisers(catalogue: Catalogue, debate: Debate) -> tuple[str, ...]:
    """Bodies only: people are left to the page."""
    return fields.keys(catalogue, "podmioty", (party.written for party in debate.organisers))


def _evaluations(catalogue: Catalogue, debate: Debate) -> tuple[str, ...]:
    return tuple(one.id for one in fields.ours(catalogue, catalogue.evaluations(debate)))


FIELDS: tuple[Field[Debate], ...] = (
    fields.identifier("debaty"),
    field(*("tytul", "Tytuł", "Tytuł debaty.", Shape.TEXT), lambda _, one: one.title, always=True),
    field(
        *("etap", "Etap", "Na jakim etapie jest debata w dniu utworzenia pliku.", Shape.WORD),
        lambda catalogue, one: catalogue.phase(one),
        words=Phase,
        always=True,
    ),
    field(
        *("rodzaj", "Rodzaj", "Czy zbiera wnioski (inicjująca), czy z nich rozlicza.", Shape.WORD),
        lambda _, one: one.role,
        words=Role,
        always=True,
    ),
    field(
        *("forma", "Forma", "Jak można wziąć udział.", Shape.WORD),
        lambda _, one: one.form,
        words=Form,
        always=True,
    ),
    field(
        *("data", "Data", "Dzień debaty. Puste, gdy dnia jeszcze nie ma.", Shape.DAY),
        lambda _, one: one.when.day,
    ),
    field(
        *("godzina", "Godzina", "Początek, czas urzędowy w Polsce.", Shape.HOUR),
        lambda _, one: one.when.clock,
    ),
    field(
        *("czas_trwania_min", "Czas trwania", "Ile minut. Puste, gdy nie podano.", Shape.NUMBER),
        lambda _, one: one.length or None,
    ),
    field(
        "termin",
        "Termin",
        "Termin tak dokładnie, jak jest znany: dzień z godziną, dzień, miesiąc albo rok.",
        Shape.MOMENT,
        lambda _, one: one.when,
    ),
    field(
        *("termin_wstepny", "Termin wstępny", "Czy termin może się zmienić.", Shape.TRUTH),
        lambda _, one: one.provisional,
        always=True,
    ),
    field(*("miejsce", "Miejsce", "Nazwa miejsca.", Shape.TEXT), _named),
    field(*("adres", "Adres", "Adres miejsca.", Shape.TEXT), _address),
    field(
        *("szerokosc", "Szerokość", "Szerokość geograficzna, stopnie.", Shape.DECIMAL), _latitude
    ),
    field(*("dlugosc", "Długość", "Długość geograficzna, stopnie.", Shape.DECIMAL), _longitude),
    field(*("dla_kogo", "Dla kogo", "Kogo zaproszono.", Shape.TEXT), lambda _, one: one.audience),
    field(
        *("organizatorzy", "Organizatorzy", "Podmioty, które zapraszają.", Shape.KEYS),
        _organisers,
        leads="podmioty",
    ),
    fields.DISTRICTS,
    *fields.CATEGORIES,
    fields.TOPICS,
    fields.PROGRAMME,
    field(
        *("rozlicza", "Rozlicza", "Debaty, z których wniosków rozlicza.", Shape.KEYS),
        lambda catalogue, one: fields.keys(catalogue, "debaty", one.evaluates),
        leads="debaty",
    ),
    field(
        *("rozliczona_przez", "Rozliczona przez", "Debaty, które ją rozliczają.", Shape.KEYS),
        _evaluations,
        leads="debaty",
    ),
    field(
        *("data_sprawozdania", "Data sprawozdania", "Puste, gdy sprawozdania nie ma.", Shape.DAY),
        _reported,
    ),
    field(
        *("uczestnicy", "Uczestnicy", "Ile osób przyszło, ze sprawozdania.", Shape.NUMBER),
        _attendance,
    ),
    field(*("pytania", "Pytania", "Ile pytań opisuje sprawozdanie.", Shape.NUMBER), _questions),
    field(
        *("spisanie_wnioskow", "Spisanie wniosków", "Czy na debacie spisano wnioski.", Shape.WORD),
        _recorded,
        words=Requests,
    ),
    field(
        *("wnioski", "Wnioski", "Ile wniosków z tej debaty jest w rejestrze.", Shape.NUMBER),
        _raised,
        always=True,
    ),
    *fields.DATED,
    fields.PAGE,
)

DEBATES: Dataset[Debate] = Dataset(
    name="debaty",
    title="Debaty społeczne",
    about="Każda debata jednostki: kiedy, gdzie, dla kogo i co po niej zostało, w liczbach.",
    keywords=("debata społeczna", "bezpieczeństwo", "konsultacje"),
    members=lambda catalogue: fields.ours(catalogue, catalogue.debates),
    record=lambda debate: debate,
    fields=FIELDS,
)
