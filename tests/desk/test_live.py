"""``serve`` as a running program: a save reaches the pages that are open."""

from __future__ import annotations

import json
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from plugins.desk.preview import pages
from tests.desk.conftest import PATIENCE, Kit, asked


class Preview:
    """``serve`` as a running program, and the stream of its news."""

    def __init__(self, kit: Kit, now: str = "") -> None:
        self.process = kit.start("serve", "--port", "0", cwd=kit.root.parent, now=now)
        self.first_line = self.process.stdout.readline()
        address = re.search(r"http://\S+", self.first_line)
        self.url = urlsplit(address[0])

    def page(self) -> str:
        with asked(self.url.port, self.url.path) as response:
            return response.read().decode()

    @contextmanager
    def events(self) -> Iterator[Iterator[dict[str, str]]]:
        with asked(self.url.port, pages.EVENTS) as response:
            yield (json.loads(line[5:]) for line in response if line.startswith(b"data:"))

    def interrupt(self) -> tuple[int, str]:
        """Ctrl+C, and what came of it: the exit code and what was said on stderr."""
        self.process.send_signal(signal.SIGINT)
        _, err = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, err


@pytest.fixture
def preview(kit: Kit) -> Iterator[Preview]:
    running = Preview(kit)
    with running.process:
        yield running
        running.process.kill()


def built(events: Iterator[dict[str, str]], before: str) -> dict[str, str]:
    """The first news of another edition, or of problems."""
    return next(news for news in events if news["edition"] != before or news["problems"])


def test_a_save_reaches_the_open_page_and_a_fault_leaves_the_last_good_one(
    kit: Kit, preview: Preview
) -> None:
    source = kit.root / "content/index.html"
    with preview.events() as events:
        first = next(news for news in events if not news["edition"].endswith("-0"))
        assert "Pierwsza" in preview.page()

        source.write_text("<p>Druga", "utf-8")
        second = built(events, first["edition"])
        assert "Druga" in preview.page()
        assert second["edition"] in preview.page()

        source.write_text("<p>ŹLE", "utf-8")
        failed = built(events, second["edition"])
        assert failed["edition"] == second["edition"]
        assert failed["problems"] == "content/index.html:1: źle – popraw"
        assert "Druga" in preview.page()

        source.write_text("<p>Trzecia", "utf-8")
        mended = next(news for news in events if not news["problems"])
        assert mended["edition"] != second["edition"]
        assert "Trzecia" in preview.page()


def test_a_configuration_replaced_as_editors_do_is_noticed(kit: Kit, preview: Preview) -> None:
    with preview.events() as events:
        edition = next(news for news in events if not news["edition"].endswith("-0"))["edition"]
        for _ in range(2):
            other = kit.root / "pelicanconf.py.new"
            other.write_text("")
            other.replace(kit.root / "pelicanconf.py")
            edition = built(events, edition)["edition"]

    assert len(kit.runs()) >= 3


def test_drafts_go_to_the_preview_and_never_to_the_output(kit: Kit, preview: Preview) -> None:
    with preview.events() as events:
        next(news for news in events if not news["edition"].endswith("-0"))

    (run,) = kit.runs()
    folder = str(kit.root / ".debaty/preview")
    assert run["arguments"][-4:] == ["-o", folder, "-e", "DRAFTS=true"]
    assert not (kit.root / "output").exists()


def test_ctrl_c_ends_it_well(preview: Preview) -> None:
    with preview.events() as events:
        next(events)
        code, told = preview.interrupt()

    assert (code, told) == (0, "")
    assert "Podgląd: http://127.0.0.1:" in preview.first_line


def test_a_browser_reloads_and_shows_the_problems(
    kit: Kit, preview: Preview, browser: Browser
) -> None:
    from playwright.sync_api import expect

    source = kit.root / "content/index.html"
    expect.set_options(timeout=PATIENCE * 1000)
    page = browser.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.goto(preview.url.geturl())
    expect(page.locator("p")).to_have_text("Pierwsza")

    source.write_text("<p>Druga", "utf-8")
    expect(page.locator("p")).to_have_text("Druga")

    source.write_text("<p>ŹLE", "utf-8")
    expect(page.get_by_role("alert")).to_contain_text("content/index.html:1: źle – popraw")
    expect(page.locator("p")).to_have_text("Druga")

    source.write_text("<p>Trzecia", "utf-8")
    expect(page.locator("p")).to_have_text("Trzecia")
    expect(page.get_by_role("alert")).to_have_count(0)
    page.close()
