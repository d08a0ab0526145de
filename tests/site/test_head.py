"""What stands in the head of the built pages: for sharing, for browsers, for subscribers."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from plugins.pages.manifest import Manifest, made
from tests.site.project import ROOT, Project
from tests.site.test_structured import SITE, pages

BUDGET = 20_000  # bytes of a page's HTML, compressed


def metas(page: LexborHTMLParser) -> dict[str, str]:
    """Name or property → content."""
    found = (one.attributes for one in page.css("head meta[content]"))
    return {one.get("property") or one.get("name") or "": one["content"] or "" for one in found}


def links(page: LexborHTMLParser, rel: str) -> list[dict[str, str]]:
    return [dict(one.attributes) for one in page.css(f'head link[rel="{rel}"]')]


def page(project: Project, path: str) -> LexborHTMLParser:
    return LexborHTMLParser(project.text(path))


def test_every_page_can_be_shared(sample: Project) -> None:
    for path, found in pages(sample):
        told = metas(found)
        for name in ("og:title", "og:type", "og:url", "og:site_name", "og:locale"):
            assert told[name], (path, name)
        assert "\u00a0" not in "".join(told.values()), path
        canonical = links(found, "canonical")
        assert bool(canonical) != (told.get("robots") == "noindex"), path
        assert all(one["href"] == told["og:url"] for one in canonical), path


def test_a_shared_picture_has_its_size_and_its_words(sample: Project) -> None:
    shown = {path: metas(found) for path, found in pages(sample)}
    for told in shown.values():
        file = sample.output / urlsplit(told["og:image"].removeprefix(f"{SITE}/")).path
        with Image.open(file) as image:
            assert image.size == (int(told["og:image:width"]), int(told["og:image:height"]))
        assert told["og:image:alt"]
    debate = shown["debaty/okolice-dworca-wieczorem/index.html"]["og:image:alt"]
    assert "10 grudnia 2026 r., godz. 17:00. Zmieniony termin." in debate


def test_what_was_published_says_when(sample: Project) -> None:
    told = metas(page(sample, "debaty/park-miejski-po-zmroku/index.html"))
    assert told["og:type"] == "article"
    assert told["article:published_time"] == "2026-11-03"
    assert told["article:modified_time"] >= "2026-11-03"


def _alternates(found: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for one in links(found, "alternate"):
        if "hreflang" in one:
            yield one["hreflang"], one["href"]


def test_translations_and_their_original_name_each_other_and_themselves(sample: Project) -> None:
    families = {path: dict(_alternates(found)) for path, found in pages(sample)}
    families = {path: found for path, found in families.items() if found}
    assert sum("en" in found for found in families.values()) == 3
    for path, found in families.items():
        assert f"{SITE}/{path.removesuffix('index.html')}" in found.values(), path
        for address in found.values():
            other = address.removeprefix(f"{SITE}/") + "index.html"
            assert families[other] == found, path


def test_an_article_in_another_language_says_so(sample: Project) -> None:
    told = metas(page(sample, "aktualnosci/how-to-take-part-in-a-debate/index.html"))
    assert told["og:locale"] == "en_GB"


def _calendars(found: LexborHTMLParser) -> list[str]:
    return [one["href"] for one in links(found, "alternate") if one.get("type") == "text/calendar"]


def test_calendars_are_announced_where_they_belong(sample: Project) -> None:
    pages_of_months = (
        p.relative_to(sample.output) for p in sample.output.glob("kalendarz/**/*.html")
    )
    whole = ("index.html", "subskrypcje/index.html", *(p.as_posix() for p in pages_of_months))
    expected = {page: ["/kalendarz.ics"] for page in whole}
    for folder, kind in (("rejony", "rejon"), ("cykle", "cykl")):
        for page in sample.output.glob(f"{folder}/*/index.html"):
            name = page.parent.name
            expected[f"{folder}/{name}/index.html"] = [f"/kalendarz/{kind}-{name}.ics"]
    for file in sample.output.glob("debaty/*/debata.ics"):
        path = file.relative_to(sample.output).as_posix()
        expected[path.replace("debata.ics", "index.html")] = [f"/{path}"]
    said = {path: _calendars(found) for path, found in pages(sample)}
    assert {path: found for path, found in said.items() if found} == expected


def test_the_manifest_leads_home_and_names_an_icon(sample: Project) -> None:
    for path, found in pages(sample):
        assert [one["href"] for one in links(found, "manifest")] == ["/manifest.webmanifest"], path
    manifest = json.loads(sample.text("manifest.webmanifest"))
    assert manifest["start_url"] == manifest["scope"] == "/"
    assert manifest["short_name"] == "KMP w Przykładowie"
    for icon in manifest["icons"]:
        assert (sample.output / icon["src"].lstrip("/")).is_file()


def test_a_manifest_under_a_path_stays_below_it() -> None:
    told = json.loads(made(Manifest("KMP", "KMP", "/kmp", "/favicon.svg", "#000000"), None))
    assert {told["id"], told["start_url"], told["scope"]} == {"/kmp/"}
    assert told["icons"][0]["src"] == "/kmp/favicon.svg"


def _brands(sheet: str) -> list[str]:
    """The first two values of the token ``brand``: on light, on dark."""
    palette = dict(re.findall(r"--(palette-[\w-]+): (#\w+);", sheet))
    return [palette[name] for name in re.findall(r"--brand: var\(--([\w-]+)\);", sheet)[:2]]


def test_the_browsers_bar_has_the_headers_colours(sample: Project) -> None:
    light, dark = _brands((ROOT / "theme/static/tokens.css").read_text("utf-8"))
    found = page(sample, "index.html").css('meta[name="theme-color"]')
    said = {one.attributes["media"]: one.attributes["content"] for one in found}
    assert said == {
        "(prefers-color-scheme: light)": light,
        "(prefers-color-scheme: dark)": dark,
    }
    assert json.loads(sample.text("manifest.webmanifest"))["theme_color"] == light


def test_a_page_stays_within_its_budget(sample: Project) -> None:
    files: list[Path] = sorted(sample.output.rglob("*.html"))
    sizes = {path.as_posix(): len(gzip.compress(path.read_bytes(), 6)) for path in files}
    assert {path: size for path, size in sizes.items() if size > BUDGET} == {}
