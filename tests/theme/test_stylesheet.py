from __future__ import annotations

import gzip
import re

import pytest

from tests.theme.components import COMPONENTS, THEME, Component, named
from tests.theme.stylesheet import joined

BUDGET = 12 * 1024


def test_the_stylesheet_keeps_its_budget() -> None:
    assert len(gzip.compress(joined().encode(), 9, mtime=0)) <= BUDGET


def test_the_layers_stand_in_order() -> None:
    order = re.findall(r"@layer\s+([\w, ]+?)\s*[;{]", joined())
    assert order[:3] == ["tokens", "tokens, base, components", "base"]
    assert set(order[3:]) == {"components"}


@pytest.mark.parametrize("component", COMPONENTS, ids=named)
def test_a_component_uses_functions_not_the_palette(component: Component) -> None:
    assert "--palette" not in component.css
    outside_print = component.css.split("@media print")[0]
    assert not re.search(r"#[0-9a-f]{3,8}\b(?!\s*\{)", outside_print.replace("#000", ""))


@pytest.mark.parametrize("component", COMPONENTS, ids=named)
def test_every_colour_that_is_asked_for_is_defined(component: Component) -> None:
    defined = set(re.findall(r"(--[\w-]+):", (THEME / "static/tokens.css").read_text("utf-8")))
    assert set(re.findall(r"var\((--[\w-]+)\)", component.css)) <= defined


def test_nothing_is_loaded_from_elsewhere() -> None:
    assert not re.search(r"url\(|@import|@font-face", joined())


def test_braces_match() -> None:
    for part in ("tokens.css", "base.css"):
        css = (THEME / "static" / part).read_text("utf-8")
        assert css.count("{") == css.count("}"), part
    for component in COMPONENTS:
        assert component.css.count("{") == component.css.count("}"), component.name
