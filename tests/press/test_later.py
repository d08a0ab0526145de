"""Views that are made only when someone has to ask for them."""

from __future__ import annotations

import pickle

import pytest

from plugins.outputs import Later, Output, Text
from plugins.press.workers import Workers
from plugins.problems import Problems
from tests.press import makers
from tests.press.makers import Page
from tests.press.project import Project


class Desk:
    """Makes views of records and counts them."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.titles = {"a": "A", "b": "B"}
        self.texts = {"a": "t1", "b": "t2"}

    def view(self, name: str) -> Page:
        self.asked.append(name)
        return Page(self.titles[name], Text(self.texts[name]))

    def plan(self) -> list[Output]:
        return [
            Output(f"{name}.txt", makers.text, Later(self.view, name, texts=[self.texts[name]]))
            for name in self.titles
        ]

    def new(self) -> list[str]:
        """The names asked for since the last time."""
        asked, self.asked = sorted(self.asked), []
        return asked


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def built(project: Project, desk: Desk) -> Project:
    project.texts = {"t1": "pierwszy", "t2": "drugi", "t3": "trzeci"}
    project.basis = "1"
    project.build(*desk.plan())
    assert desk.new() == ["a", "b"]
    return project


def test_nobody_asks_while_basis_and_bodies_stand(built: Project, desk: Desk) -> None:
    assert built.made(*desk.plan()) == []
    assert desk.new() == []


def test_another_basis_asks_for_every_view(built: Project, desk: Desk) -> None:
    built.basis = "2"
    desk.titles["a"] = "A 2"
    assert built.made(*desk.plan()) == ["a.txt"]
    assert desk.new() == ["a", "b"]
    assert built.made(*desk.plan()) == []
    assert desk.new() == []


def test_another_body_asks_for_the_views_that_hold_it(built: Project, desk: Desk) -> None:
    desk.texts["a"] = "t3"
    assert built.reasons(*desk.plan()) == {"a.txt": "zmieniły się dane: body"}
    assert desk.new() == ["a"]
    desk.texts["a"] = "t1"
    assert built.made(*desk.plan()) == ["a.txt"]


def test_a_plan_without_a_basis_asks_for_every_view(built: Project, desk: Desk) -> None:
    built.basis = ""
    desk.titles["a"] = "A 2"
    assert built.made(*desk.plan()) == ["a.txt"]
    built.basis = "1"
    desk.titles["a"] = "A"
    assert built.made(*desk.plan()) == ["a.txt"]
    assert desk.new() == ["a", "a", "b", "b"]


def test_a_failed_build_does_not_make_the_basis_true(built: Project, desk: Desk) -> None:
    built.basis = "2"
    desk.titles["a"] = "A 2"
    broken = Output("c.txt", makers.failing, Page("C"))
    with pytest.raises(Problems):
        built.build(*desk.plan(), broken)
    assert built.made(*desk.plan()) == ["a.txt"]


def test_a_file_that_vanished_is_asked_for(built: Project, desk: Desk) -> None:
    (built.output / "a.txt").unlink()
    assert built.made(*desk.plan()) == ["a.txt"]
    assert desk.new() == ["a"]


def test_bodies_that_are_declared_but_not_shown_cannot_mislead(project: Project) -> None:
    def plan(text: str) -> list[Output]:
        return [Output("a.txt", makers.text, Later(lambda: Page(project.basis), texts=[text]))]

    for basis, text in (("1", "t1"), ("2", "t2"), ("2", "t1"), ("1", "t1")):
        project.basis = basis
        project.build(*plan(text))
        assert project.tree()["a.txt"].decode().strip() == basis


def test_a_changed_maker_asks_whatever_the_basis(built: Project, desk: Desk) -> None:
    plan = [Output(o.path, makers.text_in_capitals, o.given) for o in desk.plan()]
    assert built.made(*plan) == ["a.txt", "b.txt"]


def test_a_worker_gets_the_view_itself(project: Project) -> None:
    desk, project.texts = Desk(), {"t1": "x", "t2": "y"}
    project.build(*desk.plan(), workers=Workers(threshold=1, processes=2))
    assert project.tree() == {"a.txt": b"A\nx", "b.txt": b"B\ny"}
    output = desk.plan()[0]
    assert pickle.loads(pickle.dumps(output)).given == output.view
