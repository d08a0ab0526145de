"""Every example of every component, alone on a page with the stylesheet, before the judges."""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import NARROW, STATES, WIDE, judged, judged_by_colours, served
from tests.theme.components import EXAMPLES, Component, named
from tests.theme.stylesheet import joined

# A part alone cannot keep what is asked of a page; tests/site/test_access.py asks the pages.
OF_PAGES = (
    *("bypass", "heading-order", "page-has-heading-one", "region", "skip-link"),
    *("landmark-one-main", "landmark-unique", "landmark-no-duplicate-banner"),
    *("landmark-no-duplicate-contentinfo", "landmark-no-duplicate-main"),
    *("landmark-banner-is-top-level", "landmark-contentinfo-is-top-level"),
    *("landmark-complementary-is-top-level", "landmark-main-is-top-level"),
)

_PAGE = """<!DOCTYPE html>
<html lang="pl">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/examples.css">
</head>
<body>
{body}
</body>
</html>
"""
_POINTERS = re.compile(r'(\s(?:id|for|list|aria-(?:\w+by|controls|owns))=")([^"]+)"')
_INNER = re.compile(r'(\shref="#)([^"]+)"')


def _title(component: Component, example: dict[str, Any]) -> str:
    return f"{component.name}: {named(example)}"


def alone(component: Component, example: dict[str, Any]) -> str:
    """One example under the headings that a page would have above it."""
    part = component.rendered(example)
    title = html.escape(_title(component, example))
    first = int((re.findall(r"<h([1-6])", part) or "2")[0])
    above = "\n".join(f"<h{level}>{title}</h{level}>" for level in range(1, first))
    return _PAGE.format(title=title, body=f"{above}\n{part}")


def together(examples: tuple[tuple[Component, dict[str, Any]], ...], first: int) -> str:
    """Many examples on one page, each with ids of its own."""
    parts = []
    for number, (component, example) in enumerate(examples, first):
        part = _INNER.sub(rf'\g<1>p{number}-\2"', component.rendered(example))
        part = _POINTERS.sub(lambda found, n=number: _owned(found, n), part)
        title = html.escape(_title(component, example))
        parts.append(f'<div class="wrap part" data-part="{title}">\n{part}\n</div>')
    return _PAGE.format(title="Przykłady", body="\n".join(parts))


def _owned(found: re.Match[str], number: int) -> str:
    return found[1] + " ".join(f"p{number}-{name}" for name in found[2].split()) + '"'


def test_every_example_is_valid_html(java: Path, vnu: Path, tmp_path: Path) -> None:
    for number, (component, example) in enumerate(EXAMPLES):
        file = tmp_path / f"{component.name}-{number}.html"
        file.write_text(alone(component, example), "utf-8")
    done = subprocess.run(
        [java, "-jar", vnu, "--stdout", "--format", "gnu", tmp_path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == ""
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def pages(
    browser: Browser, axe: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Page]]:
    """All examples on two pages, for two processors, with axe in them and everything open."""
    folder = tmp_path_factory.mktemp("examples")
    (folder / "examples.css").write_text(joined(), "utf-8")
    half = len(EXAMPLES) // 2
    (folder / "1.html").write_text(together(EXAMPLES[:half], 0), "utf-8")
    (folder / "2.html").write_text(together(EXAMPLES[half:], half), "utf-8")
    with served(folder) as origin, browser.new_context() as context:
        opened = {}
        for name in ("1.html", "2.html"):
            page = opened[name] = context.new_page()
            page.goto(f"{origin}/{name}")
            page.evaluate(axe.read_text("utf-8"))
            page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        yield opened


@pytest.mark.parametrize(("scheme", "width"), STATES)
def test_axe_finds_no_barrier_in_any_example(
    pages: dict[str, Page], scheme: str, width: int
) -> None:
    assert list(judged(pages, scheme, width, without=OF_PAGES)) == []


def test_two_examples_on_one_page_share_no_id() -> None:
    ids = re.findall(r'\sid="([^"]+)"', together(EXAMPLES, 0))
    assert len(ids) == len(set(ids))


def test_axe_tells_a_barrier(pages: dict[str, Page], axe: Path) -> None:
    page = pages["1.html"].context.new_page()
    page.set_content('<main data-part="x"><h1>Widać</h1><p>Nie widać</p><img src="data:,"></main>')
    page.add_style_tag(
        content="p { color: #aaa } @media (prefers-color-scheme: dark) { p { all: unset } }"
    )
    page.evaluate(axe.read_text("utf-8"))
    told = list(judged({"p": page}, "light", WIDE))
    assert any(one.startswith("p (light, 1280 px): x image-alt: img: ") for one in told)
    (colour,) = judged_by_colours({"p": page}, "light", NARROW)
    assert colour.startswith("p (light, 320 px): x color-contrast: p: ")
    assert list(judged_by_colours({"p": page}, "dark", NARROW)) == []
    page.close()
