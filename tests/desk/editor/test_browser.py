"""The editor in a browser: for everyone, by keyboard alone, under its own strict policy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from plugins.desk.editor.server import Server
from plugins.desk.preview.news import News
from plugins.desk.preview.web import serving
from tests.browser import NARROW, WIDE, dress, judged, judged_by_colours
from tests.desk.editor.conftest import Desk

DEBATE = "debaty/okolice-dworca-wieczorem/"
STOPS = 400  # more than the controls of any form


@pytest.fixture
def origin(desk: Desk, tmp_path: Path) -> Iterator[str]:
    """The editor served as it is, with a page of the site beside it."""
    (tmp_path / "404.html").write_text(
        '<!doctype html><html lang="pl"><title>Strona</title><main><h1>Strona</h1></main></html>',
        "utf-8",
    )
    with serving(0, lambda port: Server(tmp_path, port, News(), desk.office_app)) as server:
        yield server.address.rstrip("/")


@dataclass
class Keyboard:
    """A person who has no mouse."""

    page: Page

    def reach(self, selector: str) -> None:
        """Tab until a control has the focus."""
        for _ in range(STOPS):
            if self.page.evaluate("s => document.activeElement.matches(s)", selector):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never reaches {selector}")

    def type(self, name: str, text: str) -> None:
        self.reach(f"[name='{name}']")
        self.page.keyboard.type(text)

    def press(self, selector: str) -> None:
        """Reach a button or a link and press Enter."""
        self.reach(selector)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")


@pytest.fixture
def said() -> list[str]:
    """What the browser had against a page's policy."""
    return []


@pytest.fixture
def page(browser: Browser, said: list[str]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": WIDE, "height": 1024})
    page = context.new_page()

    def listen(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text or message.type == "warning":
            said.append(message.text)

    page.on("console", listen)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    assert context.cookies() == []
    context.close()


def test_a_newcomer_writes_a_debate_a_report_and_a_request_by_keyboard(
    desk: Desk, page: Page, origin: str, said: list[str]
) -> None:
    hand = Keyboard(page)
    page.goto(f"{origin}/redakcja/", wait_until="domcontentloaded")
    hand.press("a[href='/redakcja/nowy/debaty/']")
    hand.type("tytuł", "Latarnie przy torach")
    hand.type("termin", "12.11.2026 17:00")
    hand.type("miejsce", "dom-kultury-latarnia")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "Dodano wpis." in page.inner_text("main")
    assert "termin: 12.11.2026 17:00\n" in desk.read("debaty/2026/latarnie-przy-torach.md")

    hand.press("a[href='/redakcja/nowy/sprawozdania/?debata=latarnie-przy-torach']")
    hand.type("liczba uczestników", "dużo")
    hand.type("treść", "Przyszli sąsiedzi.")
    page.evaluate("document.activeElement.blur()")
    hand.press("button[value='zapisz']")
    assert page.evaluate("document.activeElement.id") == "bledy"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "liczba uczestników"
    page.keyboard.press("Control+a")
    page.keyboard.type("24")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "liczba uczestników: 24\n" in desk.read("sprawozdania/2026/latarnie-przy-torach.md")

    hand.press("a[href='/redakcja/nowy/wnioski/?debata=latarnie-przy-torach']")
    hand.type("tytuł", "Latarnia za wiaduktem")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    text = desk.read("wnioski/2026/w-2026-026.md")
    assert "debata: latarnie-przy-torach\n" in text
    assert "  - data: 2026-11-12\n    status: zgłoszony\n" in text
    assert said == []


def test_buttons_and_the_preview_of_the_text_work_with_a_script(
    page: Page, origin: str, said: list[str]
) -> None:
    page.goto(f"{origin}/redakcja/{DEBATE}", wait_until="domcontentloaded")
    page.locator("#k-tresc").fill("Latarnie świecą.")
    page.locator("#k-tresc").select_text()
    page.get_by_role("button", name="Pogrubienie").click()
    assert page.input_value("#k-tresc") == "**Latarnie świecą.**"
    page.get_by_role("button", name="Nagłówek").click()
    assert page.input_value("#k-tresc") == "## **Latarnie świecą.**"
    page.get_by_role("button", name="Pokaż podgląd treści").click()
    page.locator("#podglad-tresci h2 strong").wait_for()
    page.locator("#k-tresc").fill("Inny *tekst*.")
    page.locator("#podglad-tresci em").wait_for()
    page.locator("#k-tresc").fill("Zły ![](x.png)")
    page.locator("[data-preview-problems] li").wait_for()
    assert said == []


def test_without_a_script_the_same_is_done_in_more_steps(
    desk: Desk, browser: Browser, origin: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{origin}/redakcja/{DEBATE}", wait_until="domcontentloaded")
    assert not page.locator(".red-tools").is_visible()
    page.locator("#k-tresc").fill("Inny *tekst*.")
    page.get_by_role("button", name="Pokaż podgląd treści").click()
    assert page.locator("#podglad-tresci em").inner_text() == "tekst"
    page.get_by_role("button", name="Dodaj punkt").click()
    page.get_by_role("button", name="Zapisz").first.click()
    assert "Zapisano." in page.inner_text("main")
    assert "Inny *tekst*." in desk.read("debaty/2026/okolice-dworca-wieczorem.md")
    context.close()


ADDRESSES = ("", "debaty/", DEBATE, f"{DEBATE}przenies/", f"{DEBATE}zrodlo/")
REFUSED = "odmowa"
TELLING = ("", REFUSED)
"""Pages that together hold everything that colours and a narrow screen change."""


@pytest.fixture
def pages(browser: Browser, origin: str, axe: Path) -> Iterator[dict[str, Page]]:
    """The editor's pages with axe in them, with all that can be opened open."""
    context = browser.new_context(viewport={"width": WIDE, "height": 1024})
    pages = {address: context.new_page() for address in (*ADDRESSES, REFUSED)}
    for address, page in pages.items():
        wanted = DEBATE if address == REFUSED else address
        page.goto(f"{origin}/redakcja/{wanted}", wait_until="domcontentloaded")
    refused = pages[REFUSED]
    refused.fill("[name='termin']", "jutro")
    refused.fill("[name='treść']", "![](x.png)")
    refused.get_by_role("button", name="Zapisz").first.click()
    refused.locator("#bledy").wait_for()
    for page in pages.values():
        page.evaluate(axe.read_text("utf-8"))
        page.evaluate("document.querySelectorAll('iframe').forEach(one => one.remove())")
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    yield pages
    context.close()


def test_every_page_is_for_everyone_on_any_screen(pages: dict[str, Page]) -> None:
    telling = {name: pages[name] for name in TELLING}
    faults = [*judged(pages, "light", WIDE), *judged_by_colours(telling, "dark", WIDE)]
    faults += judged(telling, "light", NARROW)
    assert faults == []
    for page in pages.values():
        dress(page, "light", NARROW)
    beside = "document.documentElement.scrollWidth - innerWidth"
    assert {name: page.evaluate(beside) for name, page in pages.items()} == dict.fromkeys(pages, 0)
