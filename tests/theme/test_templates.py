from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.press.theme import Theme
from tests.theme.components import COMPONENTS, ROOT, TEMPLATES

FILES = sorted(TEMPLATES.rglob("*.html"))
PAGES = [path.name for path in FILES if path.parent == TEMPLATES]


def _name(path: Path) -> str:
    return path.relative_to(TEMPLATES).as_posix()


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_no_template_trusts_text_or_styles_by_hand(path: Path) -> None:
    source = path.read_text("utf-8")
    assert not re.search(r"\|\s*safe\b|\bstyle=|<style|\son\w+=", source)
    assert "autoescape" not in source


@pytest.mark.parametrize("name", PAGES)
def test_a_page_reaches_only_templates_that_exist(name: str) -> None:
    closure = Theme(TEMPLATES, "plugins.layout.filters").closure(name)
    assert name in dict(closure)


def test_every_component_is_used() -> None:
    used = {
        found
        for path in FILES
        if path.name != "components.html"
        for found in re.findall(r'from "components/(\w+)/', path.read_text("utf-8"))
    }
    assert {component.name for component in COMPONENTS} - used == {"review"}


def test_the_review_page_knows_every_component() -> None:
    source = (TEMPLATES / "components.html").read_text("utf-8")
    names = {component.name for component in COMPONENTS}
    assert set(re.findall(r'from "components/(\w+)/', source)) == names
    assert set(re.findall(r'"(\w+)": (?=\w+[,\n])', source)) >= names


def test_badges_of_the_pages_name_icons_and_tones_that_exist() -> None:
    icon = next(one for one in COMPONENTS if one.name == "icon")
    badge = next(one for one in COMPONENTS if one.name == "badge")
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "plugins").rglob("*.py"))
    badges = re.findall(r'Badge\([^()]*(?:\([^()]*\)[^()]*)*"(\w+)", "(\w+)"\)', code)
    assert badges
    for tone, name in badges:
        assert f".badge--{tone} " in badge.css
        assert f'"{name}": [' in icon.template
