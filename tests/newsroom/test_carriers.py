"""What files give away: every sort of file, every trace, and files that are no good."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfWriter

from plugins.newsroom import carriers
from plugins.newsroom.carriers import documents, pdf, texts, zipped
from plugins.newsroom.carriers.trace import Carried, Trace
from tests.newsroom import papers, private
from tests.newsroom.project import BARE, Project, news, write

PESEL = "99721200017"
N, M = "content/aktualnosci/n.md", "content/aktualnosci/m.md"
LIFT = "wyjątki:\n  - reguła: {}\n    powód: Tak ma być.\n"


def searched(root: Path, name: str, data: bytes) -> Carried:
    path = root / name
    path.write_bytes(data)
    return carriers.searched(path, f"content/media/{name}")


def told(carried: Carried) -> list[tuple[int, str]]:
    return [(found.line, found.what) for found in carried.findings]


def traces(carried: Carried) -> list[Trace]:
    return [mark.trace for mark in carried.traces]


HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Ma 99721200017</w:t></w:r>"
DELETED = "<w:p><w:del><w:r><w:delText>Ma 99721200017</w:delText></w:r></w:del></w:p>"
COMMENT = "<w:comment><w:p><w:r><w:t>Ma 99721200017</w:t></w:r></w:p></w:comment>"


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("a.docx", papers.docx("Ma ", PESEL), 0),
        ("a.docx", papers.docx("Ma 9972", "12", "00017"), 0),
        ("a.docx", papers.docx("x", inside=DELETED), 0),
        ("a.docx", papers.docx("x", inside=f"<w:p>{HIDDEN}</w:p>"), 0),
        ("a.docx", papers.docx("x", header1=f"<w:t>Ma {PESEL}</w:t>"), 0),
        ("a.docx", papers.docx("x", footnotes=f"<w:t>Ma {PESEL}</w:t>"), 0),
        ("a.docx", papers.docx("x", comments=COMMENT), 0),
        ("a.docx", papers.docx("x", core=f"<dc:title>{PESEL}</dc:title>"), 0),
        ("a.odt", papers.odt(f"Ma <t:span>9972</t:span>1200<t:s/>017 {PESEL}"), 0),
        ("a.xlsx", papers.xlsx("12", PESEL), 0),
        ("a.xlsx", papers.xlsx("9.9721200017E10"), 0),
        ("a.pdf", papers.pdf("pierwsza", f"Ma {PESEL}."), 2),
        ("a.pdf", papers.pdf("x", info=f"/Title ({PESEL})"), 0),
        ("a.csv", f"imię;PESEL\r\nX;{PESEL}\r\n".encode("cp1250"), 2),
        ("a.txt", f"\nMa {PESEL}".encode("utf-16"), 2),
        ("a.vtt", f"WEBVTT\n\n00:01.000 --> 00:02.000\nMa {PESEL}\n".encode(), 4),
        ("a.rtf", rb"{\rtf1\ansi Ma 9972\b 1200017\b0\par}", 1),
        ("a.zip", papers.zipped({"lista.txt": f"Ma {PESEL}"}), 0),
        ("a.zip", papers.zipped({f"{PESEL}.txt": "x"}), 0),
        ("a.jpg", papers.jpeg(f"Ma {PESEL}"), 0),
        ("a.jpg", papers.jpeg(artist=f"Ma {PESEL}"), 0),
        ("a.jpg", papers.jpeg(xmp=f"<dc:title>{PESEL}</dc:title>"), 0),
        ("a.png", papers.png(f"Ma {PESEL}"), 0),
    ],
)
def test_a_number_is_found_in_every_carrier(
    tmp_path: Path, name: str, data: bytes, line: int
) -> None:
    carried = searched(tmp_path, name, data)
    assert told(carried) == [(line, "PESEL")]
    assert PESEL not in repr(carried)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", papers.docx("Spotkanie 12.03.2026, uchwała LXXVI/2139/22")),
        ("a.docx", papers.docx("x", core="<a>99721</a><b>200017</b>")),
        ("a.odt", papers.odt("x")),
        ("a.xlsx", papers.xlsx("99721", "200017")),
        ("a.pdf", papers.pdf("Koszt 150 000 zl", "strona 2")),
        ("a.csv", b"a;b\n99721;200018\n"),
        ("a.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nDzien dobry\n"),
        ("a.jpg", papers.jpeg()),
        ("a.png", papers.png("narysowane")),
        ("a.mp3", b"ID3" + b"\0" * 100),
        ("a.zip", papers.zipped({"lista.csv": "a;b"})),
    ],
)
def test_a_file_that_tells_nobody_carries_nothing(tmp_path: Path, name: str, data: bytes) -> None:
    carried = searched(tmp_path, name, data)
    assert (carried.findings, carried.traces) == ((), ())


@pytest.mark.parametrize("name", [f"skan_{PESEL}.txt", "umowa-997212-00017.txt", "XYZ100001.txt"])
def test_a_name_is_searched_too(tmp_path: Path, name: str) -> None:
    (found,) = searched(tmp_path, name, b"x").findings
    assert (found.line, found.key) == (0, "nazwa pliku")


PLACE = "<exif:GPSLatitude>52,13N</exif:GPSLatitude>"
CREATOR = "<dc:creator><rdf:Seq><rdf:li>X</rdf:li></rdf:Seq></dc:creator>"


@pytest.mark.parametrize(
    ("name", "data", "trace"),
    [
        ("a.jpg", papers.jpeg(gps=True), Trace.PLACE),
        ("a.jpg", papers.jpeg(xmp=PLACE), Trace.PLACE),
        ("a.jpg", papers.jpeg(city="Miasto"), Trace.PLACE),
        ("a.jpg", papers.jpeg(artist="X Y"), Trace.AUTHOR),
        ("a.jpg", papers.jpeg(xmp=CREATOR), Trace.AUTHOR),
        ("a.mp4", b"\0\0\0\x18ftypmp42" + b"\0" * 50 + b"\xa9xyz+52.2297+021.0122/", Trace.PLACE),
        ("a.mov", b"x" * 99 + b"com.apple.quicktime.location.ISO6709", Trace.PLACE),
        ("a.docx", papers.docx("x", core="<dc:creator>X Y</dc:creator>"), Trace.AUTHOR),
        ("a.docx", papers.docx("x", core="<cp:lastModifiedBy>X</cp:lastModifiedBy>"), Trace.AUTHOR),
        ("a.odt", papers.odt("x", "<d:creator>X</d:creator>"), Trace.AUTHOR),
        ("a.pdf", papers.pdf("x", info="/Author (X Y)"), Trace.AUTHOR),
        ("a.docx", papers.docx("x", inside="<w:p><w:ins/></w:p>"), Trace.HISTORY),
        ("a.docx", papers.docx("x", comments="<w:comment/>"), Trace.HISTORY),
        ("a.docx", papers.docx("x", inside="<w:vanish/>"), Trace.HISTORY),
        ("a.odt", papers.odt("<t:tracked-changes/>"), Trace.HISTORY),
        ("a.pdf", papers.pdf(" "), Trace.UNREADABLE),
        ("a.zip", papers.zipped({"a.exe": "x"}), Trace.UNREADABLE),
    ],
)
def test_a_trace_is_told(tmp_path: Path, name: str, data: bytes, trace: Trace) -> None:
    assert traces(searched(tmp_path, name, data)) == [trace]


def encrypted() -> bytes:
    writer, out = PdfWriter(), io.BytesIO()
    writer.append(io.BytesIO(papers.pdf("x")))
    writer.encrypt("hasło", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def bomb() -> bytes:
    return papers.zipped({"word/document.xml": b"<a>" + b" " * 2_000_000})


LAUGHS = "".join(
    f'<!ENTITY {a} "{f"&{b};" * 10}">' for b, a in zip("abcdefghi", "bcdefghij", strict=True)
)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"", "uszkodzony"),
        ("a.pdf", b"%PDF" * 10, "uszkodzony"),
        ("a.pdf", papers.pdf("x")[:300], "uszkodzony"),
        ("a.pdf", encrypted(), "zaszyfrowany"),
        ("a.docx", b"", "uszkodzony"),
        ("a.docx", b"PK\3\4" + b"x" * 99, "uszkodzony"),
        ("a.docx", papers.docx("x")[:-30], "uszkodzony"),
        ("a.docx", papers.zipped({"word/document.xml": "<a><b></a>"}), "uszkodzony"),
        ("a.docx", papers.zipped({"x": ""}), "nie ma w nim tekstu"),
        ("a.docx", bomb(), "zbyt duży"),
        (
            "a.docx",
            papers.zipped(
                {"word/document.xml": f'<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">{LAUGHS}]><l>&j;</l>'}
            ),
            "uszkodzony",
        ),
        ("a.xls", b"\xd0\xcf\x11\xe0", "dawnym formacie"),
        ("a.txt", b"x" * 2_000_000, "ponad"),
    ],
)
def test_what_cannot_be_searched_is_told_and_never_raised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, words: str
) -> None:
    monkeypatch.setattr(zipped, "MEMBER_LIMIT", 1_000_000)
    monkeypatch.setattr(texts, "LIMIT", 1_000_000)
    (mark,) = searched(tmp_path, name, data).traces
    assert mark.trace is Trace.UNREADABLE
    assert words in mark.message
    assert " – " in mark.message


def test_an_encrypted_zip_is_told(tmp_path: Path) -> None:
    data = bytearray(papers.docx("x"))
    for sign in (b"PK\3\4", b"PK\1\2"):
        data[data.index(sign) + (6 if sign == b"PK\3\4" else 8)] |= 1
    (mark,) = searched(tmp_path, "a.docx", bytes(data)).traces
    assert "zaszyfrowany" in mark.message


def test_a_pdf_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "SECONDS", 0)
    (mark,) = searched(tmp_path, "a.pdf", papers.pdf("x")).traces
    assert "zbyt długo" in mark.message


def test_members_that_claim_to_be_small_are_not_believed(tmp_path: Path) -> None:
    data = papers.zipped({"word/document.xml": f"<a>{PESEL}</a>"})
    place = data.index(b"PK\1\2") + 24
    lied = data[:place] + (1).to_bytes(4, "little") + data[place + 4 :]
    assert searched(tmp_path, "a.docx", lied) != Carried()


def test_word_in_pieces_is_read_in_order() -> None:
    parts = {tag: documents._GAPS.get(tag) for tag in ("tab", "br", "t")}
    assert parts == {"tab": " ", "br": "\n", "t": None}


def attached(name: str, head: str = "") -> str:
    return news(f"załączniki:\n  - plik: {name}\n    opis: Plan\n{head}")


def said(root: Path, files: dict[str, str | bytes]) -> tuple[list[str], list[str]]:
    write(root, {**BARE, **files})
    project = Project(root)
    wrong = [str(one) for one in project.problems()]
    return wrong, [] if wrong else [str(one) for one in project.prepare().warnings]


def test_a_file_is_named_with_its_place_and_lifted_by_its_record(tmp_path: Path) -> None:
    place = "content/media/a.pdf"
    paper = {place: papers.pdf("x", f"Ma {PESEL}.")}
    wrong, _ = said(tmp_path / "1", {**paper, N: attached("a.pdf")})
    assert [one.split(" – ")[0] for one in wrong] == [f"{place}: strona 2: PESEL „99…17”"]
    lifted = attached("a.pdf", LIFT.format("99…17"))
    assert said(tmp_path / "2", {**paper, N: lifted}) == ([], [])


def test_a_file_of_two_records_is_lifted_by_both(tmp_path: Path) -> None:
    paper = {"content/media/a.txt": f"Ma {PESEL}."}
    lifted = attached("a.txt", LIFT.format("99…17"))
    wrong, _ = said(tmp_path / "1", {**paper, N: lifted, M: attached("a.txt")})
    assert [one.split(" – ")[0] for one in wrong] == ["content/media/a.txt:1: PESEL „99…17”"]
    assert said(tmp_path / "2", {**paper, N: lifted, M: lifted}) == ([], [])


def test_every_trace_has_an_example_of_being_lifted() -> None:
    assert private.FILES.keys() == {trace.value for trace in Trace}
