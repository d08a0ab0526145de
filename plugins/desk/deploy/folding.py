"""The page that leads on from a list that has become empty to the nearest one above it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from plugins.press.theme import Theme


@dataclass(frozen=True, slots=True)
class Leading:
    """What the template of old addresses shows."""

    title: str
    target: str


def page(root: Path, target: str) -> bytes:
    """A page of the project's own theme; ``target``: a whole address."""
    theme = Theme(root / "theme/templates", "plugins.layout.filters")
    return theme.render("moved.html", Leading("Ta lista jest teraz pusta", target)).encode()
