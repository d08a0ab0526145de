"""The walk over a head: every key of every kind, and what a careless hand does to it."""

from __future__ import annotations

import json
from dataclasses import is_dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom import grammar, head, shape
from plugins.newsroom.grammar import Slot
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.news import News
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.spelling import fold


def walked(cls: type, text: str) -> tuple[Any, shape.Walk]:
    walk = shape.Walk("x.md", text, 2)
    return walk.record(cls, head.compose("x.md", text, 2)), walk


def problems(cls: type, text: str) -> list[str]:
    return [str(problem) for problem in walked(cls, text)[1].problems]


def nested(cls: type) -> set[type]:
    """A dataclass and those that stand in it."""
    found = {cls}
    for slot in grammar.keys(cls):
        form = grammar.form(slot.type)
        inner = grammar.form(form.item).scalar if form.item else form.scalar
        if isinstance(inner, type) and is_dataclass(inner) and inner not in found:
            found |= nested(inner)
    return found


CLASSES = sorted(
    set().union(*(nested(kind.record) for kind in KINDS.values()), nested(Unit)),
    key=lambda cls: cls.__qualname__,
)
KEYS = [(cls, slot) for cls in CLASSES for slot in grammar.keys(cls)]


def names(pair: object) -> str:
    return pair.key.name if isinstance(pair, Slot) else getattr(pair, "__name__", "")


@pytest.mark.parametrize(("cls", "slot"), KEYS, ids=names)
def test_every_key_is_found_in_every_spelling(cls: type, slot: Slot) -> None:
    plain = fold(slot.key.name)
    spellings = {slot.key.name, slot.key.name.upper(), slot.key.name.title(), plain}
    spellings |= {slot.key.name.replace(" ", "_"), slot.key.name.replace(" ", "-")}
    for spelling in (*spellings, *slot.key.aliases):
        assert grammar.slots(cls)[fold(spelling)] == slot


@pytest.mark.parametrize(("cls", "slot"), KEYS, ids=names)
def test_a_slip_in_a_key_offers_a_key_and_is_no_second_error(cls: type, slot: Slot) -> None:
    slip = f"{slot.key.name}q"
    if fold(slip) in grammar.slots(cls):
        return
    meant = grammar.nearest(cls, slip)
    _, walk = walked(cls, f"{slip}: coś")
    said = [problem for problem in walk.problems if problem.key == slip]
    advice = f"napisz „{meant.key.name}”" if meant else "możliwe: "
    assert [problem.message.startswith(f"nieznany klucz – {advice}") for problem in said] == [True]
    assert not any(meant and problem.key == meant.key.name for problem in walk.problems)


@pytest.mark.parametrize(("cls", "slot"), KEYS, ids=names)
def test_every_key_says_what_it_is_for_and_what_may_be_written(cls: type, slot: Slot) -> None:
    assert slot.key.help
    assert slot.example != "…" or grammar.keys(cls)


def test_no_two_keys_of_a_kind_are_spelled_alike() -> None:
    for cls in CLASSES:
        spellings = [
            fold(word) for slot in grammar.keys(cls) for word in (slot.key.name, *slot.key.aliases)
        ]
        assert len(spellings) == len(set(spellings)), cls


def test_an_unknown_key_without_a_near_one_lists_what_is_possible() -> None:
    (said,) = problems(News, "tytuł: x\nkolor: y")
    assert said.startswith("x.md:3: kolor: nieznany klucz – możliwe: tytuł, streszczenie, ")
    assert said.endswith("…")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tytuł: x\nTYTUL: y", "x.md:3: TYTUL: klucz jest już w wierszu 2 – zostaw jeden"),
        ("tytuł: x\ntitle: y", "x.md:3: title: klucz jest już w wierszu 2 – zostaw jeden"),
        ("tytuł:\ntytuł: y\nx: {}", None),
        ("{tytuł: x, Tytuł: y}", "x.md:2: Tytuł: klucz jest już w wierszu 2 – zostaw jeden"),
    ],
)
def test_a_repeated_key_names_both_lines(text: str, said: str | None) -> None:
    found = problems(News, text)
    assert any("klucz jest już w wierszu 2" in one for one in found)
    assert said is None or found == [said]


@pytest.mark.parametrize(
    "empty", ["", " ''", "\n  -", "\n  - a:\n    b:", " []", " {}", "\n  plik:"]
)
def test_a_key_without_a_value_is_absent(empty: str) -> None:
    record, walk = walked(News, f"tytuł: x\nzdjęcie:{empty}\ntematy:{empty}")
    assert (walk.problems, record.picture, record.topics) == ([], None, ())


def test_one_value_is_a_list_of_one() -> None:
    text = "tytuł: x\nkategorie zagrożeń: Wypalanie traw\nzałączniki:\n  plik: a.pdf\n  opis: b"
    record, walk = walked(News, text)
    assert walk.problems == []
    assert record.categories == ("wypalanie-traw",)
    assert [one.file for one in record.attachments] == ["a.pdf"]


def test_a_comma_list_is_split_where_the_key_allows_it() -> None:
    assert walked(News, "tytuł: x\ntags: a, b , ,c")[0].topics == ("a", "b", "c")
    assert walked(News, "tytuł: x\ntags: 'a, b'")[0].topics == ("a, b",)
    assert walked(News, "tytuł: x\ntags: [a, b]")[0].topics == ("a", "b")
    assert len(walked(Debate, "tytuł: x\ntermin: 2026\ngoście: Jan Kot, lekarz")[0].guests) == 1


