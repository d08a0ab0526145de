"""Requests, their history, districts and questions: what a phone and a screen reader get."""

from __future__ import annotations

import re

import pytest
from lxml import html

from plugins.newsroom.typography import NBSP
from tests.theme.components import COMPONENTS, Component

BY_NAME = {component.name: component for component in COMPONENTS}


def shown(name: str, example: str) -> html.HtmlElement:
    """One example of a component, as a tree."""
    component = BY_NAME[name]
    found = next(one for one in component.about["examples"] if one["name"] == example)
    return html.fromstring(f"<div>{component.rendered(found)}</div>")


def words(element: html.HtmlElement) -> str:
    """An element's text with plain spaces, in small letters."""
    return " ".join(element.text_content().replace(NBSP, " ").split()).lower()


def css(component: Component) -> str:
    return re.sub(r"/\*.*?\*/", "", component.css, flags=re.DOTALL)


@pytest.mark.parametrize("example", ["two", "accounted for", "one with more"])
def test_the_cell_of_a_phone_says_all_that_the_other_columns_say(example: str) -> None:
    rows = shown("requests", example).xpath("//tbody/tr")
    assert rows
    for row in rows:
        told = words(row.xpath("./th")[0])
        cells = row.xpath("./td")
        assert all("requests__wide" in cell.get("class") for cell in cells)
        for part in (part for cell in cells for part in cell.xpath(".//text()[normalize-space()]")):
            assert " ".join(part.replace(NBSP, " ").split()).lower() in told


def test_the_table_of_requests_names_its_rows_and_columns() -> None:
    page = shown("requests", "accounted for")
    assert page.xpath("count(//table/caption)") == 1
    columns = page.xpath("//thead/tr/th[@scope='col']")
    assert [len(row) for row in page.xpath("//tbody/tr")] == [len(columns)] * 2
    assert len(page.xpath("//tbody/tr/th[@scope='row']")) == 2


def test_no_part_of_the_table_of_requests_changes_what_it_is() -> None:
    """Another display than a table's own would hide the table from some browsers' readers."""
    parts = r"(?:table|thead|tbody|tr|th|td|requests__wide|requests__one|requests__table)\b"
    found = re.findall(
        rf"(?:^|[\s.>])({parts})\s*{{([^}}]*)}}", css(BY_NAME["requests"]), re.MULTILINE
    )
    displays = {said for _, rule in found for said in re.findall(r"display:\s*([\w-]+)", rule)}
    assert displays == {"none", "table-cell"}


def test_a_table_without_rows_or_words_is_left_out() -> None:
    component = BY_NAME["requests"]
    table = {**component.about["examples"][0]["p"]["table"], "rows": [], "empty": ""}
    assert component.rendered({"p": {"table": table}}).strip() == ""


def test_the_history_tells_the_day_before_the_status() -> None:
    entries = shown("history", "handed over and late").xpath("//ol/li")
    assert [words(entry)[:30].split(" 2026 r. ")[1].split()[0] for entry in entries] == [
        "zgłoszony",
        "przekazany",
    ]
    assert [entry.xpath("string(.//time/@datetime)") for entry in entries] == [
        "2026-06-11",
        "2026-06-18",
    ]


def test_only_an_answer_that_is_late_is_marked_so() -> None:
    late = "//*[contains(@class, 'history__words--late')]"
    assert words(shown("history", "handed over and late").xpath(late)[0]).endswith("od 12 dni")
    assert not shown("history", "answered").xpath(late)


def test_a_letter_says_its_day_format_and_size() -> None:
    (letter,) = shown("history", "answered").xpath("//a[contains(@class, 'history__letter')]")
    assert words(letter) == "pismo z 30 czerwca 2026 r. (pdf, 2 strony, 40 kb)"


def test_questions_have_addresses_in_the_report_only() -> None:
    report, listed = shown("questions", "report"), shown("questions", "list")
    assert report.xpath("//li/@id") == ["pytanie-1", "pytanie-2", "pytanie-3"]
    assert not listed.xpath("//li/@id")
    assert listed.xpath("//li/p[1]/a/@href")[0].endswith("#pytanie-1")


def test_the_line_of_the_page_itself_is_marked() -> None:
    current = shown("counts", "three").xpath("//a[@aria-current='page']/@href")
    assert current == ["/wnioski/stan/przekazany/"]


def test_an_officer_can_be_called_and_is_no_emergency_number() -> None:
    usual = shown("officer", "usual")
    assert usual.xpath("//a/@href")[0] == "tel:+48477000031"
    assert usual.xpath("//a/@href")[-1] == "tel:112"
    assert usual.xpath("//abbr/@title") == ["młodszy aspirant"]
    assert not shown("officer", "bare").xpath("//a")


@pytest.mark.parametrize(
    ("name", "example", "sentence"),
    [
        ("officer", "vacant", "Dzielnicowego jeszcze nie wyznaczono"),
        ("officer", "usual", "To nie jest numer alarmowy. W nagłej sprawie zadzwoń pod 112."),
        ("report", "short", "Na debacie nie zgłoszono wniosków."),
        ("report", "full", "Sprawozdanie nie podaje, czy zgłoszono wnioski."),
        ("requests", "accounted for", "W dniu ewaluacji: przekazany"),
        ("requests", "accounted for", "W dniu ewaluacji jeszcze go nie było"),
        ("streets", "district", "ul. Leśna, nr 2–40, 7a (Zalesie)"),
        ("streets", "district", "ul. Lipowa, numery nieparzyste 1–31"),
        ("history", "answered", "Odpowiedź podmiotu: Miejski Zarząd Dróg"),
        ("kmzb", "one category", "Okresu nie podano"),
        ("questions", "none", "Odpowiedzieliśmy na wszystkie pytania."),
        ("plan", "without a result", "Brak wyniku"),
    ],
)
def test_a_component_says(name: str, example: str, sentence: str) -> None:
    assert sentence.lower() in words(shown(name, example))
