"""The three formats: any text is carried whole or refused, and feedgen's faults are repaired."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from plugins import feeds
from plugins.feeds.content import html as content
from plugins.feeds.values import Enclosure, Entry, Feed
from plugins.layout.values import Prose
from plugins.newsroom.warsaw import WARSAW
from plugins.outputs import Text
from tests.feeds import rules
from tests.feeds.project import Bodies, Site
from tests.newsroom.project import debate, news, request

NOON = datetime(2026, 3, 5, 12, tzinfo=WARSAW)
ENTRY = Entry(
    id="tag:kmp.example,2024:debaty/x",
    title="Park",
    link="https://kmp.example/debaty/x/",
    summary="Rozmowa",
    published=NOON,
    updated=NOON,
    categories=("debata",),
    author="KMP",
    lang="pl",
)
FEED = Feed(
    id="tag:kmp.example,2024:kanaly/debaty",
    title="KMP: Debaty",
    subtitle="Debaty.",
    link="https://kmp.example/debaty/",
    address="https://kmp.example/kanaly/debaty",
    site="https://kmp.example",
    author="KMP",
    updated=NOON,
    stylesheet="/theme/kanal.css",
    entries=(ENTRY,),
)


def made(feed: Feed, texts: dict[str, str] | None = None) -> dict[str, bytes]:
    """The three documents, judged by the rules of their formats."""
    tools: Any = Bodies(texts or {})
    makers = {"rss.xml": feeds.rss, "atom.xml": feeds.atom, "json": feeds.json}
    files = {f"kanaly/debaty.{form}": make(feed, tools) for form, make in makers.items()}
    for path, data in files.items():
        rules.is_well(path, data)
    return {path.partition(".")[2]: data for path, data in files.items()}


# What the newsroom lets through: no control characters, separators nor marks of direction.
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cf", "Cn")),
    min_size=1,
).filter(lambda text: bool(text.strip()))
HOSTILE = "]]> </script> & &amp; <b>; a, b; \\ „żółć” 🚓 'x' \"y\" --> <![CDATA["


@settings(max_examples=40)
@given(TEXT, TEXT, TEXT, TEXT)
@example(*[HOSTILE] * 4)
def test_any_text_is_carried_whole(title: str, summary: str, category: str, fact: str) -> None:
    entry = replace(
        ENTRY,
        title=title,
        summary=summary,
        categories=(category,),
        author=title,
        facts=((summary, fact),),
        picture=Enclosure("https://kmp.example/a.jpg", 9, fact, 480, 320),
    )
    feed = replace(FEED, title=title, subtitle=summary, author=category, entries=(entry,))
    files, inner = made(feed), content(entry, FEED.site, None)  # type: ignore[arg-type]

    item = json.loads(files["json"])["items"][0]
    assert (item["title"], item["summary"], item["tags"]) == (title, summary, [category])
    assert item["content_html"] == inner
    assert item["attachments"][0]["title"] == fact

    found = etree.fromstring(files["atom.xml"]).find("a:entry", rules.ATOM)
    assert found.findtext("a:title", namespaces=rules.ATOM) == title
    assert found.findtext("a:summary", namespaces=rules.ATOM) == summary
    assert found.find("a:category", rules.ATOM).get("term") == category
    assert found.findtext("a:content", namespaces=rules.ATOM) == inner
    assert found.findtext("a:author/a:name", namespaces=rules.ATOM) == title

    found = etree.fromstring(files["rss.xml"]).find("channel/item")
    assert found.findtext("title") == title
    assert found.findtext("category") == category
    assert found.findtext(rules.CONTENT) == inner
    plain = etree.HTML(f"<p>{found.findtext('description')}</p>").xpath("string()")
    assert plain == summary


SIGNS = {
    "cr": "a\rb",
    "crlf": "a\r\nb",
    "nul": "a\0b",
    "bell": "a\7b",
    "escape": "a\x1bb",
    "next line": "a\x85b",
    "bidi": "a\u202eb",
    "isolate": "a\u2066b",
    "separator": "a\u2028b",
    "not a character": "a\uffffb",
    "semicolons": "a; b, c\\n d\\",
    "cdata": "a ]]> b <![CDATA[ c",
    "script": "a </script><script>alert(1)</script> b",
    "entity": "a &amp; &lt;b&gt; &#1; c",
    "emoji": "a 👮‍♀️ 🚓 b",
    "long": "Bardzo długi tytuł " * 158,
}
FIELDS = {
    "tytuł": ("aktualnosci/x.md", lambda text: news().replace("Komunikat", text)),
    "streszczenie": ("aktualnosci/x.md", lambda text: news(f"streszczenie: {text}\n")),
    "tematy": ("aktualnosci/x.md", lambda text: news(f"tematy:\n  - {text}\n")),
    "podmiot publikujący": (
        "aktualnosci/x.md",
        lambda text: news(f"podmiot publikujący: {text}\n"),
    ),
    "treść": ("aktualnosci/x.md", lambda text: news(body=f"Kod `{text}` w tekście.")),
    "miejsce": ("debaty/x.md", lambda text: debate().replace("Szkoła Podstawowa nr 5", text)),
    "wstęp": ("debaty/x.md", lambda text: debate(f"wstęp: {text}\n")),
    "powód": (
        "debaty/x.md",
        lambda text: debate(
            "zmiany:\n  - kiedy: 2026-03-02\n    co: miejsce\n    było: Dom\n    jest: Szkoła\n"
            f"    powód: {text}\n"
        ),
    ),
    "opis": (
        "wnioski/w-2026-001.md",
        lambda text: request().replace("status:", f"opis: {text}\n    status:"),
    ),
    "spot": ("wnioski/w-2026-001.md", lambda text: request(head=f"miejsce: {text}\n")),
}


INVISIBLE = {
    "nul",
    "bell",
    "escape",
    "next line",
    "bidi",
    "isolate",
    "separator",
    "not a character",
}


def spoken(text: str) -> str:
    """A text without what typography and line ends may change."""
    return "".join(sign for sign in text if not sign.isspace())


@pytest.mark.parametrize("sign", SIGNS)
def test_a_hostile_text_is_refused_or_carried_whole(tmp_path: Path, sign: str) -> None:
    refused, carried = set(), set()
    for number, (field, (path, written)) in enumerate(FIELDS.items()):
        text = SIGNS[sign]
        site = Site.of(tmp_path / str(number), {})
        file = site.project.root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(written(text if field == "treść" else f"'{text}'").encode())
        if site.project.problems(NOON):
            refused.add(field)
            continue
        carried.add(field)
        for name, data in site.files("2026-03-05T12:00", ["wszystko"]).items():
            rules.is_well(name, data)
            assert spoken(text.replace("\r", "")) in spoken(_words(name, data)), (field, name)
    assert refused | carried == set(FIELDS)
    assert bool(carried) != (sign in INVISIBLE), (carried, refused)


def _words(path: str, data: bytes) -> str:
    """All the text of a feed, that of its HTML too."""
    if path.endswith(".json"):
        (item,) = json.loads(data)["items"][:1]
        texts = [item["title"], item["summary"], item["content_html"], *item["tags"]]
        texts += [author["name"] for author in item["authors"]]
    else:
        texts = list(etree.fromstring(data).itertext())
        texts += etree.fromstring(data).xpath("//@term")
    return "\n".join((*texts, *(str(etree.HTML(f"<p>{t}</p>").xpath("string()")) for t in texts)))


def test_links_of_a_text_are_whole() -> None:
    body = '<p><a href="#fn">1</a> <a href="/x/">x</a> <a href="//y.example/">y</a></p>'
    entry = replace(
        ENTRY, link="https://kmp.example/debaty/x/#sprawozdanie", prose=Prose(Text("t"))
    )
    files = made(replace(FEED, entries=(entry,)), {"t": body})
    html = json.loads(files["json"])["items"][0]["content_html"]
    assert 'href="https://kmp.example/debaty/x/#fn"' in html
    assert 'href="https://kmp.example/x/"' in html
    assert 'href="https://y.example/"' in html


def test_atom_links_keep_their_relation_and_an_entry_its_language() -> None:
    picture = Enclosure("https://kmp.example/a.jpg", 4321, "Park", 960, 640)
    entry = replace(ENTRY, lang="uk", picture=picture)
    files = made(replace(FEED, entries=(entry, replace(ENTRY, id="tag:kmp.example,2024:y"))))
    first, second = etree.fromstring(files["atom.xml"]).findall("a:entry", rules.ATOM)
    links = {link.get("rel"): dict(link.attrib) for link in first.findall("a:link", rules.ATOM)}
    assert links["enclosure"]["length"] == "4321"
    assert links["alternate"]["href"] == entry.link
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    assert (first.get(language), second.get(language)) == ("uk", None)
    item = etree.fromstring(files["rss.xml"]).find("channel/item")
    assert item.find("enclosure").get("length") == "4321"
    assert json.loads(files["json"])["items"][0]["attachments"][0]["size_in_bytes"] == 4321


def test_an_empty_feed_is_a_feed() -> None:
    files = made(replace(FEED, entries=()))
    assert json.loads(files["json"])["items"] == []


def test_the_same_view_gives_the_same_bytes() -> None:
    assert made(FEED) == made(FEED)


def test_the_channels_address_is_the_page_not_the_feed() -> None:
    channel = etree.fromstring(made(FEED)["rss.xml"]).find("channel")
    assert channel.findtext("link") == FEED.link


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("date_published", "2026-03-05"),
        ("date_published", "2026-03-05T12:00:00"),
        ("url", "/debaty/x/"),
        ("url", "https://kmp.example/żółw"),
        ("id", ""),
        ("tags", ["a", "a"]),
        ("obcy", 1),
    ],
)
def test_the_schema_refuses(key: str, value: object) -> None:
    feed = json.loads(made(FEED)["json"])
    feed["items"][0][key] = value
    assert list(rules.validator().iter_errors(feed))
