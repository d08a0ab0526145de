"""JSON-LD within a page: it can be read back, and nothing in it can end the element."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from plugins.layout.jsonld import embedded, json_ld, thing, written
from plugins.layout.values import Head, Link
from plugins.newsroom.kinds.unit import Unit

UNIT = Unit(site="https://kmp.example/policja/")
HOSTILE = (
    '</script><script>alert("1")</script>',
    "<!--<script>",
    "]]>",
    "„Rynek” & 'Zamek' \\ \"Park\"",
    "&lt;/script&gt;",
    "pierwsza\u2028druga\u2029trzecia",
    "\\u003c/script>",
)
"""Titles that end an element, open a comment, or break a line of a script."""


def in_page(head: Head) -> Any:
    """What a reader of the page gets, by a parser that we did not write."""
    page = f'<script type="application/ld+json">{json_ld(head, UNIT)}</script><p>dalej</p>'
    tree = LexborHTMLParser(page)
    (script,) = tree.css("script")
    assert tree.css_first("p").text() == "dalej"
    return json.loads(script.text())


def about(title: str) -> Head:
    crumbs = (Link("Strona główna", "/"), Link(title, "/debaty/"))
    return Head(title, "/debaty/x/", crumbs=crumbs, json_ld=(written(thing("Event", name=title)),))


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_is_read_back_as_it_was(title: str) -> None:
    event, trail = in_page(about(title))["@graph"]
    assert event["name"] == title
    assert trail["itemListElement"][1]["name"] == title


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_safe_and_comes_back_with_plain_spaces(text: str) -> None:
    safe = embedded(written({"name": text}))
    assert not set(safe) & set("<>&\u2028\u2029")
    assert json.loads(safe)["name"] == text.replace("\u00a0", " ")


def test_the_trail_has_whole_addresses_and_numbers_from_one() -> None:
    (_, trail) = in_page(about("Debaty"))["@graph"]
    items = [(one["position"], one["item"]) for one in trail["itemListElement"]]
    assert items == [
        (1, "https://kmp.example/policja/"),
        (2, "https://kmp.example/policja/debaty/"),
    ]


def test_a_page_that_says_nothing_has_no_block() -> None:
    assert json_ld(Head("Nie ma takiej strony", "/404.html"), UNIT) == ""


def test_properties_without_a_value_are_left_out_but_no_and_nought_are_values() -> None:
    made = thing("Event", "", name="", image=None, location=[], free=False, seats=0)
    assert made == {"@type": "Event", "free": False, "seats": 0}
