"""Any text survives in every format, and no spreadsheet computes it."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.opendata import writing
from plugins.opendata.columns import Cell, Column, Shape, Table, cell
from tests.opendata.reading import SIGNS, parted, rows

PARTS = (
    *("=", "+", "-", "@", "＝", "'", '"', ";", ",", "|", "\\", "\t", "\r", "\n", "\r\n", " "),
    *("\u00a0", "\ufeff", "\u202e", "\u2028", "</script>", "<b>", "🚲", "ąęćłńóśźż", "a", "1"),
    *("=1+1", "=cmd|'/c calc'!A0", "tak", "{{ x }}", "\x00", "\x0b"),
)
TEXTS = st.one_of(
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=8).map("".join),
    st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30),
)
COLUMNS = (
    Column("tekst", "Tekst", "Dowolny."),
    Column("teksty", "Teksty", "Dowolne.", Shape.TEXTS),
    Column("liczba", "Liczba", "Ile.", Shape.NUMBER),
    Column("ulamek", "Ułamek", "Ile.", Shape.DECIMAL),
    Column("prawda", "Prawda", "Czy.", Shape.TRUTH),
)
ROWS: st.SearchStrategy[tuple[Cell, ...]] = st.tuples(
    st.none() | TEXTS,
    st.none() | st.lists(TEXTS, min_size=1, max_size=3).map(tuple),
    st.none() | st.integers(0, 10**6),
    st.none() | st.decimals(14, 55, places=4).map(str),
    st.none() | st.booleans(),
)


def told(row: tuple[Cell, ...]) -> dict[str, Any]:
    """A row as the JSON has it."""
    text, texts, number, decimal, truth = row
    return {
        "tekst": text,
        "teksty": list(texts or ()),
        "liczba": number,
        "ulamek": float(decimal) if decimal else None,
        "prawda": truth,
    }


@given(st.lists(ROWS, max_size=4))
def test_every_format_gives_back_what_was_written(found: list[tuple[Cell, ...]]) -> None:
    table = Table(COLUMNS, tuple(found))
    expected = [told(row) for row in found]
    assert json.loads(writing.objects(table, None)) == expected
    assert rows(writing.rfc4180(table, None), COLUMNS) == expected
    assert rows(writing.excel(table, None), COLUMNS, excel=True) == expected


@given(TEXTS)
@example("=1+1")
@example("Lipowa; =1+1")
@example('Lipowa;"=1+1')
@example("\t=1+1")
@example("a\n@b")
@example("x|-1")
def test_no_cell_begins_like_a_formula_whatever_separates_cells(text: str) -> None:
    table = Table(COLUMNS[:2], ((text, (text, text)),))
    for data in (writing.rfc4180(table, None), writing.excel(table, None)):
        for separator in ",;\t|":
            lines = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator)
            cells = [one for line in lines for one in line]
            assert not [one for one in cells if one.lstrip(' "\t\r\n').startswith(tuple(SIGNS))]


def test_what_is_no_formula_stays_as_it_is() -> None:
    for text in ("W-2026-014", "Lipowa 2–40", "47 700 00 10", "a@b.example", "2 + 2 = 4", "d'Arc"):
        assert writing.guarded(text) == text


def test_the_files_differ_as_their_readers_want() -> None:
    table = Table(COLUMNS[:4], (("Żółw, jaź; gęś", None, 5, "52.2297"),))
    assert writing.rfc4180(table, None) == (
        'tekst,teksty,liczba,ulamek\r\n"Żółw, jaź; gęś",,5,52.2297\r\n'.encode()
    )
    assert writing.excel(table, None) == (
        'tekst;teksty;liczba;ulamek\r\n"Żółw, jaź; gęś";;5;52,2297\r\n'.encode("utf-8-sig")
    )


def test_an_empty_table_has_its_header() -> None:
    assert writing.rfc4180(Table(COLUMNS[:2], ()), None) == b"tekst,teksty\r\n"
    assert json.loads(writing.objects(Table(COLUMNS, ()), None)) == []


@given(st.lists(TEXTS, max_size=4))
def test_several_values_can_be_told_apart(values: list[str]) -> None:
    assert parted(writing.joined(values)) == values


def test_a_hard_space_is_plain_in_data() -> None:
    assert cell("ul. Lipowa 12\u00a0A") == "ul. Lipowa 12 A"


def test_what_has_no_place_in_a_cell_is_refused() -> None:
    with pytest.raises(TypeError, match="float"):
        cell(0.5)
