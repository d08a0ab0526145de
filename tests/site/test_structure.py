"""What every page of the built site keeps, as its markup tells without a browser."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from itertools import pairwise

import pytest
from lxml import html

from plugins.newsroom import addresses, rooms
from tests.site.project import Project

MOVED = {"debaty-spoleczne"}
"""Where only an old address of a record stands, which another page may not take either."""
HTML_BUDGET = 20 * 1024
Pages = dict[str, html.HtmlElement]

LANDMARKS = {
    "main": "//main",
    "banner": "//header[not(ancestor::main or ancestor::article or ancestor::section)]",
    "contentinfo": "//footer[not(ancestor::main or ancestor::article or ancestor::section)]",
}


@pytest.fixture(scope="module")
def pages(sample: Project) -> Pages:
    files = sorted(sample.output.rglob("*.html"))
    return {
        file.relative_to(sample.output).as_posix(): html.fromstring(file.read_bytes())
        for file in files
    }


def test_no_page_is_heavy(sample: Project, pages: Pages) -> None:
    sizes = {path: len(gzip.compress((sample.output / path).read_bytes(), 9)) for path in pages}
    assert {path: size for path, size in sizes.items() if size > HTML_BUDGET} == {}


def test_no_page_of_an_officers_can_stand_where_the_site_has_its_own(sample: Project) -> None:
    named = [str(value) for name, value in vars(addresses).items() if name.isupper()]
    known = {found[1] for found in map(re.compile("/([a-z-]+)/").match, named) if found}
    pages = {path.stem for path in sample.root.glob("content/strony/**/*.md")}
    there = {path.name for path in sample.output.glob("[a-z]*/")}
    assert known | (there - pages) <= rooms.ROOMS | MOVED
    assert not any(rooms.is_reserved("strony", name) for name in pages)


def test_headings_begin_with_the_only_first_and_skip_no_level(pages: Pages) -> None:
    faults = []
    for path, page in pages.items():
        levels = [int(one.tag[1]) for one in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        if levels.count(1) != 1 or any(after > before + 1 for before, after in pairwise(levels)):
            faults.append(f"{path}: {levels}")
    assert faults == []


def test_every_data_table_has_headers_that_say_what_of(pages: Pages) -> None:
    tables = [(path, table) for path, page in pages.items() for table in page.xpath("//table")]
    assert tables
    faults = []
    for path, table in tables:
        if not table.xpath("./caption | ancestor::*[contains(@class, 'prose')]"):
            faults.append(f"{path}: a table without a caption")
        if not table.xpath(".//th"):
            faults.append(f"{path}: a table without headers")
        for header in table.xpath(".//th[not(@scope)]"):
            faults.append(f"{path}: a header without scope: {header.text_content().strip()}")
        for cell in table.xpath(".//tr[not(.//th)]/td[normalize-space()][not(//thead)]"):
            faults.append(f"{path}: a cell without headers: {cell.text_content().strip()}")
    assert faults == []


def test_landmarks_are_there_once_or_have_names_of_their_own(pages: Pages) -> None:
    faults = []
    for path, page in pages.items():
        counts = {name: len(page.xpath(where)) for name, where in LANDMARKS.items()}
        if counts["main"] != 1 or max(counts.values()) > 1:
            faults.append(f"{path}: {counts}")
        for tag in ("nav", "section", "aside", "form", "search"):
            names = Counter(map(_name, page.xpath(f"//{tag}")))
            if tag != "nav":
                del names[""]  # without a name it is no landmark
            elif sum(names.values()) == 1:
                del names[""]
            faults += [f"{path}: {tag} {n!r} × {k}" for n, k in names.items() if not n or k > 1]
    assert faults == []


def _name(landmark: html.HtmlElement) -> str:
    """The accessible name that a landmark has of its label."""
    told = landmark.get("aria-labelledby", "").split()
    labels = [one.text_content() for name in told for one in landmark.xpath("//*[@id=$n]", n=name)]
    return " ".join(" ".join(labels or [landmark.get("aria-label", "")]).split())
