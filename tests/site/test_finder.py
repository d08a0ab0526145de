"""The address finder in a browser: the same answers as the checks of districts give."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from playwright.sync_api import Browser, Page, expect

from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.houses import Houses, parse
from plugins.newsroom.kinds.unit import Telephone
from plugins.pages.finder import AddressIndex, Beat, Entry, index, written
from tests.browser import NARROW, SCHEMES, WIDE, dress, judged, served
from tests.newsroom.project import BARE, Project, write
from tests.newsroom.test_houses import lists
from tests.site.inprocess import published

SQUARE = """---
nazwa: Rejon nr 1 – Rynek
dzielnicowy: asp. Jan Kot
telefon: 47 700 00 41
ulice:
  - Rynek
  - al. Jana Pawła II
  - 3 Maja
  - Łąkowa
  - ul. Świętego Jana
  - Stawiska
  - ulica: Wodna
    numery: nieparzyste 1–15, parzyste 2–10, 12a–12c, 20
  - ulica: 11 Listopada
    numery: 1–19
miejscowości:
  - nazwa: Zalesie
    ulice:
      - Łąkowa
      - ulica: Leśna
        numery: parzyste
---
"""
STATION = """---
nazwa: Rejon nr 2 – Dworzec
wakat: tak
telefon: 47 700 00 42
ulice:
  - Kolejowa
  - Maja
  - ulica: Wodna
    numery: 12, parzyste 14–18, parzyste od 22, nieparzyste od 17
  - ulica: 11 Listopada
    numery: od 20
miejscowości:
  - Brzeziny
  - nazwa: Stawiska
  - nazwa: Zalesie
    ulice:
      - Strażacka
      - ulica: Leśna
        numery: nieparzyste 1–99
---
"""
UNIT = b"telefony:\n  - nazwa: Komenda\n    numer: 47 700 00 10\n"

ONE, TWO = "Rejon nr 1 – Rynek", "Rejon nr 2 – Dworzec"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Catalogue, Path]:
    root = tmp_path_factory.mktemp("ulice")
    rejony = {"content/rejony/rynek.md": SQUARE, "content/rejony/dworzec.md": STATION}
    unit = BARE["content/jednostka.yml"] + UNIT
    write(root, {**BARE, **rejony, "content/jednostka.yml": unit})
    catalogue = published(
        Project(root), root / "output", lambda path: path.startswith(("ulice/", "rejony/"))
    )
    return catalogue, root / "output"


@pytest.fixture(scope="module")
def page(browser: Browser, site: tuple[Catalogue, Path]) -> Iterator[Page]:
    """The list of streets, opened once; nothing may be complained of in the end."""
    said: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    with served(site[1]) as origin:
        page.goto(f"{origin}/ulice/")
        yield page
    page.close()
    assert said == []


_ANSWERS = """async ([data, addresses]) => {
  const name = document.querySelector("script[src*='/finder.']").src;
  const {indexed, answer} = await import(name);
  const index = indexed(data);
  return addresses.map(address => {
    const {kind, beat, found, street} = answer(index, address);
    const names = (found ?? []).map(one => one.street.name || one.street.town);
    return [kind, beat ?? null, names, street?.town ?? ""];
  });
}"""

Answer = tuple[str, int | None, list[str], str]


def answers(page: Page, data: AddressIndex, addresses: list[str]) -> list[Answer]:
    told: list[list[Any]] = page.evaluate(
        _ANSWERS,
        [json.loads(written(data, None)), addresses],  # type: ignore[arg-type]
    )
    return [(kind, beat, names, town) for kind, beat, names, town in told]


def houses_of(data: AddressIndex, entry: Entry) -> list[tuple[int, Houses]]:
    """(district, its houses) of every part of an entry's street."""
    same = [one for one in data.entries if (one.street, one.town) == (entry.street, entry.town)]
    return [(one.beat, Houses(one.text, one.spans) if one.spans else Houses()) for one in same]


def expected(data: AddressIndex, entry: Entry, number: int, letter: str) -> int | None:
    """The district that has a house, by the rules that check the districts."""
    found = [beat for beat, own in houses_of(data, entry) if own.covers(number, letter)]
    assert len(found) <= 1
    return found[0] if found else None


def verdict(beat: int | None) -> tuple[str, int | None]:
    return ("house", None) if beat is None else ("beat", beat)


TWOFOLD = re.compile(r"Stawiska \d|Maja, Przykładów 3$")
"""Addresses of the site that mean two places: a street and a village, Maja 3 and 3 Maja."""


