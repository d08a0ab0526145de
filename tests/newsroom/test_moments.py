from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.dates import moment
from plugins.newsroom.moments import UNKNOWN, Moment, Precision

NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
KNOWN = st.builds(
    Moment, st.sampled_from([Precision.DAY, Precision.MONTH, Precision.YEAR]), st.dates()
)


@given(st.integers(-6000, 6000), st.integers(-12 * 60, 14 * 60))
def test_after_means_after_in_every_zone(minutes: int, zone: int) -> None:
    local = NOON + timedelta(minutes=minutes)
    one = Moment(Precision.MINUTE, local.date(), local.hour * 60 + local.minute, 0)
    there = NOON.astimezone(timezone(timedelta(minutes=zone)))
    assert one.is_after(there) == (minutes > 0)


def test_a_day_is_over_for_an_embargo_when_it_begins_in_poland() -> None:
    midnight = datetime(2026, 3, 11, 23, tzinfo=UTC)
    one = moment("2026-03-12")
    assert one.is_after(midnight - timedelta(seconds=1))
    assert not one.is_after(midnight)
    assert not UNKNOWN.is_after(midnight)


@given(KNOWN.filter(lambda one: one.first and one.first.year < 9000))
def test_the_last_day_is_never_before_the_first(one: Moment) -> None:
    assert one.first
    assert one.last
    start = {Precision.DAY: one.first, Precision.MONTH: one.first.replace(day=1)}
    assert one.last >= start.get(one.precision, date(one.first.year, 1, 1))


def test_what_is_written_in_html_is_as_exact_as_what_is_known() -> None:
    texts = ("2026-03-12 17:00", "2026-03-12", "2026-03", "2026", "nieznany")
    assert [moment(text).iso for text in texts] == [
        *("2026-03-12T17:00+01:00", "2026-03-12", "2026-03", "2026", ""),
    ]
    assert [moment(text).clock for text in texts] == ["17:00", "", "", "", ""]
