from __future__ import annotations

import struct
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from plugins.newsroom import inspection, originals
from tests.newsroom import papers
from tests.newsroom.project import BARE, Project, news, write

N = "content/aktualnosci/2026/n.md"


def picture(form: str = "PNG", size: tuple[int, int] = (4, 3), turned: int = 0) -> bytes:
    buffer, image = BytesIO(), Image.new("1" if size > (1000, 0) else "RGB", size)  # soon packed
    exif = image.getexif()
    if turned:
        exif[0x0112] = turned
    image.save(buffer, form, exif=exif)
    return buffer.getvalue()


def named(plik: str) -> str:
    return news(f"zdjęcie:\n  plik: {plik}\n  alt: Plan\n")


def attached(plik: str) -> str:
    return news(f"załączniki:\n  - plik: {plik}\n    opis: Plan\n")


def project(root: Path, files: dict[str, str | bytes]) -> Project:
    write(root, {**BARE, **files})
    return Project(root)


def found(it: Project) -> list[originals.Original]:
    return list(it.prepare().catalogue.originals.found.values())


def said(it: Project) -> list[str]:
    return [str(problem).removeprefix(f"{N}:") for problem in it.problems()]


@pytest.mark.parametrize(
    ("plik", "place"),
    [
        ("plan.png", "content/aktualnosci/2026/plan.png"),
        ("plan.png", "content/media/plan.png"),
        ("media/plan.png", "content/media/plan.png"),
        ("../media/plan.png", "content/media/plan.png"),
        ("2026/plan.png", "content/media/2026/plan.png"),
        ("content/media/plan.png", "content/media/plan.png"),
        ("../../media/plan.png", "content/media/plan.png"),
    ],
)
def test_a_file_is_found_beside_the_text_and_in_the_shared_folder(
    tmp_path: Path, plik: str, place: str
) -> None:
    body = news(body=f"![Plan]({plik})") if plik.startswith("../../") else named(plik)
    (original,) = found(project(tmp_path, {N: body, place: picture()}))
    assert (original.path, original.width, original.height) == (place, 4, 3)


@pytest.mark.parametrize(("turned", "size"), [(0, (4, 3)), (3, (4, 3)), (6, (3, 4)), (8, (3, 4))])
def test_a_picture_is_measured_as_it_will_be_shown(
    tmp_path: Path, turned: int, size: tuple[int, int]
) -> None:
    data = picture("JPEG", turned=turned)
    (original,) = found(project(tmp_path, {N: named("a.jpg"), "content/media/a.jpg": data}))
    assert (original.width, original.height) == size


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def huge() -> bytes:
    """A PNG that says it has 10,000,000,000 pixels."""
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b""))


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.png", b"", "nie jest obrazem JPEG, PNG ani WebP – zapisz go w jednym z nich"),
        ("a.jpg", picture("JPEG", (64, 64))[:-200], "obraz jest uszkodzony – zapisz go ponownie"),
        ("a.png", huge(), "obraz ma ponad 60 mln pikseli – zmniejsz go"),
        ("a.png", picture(size=(9000, 7000)), "obraz ma ponad 60 mln pikseli – zmniejsz go"),
        ("a.svg", b"<svg/>", "nie jest obrazem JPEG, PNG ani WebP – zapisz go w jednym z nich"),
        (
            "a.gif",
            picture("GIF"),
            "nie jest obrazem JPEG, PNG ani WebP – zapisz go w jednym z nich",
        ),
        ("a.pdf", b"%PDF", "nie jest obrazem – użyj JPEG lub PNG"),
    ],
)
def test_what_is_no_good_picture_is_refused(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    it = project(tmp_path, {N: named(name), f"content/media/{name}": data})
    assert said(it) == [f"5: plik „content/media/{name}”: {message}"]
    assert it.pictures.rows.keys() <= {"content/media/a.pdf"}


HIDES = "w obrazie kryje się {} – otwórz go i zapisz jako nowy obraz"
OTHER = "nie jest tym, co mówi nazwa – zapisz go ponownie w programie, z którego pochodzi"
RENAMED = "to obraz PNG, choć nazwa mówi co innego – zmień jej koniec na „.png”"
MOVES = "obraz jest ruchomy – zapisz jedną klatkę albo dodaj go jako film"
LONG = "bok obrazu ma ponad 16383 pikseli – przytnij go albo podziel"


def moving(form: str) -> bytes:
    buffer = BytesIO()
    frames = [Image.new("RGB", (4, 3), colour) for colour in ("red", "blue")]
    frames[0].save(buffer, form, save_all=True, append_images=frames[1:])
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.jpg", picture("PNG"), RENAMED),
        ("a.png", moving("PNG"), MOVES),
        ("a.webp", moving("WEBP"), MOVES),
        ("a.png", picture(size=(16_384, 1)), LONG),
        ("a.jpg", picture("JPEG") + papers.zipped({"a.html": "x"}), HIDES.format("archiwum ZIP")),
        (
            "a.jpg",
            picture("JPEG")[:2] + b"\xff\xfe\0\x08%PDF-1" + picture("JPEG")[2:],
            HIDES.format("dokument PDF"),
        ),
        ("a.png", picture() + b"<script>alert(1)</script>", HIDES.format("kod strony")),
        ("a.mp4", b"<html>", OTHER),
        ("a.webm", b"", OTHER),
        ("a.mp3", b"MZ" * 9, OTHER),
        ("a.pdf", b"<html><script>alert(1)</script>", OTHER),
        ("a.docx", b"MZ" * 9, OTHER),
        ("a.zip", b"%PDF-1.7", OTHER),
        ("a.csv", b"MZ\x90\0\3", OTHER),
        (
            "a.vtt",
            b"1\n00:00:01,000 --> 00:00:02,000\nx",
            "napisy nie zaczynają się od „WEBVTT” – zapisz je jako WebVTT",
        ),
        ("a.vtt", b"WEBVTT\n", "w napisach nie ma żadnej kwestii – np. „00:01.000 --> 00:04.000”"),
        ("a.vtt", "WEBVTT ą".encode("cp1250"), "napisy nie są w UTF-8 – zapisz je w tym kodowaniu"),
    ],
)
def test_what_is_not_what_its_name_says_is_refused(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    names = named if name.endswith((".jpg", ".png", ".webp")) else attached
    it = project(tmp_path, {N: names(name), f"content/media/{name}": data})
    assert [one.split(":", 1)[1] for one in said(it)] == [
        f" plik „content/media/{name}”: {message}"
    ]


def test_a_document_that_swells_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspection, "UNPACKED_LIMIT", 1_000_000)
    bomb = papers.zipped({"word/document.xml": bytes(1_000_001)})
    it = project(tmp_path, {N: attached("a.docx"), "content/media/a.docx": bomb})
    told = "po rozpakowaniu miałby ponad 1 MB – podziel go"
    assert said(it) == [f"5: plik „content/media/a.docx”: {told}"]


