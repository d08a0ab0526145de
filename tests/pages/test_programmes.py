"""A programme's page: its editions, its activities with what was written of them, its halts."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from plugins.pages import programmes
from tests.newsroom.project import debate, news, request
from tests.newsroom.test_editions import ALL, on, programme
from tests.pages.made import made, words

ACTS = "działania:\n  - nazwa: Patrole piesze\n    stan: w toku\n  - nazwa: Sto latarni\n"
HALT = "wstrzymano:\n  data: 2026-06-15\n  powód: Brakuje drzwi.\n"


def page(root: Path, day: str, name: str, **files: str) -> html.HtmlElement:
    address = f"/programy/{name}/"
    return made(on(root, day, {**ALL, **files}), programmes.plan, address)[address]


def lines(one: html.HtmlElement) -> list[str]:
    found = one.xpath("//*[@class='editions__one']")
    return [" ".join(line.text_content().split()) for line in found]


@pytest.mark.parametrize(
    ("day", "states"),
    [
        ("2020-01-01", ["W toku", "Planowany", "Planowany"]),
        ("2023-01-01", ["Zakończony", "W toku", "Planowany"]),
        ("2028-01-01", ["Zakończony", "Zakończony", "Zakończony"]),
    ],
)
def test_all_editions_stand_in_a_row_with_their_state_on_the_day(
    day: str, states: list[str], tmp_path: Path
) -> None:
    found = lines(page(tmp_path, day, "drugi"))
    years = ["2019–2021", "2022–2024", "2025–2027"]
    ends = ["", " (ta strona)", ""]
    rows = zip(years, states, ends, strict=True)
    assert found == [f"{year} Razem {year} {state}{end}" for year, state, end in rows]


def test_the_edition_that_one_reads_is_marked_and_no_link(tmp_path: Path) -> None:
    found = page(tmp_path, "2023-01-01", "drugi")
    links = found.xpath("//*[@class='editions']//a/@href")
    assert links == ["/programy/pierwszy/", "/programy/trzeci/"]
    (this,) = found.xpath("//*[@class='editions']//li[@aria-current]")
    assert "2022–2024" in this.text_content()


def test_a_programme_without_another_edition_has_no_chain(tmp_path: Path) -> None:
    assert lines(page(tmp_path, "2023-01-01", "sam", sam=programme("2022–2024"))) == []


@pytest.mark.parametrize(
    ("day", "successor"),
    [("2021-12-31", ""), ("2022-01-01", "/programy/drugi/"), ("2025-01-01", "/programy/trzeci/")],
)
def test_an_ended_edition_leads_to_the_one_that_runs_though_only_that_one_names_it(
    day: str, successor: str, tmp_path: Path
) -> None:
    files = {
        "pierwszy": programme("2019–2021"),
        "drugi": programme("2022–2024", "poprzednia edycja: pierwszy\n"),
    }
    notice = page(tmp_path, day, "pierwszy", **files).xpath("//*[contains(@class, 'notice')]//a")
    assert [link.get("href") for link in notice] == ([successor] if successor else [])


def test_what_the_officer_says_instead_comes_before_the_next_edition(tmp_path: Path) -> None:
    head = "następna edycja: drugi\narchiwalne:\n  aktualne: programy/trzeci\n"
    found = page(tmp_path, "2023-01-01", "pierwszy", pierwszy=programme("2019–2021", head))
    notice = found.xpath("//*[contains(@class, 'notice')]//a/@href")
    assert notice == ["/programy/trzeci/"]


@pytest.mark.parametrize(
    ("day", "is_told"),
    [("2026-06-14", False), ("2026-06-15", True), ("2027-12-31", True), ("2028-01-01", False)],
)
def test_a_halt_is_a_notice_from_its_day_to_the_programme_s_end(
    day: str, is_told: bool, tmp_path: Path
) -> None:
    found = page(tmp_path, day, "p", p=programme("2025–2027", HALT))
    notices = " ".join(words(one, ".") for one in found.xpath("//*[contains(@class, 'notice')]"))
    assert ("Program wstrzymany od 15 czerwca 2026 r. Brakuje drzwi." in notices) is is_told


def test_after_its_end_the_halt_is_a_fact_of_the_programme(tmp_path: Path) -> None:
    found = page(tmp_path, "2028-01-01", "p", p=programme("2025–2027", HALT))
    assert "15 czerwca 2026 r. – Brakuje drzwi." in words(found, "//dl[@class='terms']")


def test_an_activity_names_what_was_written_of_it_newest_first(tmp_path: Path) -> None:
    about = "program: p\ndziałanie: patrole piesze\n"
    files = {
        "aktualnosci/n": news(about, published="2026-02-10"),
        "debaty/d": debate(about, when="2026-02-26 17:00"),
        "wnioski/w-2026-001": request("2026-02-20 zgłoszony", head=about),
        "aktualnosci/ukryta": news(f"{about}stan publikacji: ukryty\n"),
    }
    found = page(tmp_path, "2026-03-05", "p", p=programme("2025–2027", ACTS), **files)
    (act,) = found.xpath("//*[@id='dzialanie-patrole-piesze']")
    links = [(a.get("href"), " ".join(a.text_content().split())) for a in act.xpath(".//a")]
    assert links == [
        ("/debaty/d/", "Debata: Droga do szkoły"),
        ("/wnioski/w-2026-001/", "Wniosek: Doświetlić przejście"),
        ("/aktualnosci/n/", "Aktualność: Komunikat"),
    ]
    assert found.xpath("//*[@id='dzialanie-sto-latarni']//a") == []


def test_an_activity_does_not_grow_without_end(tmp_path: Path) -> None:
    about = "program: p\ndziałanie: Sto latarni\n"
    files = {f"aktualnosci/n-{number}": news(about) for number in range(programmes.NEWEST + 2)}
    found = page(tmp_path, "2026-03-05", "p", p=programme("2025–2027", ACTS), **files)
    (act,) = found.xpath("//*[@id='dzialanie-sto-latarni']")
    assert len(act.xpath(".//a")) == programmes.NEWEST
    assert "i jeszcze 2" in act.text_content().replace("\u00a0", " ")
