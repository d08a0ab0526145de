"""The chart of a report's figures: it says what the table says, or there is none."""

from __future__ import annotations

from plugins.layout.charts import Bar
from plugins.newsroom.kinds.period import Period
from plugins.newsroom.kinds.report import Figures, Report
from plugins.pages.figures import of_report

YEAR = Period.from_text("2025")


def figures(
    category: str, reported: int | None, confirmed: int | None, year: object = YEAR
) -> Figures:
    return Figures(category=category, period=year, reported=reported, confirmed=confirmed)  # type: ignore[arg-type]


def test_bars_are_the_numbers_of_the_table() -> None:
    some = (figures("akty-wandalizmu", 9, 4), figures("zebractwo", 3, 3))
    chart = of_report(Report(kmzb=some))
    assert chart is not None
    assert [kind.name for kind in chart.kinds] == ["Potwierdzone", "Pozostałe zgłoszenia"]
    assert chart.bars == (Bar("Akty wandalizmu: 9", (4, 5)), Bar("Żebractwo: 3", (3, 0)))


def test_what_was_confirmed_is_told_apart_only_where_all_say_it() -> None:
    chart = of_report(
        Report(kmzb=(figures("akty-wandalizmu", 9, 4), figures("zebractwo", 3, None)))
    )
    assert chart is not None
    assert [bar.parts for bar in chart.bars] == [(9,), (3,)]


def test_what_cannot_be_compared_is_not_drawn() -> None:
    assert of_report(Report()) is None
    assert of_report(Report(kmzb=(figures("zebractwo", None, 1),))) is None
    quarter = figures("zebractwo", 2, 1, Period.from_text("2026"))
    assert of_report(Report(kmzb=(figures("akty-wandalizmu", 9, 4), quarter))) is None
