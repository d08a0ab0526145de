"""Requests counted: who counts, when a request is settled, and what adds up."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom import balance
from plugins.newsroom.balance import Answers, Case, Days, settling, tally
from plugins.newsroom.handovers import handovers
from plugins.newsroom.kinds.request import Request, Status, Update
from tests.newsroom.project import debate, report, request
from tests.newsroom.test_handovers import DAYS, answered, asked, histories, said
from tests.newsroom.test_requests import BOTH, FIRST, ROADS, catalogue, numbered

ROADS_ASKED = "2026-02-02 przekazany; podmiot: drogi"


def case(one: Request, today: date) -> Case:
    """A request as the catalogue's counting sees it on a day."""
    known = tuple(update for update in one.history if update.day <= today)
    return Case(one, known[-1].status, settling(known), handovers(one, today))


@pytest.mark.parametrize(
    ("history", "days"),
    [
        ((said("2026-01-02", Status.RAISED),), None),
        ((said("2026-01-02", Status.RAISED), said("2026-01-12", Status.DONE)), 10),
        ((said("2026-01-02", Status.DONE),), 0),
        ((said("2026-01-02", Status.RAISED), said("2026-01-12", Status.REPEATED)), None),
        (  # the evaluation says it once more
            (
                said("2026-01-02", Status.RAISED),
                said("2026-01-12", Status.REFUSED),
                said("2026-06-12", Status.REFUSED),
            ),
            10,
        ),
        (  # done in part, then whole
            (
                said("2026-01-02", Status.RAISED),
                said("2026-01-12", Status.PARTLY_DONE),
                said("2026-01-22", Status.DONE),
            ),
            20,
        ),
        (  # given up, then taken up
            (
                said("2026-01-02", Status.RAISED),
                said("2026-01-12", Status.REFUSED),
                said("2026-01-22", Status.UNDER_WAY),
            ),
            None,
        ),
        (  # given up, taken up, given up
            (
                said("2026-01-02", Status.REFUSED),
                said("2026-01-22", Status.UNDER_WAY),
                said("2026-02-01", Status.REFUSED),
            ),
            30,
        ),
    ],
)
def test_a_request_is_settled_when_it_got_its_present_status(
    history: tuple[Update, ...], days: int | None
) -> None:
    assert settling(history) == days


@given(st.lists(st.one_of(st.none(), st.integers(0, 900))))
def test_half_of_what_is_over_took_no_longer_than_the_median(days: list[int | None]) -> None:
    found, over = Days.of(days), [one for one in days if one is not None]
    assert found.number == len(over)
    if found.median is None:
        assert over == []
    else:
        assert 2 * sum(one <= found.median for one in over) >= len(over)
        assert 2 * sum(one >= found.median for one in over) >= len(over)


@settings(max_examples=40)
@given(st.lists(histories(), max_size=4), DAYS)
def test_every_request_has_one_status_and_every_hand_over_one_end(
    some: list[Request], today: date
) -> None:
    found = [case(one, today) for one in some if one.history[0].day <= today]
    whole = tally(found)
    assert sum(whole.statuses) == whole.raised == len(found)
    assert whole.matters == whole.raised - whole.number(Status.REPEATED)
    assert whole.overdue <= whole.waiting <= whole.number(*(s for s in Status if s.is_open))
    got = whole.answers
    assert got.received == got.answered + got.waiting + got.unanswered
    assert got.late <= got.answered == got.days.number
    assert got.overdue <= got.waiting


def test_a_term_is_over_on_the_day_after_it() -> None:
    one = Request(id="w", history=(said("2026-01-02", Status.RAISED), asked("2026-01-31", "d")))
    for today, overdue in (("2026-02-28", 0), ("2026-03-01", 1)):
        whole = tally([case(one, date.fromisoformat(today))])
        assert (whole.waiting, whole.overdue, whole.answers.overdue) == (1, overdue, overdue)


def test_two_hand_overs_of_one_request_are_one_request() -> None:
    history = (asked("2026-01-02", "d"), answered("2026-01-12", "d"), asked("2026-01-13", "d"))
    got = tally([case(Request(id="w", history=history), date(2026, 1, 20))]).answers
    assert got == Answers(1, 2, 1, 0, 1, 0, 0, Days(1, 10.0))


@pytest.mark.parametrize(
    "head",
    [
        "wydawca: inny\n",
        "debata: obca\n",
        "stan publikacji: ukryty\n",
        "stan publikacji: szkic\n",
        "data publikacji: 2026-03-06\n",
        "stan publikacji: wycofany\nwycofano:\n  data: 2026-03-01\n  powód: Pomyłka.\n",
        "język: en\ntłumaczenie z: wnioski/w-2026-001\n",
    ],
    ids=["publisher", "debate", "hidden", "draft", "embargo", "withdrawn", "translation"],
)
def test_only_the_unit_s_own_public_requests_count(tmp_path: Path, head: str) -> None:
    bodies = {**ROADS, "content/podmioty/inny.md": "---\nnazwa: Inny\n---\n"}
    foreign = {"content/debaty/obca.md": debate("wydawca: inny\n", when="2026-02-25 17:00")}
    both = (
        request(),
        request("2026-02-26 zgłoszony", "2026-02-27 przekazany; podmiot: drogi", head=head),
    )
    it = catalogue(tmp_path, {**bodies, **foreign, **numbered(*both)})
    assert [one.request.id for one in balance.cases(it)] == ["w-2026-001"]
    assert balance.of_body(it, "drogi").received == 0


def test_entries_to_come_count_neither(tmp_path: Path) -> None:
    history = ("2026-02-01 zgłoszony", ROADS_ASKED, "2026-03-06 zrealizowany")
    it = catalogue(tmp_path, {**ROADS, **numbered(request(*history), request("2026-03-06 nowy"))})
    (one,) = balance.cases(it)
    assert (one.status, one.days, one.is_overdue) == (Status.HANDED_OVER, None, True)
    assert balance.of_body(it, "drogi").waiting == 1


def test_debates_that_took_place_have_asked(tmp_path: Path) -> None:
    off = "zmiany:\n  - kiedy: 2026-02-01\n    co: stan\n    jest: odwołana\n    powód: Mróz\n"
    files = {
        **BOTH,
        "content/sprawozdania/a.md": report("a", published="2025-03-01"),
        "content/debaty/dzis.md": debate(when="2026-03-05 17:00"),
        "content/debaty/potem.md": debate(when="2026-03-12 17:00"),
        "content/debaty/odwolana.md": debate(f"stan: odwołana\n{off}", when="2026-02-12 17:00"),
        "content/debaty/obca.md": debate("wydawca: inny\n", when="2026-02-25 17:00"),
        "content/podmioty/inny.md": "---\nnazwa: Inny\n---\n",
        "content/debaty/ukryta.md": debate("stan publikacji: ukryty\n", when="2026-02-25 17:00"),
    }
    assert FIRST in files
    it = catalogue(tmp_path, files)
    assert [one.id for one in balance.asking(it)] == ["a", "e"]


def test_the_year_is_that_of_the_raising(tmp_path: Path) -> None:
    raised = request(
        "2024-12-31 zgłoszony", "2025-02-01 zrealizowany", head="data publikacji: 2025-01-02\n"
    )
    (one,) = balance.cases(catalogue(tmp_path, numbered(raised)))
    assert (one.year, one.days) == (2024, (date(2025, 2, 1) - date(2024, 12, 31)) // timedelta(1))
