"""What may not change in a published record without a word, against the last commit."""

from __future__ import annotations

import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from plugins.desk import committed
from plugins.desk.committed import Since
from plugins.desk.looking import look
from plugins.newsroom.dates import WARSAW
from tests.newsroom.project import BARE, debate, news, write

NOW = datetime(2026, 3, 5, 12, tzinfo=WARSAW)
A, N = "content/debaty/2026/a.md", "content/aktualnosci/n.md"
CHANGE = "zmiany:\n  - kiedy: 2026-03-01\n    co: termin\n    było: 2026-03-10 17:00\n"
MOVED = f"{CHANGE}    jest: 2026-03-12 17:00\n    powód: Remont.\n"


def git(root: Path, *words: str) -> None:
    quiet = ("-c", "user.name=A", "-c", "user.email=a@example.pl", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *quiet, *words], check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository whose project is a folder of it, with all committed."""
    root = tmp_path / "repo ż/projekt"
    root.mkdir(parents=True)
    git(root.parent, "init", "-q")
    return root


def since(root: Path, before: dict[str, str], after: dict[str, str | None]) -> Since:
    write(root, {**BARE, **before})
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x")
    for name, text in after.items():
        if text is None:
            (root / name).unlink()
        else:
            write(root, {name: text})
    return committed.compared(root, look(root, NOW).holdings)


def told(found: Since) -> list[tuple[str, int, str]]:
    return [(one.path, one.line, one.key) for one in (*found.errors, *found.warnings)]


def test_a_clean_tree_says_nothing(root: Path) -> None:
    assert since(root, {A: debate(), N: news()}, {}) == Since()


def test_without_git_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {**BARE, A: debate()})
    assert committed.compared(tmp_path, look(tmp_path, NOW).holdings) == Since()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert committed.compared(tmp_path, look(tmp_path, NOW).holdings) == Since()


@pytest.mark.parametrize(
    ("before", "after", "key", "was", "now"),
    [
        (
            debate(),
            debate(when="2026-03-13 18:00"),
            "termin",
            "2026-03-12 17:00",
            "2026-03-13 18:00",
        ),
        (debate("koniec: 18:30\n"), debate("koniec: 19:00\n"), "koniec", "18:30", "19:00"),
        (
            debate(),
            debate().replace("nr 5", "nr 6"),
            "miejsce",
            "Szkoła Podstawowa nr 5",
            "Szkoła Podstawowa nr 6",
        ),
    ],
)
def test_a_promise_changed_without_an_entry_gives_the_entry(
    root: Path, before: str, after: str, key: str, was: str, now: str
) -> None:
    (problem,) = since(root, {A: before}, {A: after}).errors
    assert (problem.path, problem.key) == (A, key)
    assert problem.line == after[: after.index(f"{key}:")].count("\n") + 1
    assert problem.paste.splitlines() == [
        "zmiany:",
        "  - kiedy: 2026-03-05",
        f"    co: {key}",
        f"    było: {was}",
        f"    jest: {now}",
        "    powód:",
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (debate(when="2026-03-10 17:00"), debate(MOVED)),
        (
            debate("termin wstępny: tak\n", when="2026-03"),
            debate("koniec: 18:30\n"),
        ),
        (debate("stan publikacji: szkic\n"), debate(when="2026-03-13 17:00")),
        (debate(), debate("dla kogo: dla wszystkich\n")),
        (
            debate("koniec: 18:30\n", when="2026-03-10 17:00"),
            debate(f"koniec: 19:30\n{MOVED}"),
        ),
        ("---\nźle\n---\n", debate()),
    ],
    ids=["told", "settled", "draft", "another key", "its end with it", "faulty before"],
)
def test_what_is_told_or_was_never_seen_may_change(root: Path, before: str, after: str) -> None:
    assert since(root, {A: before}, {A: after}).errors == ()


def test_the_ledger_only_grows(root: Path) -> None:
    rewritten = MOVED.replace("Remont", "Awaria")
    assert told(since(root, {A: debate(MOVED)}, {A: debate(rewritten)})) == [(A, 8, "zmiany[1]")]
    removed = since(root, {A: debate(MOVED)}, {A: debate()})
    assert [one.key for one in removed.errors] == ["zmiany"]


def test_a_published_record_does_not_vanish(root: Path) -> None:
    (problem,) = since(root, {A: debate(), N: news()}, {N: None}).errors
    assert (problem.path, problem.line) == (N, 0)
    assert problem.paste == "dawne adresy:\n  - /aktualnosci/n/"


def test_a_renamed_record_keeps_its_old_address(root: Path) -> None:
    other = "content/aktualnosci/m.md"
    kept = news("dawne adresy: /aktualnosci/n/\n")
    assert since(root, {A: debate(), N: news()}, {N: None, other: kept}).errors == ()


def test_another_folder_of_years_is_no_other_address(root: Path) -> None:
    moved = {A: None, "content/debaty/2025/a.md": debate()}
    assert since(root, {A: debate()}, moved) == Since()


def test_a_draft_may_be_deleted(root: Path) -> None:
    gone: dict[str, str | None] = {N: None}
    assert since(root, {A: debate(), N: news("stan publikacji: szkic\n")}, gone) == Since()


@pytest.mark.parametrize("state", ["szkic", "ukryty"])
def test_an_announced_debate_is_called_off_not_hidden(root: Path, state: str) -> None:
    found = since(root, {A: debate()}, {A: debate(f"stan publikacji: {state}\n")})
    assert [one.key for one in found.errors] == ["stan publikacji"]


def test_the_day_of_publication_is_a_fact(root: Path) -> None:
    found = since(root, {N: news()}, {N: news(published="2026-02-21")})
    assert [one.key for one in found.warnings] == ["data publikacji"]


@pytest.mark.parametrize(
    ("head", "keys"), [("", ["data aktualizacji"]), ("data aktualizacji: 2026-03-05\n", [])]
)
def test_a_changed_body_wants_its_day(root: Path, head: str, keys: list[str]) -> None:
    found = since(root, {N: news()}, {N: news(head, "Nowa treść.")})
    assert found.errors == ()
    assert [one.key for one in found.warnings] == keys


def test_a_body_changed_on_its_first_day_needs_none(root: Path) -> None:
    today = news(published="2026-03-05")
    assert since(root, {N: today}, {N: today.replace("Treść", "Nowa treść")}) == Since()


def test_the_domain_of_identifiers_never_changes(root: Path) -> None:
    unit = BARE["content/jednostka.yml"].decode()
    other = unit.replace("identyfikatorów: policja", "identyfikatorów: kmp")
    found = since(root, {N: news()}, {"content/jednostka.yml": other})
    assert [(one.path, one.key) for one in found.errors] == [
        ("content/jednostka.yml", "domena identyfikatorów")
    ]
