from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom import people
from plugins.newsroom.people import RANKS, Person


@pytest.mark.parametrize(("short", "full"), RANKS.items())
def test_every_rank_is_told_from_the_name_short_and_in_full(short: str, full: str) -> None:
    wanted = Person("Ewa Lis", short, "dzielnicowa")
    for rank in (short, full, full.capitalize(), short.replace(" ", ""), short.upper()):
        assert people.person(f"{rank} Ewa Lis, dzielnicowa") == wanted
    assert people.person(f"{short.replace(' ', '')}Lis").name == ("Lis" if "." in short else "")
    assert wanted.rank_name == full


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Jan Kot", Person("Jan Kot")),
        ("Jan Kot, dyrektor, społecznik", Person("Jan Kot", role="dyrektor, społecznik")),
        ("asp. sztab. Ewa Lis", Person("Ewa Lis", "asp. szt.")),
        ("mł. insp. Jan Kot", Person("Jan Kot", "mł. insp.")),
        ("insp. Jan Kot", Person("Jan Kot", "insp.")),
        ("podinsp. dr Jan Kot", Person("dr Jan Kot", "podinsp.")),
        ("Komisarz", Person("Komisarz")),
        ("", Person("")),
    ],
)
def test_rank_name_and_function_are_told_apart(text: str, wanted: Person) -> None:
    assert people.person(text) == wanted


@pytest.mark.parametrize(
    "text", ["straz-miejska", "przedstawiciele szkół, straży i spółdzielni", "Jan Kot, dyrektor"]
)
def test_a_party_without_a_rank_keeps_its_words(text: str) -> None:
    assert people.party(text) == people.Party(text, Person(text))


def test_a_party_with_a_rank_is_a_person() -> None:
    assert people.party("st.sierż. Ewa Lis, dzielnicowa").person.role == "dzielnicowa"


@given(st.text(max_size=80))
def test_no_word_is_lost(text: str) -> None:
    found = people.person(text)
    kept = "".join((found.rank_name and found.rank, found.name, found.role))
    letters = [letter for letter in text.lower() if letter.isalpha()]
    assert found.rank or sorted(letters) == sorted(c for c in kept.lower() if c.isalpha())
