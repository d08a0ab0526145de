"""Editions of a programme as one chain, and which of them is current on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pytest

from plugins.newsroom import editions
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import WARSAW
from plugins.newsroom.kinds.programme import Programme
from tests.newsroom.project import BARE, Project, write


def programme(years: str, head: str = "") -> str:
    return (
        f"---\ntytuł: Razem {years}\ndata publikacji: 2019-01-02\nokres: {years}\n{head}---\nX.\n"
    )


FIRST = programme("2019–2021", "następna edycja: drugi\n")
SECOND = programme("2022–2024", "poprzednia edycja: pierwszy\nnastępna edycja: trzeci\n")
THIRD = programme("2025–2027", "poprzednia edycja: drugi\n")
ALL = {"pierwszy": FIRST, "drugi": SECOND, "trzeci": THIRD}


def on(root: Path, day: str, files: Mapping[str, str]) -> Catalogue:
    """Programmes by their ids, records of other kinds by ``folder/id``."""
    placed = {name if "/" in name else f"programy/{name}": text for name, text in files.items()}
    write(root, {**BARE, **{f"content/{name}.md": text for name, text in placed.items()}})
    now = datetime.combine(date.fromisoformat(day), datetime.min.time(), WARSAW)
    return Project(root).prepare(now).catalogue


def named(it: Catalogue, name: str) -> Programme:
    return next(one for one in it.programmes if one.id == name)


def chain(it: Catalogue, name: str) -> list[str]:
    found = editions.chain(it, named(it, name))
    return [one.id if isinstance(one, Programme) else one.title for one in found]


@pytest.mark.parametrize("name", ALL)
def test_every_edition_knows_all_of_them(name: str, tmp_path: Path) -> None:
    assert chain(on(tmp_path, "2026-01-01", ALL), name) == ["pierwszy", "drugi", "trzeci"]


@pytest.mark.parametrize("name", ALL)
def test_it_is_enough_that_one_names_the_other(name: str, tmp_path: Path) -> None:
    forward = {
        "pierwszy": FIRST,
        "drugi": programme("2022–2024", "następna edycja: trzeci\n"),
        "trzeci": programme("2025–2027"),
    }
    backward = {
        "pierwszy": programme("2019–2021"),
        "drugi": programme("2022–2024", "poprzednia edycja: pierwszy\n"),
        "trzeci": THIRD,
    }
    for files in (forward, backward):
        assert chain(on(tmp_path, "2026-01-01", files), name) == list(ALL)


def test_editions_without_a_record_stand_at_the_ends(tmp_path: Path) -> None:
    head = (
        "poprzednia edycja:\n  tytuł: Dawna\n  okres: 2016–2018\n"
        "następna edycja:\n  tytuł: Przyszła\n"
    )
    it = on(tmp_path, "2020-01-01", {"pierwszy": programme("2019–2021", head)})
    assert chain(it, "pierwszy") == ["Dawna", "pierwszy", "Przyszła"]


def test_an_edition_that_is_not_public_ends_the_chain(tmp_path: Path) -> None:
    draft = SECOND.replace("okres", "stan publikacji: szkic\nokres")
    it = on(tmp_path, "2026-01-01", {**ALL, "drugi": draft})
    assert chain(it, "pierwszy") == ["pierwszy"]
    assert chain(it, "trzeci") == ["trzeci"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2020-06-01", ["drugi", "trzeci", None]),
        ("2021-12-31", ["drugi", "trzeci", None]),
        ("2022-01-01", ["drugi", "trzeci", None]),
        ("2024-12-31", ["drugi", "trzeci", None]),
        ("2025-01-01", ["trzeci", "trzeci", None]),
        ("2028-01-01", ["trzeci", "trzeci", None]),
    ],
)
def test_the_successor_is_the_edition_that_is_not_over(
    day: str, expected: list[str | None], tmp_path: Path
) -> None:
    it = on(tmp_path, day, ALL)
    found = [editions.current(it, named(it, name)) for name in ALL]
    assert [one.id if one else None for one in found] == expected


@pytest.mark.parametrize(
    ("day", "labels"),
    [
        ("2021-12-31", ["", "", ""]),
        ("2022-01-01", ["Program zakończony", "", ""]),
        ("2025-01-01", ["Program zakończony", "Program zakończony", ""]),
        ("2028-01-01", ["Program zakończony"] * 3),
    ],
)
def test_an_edition_is_archival_from_the_day_after_its_end(
    day: str, labels: list[str], tmp_path: Path
) -> None:
    it = on(tmp_path, day, ALL)
    found = [it.archived(named(it, name)) for name in ALL]
    assert [one.label if one else "" for one in found] == labels
