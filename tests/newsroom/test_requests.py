"""Requests among the other records: where they were raised, who answers, what became of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.request import Status
from plugins.problems import Problems
from tests.newsroom.project import BARE, NOW, Project, debate, district, report, request, write

Files = Mapping[str, str]

FIRST, YEAR_LATER = "content/debaty/a.md", "content/debaty/e.md"
ROADS = {"content/podmioty/drogi.md": "---\nnazwa: Zarząd Dróg\n---\n"}
GUARD = {"content/podmioty/straz.md": "---\nnazwa: Straż\n---\n"}
BOTH = {
    FIRST: debate(when="2025-02-26 17:00"),
    YEAR_LATER: debate("rodzaj debaty: ewaluacyjna\newaluacja debat: a\n", when="2026-02-26 17:00"),
}


def catalogue(root: Path, files: Files, now: datetime = NOW, *, drafts: bool = False) -> Catalogue:
    write(root, {**BARE, **files})
    return Project(root).prepare(now, drafts=drafts).catalogue


def numbered(*requests: str) -> dict[str, str]:
    return {f"content/wnioski/w-2026-{n:03}.md": text for n, text in enumerate(requests, 1)}


def ids(groups: Mapping[str, Any]) -> dict[str, list[str]]:
    return {name: [one.id[-3:] for one in members] for name, members in groups.items()}


def test_requests_stand_by_the_day_on_which_they_were_raised(tmp_path: Path) -> None:
    requests = numbered(
        request("2026-03-01 zgłoszony", "2026-03-02 w realizacji"),
        request("2026-02-01 zgłoszony", "2026-03-04 zrealizowany"),
        request("2026-01-02 zgłoszony"),
    )
    it = catalogue(tmp_path, requests)
    assert [one.number for one in it.requests] == ["W-2026-003", "W-2026-002", "W-2026-001"]


def test_a_request_is_raised_at_one_debate_and_spoken_of_at_others(tmp_path: Path) -> None:
    requests = numbered(
        request(
            "2025-02-26 zgłoszony; debata: a",
            "2026-02-26 w realizacji; debata: e",
            "2026-02-27 zrealizowany; debata: e",
            head="debata: a\n",
        ),
        request(head="debata: a\n"),
        request("2026-02-26 zgłoszony", "2026-03-06 w realizacji; debata: e"),
    )
    it = catalogue(tmp_path, {**BOTH, **requests})
    assert ids(it.raised_at) == {"a": ["001", "002"]}
    assert ids(it.discussed_at) == {"e": ["001"]}
    it = catalogue(tmp_path, {**BOTH, **requests}, NOW + timedelta(days=1))
    assert ids(it.discussed_at) == {"e": ["001", "003"]}


def test_a_body_has_the_requests_that_it_was_asked_and_none_before(tmp_path: Path) -> None:
    requests = numbered(
        request("2026-02-26 zgłoszony", "2026-03-01 przekazany; podmiot: drogi"),
        request(
            "2026-02-01 zgłoszony",
            "2026-02-02 przekazany; podmiot: drogi",
            "2026-02-03 przekazany; podmiot: straz",
            "2026-02-09 w realizacji; podmiot: straz; odpowiedź: tak",
        ),
        request("2026-02-26 zgłoszony", "2026-03-06 przekazany; podmiot: straz"),
    )
    it = catalogue(tmp_path, {**ROADS, **GUARD, **requests})
    assert ids(it.handed_to) == {"drogi": ["002", "001"], "straz": ["002"]}
    two, one, three = it.requests
    assert (it.status(one), it.status(two), it.status(three)) == (
        *(Status.HANDED_OVER, Status.UNDER_WAY, Status.RAISED),
    )
    assert [(h.body, h.late, h.answered) for h in it.handovers(two)] == [
        ("drogi", 3, None),
        ("straz", 0, date(2026, 2, 9)),
    ]
    assert len(it.history(three)) == 1
    awaited = it.awaited(one)
    assert awaited
    assert (awaited.body, awaited.due) == ("drogi", date(2026, 4, 1))


def test_repetitions_stand_with_the_first_request(tmp_path: Path) -> None:
    again = "powtarza: w-2026-001\n"
    requests = numbered(
        request(),
        request("2026-02-27 powtórzony", head=again),
        request("2026-02-28 zgłoszony", "2026-03-01 powtórzony", head=again),
    )
    it = catalogue(tmp_path, requests)
    assert ids(it.repeats_of) == {"w-2026-001": ["002", "003"]}


def test_an_evaluation_accounts_for_every_request_of_what_it_evaluates(tmp_path: Path) -> None:
    other = {"content/debaty/b.md": debate(when="2025-03-26 17:00")}
    requests = numbered(
        request("2025-03-26 zgłoszony", head="debata: b\n"),
        request("2025-02-26 zgłoszony", "2026-01-01 zrealizowany", head="debata: a\n"),
        request(head="debata: e\n"),
        request("2025-02-27 zgłoszony", head="debata: a\n"),
    )
    files = {**BOTH, **other, **requests}
    both = files[YEAR_LATER].replace("debat: a\n", "debat:\n  - b\n  - a\n  - a\n")
    it = catalogue(tmp_path, {**files, YEAR_LATER: both})
    evaluation = next(one for one in it.debates if one.id == "e")
    found = [one.id[-3:] for one in it.accounted(evaluation)]
    assert sorted(found) == ["001", "002", "004"]
    assert found == ["002", "004", "001"], "oldest first"
    assert it.accounted(next(one for one in it.debates if one.id == "a")) == ()


def test_questions_are_numbered_within_their_report(tmp_path: Path) -> None:
    asked = "wnioski: brak\npytania:\n  - pytanie: Kiedy lampa?\n  - pytanie: Kiedy pasy?\n"
    files = {**BOTH, "content/sprawozdania/a.md": report("a", asked)}
    it = catalogue(tmp_path, files)
    assert [(r.debate, n, q.question) for r, n, q in it.questions] == [
        ("a", 1, "Kiedy lampa?"),
        ("a", 2, "Kiedy pasy?"),
    ]


UNSEEN = {
    "przyszły": "2026-09-01 zgłoszony",
    "szkic": "stan publikacji: szkic\n",
    "ukryty": "stan publikacji: ukryty\n",
    "wycofany": "stan publikacji: wycofany\nwycofano:\n  data: 2026-03-01\n  powód: pomyłka\n",
    "embargo": "data publikacji: 2026-09-01\n",
}


@pytest.mark.parametrize("state", UNSEEN)
def test_a_request_that_may_not_be_seen_is_in_no_group(tmp_path: Path, state: str) -> None:
    day = UNSEEN[state] if state == "przyszły" else "2026-02-26 zgłoszony"
    head = "" if state == "przyszły" else UNSEEN[state]
    more = "przekazany; podmiot: drogi; debata: e"
    later = "2026-09-01 przekazany" if state == "przyszły" else "2026-02-26 przekazany"
    one = request(day, later.replace("przekazany", more), head=f"{head}debata: a\nrejony: r\n")
    other = {"content/wnioski/w-2026-002.md": request("2026-02-26 zgłoszony")}
    rejon = {"content/rejony/r.md": district()}
    it = catalogue(tmp_path, {**BOTH, **ROADS, **rejon, **numbered(one), **other})
    assert [one.id[-3:] for one in it.requests] == ["002"]
    groups = (it.raised_at, it.discussed_at, it.handed_to, it.by_district, it.repeats_of)
    assert [ids(group) for group in groups] == [{}] * 5
    assert all(it.accounted(one) == () for one in it.debates)
    assert it.record("wnioski/w-2026-001") is None
    assert bool(it.address("wnioski/w-2026-001")) is (state == "ukryty")


def test_a_request_appears_on_its_day_with_its_first_entry(tmp_path: Path) -> None:
    files = numbered(request("2026-03-06 zgłoszony", "2026-03-08 w weryfikacji"))
    assert catalogue(tmp_path, files).requests == ()
    it = catalogue(tmp_path, files, NOW + timedelta(days=1))
    assert [it.status(one) for one in it.requests] == [Status.RAISED]
    it = catalogue(tmp_path, files, NOW + timedelta(days=3))
    assert [it.status(one) for one in it.requests] == [Status.VERIFIED]


def test_a_preview_shows_a_request_of_the_future_as_it_will_appear(tmp_path: Path) -> None:
    files = numbered(request("2026-09-01 zgłoszony", "2026-10-01 zrealizowany"))
    it = catalogue(tmp_path, files, drafts=True)
    (one,) = it.requests
    assert it.mark(one) == "ukaże się później"
    assert it.status(one) is Status.RAISED
    assert it.handovers(one) == ()


@pytest.mark.parametrize("state", ["", "stan publikacji: ukryty\n"])
def test_a_letter_of_an_entry_to_come_is_not_published_before_its_day(
    tmp_path: Path, state: str
) -> None:
    now, later = "2026-03-01 zgłoszony; plik: a.txt", "2026-03-08 zrealizowany; plik: b.txt"
    files = {
        **numbered(request(now, later, head=state)),
        "content/wnioski/a.txt": "pismo",
        "content/wnioski/b.txt": "odpowiedź",
    }
    it = catalogue(tmp_path, files)
    assert [one.path for one in it.published_originals()] == ["content/wnioski/a.txt"]
    it = catalogue(tmp_path, files, NOW + timedelta(days=3))
    assert len(it.published_originals()) == 2


def test_a_request_published_before_it_was_raised_is_refused(tmp_path: Path) -> None:
    """Its status on the day of publication would be nothing."""
    head = "data publikacji: 2026-03-01\n"
    write(tmp_path, {**BARE, **numbered(request("2026-09-01 zgłoszony", head=head))})
    with pytest.raises(Problems, match=r"data publikacji: .+ – "):
        Project(tmp_path).prepare()


def test_a_withdrawn_report_is_told_and_not_shown(tmp_path: Path) -> None:
    gone = "stan publikacji: wycofany\nwycofano:\n  data: 2026-03-02\n  powód: pomyłka\n"
    it = catalogue(tmp_path, {**BOTH, "content/sprawozdania/a.md": report("a", gone)})
    first = next(one for one in it.debates if one.id == "a")
    found = it.withdrawn_report(first)
    assert found
    assert found.withdrawn
    assert found.withdrawn.reason == "pomyłka"
    assert it.report(first) is None
    assert it.due(first) is None
    other = next(one for one in it.debates if one.id == "e")
    assert it.withdrawn_report(other) is None
    assert it.due(other)


def test_repetitions_of_each_other_are_not_answered_by_themselves(tmp_path: Path) -> None:
    requests = numbered(
        request("2026-02-27 powtórzony", head="powtarza: w-2026-002\n"),
        request("2026-02-27 powtórzony", head="powtarza: w-2026-001\n"),
    )
    write(tmp_path, {**BARE, **requests})
    for problem in Project(tmp_path).problems():
        assert f"np. {Path(problem.path).stem}" not in problem.message
