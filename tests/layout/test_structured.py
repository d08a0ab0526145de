"""What a record says of itself in JSON-LD, and what it must not say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from plugins.layout import structured
from plugins.newsroom.catalogue import Catalogue
from tests.newsroom.project import BARE, NOW, Project, debate, district, news, report, write

SITE = "https://policja.przykladow.example"
MOVE = (
    "zmiany:\n  - kiedy: 2026-02-21\n    co: termin\n    było: {}\n    jest: 2026-03-12 17:00\n"
    "    powód: Remont sali.\n"
)
TWICE = (
    "zmiany:\n  - kiedy: 2026-02-21\n    co: termin\n    było: 2026-02-27 18:00\n"
    "    jest: 2026-07-03\n    powód: Remont sali.\n  - kiedy: 2026-02-22\n    co: termin\n"
    "    było: 2026-07-03\n    jest: 2026-03-12 17:00\n    powód: Sala wolna.\n"
)
OFF = "stan: {0}\nzmiany:\n  - kiedy: 2026-02-21\n    co: stan\n    jest: {0}\n    powód: Burza.\n"
WEB = "https://film.example/1"
HALL = {"@type": "Place", "name": "Szkoła Podstawowa nr 5"}
STREAM = {"@type": "VirtualLocation", "url": WEB}


def catalogue(root: Path, files: Mapping[str, str], now: datetime = NOW) -> Catalogue:
    written = {f"content/{path}.md": text for path, text in files.items()}
    write(root, {**BARE, **written})
    return Project(root).prepare(now).catalogue


def things(root: Path, files: Mapping[str, str], target: str = "", now: datetime = NOW) -> Any:
    """The things of one record's page; by default, of the first file's."""
    made = catalogue(root, files, now)
    (record,) = (
        one
        for one in (*made.listed, *made.hidden)
        if one.path == f"content/{target or next(iter(files))}.md"
    )
    return [json.loads(text) for text in structured.of(made, record)]


def event(root: Path, head: str = "", when: str = "2026-03-12 17:00") -> Any:
    (found,) = things(root, {"debaty/x": debate(head, when=when)})
    return found


EVENTS = {
    "": {"eventStatus": "EventScheduled", "startDate": "2026-03-12T17:00+01:00"},
    "koniec: 18:30\n": {"endDate": "2026-03-12T18:30+01:00"},
    "koniec: 01:00\n": {"endDate": "2026-03-13T01:00+01:00"},
    MOVE.format("2026-06-03 18:00"): {
        "eventStatus": "EventRescheduled",
        "startDate": "2026-03-12T17:00+01:00",
        "previousStartDate": "2026-06-03T18:00+02:00",
    },
    MOVE.format("2026-03"): {"eventStatus": "EventScheduled", "previousStartDate": None},
    TWICE: {
        "eventStatus": "EventRescheduled",
        "previousStartDate": ["2026-02-27T18:00+01:00", "2026-07-03"],
    },
    OFF.format("odwołana"): {
        "eventStatus": "EventCancelled",
        "startDate": "2026-03-12T17:00+01:00",
        "previousStartDate": None,
    },
    OFF.format("odroczona"): {
        "eventStatus": "EventPostponed",
        "startDate": "2026-03-12T17:00+01:00",
        "previousStartDate": "2026-03-12T17:00+01:00",
    },
    "forma: stacjonarna\n": {
        "eventAttendanceMode": "OfflineEventAttendanceMode",
        "location": HALL,
    },
    f"forma: online\nlink do transmisji: {WEB}\n": {
        "eventAttendanceMode": "OnlineEventAttendanceMode",
        "location": STREAM,
    },
    f"forma: hybrydowa\nlink do transmisji: {WEB}\n": {
        "eventAttendanceMode": "MixedEventAttendanceMode",
        "location": [HALL, STREAM],
    },
    "wstęp: bezpłatny, za okazaniem zaproszenia\n": {"isAccessibleForFree": True},
    "wstęp: dla mieszkańców bloku\n": {"isAccessibleForFree": None},
}
"""Keys of a debate's head → what its event then says; ``None``: nothing."""


