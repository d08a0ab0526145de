"""Screenshots of every type of page, and one sheet with all of them.

    .venv/bin/python -m bench.sheet --folder ekrany

Phone (390 px) and desktop (1280 px), light and dark, and on paper; ``sheet.png`` has a row a page.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image, ImageDraw
from playwright.sync_api import Page

from bench import site
from bench.progress import counted
from tests.browser import launched
from tests.site.pagetypes import address


class Look(NamedTuple):
    """One way to see a page: window in CSS pixels, and what is emulated."""

    name: str
    width: int
    height: int
    media: dict[str, Any]


LIGHT: dict[str, Any] = {"color_scheme": "light", "media": "screen"}
DARK: dict[str, Any] = {"color_scheme": "dark", "media": "screen"}
PAPER: dict[str, Any] = {"color_scheme": "light", "media": "print"}
LOOKS = (
    Look("phone-light", 390, 844, LIGHT),
    Look("phone-dark", 390, 844, DARK),
    Look("desktop-light", 1280, 900, LIGHT),
    Look("desktop-dark", 1280, 900, DARK),
    Look("print", 680, 960, PAPER),  # 180 mm of A4 between its margins
)

SCALE = 0.32
ROW, GAP, LABEL = 620, 12, 18  # CSS pixels of the sheet; a longer page is cut
INK, DESK = "#111", "#ddd"


def main() -> None:
    folder = _folder()
    with site.built() as (project, origin), launched(site.chromium()) as browser:
        pages = site.telling(project)
        page = browser.new_page()
        for path in counted([p for p, name in pages.items() if name != "moved.html"], "pages"):
            page.goto(origin + address(path))
            for look in LOOKS:
                _shoot(page, look, folder / f"{_name(path, pages[path])}.{look.name}.png")
    names = sorted({file.name.partition(".")[0] for file in folder.glob("*.*.png")})
    sheet(folder, names).save(folder / "sheet.png", optimize=True)
    print(f"{len(names)} pages, {len(names) * len(LOOKS)} pictures: {folder / 'sheet.png'}")


def _folder() -> Path:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("ekrany"), help="made or emptied")
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    return folder


def _name(path: str, name: str) -> str:
    """``debate-debaty_park`` for a debate's file."""
    place = path.removesuffix("index.html").strip("/").replace("/", "_").removesuffix(".html")
    return f"{name.removesuffix('.html')}-{place or 'index'}"


def _shoot(page: Page, look: Look, file: Path) -> None:
    page.set_viewport_size({"width": look.width, "height": look.height})
    page.emulate_media(**look.media)
    page.screenshot(path=file, full_page=True, animations="disabled")


def sheet(folder: Path, names: list[str]) -> Image.Image:
    """All pictures on one: a row a page, a column a look."""
    columns = [round(look.width * SCALE) for look in LOOKS]
    width = sum(columns) + GAP * (len(LOOKS) + 1)
    whole = Image.new("RGB", (width, (ROW + LABEL + GAP) * len(names) + GAP), DESK)
    pen = ImageDraw.Draw(whole)
    for row, name in enumerate(names):
        top, left = GAP + row * (ROW + LABEL + GAP), GAP
        pen.text((left, top), name, INK)
        for look, column in zip(LOOKS, columns, strict=True):
            with Image.open(folder / f"{name}.{look.name}.png") as picture:
                whole.paste(_small(picture, column), (left, top + LABEL))
            left += column + GAP
    return whole


def _small(picture: Image.Image, width: int) -> Image.Image:
    """The top of a picture at a width, no longer than a row."""
    top = picture.convert("RGB").crop(
        (0, 0, picture.width, min(picture.height, _cut(picture, width)))
    )
    return top.resize((width, round(top.height * width / picture.width)), Image.Resampling.LANCZOS)


def _cut(picture: Image.Image, width: int) -> int:
    return ROW * picture.width // width


if __name__ == "__main__":
    main()
