"""The formats that are read, and files that must not be."""

from __future__ import annotations

import io
import subprocess
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from plugins.desk.importing import converting, drafting, opening, readers
from plugins.desk.importing.drafting import Draft
from plugins.desk.importing.heading import Wishes
from plugins.desk.importing.values import Text, Written
from plugins.newsroom.kinds import KINDS
from plugins.problems import Problems
from tests.desk.importing.reading import html_of, texts
from tests.desk.importing.wordpress import TOP, item

WISHES = Wishes(today="2026-11-22")


def read(name: str, data: str | bytes) -> list[Text]:
    return readers.texts(Path(name), data.encode() if isinstance(data, str) else data)


def written(name: str, data: str | bytes) -> list[Written]:
    return [converting.converted(text) for text in read(name, data)]


def drafts(name: str, data: str | bytes) -> list[Draft]:
    return [drafting.drafted(name, one, WISHES) for one in written(name, data)]


RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Kanał</title>
<item><title>Debata &lt;b&gt;w parku&lt;/b&gt;</title><link>https://inna.pl/1</link>
<pubDate>Mon, 31 Jan 2022 23:30:00 GMT</pubDate><category>Profilaktyka</category>
<description>Skrót.</description><content:encoded><![CDATA[<p>Cała <b>treść</b>.</p>
<iframe src="https://film.pl/2"></iframe>]]></content:encoded></item>
<item><title>Drugi</title><description>Pierwszy akapit.

Drugi akapit.</description></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>K</title><entry>
<title type="html">Nowy patrol</title><link href="https://inna.pl/a"/><id>urn:1</id>
<published>2022-06-30T22:30:00Z</published><updated>2022-07-02T10:00:00Z</updated>
<author><name>Jan Kot</name></author><content type="html">&lt;p&gt;Treść.&lt;/p&gt;</content>
</entry></feed>"""


def test_entries_of_rss_are_texts_with_their_polish_days() -> None:
    first, second = written("kanal.xml", RSS)
    assert (first.facts.title, first.facts.published) == ("Debata w parku", "2022-02-01 00:30")
    assert first.facts.words == ("Profilaktyka",)
    assert "(https://film.pl/2)" in first.body
    assert set(texts(first.body)) == {"Cała treść.", "Skrót."}
    assert texts(second.body) == ["Pierwszy akapit.", "Drugi akapit."]


def test_entries_of_atom_say_who_and_when() -> None:
    (one,) = drafts("kanal.atom", ATOM)
    assert one.head["data publikacji"] == "2022-07-01 00:30"
    assert one.head["data aktualizacji"] == "2022-07-02 12:00"
    assert one.head["osoba publikująca"] == "Jan Kot"
    assert one.head["źródło"] == {
        "nazwa": "inna.pl",
        "link": "https://inna.pl/a",
        "odczytano": "2026-11-22",
    }
    assert one.folder == "aktualnosci/2022"


def export(*items: str) -> str:
    return f"{TOP}{''.join(items)}</channel></rss>"


def test_wordpress_paragraphs_captions_and_shortcodes() -> None:
    content = (
        "Pierwszy\nwiersz.\n\nDrugi akapit.\n\n[caption id='a' width='3']<img src='x.png'/>"
        ' Podpis[/caption]\n\n[gallery ids="1,2"]\n\n[embed]https://film.pl/3[/embed]\n\n'
        "Koniec [sic] i [1]."
    )
    (one,) = written("wp.xml", export(item(1, "Nocny patrol", content)))
    assert texts(one.body) == [
        *("Pierwszy wiersz.", "Drugi akapit.", "obraz: /x.png Podpis", '[gallery ids="1,2"]'),
        "Koniec [sic] i [1].",
    ]
    assert "skrót WordPressa „[gallery]”" in one.body
    assert "(https://film.pl/3)" in one.body
    assert (one.facts.published, one.facts.updated) == ("2022-01-12 10:01", "2022-01-13 10:01")


def test_wordpress_drafts_and_private_posts_are_marked() -> None:
    private = item(1, "Prywatny wpis", "A", status="private")
    (one,) = written("wp.xml", export(private, item(2, "Obraz", "", "attachment")))
    assert "był prywatny" in one.body


PELICAN = """Title: Nocny patrol: "park"
Date: 2020-05-01 10:20
Modified: 2020-05-03
Category: Profilaktyka
Tags: park, noc
Slug: nocny
Warstwa: 3

