"""JSON-LD of the built sample, read back by other parsers and held against the officer's files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from plugins.newsroom.addresses import file
from tests.site.project import ROOT, Project

SITE = "https://policja.przykladow.example"
TEXT = {"name", "url", "description", "image", "sameAs"}
ORGANISATION = {"alternateName", "address", "email", "telephone", "contactPoint"}
ORGANISATION |= {*TEXT, "logo", "parentOrganization"}
KNOWN = {
    "Event": TEXT
    | {"startDate", "endDate", "previousStartDate", "eventStatus", "eventAttendanceMode"}
    | {"location", "organizer", "isAccessibleForFree", "superEvent", "inLanguage"},
    "NewsArticle": TEXT
    | {"headline", "datePublished", "dateModified", "publisher", "inLanguage", "about"}
    | {"keywords", "translationOfWork", "isBasedOn", "expires"},
    "EventSeries": TEXT | {"organizer"},
    "Project": TEXT | {"foundingDate", "dissolutionDate", "member"},
    "GovernmentService": TEXT | {"serviceType", "provider", "areaServed", "availableChannel"},
    "GovernmentOrganization": ORGANISATION,
    "Organization": ORGANISATION,
    "School": ORGANISATION,
    "Person": TEXT,
    "WebSite": TEXT | {"alternateName", "inLanguage", "publisher"},
    "Place": TEXT | {"address", "geo"},
    "VirtualLocation": TEXT,
    "PostalAddress": {"streetAddress", "postalCode", "addressLocality", "addressCountry"},
    "GeoCoordinates": {"latitude", "longitude"},
    "ContactPoint": {"contactType", "telephone", "email"},
    "ServiceChannel": {"servicePhone"},
    "Dataset": TEXT
    | {"keywords", "license", "isAccessibleForFree", "inLanguage", "creator", "dateModified"}
    | {"distribution"},
    "DataDownload": {"encodingFormat", "contentUrl"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
}
"""Type → the properties of schema.org that it has, of those that we use."""

NEEDED = {
    "Event": {"name", "url", "startDate", "eventStatus", "eventAttendanceMode"}
    | {"location", "organizer", "inLanguage"},
    "NewsArticle": {"headline", "description", "url", "inLanguage", "publisher"},
    "GovernmentOrganization": {"name", "url"},
    "Project": {"name", "url", "foundingDate"},
    "GovernmentService": {"name", "url", "provider", "availableChannel"},
    "EventSeries": {"name", "url", "organizer"},
    "Place": {"name", "url"},
    "Dataset": {"name", "description", "url", "license", "creator", "distribution"},
}
"""What a page's own things must have; one that is only named there has its name and address."""

MOMENTS = ("startDate", "endDate", "previousStartDate", "datePublished", "dateModified")
ADDRESSES = ("url", "@id", "item", "image", "sameAs", "logo", "isBasedOn")


def pages(project: Project) -> Iterator[tuple[str, LexborHTMLParser]]:
    for path in sorted(project.output.rglob("*.html")):
        page = LexborHTMLParser(path.read_bytes().decode())
        if page.css_first("main#tresc"):  # what stands at an old address only leads on
            yield path.relative_to(project.output).as_posix(), page


def graph(page: LexborHTMLParser) -> list[Any]:
    """A page's things; none where it has no block."""
    found = [json.loads(one.text()) for one in page.css('script[type="application/ld+json"]')]
    assert all(one["@context"] == "https://schema.org" for one in found)
    return [thing for one in found for thing in one["@graph"]]


@pytest.fixture(scope="module")
def graphs(sample: Project) -> dict[str, list[Any]]:
    """Page → its things."""
    return {path: graph(page) for path, page in pages(sample)}


def inside(value: Any) -> Iterator[dict[str, Any]]:
    """Every thing within a value."""
    if isinstance(value, list):
        for one in value:
            yield from inside(one)
    elif isinstance(value, dict):
        yield value
        yield from inside(list(value.values()))


