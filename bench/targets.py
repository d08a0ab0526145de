"""What is fuzzed: each target takes bytes and may raise Problems, and nothing else, within 2 s.

``raw`` targets get bytes that atheris mutates, beginning with real files; ``shaped`` ones get
values that Hypothesis makes of the bytes, so that deep code is reached.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.desk.fixing.mending import mended
from plugins.desk.importing import converting, drafting, readers
from plugins.desk.importing.filing import Cabinet
from plugins.desk.importing.heading import Wishes
from plugins.newsroom import checks, parsing, prose, source
from plugins.newsroom.holdings import Holdings
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.warsaw import WARSAW
from plugins.problems import Problems

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 11, 22, tzinfo=WARSAW)
FOLDERS = sorted(KINDS)

Target = Callable[[bytes], None]


@dataclass(frozen=True)
class Fuzzed:
    """A target and what its corpus begins with."""

    run: Target
    seeds: Callable[[], Iterator[bytes]]


def record(data: bytes) -> None:
    """A record's file of any kind."""
    folder = FOLDERS[data[0] % len(FOLDERS)] if data else "debaty"
    with suppress(Problems):
        parsing.parse(f"content/{folder}/x.md", data[1:])


def unit(data: bytes) -> None:
    with suppress(Problems):
        parsing.parse_unit("content/jednostka.yml", data)


def body(data: bytes) -> None:
    text = data.decode("utf-8", "replace").replace("\r", "\n")
    taken = source.Source("content/debaty/x.md", "", 1, source.CONTROL.sub("", text), 1)
    prose.rendered(taken, "t-", KINDS)


def fix(data: bytes) -> None:
    """Mended twice is mended once."""
    folder = FOLDERS[data[0] % len(FOLDERS)] if data else "debaty"
    path = f"content/{folder}/x.md"
    with suppress(Problems):
        once = mended(path, data[1:])
        if mended(path, once) != once:
            raise AssertionError("a second mending changes the file again")


def taken_over(name: str, data: bytes) -> None:
    """Bytes of an old site, through to a record that the newsroom reads."""
    with suppress(Problems):
        for text in readers.texts(Path(name), data):
            written = converting.converted(text)
            draft = drafting.drafted(name, written, Wishes(today="2026-11-22"))
            names: dict[str, set[str]] = {kind: set() for kind in KINDS}
            for filed in Cabinet(ROOT, {}, names).filed(draft):
                filed.problems()


def page(data: bytes) -> None:
    taken_over("x.html", data)


def feed(data: bytes) -> None:
    taken_over("x.xml", data)


def markdown(data: bytes) -> None:
    taken_over("x.md", data)


def plain(data: bytes) -> None:
    taken_over("x.txt", data)


def archive(data: bytes) -> None:
    taken_over("x.docx", b"PK\x03\x04" + data)


PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
}
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def document(data: bytes) -> None:
    """The text of a Word file, in a file that is whole otherwise."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        for name, part in PARTS.items():
            new.writestr(name, part)
        new.writestr("word/document.xml", data)
    taken_over("x.docx", made.getvalue())


@cache
def samples() -> tuple[tuple[str, str], ...]:
    """Every record of the sample: path and text."""
    files = sorted((ROOT / "content").rglob("*.md"))
    return tuple((path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in files)


@cache
def _unit() -> object:
    path = "content/jednostka.yml"
    return parsing.parse_unit(path, (ROOT / path).read_bytes())


TOKENS = [
    *("", "tak", "nie", "nieznany", "2026-02-30", "2026-03-12 17:00", "25:00", "1 godz.", "-1"),
    *("999999999", "https://x.pl", "x.pl", "„a - b”", "[a, b]", "{a: b}", "|", "- a", "a: b"),
    *("#", '"', "'", "programy/x", "debaty/x", "kmp-przykladow", "asp. Jan Kot, dzielnicowy"),
    *("2–40, 7a", "&a", "*a", "!a", "\u00a0", "ć" * 300, "99721200017", "w piątek", "1900"),
]


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[str, str]:
    """A record of the sample with some of its lines changed, moved, doubled or gone."""
    path, text = draw(st.sampled_from(samples()))
    lines = text.split("\n")
    for _ in range(draw(st.integers(0, 6))):
        number = draw(st.integers(0, len(lines) - 1))
        way = draw(st.integers(0, 5))
        if way == 0:
            del lines[number]
        elif way == 1:
            lines.insert(number, lines[draw(st.integers(0, len(lines) - 1))])
        elif way == 2:
            key, colon, _ = lines[number].partition(":")
            lines[number] = f"{key}{colon} {draw(st.sampled_from(TOKENS))}"
        elif way == 3:
            lines[number] = draw(st.sampled_from(["  ", "\t", "- "])) + lines[number]
        elif way == 4:
            lines[number] = lines[number].lstrip()
        else:
            lines[number] += draw(st.sampled_from(TOKENS))
        lines = lines or [""]
    return path, "\n".join(lines)


@settings(database=None, deadline=None)
@given(st.lists(spoilt(), min_size=1, max_size=5))
def checked(records: list[tuple[str, str]]) -> None:
    """Records that can be read, checked against each other."""
    entries = {}
    for path, text in records:
        with suppress(Problems):
            entries[path], _ = parsing.parse(path, text.encode("utf-8", "replace"))
    known = {f"{p.split('/')[1]}/{Path(p).stem}" for p, _ in records}
    holdings = Holdings(_unit(), NOW, tuple(entries.values()), frozenset(known))  # type: ignore[arg-type]
    for told in (*checks.errors(holdings), *checks.warnings(holdings)):
        str(told)


@settings(database=None, deadline=None)
@given(spoilt())
def respelt(one: tuple[str, str]) -> None:
    """A spoilt record, mended."""
    path, text = one
    data = text.encode("utf-8", "replace")
    with suppress(Problems):
        once = mended(path, data)
        if mended(path, once) != once:
            raise AssertionError("a second mending changes the file again")


PIECES = [
    *("<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<ul>", "<ol start=9>", "<li>", "</ul>"),
    *("<table>", "<tr>", "<td rowspan=99>", "<th colspan=99>", "</table>", "<h1>", "<h4>", "</h4>"),
    *("<a href='x'>", "<a href='https://[x'>", "</a>", "<br>", "<pre>", "<img src='a.png'>"),
    *("<blockquote>", "<dl><dt>", "<dd>", "<sup>", "<li id=a>", "<hr>", "<a id=b href='#a'>"),
    *("<a href='#b'>", "<iframe src='//x'>", "<svg>", "<math>", "<!--", "-->", "<caption>"),
    *("<main>", "<article>", "<header>", "<footer>", "<nav>", "<form>", "<template>", "<noscript>"),
    *("Data publikacji: 2022-01-31", "Powrót", "pokaż metkę", "- ", "1. ", "# ", "> ", "!!! "),
    *("*", "_", "`", "[", "](", "{", "|", "&amp;lt;", "&#0;", "\x00", "\u202e", "\n", "    "),
    *("<", "&", "śnieg ", "debata ", "odbyła się ", "12 marca 2026 r. o godz. 17:00 ", "]]>"),
    *("[gallery ids='1']", "[caption]", "<![CDATA[", "<item>", "<title>", "</title>", "<o:p>"),
]


@settings(database=None, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=120))
def pieced(pieces: list[str]) -> None:
    """A page of pieces, also as what a feed and an export hold."""
    html = "".join(pieces)
    taken_over("x.html", f"<h1>Tytuł strony</h1>{html}".encode())
    taken_over("x.xml", RSS.replace("TREŚĆ", html).encode())
    taken_over("x.xml", WXR.replace("TREŚĆ", html).encode())
    taken_over("x.md", html.encode())


RSS = (
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item>'
    "<title>Patrol</title><pubDate>Mon, 31 Jan 2022 23:30:00 GMT</pubDate><content:encoded>"
    "<![CDATA[TREŚĆ]]></content:encoded></item></channel></rss>"
)
WXR = (
    '<rss xmlns:wp="http://wordpress.org/export/1.2/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>Patrol</title>'
    "<content:encoded><![CDATA[TREŚĆ]]></content:encoded><wp:post_date>2022-01-12 10:00:00"
    "</wp:post_date><wp:post_type>post</wp:post_type></item></channel></rss>"
)


def _records() -> Iterator[bytes]:
    for path, text in random.Random(1).sample(samples(), 60):
        yield bytes([FOLDERS.index(path.split("/")[1])]) + text.encode()


def _unit_file() -> Iterator[bytes]:
    yield (ROOT / "content/jednostka.yml").read_bytes()


def _bodies() -> Iterator[bytes]:
    for _, text in random.Random(2).sample(samples(), 40):
        yield text.split("---\n", 2)[2].encode()


def _pages() -> Iterator[bytes]:
    chance = random.Random(3)
    for _ in range(40):
        yield "".join(chance.choices(PIECES, k=30)).encode()


def _feeds() -> Iterator[bytes]:
    for html in _pages():
        yield RSS.encode().replace("TREŚĆ".encode(), html)
        yield WXR.encode().replace("TREŚĆ".encode(), html)


def _heads() -> Iterator[bytes]:
    for _, text in random.Random(4).sample(samples(), 20):
        yield text.encode()
    yield b"Title: Patrol\nDate: 2020-05-01\n\n<div>A</div>\n"


def _documents() -> Iterator[bytes]:
    run = "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:b/><w:t>Patrol</w:t></w:r></w:p>"
    table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    yield f'<w:document xmlns:w="{WORD}"><w:body>{run}{table}</w:body></w:document>'.encode()


def _nothing() -> Iterator[bytes]:
    for number in range(20):
        yield random.Random(number).randbytes(400)


TARGETS = {
    "record": Fuzzed(record, _records),
    "unit": Fuzzed(unit, _unit_file),
    "body": Fuzzed(body, _bodies),
    "fix": Fuzzed(fix, _records),
    "page": Fuzzed(page, _pages),
    "feed": Fuzzed(feed, _feeds),
    "markdown": Fuzzed(markdown, _heads),
    "plain": Fuzzed(plain, _bodies),
    "archive": Fuzzed(archive, _nothing),
    "document": Fuzzed(document, _documents),
    "checked": Fuzzed(checked.hypothesis.fuzz_one_input, _nothing),
    "respelt": Fuzzed(respelt.hypothesis.fuzz_one_input, _nothing),
    "pieced": Fuzzed(pieced.hypothesis.fuzz_one_input, _nothing),
}
