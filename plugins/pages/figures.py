"""Figures of the Mapa Zagrożeń as pages show them: a category's tables, a sentence, charts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from plugins.layout import cards
from plugins.layout.charts import Bar, Chart, Kind
from plugins.layout.values import Card
from plugins.newsroom import kmzb
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.categories import CATEGORIES
from plugins.newsroom.kinds.period import Period
from plugins.newsroom.kinds.report import Figures, Report
from plugins.newsroom.kmzb import Series
from plugins.newsroom.relations import grouped
from plugins.newsroom.spelling import plural
from plugins.newsroom.typography import NBSP
from plugins.pages.outcomes import FigureSet

SETS, ROWS = 8, 10
"""How many tables a category has, and how many figures a table: the newest. All stand in the
reports of their debates."""


def sets(catalogue: Catalogue, category: str) -> Iterator[FigureSet]:
    """The tables of a category; what cannot be compared stands in tables of its own."""
    for number, series in enumerate(kmzb.series(catalogue, category)[:SETS], 1):
        told = tuple(_once(catalogue, series).items())[:ROWS]
        yield FigureSet(
            title=_title(catalogue, series),
            figures=tuple(figures for figures, _ in told),
            debates=tuple(debates for _, debates in told),
            yearly=_sentence(series),
            chart=_chart(series, f"liczby-{number}"),
        )


def _once(catalogue: Catalogue, series: Series) -> dict[Figures, tuple[Card, ...]]:
    """Equal figures shown at two debates stand in one row."""
    debates = grouped(series.shown, lambda shown: (shown[1],))
    return {
        figures: tuple(
            cards.card(catalogue, catalogue.debate(report), lead=False) for report, _ in some
        )
        for figures, some in debates.items()
    }


def _title(catalogue: Catalogue, series: Series) -> str:
    """``Od 1 kwietnia do 30 września: Rejon nr 2 – Osiedle Północ``."""
    found = (catalogue.record(f"rejony/{name}") for name in series.districts)
    publisher = catalogue.body(series.publisher) if series.publisher else None
    about = [district.title for district in found if district]
    about += [f"Wydawca: {publisher.title}"] if publisher else []
    return ": ".join(filter(None, (_days(series.shown[0][1].period), ", ".join(about))))


def _days(period: Period | None) -> str:
    """The days of a year that the figures are of, without the year: rows say that.

    >>> _days(Period.from_text("2025")), _days(None)
    ('Cały rok', 'Okresu nie podano')
    """
    if period is None or period.first is None or period.last is None:
        return "Okresu nie podano" if period is None else "Okres bez końca"
    first, last = period.first, period.last
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        number = last.year - first.year + 1
        several = f"{number} {plural(number, 'pełny rok', 'pełne lata', 'pełnych lat')}"
        return "Cały rok" if number == 1 else several
    longer = ", ponad rok" if last - first > timedelta(days=366) else ""
    return f"Od {cards.day_and_month(first)} do {cards.day_and_month(last)}{longer}"


def _sentence(series: Series) -> str:
    """``Zgłoszenia w kolejnych latach – 2025: 18, 2026: 10.``"""
    told = ", ".join(f"{year}:{NBSP}{one.reported}" for year, one in series.yearly[-ROWS:])
    return f"Zgłoszenia w kolejnych latach – {told}." if told else ""


def _chart(series: Series, name: str) -> Chart | None:
    """Reports by year, the confirmed among them told apart where every year says how many."""
    yearly = series.yearly[-ROWS:]
    if not yearly:
        return None
    split = all(one.confirmed is not None for _, one in yearly)
    kinds = (_CONFIRMED, _OTHER) if split else (_REPORTED,)
    bars = tuple(Bar(f"{year}: {one.reported}", _parts(one, split)) for year, one in yearly)
    return Chart(name, "Zgłoszenia w kolejnych latach", kinds, bars)


def of_report(report: Report) -> Chart | None:
    """The figures that a report gives, side by side; only those of one time can be compared."""
    figures = report.kmzb
    if any(one.reported is None or one.period != figures[0].period for one in figures):
        return None
    split = all(one.confirmed is not None for one in figures)
    kinds = (_CONFIRMED, _OTHER) if split else (_REPORTED,)
    named = ((CATEGORIES[one.category], one) for one in figures)
    bars = tuple(Bar(f"{name}: {one.reported}", _parts(one, split)) for name, one in named)
    return Chart("mapa-zagrozen", "Zgłoszenia na Mapie Zagrożeń", kinds, bars) if bars else None


_REPORTED = Kind("Zgłoszenia", "solid")
_CONFIRMED, _OTHER = Kind("Potwierdzone", "solid"), Kind("Pozostałe zgłoszenia", "plain")


def _parts(figures: Figures, split: bool) -> tuple[int, ...]:
    reported, confirmed = figures.reported or 0, figures.confirmed or 0
    return (confirmed, reported - confirmed) if split else (reported,)
