"""Cold = warm, byte for byte, over random sequences of edits (rule 6)."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from plugins.outputs import Bundle, Later, Output, Text
from plugins.press.digest import of_bytes
from plugins.problems import Problems
from tests.press import makers
from tests.press.makers import Link, Page
from tests.press.project import TEMPLATES, Project

PATHS = ("index.html", "a", "b/index.html", "b/c/index.html", "a/d.txt", "e/f/g.txt", "e/F/g.txt")
TITLES = ("", "A", "B", "<b>", "zażółć", "[]{}")
MARKER = Output(".well-known/debaty.json", makers.text, Page("znak"))


class Site(RuleBasedStateMachine):
    """A plan that changes, a theme that changes, and a folder that others may touch."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="press-"))
        self.project = Project(self.folder / "warm")
        self.pages: dict[str, Output] = {}
        self.index: Bundle | None = None
        self.broken: set[str] = set()

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @initialize()
    def first_build(self) -> None:
        self.project.build(MARKER)

    @rule(
        path=st.sampled_from(PATHS),
        title=st.sampled_from(TITLES),
        links=st.integers(0, 3),
        body=st.sampled_from((None, "<p>x</p>", "<p>y</p>")),
        kind=st.sampled_from(("template", "text", "capitals")),
    )
    def put(self, path: str, title: str, links: int, body: str | None, kind: str) -> None:
        """Add a page, or change any of its fields or its maker."""
        text = Text(of_bytes(body.encode())) if body else None
        if text and body:
            self.project.texts[text.digest] = body
        view = Page(title, text, tuple(Link(f"{title}{n}", f"/{n}/") for n in range(links)))
        make = {"text": makers.text, "capitals": makers.text_in_capitals}.get(kind, makers.page)
        given = Later(
            Page, *(view.title, view.body, view.links), texts=[text.digest] if text else []
        )
        self.pages[path] = Output(path, make, given, None if kind != "template" else "page.html")

    @precondition(lambda self: self.pages)
    @rule(data=st.data(), number=st.integers(0, 9), early=st.booleans())
    def edit_a_body(self, data: st.DataObject, number: int, early: bool) -> None:
        """Made from kept views, it leaves a whole build nothing to make."""
        path = data.draw(st.sampled_from(sorted(self.pages)))
        before, html = self.pages[path].given.texts, f"<p>inna {number}</p>"
        after = of_bytes(html.encode())
        if before and after not in self.project.texts:
            assert self.project.amend(before[0], html, early=early) is not None
            self.pages = {p: _with(page, before[0], after) for p, page in self.pages.items()}
            self.project.basis = repr([_without_body(item) for item in self.plan()])
            assert self.project.build(*self.plan()).made == ()

    @precondition(lambda self: self.pages)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        del self.pages[data.draw(st.sampled_from(sorted(self.pages)))]

    @precondition(lambda self: self.pages)
    @rule(data=st.data(), path=st.sampled_from(PATHS))
    def rename(self, data: st.DataObject, path: str) -> None:
        old = self.pages.pop(data.draw(st.sampled_from(sorted(self.pages))))
        self.pages[path] = Output(path, old.make, old.given, old.template)

    @rule(links=st.none() | st.integers(0, 3))
    def put_index(self, links: int | None) -> None:
        view = Page("", links=tuple(Link(str(n), str(n)) for n in range(links or 0)))
        self.index = None if links is None else Bundle("search", makers.index, view)

    @rule(path=st.sampled_from(sorted(TEMPLATES)), addition=st.sampled_from(("", "x", "{# #}")))
    def edit_template(self, path: str, addition: str) -> None:
        self.project.template(path, TEMPLATES[path] + addition)

    @rule(name=st.sampled_from(("filters", "other_filters")))
    def edit_filters(self, name: str) -> None:
        self.project.filters = f"tests.press.{name}"

    @rule()
    def lose_the_store(self) -> None:
        self.project.build(*self.plan())  # so that the marker stands
        (self.project.root / ".debaty" / "store.sqlite").unlink()

    @rule(data=st.data(), act=st.sampled_from(("delete", "change", "link", "folder", "empty")))
    def tamper(self, data: st.DataObject, act: str) -> None:
        files = [
            f for f in self.project.output.rglob("*") if f.is_file() and f.name != "debaty.json"
        ]
        if files:
            TAMPERING[act](data.draw(st.sampled_from(sorted(files))))

    @rule(path=st.sampled_from((*PATHS, "obcy/plik", "search/obcy", ".well-known/x")))
    def litter(self, path: str) -> None:
        file = self.project.output / path
        if not any(parent.is_file() for parent in file.parents) and not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("obcy plik, nie nasz")

    @rule(path=st.sampled_from(PATHS))
    def fail(self, path: str) -> None:
        """A maker that fails changes nothing, whatever else was edited."""
        before, stamps = self.project.tree(), self.project.stamps()
        broken = {path: Output(path, makers.failing, Page("zły"))}
        broken |= {p: page for p, page in self.pages.items() if not _collide(p, path)}
        try:
            self.project.build(*self.plan(broken))
        except Problems:
            assert (self.project.tree(), self.project.stamps()) == (before, stamps)
        else:
            raise AssertionError("the failing maker was not called")

    @invariant()
    def warm_is_cold(self) -> None:
        self.project.basis = repr([_without_body(item) for item in self.plan()])
        self.project.build(*self.plan())
        cold = Project(self.folder / "cold")
        for path in TEMPLATES:
            cold.template(path, (self.project.templates / path).read_text(encoding="utf-8"))
        cold.filters, cold.texts = self.project.filters, self.project.texts
        cold.build(*self.plan())
        assert self.project.tree() == cold.tree()
        shutil.rmtree(cold.root)
        self.a_second_build_makes_nothing()

    def a_second_build_makes_nothing(self) -> None:
        before = self.project.stamps()
        report = self.project.build(*self.plan())
        assert (report.made, report.removed) == ((), ())
        assert self.project.stamps() == before
        assert self.project.leftovers() == []

    def plan(self, pages: dict[str, Output] | None = None) -> list[Output | Bundle]:
        """The pages whose paths do not collide."""
        chosen: dict[str, Output] = {}
        for path, page in sorted((self.pages if pages is None else pages).items()):
            if not any(_collide(path, other) for other in chosen):
                chosen[path] = page
        return [MARKER, *chosen.values(), *([self.index] if self.index else [])]


