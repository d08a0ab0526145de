"""The values of a bar chart that follows a table, wherever one stands.

A chart draws whole numbers that its table says in full: it is hidden from screen readers.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """What a part of a bar stands for. ``look``: ``solid striped crossed dotted lined plain``."""

    name: str
    look: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. ``parts``: one number of at least 0 for each kind, in the order of the kinds."""

    label: str
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars of one scale under a heading; without anything to draw it is left out.

    ``id``: unique on its page; the names of its patterns start with it.
    """

    id: str
    title: str
    kinds: tuple[Kind, ...]
    bars: tuple[Bar, ...]
