"""Typography on a tree of elements: text nodes only, judged by what stands in the next ones."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from plugins.newsroom import typography

_LITERAL = frozenset(("code", "pre", "kbd", "samp"))
_INLINE = frozenset(("a", "abbr", "em", "strong", "sub", "del", "ins", "q", *_LITERAL))


class Part(NamedTuple):
    """One text of a tree: an element's ``text``, or its ``tail``."""

    element: Element
    is_tail: bool
    is_literal: bool
    text: str

    def put(self, text: str) -> None:
        """Set another text there."""
        if self.is_tail:
            self.element.tail = text
        else:
            self.element.text = text


def typeset(root: Element) -> None:
    """Typography on text nodes, except in code (facts, section 6.6).

    A quote or a one-letter word at a node's edge is judged by what stands in the next node.
    """
    for run in _runs(root):
        for number, part in enumerate(run):
            if part.is_literal or not part.text.strip():
                continue
            before = run[number - 1].text[-1] if number else ""
            after = run[number + 1].text[0] if number + 1 < len(run) else ""
            typed = _typed(part.text, before, after)
            if typed != part.text:
                part.put(typed)


def _typed(text: str, before: str, after: str) -> str:
    """A text set between two others, of which only „a letter stands there” is told."""
    left = "x" if before and not before.isspace() and before not in '(„«"' else ""
    right = "x" if after and not after.isspace() and after not in ".,;:!?)”»" else ""
    whole = typography.tied(typography.corrected(f"{left}{text}{right}"))
    return whole[len(left) : len(whole) - len(right)]


def _runs(root: Element) -> list[list[Part]]:
    """The texts of the tree in reading order, cut where a block begins or ends."""
    runs: list[list[Part]] = [[]]
    _gather(root, False, runs)
    return runs


def _gather(element: Element, is_literal: bool, runs: list[list[Part]]) -> None:
    is_block = element.tag not in _INLINE
    is_inside = is_literal or element.tag in _LITERAL
    if is_block:
        runs.append([])
    if element.text:
        runs[-1].append(Part(element, False, is_inside, element.text))
    for child in element:
        _gather(child, is_inside, runs)
        if child.tag not in _INLINE:
            runs.append([])
        if child.tail:
            runs[-1].append(Part(child, True, is_inside, child.tail))
