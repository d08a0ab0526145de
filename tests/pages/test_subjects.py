"""A category's page joins all that was said and done of it, each part under its heading."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import html

from plugins.newsroom.categories import CATEGORIES
from plugins.pages import questions, subjects
from tests.newsroom.project import debate, district, news, report, request
from tests.newsroom.test_questions import DAYS, asked, it
from tests.newsroom.test_requests import catalogue
from tests.pages.made import made, words

ABOUT = "kategorie zagrożeń: Akty wandalizmu\n"
PAGE = "/kategorie/akty-wandalizmu/"
MAP = "content/strony/krajowa-mapa-zagrozen-bezpieczenstwa.md"


def figures(period: str, reported: int, confirmed: int | str = "") -> str:
    told = f"    potwierdzonych: {confirmed}\n" if confirmed != "" else ""
    return (
        f"wnioski: brak\nkmzb:\n  - kategoria: Akty wandalizmu\n    okres: {period}\n"
        f"    zgłoszeń: {reported}\n{told}"
    )


ALL = {
    "content/debaty/a.md": debate(ABOUT, when=DAYS["a"]),
    "content/sprawozdania/a.md": report("a", asked("Kiedy?/Jutro.") + figures("2025", 9, 4)[14:]),
    "content/wnioski/w-2026-001.md": request(head=ABOUT),
    "content/rejony/a.md": district(
        "plany:\n  - od: 2025-08-01\n    do: 2026-01-31\n    problem: Rozbite szyby\n"
        "    kategoria: Akty wandalizmu\n  - od: 2026-02-01\n    do: 2026-07-31\n"
        "    problem: Pomalowane ściany\n    kategoria: Akty wandalizmu\n"
    ),
    "content/programy/p.md": "---\ntytuł: Całe szyby\ndata publikacji: 2026-01-02\n"
    f"okres: 2025–2027\n{ABOUT}---\nX.\n",
    "content/aktualnosci/porada.md": news(f"{ABOUT}dział: profilaktyka\n"),
    "content/aktualnosci/nowina.md": news(ABOUT),
    MAP: "---\ntytuł: Mapa\n---\nJak.\n",
}


def page(root: Path, files: Mapping[str, str]) -> html.HtmlElement:
    return made(catalogue(root, files), subjects.plan, PAGE)[PAGE]


def headings(one: html.HtmlElement) -> list[str]:
    found = one.xpath("//main//h2[not(ancestor::nav)]")
    return [" ".join(each.text_content().split()) for each in found]


def test_every_part_has_its_heading_and_the_page_says_where_it_is(tmp_path: Path) -> None:
    found = page(tmp_path, ALL)
    parts = ["Wnioski", "Plany dzielnicowych", "Liczby z Mapy Zagrożeń", "Pytania", "Debaty"]
    parts += ["Programy", "Aktualności", "Porady", "Jak zgłosić na Mapie"]
    assert headings(found) == parts
    links = found.xpath("//nav[@class='shortcuts']//a")
    assert [" ".join(link.text_content().split()) for link in links] == parts
    assert all(len(found.xpath("//*[@id=$id]", id=link.get("href")[1:])) == 1 for link in links)


@pytest.mark.parametrize("path", [path for path in ALL if path != MAP and "debaty" not in path])
def test_an_empty_part_is_left_out(path: str, tmp_path: Path) -> None:
    whole = headings(page(tmp_path / "a", ALL))
    rest = headings(page(tmp_path / "b", {k: v for k, v in ALL.items() if k != path}))
    assert len(rest) < len(whole)
    assert [title for title in whole if title in rest] == rest


def test_a_category_of_which_nothing_was_said_tells_how_to_report_it(tmp_path: Path) -> None:
    found = page(tmp_path, {})
    assert headings(found) == ["Jak zgłosić na Mapie"]
    assert "Nie pisaliśmy jeszcze o tej kategorii." in words(found)


@pytest.mark.parametrize("name", list(CATEGORIES)[::9])
def test_every_category_sends_emergencies_to_112(name: str, tmp_path: Path) -> None:
    address = f"/kategorie/{name}/"
    found = made(catalogue(tmp_path, {}), subjects.plan, address)[address]
    assert found.xpath("//main//a[@href='tel:112']")
    assert "numer 112" in words(found, "//*[contains(@class, 'title__lead')]")
    assert found.xpath("//main//a[starts-with(@href, 'https://mapy.geoportal.gov.pl/')]")


def test_plans_that_are_over_stand_last_with_what_became_of_them(tmp_path: Path) -> None:
    found = page(tmp_path, ALL).xpath("//*[@class='plan']")
    told = [" ".join(one.text_content().split()) for one in found]
    assert [("Trwa" in one, "Brak wyniku" in one) for one in told] == [(True, False), (False, True)]


def test_confirmed_reports_are_told_of_all_that_were_reported(tmp_path: Path) -> None:
    cells = page(tmp_path, ALL).xpath("//table[@class='kmzb__table']//td")
    assert [" ".join(cell.text_content().split()) for cell in cells] == [
        "9",
        "4 z 9",
        "–nie podano",
    ]


TWO_YEARS = {
    "content/debaty/a.md": debate(when=DAYS["a"]),
    "content/debaty/b.md": debate(when=DAYS["b"]),
    "content/sprawozdania/a.md": report("a", figures("2024", 18, 11)),
    "content/sprawozdania/b.md": report("b", figures("2025", 10, 6)),
}


def test_two_like_periods_stand_in_one_table_with_a_sentence_and_a_chart(tmp_path: Path) -> None:
    found = page(tmp_path, TWO_YEARS)
    assert words(found, "//*[@class='kmzb']/h3") == "Cały rok"
    assert len(found.xpath("//table[@class='kmzb__table']/tbody")) == 2
    assert "Zgłoszenia w kolejnych latach – 2024: 18, 2025: 10." in words(
        found, "//*[@class='kmzb']"
    )
    charted = [text.text for text in found.xpath("//*[@class='chart']//*[name()='text']")]
    assert charted == ["11", "7", "6", "4"]


def test_a_quarter_and_a_year_stand_apart_and_are_not_charted(tmp_path: Path) -> None:
    quarter = "\n      od: 2025-01-01\n      do: 2025-03-31"
    files = {**TWO_YEARS, "content/sprawozdania/b.md": report("b", figures(quarter, 3))}
    found = page(tmp_path, files)
    titles = [one.text for one in found.xpath("//*[@class='kmzb']/h3")]
    assert [" ".join(title.split()) for title in titles] == [
        "Od 1 stycznia do 31 marca",
        "Cały rok",
    ]
    assert found.xpath("//*[@class='chart']") == []
    assert "w kolejnych latach" not in words(found)


def test_equal_figures_of_two_debates_stand_once_and_name_both(tmp_path: Path) -> None:
    files = {**TWO_YEARS, "content/sprawozdania/b.md": report("b", figures("2024", 18, 11))}
    rows = page(tmp_path, files).xpath("//table[@class='kmzb__table']/tbody")
    assert [row.xpath(".//a/@href") for row in rows] == [["/debaty/b/", "/debaty/a/"]]


def test_questions_lead_to_their_category_and_agree_in_number(tmp_path: Path) -> None:
    heads = {
        "a": asked("Kiedy?/Jutro.", "Gdzie?/Tu.") + ABOUT,
        "b": asked("Po co?") + "kategorie zagrożeń: Kłusownictwo\n",
    }
    found = it(tmp_path, heads)
    shown = made(found, questions.plan)["/pytania/"]
    counted = {
        link.get("href"): int(link.text_content().split("(")[1].rstrip(")"))
        for link in shown.xpath("//nav[contains(@class, 'facets')]//a")
    }
    assert counted == {f"{PAGE}#pytania": 2, "/kategorie/klusownictwo/#pytania": 1}
    for address, number in counted.items():
        path = address.split("#")[0]
        there = made(found, subjects.plan, path)[path]
        assert len(there.xpath("//*[@id='pytania']//*[@class='questions__one']")) == number


def test_what_was_asked_twice_stands_on_top_once_with_both_debates(tmp_path: Path) -> None:
    heads = {
        "a": asked("Kiedy?/Jutro.", "Gdzie?"),
        "b": asked("kiedy?/Dziś."),
    }
    shown = made(it(tmp_path, heads), questions.plan)["/pytania/"]
    often = shown.xpath("//*[@id='czesto-zadawane']//*[@class='questions__one']")
    assert len(often) == 1
    assert "Odpowiedź: Dziś." in " ".join(often[0].text_content().split())
    assert often[0].xpath(".//a/@href") == ["/debaty/b/#pytanie-1", "/debaty/b/", "/debaty/a/"]
    assert "iedy?" not in words(shown, "//*[@id='z-odpowiedzia']")
    assert "Gdzie?" in words(shown, "//*[@id='otwarte']")


def test_the_list_of_questions_does_not_grow_without_end(tmp_path: Path) -> None:
    lines = [f"Pytanie {n} a?/Tak." for n in range(questions.NEWEST + 1)]
    shown = made(it(tmp_path, {"a": asked(*lines)}), questions.plan)["/pytania/"]
    answered = shown.xpath("//*[@id='z-odpowiedzia']")[0]
    assert len(answered.xpath(".//*[@class='questions__one']")) == questions.NEWEST
    assert "To 60 najnowszych pytań z 61." in " ".join(answered.text_content().split())
