"""The page of subscriptions in a browser: an address is copied, an anchor opens what it names."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser import served
from tests.site.project import Project

ADDRESS = "https://policja.przykladow.example/kalendarz.ics"


def test_an_address_is_copied_and_an_anchor_opens_its_district(
    sample: Project, browser: Browser
) -> None:
    allowed = {"permissions": ["clipboard-read", "clipboard-write"]}
    with served(sample.output) as origin, browser.new_context(**allowed) as context:
        page = context.new_page()
        page.goto(f"{origin}/subskrypcje/#rejon-rejon-2-polnoc")
        expect(page.locator("#rejon-rejon-2-polnoc code").first).to_be_visible()
        expect(page.locator("#rejon-rejon-3-park code").first).to_be_hidden()
        button = page.get_by_role("button", name=f"Kopiuj adres {ADDRESS}")
        button.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_have_text(f"Skopiowano adres: {ADDRESS}")
        assert page.evaluate("navigator.clipboard.readText()") == ADDRESS
        assert page.evaluate("document.activeElement.className").endswith("source__copy")
