"""Which figures of the Mapa Zagrożeń are set side by side, and which never are."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.newsroom import kmzb
from plugins.newsroom.kmzb import Series
from tests.newsroom.project import BARE, NOW, Project, debate, district, report, write

CATEGORY = "akty-wandalizmu"
NAMES = "abcde"


def shown(root: Path, *figures: str, heads: tuple[str, ...] = ()) -> tuple[Series, ...]:
    """Series of figures, each shown at a debate of its own: ``period = reported``."""
    files = {
        "content/rejony/polnoc.md": district(),
        "content/podmioty/obcy.md": "---\nnazwa: Obca Komenda\n---\n",
    }
    for number, one in enumerate(figures):
        period, _, count = one.partition(" = ")
        first, _, last = period.partition(" – ")
        written = f"\n      od: {first}\n      do: {last}" if last else f" {first}"
        when = f"    okres:{written}\n" if first else ""
        head = heads[number] if number < len(heads) else ""
        name, day = NAMES[number], f"2026-01-0{number + 1}"
        files[f"content/debaty/{name}.md"] = debate(when=f"{day} 17:00")
        files[f"content/sprawozdania/{name}.md"] = report(
            name,
            f"{head}wnioski: brak\nkmzb:\n  - kategoria: Akty wandalizmu\n{when}"
            f"    zgłoszeń: {count}\n",
            published=f"2026-02-0{number + 1}",
        )
    write(root, {**BARE, **files})
    return kmzb.series(Project(root).prepare(NOW).catalogue, CATEGORY)


def counts(found: tuple[Series, ...]) -> list[list[int | None]]:
    return [[figures.reported for _, figures in one.shown] for one in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024", "2025"),
        ("2025-01-01 – 2025-12-31", "2024"),
        ("2024-04-01 – 2024-06-30", "2025-04-01 – 2025-06-30"),
        ("2024-02-01 – 2024-02-29", "2025-02"),
        ("2023-09-01 – 2024-02-15", "2024-09-01 – 2025-02-15"),
    ],
)
def test_the_same_days_of_two_years_are_compared(one: str, other: str, tmp_path: Path) -> None:
    (series,) = shown(tmp_path, f"{one} = 7", f"{other} = 4")
    assert len(series.shown) == 2
    assert len(series.yearly) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024", "2025-01-01 – 2025-03-31"),
        ("2024-04-01 – 2024-06-30", "2025-07-01 – 2025-09-30"),
        ("2024-04-01 – 2024-06-30", "2025-04-01 – 2025-06-29"),
        ("2024", "2024–2025"),
        ("", ""),
        ("2025", ""),
    ],
)
def test_unlike_periods_are_never_compared(one: str, other: str, tmp_path: Path) -> None:
    found = shown(tmp_path, f"{one} = 7", f"{other} = 4")
    assert len(found) == 2
    assert [series.yearly for series in found] == [(), ()]


@pytest.mark.parametrize("head", ["rejony: polnoc\n", "wydawca: obcy\n"])
def test_other_places_and_publishers_are_never_compared(head: str, tmp_path: Path) -> None:
    found = shown(tmp_path, "2024 = 7", "2025 = 4", heads=("", head))
    assert counts(found) == [[4], [7]]


def test_the_newest_comes_first_and_years_go_forward(tmp_path: Path) -> None:
    found = shown(tmp_path, "2023 = 9", "2025 = 4", "2024 = 7", "2025-10-01 – 2026-01-15 = 1")
    assert counts(found) == [[1], [4, 7, 9]]
    yearly = [(year, figures.reported) for year, figures in found[1].yearly]
    assert yearly == [("2023", 9), ("2024", 7), ("2025", 4)]


def test_of_a_period_shown_twice_the_last_word_is_charted(tmp_path: Path) -> None:
    (series,) = shown(tmp_path, "2025 = 4", "2025 = 5", "2024 = 7")
    assert [figures.reported for _, figures in series.shown] == [5, 4, 7]
    assert [(year, one.reported) for year, one in series.yearly] == [("2024", 7), ("2025", 5)]


def test_years_around_the_turn_are_named_both(tmp_path: Path) -> None:
    (series,) = shown(tmp_path, "2023-09-01 – 2024-02-15 = 3", "2024-09-01 – 2025-02-15 = 0")
    assert [year for year, _ in series.yearly] == ["2023/2024", "2024/2025"]
