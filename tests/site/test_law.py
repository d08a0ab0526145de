"""The accessibility statement: the law's tests D1–D10, on the sample and on variants."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.site import statements
from tests.site.project import TODAY, Project
from tests.site.statements import (
    CONDITIONAL,
    FULL,
    PAGE,
    STATUS,
    UNIT,
    VARIANTS,
    Statement,
    pages,
    warned,
)


@pytest.fixture(scope="module")
def variants(first_day: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """One small site with every variant of a statement."""
    project = first_day.copy(tmp_path_factory.mktemp("prawo") / "warianty")
    project.empty()
    project.write("content/jednostka.yml", statements.unit())
    for name, head in VARIANTS.items():
        project.write(f"content/strony/{name}.md", statements.record(head))
    project.build()
    return project


@pytest.fixture(params=(PAGE, *VARIANTS))
def statement(request: pytest.FixtureRequest, sample: Project, variants: Project) -> Statement:
    """The sample's own statement, then each variant."""
    if request.param == PAGE:
        return Statement(statements.of_the_sample(), sample.text(f"{PAGE}/index.html"))
    return Statement(VARIANTS[request.param], variants.text(f"{request.param}/index.html"))


def test_d1_the_fourteen_identifiers_stand_once_each(statement: Statement) -> None:
    found = Counter(statement.ids())
    assert {name: found[name] for name in statements.ALWAYS} == dict.fromkeys(statements.ALWAYS, 1)
    assert set(found.values()) == {1}
    assert found.keys() - {*statements.ALWAYS, *CONDITIONAL} == {"deklaracja", "osoba"}


def test_d2_conditional_identifiers_follow_the_data(statement: Statement) -> None:
    shown = {name for name in CONDITIONAL if name in statement.ids()}
    assert shown == {name for name, key in CONDITIONAL.items() if statement.head.get(key)}


def test_d3_headings_stand_in_the_prescribed_order(statement: Statement) -> None:
    found = [
        (str(node.tag), " ".join(node.text().split()))
        for node in statement.page.css(".statement :is(h1, h2, h3, h4)")
    ]
    assert found == [
        (level, words)
        for level, words, keys in statements.HEADINGS
        if not keys or statement.says(keys)
    ]
    assert len(statement.page.css("h1")) == 1


def test_d4_dates_are_machine_readable_and_in_order(statement: Statement) -> None:
    days = {}
    for name in ("publikacja", "aktualizacja", "sporzadzenie", "przeglad"):
        if name == "przeglad" and not statement.head.get("data przeglądu"):
            continue
        node = statement.node(f"data-{name}")
        assert node.tag == "time"
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", node.attributes["datetime"])
        days[name] = date.fromisoformat(node.attributes["datetime"])
        assert str(days[name].year) in node.text()
    assert days["sporzadzenie"] <= days.get("przeglad", days["sporzadzenie"])
    assert days["publikacja"] <= days["aktualizacja"]
    assert max(days.values()) <= date.fromisoformat(TODAY)


def test_d5_the_status_is_one_of_three_sentences(statement: Statement) -> None:
    assert statement.words("#a11y-status") == STATUS[statement.head["stan zgodności"]]


def test_d6_what_is_not_accessible_is_listed_unless_all_is(statement: Statement) -> None:
    headings = {node.text() for node in statement.page.css("h2")}
    told = [
        item
        for key in ("niezgodności", "wyłączenia", "nadmierne koszty")
        for item in statement.head.get(key) or ()
    ]
    assert ("Niedostępne treści" in headings) == (statement.head["stan zgodności"] != FULL)
    assert bool(told) == (statement.head["stan zgodności"] != FULL)
    shown = [" ".join(node.text().split()) for node in statement.page.css("h3 + ul > li")]
    assert shown[: len(told)] == told


def test_d7_no_full_stop_stands_twice(statement: Statement) -> None:
    assert ".." not in statement.words()


def test_d8_contacts_can_be_called_and_written_to(statement: Statement) -> None:
    assert re.fullmatch(r"mailto:[^@]+@[^@]+", statement.node("email").attributes["href"])
    assert re.fullmatch(r"tel:\+48\d{9}", statement.node("telefon").attributes["href"])
    assert statement.node("url").tag == "a"
    assert statement.node("url").attributes["href"] == "https://policja.przykladow.example"


def test_d9_every_page_leads_to_the_statement_of_its_language(sample: Project) -> None:
    """The interface is Polish on every page, also round a foreign article: one statement."""
    whole = f"{UNIT['adres strony']}/{PAGE}/"
    seen = 0
    for path, page in pages(sample):
        assert page.css_first("html").attributes["lang"] == "pl", path
        links = [
            node.attributes["href"]
            for node in page.css("footer a")
            if node.text() == "Deklaracja dostępności"
        ]
        assert links == [f"/{PAGE}/"], path
        (meta,) = page.css('meta[name="deklaracja-dostępności"]')
        assert meta.attributes["content"] == whole, path
        seen += 1
    assert seen > 150


@pytest.mark.parametrize(
    ("day", "reviewed", "due"),
    [
        ("2024-11-22", "", ""),
        ("2025-03-31", "", ""),
        ("2025-04-01", "", "2025-03-31"),
        ("2025-04-01", "2025-01-02", ""),
        ("2026-03-31", "2025-01-02", ""),
        ("2026-04-01", "2025-12-31", "2026-03-31"),
        ("2026-11-22", "2026-02-16", ""),
        ("2027-03-31", "2026-02-16", ""),
        ("2027-04-01", "2026-02-16", "2027-03-31"),
    ],
)
def test_d10_a_review_after_its_term_warns(
    tmp_path: Path, day: str, reviewed: str, due: str
) -> None:
    said = warned(tmp_path, day, reviewed)
    assert [line for line in said if "przegląd deklaracji" in line] == said
    assert bool(said) == bool(due)
    assert all(f"termin minął {due} – " in line for line in said)