def _with(page: Output, before: str, after: str) -> Output:
    """The page with another body, if it has that one."""
    if page.given.texts != (before,):
        return page
    given = Later(Page, page.view.title, Text(after), page.view.links, texts=[after])
    return Output(page.path, page.make, given, page.template)


def _without_body(item: Output | Bundle) -> tuple[object, ...]:
    """What a plan's basis tells of an item: all but bodies."""
    assert isinstance(item.view, Page)
    place = item.path if isinstance(item, Output) else item.folder
    return place, item.make, item.view.title, item.view.links


def _collide(one: str, two: str) -> bool:
    one, two = one.casefold(), two.casefold()
    return one == two or one.startswith(f"{two}/") or two.startswith(f"{one}/")


def _link(file: Path) -> None:
    file.unlink()
    file.symlink_to(file.parent)


def _folder(file: Path) -> None:
    file.unlink()
    (file / "inner").mkdir(parents=True)


TAMPERING: dict[str, Callable[[Path], object]] = {
    "delete": Path.unlink,
    "change": lambda file: file.write_bytes(file.read_bytes() + b"!"),
    "link": _link,
    "folder": _folder,
    "empty": lambda file: file.write_bytes(b"") if file.stat().st_size else None,
}


def test_cold_and_warm_builds_are_equal_over_any_edits() -> None:
    run_state_machine_as_test(
        Site,
        settings=settings(
            max_examples=15,
            stateful_step_count=10,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
