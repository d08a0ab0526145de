"""Numbers of persons, told by their check digits; nothing of them is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom import privacy


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("PESEL 44051401359.", "PESEL"),
        ("440514 01359", "PESEL"),
        ("4405\u00ad1401359", "PESEL"),
        ("440514\u00a001359", "PESEL"),
        ("dowód ABA300000", "numer dowodu osobistego"),
        ("XX 3000001", "numer paszportu"),
        ("PL61109010140000071219812874", "numer rachunku"),
        ("61 1090 1014 0000 0712 1981 2874", "numer rachunku"),
    ],
)
def test_a_number_is_found_however_it_is_spaced(text: str, what: str) -> None:
    (found,) = privacy.findings(f"pierwszy wiersz\n{text}\n")
    assert (found.line, found.what) == (2, what)


@pytest.mark.parametrize(
    "text",
    [
        "44051401358",
        "44053201359",
        "1/44051401359",
        "ABA300001",
        "61109010140000071219812875",
        "47 700 00 10",
        "uchwała LXXVI/2139/22",
        "2026-03-12 17:00",
        "00000000000",
    ],
)
def test_what_its_check_digit_denies_is_no_finding(text: str) -> None:
    assert privacy.findings(text) == ()


def test_a_finding_does_not_hold_the_number() -> None:
    (found,) = privacy.findings("44051401359")
    assert "44051401359" not in repr(found)
    assert found.masked == "44…59"


@given(st.text(alphabet="0123456789ABCX -/PLż\n\u00a0", max_size=80))
def test_any_text_is_read(text: str) -> None:
    for found in privacy.findings(text):
        assert 1 <= found.line <= text.count("\n") + 1
