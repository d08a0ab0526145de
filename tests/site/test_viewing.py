"""Pictures opened large and a film played: by keyboard alone, and as axe sees them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import NARROW, STATES, judged, served
from tests.site.project import Project

ADDRESS = "/aktualnosci/dwanascie-doswietlonych-przejsc/"

_PLAYING = """async () => {
  const video = document.querySelector("video");
  while (!video.currentTime) await new Promise(requestAnimationFrame);
}"""


@pytest.fixture(scope="module")
def opened(sample: Project, browser: Browser) -> Iterator[Page]:
    with served(sample.output) as origin, browser.new_page() as page:
        page.goto(f"{origin}{ADDRESS}")
        yield page


@pytest.fixture
def page(opened: Page) -> Page:
    opened.reload()
    return opened


def test_a_gallery_is_looked_through_by_keyboard(page: Page) -> None:
    page.locator(".gallery .picture__link").first.focus()
    page.keyboard.press("Enter")
    dialog, large = page.locator("dialog"), page.locator(".gallery__large")
    assert dialog.is_visible()
    first = large.get_attribute("alt")
    assert first
    assert first in page.locator(".gallery__words").inner_text()
    assert "Rysunek projektu Debaty" in page.locator(".gallery__words").inner_text()
    page.keyboard.press("ArrowRight")
    assert large.get_attribute("alt") != first
    page.keyboard.press("ArrowRight")
    assert large.get_attribute("alt") == first
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert page.evaluate("document.activeElement.className") == "picture__link"


@pytest.mark.parametrize(("scheme", "width"), STATES)
def test_the_open_viewer_and_transcript_are_accessible(
    page: Page, axe: Path, scheme: str, width: int
) -> None:
    page.locator(".media__switch").click()
    page.locator(".gallery .picture__link").first.click()
    page.evaluate(axe.read_text("utf-8"))
    assert list(judged({"viewer": page}, scheme, width)) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert width != NARROW or page.locator(".gallery__shut").bounding_box()["width"] >= 24  # type: ignore[index]


def test_without_a_script_a_picture_leads_to_itself_in_full(sample: Project, page: Page) -> None:
    for link in page.locator(".gallery .picture__link").all():
        address = link.get_attribute("href") or ""
        assert (sample.output / address.lstrip("/")).is_file()
        assert link.locator("img").get_attribute("alt")


def test_a_film_plays_with_captions_that_can_be_chosen(page: Page) -> None:
    video = page.locator("video")
    assert video.get_attribute("preload") == "none"
    assert page.evaluate("document.querySelector('video').readyState") == 0
    video.focus()
    page.evaluate("document.querySelector('video').muted = true")
    page.keyboard.press("Space")
    page.evaluate(_PLAYING)
    track = "document.querySelector('video').textTracks[0]"
    assert page.evaluate(f"[{track}.kind, {track}.language]") == ["captions", "pl"]
    assert page.evaluate(f"{track}.cues.length") == 5


def test_what_is_said_stands_in_the_page(page: Page) -> None:
    page.locator(".media__switch").focus()
    page.keyboard.press("Enter")
    assert "Lektor: Nowe światło pada prosto" in page.locator(".media__spoken").inner_text()
