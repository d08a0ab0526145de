"""The register of 500 requests: small, whole by links alone, and narrowed at once by its script."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from plugins.newsroom.spelling import alphabetical
from plugins.pages.shelves import NEWEST, SETTLED
from tests.browser import NARROW, SCHEMES, WIDE, dress, judged, served
from tests.newsroom.project import Project, write
from tests.site import archive
from tests.site.inprocess import published

KNOWN = archive.requests()
LISTS = re.compile(r"wnioski/(?!w-)|rejony/|kategorie/|podmioty/")
FRONT = "/wnioski/"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("register")
    write(root, archive.files(KNOWN))
    published(Project(root), root / "output", lambda path: bool(LISTS.match(path)))
    return root / "output"


def page_at(output: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((output / address.strip("/") / "index.html").read_bytes())


def numbers(page: LexborHTMLParser, within: str = "main") -> list[str]:
    return [one.text() for one in page.css(f"{within} tbody .requests__number")]


def reached(output: Path, href: str) -> list[str]:
    """Requests of a list and of the lists to which it leaves its older ones."""
    address, _, anchor = href.partition("#")
    page = page_at(output, address)
    found = numbers(page, f"#{anchor}" if anchor else "main")
    for link in page.css("[data-rest] a"):
        found += reached(output, link.attributes["href"] or "")
    return found


def test_pages_of_the_register_are_small(output: Path) -> None:
    sizes = {
        file.relative_to(output).as_posix(): (len(gzip.compress(file.read_bytes(), 6)), len(rows))
        for file in sorted((output / "wnioski").rglob("index.html"))
        for rows in [LexborHTMLParser(file.read_bytes()).css("tbody tr")]
    }
    assert sizes["wnioski/index.html"][1] == NEWEST + 2 * SETTLED
    assert {path: size for path, (size, _) in sizes.items() if size >= 100 * 1024} == {}
    assert (output / "wnioski/index.html").stat().st_size < 320 * 1024
    assert {path for path, (_, rows) in sizes.items() if rows > NEWEST} == {"wnioski/index.html"}


def test_every_choice_leads_to_a_list_of_exactly_its_requests(output: Path) -> None:
    told: dict[str, int] = {}
    for link in page_at(output, FRONT).css(".facets a"):
        href = link.attributes["href"] or ""
        count = int(re.findall(r"\((\d+)\)$", link.text())[0])
        mark = "/".join(urlsplit(href).path.strip("/").split("/")[-2:])
        wanted = {one.number for one in KNOWN if mark in one.marks}
        found = reached(output, href)
        assert set(found) == wanted, href
        assert count == len(wanted)
        told[mark] = count
    assert told.keys() == set[str]().union(*(one.marks for one in KNOWN))


def test_a_list_that_is_cut_says_so_and_leads_to_the_rest(output: Path) -> None:
    page = page_at(output, "/wnioski/stan/zrealizowany/")
    done = [one for one in KNOWN if one.status == "zrealizowany"]
    assert len(done) > NEWEST
    assert page.css_first("caption").text().replace("\xa0", " ") == f"100 z {len(done)} wniosków"
    assert numbers(page) == [one.number for one in reversed(done)][:NEWEST]
    more = page.css_first(".requests__more a").attributes["href"]
    assert more == "#starsze"
    assert page.css("#starsze[data-rest] a")


@pytest.mark.parametrize("way", ["rejony/rejon-1", "kategorie/akty-wandalizmu"])
def test_a_page_that_does_not_hold_all_leads_to_where_all_are(output: Path, way: str) -> None:
    page = page_at(output, way)
    (more,) = (link.attributes["href"] for link in page.css("#wnioski .requests__more a"))
    assert more == f"/wnioski/{way}/"
    assert set(numbers(page, "#wnioski")) < set(reached(output, more))


def test_a_year_of_many_is_divided_into_months(output: Path) -> None:
    year = next(year for year in range(2021, 2027) if len(_of(year)) > NEWEST)
    address = f"/wnioski/rok/{year}/"
    page = page_at(output, address)
    assert numbers(page) == [one.number for one in reversed(_of(year))][:NEWEST]
    assert page.css_first("#starsze a").attributes["href"] == f"{address}12/"
    assert set(reached(output, address)) == {one.number for one in _of(year)}
    trail = [one.text() for one in page_at(output, f"{address}12/").css(".crumbs a")]
    assert trail == ["Strona główna", "Wnioski", f"Wnioski zgłoszone w {year} roku"]


def _of(year: int) -> list[archive.Known]:
    return [one for one in KNOWN if one.since.year == year]


# -- with the script ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def origin(output: Path) -> Iterator[str]:
    with served(output) as origin:
        yield origin


Open = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, origin: str) -> Iterator[Open]:
    """Opens a page of the register; it must not have complained by the end."""
    context = browser.new_context(viewport={"width": WIDE, "height": 900})
    said: list[str] = []

    def opened(query: str = "", width: int = WIDE) -> Page:
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        dress(page, "light", width)
        page.goto(f"{origin}{FRONT}{query}")
        return page

    yield opened
    context.close()
    assert [one for one in said if "net::ERR_FAILED" not in one] == []


def told(page: Page) -> str:
    """What the live region says, once it has nothing more to read."""
    region = page.locator("#filtry [role=status]")
    expect(region).not_to_have_text(re.compile("…$"))
    return region.inner_text().replace("\xa0", " ")


def rows(page: Page) -> list[str]:
    """Numbers of the requests that are in sight."""
    return page.locator(".requests__table tbody tr:visible .requests__number").all_inner_texts()


def choose(page: Page, name: str, letters: str) -> None:
    """Choose from the keyboard: go to the field, write the beginning of a value."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name ?? ''") == name:
            break
    page.keyboard.type(letters)
    page.keyboard.press("Enter")