Treść *wpisu* - tu.

- a
- b
"""


def test_pelicans_head_and_body() -> None:
    (one,) = drafts("wpis.md", PELICAN)
    assert one.head["tytuł"] == 'Nocny patrol: "park"'
    assert one.head["data publikacji"] == "2020-05-01 10:20"
    assert one.head["dział"] == "profilaktyka"
    assert one.head["tematy"] == ["Profilaktyka", "park", "noc"]
    assert "Warstwa: 3" in one.body
    assert one.body.endswith("Treść *wpisu* - tu.\n\n- a\n- b")


def test_markdown_with_html_in_it_is_turned_and_loses_no_text() -> None:
    (one,) = written(
        "wpis.md", '---\ntitle: Patrol w parku\n---\n\n# A\n\n<div class="x">B</div>\n\nC'
    )
    assert texts(one.body) == ["A", "B", "C"]
    assert "<div" not in one.body


def test_our_own_records_are_read_again() -> None:
    (one,) = drafts("x.md", "---\ntytuł: Patrol\ndata publikacji: 2026-03-01\n---\n\nA **b**.\n")
    assert (one.head["tytuł"], one.head["data publikacji"]) == ("Patrol", "2026-03-01")
    assert one.body == "A **b**."


def test_plain_text_keeps_lines_and_paragraphs() -> None:
    (one,) = written("x.txt", "Nocny patrol w parku\n\n* a\n* b\n\n<b>c</b>".encode("cp1250"))
    assert one.facts.title == "Nocny patrol w parku"
    assert texts(one.body) == ["* a * b", "<b>c</b>"]


def document(pandoc: Path, html: str, folder: Path) -> bytes:
    path = folder / "x.docx"
    words = [pandoc, "-f", "html", "-t", "docx", "-o", path]
    subprocess.run(words, input=html.encode(), check=True, cwd=folder, timeout=60)
    return path.read_bytes()


def test_a_document_brings_its_pictures_and_footnotes(pandoc: Path, tmp_path: Path) -> None:
    Image.new("RGB", (9, 9), "blue").save(tmp_path / "a.png")
    (tmp_path / "x.md").write_text(
        "# Nocny patrol\n\nTekst[^1].\n\n![Radiowóz](a.png)\n\n[^1]: Nota *pod* tekstem.\n", "utf-8"
    )
    out = tmp_path / "x.docx"
    subprocess.run([pandoc, "x.md", "-o", out], check=True, cwd=tmp_path, timeout=60)
    (one,) = written("x.docx", out.read_bytes())
    assert one.facts.title == "Nocny patrol"
    assert [picture.name for picture in one.pictures] == ["1.png"]
    assert "![Radiowóz](" in one.body
    assert "Nota *pod* tekstem." in one.body
    assert 'class="footnote-ref"' in html_of(one.body)


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    """A document with one more part, or another in its place."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", 8) as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
        new.writestr(name, part)
    return made.getvalue()


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_headers_of_pages_and_comments_are_told(pandoc: Path, tmp_path: Path) -> None:
    data = document(pandoc, "<h1>Nocny patrol</h1><p>A</p>", tmp_path)
    header = f"<w:hdr {WORD}><w:p><w:r><w:t>Papier firmowy</w:t></w:r></w:p></w:hdr>"
    data = with_part(data, "word/header1.xml", header.encode())
    (one,) = written("x.docx", data)
    assert one.left_out == ("Papier firmowy",)


