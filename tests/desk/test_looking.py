"""A look tells everything at once, remembers what it read, and sees what is not saved yet."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from plugins.desk.looking import look
from plugins.newsroom import reading
from plugins.newsroom.dates import WARSAW
from tests.newsroom.project import BARE, debate, news, report, write

NOW = datetime(2026, 3, 5, 12, tzinfo=WARSAW)
A, N = "content/debaty/a.md", "content/aktualnosci/n.md"
STORE = ".debaty/desk.sqlite"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, {**BARE, A: debate(), N: news()})
    return tmp_path


def ids(root: Path, **instead: bytes | None) -> list[str]:
    given = {f"content/aktualnosci/{name}.md": data for name, data in instead.items()}
    return [entry.record.id for entry in look(root, NOW, instead=given).holdings.entries]


def test_drafts_and_records_to_come_are_seen(root: Path) -> None:
    write(root, {N: news("stan publikacji: szkic\n"), A: debate(when="2026-03-20 17:00")})
    assert ids(root) == ["n", "a", "kontakt"]


def test_errors_do_not_stop_it_and_warnings_are_told_beside_them(root: Path) -> None:
    write(root, {A: debate(when="jutro"), N: news(body="Mapa [tutaj](https://mapa.example/).")})
    seen = look(root, NOW)
    assert [one.path for one in seen.errors] == [A]
    assert [one.path for one in seen.warnings] == [N]
    assert [entry.record.id for entry in seen.holdings.entries] == ["n", "kontakt"]


def test_a_faulty_file_tells_its_numbers_contradictions_and_warnings_in_the_same_run(
    root: Path,
) -> None:
    head = "koniec: 16:00\nmiesce: x\nprogram: nie-ma\n"
    body = "Numer 99721200017, mapa [tutaj](https://mapa.example/)."
    write(root, {A: debate(head, body)})
    seen = look(root, NOW)
    assert [(one.key, one.line) for one in seen.errors] == [
        ("koniec", 7),
        ("miesce", 8),
        ("program", 9),
        ("", 12),
    ]
    assert [one.rule for one in seen.warnings] == ["tekst odnośnika"]


@pytest.mark.parametrize("fault", ["termin: jutro", "termin:\n  - 2026-03-12", "trmin: jutro"])
def test_nothing_is_said_that_follows_from_a_key_that_cannot_be_read(
    root: Path, fault: str
) -> None:
    text = debate(
        "koniec: 16:00\ndzień tygodnia: piątek\nporządek:\n  - godz: 12:00\n    punkt: A\n"
    )
    write(root, {A: text.replace("termin: 2026-03-12 17:00", fault)})
    assert [one.key for one in look(root, NOW).errors] == [fault.partition(":")[0]]


def test_a_faulty_unit_causes_no_other_error(root: Path) -> None:
    unit = BARE["content/jednostka.yml"].decode()
    number = "61109010140000071219812874"
    write(root, {N: news(body=f"Konto {number}.")})
    allowed = f'{unit}dane dozwolone: "{number}"\n'
    write(root, {"content/jednostka.yml": allowed})
    assert look(root, NOW).errors == ()
    write(root, {"content/jednostka.yml": allowed.replace("dane dozw", "dane dzw")})
    assert [one.path for one in look(root, NOW).errors] == ["content/jednostka.yml"]


def test_what_would_be_saved_is_seen_and_not_remembered(root: Path) -> None:
    assert ids(root) == ["n", "a", "kontakt"]
    assert ids(root, m=news().encode()) == ["m", "n", "a", "kontakt"]
    assert ids(root, n=None) == ["a", "kontakt"]
    assert ids(root) == ["n", "a", "kontakt"]
    seen = look(root, NOW, instead={N: news("program: nie-ma\n").encode()})
    assert [(one.path, one.line, one.key) for one in seen.errors] == [(N, 4, "program")]
    assert look(root, NOW).errors == ()


def test_a_record_that_goes_leaves_its_references_dangling(root: Path) -> None:
    write(
        root, {"content/sprawozdania/a.md": report("a", "wnioski: brak\n", published="2026-03-13")}
    )
    assert look(root, NOW).errors == ()
    (problem,) = look(root, NOW, instead={A: None}).errors
    assert (problem.path, problem.key) == ("content/sprawozdania/a.md", "debata")


def test_a_name_that_cannot_be_is_refused_before_it_is_saved(root: Path) -> None:
    instead = {"content/aktualnosci/Zła Nazwa.md": news().encode(), "content/inne/x.md": b""}
    seen = look(root, NOW, instead=instead)
    assert sorted(one.path for one in seen.errors) == sorted(instead)


def test_a_unit_may_stand_instead(root: Path) -> None:
    seen = look(root, NOW, instead={"content/jednostka.yml": b"nazwa: X\n"})
    assert {one.path for one in seen.errors} == {"content/jednostka.yml"}
    assert [
        one.message for one in look(root, NOW, instead={"content/jednostka.yml": None}).errors
    ] == ["brak pliku z danymi jednostki – utwórz go według podręcznika"]


def test_a_warm_look_reads_no_record_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = look(root, NOW)
    monkeypatch.setattr(reading, "parse", None)
    assert look(root, NOW) == first


@pytest.mark.parametrize("harm", ["broken", "folder", "busy"])
def test_a_memory_that_cannot_be_used_is_done_without(
    root: Path, harm: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = look(root, NOW)
    store = root / STORE
    if harm == "broken":
        store.write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    elif harm == "folder":
        store.unlink()
        store.mkdir()
    else:
        monkeypatch.setattr("plugins.press.database.sqlite3.connect", _locked)
    assert look(root, NOW) == whole


def _locked(*_: object, **__: object) -> sqlite3.Connection:
    raise sqlite3.OperationalError("database is locked")