def wanted(*marks: str) -> list[archive.Known]:
    return [one for one in KNOWN if one.marks >= set(marks)]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_choices_narrow_all_requests_from_the_keyboard(opened: Open, width: int) -> None:
    page = opened(width=width)
    switch = page.locator(".filters__toggle")
    if not page.locator("#filtr-stan").is_visible():
        switch.focus()
        page.keyboard.press("Enter")
    choose(page, "stan", "Niez")
    found = wanted("stan/niezrealizowany")
    assert told(page) == f"Pokazano {len(found)} z 500 wniosków."
    assert sorted(rows(page)) == sorted(one.number for one in found)
    assert page.evaluate("document.activeElement.name") == "stan"
    choose(page, "rejony", "Rejon nr 2")
    both = wanted("stan/niezrealizowany", "rejony/rejon-2")
    assert 0 < len(both) < len(found)
    assert told(page) == f"Pokazano {len(both)} z 500 wniosków."
    assert sorted(rows(page)) == sorted(one.number for one in both)


def test_what_is_chosen_can_be_sent_on_and_taken_back(opened: Open) -> None:
    page = opened()
    shown = rows(page)
    page.select_option("#filtr-podmioty", "straz-miejska")
    first, one = told(page), rows(page)
    page.select_option("#filtr-rok", "2023")
    second, two = told(page), rows(page)
    assert sorted(two) == sorted(x.number for x in wanted("podmioty/straz-miejska", "rok/2023"))
    other = opened(page.url.partition(FRONT)[2])
    assert (told(other), rows(other)) == (second, two)
    assert other.locator("#filtr-rok").input_value() == "2023"
    page.go_back()
    expect(page.locator("#filtr-rok")).to_have_value("")
    assert told(page) == first
    assert rows(page) == one
    page.get_by_role("button", name="Wyczyść filtry").press("Enter")
    assert (rows(page), told(page)) == (shown, "")
    assert "?" not in page.url
    assert page.evaluate("document.activeElement.textContent") == "Wyczyść filtry"


def test_choices_that_nothing_fits_say_what_to_do(opened: Open) -> None:
    page = opened("?stan=zgloszony&podmioty=urzad-miasta")
    assert wanted("stan/zgloszony", "podmioty/urzad-miasta") == []
    assert told(page) == (
        "Pokazano 0 z 500 wniosków. Zmień jeden z filtrów albo wyczyść wszystkie."
    )
    assert rows(page) == []


def test_older_requests_that_cannot_be_read_are_not_hidden(opened: Open) -> None:
    page = opened()
    page.route("**/wnioski/rok/**", lambda route: route.abort())
    page.select_option("#filtr-stan", "zrealizowany")
    assert "Starszych wniosków nie udało się wczytać." in told(page)
    assert len(rows(page)) == SETTLED
    assert page.locator("#starsze a").first.is_visible()
    page.unroute("**/wnioski/rok/**")
    page.select_option("#filtr-kolejnosc", "numer")
    assert "udało" not in told(page)
    assert len(rows(page)) == len(wanted("stan/zrealizowany"))


def test_nothing_is_asked_for_before_it_is_wanted(opened: Open) -> None:
    page = opened()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.locator("#filtr-stan").focus()
    assert not [url for url in asked if "/wnioski/rok/" in url]
    page.select_option("#filtr-rok", "2022")
    told(page)
    years = [url for url in asked if "/wnioski/rok/" in url]
    assert years
    assert all("/wnioski/rok/2022/" in url for url in years)


ORDERS: dict[str, Callable[[archive.Known], Any]] = {
    "Wniosek": lambda one: one.number,
    "Status": lambda one: alphabetical(one.status),
    "Zgłoszony": lambda one: one.since,
    "Ostatnia zmiana": lambda one: one.changed,
}


def test_a_heading_puts_rows_in_order(opened: Open) -> None:
    page = opened("?kategorie=zebractwo")
    told(page)
    known = {one.number: one for one in KNOWN}
    table = page.locator(".requests__table:visible")
    for heading, key in ORDERS.items():
        button = table.get_by_role("button", name=heading)
        for direction in ("ascending", "descending"):
            button.press("Enter")
            found = [key(known[number]) for number in rows(page)]
            assert len(found) == len(wanted("kategorie/zebractwo"))
            assert found == sorted(found, reverse=direction == "descending")
            head = table.locator("th[aria-sort]")
            assert head.get_attribute("aria-sort") == direction
            assert head.inner_text().strip().startswith(heading)
            assert button.evaluate("button => button === document.activeElement")


def test_axe_finds_no_barrier_in_what_was_found(opened: Open, axe: Path) -> None:
    page = opened("?rejony=rejon-1&kolejnosc=-zmiana", width=NARROW)
    told(page)
    page.evaluate(axe.read_text("utf-8"))
    faults = [x for scheme in SCHEMES for x in judged({"wnioski": page}, scheme, NARROW)]
    assert faults == []


def test_titles_stand_in_the_order_of_the_polish_alphabet(opened: Open) -> None:
    page = opened("?kolejnosc=tytul&rejony=rejon-1")
    told(page)
    titles = page.locator(".requests__table tbody tr:visible .requests__link").all_inner_texts()
    plain = [title.replace("\xa0", " ") for title in titles]
    assert {title[0] for title in plain} >= set("CĆLŁŚZŹŻ")
    assert plain == sorted(plain, key=alphabetical)


def test_without_scripts_the_links_are_there_and_no_dead_control(
    browser: Browser, origin: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{origin}{FRONT}")
    assert not page.locator("main select, main button, main input").first.is_visible()
    page.locator(".facets summary").click()
    assert page.locator(".facets a").first.is_visible()
    context.close()
