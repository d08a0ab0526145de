"""Warnings that a build leaves for the next one: as they are told, and as they are."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from plugins.problems import Problem

_Problems = tuple[Problem, ...]


class Warned(msgspec.Struct, frozen=True):
    """All warnings of a site, in order.

    ``lines``: as they are printed; ``packed``: for whoever looks into them. A build in which
    nothing changed does not, and making thousands of problems takes longer than its other reading.

    >>> Warned.of([Problem("content/x.md", 2, "", "za długi tytuł")]).lines
    'Uwaga: content/x.md:2: za długi tytuł\\n'
    """

    lines: str
    packed: bytes

    @classmethod
    def of(cls, problems: Iterable[Problem]) -> Warned:
        """Keep these, which are sorted."""
        kept = tuple(problems)
        return cls("".join(f"Uwaga: {one}\n" for one in kept), msgspec.msgpack.encode(kept))

    def names(self, path: str) -> bool:
        """Whether a file may be among them; False: it is not."""
        return Problem(path, 0, "", "").place in self.lines

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What :meth:`of` was given."""
        return msgspec.msgpack.decode(self.packed, type=_Problems)
