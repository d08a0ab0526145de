"""Marks for the officer: places of a text that a person must look at before it is published."""

from __future__ import annotations

from bs4 import Tag

BOX = "debaty-uwaga"
"""The element that becomes a box in the Markdown."""

_OPEN = frozenset(("div", "section", "article", "main", "body", "html", "[document]", "center"))
LIMIT = 40
"""Boxes of one text, so that Markdown stays quick; what comes later stands in the last one."""


class Marks:
    """Puts boxes behind the blocks that they are about."""

    def __init__(self, soup: Tag) -> None:
        self.root = soup
        self._late: dict[str, int] = {}
        self._count = 0

    def after(self, element: Tag, text: str) -> None:
        """A box behind the outermost block that an element stands in."""
        place = element
        for parent in element.parents:
            if parent is self.root or parent.parent is None:
                break
            place = parent if parent.name not in _OPEN else place
        self._count += 1
        if self._count > LIMIT or place is self.root or place.parent is None:
            self._late[text] = self._late.get(text, 0) + 1
            return
        place.insert_after(_box(text))

    def late(self) -> list[str]:
        """What no box stands for in its place, each once, the last one for all the rest."""
        told = list(self._late)
        more = len(told) - LIMIT
        return told if more <= 0 else [*told[:LIMIT], f"podobnych miejsc jest jeszcze {more}"]


def _box(text: str) -> Tag:
    box = Tag(name=BOX)
    box.string = text
    return box
