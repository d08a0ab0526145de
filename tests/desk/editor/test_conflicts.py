"""Two people, or two windows: the later save is told what changed, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.desk.editor.conflicts import met
from tests.desk.editor.conftest import Desk

DEBATE = "debaty/okolice-dworca-wieczorem/"
FILE = "debaty/2026/okolice-dworca-wieczorem.md"


def test_what_only_the_other_changed_is_taken_over_and_told(desk: Desk) -> None:
    mine = desk.open(DEBATE).form
    desk.change(DEBATE, koniec="19:00")
    before = desk.read(FILE)

    page = desk.send(DEBATE, {**mine, "dla kogo": "Dla wszystkich."})

    assert page.status == 409
    assert desk.read(FILE) == before
    assert "koniec: było „18:30”, jest „19:00”" in page.text
    assert (page.form["koniec"], page.form["dla kogo"]) == ("19:00", "Dla wszystkich.")
    assert desk.send(DEBATE, page.form).status == 303
    assert "koniec: 19:00\n" in desk.read(FILE)
    assert "dla kogo: Dla wszystkich.\n" in desk.read(FILE)


def test_what_both_changed_is_asked_and_either_can_be_taken(desk: Desk) -> None:
    mine = desk.open(DEBATE).form
    desk.change(DEBATE, koniec="19:00", treść="Tekst drugiej osoby.")

    page = desk.send(DEBATE, {**mine, "koniec": "20:00", "treść": "Mój tekst."})

    assert page.status == 409
    assert page.form["koniec"] == "20:00"
    assert "W pliku jest teraz: 19:00" in page.text
    assert "W pliku jest teraz: Tekst drugiej osoby." in page.text
    page = desk.send(DEBATE, page.form, "przywroc:treść")
    assert page.form["treść"] == "Tekst drugiej osoby."
    assert desk.send(DEBATE, page.form).status == 303
    assert "koniec: 20:00\n" in desk.read(FILE)
    assert "Tekst drugiej osoby." in desk.read(FILE)


def test_a_change_of_one_point_meets_a_change_of_another_record_key(desk: Desk) -> None:
    """Lists are one value: both versions are shown, none is mixed."""
    mine = desk.open(DEBATE).form
    names = [name for name in mine if name.startswith("prowadzący[")]
    desk.change(DEBATE, **{names[0]: "asp. Ewa Zmieniona"})
    page = desk.send(DEBATE, {**mine, names[0]: "asp. Jan Inny"})
    assert page.status == 409
    assert page.form[names[0]] == "asp. Jan Inny"
    assert "asp. Ewa Zmieniona" in page.text


def test_a_file_deleted_meanwhile_can_be_written_again(desk: Desk) -> None:
    mine = desk.open("podmioty/mops/").form
    place = desk.root / "content/podmioty/mops.md"
    place.unlink()

    page = desk.send("podmioty/mops/", {**mine, "telefon": "47 700 00 99"})

    assert page.status == 409
    assert page.form["telefon"] == "47 700 00 99"
    assert not place.exists()
    assert desk.send("podmioty/mops/", page.form).status == 303
    assert "47 700 00 99" in place.read_text("utf-8")


def test_a_file_spoilt_meanwhile_keeps_what_was_typed(desk: Desk) -> None:
    mine = desk.open(DEBATE).form
    file = desk.root / "content" / FILE
    file.write_text("---\nźle: [\n---\n", "utf-8")
    page = desk.send(DEBATE, {**mine, "koniec": "20:00"})
    assert page.status == 409
    assert page.form["koniec"] == "20:00"
    assert file.read_text("utf-8") == "---\nźle: [\n---\n"


def test_a_restart_of_the_editor_loses_nothing(desk: Desk) -> None:
    form = {**desk.open(DEBATE).form, "koniec": "20:00", "żeton": "dawny"}
    before = desk.files()
    page = desk.send(DEBATE, form)
    assert page.status == 403
    assert page.form["koniec"] == "20:00"
    assert desk.files() == before
    assert desk.send(DEBATE, page.form).status == 303


HEADS = st.dictionaries(st.sampled_from("abcd"), st.sampled_from("123"), max_size=4)


@given(base=HEADS, mine=HEADS, theirs=HEADS)
def test_of_two_changes_none_is_lost(
    base: dict[str, str], mine: dict[str, str], theirs: dict[str, str]
) -> None:
    meeting = met((base, "x"), (mine, "x"), (theirs, "x"), "treść")
    asked = {one.key for one in meeting.both}
    for key in "abcd":
        was, ours, other = base.get(key), mine.get(key), theirs.get(key)
        got = meeting.head.get(key)
        assert got == (ours if ours != was else other)
        assert (key in asked) == (was not in (ours, other) and ours != other)


@pytest.mark.parametrize("body", ["ich", "x"])
def test_the_text_meets_like_any_key(body: str) -> None:
    meeting = met(({}, "x"), ({}, "mój"), ({}, body), "treść")
    assert meeting.body == "mój"
    assert bool(meeting.both) == (body == "ich")
