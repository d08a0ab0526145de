"""The handbook says what the code reads, and what it tells to write works."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from plugins.desk.handbook import FILE, refreshed
from plugins.newsroom import reading
from plugins.problems import Problems
from tests.newsroom.project import Project

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
    for words, block in re.findall(r"(.*?)^```\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE):
        named = re.findall(r"`(content/[a-z]+/[^`]+\.md)`", words)
        path = named[-1] if named else path
        if block.startswith("---"):
            found.append((path, block))
    return found


@pytest.mark.parametrize(("path", "record"), _patterns(), ids=lambda value: value.split("\n")[0])
def test_a_pattern_of_the_handbook_can_be_published(path: str, record: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    for file, text in (*dict(reversed(_patterns())).items(), (path, record)):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, "utf-8")
    project = Project(tmp_path)
    assert [problem for problem in project.problems() if problem.path == path] == []


def test_the_message_that_the_handbook_shows_is_the_real_one() -> None:
    shown = re.search(r"^content/debaty.*$", TEXT, re.MULTILINE)
    assert shown is not None
    block = re.search(r"   ```\n(   ---\n.*?)   ```", TEXT, re.DOTALL)
    assert block is not None
    record = "\n".join(line[3:] for line in block[1].split("\n")).replace("czwartek", "piątek")
    with pytest.raises(Problems) as told:
        reading.parse("content/debaty/2027/bezpieczne-osiedle.md", record.encode())
    assert str(told.value) == shown[0]
