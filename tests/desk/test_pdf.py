"""A page for the signature: its text, its slip, and nothing left behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from plugins.desk import tools
from plugins.desk.approval.printing import NoBrowser, printed
from plugins.desk.approval.sheet import Slip, signed

PAGE = (
    "<!doctype html><html lang='pl'><title>T</title><body>"
    "<main><h1>Żółta łąka</h1></main></body></html>"
)
SLIP = Slip(
    "content/debaty/x.md", "0123456789ab", "2026-11-22", "insp. <Jan> Kot", ("uwaga & rada",)
)


def test_the_slip_stands_in_the_page_and_is_no_markup() -> None:
    html = signed(PAGE, SLIP)
    assert html.index("</h1>") < html.index("Do zatwierdzenia") < html.index("</main>")
    assert "insp. &lt;Jan&gt; Kot" in html
    assert "uwaga &amp; rada" in html


def test_a_page_is_printed_with_its_slip(tmp_path: Path) -> None:
    site, target = tmp_path / "site", tmp_path / "do podpisu.pdf"
    (site / "debaty/x").mkdir(parents=True)
    page = site / "debaty/x/index.html"
    page.write_text(PAGE, "utf-8")
    if tools.chromium() is None:
        pytest.skip("no browser")
    printed(site, page, signed(PAGE, SLIP), target)
    text = " ".join(one.extract_text() for one in PdfReader(target).pages)
    assert "Żółta łąka" in text
    assert "0123456789ab" in text
    assert "22 listopada 2026" in text.replace("\N{NO-BREAK SPACE}", " ")
    assert [one.name for one in page.parent.iterdir()] == ["index.html"]


def test_without_a_browser_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tools, "chromium", lambda: None)
    with pytest.raises(NoBrowser):
        printed(tmp_path, tmp_path / "index.html", PAGE, tmp_path / "x.pdf")
    assert list(tmp_path.iterdir()) == []
