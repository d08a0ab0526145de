"""Where a request stands on a day, and whose clock runs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom import handovers
from plugins.newsroom.handovers import Handover
from plugins.newsroom.kinds.request import Request, Status, Update


def day(text: str) -> date:
    return date.fromisoformat(text)


def asked(when: str, body: str, due: str = "") -> Update:
    term = day(due) if due else None
    return Update(day=day(when), status=Status.HANDED_OVER, body=body, due=term)


def answered(when: str, body: str, status: Status = Status.UNDER_WAY) -> Update:
    return Update(day=day(when), status=status, body=body, answers=True)


def said(when: str, status: Status) -> Update:
    return Update(day=day(when), status=status, about="x")


def request(*history: Update) -> Request:
    return Request(history=history)


def on(when: str, *history: Update) -> tuple[Handover, ...]:
    return handovers.handovers(request(*history), day(when))


RAISED = said("2026-01-02", Status.RAISED)
ROADS = asked("2026-01-31", "drogi")


LIFE = request(
    RAISED,
    said("2026-01-10", Status.VERIFIED),
    asked("2026-01-31", "drogi"),
    answered("2026-02-20", "drogi"),
    said("2026-02-20", Status.DONE),
    said("2027-01-01", Status.REFUSED),
)


@pytest.mark.parametrize(
    ("when", "status"),
    [
        ("2026-01-01", None),
        ("2026-01-02", Status.RAISED),
        ("2026-01-10", Status.VERIFIED),
        ("2026-01-31", Status.HANDED_OVER),
        ("2026-02-19", Status.HANDED_OVER),
        ("2026-02-20", Status.DONE),
    ],
)
def test_the_status_of_a_day_is_that_of_the_last_entry_by_then(
    when: str, status: Status | None
) -> None:
    assert handovers.status(LIFE, day(when)) is status


@pytest.mark.parametrize("status", Status)
def test_a_settled_status_is_one_after_which_nothing_is_to_be_done(status: Status) -> None:
    settled = ("zrealizowany", "zrealizowany częściowo", "niezrealizowany", "powtórzony")
    assert status.is_open is (status.value not in settled)


@pytest.mark.parametrize(
    ("when", "due"),
    [
        ("2026-01-31", "2026-02-28"),
        ("2024-01-31", "2024-02-29"),
        ("2026-03-31", "2026-04-30"),
        ("2026-12-31", "2027-01-31"),
    ],
)
def test_a_body_has_a_month_unless_it_was_said(when: str, due: str) -> None:
    (found,) = on("2027-06-01", asked(when, "drogi"))
    assert found.due == day(due)
    (found,) = on("2027-06-01", asked(when, "drogi", "2027-03-04"))
    assert found.due == day("2027-03-04")


@pytest.mark.parametrize(
    ("today", "late"),
    [("2026-01-31", 0), ("2026-02-28", 0), ("2026-03-01", 1), ("2026-03-10", 10)],
)
def test_an_answer_is_late_from_the_day_after_it_was_due(today: str, late: int) -> None:
    (found,) = on(today, RAISED, ROADS)
    assert (found.late, found.is_waiting, found.days) == (late, True, None)


def test_the_first_later_answer_of_that_body_stops_its_clock() -> None:
    history = (RAISED, ROADS, answered("2026-02-10", "drogi"), answered("2026-02-12", "drogi"))
    (found,) = on("2026-06-01", *history)
    assert (found.answered, found.days, found.late) == (day("2026-02-10"), 10, 0)
    assert not found.is_waiting


def test_an_answer_of_another_body_stops_nothing() -> None:
    history = (RAISED, ROADS, asked("2026-02-01", "straz"), answered("2026-02-10", "straz"))
    roads, guard = on("2026-03-01", *history)
    assert (roads.is_waiting, roads.late) == (True, 1)
    assert (guard.is_waiting, guard.days) == (False, 9)


def test_what_a_body_says_without_answering_stops_nothing() -> None:
    note = Update(day=day("2026-02-10"), status=Status.UNDER_WAY, body="drogi")
    (found,) = on("2026-02-20", RAISED, ROADS, note)
    assert found.is_waiting


def test_an_answer_before_the_question_is_none() -> None:
    first = asked("2026-01-10", "drogi")
    again = asked("2026-03-01", "drogi")
    one, two = on("2026-03-02", RAISED, first, answered("2026-02-01", "drogi"), again)
    assert (one.answered, two.answered) == (day("2026-02-01"), None)
    assert two.is_waiting


def test_an_answer_on_the_same_day_took_no_days() -> None:
    (found,) = on("2026-02-20", ROADS, answered("2026-01-31", "drogi"))
    assert (found.days, found.is_waiting) == (0, False)


def test_a_reminder_starts_no_second_clock() -> None:
    history = (RAISED, ROADS, asked("2026-03-05", "drogi"), asked("2026-03-06", "straz"))
    roads, guard = on("2026-03-10", *history)
    assert (roads.body, roads.day, roads.late) == ("drogi", day("2026-01-31"), 10)
    assert guard.body == "straz"
    (found, _) = on("2026-04-01", *history, answered("2026-03-31", "drogi"))
    assert found.days == 59


@pytest.mark.parametrize("end", [answered("2026-02-10", "drogi"), said("2026-02-10", Status.DONE)])
def test_what_is_asked_anew_after_an_end_of_the_same_day_has_a_new_clock(end: Update) -> None:
    first, again = on("2026-02-20", ROADS, end, asked("2026-02-10", "drogi"))
    assert not first.is_waiting
    assert again.is_waiting
    assert again.due == day("2026-03-10")


def test_an_answer_that_leaves_the_status_is_no_second_hand_over() -> None:
    history = (RAISED, ROADS, answered("2026-02-10", "drogi", Status.HANDED_OVER))
    (found,) = on("2026-06-01", *history)
    assert found.answered == day("2026-02-10")
    assert handovers.status(request(*history), day("2026-06-01")) is Status.HANDED_OVER


@pytest.mark.parametrize("status", [one for one in Status if not one.is_open])
def test_a_settled_request_waits_for_no_answer(status: Status) -> None:
    (found,) = on("2026-06-01", RAISED, ROADS, said("2026-02-10", status))
    assert (found.answered, found.settled, found.late) == (None, day("2026-02-10"), 0)
    assert not found.is_waiting


def test_an_answer_counts_though_the_request_was_settled_first() -> None:
    history = (ROADS, said("2026-02-10", Status.DONE), answered("2026-02-20", "drogi", Status.DONE))
    (found,) = on("2026-06-01", *history)
    assert (found.answered, found.settled) == (day("2026-02-20"), None)


def test_future_entries_do_not_count() -> None:
    history = (RAISED, ROADS, answered("2026-02-10", "drogi"), asked("2026-03-01", "straz"))
    assert on("2026-01-30", *history) == ()
    (found,) = on("2026-02-09", *history)
    assert found.is_waiting
    (found,) = on("2026-02-10", *history)
    assert not found.is_waiting
    assert len(on("2026-03-01", *history)) == 2


def test_the_answer_awaited_is_the_one_due_first() -> None:
    history = (
        *(RAISED, ROADS, asked("2026-02-01", "straz", "2026-02-05")),
        asked("2026-02-02", "gmina"),
    )
    found = handovers.awaited(request(*history), day("2026-02-03"))
    assert found
    assert found.body == "straz"
    assert handovers.awaited(request(RAISED), day("2026-02-03")) is None
    done = (*history, said("2026-02-03", Status.DONE))
    assert handovers.awaited(request(*done), day("2026-02-03")) is None


DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))
BODIES = st.sampled_from(["drogi", "straz", "gmina"])


@st.composite
def histories(draw: st.DrawFn) -> Request:
    """Entries in order, answers and hand-overs among them as they come."""
    days = sorted(draw(st.lists(DAYS, min_size=1, max_size=8)))
    updates = []
    for one in days:
        status = draw(st.sampled_from(Status))
        update = Update(day=one, status=status, body=draw(BODIES), answers=draw(st.booleans()))
        due = draw(st.one_of(st.none(), st.integers(0, 90).map(timedelta)))
        updates.append(replace(update, due=one + due if due is not None else None))
    return request(*updates)


@given(histories(), DAYS)
def test_the_status_on_any_day_is_the_last_entry_s_by_that_day(one: Request, today: date) -> None:
    last = None
    for update in one.history:
        if update.day <= today:
            last = update.status
    assert handovers.status(one, today) is last


@given(histories(), DAYS)
def test_a_hand_over_waits_or_was_answered_or_is_settled(one: Request, today: date) -> None:
    for found in handovers.handovers(one, today):
        states = (found.is_waiting, found.answered is not None, found.settled is not None)
        assert sum(states) == 1
        assert found.late == 0 or (found.is_waiting and found.due < today)
        assert (
            not (found.is_waiting and found.due < today) or found.late == (today - found.due).days
        )
        assert found.days is None or found.days >= 0
        assert found.day <= today


@given(histories(), DAYS)
def test_an_answered_hand_over_stays_answered(one: Request, today: date) -> None:
    now = handovers.handovers(one, today)
    later = handovers.handovers(one, today + timedelta(days=200))
    assert len(later) >= len(now)
    for before, after in zip(now, later, strict=False):
        assert (before.body, before.day, before.due) == (after.body, after.day, after.due)
        assert before.answered in (None, after.answered)


@given(histories(), DAYS)
def test_a_settled_request_awaits_nothing(one: Request, today: date) -> None:
    found = handovers.status(one, today)
    if found is not None and not found.is_open:
        assert handovers.awaited(one, today) is None