@pytest.mark.parametrize("head", EVENTS)
def test_an_event_says_what_the_head_says(head: str, tmp_path: Path) -> None:
    told = event(tmp_path, head)
    for name, value in EVENTS[head].items():
        said = told.get(name)
        bare = said.removeprefix("https://schema.org/") if isinstance(said, str) else said
        assert bare == value, name


def test_a_day_without_an_hour_is_a_date_and_has_no_end(tmp_path: Path) -> None:
    held = debate("bez zapowiedzi: tak\n", when="2026-02-12")
    told, _ = things(tmp_path, {"debaty/x": held, "sprawozdania/x": report("x")})
    assert told["startDate"] == "2026-02-12"
    assert "endDate" not in told


@pytest.mark.parametrize("when", ["2026-05", "2026", "2026-05-07", "2026-05-07 17:00"])
def test_a_provisional_date_is_no_event(when: str, tmp_path: Path) -> None:
    assert things(tmp_path, {"debaty/x": debate("termin wstępny: tak\n", when=when)}) == []


def test_an_unknown_day_is_no_event_and_its_report_stays_an_article(tmp_path: Path) -> None:
    held = debate("bez zapowiedzi: tak\ntermin opisowo: w piątek\n", when="nieznany")
    (told,) = things(tmp_path, {"debaty/x": held, "sprawozdania/x": report("x")})
    assert told["@type"] == "NewsArticle"
    assert "about" not in told


def test_a_report_is_an_article_about_the_event(tmp_path: Path) -> None:
    files = {"debaty/x": debate(when="2026-02-26 17:00"), "sprawozdania/x": report("x")}
    held, told = things(tmp_path, files)
    assert told["about"] == {"@id": held["@id"]}
    assert told["headline"] == "Sprawozdanie"
    assert told["datePublished"] == "2026-03-01T00:00+01:00"
    assert told["url"] == f"{SITE}/debaty/x/#sprawozdanie"


def test_the_publisher_organises_where_nobody_else_is_named(tmp_path: Path) -> None:
    unit = event(tmp_path)["organizer"]
    assert (unit["@type"], unit["@id"]) == ("GovernmentOrganization", f"{SITE}/#jednostka")


def test_organisers_are_bodies_people_or_words(tmp_path: Path) -> None:
    named = "organizatorzy:\n  - straz\n  - asp. Jan Kot, dzielnicowy\n  - rady osiedli\n"
    body = "---\nnazwa: Straż Miejska\nrodzaj: straż miejska\n---\n"
    (told,) = things(tmp_path, {"debaty/x": debate(named), "podmioty/straz": body})
    assert [(one["@type"], one["name"]) for one in told["organizer"]] == [
        ("GovernmentOrganization", "Straż Miejska"),
        ("Person", "Jan Kot"),
        ("Organization", "rady osiedli"),
    ]


def test_a_place_has_its_address_and_its_coordinates(tmp_path: Path) -> None:
    venue = (
        "---\nnazwa: Aula\nadres: ul. Lipowa 12, 00-000 Przykładów\nsala: parter\n"
        "szerokość: 52.2297\ndługość: 21.0122\n---\n"
    )
    held = debate().replace("\n  nazwa: Szkoła Podstawowa nr 5", " aula")
    (told,) = things(tmp_path, {"debaty/x": held, "miejsca/aula": venue})
    assert told["location"] == {
        "@type": "Place",
        "name": "Aula, parter",
        "url": f"{SITE}/miejsca/aula/",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "ul. Lipowa 12",
            "postalCode": "00-000",
            "addressLocality": "Przykładów",
            "addressCountry": "PL",
        },
        "geo": {"@type": "GeoCoordinates", "latitude": 52.2297, "longitude": 21.0122},
    }


