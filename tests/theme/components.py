"""The components of the theme with their examples, for every test that loops over them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from plugins.press.theme import Theme

ROOT = Path(__file__).resolve().parents[2]
THEME = ROOT / "theme"
TEMPLATES = THEME / "templates"

ENVIRONMENT = Theme(TEMPLATES, "plugins.layout.filters").environment


@dataclass(frozen=True)
class Component:
    """A folder in ``templates/components``."""

    name: str

    @property
    def folder(self) -> Path:
        return TEMPLATES / "components" / self.name

    @property
    def template(self) -> str:
        return (self.folder / f"{self.name}.html").read_text("utf-8")

    @property
    def css(self) -> str:
        return (self.folder / f"{self.name}.css").read_text("utf-8")

    @cached_property
    def about(self) -> dict[str, Any]:
        text = (self.folder / f"{self.name}.yaml").read_text("utf-8")
        return yaml.load(text, yaml.CSafeLoader)

    def rendered(self, example: dict[str, Any]) -> str:
        """The HTML of one example."""
        source = f'{{% from "components/{self.name}/{self.name}.html" import {self.name} %}}'
        macro = ENVIRONMENT.from_string(f"{source}{{{{ {self.name}(p) }}}}")
        return macro.render(p=example["p"])


COMPONENTS = tuple(
    Component(folder.name) for folder in sorted((TEMPLATES / "components").iterdir())
)

EXAMPLES = tuple((one, example) for one in COMPONENTS for example in one.about["examples"])


def named(value: object) -> str:
    """How a test's report calls a component or its example."""
    if isinstance(value, Component):
        return value.name
    return str(value["name"]).replace(" ", "-") if isinstance(value, dict) else str(value)
