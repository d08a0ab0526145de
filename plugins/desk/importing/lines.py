"""Lines of a page: what stands between line breaks of one block."""

from __future__ import annotations

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from plugins.desk.importing import tree

Line = list[PageElement]


def lines_of(leaf: Tag) -> list[Line]:
    """What stands between line breaks; a line break in the source counts where no tag is."""
    if not any(isinstance(one, Tag) for one in leaf.descendants):
        return [[NavigableString(line)] for line in leaf.get_text().split("\n") if line.strip()]
    lines: list[Line] = [[]]
    for child in leaf.children:
        if isinstance(child, Tag) and child.name == "br":
            lines.append([])
        else:
            lines[-1].append(child)
    return [line for line in lines if said(line) or any(isinstance(one, Tag) for one in line)]


def said(line: Line) -> str:
    """The words of a line."""
    return " ".join("".join(tree.words(one) + " " for one in line).split())


def keep(leaf: Tag, kept: list[Line]) -> None:
    """Make a block of these lines alone; nothing happens if it has no others."""
    if len(kept) == len(lines_of(leaf)):
        return
    broken = tree.holds(leaf, ("br",))
    leaf.clear()
    for number, line in enumerate(kept):
        if number:
            leaf.append(Tag(name="br", can_be_empty_element=True) if broken else "\n")
        for one in line:
            leaf.append(one)