def test_a_programme_is_a_project_and_a_district_a_service_without_a_name(tmp_path: Path) -> None:
    files = {
        "programy/p": "---\ntytuł: Razem\ndata publikacji: 2026-01-02\nokres: 2025–2027\n---\n",
        "rejony/r": district("telefon: 47 700 00 41\n"),
    }
    (project,) = things(tmp_path, files)
    (service,) = things(tmp_path, files, "rejony/r")
    assert (project["foundingDate"], project["dissolutionDate"]) == ("2025-01-01", "2027-12-31")
    assert service["availableChannel"]["servicePhone"]["telephone"] == "+48477000041"
    assert "Kot" not in json.dumps(service)


def test_a_translation_names_its_original(tmp_path: Path) -> None:
    files = {
        "aktualnosci/en": news("język: en\ntłumaczenie z: aktualnosci/pl\n"),
        "aktualnosci/pl": news(),
    }
    (told,) = things(tmp_path, files)
    assert told["inLanguage"] == "en"
    assert told["translationOfWork"]["url"] == f"{SITE}/aktualnosci/pl/"


def test_hidden_pages_say_nothing(tmp_path: Path) -> None:
    assert things(tmp_path, {"debaty/x": debate("stan publikacji: ukryty\n")}) == []


UNSEEN = {
    "szkic": "stan publikacji: szkic\n",
    "ukryty": "stan publikacji: ukryty\n",
    "embargo": "data publikacji: 2027-01-01\n",
}


@pytest.mark.parametrize("state", UNSEEN)
def test_what_is_not_public_is_not_named(state: str, tmp_path: Path) -> None:
    head, day = UNSEEN[state], "" if state == "embargo" else "data publikacji: 2026-02-28\n"
    ties = "cykl: tajny\norganizatorzy: tajny\nwydawca: tajny\nprogram: tajny\n"
    other = "program: tajny\ncykl: tajny\njęzyk: en\ntłumaczenie z: aktualnosci/tajny\n"
    files = {
        "debaty/x": debate(ties, when="2026-02-26 17:00"),
        "aktualnosci/x": news(other),
        "rejony/x": district("jednostka: tajny\n"),
        "podmioty/x": "---\nnazwa: Urząd\nnadrzędna: tajny\n---\n",
        "cykle/x": "---\ntytuł: Rozmowy\nwydawca: tajny\n---\n",
        "cykle/tajny": f"---\ntytuł: Tajny\n{day}{head}---\n",
        "podmioty/tajny": f"---\nnazwa: Tajny\n{day}{head}---\n",
        "programy/tajny": f"---\ntytuł: Tajny\nokres: 2025–2027\n{day}{head}---\n",
        "aktualnosci/tajny": f"---\ntytuł: Tajny\n{day}{head}---\n\nTajny.\n",
        "sprawozdania/tajny": f"---\ntytuł: Tajny\ndebata: x\n{day}{head}---\n\nTajny.\n",
    }
    for target in files:
        if target.endswith("/x"):
            assert "tajny" not in json.dumps(things(tmp_path, files, target)).lower(), target


def test_nothing_depends_on_the_day(tmp_path: Path) -> None:
    files = {
        "debaty/x": debate(MOVE.format("2026-03-10 17:00")),
        "aktualnosci/x": news("dział: ostrzeżenie\nważne do: 2026-03-20\n"),
        "programy/x": "---\ntytuł: Razem\ndata publikacji: 2026-01-02\nokres: 2025–2026\n---\n",
    }
    for target in files:
        then = things(tmp_path, files, target, NOW + timedelta(days=3000))
        assert then == things(tmp_path, files, target), target


def test_home_names_the_unit_and_the_site(tmp_path: Path) -> None:
    site, unit = map(json.loads, structured.site(catalogue(tmp_path, {})))
    assert (site["@type"], site["url"]) == ("WebSite", f"{SITE}/")
    assert site["publisher"] == {"@id": unit["@id"]}
    assert "potentialAction" not in site, "no page searches yet"


def test_contact_names_the_unit_in_full(tmp_path: Path) -> None:
    made = catalogue(tmp_path, {})
    (page,) = made.pages
    (told,) = map(json.loads, structured.of(made, page))
    assert told["address"]["addressLocality"] == "Przykładów"
