from __future__ import annotations

import re

import pytest
from jinja2 import UndefinedError, nodes

from tests.theme.components import COMPONENTS, ENVIRONMENT, EXAMPLES, THEME, Component, named
from tests.theme.stylesheet import classes, selectors

BASE_CLASSES = classes((THEME / "static/base.css").read_text("utf-8"))


@pytest.mark.parametrize(("component", "example"), EXAMPLES, ids=named)
def test_every_example_renders(component: Component, example: dict) -> None:
    html = component.rendered(example)
    assert html.strip()
    assert not re.search(r"\bstyle\s*=", html)
    assert "None" not in html


@pytest.mark.parametrize("component", COMPONENTS, ids=named)
def test_a_component_documents_itself(component: Component) -> None:
    about = component.about
    assert about["description"].strip()
    assert about["accessibility"]
    assert all(isinstance(line, str) and line.strip() for line in about["accessibility"])
    for example in about["examples"]:
        assert set(example["p"]) == set(about["parameters"]), example["name"]
    assert any(not example.get("hidden") for example in about["examples"])


@pytest.mark.parametrize("component", COMPONENTS, ids=named)
def test_a_component_is_one_macro_of_its_name(component: Component) -> None:
    macros = list(ENVIRONMENT.parse(component.template).find_all(nodes.Macro))
    assert [(macro.name, [arg.name for arg in macro.args]) for macro in macros] == [
        (component.name, ["p"])
    ]


@pytest.mark.parametrize("component", COMPONENTS, ids=named)
def test_a_component_styles_only_its_own_classes(component: Component) -> None:
    for selector in selectors(component.css):
        first = re.search(r"\.([\w-]+)", selector)
        assert first, selector
        assert _is_own(first[1], component.name), selector


@pytest.mark.parametrize(("component", "example"), EXAMPLES, ids=named)
def test_every_class_has_a_style_or_belongs_to_the_base(
    component: Component, example: dict
) -> None:
    known = BASE_CLASSES.union(*(classes(one.css) for one in COMPONENTS))
    html = component.rendered(example)
    used = {name for text in re.findall(r'class="([^"]*)"', html) for name in text.split()}
    blocks = {re.split("__|--", name)[0] for name in known}
    assert {name for name in used if re.split("__|--", name)[0] not in blocks} == set()


@pytest.mark.parametrize("component", COMPONENTS, ids=named)
def test_a_component_asks_for_all_that_it_documents(component: Component) -> None:
    if not component.about["parameters"]:
        return
    with pytest.raises(UndefinedError):
        component.rendered({"p": {}})


def _is_own(name: str, block: str) -> bool:
    return re.split("__|--", name)[0] == block
