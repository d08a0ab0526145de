"""What is kept of each site, apart from that of others."""

from __future__ import annotations

from pathlib import Path

import msgspec

from plugins.press.notes import Notes
from plugins.press.store import Row, Store


class Told(msgspec.Struct, frozen=True):
    words: tuple[str, ...]


NOTES = Notes("próba", "1", Told)


def test_each_site_has_its_own_and_forgets_it_alone(tmp_path: Path) -> None:
    with Store(tmp_path / "store.sqlite") as store:
        NOTES.write(store, "output", Told(("raz",)))
        NOTES.write(store, "podgląd", Told(("dwa",)))
        NOTES.forget(store, "output")
    with Store(tmp_path / "store.sqlite") as store:
        assert NOTES.read(store, "output") is None
        assert NOTES.read(store, "podgląd") == Told(("dwa",))


def test_what_another_version_wrote_or_what_is_damaged_is_nothing(tmp_path: Path) -> None:
    with Store(tmp_path / "store.sqlite") as store:
        Notes("próba", "0", Told).write(store, "output", Told(("raz",)))
        assert NOTES.read(store, "output") is None
        NOTES.write(store, "output", Told(("raz",)))
        store.shelf("próba", "1").save({"output": Row("", "", b"\xc1")})
        assert NOTES.read(store, "output") is None


def test_what_was_forgotten_can_be_kept_again(tmp_path: Path) -> None:
    with Store(tmp_path / "store.sqlite") as store:
        for word in ("raz", "dwa"):
            NOTES.write(store, "output", Told((word,)))
            assert NOTES.read(store, "output") == Told((word,))
            NOTES.forget(store, "output")
            assert NOTES.read(store, "output") is None
