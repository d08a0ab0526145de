"""Pages that the law prescribes beside the statement: numbers, privacy, ETR, PJM, re-use."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.site.project import Project
from tests.site.statements import PAGE, UNIT, pages, warned

# -- numbers for emergencies -----------------------------------------------------------


def test_112_stands_first_and_every_number_calls(sample: Project) -> None:
    written = UNIT["numery alarmowe"]["numery"]
    assert written[0]["numer"] == "112"
    for path, page in pages(sample):
        links = page.css(".footer__alarm a")
        assert [" ".join(node.text().split()) for node in links] == [
            one["numer"] for one in written
        ], path
        for node in links:
            digits = re.sub(r"\D", "", node.text())
            assert node.attributes["href"] in (f"tel:{digits}", f"tel:+48{digits}")


@pytest.mark.parametrize(
    ("day", "late"), [("2026-01-07", False), ("2027-01-07", False), ("2027-01-08", True)]
)
def test_numbers_are_looked_at_once_a_year(tmp_path: Path, day: str, late: bool) -> None:
    unit = (
        "numery alarmowe:\n  sprawdzono: 2026-01-07\n  numery:\n"
        '    - numer: "112"\n      nazwa: zagrożenie życia\n'
    )
    said = [line for line in warned(tmp_path, day, day, unit) if "numery" in line]
    assert bool(said) == late
    assert all("numery alarmowe.sprawdzono: " in line and " – " in line for line in said)


# -- personal data -----------------------------------------------------------------------

ASKING = (PAGE, "kontakt", "dostepnosc-cyfrowa", "pjm", "ponowne-wykorzystywanie")
"""Standing pages that invite residents to write, call or come."""


@pytest.mark.parametrize("name", ASKING)
def test_the_clause_is_linked_where_data_may_be_given(sample: Project, name: str) -> None:
    page = LexborHTMLParser(sample.text(f"{name}/index.html"))
    assert page.css_first('main a[href="/klauzula-informacyjna/"]')


def test_the_site_keeps_nothing_in_the_browser_as_its_privacy_page_says(sample: Project) -> None:
    said = sample.words("polityka-prywatnosci/index.html")
    assert "nie używa plików cookies" in said
    assert "Nie zapisujemy niczego w pamięci Twojej przeglądarki" in said
    for script in (*sample.output.rglob("*.js"), *sample.output.rglob("*.mjs")):
        code = script.read_text("utf-8")
        assert not re.search(r"localStorage|sessionStorage|indexedDB|\.cookie|caches\.", code)
    own = urlsplit(UNIT["adres strony"]).netloc
    for path, page in pages(sample):
        for node in page.css("[src], link[rel=stylesheet], iframe"):
            address = node.attributes.get("src") or node.attributes.get("href") or ""
            assert urlsplit(address).netloc in ("", own), path


# -- information on what the unit does ------------------------------------------------------


@cache
def _sentences(html: str) -> list[str]:
    """Sentences of a body's own text; a heading or an item of a list is one too."""
    blocks = LexborHTMLParser(html).css(".prose :is(p, li, h2, h3)")
    texts = (" ".join(block.text().split()) for block in blocks)
    return [one for text in texts for one in re.split(r"(?<=[.!?…:])\s+", text) if one]


def test_easy_text_has_short_sentences_and_no_abbreviation(sample: Project) -> None:
    sentences = _sentences(sample.text("etr/index.html"))
    assert len(sentences) > 50
    long = [one for one in sentences if len(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", one)) > 15]
    assert long == []
    whole = " ".join(sentences)
    acronyms = set(re.findall(r"\b[A-ZĄĆĘŁŃÓŚŹŻ]{2,}\b", whole))
    assert [one for one in acronyms if f"{one} to skrót." not in whole] == []
    short = r"\b(?:ul|al|pl|np|nr|tel|godz|tzw|itd|itp|tj|m\.in|r|ust|art|st|mł|asp|kom)\."
    assert re.findall(short, whole) == []


@pytest.mark.parametrize("name", ["o-nas", "etr", "pjm"])
def test_the_three_forms_of_information_are_linked_everywhere(sample: Project, name: str) -> None:
    for path, page in pages(sample):
        assert page.css_first(f'footer a[href="/{name}/"]'), path


def test_what_the_unit_does_is_text(sample: Project) -> None:
    page = LexborHTMLParser(sample.text("o-nas/index.html"))
    assert page.css("main img, main object, main iframe") == []
    assert len(page.css_first("main .prose").text().split()) > 120


def test_the_sign_language_page_says_that_it_has_no_film(sample: Project) -> None:
    page = LexborHTMLParser(sample.text("pjm/index.html"))
    words = sample.words("pjm/index.html")
    assert not page.css("video")
    assert "Nie mamy jeszcze nagrania w polskim języku migowym" in words
    assert "w kluczu film" in words


def test_the_coordinator_and_the_plan_stand_with_the_demand(sample: Project) -> None:
    page = LexborHTMLParser(sample.text("dostepnosc-cyfrowa/index.html"))
    words = sample.words("dostepnosc-cyfrowa/index.html")
    own = UNIT["koordynator dostępności"]
    assert own["imię i nazwisko"] in words
    assert page.css_first(f'main a[href="mailto:{own["e-mail"]}"]')
    assert page.css_first(f'main a[href="{UNIT["plan dostępności"]}"]')
    for part in ("7 dni", "2 miesiące", "Imię i nazwisko", "dane kontaktowe", "skargę"):
        assert part in words


def test_the_map_has_its_categories_and_statuses_and_is_never_for_emergencies(
    sample: Project,
) -> None:
    name = "krajowa-mapa-zagrozen-bezpieczenstwa"
    page = LexborHTMLParser(sample.text(f"{name}/index.html"))
    links = [str(node.attributes["href"]) for node in page.css("main a[href^='/kategorie/']")]
    assert len(set(links)) == len(links) == 27
    assert all((sample.output / link.strip("/") / "index.html").exists() for link in links)
    assert [node.text() for node in page.css("#stany dt")] == [
        *("Nowe", "Weryfikacja", "Potwierdzone", "Potwierdzone (przekazane poza Policję)"),
        *("Potwierdzone (wyeliminowane)", "Niepotwierdzone"),
    ]
    assert all(node.text().strip() for node in page.css("#stany dd"))
    words = sample.words(f"{name}/index.html")
    assert "nie służy do zgłaszania potrzeby pilnej interwencji Policji" in words
    assert "dzwoń pod numer 112" in words


def test_terms_of_reuse_stand_before_what_they_are_about(sample: Project) -> None:
    page = LexborHTMLParser(sample.text("ponowne-wykorzystywanie/index.html"))
    assert page.css_first("main h2").text() == "Warunki"
    shown = [" ".join(node.text().split()) for node in page.css("main ol li")]
    assert shown == UNIT["warunki ponownego wykorzystywania"]


def test_the_bulletin_is_a_text_link_on_every_page(sample: Project) -> None:
    for path, page in pages(sample):
        (link,) = page.css(f'footer a[href="{UNIT["BIP"]}"]')
        assert link.text() == "Biuletyn Informacji Publicznej", path
