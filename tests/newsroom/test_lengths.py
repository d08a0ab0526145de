from __future__ import annotations

import pytest

from plugins.newsroom import lengths


@pytest.mark.parametrize(
    "text", ["90 min", "90 minut", "1 godz. 30 min", "1h 30min", "1 godzina i 30 minut", "90min."]
)
def test_a_duration_is_read_in_every_spelling(text: str) -> None:
    assert lengths.duration(text) == 90


@pytest.mark.parametrize(
    "text",
    ["", "półtorej godziny", "1,5 godz.", "1:30", "0 min", "25 godz.", "9" * 20 + " h", "٣ h"],
)
def test_what_is_no_duration_is_answered_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match=r"– napisz np\. 1 godz\. 30 min"):
        lengths.duration(text)


def test_spans_and_months_are_counted() -> None:
    assert [lengths.span(t) for t in ("1 dzień", "14 dni", "1 tydzień", "5 tygodni")] == [
        *(1, 14, 7, 35)
    ]
    assert [lengths.months(t) for t in ("1 miesiąc", "12 miesięcy", "1 rok", "5 lat")] == [
        *(1, 12, 12, 60)
    ]


@pytest.mark.parametrize("text", ["dwa tygodnie", "14", "-3 dni", "1000000 dni"])
def test_other_words_are_no_span(text: str) -> None:
    for parse in (lengths.span, lengths.months):
        with pytest.raises(ValueError, match=r"– napisz np\."):
            parse(text)
