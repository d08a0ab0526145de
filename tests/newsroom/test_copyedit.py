"""What a copy editor sees in a text: whose words they are, on which line, of which day."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.newsroom.project import BARE, Project, debate, news, write

DEBATE, NEWS = "content/debaty/a.md", "content/aktualnosci/n.md"


def marks(root: Path, path: str, text: str, rule: str) -> list[str]:
    """Line and message of each warning of a rule."""
    write(root, {**BARE, path: text})
    said = [one for one in Project(root).prepare().warnings if one.rule == rule]
    return [f"{one.line}: {one.message}" for one in said]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Spotkajmy się w piątek, 12 marca.", "2026-03-12 to czwartek"),
        ("Spotkajmy się w czwartek, 12 marca.", ""),
        ("W środę 11 marca 2026 r. jest próba.", ""),
        ("We wtorek, dnia 11.03.2026 jest próba.", "2026-03-11 to środa"),
        ("Próba: 11 marca 2026 r. (wtorek).", "2026-03-11 to środa"),
        ("W sobotę 7 marca i w niedzielę 8 marca.", ""),
        ("Do 12 marca, w piątek 13 marca już nie.", ""),
        ("W niedzielę\n14 grudnia było inaczej.", ""),  # of the year before
        ("W środę\n1 kwietnia albo w środę 2 kwietnia 2026.", "2026-04-02 to czwartek"),
        ("Było „w piątek, 12 marca”.", ""),
        ("W piątek 30 lutego 2026 r.", ""),
        ("Środa 12.13.2026, czwartkiem 99 maja.", ""),
    ],
)
def test_a_weekday_beside_a_date_is_that_of_the_day(tmp_path: Path, body: str, told: str) -> None:
    found = marks(tmp_path, DEBATE, debate(body=body), "dzień i data")
    assert [one.partition(" – ")[2].partition(";")[0] for one in found] == [told] * bool(told)


DAYS = [
    *("poniedziałek", "poniedziałku", "poniedziałkiem", "wtorek", "wtorku", "wtorkiem"),
    *("środa", "środę", "środy", "środą", "środzie", "czwartek", "czwartku", "czwartkiem"),
    *("piątek", "piątku", "piątkiem", "sobota", "sobotę", "soboty", "sobotą", "sobocie"),
    *("niedziela", "niedzielę", "niedzieli", "niedzielą"),
]


@pytest.mark.parametrize("day", DAYS)
def test_a_weekday_is_known_in_every_case(tmp_path: Path, day: str) -> None:
    body = f"{day}, 12 marca 2026\n\n{day.upper()}, 13 marca 2026\n\n{day}, 14 marca 2026"
    assert len(marks(tmp_path, DEBATE, debate(body=body), "dzień i data")) >= 2


def test_a_warning_names_the_line_of_its_words(tmp_path: Path) -> None:
    body = "Było głośno.\nJest ciszej. Policjanci\nbyli tu\nw piątek."
    first = news("", "@").split("@")[0].count("\n") + 1
    found = marks(tmp_path, NEWS, news("", body), "dzień bez daty")
    assert [one.split(":")[0] for one in found] == [str(first + 3)]


def test_a_mark_that_opens_no_quotation_hides_nothing(tmp_path: Path) -> None:
    body = "Napis « wisi krzywo. W piątek policjanci spotkali się z mieszkańcami. «Ładnie», mówią."
    assert marks(tmp_path, NEWS, news("", body), "dzień bez daty")
