"""Where everything stands that a run reads and writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.press.modules import BASE
from plugins.press.site import name_of

FILTERS = "plugins.layout.filters"
"""The module of the theme's filters."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Absolute; ``content`` is relative to ``root``."""

    root: Path
    content: str
    theme: Path
    output: Path

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> Folders:
        """From Pelican's settings; the root is where the content folder, or a link to it, lies.

        The theme may lie anywhere: many units share one.
        """
        content = Path(settings["PATH"])
        theme, output = Path(settings["THEME"]), Path(settings["OUTPUT_PATH"])
        return cls(content.parent.resolve(), content.name, theme.resolve(), output.resolve())

    @property
    def shop(self) -> Path:
        """Where the store and its lock stand."""
        return self.root / ".debaty"

    @property
    def site(self) -> str:
        """The output folder's name in the store."""
        return name_of(self.output, self.root)

    @property
    def trees(self) -> dict[str, Path]:
        """All that a build reads, by the first part of a file's path in a snapshot."""
        return {
            self.content: self.root / self.content,
            ":theme": self.theme,
            ":plugins": BASE / "plugins",
        }
