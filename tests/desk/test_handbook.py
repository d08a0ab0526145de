"""The handbook says what the code reads, and what it tells to write works."""

from __future__ import annotations

import re

import pytest

from plugins.desk.handbook import FILE, refreshed
from plugins.newsroom import reading
from plugins.problems import Problems

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


def test_the_message_that_the_handbook_shows_is_the_real_one() -> None:
    shown = re.search(r"^content/debaty.*$", TEXT, re.MULTILINE)
    assert shown is not None
    block = re.search(r"   ```\n(   ---\n.*?)   ```", TEXT, re.DOTALL)
    assert block is not None
    record = "\n".join(line[3:] for line in block[1].split("\n")).replace("czwartek", "piątek")
    with pytest.raises(Problems) as told:
        reading.parse("content/debaty/2027/bezpieczne-osiedle.md", record.encode())
    assert str(told.value) == shown[0]
