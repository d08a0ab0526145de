"""Every type of page in a browser: for everyone, on any screen, with nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser import (
    HEIGHT,
    NARROW,
    STATES,
    WIDE,
    dress,
    judged,
    judged_by_colours,
    served,
)
from tests.site import pagetypes
from tests.site.keyboard import is_past, walked
from tests.site.project import Project
from tests.site.tabs import Tab, shown

HOME = "index.html"
ALIKE = (".header", ".footer")  # on every page: looked at on the home page
MOVED = "moved.html"
PUBLIC = "https://policja.przykladow.example/"

WEIGHT, SCRIPTS = 45 * 1024, 8 * 1024
SEARCH, ENGINE = "szukaj/index.html", 12 * 1024
"""The page of search, and what its scripts may weigh."""
NOT_COUNTED = ("image", "media")

Tabs = dict[str, Tab]


@pytest.fixture(scope="module")
def telling(sample: Project) -> dict[str, str]:
    """Pages that together show everything: type by path."""
    types = pagetypes.pages(sample.root)
    return pagetypes.telling(types, {p: sample.text(p) for paths in types.values() for p in paths})


@pytest.fixture(scope="module")
def origin(sample: Project) -> Iterator[str]:
    with served(sample.output) as origin:
        yield origin


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": WIDE, "height": HEIGHT})
    yield context
    context.close()


@pytest.fixture(scope="module")
def tabs(context: BrowserContext, origin: str, telling: dict[str, str]) -> Tabs:
    """Each page in a tab of its own; the first look at it, so this is what it asks for."""
    opened = {}
    for path, name in telling.items():
        tab = opened[path] = Tab(name, context.new_page())
        tab.listen()
        if name == MOVED:  # it would go on to the public address
            tab.page.route(f"{PUBLIC}**", lambda route: route.abort("aborted"))
        tab.page.goto(origin + pagetypes.address(path), wait_until="commit")
    for tab in opened.values():  # meanwhile they load side by side
        tab.page.wait_for_load_state()
    return opened


@pytest.mark.parametrize("name", pagetypes.TYPES)
def test_every_type_of_page_is_looked_at(telling: dict[str, str], name: str) -> None:
    assert name in telling.values()


def test_a_page_asks_its_own_host_alone(origin: str, tabs: Tabs) -> None:
    strangers = [
        f"{path}: {url}"
        for path, tab in tabs.items()
        for url in tab.asked
        if not url.startswith(PUBLIC if tab.type == MOVED else origin)
        and not url.startswith(origin)
    ]
    assert strangers == []


def test_a_page_gets_all_that_it_asks_for(tabs: Tabs) -> None:
    answers = [answer for tab in tabs.values() for answer in tab.answers]
    assert {answer.url for answer in answers if answer.status >= 400} == set()
    assert not any("set-cookie" in answer.headers for answer in answers)


def test_a_page_under_the_strictest_policy_has_nothing_to_complain_of(tabs: Tabs) -> None:
    assert {path: tab.said for path, tab in tabs.items() if tab.said} == {}


def test_a_page_keeps_nothing_in_the_browser(context: BrowserContext, tabs: Tabs) -> None:
    assert {path for path, tab in tabs.items() if tab.keeps()} == set()
    assert context.cookies() == []


def test_a_page_without_its_pictures_is_light(tabs: Tabs) -> None:
    heavy = {}
    for path, tab in tabs.items():
        weights = [(kind, weight) for kind, weight in tab.weights() if kind not in NOT_COUNTED]
        whole = sum(weight for _, weight in weights)
        scripts = sum(weight for kind, weight in weights if kind == "script")
        if whole > WEIGHT or scripts > (ENGINE if path == SEARCH else SCRIPTS):
            heavy[path] = (whole, scripts)
    assert heavy == {}


def test_a_page_is_whole_without_scripts(browser: Browser, origin: str, tabs: Tabs) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": WIDE, "height": HEIGHT}
    )
    page = context.new_page()
    differing = []
    for path, tab in tabs.items():
        if tab.type != MOVED:  # a page with scripts off goes on to the new address as well
            page.goto(origin + pagetypes.address(path))
            if shown(page) != shown(tab.page):
                differing.append(path)
    context.close()
    assert differing == []


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_tab_reaches_every_control_in_order_with_a_mark(tabs: Tabs, width: int) -> None:
    dress(tabs[HOME].page, "light", width)
    assert list(walked(tabs[HOME].page).faults()) == []


@pytest.mark.parametrize("name", [n for n in pagetypes.TYPES if n not in ("home.html", MOVED)])
def test_tab_goes_through_the_content_in_order_with_marks(tabs: Tabs, name: str) -> None:
    path, tab = next((path, tab) for path, tab in tabs.items() if tab.type == name)
    dress(tab.page, "light", WIDE)
    assert [f"{path}: {fault}" for fault in walked(tab.page, "main").faults()] == []


@pytest.mark.parametrize("name", ["debate.html", "month.html", "register.html"])
def test_tab_goes_through_the_content_on_a_phone(tabs: Tabs, name: str) -> None:
    tab = next(tab for tab in tabs.values() if tab.type == name)
    dress(tab.page, "light", NARROW)
    assert list(walked(tab.page, "main").faults()) == []


@pytest.fixture
def home(context: BrowserContext, origin: str) -> Iterator[Page]:
    """The home page as it comes, for a test that goes on from it."""
    page = context.new_page()
    page.goto(f"{origin}/")
    yield page
    page.close()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_shortcut_takes_focus_where_it_says(home: Page, width: int) -> None:
    page, address = home, home.url
    dress(page, "light", width)
    links = page.locator(".skip a")
    targets = [link.get_attribute("href") for link in links.all()]
    assert targets[0] == "#tresc"
    for number, target in enumerate(targets):
        page.goto(address)
        for _ in range(number + 1):
            page.keyboard.press("Tab")
        assert links.nth(number).bounding_box()["height"] >= 24
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert is_past(page, target), target


def test_the_menu_of_a_phone_works_from_the_keyboard(home: Page) -> None:
    page = home
    dress(page, "light", NARROW)
    switch, first = page.locator(".header summary"), page.locator(".header nav a").first
    assert not first.is_visible()
    switch.focus()
    page.keyboard.press("Enter")
    assert first.is_visible()
    page.keyboard.press("Tab")
    assert first.evaluate("link => link === document.activeElement")
    page.keyboard.press("Shift+Tab")
    assert switch.evaluate("switch_ => switch_ === document.activeElement")
    page.keyboard.press("Space")
    assert not first.is_visible()


def test_zoomed_four_times_nothing_goes_out_of_sight_sideways(tabs: Tabs) -> None:
    for tab in tabs.values():
        dress(tab.page, "light", NARROW)
    widths = {path: tab.wider() for path, tab in tabs.items()}
    assert {path: pixels for path, pixels in widths.items() if pixels} == {}


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_wider_spacing_of_text_cuts_nothing_off(tabs: Tabs, width: int) -> None:
    faults = {}
    for path, tab in tabs.items():
        dress(tab.page, "light", width)
        if found := tab.spaced():
            faults[path] = found
    assert faults == {}


@pytest.fixture(scope="module")
def open_tabs(tabs: Tabs, axe: Path) -> Tabs:
    """The pages with axe in them, and with all that can be opened open."""
    script = axe.read_text("utf-8")
    for tab in tabs.values():
        tab.page.evaluate(script)
        tab.open_all()
    return tabs


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_axe_finds_no_barrier(open_tabs: Tabs, width: int) -> None:
    home, pages = _apart(open_tabs)
    faults = [*judged(home, "light", width), *judged(pages, "light", width, apart_from=ALIKE)]
    assert faults == []


@pytest.mark.parametrize(("scheme", "width"), [s for s in STATES if s[0] != "light"])
def test_axe_finds_no_barrier_in_other_colours(open_tabs: Tabs, scheme: str, width: int) -> None:
    """By every rule on one page; on the others by the rules that can change their mind."""
    home, pages = _apart(open_tabs)
    del pages[next(path for path, tab in open_tabs.items() if tab.type == MOVED)]  # unstyled
    assert [*judged(home, scheme, width), *judged_by_colours(pages, scheme, width)] == []


def _apart(tabs: Tabs) -> tuple[dict[str, Page], dict[str, Page]]:
    """The home page and the others."""
    pages = {path: tab.page for path, tab in tabs.items()}
    return {HOME: pages.pop(HOME)}, pages
