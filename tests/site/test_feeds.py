"""The feeds of the sample: all of them right, each announced where it belongs, made again only
when what they show has changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from tests.browser import served
from tests.feeds import rules
from tests.site.project import Project, rewritten, stamps, tree
from tests.site.test_structured import SITE, pages

MOVED = "content/debaty/2026/park-miejski-po-zmroku.md"
TAG = "tag:policja.przykladow.example,2024:"


def feeds(project: Project) -> dict[str, bytes]:
    return tree(project.output / "kanaly")


def test_every_feed_keeps_the_rules_of_its_format_and_has_it_in_all(sample: Project) -> None:
    held = {path: rules.is_well(f"kanaly/{path}", data) for path, data in feeds(sample).items()}
    assert len(held) > 150
    for path, entries in held.items():
        assert len(entries) <= 30
        for name, title in entries:
            assert name.startswith(TAG), path
            assert title
            assert "\xa0" not in title
    for path in (path for path in held if path.endswith(".json")):
        name = path.removesuffix("json")
        assert held[path] == held[f"{name}rss.xml"] == held[f"{name}atom.xml"], path


def test_the_length_of_an_enclosure_is_that_of_its_file(sample: Project) -> None:
    lengths = {
        one["url"]: one["size_in_bytes"]
        for path, data in feeds(sample).items()
        if path.endswith(".json")
        for item in json.loads(data)["items"]
        for one in item.get("attachments", [])
    }
    assert len(lengths) > 5
    for address, length in lengths.items():
        assert (sample.output / address.removeprefix(f"{SITE}/")).stat().st_size == length


def test_a_feed_leads_to_pages_that_are_there(sample: Project) -> None:
    for path, data in feeds(sample).items():
        if path.endswith(".json"):
            found = json.loads(data)
            for address in (found["home_page_url"], *(one["url"] for one in found["items"])):
                page = address.removeprefix(f"{SITE}/").partition("#")[0]
                assert (sample.output / page / "index.html").is_file(), (path, address)


def test_pages_announce_the_feeds_of_their_matter_and_the_whole_sites(sample: Project) -> None:
    said = {path: _announced(found) for path, found in pages(sample)}
    whole = "/kanaly/wszystko.rss.xml"
    for path, links in said.items():
        assert links[:1] == [whole], path
        assert all((sample.output / one.lstrip("/")).is_file() for one in links), path
    for path, name in {
        "debaty/index.html": "debaty.rss.xml",
        "debaty/rok/2025/index.html": "przypomnienia.atom.xml",
        "wnioski/index.html": "wnioski.rss.xml",
        "wnioski/rok/2025/index.html": "wnioski.rss.xml",
        "aktualnosci/index.html": "aktualnosci.rss.xml",
        "programy/index.html": "programy.rss.xml",
        "rejony/rejon-3-park/index.html": "rejon-rejon-3-park.rss.xml",
        "cykle/rozmowy-o-okolicy/index.html": "cykl-rozmowy-o-okolicy.rss.xml",
        "kategorie/akty-wandalizmu/index.html": "kategoria-akty-wandalizmu.rss.xml",
        "podmioty/kmp-przykladow/index.html": "podmiot-kmp-przykladow.rss.xml",
        "programy/bezpieczny-przykladow-2027-2029/index.html": (
            "program-bezpieczny-przykladow-2027-2029.rss.xml"
        ),
    }.items():
        assert f"/kanaly/{name}" in said[path], path
    followed = {one for links in said.values() for one in links}
    every = {f"/kanaly/{path}" for path in feeds(sample) if path.endswith(".rss.xml")}
    assert every - followed == {"/kanaly/sprawozdania.rss.xml"}


def _announced(page: LexborHTMLParser) -> list[str]:
    found = page.css('head link[rel="alternate"][href^="/kanaly/"]')
    for one in found:
        atom = (one.attributes["href"] or "").endswith(".atom.xml")
        assert one.attributes["type"] == f"application/{'atom' if atom else 'rss'}+xml"
        assert one.attributes["title"]
    return [one.attributes["href"] or "" for one in found]


def test_the_list_of_feeds_names_each_channel_once(sample: Project) -> None:
    root = etree.fromstring((sample.output / "subskrypcje.opml").read_bytes())
    assert (root.tag, root.get("version")) == ("opml", "2.0")
    listed = [one.get("xmlUrl") for one in root.iterfind("body/outline/outline")]
    files = [one.removeprefix(f"{SITE}/") for one in listed]
    assert len(set(files)) == len(files)
    assert all((sample.output / one).is_file() for one in files)
    names = {path.partition(".")[0] for path in feeds(sample)}
    assert {Path(one).name.partition(".")[0] for one in files} == names


def test_a_move_rewrites_only_the_feeds_that_show_the_debate(project: Project) -> None:
    before, was = stamps(project.output), feeds(project)
    text = (project.root / MOVED).read_text("utf-8")
    termin = next(line for line in text.splitlines() if line.startswith("termin:"))
    old = termin.partition(": ")[2]
    change = f"  - kiedy: 2026-11-16\n    co: termin\n    było: {old}\n    jest: 2026-12-15 17:00\n"
    ledger = f"zmiany:\n{change}    powód: Awaria ogrzewania.\n"
    assert "zmiany:" not in text
    project.edit(MOVED, termin, f"termin: 2026-12-15 17:00\n{ledger.rstrip()}")
    if "dzień tygodnia" in text:
        day = next(line for line in text.splitlines() if line.startswith("dzień tygodnia"))
        project.edit(MOVED, f"{day}\n", "")
    project.build()
    changed = {
        path.removeprefix("kanaly/")
        for path in rewritten(before, stamps(project.output))
        if path.startswith("kanaly/")
    }
    now = feeds(project)
    showing = {
        path
        for path in now
        if b"debaty/park-miejski-po-zmroku" in now[path] + was[path]
        or b"sprawozdania/park-miejski-po-zmroku" in now[path]
    }
    assert changed
    assert changed <= showing
    assert {path for path in changed if path.startswith("debaty.")} == {
        "debaty.rss.xml",
        "debaty.atom.xml",
        "debaty.json",
    }
    for path in changed:  # no id but the new one came or went
        came = dict(rules.is_well(f"kanaly/{path}", now[path])).keys()
        gone = dict(rules.is_well(f"kanaly/{path}", was[path])).keys()
        assert {one.removeprefix(TAG) for one in came - gone} <= {
            "debaty/park-miejski-po-zmroku#termin-1"
        }, path


@pytest.mark.parametrize("name", ["debaty.rss.xml", "debaty.atom.xml"])
def test_a_browser_tells_a_stray_visitor_what_it_is(
    sample: Project, browser: Browser, name: str
) -> None:
    # On a host that serves .xml as XML; where it is application/rss+xml, browsers show the source.
    with served(sample.output) as origin, browser.new_page() as page:
        page.goto(f"{origin}/kanaly/{name}")
        told = page.evaluate("getComputedStyle(document.documentElement, '::before').content")
        assert told.startswith('"To jest kanał: ')
        shown = page.evaluate(
            "[...document.documentElement.querySelectorAll('*')]"
            ".filter(e => e.getClientRects().length && !e.children.length)"
            ".map(e => e.localName)"
        )
    assert set(shown) == {
        "title",
        *(("description", "date") if "rss" in name else ("subtitle", "published")),
    }
