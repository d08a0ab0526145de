"""The accessibility statement as version 2.0 (31 July 2024) wants it; facts, section 1."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from lxml import html

from tests.theme.components import COMPONENTS

STATEMENT = next(one for one in COMPONENTS if one.name == "statement")
EXAMPLES = {example["name"]: example for example in STATEMENT.about["examples"]}

ALWAYS = {
    f"a11y-{name}"
    for name in (
        *("wstep", "podmiot", "zakres", "url", "data-publikacja", "data-aktualizacja", "status"),
        *("data-sporzadzenie", "kontakt", "email", "telefon", "procedura", "architektura"),
        "komunikacja",
    )
}
DATES = ("data-publikacja", "data-aktualizacja", "data-sporzadzenie", "data-przeglad")


@pytest.fixture(params=EXAMPLES)
def example(request: pytest.FixtureRequest) -> dict:
    return EXAMPLES[request.param]


@pytest.fixture
def page(example: dict) -> html.HtmlElement:
    return html.fromstring(STATEMENT.rendered(example))


def _ids(page: html.HtmlElement) -> Counter:
    return Counter(page.xpath("//@id"))


def test_every_identifier_stands_once(page: html.HtmlElement) -> None:
    assert {name: _ids(page)[name] for name in ALWAYS} == dict.fromkeys(ALWAYS, 1)
    assert set(_ids(page).values()) == {1}


def test_conditional_identifiers_follow_the_data(page: html.HtmlElement, example: dict) -> None:
    said = example["p"]["page"]
    ids = _ids(page)
    shown = said["conformance"] != "w pełni zgodna"
    assert ("a11y-ocena" in ids) == bool(said["excessive"] and shown)
    assert ("a11y-data-przeglad" in ids) == bool(said["reviewed"])
    assert ("a11y-architektura-url" in ids) == bool(said["building_link"])
    assert ("a11y-aplikacje" in ids) == bool(said["apps"])


def test_headings_stand_in_the_prescribed_order(page: html.HtmlElement, example: dict) -> None:
    said = example["p"]["page"]
    lacking = [
        ("h2", "Niedostępne treści"),
        *([("h3", "Niezgodność z załącznikiem")] if said["failings"] else []),
        *([("h3", "Treści nieobjęte przepisami")] if said["exempt"] else []),
        *([("h3", "Nadmierne koszty")] if said["excessive"] else []),
    ]
    expected = [
        ("h1", "Deklaracja dostępności"),
        ("h2", "Stan dostępności cyfrowej"),
        *(lacking if said["conformance"] != "w pełni zgodna" else []),
        ("h2", "Przygotowanie deklaracji dostępności"),
        *([("h2", "Udogodnienia, ograniczenia i inne informacje")] if example["p"]["html"] else []),
        ("h2", "Informacje zwrotne i dane kontaktowe"),
        ("h2", "Obsługa wniosków i skarg związanych z dostępnością"),
        ("h2", "Pozostałe informacje"),
        *([("h3", "Aplikacje mobilne")] if said["apps"] else []),
        ("h3", "Dostępność architektoniczna"),
        ("h3", "Dostępność komunikacyjno-informacyjna"),
    ]
    found = [(one.tag, one.text_content()) for one in page.xpath("//h1|//h2|//h3|//h4")]
    assert found == expected


def test_dates_are_machine_readable_and_end_once(page: html.HtmlElement) -> None:
    for name in DATES:
        for element in page.xpath(f"//*[@id='a11y-{name}']"):
            assert element.tag == "time"
            assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", element.get("datetime"))
    assert ".." not in page.text_content()


def test_contact_can_be_called_and_written_to(page: html.HtmlElement) -> None:
    assert page.xpath("string(//*[@id='a11y-email']/@href)").startswith("mailto:")
    assert page.xpath("string(//*[@id='a11y-telefon']/@href)").startswith("tel:+48")


def test_the_status_is_one_of_three_sentences() -> None:
    found = {
        html.fromstring(STATEMENT.rendered(one)).xpath("string(//*[@id='a11y-status'])")
        for one in EXAMPLES.values()
    }
    assert len(found) == 3
    assert all("z załącznikiem do ustawy" in one.replace("\xa0", " ") for one in found)


def test_without_a_coordinator_the_unit_itself_answers() -> None:
    page = html.fromstring(STATEMENT.rendered(EXAMPLES["fully"]))
    assert (
        page.xpath("string(//*[@id='a11y-kontakt'])") == "Komenda Miejska Policji w\xa0Przykładowie"
    )
    assert page.xpath("//*[@id='a11y-email']/@href") == [
        "mailto:kontakt@policja.przykladow.example"
    ]
    assert page.xpath("//*[@id='a11y-telefon']/@href") == ["tel:+48477000010"]


def test_an_audit_names_who_made_it_and_ends_once() -> None:
    words = " ".join(
        html.fromstring(STATEMENT.rendered(EXAMPLES["with applications and an audit"]))
        .text_content()
        .split()
    )
    assert "przez podmiot zewnętrzny: Fundacja Przykład (raport z badania)." in words
