"""A debate as an event, through all that may befall it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from plugins.newsroom.dates import WARSAW
from tests.agenda.calendars import DOMAIN, catalogue, event, events, made
from tests.newsroom.project import NOW, debate, report

DEBATE, FILE = "debaty/droga.md", "debaty/droga/debata.ics"
WHOLE = "kalendarz.ics"


def change(what: str, was: str, now: str, *, day: str = "2026-03-01") -> str:
    """An entry of the ledger."""
    return (
        f"zmiany:\n  - kiedy: {day}\n    co: {what}\n    było: {was}\n    jest: {now}\n"
        "    powód: Remont sali.\n"
    )


OFF = "stan: {0}\n" + change("stan", "planowana", "{0}")
GONE = "stan publikacji: wycofany\nwycofano:\n  data: 2026-03-02\n  powód: Pomyłka.\n"


def test_a_debate_is_told_whole(tmp_path: Path) -> None:
    head = (
        "koniec: 18:30\ntematy:\n  - piesi\n  - drogi, mosty\nwstęp: wolny; bez zapisów\n"
        "streszczenie: O drodze.\n"
    )
    place = "  nazwa: Szkoła Podstawowa nr 5\n  szerokość: 52.25\n  długość: 21.00\n  sala: aula\n"
    text = debate(head).replace("  nazwa: Szkoła Podstawowa nr 5\n", place)
    one = event(made(catalogue(tmp_path, {DEBATE: text}))[FILE])
    assert one["UID"] == f"debata-droga@{DOMAIN}"
    assert one["SUMMARY"] == "Droga do szkoły"
    assert one.start == datetime(2026, 3, 12, 17, tzinfo=WARSAW)
    assert one.end == datetime(2026, 3, 12, 18, 30, tzinfo=WARSAW)
    assert (one["STATUS"], one["SEQUENCE"]) == ("CONFIRMED", 0)
    assert one["LOCATION"] == "Szkoła Podstawowa nr 5, aula"
    assert (one["GEO"].latitude, one["GEO"].longitude) == (52.25, 21.0)
    assert one["URL"] == f"https://{DOMAIN}/debaty/droga/"
    assert one["DESCRIPTION"].split("\n\n") == [
        "O drodze.",
        "Wstęp: wolny; bez zapisów.",
        one["URL"],
    ]
    assert [str(topic) for topic in one.categories] == ["piesi", "drogi, mosty"]
    published = datetime(2026, 2, 20, tzinfo=WARSAW)
    assert one["DTSTAMP"].dt == one["LAST-MODIFIED"].dt == published


@pytest.mark.parametrize(
    ("head", "title", "status", "told"),
    [
        ("", "", "CONFIRMED", "Zapraszamy."),
        ("termin wstępny: tak\n", "Termin wstępny: ", "TENTATIVE", "Zapraszamy."),
        (OFF.format("odwołana"), "Odwołana: ", "CANCELLED", "Debata odwołana. Remont sali."),
        (
            OFF.format("odroczona"),
            "Odroczona: ",
            "CANCELLED",
            "Debata odroczona. Nowy termin podamy. Remont sali.",
        ),
        (GONE, "Wycofana: ", "CANCELLED", "Zapowiedź wycofana. Pomyłka."),
    ],
)
def test_a_subscriber_reads_in_the_title_what_befell_a_debate(
    tmp_path: Path, head: str, title: str, status: str, told: str
) -> None:
    files = made(catalogue(tmp_path, {DEBATE: debate(head)}))
    for path in (WHOLE, FILE):
        one = event(files[path])
        assert one["SUMMARY"] == f"{title}Droga do szkoły"
        assert one["STATUS"] == status
        assert one["SEQUENCE"] == (status == "CANCELLED")
        assert one["DESCRIPTION"].split("\n\n")[0] == told
        assert one.start == datetime(2026, 3, 12, 17, tzinfo=WARSAW)
    assert bool(events(files["kalendarz/bez-odwolanych.ics"])) is (status != "CANCELLED")


def test_a_moved_debate_is_the_same_event_on_another_day(tmp_path: Path) -> None:
    head = change("termin", "2026-03-12 17:00", "2026-03-19 18:00")
    one = event(made(catalogue(tmp_path, {DEBATE: debate(head, when="2026-03-19 18:00")}))[FILE])
    assert one["UID"] == f"debata-droga@{DOMAIN}"
    assert one.start == datetime(2026, 3, 19, 18, tzinfo=WARSAW)
    assert (one["STATUS"], one["SEQUENCE"]) == ("CONFIRMED", 1)
    was = "Zmieniony termin (wcześniej: 12 marca 2026 r., godz. 17:00). Remont sali."
    assert one["DESCRIPTION"].startswith(was)


def test_a_debate_moved_to_a_day_not_known_yet_is_off_on_the_old_one(tmp_path: Path) -> None:
    head = "termin wstępny: tak\n" + change("termin", "2026-03-12 17:00", "2026-05")
    found = catalogue(tmp_path, {DEBATE: debate(head, when="2026-05")})
    one = event(made(found)[WHOLE])
    assert one["SUMMARY"] == "Przeniesiona: Droga do szkoły"
    assert one["STATUS"] == "CANCELLED"
    assert one.start == datetime(2026, 3, 12, 17, tzinfo=WARSAW)
    assert one.end == datetime(2026, 3, 12, 18, 30, tzinfo=WARSAW)


def test_a_debate_whose_day_was_never_known_is_in_no_calendar(tmp_path: Path) -> None:
    files = made(catalogue(tmp_path, {DEBATE: debate("termin wstępny: tak\n", when="2026-05")}))
    assert FILE not in files
    assert not any(events(data) for data in files.values())


def test_a_day_without_an_hour_takes_no_time(tmp_path: Path) -> None:
    head = "termin wstępny: tak\n"
    one = event(made(catalogue(tmp_path, {DEBATE: debate(head, when="2026-03-12")}))[FILE])
    assert (one.start, one.end) == (date(2026, 3, 12), date(2026, 3, 13))
    assert (one["STATUS"], one["TRANSP"]) == ("TENTATIVE", "TRANSPARENT")


def test_changes_to_come_do_not_count_yet(tmp_path: Path) -> None:
    head = change("miejsce", "aula", "sala 2", day="2026-03-08") + "data aktualizacji: 2026-03-08\n"
    before = event(made(catalogue(tmp_path / "a", {DEBATE: debate(head)}))[FILE])
    assert before["SEQUENCE"] == 0
    assert before["DTSTAMP"].dt == datetime(2026, 2, 20, tzinfo=WARSAW)
    later = NOW + timedelta(days=5)
    after = event(made(catalogue(tmp_path / "b", {DEBATE: debate(head)}, later))[FILE])
    assert after["SEQUENCE"] == 1
    assert after["DTSTAMP"].dt == datetime(2026, 3, 8, tzinfo=WARSAW)


@pytest.mark.parametrize(
    ("head", "end"),
    [
        ("", "18:30"),
        ("czas trwania: 2 godz.\n", "19:00"),
        ("porządek:\n  - godz: 19:00\n    punkt: Pytania\n", "19:30"),
    ],
)
def test_an_event_always_ends(tmp_path: Path, head: str, end: str) -> None:
    one = event(made(catalogue(tmp_path, {DEBATE: debate(head)}))[FILE])
    assert f"{one.end:%H:%M}" == end
    assert ("przybliżona" in one["DESCRIPTION"]) is ("czas trwania" not in head)


def test_an_online_debate_is_where_it_can_be_watched(tmp_path: Path) -> None:
    text = debate("forma: online\nlink do transmisji: https://film.example/1\n")
    one = event(made(catalogue(tmp_path, {DEBATE: text}))[FILE])
    assert one["LOCATION"] == "https://film.example/1"
    assert "Transmisja: https://film.example/1" in one["DESCRIPTION"]


def test_a_report_makes_the_event_newer(tmp_path: Path) -> None:
    files = {DEBATE: debate(when="2026-02-26 17:00"), "sprawozdania/droga.md": report("droga")}
    one = event(made(catalogue(tmp_path, files))[FILE])
    assert one["DTSTAMP"].dt == datetime(2026, 3, 1, tzinfo=WARSAW)
