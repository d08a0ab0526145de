"""Five years of a town: at each step the balance is what a reader of the Markdown would count."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import WARSAW
from plugins.newsroom.phases import Phase, ProgrammeState
from tests import counting
from tests.newsroom.project import Project, write
from tests.pages.making import FRONT, made, outputs
from tests.site import town
from tests.site.project import ROOT
from tests.site.project import Project as Built
from tests.site.tables import compare, facts, handed, plain, row, rows, written

STEPS = (
    *("2021-04-16", "2021-05-21", "2021-12-31", "2022-05-21", "2022-10-07", "2023-02-01"),
    *("2023-07-15", "2024-01-01", "2024-08-15", "2025-04-16", "2025-12-31"),
)

Pages = dict[str, html.HtmlElement]


@dataclass(frozen=True)
class Step:
    """The town on a day: what a reader counts, what is known, and the pages that count."""

    day: date
    found: list[Any]
    catalogue: Catalogue
    pages: Pages


def pages(catalogue: Catalogue, texts: dict[str, str]) -> Pages:
    """The balance and the pages of bodies."""
    return {one.path: html.fromstring(made(one, texts)) for one in outputs(catalogue)}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("miasto")
    write(root, town.files())
    return root / "content"


@pytest.fixture(scope="module")
def steps(content: Path) -> list[Step]:
    """The town on each day, built anew over what was remembered."""
    project, found = Project(content.parent), []
    for day in map(date.fromisoformat, STEPS):
        now = datetime.combine(day, time(9), WARSAW)
        catalogue = project.prepare(now).catalogue
        read = list(counting.requests(content, day, town.UNIT, {"u-sasiada"}))
        found.append(Step(day, read, catalogue, pages(catalogue, project.texts)))
    return found


def test_the_script_is_short_and_knows_nothing_of_the_project() -> None:
    source = Path(counting.__file__).read_text("utf-8")
    code = [line for line in source.splitlines() if line.strip() and '"""' not in line]
    assert len(code) <= 40
    names = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [a.name for a in node.names] if isinstance(node, ast.Import) else [node.module]
        )
    }
    assert names == {"calendar", "datetime", "statistics", "yaml"}


@pytest.mark.parametrize("number", range(len(STEPS)), ids=STEPS)
def test_the_balance_is_what_the_markdown_says(steps: list[Step], number: int) -> None:
    step = steps[number]
    found, page = step.found, step.pages[FRONT]
    compare(page, found, step.day, town.DISTRICTS)
    bodies = handed(found, step.day, town.BODIES)
    assert rows(page, "podmioty") == (bodies if len(bodies) > 1 else {})
    counts = page.xpath("//strong[@class='account__count']/text()")
    done = row(found, step.day)[1]
    debates = [d for d in step.catalogue.debates if d.when.first < step.day and d.id != "u-sasiada"]
    assert counts == [str(len(debates)), str(len(found)), done]


def parts(found: list[Any]) -> tuple[str, ...]:
    """The tables of a year in which anything has a district, or a category."""
    keys = {"rejony": "rejony", "kategorie": "kategorie zagrożeń"}
    return tuple(part for part, key in keys.items() if any(key in one[0] for one in found))


@pytest.mark.parametrize("number", range(len(STEPS)), ids=STEPS)
def test_so_is_the_balance_of_each_year(steps: list[Step], number: int) -> None:
    step = steps[number]
    found = step.found
    years = {str(one[1][0]["data"].year) for one in found}
    of_years = {path.split("/")[2] for path in step.pages if path.startswith("wnioski/")} - {
        "index.html"
    }
    assert of_years == years
    for year in years:
        some = [one for one in found if str(one[1][0]["data"].year) == year]
        page = step.pages[f"wnioski/rozliczenie/{year}/index.html"]
        assert not rows(page, "lata")
        compare(page, some, step.day, town.DISTRICTS, parts(some))


@pytest.mark.parametrize("number", range(len(STEPS)), ids=STEPS)
def test_so_is_each_body_s_page(steps: list[Step], number: int) -> None:
    step = steps[number]
    clocks = [clock for *_, some in step.found for clock in some]
    for body in town.BODIES:
        own = [clock for clock in clocks if clock[0] == body]
        asked, answered, late, waiting, overdue, never, days = counting.replies(own, step.day)
        said = facts(step.pages[f"podmioty/{body}/index.html"])
        if not asked:
            assert said == {}
            continue
        times = said.pop("Przekazane")
        assert times.split()[-2 if ":" in times else 0] == str(asked)
        assert said.pop("Odpowiedzi") == f"{answered} z {asked}" + (
            f", po terminie: {late}" if late else ""
        )
        assert said.pop("Czekamy na odpowiedź") == f"{waiting} z {asked}" + (
            f", termin minął: {overdue}" if overdue else ""
        )
        if never:
            assert said.pop("Koniec bez odpowiedzi na piśmie") == f"{never} z {asked}"
        if answered:
            assert said.pop("Mediana czasu odpowiedzi").startswith(f"{written(days)} d")
        assert said == {}
    assert facts(step.pages[f"podmioty/{town.NEIGHBOUR}/index.html"]) == {}


