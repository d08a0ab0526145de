from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom import addresses, categories
from plugins.newsroom.kinds.news import News
from plugins.newsroom.kinds.page import Page
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.kinds.unit import Unit
from plugins.outputs import is_inside

UNIT = Unit(site="https://policja.example/debaty/", identifier_domain="policja.example")


@pytest.mark.parametrize(
    ("record", "address"),
    [
        (News(id="x"), "/aktualnosci/x/"),
        (Page(id="kontakt"), "/kontakt/"),
        (Report(id="x", debate="y"), "/debaty/y/#sprawozdanie"),
    ],
)
def test_a_record_s_address_follows_from_its_kind_and_name(record: News, address: str) -> None:
    assert addresses.of(record) == address


def test_identifiers_do_not_depend_on_where_the_site_stands() -> None:
    moved = Unit(site="https://inna.example", identifier_domain="policja.example")
    for make in (addresses.tag, addresses.uid):
        assert make(UNIT, News(id="x")) == make(moved, News(id="x"))
    assert addresses.absolute(UNIT, "/ą b/#c") == "https://policja.example/debaty/%C4%85%20b/#c"
    assert addresses.base(UNIT) == "/debaty"


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1).map(lambda t: f"/{t}"))
def test_an_old_address_becomes_a_file_inside_the_site_or_none(old: str) -> None:
    path = addresses.old_file(old)
    dotted = any(part in (".", "..", "") for part in path.split("/"))
    long = len(old.encode()) > 200  # refused when it is read
    assert not path or dotted or long or is_inside(path)


def test_there_are_twenty_seven_categories_each_named_by_its_own_name() -> None:
    assert len(categories.CATEGORIES) == 27
    for one, name in categories.CATEGORIES.items():
        assert categories.named(name.upper()) == categories.named(one) == one
    with pytest.raises(ValueError, match="– napisz „Przekraczanie dozwolonej prędkości”"):
        categories.named("przekraczanie dozwolonej prętkości")
