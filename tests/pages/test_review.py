"""The review page of components: in a preview only, and every example apart from the others."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from lxml import html

from plugins.layout import frame as frames
from plugins.newsroom.catalogue import Catalogue
from plugins.outputs import File, Output, Text
from plugins.pages import components
from plugins.press.digest import of_bytes
from plugins.press.theme import Theme
from tests.newsroom.project import BARE, Project, write
from tests.theme.components import COMPONENTS, ROOT, TEMPLATES, THEME


class Tools:
    """What a maker may use, over the theme as it is on disk."""

    def render(self, view: object, **also: object) -> str:
        theme = Theme(TEMPLATES, "plugins.layout.filters")
        return theme.render("components.html", view, **also)

    def file(self, file: File) -> bytes:
        return (ROOT / file.path).read_bytes()

    def text(self, text: Text) -> str:
        raise AssertionError(f"the review page shows no body: {text}")


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    root = tmp_path_factory.mktemp("przeglad")
    write(root, BARE)
    return Project(root).prepare().catalogue


def _assets(*kinds: str) -> tuple[File, ...]:
    found = sorted(path for kind in kinds for path in THEME.rglob(kind) if path.is_file())
    return tuple(
        File(path.relative_to(ROOT).as_posix(), of_bytes(path.read_bytes())) for path in found
    )


def _planned(catalogue: Catalogue, *kinds: str) -> list[Output]:
    assets = _assets(*kinds)
    return list(components.plan(assets, frames.frame(catalogue, assets)))


@pytest.fixture(scope="module")
def page(catalogue: Catalogue) -> html.HtmlElement:
    (output,) = _planned(catalogue, "*.css", "*.yaml")
    assert output.path == "komponenty/index.html"
    return html.fromstring(output.make(output.view, Tools()))


def test_what_is_published_has_no_review_page(catalogue: Catalogue) -> None:
    assert _planned(catalogue, "*.css", "*.js", "*.svg") == []


def test_every_component_is_in_the_index_and_on_the_page(page: html.HtmlElement) -> None:
    names = [component.name for component in COMPONENTS]
    assert page.xpath("//nav[@class='shortcuts'][1]//a/text()")[: len(names)] == names
    for name in names:
        assert page.xpath(f"count(//*[@id='komponent-{name}'])") == 1


def test_every_visible_example_is_shown_and_no_hidden_one(page: html.HtmlElement) -> None:
    shown = [
        f"{component.name}: {example['name']}"
        for component in COMPONENTS
        for example in component.about["examples"]
        if not example.get("hidden")
    ]
    assert page.xpath("//div[@class='review__example']/@aria-label") == shown


def test_no_two_examples_share_an_id(page: html.HtmlElement) -> None:
    ids = Counter(page.xpath("//@id"))
    assert [name for name, count in ids.items() if count > 1] == []


def test_the_page_is_not_for_search_engines(page: html.HtmlElement) -> None:
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_a_run_is_given_the_documents_in_a_preview_only() -> None:
    from plugins.publisher.generator import Folders, Run

    def given(drafts: bool) -> set[str]:
        run = Run.__new__(Run)
        run.settings = {"DRAFTS": drafts}
        run.folders = Folders(ROOT, "content", THEME, Path("output"))
        return {Path(asset.path).suffix for asset in run.assets}

    assert given(True) - given(False) == {".yaml"}
