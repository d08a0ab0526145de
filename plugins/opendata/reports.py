"""``/dane/pytania``, ``liczby-mapy-zagrozen``: what reports of debates hold besides their text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.categories import CATEGORIES
from plugins.newsroom.kinds.report import Figures, Question, Report
from plugins.opendata import fields
from plugins.opendata.columns import Shape
from plugins.opendata.fields import Dataset, field


def _reports(catalogue: Catalogue) -> Iterator[Report]:
    """Reports of debates that data hold."""
    for report in catalogue.reports:
        if fields.is_ours(catalogue, report) and fields.key(catalogue, "debaty", report.debate):
            yield report


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a report; ``number`` from 1."""

    report: Report
    number: int
    question: Question


def _asked(catalogue: Catalogue) -> Iterator[Asked]:
    for report in _reports(catalogue):
        for number, question in enumerate(report.questions, 1):
            yield Asked(report, number, question)


QUESTIONS: Dataset[Asked] = Dataset(
    name="pytania",
    title="Pytania z debat",
    about="O co pytano na debatach i co odpowiedziano. Nie podajemy, kto pytał.",
    keywords=("pytania i odpowiedzi", "debata społeczna"),
    members=_asked,
    record=lambda asked: asked.report,
    fields=(
        field(
            *("debata", "Debata", "Na której debacie zapytano.", Shape.KEY),
            lambda _, one: one.report.debate,
            leads="debaty",
            always=True,
        ),
        field(
            *("numer", "Numer", "Kolejność w sprawozdaniu, od 1.", Shape.NUMBER),
            lambda _, one: one.number,
            always=True,
        ),
        field(
            *("pytanie", "Pytanie", "O co zapytano.", Shape.TEXT),
            lambda _, one: one.question.question,
            always=True,
        ),
        field(
            *("odpowiedz", "Odpowiedź", "Puste: pytanie czeka na odpowiedź.", Shape.TEXT),
            lambda _, one: one.question.answer,
        ),
        field(
            *("wniosek", "Wniosek", "Wniosek, który z tego wyniknął.", Shape.KEY),
            lambda catalogue, one: fields.key(catalogue, "wnioski", one.question.request),
            leads="wnioski",
        ),
        field(
            *("strona", "Strona", "Adres pytania w sprawozdaniu.", Shape.ADDRESS),
            lambda catalogue, one: addresses.absolute(
                catalogue.unit, addresses.question(one.report.debate, one.number)
            ),
            always=True,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """Figures of one category that were shown at a debate."""

    report: Report
    figures: Figures


def _shown(catalogue: Catalogue) -> Iterator[Shown]:
    for report in _reports(catalogue):
        for figures in report.kmzb:
            yield Shown(report, figures)


FIGURES: Dataset[Shown] = Dataset(
    name="liczby-mapy-zagrozen",
    title="Liczby z Mapy Zagrożeń",
    about="Liczby zgłoszeń z Krajowej Mapy Zagrożeń Bezpieczeństwa, pokazane na debatach.",
    keywords=("Krajowa Mapa Zagrożeń Bezpieczeństwa", "zgłoszenia"),
    members=_shown,
    record=lambda shown: shown.report,
    fields=(
        field(
            *("debata", "Debata", "Na której debacie je pokazano.", Shape.KEY),
            lambda _, one: one.report.debate,
            leads="debaty",
            always=True,
        ),
        field(
            *("kategoria", "Kategoria", "Kategoria Krajowej Mapy Zagrożeń.", Shape.KEY),
            lambda _, one: one.figures.category,
            always=True,
        ),
        field(
            *("kategoria_nazwa", "Nazwa kategorii", "Ta sama kategoria po nazwie.", Shape.TEXT),
            lambda _, one: CATEGORIES[one.figures.category],
            always=True,
        ),
        field(
            *("od", "Od", "Początek okresu; puste: okresu nie podano.", Shape.MOMENT),
            lambda _, one: one.figures.period.since if one.figures.period else None,
        ),
        field(
            *("do", "Do", "Koniec okresu.", Shape.MOMENT),
            lambda _, one: one.figures.period.until if one.figures.period else None,
        ),
        field(
            *("zgloszen", "Zgłoszeń", "Ile zgłoszeń; puste: nie podano.", Shape.NUMBER),
            lambda _, one: one.figures.reported,
        ),
        field(
            *("potwierdzonych", "Potwierdzonych", "Ile potwierdzono.", Shape.NUMBER),
            lambda _, one: one.figures.confirmed,
        ),
        field(
            *("wyeliminowanych", "Wyeliminowanych", "Ile wyeliminowano.", Shape.NUMBER),
            lambda _, one: one.figures.removed,
        ),
        field(
            *("zrodlo", "Źródło", "Skąd są te liczby.", Shape.TEXT),
            lambda _, one: one.figures.source,
        ),
    ),
)
