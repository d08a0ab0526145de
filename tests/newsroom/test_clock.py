"""The run's one moment: given as a day, as seconds, or the clock's; never guessed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from plugins.newsroom.clock import moment
from plugins.problems import Problems

NOON = datetime(2026, 3, 12, 11, tzinfo=UTC)


def asked(setting: str | None = None, **environment: str) -> str:
    return moment(setting, environment, lambda: NOON).isoformat()


def test_what_is_given_goes_before_the_clock() -> None:
    assert asked() == "2026-03-12T12:00:00+01:00"
    assert asked(SOURCE_DATE_EPOCH="1772319600") == "2026-03-01T00:00:00+01:00"
    assert asked(SOURCE_DATE_EPOCH="1", BUILD_DATE="2026-03-01") == "2026-03-01T00:00:00+01:00"
    assert asked("2026-03-02", BUILD_DATE="2026-03-01") == "2026-03-02T00:00:00+01:00"


@pytest.mark.parametrize(
    "text", ["wczoraj", "9999-12-31", "0001-01-01", "2026-13-01", "2300-01-01"]
)
def test_a_day_on_which_nobody_publishes_is_refused(text: str) -> None:
    with pytest.raises(Problems, match=r"^BUILD_DATE: .* – "):
        asked(BUILD_DATE=text)


@pytest.mark.parametrize("text", ["-1", "jutro", "1772319600.5", "9999999999", "99999999999", " 1"])
def test_seconds_that_are_none_are_refused_not_ignored(text: str) -> None:
    """https://reproducible-builds.org/specs/source-date-epoch/: a malformed value is an error."""
    with pytest.raises(Problems, match=r"^SOURCE_DATE_EPOCH: .* – "):
        asked(SOURCE_DATE_EPOCH=text)
