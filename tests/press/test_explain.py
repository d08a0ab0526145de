"""Why an output was made, or would be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import version

import pytest

from plugins.outputs import Bundle, Output, Text
from plugins.press import modules
from plugins.press.explain import NotPlanned
from plugins.press.reasons import reason
from plugins.press.recipes import Parts
from tests.press import makers
from tests.press.makers import Link, Page
from tests.press.project import Project

LINKS = (Link("A", "/a/"), Link("B", "/b/"))
PAGE = Output("d/x/index.html", makers.page, Page("X", links=LINKS), "page.html", "content/x.md")
HOME = Output("index.html", makers.text, Page("Start"))
SEARCH = Bundle("search", makers.index, Page("S", links=(Link("A", "a"),)))


@pytest.fixture(autouse=True)
def _read_again() -> Iterator[None]:
    """No test sees the code that another one pretended to have read."""
    yield
    modules._first_read.cache_clear()


def test_a_new_file(project: Project) -> None:
    assert project.reasons(PAGE) == {"d/x/index.html": "nowy plik"}


@pytest.mark.parametrize(
    ("view", "told"),
    [
        (Page("Y", links=LINKS), "title"),
        (Page("Y", Text("t"), LINKS), "body, title"),
        (Page("X", links=(LINKS[0], Link("C", "/b/"))), "links[1].title"),
        (Page("X", links=(LINKS[0], Link("C", "/c/"))), "links[1].title, links[1].url"),
        (Page("X", links=(Link("C", "/c/"), Link("D", "/d/"))), "links"),
        (Page("X"), "links"),
    ],
)
def test_changed_fields_are_named(project: Project, view: Page, told: str) -> None:
    project.build(PAGE)
    edited = replace(PAGE, given=view)
    assert project.reasons(edited) == {PAGE.path: f"zmieniły się dane: {told}"}


def test_a_changed_body_is_named_by_its_field(project: Project) -> None:
    project.texts = {"t1": "x", "t2": "y"}
    project.build(replace(PAGE, given=Page("X", Text("t1"))))
    edited = replace(PAGE, given=Page("X", Text("t2")))
    assert project.reasons(edited) == {PAGE.path: "zmieniły się dane: body"}


def test_a_changed_template_is_named(project: Project) -> None:
    project.build(HOME, PAGE)
    project.template("components/link/link.html", "{% macro link(l) %}{{ l.url }}{% endmacro %}")
    told = "zmienił się szablon components/link/link.html"
    assert project.reasons(HOME, PAGE) == {PAGE.path: told}


def test_a_changed_maker_is_named(project: Project) -> None:
    project.build(HOME)
    edited = replace(HOME, make=makers.text_in_capitals)
    told = "zmieniła się funkcja, która go tworzy: tests.press.makers.text_in_capitals"
    assert project.reasons(edited) == {HOME.path: told}


def test_changed_filters_are_named(project: Project) -> None:
    project.build(HOME, PAGE)
    project.filters = "tests.press.other_filters"
    told = "zmieniły się pliki kodu tests/press/filters.py, tests/press/other_filters.py"
    assert project.reasons(HOME, PAGE) == {PAGE.path: told}


def test_a_changed_library_makes_what_uses_it(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.build(HOME, PAGE)
    versions = modules.versions
    newer = {"jinja2": "99"}
    monkeypatch.setattr(
        modules, "versions", lambda names: versions(names) | (newer if "jinja2" in names else {})
    )
    told = f"zmieniła się wersja biblioteki jinja2: {version('jinja2')} → 99"
    assert project.reasons(HOME, PAGE)[PAGE.path] == told


def test_changed_code_makes_what_runs_it(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.build(HOME, PAGE)
    digest = modules.of_bytes
    maker = (modules.BASE / "tests/press/filters.py").read_bytes()
    monkeypatch.setattr(modules, "of_bytes", lambda data: digest(data) + "x" * (data == maker))
    modules._first_read.cache_clear()
    assert project.reasons(HOME, PAGE) == {PAGE.path: "zmienił się kod tests/press/filters.py"}


def test_changed_code_and_libraries_are_named() -> None:
    same: Parts = {"make": {"m": "V"}, "template": {}}
    old = same | {"code": {"a.py": "1"}, "library": {"jinja2": "3.1.5"}}
    new = same | {"code": {"a.py": "2"}, "library": {"jinja2": "3.1.6"}}
    assert reason(old, new, b"{}", b"{}") == (
        "zmienił się kod a.py; zmieniła się wersja biblioteki jinja2: 3.1.5 → 3.1.6"
    )


@pytest.mark.parametrize(
    "path",
    [
        "/d/x/",
        "d/x",
        "d/x/index.html",
        "output/d/x/index.html",
        "./output/d/x/",
        "output\\d\\x\\index.html",
        "/d/x/#opinie",
    ],
)
def test_a_path_may_be_written_in_many_ways(project: Project, path: str) -> None:
    project.build(HOME, PAGE)
    assert project.explain(path, HOME, PAGE) == (
        "„/d/x/index.html” jest aktualny. Ostatnio utworzony z powodu: nowy plik. "
        "Źródło: content/x.md."
    )


@pytest.mark.parametrize("path", ["/", "", "index.html", "output/"])
def test_the_home_page_is_explained(project: Project, path: str) -> None:
    project.build(HOME)
    assert project.explain(path, HOME).startswith("„/index.html” jest aktualny.")


def test_what_would_be_made_is_said_with_its_reason(project: Project) -> None:
    assert project.explain("/", HOME) == (
        "„/index.html” zostanie utworzony przy najbliższym budowaniu: nowy plik. "
        "Jeszcze nie powstał."
    )
    project.build(HOME)
    (project.output / "index.html").write_text("cudzy")
    assert "zmienił ktoś inny. Ostatnio utworzony z powodu: nowy plik." in project.explain("", HOME)
    project.build(HOME)
    edited = replace(HOME, given=Page("Inny"))
    assert project.explain("/", edited) == (
        "„/index.html” zostanie utworzony przy najbliższym budowaniu: zmieniły się dane: title. "
        "Ostatnio utworzony z powodu: plik w folderze witryny zmienił ktoś inny."
    )


@pytest.mark.parametrize("path", ["search", "/search/", "output/search/links/a"])
def test_a_bundle_is_explained_by_any_of_its_files(project: Project, path: str) -> None:
    project.build(SEARCH)
    assert project.explain(path, SEARCH).startswith("„/search/” jest aktualny.")


def test_an_unplanned_path_is_told_with_the_nearest(project: Project) -> None:
    project.build(HOME, PAGE)
    with pytest.raises(NotPlanned) as told:
        project.explain("/d/xx/", HOME, PAGE)
    assert str(told.value) == (
        "Witryna nie ma strony ani pliku „/d/xx”. Najbliższe: /d/x/index.html, /index.html."
    )
    with pytest.raises(NotPlanned, match=r"^Witryna nie ma strony ani pliku „/q\.zip”\.$"):
        project.explain("q.zip", HOME)