def test_every_house_of_every_street_is_found_where_it_is(
    page: Page, site: tuple[Catalogue, Path]
) -> None:
    data = index(site[0])
    cases = {}
    for entry in data.entries:
        name = ", ".join(filter(None, (entry.street, entry.town or data.seat)))
        for number in (*range(1, 41), 98, 99, 100, 101, 9999, 10000):
            for letter in ("", "a", "c", "d"):
                wanted = expected(data, entry, number, letter)
                cases[f"{name} {number}{letter}"] = verdict(wanted)
    cases |= {address: ("which", None) for address in cases if TWOFOLD.match(address)}
    told = answers(page, data, list(cases))
    assert {
        address: (wanted, kind, beat)
        for (address, wanted), (kind, beat, *_) in zip(cases.items(), told, strict=True)
        if (kind, beat) != wanted
    } == {}
    assert len(cases) > 2000


@given(lists(), lists())
@settings(max_examples=25, deadline=None)  # a deadline would measure the browser
def test_any_lists_of_houses_mean_the_same_in_the_browser(
    page: Page, one: tuple[str, Any], other: tuple[str, Any]
) -> None:
    both = parse(one[0]), parse(other[0])
    if both[0].common(both[1]):  # the build refuses such districts
        both = both[:1]
    beats = tuple(Beat(f"Rejon {place}", "/", "", "") for place in range(2))
    entries = tuple(Entry("Długa", "", n, own.text, own.spans) for n, own in enumerate(both))
    data = AddressIndex("", "Miasto", None, beats, entries)
    streets = [(n, letter) for n in range(1, 64) for letter in ("", "a", "b", "d")]
    told = answers(page, data, [f"Długa {n}{letter}" for n, letter in streets])
    for (number, letter), (kind, beat, *_) in zip(streets, told, strict=True):
        wanted = next((n for n, own in enumerate(both) if own.covers(number, letter)), None)
        assert (kind, beat) == verdict(wanted)


@pytest.mark.parametrize(
    "address",
    [
        *("Wodna 12a", "wodna 12A", "ul. Wodna 12 a", "ULICA WODNA nr 12a", "12a Wodna"),
        *("Wodna 12a/3", "Wodna 12 a / 3", "wodna 12a m. 3", "Wodna 12a lok. 15"),
        *("Wodna 12a m 3", "wodna 12a, 00-000 Przykładów", "Przykładów, ul.Wodna 12a"),
        *("WODNA  12a mieszkanie 7", "Lakowa 5 Przykladow", "łąkowa 5a/12, PRZYKŁADÓW"),
        *("swietego jana 4", "Jana Świętego 4", "Św\u0301iętego Jana 4".replace("Św\u0301", "Św")),
        *("Jana Pawła II 12", "aleja Jana Pawła II 12/3", "al Jana Pawla ii", "Pawła II Jana 1"),
        *("3 Maja 5", "3 maja 5/7", "ul. 3 Maja 12b", "11 Listopada 11", "Listopada 11 4"),
        *("Leśna 2, Zalesie", "Zalesie Leśna 2", "rynek", "Rynek 1"),
    ],
)
def test_an_address_is_found_however_it_is_written(
    page: Page, site: tuple[Catalogue, Path], address: str
) -> None:
    data = index(site[0])
    ((kind, beat, *_),) = answers(page, data, [address])
    assert kind == "beat"
    assert data.beats[beat or 0].title == ONE


@pytest.mark.parametrize(
    ("address", "kind", "names"),
    [
        ("Łąkowa 5", "which", ["Łąkowa", "Łąkowa"]),
        ("Stawiska 5", "which", ["Stawiska", "Stawiska"]),  # a street, and a whole village
        ("3 Maja", "which", ["Maja", "3 Maja"]),  # number 3 of Maja, or the street 3 Maja
        ("Wodna", "number", []),
        ("Leśna", "number", []),
        ("Wodna 12d", "house", []),
        ("Leśna 101", "house", []),
        ("Wodnna 5", "nothing", ["Wodna"]),
        ("Kolejova", "nothing", ["Kolejowa"]),
        ("Qqqq 5", "nothing", []),
        ("5", "nothing", []),
    ],
)
def test_what_is_not_one_address_is_asked_about(
    page: Page, site: tuple[Catalogue, Path], address: str, kind: str, names: list[str]
) -> None:
    ((told, beat, found, _),) = answers(page, index(site[0]), [address])
    assert (told, beat, found) == (kind, None, names)


def test_a_whole_locality_takes_every_house_of_every_street(
    page: Page, site: tuple[Catalogue, Path]
) -> None:
    data = index(site[0])
    told = answers(page, data, ["Brzeziny 5", "Brzeziny", "Polna 7, Brzeziny", "brzeziny 12/3"])
    assert {(kind, data.beats[beat or 0].title) for kind, beat, *_ in told} == {("beat", TWO)}


