"""What residents read in the components, where a word or its place has been wrong before."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from lxml import html

from plugins.layout import dating, filters
from plugins.newsroom.typography import NBSP
from tests.theme.components import COMPONENTS


def shown(name: str, example: str) -> html.HtmlElement:
    """One example of a component, as a tree."""
    component = next(one for one in COMPONENTS if one.name == name)
    found = next(one for one in component.about["examples"] if one["name"] == example)
    return html.fromstring(f"<div>{component.rendered(found)}</div>")


def words(name: str, example: str) -> str:
    """Its text with plain spaces."""
    return " ".join(shown(name, example).text_content().replace(NBSP, " ").split())


def placed(text: str) -> str:
    body = SimpleNamespace(text="", links=(), pictures=())
    return filters.placed(body, lambda _: text)


def test_a_line_may_break_before_the_year_and_nowhere_else() -> None:
    assert dating.day("2026-10-22").split(" ") == [f"22{NBSP}października", f"2026{NBSP}r."]


def test_a_table_in_prose_scrolls_alone_and_by_keyboard() -> None:
    page = html.fromstring(placed("<div><table><tr><td>1</td></tr></table></div>"))
    assert page.xpath("count(//div[@tabindex='0'][@aria-label]/table)") == 1


def test_postcodes_in_prose_stay_whole_but_attributes_are_left_alone() -> None:
    found = placed('<p><a title="00-000 Opole">Rynek 8, 00-000 Opole</a></p>')
    assert 'title="00-000 Opole"' in found
    assert f'<span class="whole">00-000</span>{NBSP}Opole' in found


@pytest.mark.parametrize(
    ("name", "example", "sentence"),
    [
        ("ticket", "unknown day", "dzień nieznany (w komunikacie: „w piątek”)"),
        ("ticket", "streamed today", "Oglądaj transmisję"),
        ("ticket", "provisional and hybrid", "Adres transmisji"),
        ("notice", "cancelled", "Pierwotny termin:"),
        ("notice", "postponed", "Pierwotny termin:"),
        ("notice", "moved", "Poprzedni termin:"),
        ("card", "cancelled", "nieaktualny termin: czwartek"),
        ("facts", "after both deadlines", "Zgłoszenia przyjmowaliśmy do 4 grudnia 2026 r."),
        ("facts", "announced", "Potrzebę tłumacza zgłoś do 4 grudnia 2026 r."),
        ("metka", "another publisher", "Data publikacji nieznana"),
        ("title", "translation", "Data publikacji nieznana"),
        ("changes", "moved", "było 26 listopada 2026 r., godz. 17:00 – jest 10 grudnia"),
    ],
)
def test_a_component_says(name: str, example: str, sentence: str) -> None:
    assert sentence in words(name, example)


def test_what_was_told_of_a_coarse_day_is_said_once() -> None:
    told = words("life", "told in words")
    assert "w drugiej połowie lutego" in told
    assert "2027" not in told


def test_an_interpreter_on_request_is_not_unknown() -> None:
    assert "tłumacz PJM" not in words("facts", "announced")


def test_an_update_on_the_day_of_publication_is_not_news() -> None:
    assert "zaktualizowano" not in words("metka", "updated on the same day")
    assert "zaktualizowano" in words("metka", "usual")


def test_the_header_stands_in_the_order_of_the_screen() -> None:
    found = shown("header", "usual").xpath("//@class")
    names = [one for one in found if re.fullmatch(r"header__(name|alarm|toggle|service|main)", one)]
    assert names == [f"header__{one}" for one in ("name", "alarm", "toggle", "service", "main")]
