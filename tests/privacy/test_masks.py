"""No message and no path shows a whole number, whoever quotes it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.desk import reporting
from plugins.privacy.masks import hidden, hidden_path
from plugins.problems import Problem, Problems
from tests.privacy.test_findings import FOUND

QUOTED = [
    text
    for what in ("PESEL", "numer dowodu osobistego", "numer paszportu", "numer rachunku")
    for text in FOUND[what]
]


@pytest.mark.parametrize("value", [*QUOTED, *FOUND["numer telefonu"], *FOUND["adres e-mail"]])
def test_a_quoted_value_is_masked(value: str) -> None:
    said = hidden(f"„{value}” nie jest liczbą – napisz np. 24")
    assert "…" in said
    assert said.endswith(" napisz np. 24")
    kept = re.sub(r"\D", "", said.split("nie jest")[0])
    assert len(kept) <= 6 or kept != re.sub(r"\D", "", value)


def test_examples_of_what_to_write_stay() -> None:
    told = "„brak” nie jest numerem telefonu – napisz np. 47 700 00 00"
    assert hidden(told) == told
    told = "„biuro” nie jest adresem e-mail – napisz np. biuro@policja.example"
    assert hidden(told) == told


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("content/media/99721200017.pdf", "content/media/99…17.pdf"),
        ("content/media/skan_997212_00017.pdf", "content/media/skan_99…17.pdf"),
        ("content/wnioski/w-2026-001.md", "content/wnioski/w-2026-001.md"),
        ("content/media/2026-03-12-1700.jpg", "content/media/2026-03-12-1700.jpg"),
    ],
)
def test_a_path_is_shown_without_numbers(path: str, shown: str) -> None:
    assert hidden_path(path) == shown
    assert str(Problem(path, 0, "", "x")).startswith(shown)


def test_a_problem_never_holds_a_number_but_knows_its_file() -> None:
    secret = "99721200017"
    one = Problem(f"content/media/{secret}.pdf", 3, secret, f"„{secret}” – zmień", paste=secret)
    told = Problems([one])
    assert one.path.endswith(f"{secret}.pdf")  # by which the file is found again
    for shown in (str(one), one.place, one.key, one.message, one.paste, one.told, str(told)):
        assert secret not in shown


@given(st.text(max_size=60))
def test_a_message_without_numbers_is_left_alone(text: str) -> None:
    plain = "".join(sign for sign in text if not sign.isdigit() and sign not in "@&\\")
    assert hidden(plain) == plain


def test_no_shape_of_a_check_shows_a_number_in_a_path() -> None:
    secret = "99721200017"
    one = Problem(f"content/media/{secret}.pdf", 0, "", f"„{secret}” – usuń")
    found = reporting.Findings((one,), (), ("x",))
    for told in (reporting.text(found), *(shape(found) for shape in reporting.FORMATS.values())):
        assert "99" in told
        assert secret not in told
