"""Pictures and files that are handed in: taken under a safe name, or refused in Polish."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from plugins.desk.editor import uploads
from tests.desk.editor.conftest import Desk

DEBATE = "debaty/okolice-dworca-wieczorem/"
FILE = "debaty/2026/okolice-dworca-wieczorem.md"
FOLDER = "content/debaty/2026"


def picture(kind: str = "PNG", size: tuple[int, int] = (4, 3)) -> bytes:
    data = io.BytesIO()
    large = size > (1000, 0)  # soon packed with a bit a pixel
    Image.new("1" if large else "RGB", size, 0 if large else "navy").save(data, kind)
    return data.getvalue()


def test_a_picture_and_its_words_are_saved_in_one_step(desk: Desk) -> None:
    form = desk.open(DEBATE).form
    form["zdjęcie.alt"] = "Peron wieczorem."
    handed = (io.BytesIO(picture()), "../../Zdjęcie z peronu (1).PNG")
    page = desk.send(DEBATE, {**form, "plik:zdjęcie.plik": handed})

    assert page.status == 303
    assert (desk.root / FOLDER / "zdjecie-z-peronu-1.png").read_bytes() == picture()
    assert "  plik: zdjecie-z-peronu-1.png\n  alt: Peron wieczorem.\n" in desk.read(FILE)


def test_a_picture_without_words_is_not_saved_into_the_record(desk: Desk) -> None:
    before = desk.read(FILE)
    handed = (io.BytesIO(picture()), "peron.png")
    form = {**desk.open(DEBATE).form, "zdjęcie.alt": "", "plik:zdjęcie.plik": handed}
    page = desk.send(DEBATE, form)
    assert page.status == 422
    assert "brak wymaganego klucza" in page.error("zdjęcie.alt").lower()
    assert page.form["zdjęcie.plik"] == "peron.png"
    assert desk.read(FILE) == before


def test_a_picture_goes_into_the_text_where_the_cursor_stood(desk: Desk) -> None:
    form = {**desk.open(DEBATE).form, "treść": "Raz.\n\nDwa.", "kursor:treść": "6"}
    handed = (io.BytesIO(picture("JPEG")), "peron.jpeg")
    page = desk.send(DEBATE, {**form, "plik:treść": handed, "opis:treść": ""}, "wgraj:treść")
    assert page.status == 422
    assert "opisz zdjęcie" in page.text.lower()
    handed = (io.BytesIO(picture("JPEG")), "peron.jpeg")
    page = desk.send(
        DEBATE, {**form, "plik:treść": handed, "opis:treść": "Peron [1]"}, "wgraj:treść"
    )
    assert page.status == 200
    assert page.form["treść"] == "Raz.\n\n![Peron (1)](peron.jpg)\n\nDwa."


def test_a_faulty_file_is_told_at_its_field(desk: Desk) -> None:
    before = desk.files()
    handed = (io.BytesIO(b"nie obraz"), "peron.png")
    page = desk.send(DEBATE, {**desk.open(DEBATE).form, "plik:zdjęcie.plik": handed})
    assert page.status == 422
    assert "nie jest obraz" in page.error("zdjęcie.plik")
    assert desk.files() == before


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("x.png", b"", "pusty"),
        ("x.svg", b"<svg/>", "nie jest obraz"),
        ("x.html", b"<p>", "nie przyjmujemy"),
        ("x.exe", b"MZ", "nie przyjmujemy"),
        ("x", b"%PDF-", "nie przyjmujemy"),
        (".htaccess", b"x", "nie przyjmujemy"),
        ("x.pdf", b"<html>", "nie jest plik PDF"),
        ("x.docx", b"nie zip", "nie jest plik DOCX"),
        ("x.jpg", picture("JPEG", (400, 300))[:700], "uszkodzony"),
        ("x.gif", picture("GIF"), "nie jest obraz"),
        ("x.png", picture("PNG", (10_000, 5_001)), "50 mln pikseli"),
        ("x.jpg", b"\xff" * (uploads.PICTURE_LIMIT + 1), "20 MB"),
        ("x.pdf", b"%PDF-" + b" " * uploads.FILE_LIMIT, "50 MB"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else "",
)
def test_what_is_not_taken_is_named(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        uploads.kept(tmp_path, "content", name, data)
    assert not list(tmp_path.rglob("*.*"))


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Zdjęcie.JPG", "zdjecie.png"),
        ("..\\..\\C:\\windows\\x.png", "x.png"),
        ("💬.png", "plik.png"),
        ("a" * 300 + ".png", "a" * 60 + ".png"),
        ("-rf.png", "rf.png"),
    ],
)
def test_a_name_is_made_safe_and_true(tmp_path: Path, name: str, kept: str) -> None:
    assert uploads.kept(tmp_path, "content", name, picture()) == kept


def test_no_file_is_ever_replaced(tmp_path: Path) -> None:
    names = [uploads.kept(tmp_path, "a", "x.png", picture(size=(4, n))) for n in (1, 2, 1)]
    assert names == ["x.png", "x-2.png", "x.png"]
    assert (tmp_path / "a/x.png").read_bytes() == picture(size=(4, 1))
