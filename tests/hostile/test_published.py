"""Nothing that a payload asks for happens, whatever reads what is published."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path

import feedparser
import pytest
from icalendar import Calendar
from lxml import etree
from playwright.sync_api import Browser, Page
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from plugins.desk.deploy.servers import policy
from plugins.newsroom.fields import line
from plugins.newsroom.kinds import KINDS
from tests.browser import served
from tests.hostile.payloads import MARKS, PAYLOADS, Payload
from tests.hostile.reading import faults, keys, linked_data
from tests.hostile.site import heads_of, lets_in, takes
from tests.hostile.site import hostile as value_of
from tests.opendata.reading import SIGNS
from tests.site.project import Project

OWN = "https://policja.przykladow.example"
(TITLE,) = (path for path in heads_of("aktualnosci")[0][1].values() if path.slot.name == "title")
TAKEN = [one for one in PAYLOADS if takes(TITLE, one.text)]


def read(project: Project, ending: str) -> Iterator[tuple[str, str]]:
    """Path and text of every file with an ending."""
    for file in sorted(project.output.rglob(f"*{ending}")):
        yield file.relative_to(project.output).as_posix(), file.read_text("utf-8")


def marks(text: str) -> set[str]:
    return set(MARKS.findall(text))


def title(kind: str, number: int) -> str:
    """The title of one record, as it is set."""
    _, holders = heads_of(kind)[0]
    (path,) = (one for one in holders.values() if not one.steps[1:] and one.slot.name == "title")
    texts = [one.text for one in PAYLOADS[number - 1 :: 5]]
    found = value_of(texts, "")(path)
    assert isinstance(found, str)
    return line(found)


def plain(text: str) -> str:
    """A text without what typography adds between words."""
    return " ".join(text.replace("\u2060", "").split())


def test_there_are_payloads_enough() -> None:
    assert len(PAYLOADS) > 75
    assert len(TAKEN) > 45


@pytest.mark.parametrize("one", [one for one in PAYLOADS if "<" in one.text], ids=lambda o: o.name)
def test_the_judge_sees_what_would_act(one: Payload) -> None:
    """What the head refuses would be found, if it came into a page as it stands."""
    inert = ("instruction", "markdown address", "noscript")  # the last where scripts run
    assert bool([*faults(f"<p>{one.text}</p>", OWN)]) or one.name in inert


def test_no_element_attribute_or_address_of_a_page_comes_from_a_payload(hostile: Project) -> None:
    pages = list(read(hostile, ".html"))
    assert [f"{path}: {fault}" for path, html in pages for fault in faults(html, OWN)] == []
    assert len(pages) > 150


@pytest.mark.parametrize("kind", KINDS)
def test_each_payload_is_shown_as_text_in_a_page_of_each_kind(hostile: Project, kind: str) -> None:
    """Or it was refused: nothing is tested that is not there."""
    folder = {"sprawozdania": "debaty", "strony": ""}.get(kind, kind)
    pages = (hostile.output / folder).glob("[hw]-*/index.html")
    shown = "".join(LexborHTMLParser(page.read_text("utf-8")).text() for page in pages)
    assert {one.mark for one in TAKEN} <= marks(shown)


@pytest.mark.parametrize("kind", ["aktualnosci", "debaty", "wnioski", "rejony", "programy"])
def test_a_heading_says_the_payload_literally(hostile: Project, kind: str) -> None:
    stem = "w-2026-001" if kind == "wnioski" else "h-001"
    html = hostile.text(f"{kind}/{stem}/index.html")
    heading = LexborHTMLParser(html).css_first("h1")
    assert heading is not None
    assert plain(title(kind, 1)) in plain(heading.text())


def test_bodies_show_what_was_let_in(hostile: Project) -> None:
    pages = (hostile.output / "aktualnosci").glob("h-*/index.html")
    bodies = [
        LexborHTMLParser(page.read_text("utf-8")).css_first("article, main") for page in pages
    ]
    shown = " ".join(body.text() for body in bodies if body)
    assert {one.mark for one in PAYLOADS if lets_in(one.text)} <= marks(shown)


def test_every_page_says_the_policy_itself(hostile: Project) -> None:
    """For hosts that send no headers of ours; it cannot say who may show the page in a frame."""
    pages = [(path, html) for path, html in read(hostile, ".html") if "<main" in html]
    assert len(pages) > 100
    for path, html in pages:
        said = LexborHTMLParser(html).css("head > *")[1].attributes
        if path.startswith("stare/"):  # there is nothing to load
            assert said["content"] == "default-src 'none'; img-src 'self'"
            continue
        wanted = policy.csp(False).replace("; frame-ancestors 'none'", "")
        assert said == {"http-equiv": "Content-Security-Policy", "content": wanted}, path


def test_old_addresses_lead_home(hostile: Project) -> None:
    """Those that every disk can hold are pages; the others only rules of a server."""
    led = [html for path, html in read(hostile, ".html") if path.startswith("stare/")]
    assert len(led) > 10
    assert all('http-equiv="refresh"' in html for html in led)


def test_structured_data_keeps_its_shape(hostile: Project) -> None:
    blocks = [block for _, html in read(hostile, ".html") for block in linked_data(html)]
    assert {block["@context"] for block in blocks} == {"https://schema.org"}
    assert not [key for block in blocks for key in keys(block) if not key.strip("@").isalpha()]
    assert {one.mark for one in TAKEN} <= marks(json.dumps(blocks, ensure_ascii=False))


def feeds(project: Project) -> Iterator[tuple[str, str]]:
    return (pair for ending in (".atom.xml", ".rss.xml") for pair in read(project, ending))


def test_feeds_hold_payloads_as_text(hostile: Project) -> None:
    """Unsanitized, so that the parser hides nothing."""
    told: set[str] = set()
    for path, text in feeds(hostile):
        names = {etree.QName(node).localname for node in etree.fromstring(text.encode()).iter()}
        assert all(name.replace("-", "").isalpha() for name in names), path
        found = feedparser.parse(text, sanitize_html=False, resolve_relative_uris=False)
        for entry in found.entries:
            assert not list(faults(entry.get("summary", ""), OWN)), path
            assert all(not list(faults(one.value, OWN)) for one in entry.get("content", ())), path
            assert all(one.href.startswith(("https://", "http://")) for one in entry.links)
            assert entry.link.startswith(OWN)
            told |= marks(entry.title)
    assert {one.mark for one in TAKEN} <= told


def test_json_feeds_hold_payloads_as_text(hostile: Project) -> None:
    found = [
        json.loads(text) for path, text in read(hostile, ".json") if path.startswith("kanaly/")
    ]
    items = [item for feed in found for item in feed["items"]]
    assert not [fault for item in items for fault in faults(item.get("content_html", ""), OWN)]
    assert {one.mark for one in TAKEN} <= marks(" ".join(item["title"] for item in items))


def test_calendars_gain_no_property_and_no_event(hostile: Project) -> None:
    names, uids = set[str](), list[str]()
    for path, text in read(hostile, ".ics"):
        calendar = Calendar.from_ical(text)
        assert [part.errors for part in calendar.walk() if part.errors] == [], path
        assert "\r" not in text.replace("\r\n", "")
        names |= {name for part in calendar.walk() for name in part}
        own = [str(event["UID"]) for event in calendar.walk("VEVENT")]
        assert len(own) == len(set(own)) == text.count("BEGIN:VEVENT"), path
        uids += own
    assert not {"ATTENDEE", "X-EVIL", "VALUE"} & names
    assert all(uid.endswith("@policja.przykladow.example") for uid in uids)


def test_an_event_says_the_payload_literally(hostile: Project) -> None:
    ((event,),) = [
        Calendar.from_ical(text).walk("VEVENT")
        for path, text in read(hostile, ".ics")
        if path.endswith("debaty/h-301/debata.ics")
    ]
    assert plain(title("debaty", 2)) in plain(str(event["SUMMARY"]))


def test_no_cell_of_open_data_computes(hostile: Project) -> None:
    told: set[str] = set()
    for path, text in read(hostile, ".csv"):
        separator = ";" if path.endswith("-excel.csv") else ","
        first, *rows = csv.reader(StringIO(text.lstrip("\ufeff"), newline=""), delimiter=separator)
        assert all(len(row) == len(first) for row in rows), path
        cells = [cell for row in rows for cell in row]
        assert not [cell for cell in cells if cell.lstrip().startswith(tuple(SIGNS))], path
        told |= marks(text)
    assert {one.mark for one in TAKEN} <= told


def test_open_data_in_json_keep_their_columns(hostile: Project) -> None:
    tables = [json.loads(text) for path, text in read(hostile, ".json") if path.startswith("dane/")]
    assert not [key for table in tables for key in keys(table) if MARKS.search(key)]


def test_sitemaps_list_our_own_addresses(hostile: Project) -> None:
    listed = [
        node.text or ""
        for path, text in read(hostile, ".xml")
        if path.startswith("sitemap")
        for node in etree.fromstring(text.encode()).iter("{*}loc")
    ]
    assert len(listed) > 50
    assert not [one for one in listed if not re.fullmatch(f"{OWN}/[a-z0-9/.-]*", one)]


def test_search_finds_payloads_and_links_to_our_own_pages(hostile: Project) -> None:
    files = hostile.output.glob("szukaj/indeks/*/strony/*.json")
    found = [page for file in files for page in json.loads(file.read_bytes()) if page]
    addresses = [page["adres"] for page in found]
    assert not [one for one in addresses if not one.startswith("/") or one.startswith("//")]
    assert not [one for one in addresses if MARKS.search(one)]
    assert {one.mark for one in TAKEN} <= marks(" ".join(page["slowa"] for page in found))


def test_posters_print_payloads_as_they_stand(hostile: Project) -> None:
    posters = sorted(hostile.output.rglob("plakat.pdf"))
    text = " ".join(page.extract_text() for one in posters for page in _pages(one))
    assert len(posters) == 5
    assert {one.mark for one in TAKEN if one.name.startswith(("typst", "jinja"))} <= marks(text)
    for literal in ("#sys.inputs", "#read(", "$x^2$", "*b*", "@ref", "7*7", "{%"):
        assert literal in text, literal
    assert "root:x:0" not in text


def _pages(poster: Path) -> Iterator[object]:
    yield from PdfReader(BytesIO(poster.read_bytes())).pages


PAGES = (
    "debaty/h-001/",
    "aktualnosci/h-003/",
    "wnioski/w-2026-002/",
    "rejony/h-004/",
    "h-005/",
    "",
)


def test_a_browser_has_nothing_to_complain_of(hostile: Project, browser: Browser) -> None:
    """Under the strictest policy: no violation, no dialog, no error, nobody else asked."""
    said: list[str] = []
    with served(hostile.output) as origin, browser.new_page() as page:
        _listened(page, origin, said)
        for path in PAGES:
            page.goto(f"{origin}/{path}")
            page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)")
        for words in ("zq20x onmouseover", "<img src=x onerror=alert(1)>", "zq33x"):
            page.goto(f"{origin}/szukaj/")
            page.locator("input[type=search]").first.fill(words)
            page.keyboard.press("Enter")
            page.wait_for_load_state("networkidle")
            said += list(faults(page.locator("main").inner_html(), OWN))
    assert said == []


def _listened(page: Page, origin: str, said: list[str]) -> None:
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message) or dialog.dismiss())
    page.on("request", lambda one: None if one.url.startswith(origin) else said.append(one.url))
    page.add_init_script(
        "addEventListener('securitypolicyviolation', e => console.log(`CSP: ${e.blockedURI}`))"
    )
