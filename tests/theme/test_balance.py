"""Tables of counts and their charts: for a phone, a screen reader, an eye without colour."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from tests.theme.components import ENVIRONMENT, Component
from tests.theme.test_outcomes import BY_NAME, shown, words

CHART = ENVIRONMENT.get_template("components/chart/chart.html").module.chart
LOOKS = ("solid", "striped", "crossed", "dotted", "lined", "plain")


def drawn(bars: list[list[int]]) -> html.HtmlElement:
    """A chart of bars with six kinds of parts."""
    kinds = [{"name": look, "look": look} for look in LOOKS]
    named = [{"label": f"Wiersz {n}", "parts": parts} for n, parts in enumerate(bars)]
    chart = {"id": "w", "title": "Wykres", "kinds": kinds, "bars": named}
    return html.fromstring(f"<div>{CHART({'chart': chart})}</div>")


def share(text: str) -> float:
    return float(text.removesuffix("%"))


@settings(max_examples=40)
@given(st.lists(st.lists(st.integers(0, 400), min_size=6, max_size=6), max_size=5))
def test_every_bar_is_as_long_as_its_numbers_say(bars: list[list[int]]) -> None:
    chart = drawn(bars)
    whole = max(map(sum, bars), default=0)
    if not whole:
        assert not chart.xpath(".//svg")
        return
    for parts, bar in zip(bars, chart.xpath(".//svg[@class='chart__bar']"), strict=True):
        rects = bar.xpath("./rect")
        assert [share(one.get("width")) for one in rects] == [
            pytest.approx(100 * part / whole, abs=0.01) for part in parts if part
        ]
        end = 0.0
        for one in rects:
            assert share(one.get("x")) == pytest.approx(end, abs=0.04)
            end += share(one.get("width"))
        assert end <= 100.04
        said = [int(text) for text in bar.xpath("./text/text()")]
        assert said == [part for part in parts if part and 20 * part >= whole * len(str(part))]


def test_a_part_is_told_by_its_pattern_too() -> None:
    """Each look is drawn in a way of its own, and every pattern that is asked for is there."""
    chart = drawn([[1, 1, 1, 1, 1, 1]])
    patterns = {one.get("id"): html.tostring(one.find("path")) for one in chart.iter("pattern")}
    assert len(set(patterns.values())) == len(patterns) == 4
    fills = [one.get("fill") for one in chart.xpath(".//svg[@class='chart__bar']/rect")]
    assert fills == [None, *(f"url(#{name})" for name in patterns), "none"]


def test_only_patterns_in_use_are_there() -> None:
    assert not shown("chart", "one bar of one kind").xpath(".//pattern")


def test_a_chart_repeats_its_table_and_is_no_news_to_a_screen_reader() -> None:
    for example in ("by year", "two columns"):
        section = shown("tally", example).xpath("./section")[0]
        charts = section.xpath("./*[contains(@class, 'chart')]")
        assert all(one.get("aria-hidden") == "true" for one in charts)
        assert len(charts) == (example == "by year")
        assert all(one.getprevious().tag == "table" for one in charts)


def test_the_first_cell_of_a_phone_says_all_that_the_other_columns_say() -> None:
    table = shown("tally", "by year").xpath(".//table")[0]
    heads = [words(one).replace("\u00ad", "") for one in table.xpath("./thead//th")][1:]
    for row in table.xpath(".//tr[td]"):
        (told,) = row.xpath("./th/span[@class='tally__narrow']")
        cells = row.xpath("./td")
        assert all("tally__wide" in cell.get("class") for cell in cells)
        pairs = zip(heads, (words(cell) for cell in cells), strict=True)
        said = [f"{head}: {cell}" for head, cell in pairs if cell not in ("0", "–nie ma")]
        assert words(told) == ", ".join(said)


def test_two_columns_fit_a_phone_as_they_are() -> None:
    table = shown("tally", "two columns").xpath(".//table")[0]
    assert not table.xpath(".//*[contains(@class, 'tally__wide')]")
    assert not table.xpath(".//*[contains(@class, 'tally__narrow')]")


@pytest.mark.parametrize("example", ["by year", "two columns"])
def test_a_table_of_counts_names_its_rows_and_columns_and_has_a_total(example: str) -> None:
    table = shown("tally", example).xpath(".//table")[0]
    columns = table.xpath("./thead/tr/th[@scope='col']")
    rows = table.xpath("./tbody/tr | ./tfoot/tr")
    assert [len(row) for row in rows] == [len(columns)] * len(rows)
    assert all(len(row.xpath("./th[@scope='row']")) == 1 for row in rows)
    assert table.xpath("count(./caption)") == table.xpath("count(./tfoot/tr)") == 1


@pytest.mark.parametrize("component", [BY_NAME["chart"], BY_NAME["tally"]], ids=lambda c: c.name)
def test_forced_colours_and_paper_keep_the_lines(component: Component) -> None:
    """A line whose colour comes from the theme alone would vanish where colours are forced."""
    if component.name == "chart":
        forced = component.css.split("forced-colors: active")[1]
        assert re.findall(r"(?:fill|stroke): (\w+)", forced)
        assert not re.findall(r"(?:fill|stroke): (?!Canvas|CanvasText|none)\w", forced)
    assert "background" not in component.css  # paper and forced colours drop it
