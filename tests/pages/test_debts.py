"""What is owed, as residents read it and as the office does."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from plugins.pages import debates, debts, lists, office
from tests.newsroom.project import debate, district, report
from tests.newsroom.test_debts import HELD, PLAN, TOLD, evaluation, everything, on
from tests.pages.made import made, words

OPEN, DESK = "/zaleglosci/", "/biurko/"
LATE = "2028-01-01"


def test_a_unit_without_debts_says_so(tmp_path: Path) -> None:
    page = made(on(tmp_path, "2026-01-01", {}), debts.plan)[OPEN]
    assert "Nie mamy zaległości." in words(page)
    assert page.xpath("//main//h3") == []


def test_residents_read_what_is_late_and_since_when(tmp_path: Path) -> None:
    page = made(on(tmp_path, LATE, everything("")), debts.plan)[OPEN]
    assert page.xpath("//main//h2[@class='group__title']/text()") == [
        "Sprawozdania z\u00a0debat",
        "Ewaluacje debat",
        "Odpowiedzi innych podmiotów",
        "Wyniki planów dzielnicowych",
    ]
    told = words(page)
    for sentence in (
        "Sprawozdanie mieliśmy opublikować do 26 marca 2026 r.",
        "Zgłoszone na niej sprawy mieliśmy rozliczyć do 12 marca 2027 r.",
        "Odpowiada: Zarząd Dróg. Termin minął 2 lutego 2026 r.",
        "Rejon. Plan skończył się 31 lipca 2026 r. i nie ma jeszcze wyniku.",
    ):
        assert sentence in told
    links = page.xpath("//main//h3/a/@href")
    assert links == ["/debaty/a/", "/debaty/a/", "/wnioski/w-2026-001/", "/rejony/a/#plany"]


def test_the_page_changes_only_when_something_falls_due(tmp_path: Path) -> None:
    files = everything("")
    days = [date(2026, 8, 10) + timedelta(days=number) for number in range(3)]
    pages = {words(made(on(tmp_path, str(day), files), debts.plan)[OPEN]) for day in days}
    assert len(pages) == 1


def test_the_longest_wait_comes_first_and_what_is_cut_off_is_counted(tmp_path: Path) -> None:
    first = date(2024, 1, 1)
    files = {
        f"content/debaty/a-{n:02}.md": debate(when=f"{first + timedelta(days=n)} 17:00").replace(
            "2026-02-20", "2023-12-01"
        )
        for n in range(debts.LIMIT + 5)
    }
    page = made(on(tmp_path, "2026-01-01", files), debts.plan)[OPEN]
    assert "(40 najdawniejszych z 45)" in words(page, "//h2[@class='group__title']")
    assert page.xpath("//main//h3/a/@href")[0] == "/debaty/a-00/"


def test_the_office_has_its_page_in_a_preview_only(tmp_path: Path) -> None:
    assert made(on(tmp_path, LATE, everything("")), office.plan) == {}
    page = made(on(tmp_path, LATE, everything(""), drafts=True), office.plan)[DESK]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    told = words(page)
    for step in (
        "Napisz sprawozdanie w nowym pliku content/sprawozdania/2026/a.md.",
        "w nowym pliku w content/debaty/, z wierszem „ewaluacja debat: a”.",
        "dopisz w pliku content/wnioski/w-2026-001.md wpis historii z „odpowiedź: tak”.",
        "Dopisz „wynik” i następny plan w pliku content/rejony/a.md.",
    ):
        assert step in told


NEXT = PLAN + "  - od: 2026-08-01\n    do: 2027-01-31\n    problem: Inny\n"
DRAFT = report("a", "stan publikacji: szkic\nwnioski: brak\n", published="2026-03-20")
TO_COME = report("a", "wnioski: brak\n", published="2026-03-30")


@pytest.mark.parametrize(
    ("day", "files", "sentence"),
    [
        ("2026-03-20", HELD, "Do 26 marca Napisz sprawozdanie"),
        ("2026-03-27", HELD, "Po terminie Napisz sprawozdanie"),
        ("2026-03-20", {**HELD, "content/sprawozdania/a.md": DRAFT}, "Dokończ i opublikuj szkic"),
        (
            *("2026-03-20", {**HELD, "content/sprawozdania/a.md": TO_COME}),
            "content/sprawozdania/a.md ukaże się 30 marca 2026 r.",
        ),
        (
            *("2027-03-01", {**HELD, **TOLD, **evaluation("2027-04-01 17:00")}),
            "Jest już zapowiedziana w pliku content/debaty/e.md.",
        ),
        ("2026-07-20", {"content/rejony/a.md": district(NEXT)}, "Dopisz „wynik” w pliku"),
    ],
)
def test_the_office_is_told_the_next_step(
    day: str, files: dict[str, str], sentence: str, tmp_path: Path
) -> None:
    page = made(on(tmp_path, day, files, drafts=True), office.plan)[DESK]
    assert sentence in words(page)


def test_a_preview_leads_from_the_open_page_to_the_office_s(tmp_path: Path) -> None:
    def links(*, drafts: bool) -> list[str]:
        page = made(on(tmp_path, LATE, {}, drafts=drafts), debts.plan)[OPEN]
        return list(page.xpath("//main//nav//a/@href"))

    assert (links(drafts=False), links(drafts=True)) == ([], [DESK])


def test_an_evaluation_that_is_announced_is_said_to_residents(tmp_path: Path) -> None:
    files = {**HELD, **TOLD, **evaluation("2027-04-01 17:00")}
    page = made(on(tmp_path, "2027-03-20", files), debts.plan)[OPEN]
    assert "Debata ewaluacyjna: 1 kwietnia 2027 r." in words(page)


def test_an_office_with_nothing_to_do_is_told_so(tmp_path: Path) -> None:
    page = made(on(tmp_path, "2026-01-01", {}, drafts=True), office.plan)[DESK]
    assert "Nie mamy zaległości ani bliskich terminów." in words(page)


@pytest.mark.parametrize(
    ("day", "note"),
    [
        ("2026-03-01", "Ewaluacja po roku"),
        ("2026-03-21", "Ewaluacja najpóźniej 12 marca 2027 r."),
        ("2027-03-12", "Ewaluacja najpóźniej 12 marca 2027 r."),
        ("2027-03-13", "Ewaluacja po terminie 12 marca 2027 r."),
    ],
)
def test_a_debate_says_until_when_it_is_to_be_evaluated(
    day: str, note: str, tmp_path: Path
) -> None:
    page = made(on(tmp_path, day, {**HELD, **TOLD}), debates.plan, "/debaty/a/")["/debaty/a/"]
    assert note in words(page, "//ol[@class='life']")


def test_the_list_of_debates_names_those_without_evaluation_after_a_year(tmp_path: Path) -> None:
    def listed(day: str) -> str:
        page = made(on(tmp_path, day, {**HELD, **TOLD}), lists.plan, "/debaty/")["/debaty/"]
        return words(page, "//*[@id='ewaluacja']")

    assert listed("2027-03-12") == ""
    assert "Czekają na ewaluację ponad rok" in listed("2027-03-13")
    assert "Droga do szkoły" in listed("2027-03-13")
