"""What a build leaves for the question whether another is due."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.press import span
from plugins.press.span import FILE, Span

ONE = Span(
    datetime(2026, 11, 21, 23, tzinfo=UTC), datetime(2026, 11, 22, 7, tzinfo=UTC), ("ż.md",), "1f"
)
OTHER = ONE._replace(awaited=(), version="")


def test_each_site_has_its_own(tmp_path: Path) -> None:
    span.note(tmp_path, "output", ONE)
    span.note(tmp_path, "/var/www", OTHER)

    assert span.read(tmp_path, "output") == ONE
    assert span.read(tmp_path, "/var/www") == OTHER
    span.forget(tmp_path, "output")
    assert span.read(tmp_path, "output") is None
    assert span.read(tmp_path, "/var/www") == OTHER


def test_to_forget_what_was_never_noted_writes_nothing(tmp_path: Path) -> None:
    span.forget(tmp_path, "output")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"output": 3}',
        b'{"output": {"since": "2026-11-22T00:00:00+00:00"}}',
        b'{"output": {"since": "kiedys", "until": "potem", "awaited": [], "version": ""}}',
        b'{"output": {"since": "2026-11-22", "until": "2026-11-23", "awaited": [], "version": ""}}',
    ],
)
def test_a_damaged_file_tells_nothing_and_is_written_anew(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / FILE).write_bytes(damaged)
    assert span.read(tmp_path, "output") is None

    span.note(tmp_path, "output", ONE)
    assert span.read(tmp_path, "output") == ONE
    assert [file.name for file in tmp_path.iterdir()] == [FILE]
