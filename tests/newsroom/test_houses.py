"""House numbers against a street of 60 numbers, each plain and with the letters a to c."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plugins.newsroom import houses
from plugins.newsroom.houses import HIGHEST, WHOLE_STREET, Houses, parse

LETTERS = ("", "a", "b", "c")
House = tuple[int, str]
STREET = frozenset((number, letter) for number in range(1, 61) for letter in LETTERS)

NUMBERS = st.integers(1, 60)
PARITIES = st.sampled_from(["", houses.ODD, houses.EVEN])
DASHES = st.sampled_from(["-", "–", " – ", "—", " do "])


def within(first: int, last: int, parity: str = "") -> frozenset[House]:
    """The houses from a number to a number, with any letter."""
    odd = {"": (0, 1), houses.ODD: (1,), houses.EVEN: (0,)}[parity]
    return frozenset(one for one in STREET if first <= one[0] <= last and one[0] % 2 in odd)


@st.composite
def ranges(draw: st.DrawFn) -> tuple[str, frozenset[House]]:
    first, last = sorted((draw(NUMBERS), draw(NUMBERS)))
    parity, dash = draw(PARITIES), draw(DASHES)
    start = "od " if dash == " do " and draw(st.booleans()) else ""
    numbers, found = f"{start}{first}{dash}{last}", within(first, last, parity)
    sides = {"": (0, 1), houses.ODD: (1,), houses.EVEN: (0,)}[parity]
    assume(first % 2 in sides and last % 2 in sides)
    return (f"{numbers} {parity}" if draw(st.booleans()) else f"{parity} {numbers}"), found


@st.composite
def upwards(draw: st.DrawFn) -> tuple[str, frozenset[House]]:
    first, parity = draw(NUMBERS), draw(PARITIES)
    form = draw(st.sampled_from(["od {}", "{} do końca", "od {} do końca", "{} – do końca"]))
    return f"{parity} {form.format(first)}", within(first, 60, parity)


@st.composite
def lettered(draw: st.DrawFn) -> tuple[str, frozenset[House]]:
    number = draw(NUMBERS)
    first, last = sorted((draw(st.sampled_from("abc")), draw(st.sampled_from("abc"))))
    found = frozenset((number, one) for one in "abc" if first <= one <= last)
    text = f"{number}{first}" if first == last else f"{number}{first}{draw(DASHES)}{number}{last}"
    return text, found


PARTS = st.one_of(
    ranges(),
    upwards(),
    lettered(),
    NUMBERS.map(lambda number: (str(number), frozenset({(number, "")}))),
    st.sampled_from([houses.ODD, houses.EVEN]).map(lambda one: (one, within(1, 60, one))),
)


@st.composite
def lists(draw: st.DrawFn) -> tuple[str, frozenset[House]]:
    """A list as an officer writes it, and the houses that it means."""
    parts = draw(st.lists(PARTS, min_size=1, max_size=4))
    text = draw(st.sampled_from([", ", ",", "; ", " , "])).join(text.strip() for text, _ in parts)
    cased = draw(st.sampled_from([str, str.upper, str.title]))
    return cased(text), frozenset().union(*(found for _, found in parts))


def covered(found: Houses) -> frozenset[House]:
    return frozenset(one for one in STREET if found.covers(*one))


@given(lists())
def test_a_list_means_the_houses_that_it_says(case: tuple[str, frozenset[House]]) -> None:
    text, wanted = case
    assert covered(parse(text)) == wanted


@given(lists(), lists())
def test_two_lists_meet_where_they_share_a_house(
    one: tuple[str, frozenset[House]], other: tuple[str, frozenset[House]]
) -> None:
    first, second = parse(one[0]), parse(other[0])
    common = first.common(second)
    assert bool(common) == bool(_shared(one[1], other[1], first, second))
    assert bool(common) == bool(second.common(first))
    if common:
        found = re.fullmatch(r"([0-9]+)([a-z]?)", common)
        assert found
        for houses_ in (first, second):
            assert houses_.covers(int(found[1]), found[2])


def _shared(
    one: frozenset[House], other: frozenset[House], first: Houses, second: Houses
) -> frozenset[House] | bool:
    """What brute force finds; beyond the last number only lists without an end go on."""
    beyond = range(61, 63)
    return (one & other) or any(first.covers(n) and second.covers(n) for n in beyond)


@given(lists())
def test_what_was_read_is_read_again_from_its_own_text(
    case: tuple[str, frozenset[House]],
) -> None:
    found = parse(case[0])
    assert parse(found.text) == found


@given(lists())
def test_a_list_meets_itself_and_the_whole_street(case: tuple[str, frozenset[House]]) -> None:
    found = parse(case[0])
    if case[1]:
        assert found.common(found)
        assert found.common(WHOLE_STREET)


TEXTS = st.one_of(
    st.text(max_size=30),
    st.text("0123456789abc-–, od", max_size=20),
    st.lists(
        st.sampled_from(
            ["nieparzyste", "parzyste", "od", "do", "-", ",", "7", "31", "7a", " ", "nr"]
        ),
        max_size=7,
    ).map("".join),
)


@given(TEXTS)
def test_any_text_is_read_or_answered_in_polish(text: str) -> None:
    told = ""
    try:
        parse(text)
    except ValueError as error:
        told = str(error)
    assert not told or re.fullmatch(r"(?s)„.*” (nie jest|nie obejmuje|ma|miesza) .+ – .+", told)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "nie jest numerem domu – napisz np. nieparzyste 1–31"),
        ("obok sklepu", "„obok sklepu” nie jest numerem domu"),
        ("31–1", "„31–1” ma koniec przed początkiem – napisz od mniejszego"),
        ("7d–7a", "napisz od wcześniejszej litery"),
        ("7a–12", "„7a–12” miesza zakres i litery – domy z literą wpisz osobno"),
        ("1–7a", "miesza zakres i litery"),
        ("parzyste 8b", "miesza zakres i litery"),
        ("od 7a", "miesza zakres i litery"),
        ("12345", "nie jest numerem domu"),
        ("7ą", "nie jest numerem domu"),
        ("٧", "nie jest numerem domu"),
    ],
)
def test_what_is_no_list_of_houses_says_what_to_write(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=" – ") as error:
        parse(text)
    assert said in str(error.value)


def test_a_range_takes_letters_and_a_number_alone_does_not() -> None:
    assert parse("1–9").covers(7, "a")
    assert not parse("7").covers(7, "a")
    assert not parse("7a").covers(7)
    assert parse("7").common(parse("7a")) == ""
    assert parse("1–9").common(parse("7a")) == "7a"
    assert parse("7a–7c").common(parse("7d")) == ""
    assert parse("od 100").common(parse(f"{HIGHEST}")) == f"{HIGHEST}"


def test_a_side_with_one_number_is_never_the_side_from_there_on() -> None:
    """„nieparzyste 1, 3, 5” names three houses; who means a side says „od”."""
    try:
        found = parse("nieparzyste 1, 3, 5")
    except ValueError:
        return
    assert not found.covers(7)


@pytest.mark.parametrize("text", ["parzyste 7–7", "nieparzyste 2–2", "parzyste 7", "0"])
def test_a_list_without_a_house_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=" – "):
        parse(text)
