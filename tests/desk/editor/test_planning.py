"""Debates are moved, postponed and cancelled in the editor as the commands do it."""

from __future__ import annotations

import pytest

from tests.desk.editor.conftest import Desk

DEBATE, FILE = "debaty/okolice-dworca-wieczorem/", "debaty/2026/okolice-dworca-wieczorem.md"
REASON = "W sali trwa remont."


def test_a_cancelled_debate_says_why_and_since_when(desk: Desk) -> None:
    address = f"{DEBATE}odwolaj/"
    assert "Odwołaj debatę" in desk.open(DEBATE).text
    page = desk.open(address)
    refused = desk.send(address, page.form)
    assert refused.status == 422
    assert "przeczytają to mieszkańcy" in refused.error("powód")
    assert desk.send(address, {**page.form, "powód": REASON}).status == 303
    text = desk.read(FILE)
    assert "stan: odwołana\n" in text
    assert f"jest: odwołana\n    powód: {REASON}\n" in text
    assert "data aktualizacji: 2026-11-22\n" in text
    assert desk.open(address).status == 422
    assert "Odwołaj debatę" not in desk.open(DEBATE).text


def test_a_postponed_debate_gets_a_new_date_later(desk: Desk) -> None:
    page = desk.open(f"{DEBATE}odloz/")
    assert desk.send(f"{DEBATE}odloz/", {**page.form, "powód": REASON}).status == 303
    assert "stan: odroczona\n" in desk.read(FILE)
    page = desk.open(f"{DEBATE}przenies/")
    form = {**page.form, "nowy termin": "17.12.2026 18:00", "powód": "Remont się skończył."}
    assert desk.send(f"{DEBATE}przenies/", form).status == 303
    text = desk.read(FILE)
    assert "termin: 2026-12-17 18:00\n" in text
    assert "dzień tygodnia: czwartek\n" in text
    assert "stan: planowana\n" in text or "stan:" not in text.split("zmiany:")[0]
    assert text.count("    powód: ") == 4  # moved once before; postponed; planned again, with a day


def test_a_debate_is_moved_to_another_place_by_its_residents_names(desk: Desk) -> None:
    page = desk.open(f"{DEBATE}przenies/")
    form = {**page.form, "nowe miejsce": "biblioteka-miejska", "powód": REASON}
    assert desk.send(f"{DEBATE}przenies/", form).status == 303
    text = desk.read(FILE)
    assert "miejsce: biblioteka-miejska\n" in text
    assert "co: miejsce\n" in text


@pytest.mark.parametrize(
    ("fields", "key", "told"),
    [
        ({}, "", "podaj nowy termin"),
        ({"nowy termin": "2026-11-01 17:00"}, "", "już minęło"),
        ({"nowy termin": "jutro"}, "nowy termin", "jutro"),
        ({"nowe miejsce": "nie-ma"}, "nowe miejsce", "nie-ma"),
    ],
)
def test_a_wish_that_makes_no_sense_changes_nothing(
    desk: Desk, fields: dict[str, str], key: str, told: str
) -> None:
    before = desk.read(FILE)
    page = desk.open(f"{DEBATE}przenies/")
    refused = desk.send(f"{DEBATE}przenies/", {**page.form, "powód": REASON, **fields})
    assert refused.status == 422
    assert told in (refused.error(key) if key else refused.text.lower())
    assert desk.read(FILE) == before


def test_what_is_over_or_no_debate_cannot_be_moved(reader: Desk) -> None:
    over = reader.open("debaty/smieci-za-torami/przenies/")
    assert over.status == 422
    assert "już się odbyła" in over.text
    assert reader.open("aktualnosci/lod-na-zalewie/przenies/").status == 404
