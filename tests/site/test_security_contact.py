"""Whom to tell about a security hole: the file of RFC 9116, and when it must be looked at."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

import pytest

from plugins import indexes
from plugins.newsroom.dates import WARSAW
from plugins.outputs import Output, Tools
from tests.newsroom import project as newsroom
from tests.site.project import Project
from tests.site.statements import UNIT

PATH = ".well-known/security.txt"
KEYS = "kontakt bezpieczeństwa:\n  e-mail: luki@policja.przykladow.example\n"


def fields(text: str) -> dict[str, str]:
    """Name → value of a file in which each name stands once."""
    pairs = [line.split(": ", 1) for line in text.splitlines()]
    found = {name: value for name, value in pairs}  # noqa: C416 – lists, not pairs
    assert len(found) == len(pairs)
    return found


def made(root: Path, day: str, keys: str) -> tuple[list[str], dict[str, str]]:
    """What is warned of for a small unit on a day, and the file that it publishes."""
    unit = newsroom.BARE["content/jednostka.yml"].decode() + keys
    newsroom.write(root, {**newsroom.BARE, "content/jednostka.yml": unit})
    now = datetime.fromisoformat(day).replace(hour=9, tzinfo=WARSAW)
    prepared = newsroom.Project(root).prepare(now)
    (output,) = (one for one in indexes.plan([], prepared.catalogue) if one.path == PATH)
    assert isinstance(output, Output)
    text = output.make(output.view, cast("Tools", None)).decode()
    return [str(one) for one in prepared.warnings if "kontakt" in str(one)], fields(text)


def test_the_sample_says_whom_to_write_to_until_when_and_where_that_stands(sample: Project) -> None:
    contact, site = UNIT["kontakt bezpieczeństwa"], UNIT["adres strony"]
    assert fields(sample.text(PATH)) == {
        "Contact": f"mailto:{contact['e-mail']}",
        "Expires": f"{contact['ważny do']}T23:59:59Z",
        "Preferred-Languages": "pl, en",
        "Canonical": f"{site}/{PATH}",
    }


@pytest.mark.parametrize("day", ["2026-11-23", "2026-12-31", "2027-01-01", "2028-02-29"])
def test_without_a_day_of_its_own_it_expires_within_a_year_of_the_build(
    tmp_path: Path, day: str
) -> None:
    said, found = made(tmp_path, day, KEYS)
    today, until = datetime.fromisoformat(f"{day}T00:00Z"), datetime.fromisoformat(found["Expires"])
    assert timedelta(300) < until - today < timedelta(365)
    assert until.day == 1, "changes once a month, not each day"
    assert said == []


@pytest.mark.parametrize(
    ("day", "late"),
    [("2026-06-29", True), ("2026-06-30", False), ("2027-06-30", False), ("2027-07-01", True)],
)
def test_a_day_that_has_passed_or_is_years_away_is_told(
    tmp_path: Path, day: str, late: bool
) -> None:
    said, found = made(tmp_path, day, f"{KEYS}  ważny do: 2027-06-30\n")
    assert found["Expires"] == "2027-06-30T23:59:59Z"
    assert bool(said) == late
    assert all("kontakt bezpieczeństwa.ważny do: " in line and " – " in line for line in said)
