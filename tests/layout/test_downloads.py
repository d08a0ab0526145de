"""What a link to a file says before it is followed: format, pages, that it is a scan, size."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from plugins.layout.surroundings import download
from plugins.layout.values import Download
from tests.newsroom.project import BARE, Project, news, write
from tests.posters.making import pdf


def scan() -> bytes:
    out = io.BytesIO()
    Image.new("L", (200, 280), 250).save(out, "PDF")
    return out.getvalue()


def _pages(count: int) -> bytes:
    """A text of so many pages."""
    out, merged = io.BytesIO(), pikepdf.new()
    with pikepdf.open(io.BytesIO(pdf())) as one:
        for _ in range(count):
            merged.pages.extend(one.pages)
    merged.save(out)
    return out.getvalue()


def told(root: Path, name: str, data: bytes) -> Download:
    head = f"załączniki:\n  - plik: {name}\n    opis: Pismo\n"
    write(root, {**BARE, "content/aktualnosci/n.md": news(head), f"content/media/{name}": data})
    catalogue = Project(root).prepare().catalogue
    [record] = catalogue.news
    found = download(catalogue, record, name, "Pismo")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("data", "pages", "is_scan"), [(_pages(3), 3, False), (scan(), 1, True)], ids=["text", "scan"]
)
def test_a_pdf_tells_its_pages_and_whether_it_is_a_scan(
    tmp_path: Path, data: bytes, pages: int, is_scan: bool
) -> None:
    found = told(tmp_path, "a.pdf", data)
    assert (found.format, found.pages, found.is_scan) == ("PDF", pages, is_scan)
    assert found.size == len(data)


def test_what_has_no_pages_tells_none(tmp_path: Path) -> None:
    found = told(tmp_path, "a.csv", b"a;b\n1;2\n")
    assert (found.format, found.pages, found.is_scan) == ("CSV", 0, False)


def test_a_second_run_remembers_it(tmp_path: Path) -> None:
    told(tmp_path, "a.pdf", scan())
    project = Project(tmp_path)
    project.prepare()
    [record] = project.prepare().catalogue.news
    again = download(project.prepare().catalogue, record, "a.pdf", "Pismo")
    assert again is not None
    assert again.is_scan
