"""Districts: what belongs to them, their plans, their streets."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.kinds.district import half_year
from tests.newsroom.project import BARE, Project, debate, district, news, request, write
from tests.newsroom.test_requests import catalogue, ids

NORTH, SOUTH = "content/rejony/polnoc.md", "content/rejony/poludnie.md"
PLAN = "  - od: {}\n    do: {}\n    problem: {}\n"


def plans(*of: tuple[str, str, str]) -> str:
    return "plany:\n" + "".join(PLAN.format(*one) for one in of)


def test_a_district_has_what_names_it_once(tmp_path: Path) -> None:
    both = "rejony:\n  - polnoc\n  - poludnie\n  - polnoc\n"
    files = {
        NORTH: district(),
        SOUTH: district(),
        "content/debaty/d.md": debate(both),
        "content/aktualnosci/n.md": news("rejony: poludnie\n"),
        "content/aktualnosci/s.md": news("rejony: polnoc\nstan publikacji: szkic\n"),
        "content/wnioski/w-2026-001.md": request(head="rejony: polnoc\n"),
        "content/wnioski/w-2026-002.md": request("2027-01-01 zgłoszony", head="rejony: polnoc\n"),
    }
    found = ids(catalogue(tmp_path, files).by_district)
    assert found == {"polnoc": ["001", "d"], "poludnie": ["n", "d"]}


def test_plans_stand_by_their_beginning(tmp_path: Path) -> None:
    old, new = ("2025-08-01", "2026-01-31"), ("2026-02-01", "2026-07-31")
    files = {
        NORTH: district(plans((*new, "b"), (*old, "a"))),
        SOUTH: district(plans((*old, "c"))),
        "content/rejony/szkic.md": district(f"stan publikacji: szkic\n{plans((*old, 'd'))}"),
    }
    found = [(one.id, plan.problem) for one, plan in catalogue(tmp_path, files).plans]
    assert found == [("polnoc", "a"), ("poludnie", "c"), ("polnoc", "b")]


def test_a_vacant_district_is_shown_without_an_officer(tmp_path: Path) -> None:
    it = catalogue(tmp_path, {NORTH: district(officer="wakat: tak"), SOUTH: district()})
    north, south = it.districts
    assert north.officer is None
    assert south.officer
    assert (south.officer.person.rank, south.officer.person.name) == ("asp.", "Jan Kot")


def test_a_district_s_station_has_it(tmp_path: Path) -> None:
    station = {"content/podmioty/komisariat.md": "---\nnazwa: Komisariat\n---\n"}
    it = catalogue(tmp_path, {**station, NORTH: district("jednostka: komisariat\n")})
    assert [one.id for one in it.by_body["komisariat"]] == ["polnoc"]


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_every_day_lies_in_one_half_year_of_plans(day: date) -> None:
    first, last = half_year(day)
    assert first <= day <= last
    assert (first.day, first.month) in ((1, 2), (1, 8))
    assert (last + timedelta(days=1)).month in (2, 8)
    assert half_year(first) == half_year(last) == (first, last)


def said(root: Path, north: str, south: str) -> list[str]:
    write(root, {**BARE, NORTH: district(north), SOUTH: district(south)})
    return [problem.key for problem in Project(root).problems()]


LIME = "ulice:\n  - ulica: Lipowa\n    numery: {}\n"


@pytest.mark.parametrize(
    ("north", "south", "keys"),
    [
        ("nieparzyste", "parzyste", []),
        ("1–9", "10–20", []),
        ("1–9", "9–20", ["ulice[1]"]),
        ("1–9", "7a", ["ulice[1]"]),
        ("7", "7a–7d", []),
        ("od 5", "1–4", []),
        ("od 5", "9999", ["ulice[1]"]),
    ],
)
def test_the_houses_of_a_street_are_divided(
    tmp_path: Path, north: str, south: str, keys: list[str]
) -> None:
    assert said(tmp_path, LIME.format(north), LIME.format(south)) == keys


@pytest.mark.parametrize("name", ["Lipowa", "ul. Lipowa", "ULICA LIPOWA", "ul.Lipowa", "ul Lipowa"])
def test_a_street_is_one_in_every_spelling(tmp_path: Path, name: str) -> None:
    assert said(tmp_path, "ulice: Lipowa\n", f"ulice: {name}\n") == ["ulice[1]"]


@pytest.mark.parametrize("name", ["al. Lipowa", "Lipowa Dolna", "pl. Lipowy", "os. Lipowe"])
def test_another_street_is_another(tmp_path: Path, name: str) -> None:
    assert said(tmp_path, "ulice: Lipowa\n", f"ulice: {name}\n") == []


def test_a_street_of_another_town_is_another(tmp_path: Path) -> None:
    there = "miejscowości:\n  - nazwa: Zalesie\n    ulice: Lipowa\n"
    assert said(tmp_path, "ulice: Lipowa\n", there) == []
    seat = "miejscowości:\n  - nazwa: PRZYKŁADÓW\n    ulice: Lipowa\n"
    assert said(tmp_path, "ulice: Lipowa\n", seat) == ["miejscowości[1].ulice[1]"]
    assert said(tmp_path, "ulice: Lipowa\n", "miejscowości: Przykładów\n") == ["miejscowości[1]"]


GONE = "stan publikacji: wycofany\nwycofano:\n  data: 2026-03-01\n  powód: Nowy podział.\n"


def test_a_district_that_was_withdrawn_takes_no_streets(tmp_path: Path) -> None:
    assert said(tmp_path, f"{GONE}ulice: Lipowa\n", "ulice: Lipowa\n") == []
