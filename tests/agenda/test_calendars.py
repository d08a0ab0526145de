"""Which calendar holds what, the calendar of deadlines, and what a change reaches."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.agenda.calendars import DOMAIN, catalogue, event, events, made, planned
from tests.agenda.test_events import DEBATE, FILE, OFF, WHOLE
from tests.newsroom.project import BARE, NOW, debate, district


def test_a_district_and_a_cycle_have_calendars_of_their_own(tmp_path: Path) -> None:
    files = {
        "rejony/polnoc.md": district(),
        "rejony/poludnie.md": "---\nnazwa: Południe\nwakat: tak\n---\n",
        "cykle/rozmowy.md": "---\ntytuł: Rozmowy\n---\n",
        "debaty/a.md": debate("rejony: polnoc\n"),
        "debaty/b.md": debate("cykl: rozmowy\n", when="2026-03-20 17:00"),
    }
    found = made(catalogue(tmp_path, files))
    held = {path: sorted(uid.split("@")[0] for uid in events(data)) for path, data in found.items()}
    assert held["kalendarz/rejon-polnoc.ics"] == ["debata-a"]
    assert held["kalendarz/rejon-poludnie.ics"] == []
    assert held["kalendarz/cykl-rozmowy.ics"] == ["debata-b"]
    assert held[WHOLE] == ["debata-a", "debata-b"]
    assert b"X-WR-CALNAME:Debaty: Rejon " in found["kalendarz/rejon-polnoc.ics"]


def test_a_calendar_reaches_twelve_months_back(tmp_path: Path) -> None:
    days = {"stara": "2025-03-04", "roczna": "2025-03-05", "nowa": "2027-09-01"}
    files = {f"debaty/{name}.md": debate(when=f"{day} 17:00") for name, day in days.items()}
    found = made(catalogue(tmp_path, files))
    assert [uid.split("@")[0] for uid in events(found[WHOLE])] == ["debata-roczna", "debata-nowa"]
    assert "debaty/stara/debata.ics" in found


def test_another_publishers_debate_has_its_file_alone(tmp_path: Path) -> None:
    files = {DEBATE: debate("wydawca: straz\n"), "podmioty/straz.md": "---\nnazwa: Straż\n---\n"}
    found = made(catalogue(tmp_path, files))
    assert [path for path, data in found.items() if events(data)] == [FILE]


def test_a_withdrawn_debate_tells_no_more_than_its_page(tmp_path: Path) -> None:
    gone = "stan publikacji: wycofany\nwycofano:\n  data: 2026-03-01\n  powód: Pomyłka.\n"
    found = made(catalogue(tmp_path, {DEBATE: debate(f"{gone}tematy: rowery\n")}))
    told = event(found[FILE])
    assert told["STATUS"] == "CANCELLED"
    assert not {"LOCATION", "GEO", "CATEGORIES"} & told.keys()


def test_a_translation_is_no_second_event(tmp_path: Path) -> None:
    original = DEBATE.removesuffix(".md")
    english = debate(f"język: en\ntłumaczenie z: {original}\n")
    files = {DEBATE: debate(), "debaty/debate-en.md": english}
    found = made(catalogue(tmp_path, files))
    assert len(events(found[WHOLE])) == 1


@pytest.mark.parametrize("state", ["szkic", "ukryty"])
def test_what_is_not_listed_is_in_no_calendar(tmp_path: Path, state: str) -> None:
    found = made(catalogue(tmp_path, {DEBATE: debate(f"stan publikacji: {state}\n")}))
    assert FILE not in found
    assert not any(events(data) for data in found.values())


def test_only_what_is_to_come_reminds(tmp_path: Path) -> None:
    files = {
        "debaty/byla.md": debate(when="2026-03-04 17:00"),
        "debaty/bedzie.md": debate(when="2026-03-12 17:00"),
        "debaty/dzien.md": debate("termin wstępny: tak\n", when="2026-03-13"),
        "debaty/odwolana.md": debate(OFF.format("odwołana"), when="2026-03-14 17:00"),
    }
    found = events(made(catalogue(tmp_path, files))["kalendarz/z-przypomnieniem.ics"])
    alarms = {
        uid.split("@")[0]: [alarm["TRIGGER"].dt for alarm in one.walk("VALARM")]
        for uid, one in found.items()
    }
    assert alarms == {
        "debata-byla": [],
        "debata-bedzie": [timedelta(days=-1)],
        "debata-dzien": [timedelta(hours=-7)],
        "debata-odwolana": [],
    }


# -- deadlines ---------------------------------------------------------------------------


def due(tmp_path: Path, head: str = "", when: str = "2026-03-12 17:00") -> dict[str, date]:
    data = made(catalogue(tmp_path, {DEBATE: debate(head, when=when)}))["kalendarz/terminy.ics"]
    return {uid.split("-")[0]: one.start for uid, one in events(data).items()}


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("2026-03-12 17:00", date(2026, 3, 9)),  # Thursday: Wednesday, Tuesday, Monday
        ("2026-03-10 17:00", date(2026, 3, 5)),  # over a weekend
        ("2026-04-08 17:00", date(2026, 4, 2)),  # over Easter Monday
        ("2026-11-12 17:00", date(2026, 11, 6)),  # over the day of independence
        ("2026-12-28 17:00", date(2026, 12, 21)),  # over Christmas with its eve, free since 2025
    ],
)
def test_an_interpreter_is_asked_for_three_working_days_before(
    tmp_path: Path, when: str, day: date
) -> None:
    assert due(tmp_path, when=when)["pjm"] == day


def test_the_officers_own_day_comes_before_the_laws(tmp_path: Path) -> None:
    head = "zgłoszenia PJM: 2026-03-04\njak zadać pytanie:\n  e-mail: a@b.pl\n  do: 2026-03-10\n"
    assert due(tmp_path, head) == {
        "pjm": date(2026, 3, 4),
        "pytania": date(2026, 3, 10),
        "sprawozdanie": date(2026, 3, 26),
    }


def test_deadlines_are_off_with_their_debate(tmp_path: Path) -> None:
    found = made(catalogue(tmp_path, {DEBATE: debate(OFF.format("odwołana"))}))
    told = events(found["kalendarz/terminy.ics"]).values()
    assert {one["STATUS"] for one in told} == {"CANCELLED"}
    assert all(one["SUMMARY"].startswith("Nieaktualne: ") for one in told)


def test_nobody_has_a_deadline_for_what_was_never_announced(tmp_path: Path) -> None:
    assert due(tmp_path, "bez zapowiedzi: tak\n") == {}


def test_a_provisional_day_has_no_deadlines(tmp_path: Path) -> None:
    assert due(tmp_path, "termin wstępny: tak\n") == {}


# -- what a change reaches ---------------------------------------------------------------

TOWN = {
    "rejony/polnoc.md": district(),
    "rejony/poludnie.md": "---\nnazwa: Południe\nwakat: tak\n---\n",
    "cykle/rozmowy.md": "---\ntytuł: Rozmowy\n---\n",
    "debaty/a.md": debate("rejony: polnoc\ncykl: rozmowy\n"),
    "debaty/b.md": debate("rejony: poludnie\n", when="2026-03-20 17:00"),
}


def test_an_edit_rewrites_only_the_calendars_that_show_it(tmp_path: Path) -> None:
    edited = {"debaty/a.md": TOWN["debaty/a.md"].replace("Droga do", "Przejście do")}
    before = planned(catalogue(tmp_path / "a", TOWN))
    after = planned(catalogue(tmp_path / "b", {**TOWN, **edited}))
    assert [one.path for one in before] == [one.path for one in after]
    assert {
        one.path for one, other in zip(before, after, strict=True) if one.view != other.view
    } == {
        WHOLE,
        *(f"kalendarz/{name}.ics" for name in ("bez-odwolanych", "z-przypomnieniem", "terminy")),
        "kalendarz/rejon-polnoc.ics",
        "kalendarz/cykl-rozmowy.ics",
        "debaty/a/debata.ics",
    }


def test_an_edit_of_the_text_alone_rewrites_no_calendar(tmp_path: Path) -> None:
    told = {**TOWN, "debaty/a.md": debate("streszczenie: Krótko.\n")}
    edited = {**TOWN, "debaty/a.md": debate("streszczenie: Krótko.\n", "Inaczej.")}
    assert made(catalogue(tmp_path / "a", told)) == made(catalogue(tmp_path / "b", edited))


def test_a_site_that_moves_keeps_every_event(tmp_path: Path) -> None:
    unit = BARE["content/jednostka.yml"].decode()
    here = made(catalogue(tmp_path / "a", TOWN))
    there = made(
        catalogue(
            tmp_path / "b",
            {
                **TOWN,
                "jednostka.yml": unit.replace(f"https://{DOMAIN}", "https://nowa.example/kmp"),
            },
        )
    )
    assert here.keys() == there.keys()
    for path, data in here.items():
        assert events(data).keys() == events(there[path]).keys()
    assert event(there["debaty/a/debata.ics"])["URL"] == "https://nowa.example/kmp/debaty/a/"


def test_a_day_that_passes_rewrites_no_debates_own_file(tmp_path: Path) -> None:
    before = made(catalogue(tmp_path / "a", TOWN))
    after = made(catalogue(tmp_path / "b", TOWN, NOW + timedelta(days=10)))
    assert {path for path, data in before.items() if after[path] != data} == {
        "kalendarz/z-przypomnieniem.ics"
    }
