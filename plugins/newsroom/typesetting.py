"""Typography on a tree of elements: text nodes only, judged by what stands in the next ones."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from plugins.newsroom import typography

_LITERAL = frozenset(("code", "pre", "kbd", "samp"))
_INLINE = frozenset(("a", "abbr", "em", "strong", "sub", "del", "ins", "q", *_LITERAL))


def typeset(root: Element) -> None:
    """Typography on text nodes, except in code (facts, section 6.6).

    A quote or a one-letter word at a node's edge is judged by what stands in the next node.
    """
    for run in _runs(root):
        texts = [part.get() for part in run]
        for number, part in enumerate(run):
            before = texts[number - 1][-1:] if number else ""
            after = texts[number + 1][:1] if number + 1 < len(run) else ""
            if not part.literal and texts[number].strip():
                part.set(_typed(texts[number], before, after))


def _typed(text: str, before: str, after: str) -> str:
    """A text set between two others, of which only „a letter stands there” is told."""
    left = "x" if before and not before.isspace() and before not in '(„«"' else ""
    right = "x" if after and not after.isspace() and after not in ".,;:!?)”»" else ""
    whole = typography.tied(typography.corrected(f"{left}{text}{right}"))
    return whole[len(left) : len(whole) - len(right)]


class _Part:
    """One text of a run: an element's ``text`` or its ``tail``."""

    def __init__(self, element: Element, tail: bool, literal: bool) -> None:
        self.element, self.tail, self.literal = element, tail, literal

    def get(self) -> str:
        return (self.element.tail if self.tail else self.element.text) or ""

    def set(self, text: str) -> None:
        if self.tail:
            self.element.tail = text
        else:
            self.element.text = text


def _runs(root: Element) -> list[list[_Part]]:
    """The texts of the tree in reading order, cut where a block begins or ends."""
    runs: list[list[_Part]] = [[]]

    def walk(element: Element, literal: bool) -> None:
        inline = element.tag in _INLINE
        literal = literal or element.tag in _LITERAL
        if not inline:
            runs.append([])
        _add(runs[-1], _Part(element, False, literal))
        for child in element:
            walk(child, literal)
            _add(runs[-1], _Part(child, True, literal))
        if not inline:
            runs.append([])

    walk(root, False)
    return runs


def _add(run: list[_Part], part: _Part) -> None:
    if part.get():
        run.append(part)
