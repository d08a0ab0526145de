"""What a template may do and reach (rule 4)."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.press.memo import Memo
from plugins.press.store import Store
from plugins.press.theme import Theme
from plugins.problems import Problem, Problems
from tests.press.makers import Link, Page
from tests.press.project import Project


def rendered(project: Project, source: str, view: object = "") -> str:
    project.template("t.html", source)
    return project.theme().render("t.html", view)


def fault(project: Project, source: str, view: object = "") -> Problem:
    with pytest.raises(Problems) as error:
        rendered(project, source, view)
    [problem] = error.value.problems
    return problem


def test_a_page_shows_its_view(project: Project) -> None:
    view = Page("Debata", links=(Link("A", "/a/"),))
    page = project.theme().render("page.html", view)
    assert page == '<title>Debata!</title>\n<a href="/a/">A</a>'


@pytest.mark.parametrize("name", ["t.html", "t.xml", "t.txt", "t"])
def test_text_is_escaped_whatever_the_file_is_called(project: Project, name: str) -> None:
    project.template(name, "{{ page }}")
    assert project.theme().render(name, "<b>&\"'") == "&lt;b&gt;&amp;&#34;&#39;"


def test_an_undefined_name_is_a_problem_at_its_line(project: Project) -> None:
    problem = fault(project, "\n\n{{ page.brak }}", Page("x"))
    assert problem.path == str(project.templates / "t.html")
    assert problem.line == 3
    assert "brak" in problem.message


def test_a_fault_inside_a_component_is_told_there(project: Project) -> None:
    project.template("c.html", "{% macro c(x) %}\n{{ x.y }}\n{% endmacro %}")
    problem = fault(project, '{% from "c.html" import c %}\n\n\n{{ c(page) }}', Page("x"))
    assert (Path(problem.path).name, problem.line) == ("c.html", 2)


def test_a_syntax_error_is_a_problem_at_its_line(project: Project) -> None:
    assert fault(project, "\n{% if %}").line == 2


def test_a_failing_filter_is_a_problem_of_the_template(project: Project) -> None:
    assert fault(project, "\n{{ page | round }}", "x").line == 2


@pytest.mark.parametrize("name", ["lipsum", "cycler", "joiner", "dict", "now", "environ"])
def test_there_are_no_other_globals(project: Project, name: str) -> None:
    assert name in fault(project, f"{{{{ {name}() }}}}").message


def test_pure_globals_stay(project: Project) -> None:
    source = "{% set n = namespace(x=1) %}{% for i in range(2) %}{{ i + n.x }}{% endfor %}"
    assert rendered(project, source) == "12"


def test_there_is_no_random_filter(project: Project) -> None:
    assert "random" in fault(project, "{{ [1, 2] | random }}").message


@pytest.mark.parametrize(
    "source",
    [
        "{% include page.x %}",
        "{% include ['a', 'b'] %}",
        "{% extends page.layout %}",
        "{% import 'a' ~ page as b %}",
        "{% from page.x import y %}",
    ],
)
def test_a_computed_name_is_refused(project: Project, source: str) -> None:
    project.template("t.html", f"\n{source}")
    with pytest.raises(Problems, match=r"t\.html:2: .*stałym napisem"):
        project.theme().closure("t.html")


def test_a_missing_template_is_told_where_it_is_named(project: Project) -> None:
    project.template("t.html", "{% include 'no.html' ignore missing %}")
    with pytest.raises(Problems, match=r"t\.html: nie ma szablonu „no\.html”"):
        project.theme().closure("t.html")
    with pytest.raises(Problems, match=r"no\.html: nie ma szablonu"):
        project.theme().closure("no.html")


def test_the_closure_is_all_that_a_template_reaches(project: Project) -> None:
    names = [name for name, _ in project.theme().closure("page.html")]
    assert names == ["base.html", "components/link/link.html", "page.html"]


def test_the_closure_may_have_a_cycle(project: Project) -> None:
    project.template("a.html", '{% import "b.html" as b %}')
    project.template("b.html", '{% import "a.html" as a %}')
    assert [name for name, _ in project.theme().closure("a.html")] == ["a.html", "b.html"]


def test_a_change_of_any_reached_template_changes_the_closure(project: Project) -> None:
    before = project.theme().closure("page.html")
    project.template("other.html", "")
    assert project.theme().closure("page.html") == before
    project.template("components/link/link.html", "{% macro link(l) %}{% endmacro %}")
    changed = dict(project.theme().closure("page.html")).items() - dict(before).items()
    assert {name for name, _ in changed} == {"components/link/link.html"}


def test_references_are_remembered(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store(project.root / "store.sqlite") as store:
        memo = Memo(store.shelf("templates", "1"))
        first = project.theme().closure("page.html", memo)
        memo.save()
        monkeypatch.setattr(Theme, "_named", pytest.fail)
        again = Memo(store.shelf("templates", "1"))
        assert project.theme().closure("page.html", again) == first


def test_what_was_read_is_what_is_rendered(project: Project) -> None:
    theme = project.theme()
    project.template("base.html", "inny")
    assert theme.render("page.html", Page("A")).startswith("<title>A!")


def test_a_template_in_another_encoding_is_a_problem(project: Project) -> None:
    (project.templates / "t.html").write_bytes("zażółć".encode("cp1250"))
    with pytest.raises(Problems, match="UTF-8"):
        project.theme().render("t.html", "")