@pytest.mark.parametrize(
    "text",
    [
        *("goście: [a, b]", "prowadzący: [podinsp. X, naczelnik]", "miejsce: {nazwa: a, adres: b}"),
        *("porządek: [{godz: 17:00, punkt: a}]", "zmiany: [{kiedy: 2026, co: b}]"),
    ],
)
def test_an_inline_list_that_would_tear_text_is_refused(text: str) -> None:
    (said,) = problems(Debate, f"tytuł: x\ntermin: 2026\n{text}")
    assert "w nawiasie " in said
    assert " rozrywa tekst" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("program: [a]", "program: zbędny nawias – napisz „a”"),
        (
            "program:\n  - a",
            "program: tu nie może stać lista – wpisz jedną wartość: nazwa pliku rekordu",
        ),
        ("tematy:\n  a: b", "tematy: tu ma stać lista – zacznij każdy jej wiersz od „- ”"),
        (
            "wycofano: wczoraj",
            "wycofano: to za mało – zapisz niżej, z wcięciem, klucze: data, powód, zamiast",
        ),
        (
            "zdjęcie:\n  plik: a.png",
            "zdjęcie.alt: brak wymaganego klucza – dopisz „alt: tekst”",
        ),
        ("dział: Program", None),
        ("dział: programm", "dział: nie ma wartości „programm” – napisz „program”"),
    ],
)
def test_a_value_of_the_wrong_form_says_which_is_right(text: str, said: str | None) -> None:
    found = [one.split(": ", 1)[1] for one in problems(News, f"tytuł: x\n{text}")]
    assert found == ([said] if said else [])


def test_items_are_numbered_as_the_values_are_though_some_are_empty() -> None:
    text = (
        "tytuł: x\ntermin: 2026\nporządek:\n  -\n  - godz: 17:00\n    punkt: a\n  - godz: 26:00\n"
    )
    _, walk = walked(Debate, text)
    (godz, punkt) = walk.problems
    assert (godz.key, godz.line) == ("porządek[2].godz", 8)
    assert (punkt.key, punkt.line) == ("porządek[2].punkt", 8)
    assert walk.line("porządek[1].godz") == 6


def test_a_line_is_found_by_alias_and_by_the_nearest_part() -> None:
    text = (
        "Title: x\nDate: 2026-03-01\nzmiany:\n  - kiedy: 2026-03-02\n    co: termin\n    powód: y"
    )
    _, walk = walked(News, text)
    wanted = {"tytuł": 2, "data publikacji": 3, "zmiany": 4, "zmiany[1]": 5, "zmiany[1].co": 6}
    wanted |= {"zmiany[1].jest": 5, "zmiany[7].jest": 4, "streszczenie": 2, "": 2, "a.b[c": 2}
    assert {key: walk.line(key) for key in wanted} == wanted


def test_references_carry_their_key_and_line() -> None:
    text = (
        "tytuł: x\ntermin: 2026\nprogram: a\nmiejsce: b\newaluacja debat:\n  - c\n  - d\n"
        "organizatorzy: Szkoła\nzobacz także: strony/kontakt"
    )
    _, walk = walked(Debate, text)
    found = {(r.target, r.key, r.line, r.loose) for r in walk.references}
    assert found == {
        ("programy/a", "program", 4, False),
        ("miejsca/b", "miejsce", 5, False),
        ("debaty/c", "ewaluacja debat[1]", 7, False),
        ("debaty/d", "ewaluacja debat[2]", 8, False),
        ("podmioty/Szkoła", "organizatorzy", 9, True),
        ("strony/kontakt", "zobacz także", 10, False),
    }


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("numer #1", True),
        ("#1", True),
        ("numer#1", False),
        ("'numer' #1", False),
        ("|\n  a #1", False),
    ],
)
def test_text_lost_behind_a_hash_is_told(value: str, told: bool) -> None:
    _, walk = walked(News, f"tytuł: x\nstreszczenie: {value}")
    assert [str(one) for one in walk.warnings] == [
        "x.md:3: streszczenie: tekst po „#” zniknie – ujmij całą wartość w cudzysłów"
    ] * told


def test_a_message_stays_one_short_line() -> None:
    (said,) = problems(News, f"tytuł: x\ndata publikacji: |\n  {'a' * 9_000}\n  b")
    assert "\n" not in said
    assert len(said) < 200


LEAVES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["2026-03-12", "17:00", "tak", "programy/x", "x", "https://a.pl", "planowana"]),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(sorted({s.key.name for _, s in KEYS})), inner, max_size=4),
    ),
    max_leaves=12,
)


@pytest.mark.parametrize("cls", [*(kind.record for kind in KINDS.values()), Unit], ids=names)
@given(data=st.data())
def test_any_tree_gives_a_record_or_problems(cls: type, data: st.DataObject) -> None:
    keys = st.sampled_from([slot.key.name for slot in grammar.keys(cls)])
    tree = data.draw(st.dictionaries(keys, TREES, min_size=1, max_size=6))
    text = json.dumps(tree, ensure_ascii=False)
    try:
        record, walk = walked(cls, text)
    except head.Problems:
        return
    assert (record is shape.FAILED) == bool(walk.problems)
    if record is not shape.FAILED:
        told = [fault for find in cls.contradictions() for fault in find(record)]
        assert all(" – " in message for _, message, *_ in told)
