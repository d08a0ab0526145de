from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.spelling import alphabetical, fold, slug

SORTED = [
    *("abra", "ąbra", "bycie", "być", "cukier", "ćma", "lato", "ląd", "łąka", "nic", "niczyj"),
    *("nić", "osa", "Ósmy", "Sopot", "Śrem", "zebra", "źródło", "żaba"),
]


def test_words_are_sorted_as_in_a_polish_dictionary() -> None:
    assert sorted(set(SORTED), key=alphabetical) == SORTED


def test_a_key_is_matched_without_case_diacritics_and_signs() -> None:
    assert len({fold(key) for key in ("Zgłoszenia PJM", "zgloszenia_pjm", "ZGŁOSZENIA-PJM")}) == 1
    assert fold("Łódź") == "lodz"


@given(st.text())
def test_a_slug_is_a_safe_name_and_stays_one(text: str) -> None:
    made = slug(text)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", made)
    assert slug(made) == made
