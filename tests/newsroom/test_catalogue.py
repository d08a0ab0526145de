"""Who sees what and when; nothing unpublished is reachable from any list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import WARSAW
from plugins.newsroom.holdings import Visibility
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.phases import Phase
from tests.newsroom.project import BARE, NOW, Project, debate, district, news, report, write


def catalogue(
    root: Path, files: Mapping[str, str], now: datetime = NOW, *, drafts: bool = False
) -> Catalogue:
    write(root, {**BARE, **files})
    return Project(root).prepare(now, drafts=drafts).catalogue


def ids(records: Any) -> list[str]:
    return [one.id for one in records]


TIES = (
    "program: razem\ncykl: rozmowy\ntematy: piesi\nkategorie zagrożeń: wypalanie traw\n"
    "wydawca: straz\nrejony: polnoc\nzobacz także:\n  - debaty/a\n  - aktualnosci/a\n"
)
PROGRAMME = "---\ntytuł: Razem\ndata publikacji: 2026-01-02\nokres: 2025–2027\n{}---\n"
FRAME = {
    "content/cykle/rozmowy.md": "---\ntytuł: Rozmowy\n---\n",
    "content/podmioty/straz.md": "---\nnazwa: Straż\n---\n",
    "content/miejsca/aula.md": "---\nnazwa: Aula\n---\n",
    "content/rejony/polnoc.md": district(),
}
UNSEEN = {
    "szkic": "stan publikacji: szkic\n",
    "ukryty": "stan publikacji: ukryty\n",
    "wycofany": "stan publikacji: wycofany\nwycofano:\n  data: 2026-03-01\n  powód: pomyłka\n",
    "embargo": None,
}


def around(state: str) -> dict[str, str]:
    """A debate, news, a programme and an evaluation in a state, and public records that tie."""
    head = UNSEEN[state] or ""
    day = "2026-09-01" if head == "" else "2026-02-20"
    secret = debate(
        f"{head}{TIES.split('zobacz')[0]}goście: straz\nrodzaj debaty: ewaluacyjna\n"
        "ewaluacja debat: b\n"
    )
    return {
        **FRAME,
        "content/debaty/a.md": secret.replace("2026-02-20", day),
        "content/aktualnosci/a.md": news(
            f"{head}dział: ostrzeżenie\nważne do: 2026-12-31\n{TIES.split('zobacz')[0]}",
            published=day,
        ),
        "content/programy/drugi.md": PROGRAMME.format(head).replace("2026-01-02", day),
        "content/programy/razem.md": PROGRAMME.format("następna edycja: drugi\n"),
        "content/debaty/b.md": debate(TIES, when="2026-03-01 17:00"),
        "content/debaty/c.md": debate(
            f"{TIES}rodzaj debaty: ewaluacyjna\newaluacja debat:\n  - a\n  - b\n",
            when="2026-04-01 17:00",
        ),
        "content/aktualnosci/b.md": news(TIES),
    }


def reachable(it: Catalogue) -> Iterator[Record]:
    """Everything that a list of the catalogue gives."""
    yield from (*it.listed, *it.debates, *it.reports, *it.news, *it.programmes, *it.warnings)
    yield from (*it.bodies, *it.venues, *it.cycles, *it.pages, *it.requests, *it.districts)
    for groups in (it.by_programme, it.by_cycle, it.by_topic, it.by_category, it.by_body):
        yield from (one for members in groups.values() for one in members)
    for groups in (it.by_district, it.raised_at, it.discussed_at, it.handed_to, it.by_original):
        yield from (one for members in groups.values() for one in members)
    yield from (one for members in it.by_venue.values() for one in members)
    for record in it.listed:
        yield from it.related(record)
        yield from (one for one in it.neighbours(record) if one)
        if isinstance(record, Debate):
            yield from (*it.evaluations(record), *it.evaluated(record))
            found = it.report(record)
            yield from (found,) if found else ()


@pytest.mark.parametrize("state", UNSEEN)
def test_what_is_not_listed_is_in_no_list(tmp_path: Path, state: str) -> None:
    it = catalogue(tmp_path, around(state))
    seen = {one.path for one in reachable(it)}
    assert {path for path in seen if path.endswith(("/a.md", "/drugi.md"))} == set()
    assert "content/debaty/b.md" in seen
    assert it.phase(next(d for d in it.debates if d.id == "b")) is Phase.HELD


def test_a_draft_and_an_embargo_cannot_be_linked_to(tmp_path: Path) -> None:
    for state in ("szkic", "embargo"):
        it = catalogue(tmp_path / state, around(state))
        assert it.record("debaty/a") is None
        assert it.address("aktualnosci/a") == ""
        assert it.hidden == it.withdrawn == ()


def test_a_hidden_record_has_its_page_and_a_withdrawn_one_its_tombstone(tmp_path: Path) -> None:
    it = catalogue(tmp_path / "h", around("ukryty"))
    assert sorted(ids(it.hidden)) == ["a", "a", "drugi"]
    assert it.address("debaty/a") == "/debaty/a/"
    it = catalogue(tmp_path / "w", around("wycofany"))
    assert sorted(ids(it.withdrawn)) == ["a", "a", "drugi"]


def test_a_preview_shows_drafts_and_embargoed_records_marked(tmp_path: Path) -> None:
    for state, mark in (("szkic", "szkic"), ("embargo", "ukaże się później")):
        it = catalogue(tmp_path / state, around(state), drafts=True)
        assert ids(it.debates) == ["b", "a", "c"]
        assert [it.mark(d) for d in it.debates] == ["", mark, ""]
        assert it.seen(it.debates[1]) is Visibility.LISTED


def test_an_embargo_ends_at_its_minute(tmp_path: Path) -> None:
    files = {"content/aktualnosci/a.md": news(published="2026-03-05 12:00")}
    before = NOW - timedelta(minutes=1)
    assert [ids(catalogue(tmp_path, files, now).news) for now in (before, NOW)] == [[], ["a"]]


def test_the_day_is_that_of_poland(tmp_path: Path) -> None:
    late = datetime.fromisoformat("2026-03-04T23:30+00:00")
    it = catalogue(tmp_path, {}, late)
    assert it.today == date(2026, 3, 5)


# -- debate, report, evaluation ------------------------------------------------------


def life(report_head: str = "", debate_head: str = "", published: str = "2026-03-01") -> Any:
    return {
        "content/debaty/a.md": debate(debate_head, when="2026-02-26 17:00"),
        "content/sprawozdania/a.md": report("a", report_head, published=published),
    }


def test_a_debate_is_reported_from_the_report_s_own_day(tmp_path: Path) -> None:
    it = catalogue(tmp_path / "1", life())
    (held,) = it.debates
    found = it.report(held)
    assert found
    assert it.debate(found) is held
    assert it.phase(held) is Phase.REPORTED
    assert it.due(held) is None
    it = catalogue(tmp_path / "2", life(published="2026-03-10"))
    assert it.report(it.debates[0]) is None
    assert it.phase(it.debates[0]) is Phase.HELD
    due = it.due(it.debates[0])
    assert due
    assert due.day == date(2026, 3, 12)


@pytest.mark.parametrize(
    ("report_head", "debate_head", "shown"),
    [
        ("", "", True),
        ("stan publikacji: ukryty\n", "", False),
        ("", "stan publikacji: ukryty\n", True),
        ("stan publikacji: ukryty\n", "stan publikacji: ukryty\n", True),
        ("stan publikacji: szkic\n", "", False),
        ("stan publikacji: wycofany\nwycofano:\n  data: 2026-03-02\n  powód: x\n", "", False),
    ],
)
def test_a_report_is_shown_where_its_debate_is_seen_as_it_is(
    tmp_path: Path, report_head: str, debate_head: str, shown: bool
) -> None:
    it = catalogue(tmp_path, life(report_head, debate_head))
    (one,) = it.holdings.of(Debate)
    assert (it.report(one) is not None) is shown


def test_an_evaluation_counts_once_it_was_held(tmp_path: Path) -> None:
    files = {
        "content/debaty/a.md": debate(when="2026-02-26 17:00"),
        "content/debaty/e.md": debate(
            "rodzaj debaty: ewaluacyjna\newaluacja debat:\n  - a\n  - a\n", when="2026-03-05 17:00"
        ),
    }
    it = catalogue(tmp_path, files, NOW - timedelta(days=1))
    first, evaluation = it.debates
    assert it.phase(first) is Phase.HELD
    assert it.evaluations(first) == (evaluation,)
    assert it.evaluated(evaluation) == (first,)
    assert catalogue(tmp_path, files).phase(first) is Phase.EVALUATED


def test_others_debates_owe_this_unit_nothing(tmp_path: Path) -> None:
    files = {**FRAME, "content/debaty/a.md": debate("wydawca: straz\n", when="2026-01-01 17:00")}
    it = catalogue(tmp_path, files)
    (one,) = it.debates
    assert not it.is_own(one)
    assert it.due(one) is None
    assert ids(it.by_body["straz"]) == ["a"]


# -- places, groups, warnings --------------------------------------------------------


def test_the_place_of_a_debate_is_its_venue_or_what_it_says(tmp_path: Path) -> None:
    at = debate().replace("miejsce:\n  nazwa: Szkoła Podstawowa nr 5", "miejsce: aula")
    it = catalogue(tmp_path, {**FRAME, "content/debaty/a.md": at, "content/debaty/b.md": debate()})
    places = {d.id: it.place(d) for d in it.debates}
    assert {name: place.name for name, place in places.items() if place} == {
        "a": "Aula",
        "b": "Szkoła Podstawowa nr 5",
    }
    assert ids(it.by_venue["aula"]) == ["a"]


def test_topics_of_one_spelling_form_one_group(tmp_path: Path) -> None:
    it = catalogue(
        tmp_path,
        {
            "content/aktualnosci/a.md": news("tematy: Droga do szkoły\n"),
            "content/aktualnosci/b.md": news("tematy: [droga do szkoly, Droga do Szkoły]\n"),
        },
    )
    assert {topic: ids(members) for topic, members in it.by_topic.items()} == {
        "droga-do-szkoly": ["a", "b"]
    }


def test_a_warning_is_in_force_until_the_end_of_its_day(tmp_path: Path) -> None:
    files = {"content/aktualnosci/w.md": news("dział: ostrzeżenie\nważne do: 2026-03-05\n")}
    assert ids(catalogue(tmp_path, files).warnings) == ["w"]
    assert ids(catalogue(tmp_path, files, NOW + timedelta(days=1)).warnings) == []


def test_what_the_officer_named_comes_before_what_is_computed(tmp_path: Path) -> None:
    files = {
        "content/aktualnosci/a.md": news(
            "tematy: piesi\nzobacz także: [strony/kontakt, aktualnosci/c, strony/kontakt]\n"
        ),
        "content/aktualnosci/b.md": news("tematy: piesi\n"),
        "content/aktualnosci/c.md": news("tematy: piesi\n"),
    }
    it = catalogue(tmp_path, files)
    assert ids(it.related(it.news[0])) == ["kontakt", "c", "b"]


# -- the basis of a run --------------------------------------------------------------


def test_the_basis_stands_while_only_a_body_changes(tmp_path: Path) -> None:
    project = Project(tmp_path)

    def basis(text: str, now: datetime = NOW) -> str:
        write(tmp_path, {**BARE, "content/aktualnosci/a.md": text})
        return project.prepare(now).basis

    first = basis(news("streszczenie: x\n", "Pierwszy akapit.\n\nDrugi."))
    assert basis(news("streszczenie: x\n", "Pierwszy akapit.\n\nInny.")) == first
    assert basis(news("streszczenie: y\n", "Pierwszy akapit.\n\nInny.")) != first
    assert basis(news("streszczenie: x\n", "Inny akapit.\n\nDrugi.")) != first
    again = basis(news("streszczenie: x\n", "Pierwszy akapit.\n\nDrugi."))
    assert again == first
    assert basis(news("streszczenie: x\n", "Pierwszy akapit."), NOW + timedelta(days=1)) != first


def test_a_zone_is_no_part_of_the_result(tmp_path: Path) -> None:
    write(tmp_path, BARE)
    here = Project(tmp_path).prepare(NOW)
    there = Project(tmp_path).prepare(NOW.astimezone(WARSAW))
    assert here.basis == there.basis
