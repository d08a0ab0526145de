"""The handbook says what the code reads, and what it tells to write works."""

from __future__ import annotations

import re
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from plugins.desk.handbook import FILE, refreshed
from plugins.newsroom import reading
from plugins.newsroom.checks import overdue
from plugins.newsroom.dates import WARSAW
from plugins.problems import Problems
from tests.newsroom.project import Memory, Project, write

ROOT = FILE.parents[1]
TEXT = FILE.read_text("utf-8")


def test_the_tables_of_keys_are_those_of_the_code() -> None:
    assert refreshed(TEXT) == TEXT, "write them anew: python -m plugins.desk.handbook"


def test_the_first_debate_of_the_handbook_is_read_without_a_fault() -> None:
    block = re.search(r"   ```\n(   ---\n.*?)   ```", TEXT, re.DOTALL)
    assert block is not None
    record = "\n".join(line[3:] for line in block[1].split("\n"))
    entry, _ = reading.parse("content/debaty/2027/bezpieczne-osiedle.md", record.encode())
    assert entry.record.title == "Bezpieczne osiedle"
    assert entry.warnings == ()


def _patterns() -> list[tuple[str, str]]:
    """Every record that the handbook shows, with the file that the words before it name."""
    found, path = [], ""
    parts = re.split(r"^```$", TEXT, flags=re.MULTILINE)
    for words, block in zip(parts[::2], parts[1::2], strict=False):  # what is last ends no block
        named = re.findall(r"`(content/[a-z]+/[^`]+\.md)`", words)
        path = named[-1] if named else path
        if block.startswith("\n---"):
            found.append((path, block[1:]))
    return found


PATTERNS = _patterns()
PRINTED = datetime(2026, 11, 22, 12, tzinfo=WARSAW)
LATER = datetime(2028, 4, 1, 12, tzinfo=WARSAW)
"""The day for which the patterns are written, and one on which all they tell of has come."""


@pytest.fixture(scope="module", name="known")
def _known() -> tuple[Memory, Memory]:
    """What was read of the sample's files and pictures: the same for every pattern."""
    return Memory(), Memory()


AHEAD = "(reguła „wpis z przyszłości”)"


@pytest.mark.parametrize("now", [PRINTED, LATER], ids=["printed", "later"])
@pytest.mark.parametrize("place", range(len(PATTERNS)), ids=lambda at: f"{at}-{PATTERNS[at][0]}")
def test_a_pattern_of_the_handbook_can_be_published(
    place: int, now: datetime, known: tuple[Memory, Memory], tmp_path: Path
) -> None:
    """Pasted after those that stand above it: no fault anywhere, no warning about the file.

    But for the days to come, of a pattern or of a history that one tells to its end, and for what
    nobody did about it until later.
    """
    shutil.copytree(ROOT / "content", tmp_path / "content")
    path, record = PATTERNS[place]
    above = dict(reversed(PATTERNS[:place]))  # of several for one file the first
    write(tmp_path, {**above, path: record})
    told = Project(tmp_path, *known).prepare(now).warnings
    own = [warning for warning in told if warning.path == path]
    meant = [one for one in own if one.rule not in {**overdue.RULES, "odległa publikacja": ""}]
    assert [one for one in meant if now is LATER or AHEAD not in one.message] == []


def test_the_number_of_the_new_request_is_the_next_free_one() -> None:
    numbers = sorted(path.stem for path in (ROOT / "content/wnioski/2026").glob("*.md"))
    paths = [Path(path) for path, _ in PATTERNS if path.startswith("content/wnioski/")]
    assert f"Gdy ostatni plik to `{numbers[-1]}.md`" in " ".join(TEXT.split())
    assert {path.stem for path in paths} == {f"w-2026-{int(numbers[-1][-3:]) + 1:03}"}


@pytest.mark.parametrize("what", ["termin", "miejsce", "stan"])
def test_every_change_of_a_debate_has_its_pattern(what: str) -> None:
    assert any(f"co: {what}\n" in record for _, record in PATTERNS)


def test_a_later_pattern_of_a_request_keeps_what_was_there() -> None:
    first, *later = (text for path, text in PATTERNS if path.startswith("content/wnioski/"))
    assert len(later) == 3
    head = first.rpartition("---\n")[0]
    assert all(text.startswith(head) for text in later)


def test_the_message_about_an_entry_is_the_real_one() -> None:
    shown = re.search(r"^content/wnioski.*$", TEXT, re.MULTILINE)
    assert shown is not None
    path, record = next(one for one in PATTERNS if one[0].startswith("content/wnioski/"))
    with pytest.raises(Problems) as told:
        reading.parse(path, record.replace("    podmiot: zaklad-zieleni\n", "").encode())
    assert str(told.value) == shown[0]


def test_the_message_that_the_handbook_shows_is_the_real_one() -> None:
    shown = re.search(r"^content/debaty.*$", TEXT, re.MULTILINE)
    assert shown is not None
    block = re.search(r"   ```\n(   ---\n.*?)   ```", TEXT, re.DOTALL)
    assert block is not None
    record = "\n".join(line[3:] for line in block[1].split("\n")).replace("czwartek", "piątek")
    with pytest.raises(Problems) as told:
        reading.parse("content/debaty/2027/bezpieczne-osiedle.md", record.encode())
    assert str(told.value) == shown[0]
