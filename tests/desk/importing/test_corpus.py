"""Two hundred pages made by foreign tools: every paragraph is in the records, and no other."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from plugins.desk.importing import converting, drafting, filing, readers
from plugins.desk.importing.filing import Cabinet, Filed
from plugins.desk.importing.heading import Wishes
from tests.desk.importing.corpus import Page, pages
from tests.desk.importing.reading import plain, taken, texts
from tests.desk.importing.wordpress import export

WISHES = Wishes(today="2026-11-22")


def imported(cabinet: Cabinet, path: Path) -> Iterator[Filed]:
    for text in readers.texts(path, path.read_bytes()):
        draft = drafting.drafted(text.source, converting.converted(text), WISHES)
        if not cabinet.holder(draft):
            yield from cabinet.filed(draft)


@pytest.fixture(name="cabinet")
def _cabinet(tmp_path: Path) -> Cabinet:
    (tmp_path / "content").mkdir()
    return Cabinet.opened(tmp_path)


def made(pandoc: Path, folder: Path, page: Page, kind: str) -> Path:
    path = folder / f"{page.number}.{kind}"
    words = ["-f", "html", "-t", kind, "-s", "--metadata", f"title={page.title}", "-o", path]
    subprocess.run([pandoc, *words], input=page.html.encode(), check=True, timeout=60)
    return path


def holds(filed: Filed, page: Page) -> None:
    head, body = taken(filed.text)
    title = re.sub(r"<(?=[!b])", "‹", page.title)  # a head holds nothing that looks like HTML
    assert plain(str(head["tytuł"])) == plain(title)
    assert texts(body) == list(map(plain, page.texts))
    assert [p for p in filed.problems() if "sprawdź i usuń" not in p.message] == []


@pytest.mark.parametrize("kind", ["html", "docx"])
def test_what_pandoc_writes_is_kept(
    kind: str, pandoc: Path, cabinet: Cabinet, tmp_path: Path
) -> None:
    written = list(pages(50, seed=1))
    with ThreadPoolExecutor(2) as pool:
        paths = list(pool.map(lambda page: made(pandoc, tmp_path, page, kind), written))
    for page, path in zip(written, paths, strict=True):
        (filed,) = imported(cabinet, path)
        holds(filed, page)
        if page.number % 5 == 0:
            filing.write(cabinet.root, filed.files)
    again = Cabinet.opened(cabinet.root)
    assert [one for path in paths[::5] for one in imported(again, path)] == []


def test_what_wordpress_exports_is_kept(cabinet: Cabinet, tmp_path: Path) -> None:
    written = list(pages(100, seed=3))
    path = tmp_path / "wordpress.xml"
    path.write_text(export(written), "utf-8")
    filed = list(imported(cabinet, path))
    assert len(filed) == len(written)
    for one, page in zip(filed, written, strict=True):
        holds(one, page)
        filing.write(cabinet.root, one.files)
    assert list(imported(Cabinet.opened(cabinet.root), path)) == []
