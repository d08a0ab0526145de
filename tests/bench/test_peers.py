"""The parts of the side-by-side that measure nothing: its archive, changes, tables, drawing."""

import doctest
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from bench.peers import archive, debaty, eleventy, hugo, pelican, report
from bench.peers.__main__ import _arguments
from bench.peers.archive import Record
from bench.peers.changes import change, fault
from bench.peers.chart import Bar, Panel, svg
from bench.peers.contender import (
    BODY,
    CHECKOUT,
    COLD,
    DELETED,
    NOTHING,
    SCENARIOS,
    TEMPLATE,
    TITLE,
    Contender,
    targets,
)
from bench.peers.measure import Figure
from bench.peers.report import Conditions, Measured

HEADS = {"debaty": debaty, "hugo": hugo, "pelican": pelican, "eleventy": eleventy}


@pytest.mark.parametrize("tool", HEADS)
def test_every_tool_gets_every_record(tool: str, tmp_path: Path) -> None:
    found = archive.records(40)
    head: Callable[[Record], str] = HEADS[tool].head
    project = archive.project(tmp_path / tool, tool, found, head)
    assert len(list(project.rglob("wpis-*.md"))) == len(found)
    for one in found:
        text = (project / one.file).read_text("utf-8")
        assert text.endswith(f"\n{one.body}\n")
        assert one.title in text.removesuffix(one.body + "\n")


def test_the_archive_follows_from_its_seed() -> None:
    assert archive.records(40) == archive.records(40)
    assert archive.records(40) != archive.records(40, seed=2)
    sizes = [len(one.body.encode()) for one in archive.records(40)]
    assert 2800 < sum(sizes) / len(sizes) < 4500


@pytest.fixture
def contender(tmp_path: Path) -> Contender:
    """A site as a tool would have built it from eight records."""
    found = archive.records(8)
    folder = archive.project(tmp_path / "tool", "frame", found, pelican.head)
    for one in found:
        for page in (one.page, one.listed):
            file = folder / "output" / page
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{one.title} {one.page}", "utf-8")
    return Contender("Tool", "1", folder, (), "output", "footer.html", targets(found), (".store",))


@pytest.mark.parametrize("scenario", [BODY, TITLE, TEMPLATE, DELETED])
def test_a_change_that_the_site_does_not_show_is_told_and_taken_back(
    scenario: str, contender: Contender
) -> None:
    before = _bytes(contender.folder)
    made = change(contender, scenario)
    assert _bytes(contender.folder) != before
    assert fault(contender, scenario, made.mark)
    made.undo()
    assert _bytes(contender.folder) == before


def test_nothing_is_changed_where_nothing_shall_be(contender: Contender) -> None:
    before = _bytes(contender.folder)
    assert fault(contender, NOTHING, change(contender, NOTHING).mark) == ""
    assert _bytes(contender.folder) == before
    change(contender, COLD)
    assert not contender.site.exists()


def test_a_clean_checkout_keeps_the_output_and_renews_the_sources(contender: Contender) -> None:
    source, page = contender.folder / "footer.html", contender.site / archive.records(8)[0].page
    bytes_before, inode = _bytes(contender.folder), source.stat().st_ino
    stamp = page.stat().st_mtime_ns
    change(contender, CHECKOUT)
    assert _bytes(contender.folder) == bytes_before
    assert page.stat().st_mtime_ns == stamp
    assert source.stat().st_ino != inode


def _bytes(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _figures(*seconds: float) -> tuple[Figure, ...]:
    return tuple(Figure(one, 2 * one, 100 * one, 150 * one) for one in seconds)


OURS = Measured(
    "Ours",
    "1",
    {COLD: _figures(4, 1, 2), CHECKOUT: _figures(1)},
    *(12, 10, 1_000_000),
    ("it sings",),
)
THEIRS = Measured("Theirs", "2", {COLD: _figures(8)}, 12, 10, 1_050_000)
CONDITIONS = Conditions("2026-11-23", "2 cores", "Python", 1000, 3)


def test_the_report_tells_medians_ratios_and_what_was_not_alike() -> None:
    text = report.markdown(CONDITIONS, (COLD, CHECKOUT), [OURS, THEIRS], None)
    assert "| cold | 2.00 | 8.00 |" in text
    assert "| cold | 0.25 |" in text
    assert "| clean checkout with restored store | 0.12 |" in text, "beside their cold build"
    assert "| Theirs 2 | 800 | 1200 | 12 | 10 | 1.1 |" in text
    assert "Pages equal, bytes within 10 %." in text
    assert "- Ours: it sings." in text


def test_sites_that_are_too_unlike_are_told() -> None:
    text = report.markdown(CONDITIONS, (COLD,), [OURS, replace(THEIRS, pages=11)], OURS)
    assert "Not equal: Theirs: 11 pages, Ours: 10." in text
    assert "## Everything on" in text


def test_bars_are_as_long_as_their_seconds() -> None:
    panels = [
        Panel("cold", (Bar("a & b", 10, "10 s"), Bar("c", 5, "5 s", ours=True))),
        Panel("one edit", (Bar("a & b", 2, "2 s"),)),
    ]
    root = etree.fromstring(svg("1,000 <records>", panels).encode())
    space = {"s": "http://www.w3.org/2000/svg"}
    _, *widths = (float(one) for one in root.xpath("//s:rect/@width", namespaces=space))
    assert [width / widths[0] for width in widths] == pytest.approx([1, 0.5, 0.2])
    words = root.xpath("//s:text/text()", namespaces=space)
    assert {"1,000 <records>", "cold", "one edit", "a & b", "5 s"} <= set(words)


def test_the_examples_of_the_report_hold() -> None:
    assert doctest.testmod(report) == doctest.TestResults(failed=0, attempted=4)


def test_every_change_is_measured_unless_it_is_told_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["peers", "folder"])
    assert tuple(_arguments().scenarios.split(",")) == SCENARIOS
