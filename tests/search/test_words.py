"""How words meet: folded, in full, by their lemmas."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.people import RANKS
from plugins.search.lemmas import forms, lemmas
from plugins.search.tokens import Written
from plugins.search.words import QUIET, fold, parts


@pytest.mark.parametrize(
    ("typed", "lemma"),
    [
        *(("dzielnicowego", "dzielnicowy"), ("Rostka", "rostek"), ("debacie", "debata")),
        *(("psów", "pies"), ("szkole", "szkoła"), ("Niebywalskiej", "niebywalski")),
        *(("hulajnogą", "hulajnoga"), ("zapytaliśmy", "zapytać"), ("Krakowie", "Kraków")),
    ],
)
def test_a_form_leads_to_its_dictionary_word(typed: str, lemma: str) -> None:
    assert lemma in {lemmas(typed)[0], *lemmas(typed)} | {one.lower() for one in lemmas(typed)}
    assert fold(typed) in forms(next(one for one in lemmas(typed) if fold(one) == fold(lemma)))


def test_forms_hold_no_negation_and_no_mark() -> None:
    assert not [one for one in forms("robić") if one.startswith("nie")]
    assert "niebo" in forms("niebo")
    assert all(one.isalpha() and one == fold(one) for one in forms("procent"))


def test_every_rank_is_read_in_full() -> None:
    for short, full in RANKS.items():
        assert [word for token in short.split() for word in parts(token)] == full.split()


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=60))
def test_every_word_that_is_read_has_its_place_in_the_index(text: str) -> None:
    made = Written()
    made.add(text)
    assert made.shown == text.split()
    assert all(places == sorted(set(places)) for places in made.places.values())
    loud = {n for n, token in enumerate(made.shown) if set(map(fold, parts(token))) - QUIET}
    assert {place for places in made.places.values() for place in places} >= loud
    assert all(lemma and not set(lemma) & set(" \t\n") for lemma in made.places)


def test_quiet_words_are_folded_and_few() -> None:
    assert all(fold(word) == word for word in QUIET)
    assert not QUIET & {"debata", "policja", "moja", "szkola"}
