"""The store: what it keeps, and that it may be lost at any time."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from plugins.press.ledger import Ledger
from plugins.press.store import KeptView, Known, Row, Store
from plugins.problems import Problems


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".debaty" / "store.sqlite"


def test_a_shelf_keeps_rows(path: Path) -> None:
    rows = {"a.md": Row("1", "aa", b"A"), "b.md": Row("2", "bb", b"B")}
    with Store(path) as store:
        shelf = store.shelf("sources", "1")
        assert shelf.rows == {}
        shelf.save(rows)
        shelf.drop(["b.md", "no.md"])
        assert shelf.rows == {"a.md": rows["a.md"]}
    with Store(path) as store:
        assert store.shelf("sources", "1").rows == {"a.md": rows["a.md"]}
        assert store.shelf("images", "1").rows == {}


def test_another_version_empties_a_shelf(path: Path) -> None:
    with Store(path) as store:
        store.shelf("sources", "1").save({"a": Row("", "", b"")})
        assert store.shelf("sources", "2").rows == {}
        assert store.shelf("sources", "1").rows == {}


def test_texts_are_kept_by_digest(path: Path) -> None:
    texts = {f"{n:032x}": f"tekst {n}" for n in range(1200)}
    with Store(path) as store:
        store.put_texts(texts)
        assert store.texts([*texts, "no"]) == texts
        store.keep_texts({f"{7:032x}", "no"})
        assert store.texts(texts) == {f"{7:032x}": "tekst 7"}


def test_outputs_are_kept_by_site(path: Path) -> None:
    known = {"a": Known("key", 1, 2, "digest"), "b": Known("key", 1, 2, "digest")}
    with Store(path) as store:
        store.put_outputs("output", known)
        store.put_outputs("preview", known)
        store.put_views("output", [("b", view("r"))], {})
        store.drop_outputs("output", ["b"])
        assert store.outputs("output") == {"a": known["a"]}
        assert store.outputs("preview") == known
        assert store.views("output", ["a", "b"]) == {}


def view(recipe: str, data: bytes = b"") -> KeptView:
    return KeptView("key", recipe, data, "", "nowy plik")


def test_recipes_that_no_view_names_are_forgotten(path: Path) -> None:
    with Store(path) as store:
        for recipe in ("r0", "r1", "r3"):
            store.put_views("output", [("a", view(recipe))], {})
        store.put_recipes({"r1": b"1", "r2": b"2", "r3": b"3"})
        assert store.recipes() == {"r1": b"1", "r3": b"3"}


def test_of_a_view_the_one_before_is_kept_if_it_was_another(path: Path) -> None:
    with Store(path) as store:
        for recipe, data in (("r1", b"1"), ("r2", b"2"), ("r3", b"2")):
            store.put_views("output", [("a", view(recipe, data))], {})
            told = store.stories("output", ["a"])["a"]
            assert told.kept == view(recipe, data)
            assert told[1:3] == {"r1": ("", b""), "r2": ("r1", b"1"), "r3": ("r2", b"")}[recipe]


def test_a_claim_is_remembered(path: Path) -> None:
    with Store(path) as store:
        assert not store.claimed("output")
        store.claim("output")
        store.claim("output")
        assert store.claimed("output")


def filled(path: Path) -> None:
    with Store(path) as store:
        store.shelf("sources", "1").save({"a": Row("", "", b"x" * 9000)})
        store.put_texts({str(n): "x" * 9000 for n in range(50)})


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"to nie jest baza danych " * 100,
        lambda data: data[: len(data) // 2],
        lambda data: data[:50],
        lambda data: data[:60] + b"\0\0\0\1" + data[64:],  # another schema
        lambda _: b"",
    ],
)
def test_a_damaged_store_is_made_anew(path: Path, damage) -> None:  # type: ignore[no-untyped-def]
    filled(path)
    path.write_bytes(damage(path.read_bytes()))
    with Store(path) as store:
        assert store.shelf("sources", "1").rows == {}
        store.put_texts({"1": "nowy"})
        assert store.texts(["1"]) == {"1": "nowy"}


def test_damage_found_later_is_a_problem_once(path: Path) -> None:
    filled(path)
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    with pytest.raises(Problems, match="zbuduj jeszcze raz"), Store(path) as store:
        store.shelf("sources", "1")
    with Store(path) as store:
        assert store.shelf("sources", "1").rows == {}


def test_text_that_is_none_is_damage_too(path: Path) -> None:
    filled(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE rows SET path = CAST(x'ff' AS TEXT)")
    with pytest.raises(Problems, match="zbuduj jeszcze raz"), Store(path) as store:
        store.shelf("sources", "1")
    with Store(path) as store:
        assert store.shelf("sources", "1").rows == {}


def test_what_waits_for_the_site_to_stand_is_lost_with_the_run(path: Path) -> None:
    with Store(path) as store:
        Ledger(store.shelf("ledger", "1"), "site", is_whole=False).write(b"nigdy")
    with Store(path) as store:
        ledger = Ledger(store.shelf("ledger", "1"), "site", is_whole=False)
        assert ledger.read() == b""
        ledger.write(b"stoi")
        assert ledger.read() == b"stoi"
        store.settle()
    with Store(path) as store:
        assert Ledger(store.shelf("ledger", "1"), "site", is_whole=False).read() == b"stoi"


def test_a_locked_or_full_store_is_a_problem(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path)
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, timeout: connect(path, timeout=0))  # noqa: ARG005
    with Store(path) as one, Store(path) as two:
        one._connection.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Problems, match=r"\.debaty/store\.sqlite"):
            two.put_texts({"2": "x"})
    assert path.exists()


def test_a_store_that_cannot_be_made_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Problems, match="stoi plik zamiast folderu"):
        Store(tmp_path / "file" / "store.sqlite")