BOMB = b'<!DOCTYPE a [<!ENTITY b "' + b"x" * 1000 + b'">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("name", "part", "said"),
    [
        ("word/document.xml", BOMB, "encje"),
        ("word/document.xml", b"<w:document", "otwórz go w edytorze i zapisz ponownie"),
        ("word/document.xml", b" " * (opening.PART_LIMIT + 1), "za duży"),
        ("[Content_Types].xml", b"", "zapisz ponownie"),
    ],
)
def test_hostile_and_broken_documents_are_refused(
    name: str, part: bytes, said: str, pandoc: Path, tmp_path: Path
) -> None:
    data = document(pandoc, "<h1>Nocny patrol</h1><p>A</p>", tmp_path)
    with pytest.raises(Problems, match=said):
        written("x.docx", with_part(data, name, part))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("x.rst", "Tytuł\n=====", "pandoc plik.rst"),
        ("x.doc", "x", "zapisz jako DOCX"),
        ("x.pdf", "%PDF-1.4", "wczytaj DOCX albo stronę HTML"),
        ("x.docx", "<p>a</p>", "to nie jest dokument DOCX"),
        ("x.bin", "abc", "nie znam tego formatu"),
        ("x.xml", "<rss><channel></channel></rss>", "nie ma wpisów"),
        ("x.xml", RSS.replace("<rss", '<!DOCTYPE r [<!ENTITY a "b">]><rss'), "encje"),
        ("x.xml", export(), "nie ma wpisów ani stron"),
        ("x.html", "<div>" * 300 + "a", "zbyt zawiła"),
        ("x.html", "<p>a</p>" * 30_000, "za długa|za duża"),
        ("x.html", "a " * 300_000, "za długa"),
        ("x.md", "---\ntytuł: [a\n---\n", "nie rozumiem metryczki"),
        ("x.txt", "a" * 500_000, "podziel go"),
    ],
)
def test_what_cannot_be_read_is_told_in_polish(name: str, data: str, said: str) -> None:
    with pytest.raises(Problems, match=said):
        written(name, data)


def test_links_and_giants_are_not_opened(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("x", "utf-8")
    (tmp_path / "b.html").symlink_to(tmp_path / "a.html")
    with (tmp_path / "c.html").open("wb") as giant:
        giant.truncate(200_000_000)
    for name, said in (("b.html", "dowiązanie"), ("c.html", "50 MB"), ("d.html", "nie ma takiego")):
        with pytest.raises(Problems, match=said):
            opening.read(tmp_path / name)


_HTML = st.lists(
    st.sampled_from(
        [
            *("<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<ul>", "<ol start=9>", "<li>"),
            *("</ul>", "<table>", "<tr>", "<td rowspan=3>", "<th colspan=2>", "</table>", "<h1>"),
            *("<h4>", "</h4>", "<a href='x'>", "<a href='https://[x'>", "</a>", "<br>", "<pre>"),
            *(
                "<img src='a.png'>",
                "<blockquote>",
                "<dl><dt>",
                "<dd>",
                "<sup>",
                "<li id=a>",
                "<hr>",
            ),
            *("<a id=b href='#a'>", "<a href='#b'>", "<iframe src='//x'>", "<svg>", "<math>"),
            *("<!--", "-->", "<caption>", "Data publikacji: 2022-01-31", "Powrót", "- ", "1. "),
            *("# ", "> ", "!!! ", "*", "_", "`", "[", "](", "{", "|", "&amp;lt;", "&#0;", "\x00"),
            *("\u202e", "\n", "    ", "<", "&", "śnieg "),
        ]
    ),
    max_size=40,
)


@settings(deadline=None)
@given(_HTML)
def test_any_page_becomes_a_body_that_the_site_reads(pieces: list[str]) -> None:
    from plugins.newsroom import prose, source

    (one,) = written("x.html", f"<h1>Tytuł strony</h1><p>A</p>{''.join(pieces)}")
    made = prose.rendered(
        source.Source("content/aktualnosci/x.md", "", 1, one.body.replace("\ue001", "x"), 1),
        "t-",
        KINDS,
    )
    assert made.problems == ()


@settings(deadline=None)
@given(
    st.sampled_from(["x.html", "x.xml", "x.md", "x.txt", "x.docx", "x"]), st.binary(max_size=200)
)
def test_any_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    with suppress(Problems):
        drafts(name, data)