# -- the box -----------------------------------------------------------------------------


@pytest.fixture
def fresh(browser: Browser, site: tuple[Catalogue, Path]) -> Iterator[tuple[Page, list[str], str]]:
    """A new page, what it asks for, and the origin."""
    asked: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    with served(site[1]) as origin:
        yield page, asked, origin
        page.close()


def words(page: Page) -> str:
    expect(page.locator(".finder [role=status]")).not_to_be_empty()
    return " ".join(page.locator(".finder [role=status]").inner_text().split())


def ask(page: Page, address: str) -> str:
    """Write an address and press Enter."""
    page.evaluate("document.querySelector('.finder [role=status]').replaceChildren()")
    page.locator("#adres-pole").fill(address)
    page.keyboard.press("Enter")
    return words(page)


@pytest.mark.parametrize(("address", "width"), [("/ulice/", NARROW), ("/rejony/", WIDE)])
def test_the_box_answers_from_the_keyboard(
    fresh: tuple[Page, list[str], str], address: str, width: int
) -> None:
    page, asked, origin = fresh
    dress(page, "light", width)
    page.goto(origin + address)
    assert not [url for url in asked if url.endswith(".json")]
    box = page.get_by_label("Ulica i numer domu")
    box.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert ask(page, "wodna 12a/3") == (
        "Wodna 12a – Rejon nr 1 – Rynek Dzielnicowy: asp. Jan Kot, tel. 47 700 00 41 "
        "To nie jest numer alarmowy. W nagłej sprawie zadzwoń pod 112."
    )
    assert box.evaluate("box => box === document.activeElement")
    assert [url for url in asked if url.endswith(".json")] == [f"{origin}/ulice/adresy.json"]
    region = page.locator(".finder [role=status]")
    assert region.locator("a").evaluate_all("all => all.map(a => a.getAttribute('href'))") == [
        *("/rejony/rynek/", "tel:+48477000041", "tel:112")
    ]
    assert page.locator("#adres-ulice option").evaluate_all("all => all.map(o => o.value)")


def test_the_box_asks_back_and_takes_the_choice(fresh: tuple[Page, list[str], str]) -> None:
    page, _, origin = fresh
    page.goto(f"{origin}/ulice/")
    assert ask(page, "") == "Wpisz ulicę i numer domu."
    assert ask(page, "Łąkowa 5") == (
        "Jest kilka takich miejsc. Wybierz swoje: Łąkowa, Przykładów Łąkowa, Zalesie"
    )
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".finder strong")).to_be_visible()
    assert words(page).startswith("Łąkowa 5, Zalesie – Rejon nr 1 – Rynek")
    told = ask(page, "Wodna")
    assert told.startswith("Dopisz numer domu.")
    assert "parzyste 14–18" in told
    assert "Możesz też zadzwonić: tel. 47 700 00 10" in ask(page, "Wodna 12d")
    assert "Może to jedno z tych miejsc: Kolejowa" in ask(page, "Kolejova 3")
    assert ask(page, "Kolejowa 3").startswith(
        "Kolejowa 3 – Rejon nr 2 – Dworzec Dzielnicowego jeszcze nie wyznaczono, tel."
    )


def test_axe_finds_no_barrier_in_an_answer(fresh: tuple[Page, list[str], str], axe: Path) -> None:
    page, _, origin = fresh
    page.goto(f"{origin}/ulice/")
    page.evaluate(axe.read_text("utf-8"))
    for address in ("Łąkowa 5", "Wodna 12a"):
        ask(page, address)
        faults = [x for scheme in SCHEMES for x in judged({address: page}, scheme, NARROW)]
        assert faults == []


def test_the_box_says_when_the_list_cannot_be_read(fresh: tuple[Page, list[str], str]) -> None:
    page, _, origin = fresh
    page.goto(f"{origin}/ulice/")
    page.route("**/adresy.json", lambda route: route.abort())
    assert ask(page, "Rynek 1").startswith("Nie udało się wczytać spisu ulic.")
    page.unroute("**/adresy.json")
    assert ask(page, "Rynek 1").startswith("Rynek 1 – Rejon nr 1")


def test_the_index_follows_the_site_below_a_path() -> None:
    beat = Beat("Rejon", "/rejony/x/", "asp. Jan Kot", "47 700 00 41")
    data = AddressIndex("/kmp", "Miasto", Telephone(name="K", number="112"), (beat,), ())
    told = json.loads(written(data, None))  # type: ignore[arg-type]
    assert told["rejony"][0]["adres"] == "/kmp/rejony/x/"
    assert told["telefon"] == ["112", "tel:112"]