def every(graphs: dict[str, list[Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((path, thing) for path, found in graphs.items() for thing in inside(found))


def test_every_type_and_property_is_one_of_schema_org(graphs: dict[str, list[Any]]) -> None:
    seen = set()
    for path, thing in every(graphs):
        if thing.keys() == {"@id"}:
            continue
        kind = thing["@type"]
        seen.add(kind)
        assert thing.keys() - {"@type", "@id"} <= KNOWN[kind], path
    assert seen >= {"Event", "NewsArticle", "WebSite", "GovernmentOrganization", "Project"}
    assert seen >= {"GovernmentService", "EventSeries", "Place", "VirtualLocation"}


def test_nothing_lacks_what_its_readers_need(graphs: dict[str, list[Any]]) -> None:
    for path, found in graphs.items():
        for thing in found:
            assert NEEDED.get(thing["@type"], set()) <= thing.keys(), (path, thing)


def test_addresses_are_whole_and_ours_lead_to_files(
    graphs: dict[str, list[Any]], sample: Project
) -> None:
    for path, thing in every(graphs):
        for name in ADDRESSES:
            said = thing.get(name, [])
            for address in said if isinstance(said, list) else [said]:
                assert address.startswith(("https://", "http://")), (path, name)
                if address.startswith(f"{SITE}/"):
                    assert (sample.output / file(address.removeprefix(SITE))).is_file(), address


def test_every_hour_has_its_offset_of_that_day(graphs: dict[str, list[Any]]) -> None:
    warsaw, seen = ZoneInfo("Europe/Warsaw"), 0
    for path, thing in every(graphs):
        for name in MOMENTS:
            said = thing.get(name, [])
            for text in said if isinstance(said, list) else [said]:
                if "T" in text:
                    moment = datetime.fromisoformat(text)
                    assert moment.utcoffset() == moment.astimezone(warsaw).utcoffset(), path
                    seen += 1
    assert seen > 50


def test_no_text_has_hard_spaces(graphs: dict[str, list[Any]]) -> None:
    assert "\u00a0" not in json.dumps(list(graphs.values()), ensure_ascii=False)


def test_breadcrumbs_are_those_shown(sample: Project) -> None:
    for path, page in pages(sample):
        shown = [(a.text(), SITE + a.attributes["href"]) for a in page.css("nav.crumbs a")]
        trails = [one for one in graph(page) if one["@type"] == "BreadcrumbList"]
        said = [(i["name"], i["item"]) for one in trails for i in one["itemListElement"]]
        plain = [(" ".join(text.split()), address) for text, address in shown]
        assert said == plain, path
        assert len(trails) == bool(shown), path


# -- debates, held against their files ---------------------------------------------------

DEBATES = sorted((ROOT / "content/debaty").rglob("*.md"), key=lambda path: path.stem)


def head(path: Path) -> dict[str, Any]:
    """The head of a file, untouched by our own reader; every value is text."""
    return yaml.load(path.read_text("utf-8").split("---\n")[1], yaml.BaseLoader)


def told(graphs: dict[str, list[Any]], path: Path, kind: str) -> list[Any]:
    page = graphs[f"debaty/{path.stem}/index.html"]
    return [thing for thing in page if thing["@type"] == kind]


@pytest.mark.parametrize("path", DEBATES, ids=lambda path: path.stem)
def test_a_debate_is_an_event_when_its_day_and_hour_are_known(
    path: Path, graphs: dict[str, list[Any]]
) -> None:
    keys, events = head(path), told(graphs, path, "Event")
    if ":" not in keys["termin"] or keys.get("termin wstępny") == "tak":
        assert events == []
        return
    (event,) = events
    assert event["name"] == keys["tytuł"]
    assert event["startDate"][:16] == keys["termin"].replace(" ", "T")
    assert event["endDate"][11:16] == keys.get("koniec", event["endDate"][11:16])
    assert datetime.fromisoformat(event["startDate"]).tzinfo
    assert _status(event) == _expected(keys)
    assert len(event["organizer"]) == len(keys["organizatorzy"])
    assert ("superEvent" in event) == ("cykl" in keys)


def _status(event: dict[str, Any]) -> tuple[str, str]:
    former = event.get("previousStartDate", "")
    return event["eventStatus"].removeprefix("https://schema.org/Event"), former[:16]


def _expected(keys: dict[str, Any]) -> tuple[str, str]:
    moved = [one["było"] for one in keys.get("zmiany", []) if one["co"] == "termin"]
    if keys.get("stan") == "odwołana":
        return "Cancelled", ""
    if keys.get("stan") == "odroczona":
        return "Postponed", keys["termin"].replace(" ", "T")
    return ("Rescheduled", moved[0].replace(" ", "T")) if moved else ("Scheduled", "")


FORMS = {
    "stacjonarna": ("Offline", {"Place"}),
    "online": ("Online", {"VirtualLocation"}),
    "hybrydowa": ("Mixed", {"Place", "VirtualLocation"}),
}


@pytest.mark.parametrize("path", DEBATES, ids=lambda path: path.stem)
def test_an_event_is_where_its_form_says(path: Path, graphs: dict[str, list[Any]]) -> None:
    mode, kinds = FORMS[head(path).get("forma", "stacjonarna")]
    for event in told(graphs, path, "Event"):
        places = event["location"] if isinstance(event["location"], list) else [event["location"]]
        assert {place["@type"] for place in places} == kinds
        assert event["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"


def test_the_sample_has_every_state_of_an_event(graphs: dict[str, list[Any]]) -> None:
    events = [event for path in DEBATES for event in told(graphs, path, "Event")]
    assert {_status(event)[0] for event in events} == {
        "Scheduled",
        "Rescheduled",
        "Postponed",
        "Cancelled",
    }
    assert len(events) < len(DEBATES)


def test_every_report_is_an_article_of_its_debates_page(graphs: dict[str, list[Any]]) -> None:
    for path in sorted((ROOT / "content/sprawozdania").rglob("*.md")):
        keys = head(path)
        debate = Path(keys["debata"])
        (article,) = told(graphs, debate, "NewsArticle")
        assert article["headline"] == keys["tytuł"]
        events = told(graphs, debate, "Event")
        assert article.get("about") == ({"@id": events[0]["@id"]} if events else None)


def test_what_schema_org_has_no_word_for_has_its_trail_alone(graphs: dict[str, list[Any]]) -> None:
    for path, found in graphs.items():
        if path.startswith(("wnioski/", "kategorie/", "tematy/", "archiwum/")):
            assert [thing["@type"] for thing in found] == ["BreadcrumbList"], path


def test_the_unit_is_told_in_full_on_home_and_contact(graphs: dict[str, list[Any]]) -> None:
    for path in ("index.html", "kontakt/index.html"):
        (unit,) = (one for one in graphs[path] if one["@type"] == "GovernmentOrganization")
        assert unit["address"]["@type"] == "PostalAddress"
        assert all(one["telephone"].startswith("+48") for one in unit["contactPoint"])