def test_the_statuses_add_up_and_each_has_been_met(steps: list[Step]) -> None:
    met = set()
    for step in steps:
        said = {name: int(cells[0]) for name, cells in rows(step.pages[FRONT], "stan").items()}
        whole = said.pop("Razem")
        assert sum(said.values()) == whole
        met |= {name for name, number in said.items() if number}
    assert len(met) == 8


@pytest.mark.parametrize("part", ["lata", "rejony", "kategorie", "podmioty"])
def test_a_bar_is_as_long_as_the_first_number_of_its_row(steps: list[Step], part: str) -> None:
    page = steps[-1].pages[FRONT]
    numbers = [int(cells[0]) for name, cells in rows(page, part).items() if name != "Razem"]
    bars = page.xpath(f"//section[@id='{part}']//svg[@class='chart__bar']")
    long = [sum(float(rect.get("width")[:-1]) for rect in bar.xpath("./rect")) for bar in bars]
    assert long == pytest.approx([100 * one / max(numbers) for one in numbers], abs=0.05)


def test_the_five_years_went_on_meanwhile(steps: list[Step]) -> None:
    """Debates were evaluated one by one, and an edition followed the other, by the dates alone."""
    phases = [step.catalogue.phase(_debate(step, "wiosna-2021")) for step in steps]
    assert phases[0] is Phase.HELD
    assert phases[1:4] == [Phase.REPORTED] * 3
    assert phases[4:] == [Phase.EVALUATED] * 7
    for step in steps:
        states = {p.id: step.catalogue.programme_state(p) for p in step.catalogue.programmes}
        first = ProgrammeState.RUNNING if step.day.year < 2023 else ProgrammeState.ENDED
        assert states["miasto-2021"] is first
        assert states.get("miasto-2023") is (
            None if step.day.year < 2023 else ProgrammeState.RUNNING
        )


def _debate(step: Step, name: str) -> Any:
    return step.catalogue.record(f"debaty/{name}")


def test_what_is_dated_in_the_future_changes_no_page(steps: list[Step], tmp_path: Path) -> None:
    """A town whose officer writes from day to day has the pages of one who wrote ahead."""
    step = steps[3]
    write(tmp_path, town.files())
    for path in (tmp_path / "content/wnioski").glob("*.md"):
        _forget(path, step.day)
    project = Project(tmp_path)
    catalogue = project.prepare(datetime.combine(step.day, time(9), WARSAW)).catalogue
    again = pages(catalogue, project.texts)
    assert again.keys() == step.pages.keys()
    for path, page in again.items():
        assert html.tostring(page) == html.tostring(step.pages[path]), path


def _forget(path: Path, today: date) -> None:
    """Take from a request what has not happened yet; all of it, if it has not been raised."""
    head, _, body = path.read_text("utf-8").rpartition("---\n")
    before, *entries = head.split("  - data: ")
    kept = [one for one in entries if date.fromisoformat(one[:10]) <= today]
    if kept:
        path.write_text("  - data: ".join((before, *kept)) + "---\n" + body, "utf-8")
    else:
        path.unlink()


def test_the_sample_s_balance_is_what_its_markdown_says(sample: Built) -> None:
    today = date(2026, 11, 22)
    content = ROOT / "content"
    others = {p.stem for p in _written(content, "debaty") if "\nwydawca: " in p.read_text("utf-8")}
    found = list(counting.requests(content, today, "kmp-przykladow", others))
    page = html.fromstring((sample.output / FRONT).read_bytes())
    compare(page, found, today, _titles(content, "rejony"))
    assert rows(page, "podmioty") == handed(found, today, _titles(content, "podmioty"))


def _written(content: Path, folder: str) -> Iterator[Path]:
    return (content / folder).rglob("*.md")


def _titles(content: Path, folder: str) -> dict[str, str]:
    names = {p.stem: p.read_text("utf-8").split("nazwa: ")[1] for p in _written(content, folder)}
    return {name: plain(rest.splitlines()[0]) for name, rest in names.items()}