def test_a_bomb_is_refused_before_its_pixels_are_made(tmp_path: Path) -> None:
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(9)))
    (tmp_path / "a.png").write_bytes(bomb)
    refuse = (
        "import resource, sys, pathlib, PIL.PngImagePlugin;"
        "from plugins.newsroom import inspection;"
        "used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        "print(inspection.picture(pathlib.Path(sys.argv[1])));"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - used)"
    )
    words = [sys.executable, "-c", refuse, str(tmp_path / "a.png")]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=True)
    told, grown = done.stdout.splitlines()
    assert told == "obraz ma ponad 60 mln pikseli – zmniejsz go"
    assert int(grown) < 20_000  # kilobytes; the pixels would be 14 gigabytes


def test_a_photograph_with_a_second_picture_or_a_film_behind_it_is_taken(tmp_path: Path) -> None:
    buffer = BytesIO()
    frames = [Image.new("RGB", (4, 3), colour) for colour in ("red", "blue")]
    frames[0].save(buffer, "MPO", save_all=True, append_images=frames[1:])
    moving_photo = picture("JPEG") + b"\0\0\0\x18ftypmp42" + bytes(40)
    for data in (buffer.getvalue(), moving_photo):
        write(tmp_path, {"content/media/a.jpg": data})
        (original,) = found(project(tmp_path, {N: named("a.jpg")}))
        assert (original.width, original.height) == (4, 3)


@pytest.mark.parametrize(
    "name", ["a.html", "a.HTM", "a.svg", "a.js", "a.xml", "a", "a.md", "a.yml"]
)
def test_what_could_run_or_be_a_draft_is_no_download(tmp_path: Path, name: str) -> None:
    it = project(
        tmp_path, {N: attached(name), f"content/aktualnosci/2026/{name}": "---\na: b\n---\n"}
    )
    assert any(f"plik „content/aktualnosci/2026/{name}”: " in one for one in said(it))


def test_a_download_is_digested_and_a_large_one_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    it = project(tmp_path, {N: attached("a.pdf"), "content/media/a.pdf": b"%PDF" * 10})
    (original,) = found(it)
    assert (original.size, original.width) == (40, 0)
    monkeypatch.setattr(originals, "SIZE_LIMIT", 39)
    it.pictures.rows.clear()
    assert said(it)[0].startswith("5: plik „content/media/a.pdf”: ma ponad ")


def test_a_missing_file_is_named_where_it_is_named(tmp_path: Path) -> None:
    it = project(tmp_path, {N: news(body="x\n\n![Plan](../plan%20miasta.png)")})
    assert said(it) == [
        "8: plik „content/aktualnosci/plan miasta.png”: nie ma takiego pliku – "
        "zapisz go obok tekstu albo w content/media/"
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights there")
@pytest.mark.parametrize("link", ["content/media/a.png", "content/aktualnosci/2026"])
def test_a_link_is_not_followed_and_told_once(tmp_path: Path, link: str) -> None:
    outside = tmp_path / "outside"
    write(outside, {"a.png": picture(), "n.md": news()})
    place = "content/aktualnosci/n.md"
    it = project(tmp_path / "p", {place: named("2026/a.png" if "2026" in link else "a.png")})
    (it.root / link).parent.mkdir(parents=True, exist_ok=True)
    (it.root / link).symlink_to(outside / ("a.png" if link.endswith("png") else "."))
    assert [str(one) for one in it.problems()] == [
        f"{link}: dowiązanie symboliczne – wstaw sam plik"
    ]


def test_a_picture_is_measured_again_only_when_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    it = project(tmp_path, {N: named("a.png"), "content/media/a.png": picture()})
    first = found(it)
    monkeypatch.setattr(inspection, "picture", None)
    assert found(it) == first
    monkeypatch.undo()
    write(tmp_path, {"content/media/a.png": picture(size=(5, 5))})
    assert [one.width for one in found(it)] == [5]
    write(tmp_path, {N: news()})
    assert found(it) == []
    assert it.pictures.rows == {}


def test_a_broken_picture_is_never_remembered(tmp_path: Path) -> None:
    it = project(tmp_path, {N: named("a.png"), "content/media/a.png": b"x"})
    assert said(it) == said(it) != []
    assert it.pictures.rows == {}
