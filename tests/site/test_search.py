"""Search as a resident meets it: the frozen queries, the page of results, no scripts at all."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser import NARROW, WIDE, dress, judged, served
from tests.search.corpus import shelves
from tests.site.project import ROOT, Project, rewritten, stamps

QUERIES: dict[str, list[dict[str, Any]]] = json.loads(
    (ROOT / "tests/search/queries.json").read_text("utf-8")
)

_ANSWERS = """async queries => {
  const {answer} = finder;
  const all = [];
  for (const query of queries) {
    const {results, data} = await answer(query);
    const shown = await Promise.all(results.slice(0, 5).map(data));
    all.push(shown.map(one => one.adres));
  }
  return all;
}"""


@pytest.fixture(scope="module")
def origin(sample: Project) -> Iterator[str]:
    with served(sample.output) as origin:
        yield origin


@pytest.fixture
def page(browser: Browser, origin: str) -> Iterator[Page]:
    """The page of search; in the end nothing may have been complained of, nor asked elsewhere."""
    said: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("response", lambda got: said.append(got.url) if got.status >= 400 else None)
    page.on("request", lambda got: None if got.url.startswith(origin) else said.append(got.url))
    page.goto(f"{origin}/szukaj/")
    yield page
    page.close()
    assert said == []


def look_for(page: Page, words: str) -> None:
    box = page.get_by_role("combobox", name="Czego szukasz?")
    box.fill(words)
    box.press("Enter")
    expect(page.get_by_role("status")).to_contain_text(re.compile("Znaleźliśmy|Nic nie"))


def titles(page: Page) -> list[str]:
    return page.locator(".finding__one h2").all_inner_texts()


# -- the frozen queries ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def places(browser: Browser, origin: str) -> dict[str, list[int]]:
    """Kind of query → the place, from 0, of the first right page of each; 9: not in five."""
    page = browser.new_page()
    page.goto(f"{origin}/szukaj/")
    found = {}
    for kind, rows in QUERIES.items():
        answers = page.evaluate(_ANSWERS, [row["q"] for row in rows])
        found[kind] = [
            next((n for n, one in enumerate(five) if one in row["a"]), 9)
            for row, five in zip(rows, answers, strict=True)
        ]
    page.close()
    return found


def share(places: list[int], first: int) -> float:
    """How many of the right pages are among the first."""
    return sum(place < first for place in places) / len(places)


def test_there_are_as_many_frozen_queries_as_were_asked_for() -> None:
    counts = {kind: len(rows) for kind, rows in QUERIES.items()}
    assert counts == {"drawn": 300, "written": 40, "misspelt": 100}


def test_inflected_queries_find_the_right_page(places: dict[str, list[int]]) -> None:
    both = places["drawn"] + places["written"]
    assert share(both, 1) >= 0.95
    assert share(both, 3) >= 0.99
    assert share(places["written"], 1) >= 0.95


def test_a_misspelt_query_finds_it_too(places: dict[str, list[int]]) -> None:
    assert share(places["misspelt"], 5) >= 0.8


def test_the_files_of_the_sample_are_alike_in_weight(sample: Project) -> None:
    """A form leads to the file of its lemma by its first letters, and none is a heavy one."""
    files = shelves(sample.output / "szukaj/indeks/spis")
    weights = [len("\n".join(rows).encode()) for _, rows in files.values()]
    assert max(weights) < 4 * sum(weights) / len(weights)
    held = [(n, line.split("\t")[0]) for n, (_, rows) in files.items() for line in rows]
    where = {lemma: n for n, lemma in held if not lemma.startswith("#")}
    led = [(n, lemma) for n, (forms, _) in files.items() for lemma in _led(forms)]
    assert sum(where.get(lemma) == n for n, lemma in led) > 0.9 * len(led)


def _led(forms: Iterable[str]) -> set[str]:
    return {line.split(";")[0] for line in forms}


# -- the page ----------------------------------------------------------------------------------


def test_a_result_says_what_it_is_when_and_where_the_words_are(page: Page) -> None:
    look_for(page, "fałszywego policjanta")
    first = page.locator(".finding__one").first
    link = first.get_by_role("link", name="Fałszywy policjant dzwoni do mieszkańców")
    expect(link).to_have_attribute("href", "/aktualnosci/falszywy-policjant-dzwoni/")
    expect(first.locator(".finding__meta")).to_have_text(
        "Aktualność · 13 listopada 2026 r. · Ostrzeżenie"
    )
    marked = {text.lower().strip(",.„”") for text in first.locator("mark").all_inner_texts()}
    assert marked & {"policjant", "policjanta", "fałszywy", "fałszywego", "policjantem"}
    expect(first.locator("[lang]")).to_have_count(0)  # Polish, as the page is


def test_the_first_result_does_not_wait_for_its_page(page: Page, origin: str) -> None:
    """Nor does the page stay hidden, whatever comes late; and what it waits for comes in."""
    page.route("**/strony/*", lambda route: held.append(route))
    held: list[Route] = []
    page.goto(f"{origin}/szukaj/?q=kamery w tunelu")
    expect(page.locator(".finding__one")).to_have_count(1)
    link = page.get_by_role("link", name="Kamery w tunelu pod dworcem", exact=True)
    link.focus()
    assert held
    for one in held:
        one.continue_()
    expect(page.locator(".finding__one").nth(1)).to_be_visible()
    expect(page.locator(".finding__one").first.locator("mark").first).to_be_visible()
    expect(link).to_be_focused()


def test_what_answers_is_fetched_once_someone_turns_to_the_box(page: Page, origin: str) -> None:
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(f"{origin}/kontakt/", wait_until="networkidle")
    assert not [one for one in asked if "lookup" in one]
    box = page.get_by_role("searchbox", name="Czego szukasz?")
    with page.expect_request("**/theme/search.*.js"), page.expect_request("**/theme/lookup.*.js"):
        box.focus()
    box.fill("kamery w tunelu")
    box.press("Enter")
    expect(page.locator(".finding__one").first).to_be_visible()


def test_a_page_whose_index_never_comes_is_shown(page: Page, origin: str) -> None:
    page.route("**/gdzie/*", lambda _: None)
    page.goto(f"{origin}/szukaj/?q=kamery", wait_until="commit")
    expect(page.get_by_role("link", name="Wszystkie spisy")).to_be_visible()


def test_a_result_that_is_no_longer_current_says_so(page: Page) -> None:
    look_for(page, "lodu na zalewie")
    first = page.locator(".finding__one").first
    expect(first.locator(".finding__gone")).to_have_text("Ostrzeżenie nieaktualne")


def test_focus_stays_and_the_count_is_said(page: Page) -> None:
    status = page.get_by_role("status")
    expect(status).to_have_text("")
    look_for(page, "kamery w tunelu")
    expect(page.get_by_role("combobox", name="Czego szukasz?")).to_be_focused()
    expect(status).to_have_text(re.compile(r"^Znaleźliśmy \d+\s(stronę|strony|stron)\.$"))
    assert page.title().startswith("kamery w tunelu – Znajdź")


def test_the_query_is_in_the_address_and_back_undoes_it(page: Page) -> None:
    look_for(page, "kamery w tunelu")
    one = titles(page)[0]
    look_for(page, "psy na skwerze")
    expect(page.locator(".finding__one h2").first).not_to_have_text(one)
    page.go_back()
    expect(page.locator(".finding__one h2").first).to_have_text(one)
    assert "q=kamery" in page.url
    page.reload()
    expect(page.locator(".finding__one h2").first).to_have_text(one)


def test_results_are_narrowed_and_ordered(page: Page) -> None:
    look_for(page, "szkoła")
    ways = page.get_by_role("form", name="Zawęź i uporządkuj wyniki")
    kind = ways.get_by_label("Rodzaj")
    expect(kind).to_be_visible()
    expect(kind.locator("option").nth(1)).to_be_attached()
    (option,) = [o for o in kind.locator("option").all_inner_texts() if o.startswith("Wniosek")]
    kind.select_option("wniosek")
    count = int(re.findall(r"\d+", option)[0])
    expect(page.get_by_role("status")).to_contain_text(f"Znaleźliśmy {count}")
    expect(page.locator(".finding__meta").first).to_contain_text("Wniosek")
    assert "rodzaj=wniosek" in page.url
    ways.get_by_label("Kolejność").select_option("data")
    expect(page.locator(".finding__one").nth(min(count, 10) - 1)).to_be_visible()
    days = page.locator(".finding__meta time").evaluate_all("all => all.map(one => one.dateTime)")
    assert days == sorted(days, reverse=True)
    assert len(days) > 1
    years = ways.get_by_label("Rok").locator("option").all_inner_texts()
    assert years[1:] == sorted(years[1:], reverse=True)


def test_an_address_that_narrows_to_nothing_says_so(page: Page, origin: str) -> None:
    page.goto(f"{origin}/szukaj/?q=szkoła&rok=1999")
    expect(page.get_by_role("status")).to_contain_text("Po zawężeniu nie została żadna strona.")
    expect(page.locator(".finding__one")).to_have_count(0)
    page.get_by_role("link", name="Pokaż wszystkie wyniki").click()
    expect(page.locator(".finding__one")).to_have_count(10)
    assert "rok" not in page.url


def test_more_results_come_when_asked_for_and_reading_goes_on(page: Page) -> None:
    look_for(page, "mieszkańcy")
    expect(page.locator(".finding__one")).to_have_count(10)
    page.get_by_role("button", name="Pokaż następne").click()
    expect(page.locator(".finding__one").nth(10).locator("a")).to_be_focused()


def test_a_misspelt_word_is_read_as_the_nearest(page: Page) -> None:
    look_for(page, "kameery w tunelu")
    expect(page.get_by_role("status")).to_contain_text("Pokazujemy wyniki dla: „kamery tunelu”.")


def test_nothing_found_says_what_to_do(page: Page) -> None:
    look_for(page, "qqxzzv")
    expect(page.get_by_role("status")).to_have_text("Nic nie znaleźliśmy: „qqxzzv”.")
    expect(page.locator(".finding__help li")).to_have_count(3)
    expect(page.get_by_role("link", name="Wszystkie spisy")).to_be_visible()
    look_for(page, "debata")
    expect(page.locator(".finding__help")).to_have_count(0)


def test_what_is_typed_is_never_markup(page: Page) -> None:
    look_for(page, "<img src=x onerror=alert(1)>zzqqxx")
    expect(page.locator("main img")).to_have_count(0)


def test_suggestions_are_chosen_by_keyboard(page: Page) -> None:
    box = page.get_by_role("combobox", name="Czego szukasz?")
    box.press_sequentially("garnc")
    option = page.get_by_role("option", name="ul. Garncarska")
    expect(option).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    expect(box).to_be_focused()
    expect(box).to_have_attribute("aria-activedescendant", str(option.get_attribute("id")))
    box.press("Escape")
    expect(box).to_have_value("garnc")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press("Backspace")
    expect(option).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    expect(page.locator(".finding__one h2").first).to_have_text("Rejon nr 1 – Śródmieście")


def test_screen_readers_meet_a_box_a_status_and_a_list(page: Page) -> None:
    look_for(page, "kamery w tunelu")
    expect(page.locator("main")).to_match_aria_snapshot("""
      - search "Szukaj na stronie":
        - combobox "Czego szukasz?"
        - button "Znajdź"
      - status: /Znaleźliśmy \\d+/
      - form "Zawęź i uporządkuj wyniki"
      - list:
        - listitem:
          - heading "Kamery w tunelu pod dworcem" [level=2]
    """)


def test_axe_finds_nothing_in_results(page: Page, axe: Path) -> None:
    look_for(page, "szkoła")
    expect(page.locator(".finding__one")).to_have_count(10)
    page.evaluate(axe.read_text("utf-8"))
    faults = [
        fault
        for scheme, width in (("light", NARROW), ("dark", WIDE))
        for fault in judged({"wyniki": page}, scheme, width)
    ]
    page.get_by_role("combobox", name="Czego szukasz?").press("Backspace")
    expect(page.get_by_role("option").first).to_be_visible()
    faults += judged({"podpowiedzi": page}, "light", WIDE)
    dress(page, "light", NARROW)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert faults == []


def test_without_scripts_the_box_leads_to_the_indexes(browser: Browser, origin: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{origin}/debaty/")
    page.locator("header input").fill("kamery")
    page.locator("header button").click()
    assert page.url == f"{origin}/szukaj/?q=kamery"
    expect(page.locator(".search__without")).to_be_visible()
    page.get_by_role("link", name="Wszystkie spisy").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Spisy")
    context.close()


# -- the build ---------------------------------------------------------------------------------


def test_the_index_is_made_only_when_its_texts_change(project: Project) -> None:
    def touched() -> set[str]:
        after = stamps(project.output)
        return {path for path in rewritten(before, after) if "indeks/" in path}

    before = stamps(project.output)
    project.edit("theme/static/base.css", "margin: 0;", "margin: 0.0px;")
    project.build()
    assert touched() == set()
    before = stamps(project.output)
    project.edit("content/wnioski/2024/w-2024-001.md", "\n---\n\n", "\n---\n\nHipopotam. ")
    project.build()
    assert any(path.startswith("szukaj/indeks/spis/gdzie/") for path in touched())
    assert "hipopotam" in project.text("szukaj/indeks/spis/litery/9.txt").split()
    assert project.pelican("-s", "publishconf.py").stdout.count("zapisane: 0,") == 1


def test_a_site_without_search_is_whole(unit: Project) -> None:
    """Its name out of PLUGINS, and neither box nor page nor a link to it is left."""
    unit.edit("pelicanconf.py", '    "plugins.search",\n', "")
    unit.build()
    files = list(unit.output.rglob("*"))
    assert not (unit.output / "szukaj").exists()
    for page in (one for one in files if one.suffix == ".html"):
        text = page.read_text("utf-8")
        assert "/szukaj/" not in text, page
        assert "<form" not in text.split("<main")[0], page
    assert '<a class="header__small" href="/spisy/"' in unit.text("index.html")
