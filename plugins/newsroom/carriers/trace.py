"""What a search of a file brings: findings in its text, and traces of who made it and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from plugins.privacy.findings import Finding, findings, named


class Unreadable(Exception):
    """A file that cannot be searched; the text says in Polish why, and what to do."""


SIGNS = 10_000_000
"""Characters of a file's text: to search as many takes some ten seconds."""


class Trace(Enum):
    """What a file tells besides its text; the value is the rule by which it is lifted."""

    PLACE = "miejsce w pliku"
    AUTHOR = "autor w pliku"
    HISTORY = "zmiany w pliku"
    UNREADABLE = "plik nie do sprawdzenia"

    @property
    def about(self) -> str:
        """When it is warned of."""
        return _ABOUT[self]

    def because(self, message: str) -> Mark:
        """The trace with what an officer reads of it."""
        return Mark(self, message)


_ABOUT = {
    Trace.PLACE: "zdjęcie albo nagranie z zapisem miejsca, w którym je zrobiono",
    Trace.AUTHOR: "plik z nazwiskiem tego, kto go zrobił albo zapisał",
    Trace.HISTORY: "dokument z komentarzami, śledzonymi zmianami albo ukrytym tekstem",
    Trace.UNREADABLE: "plik zaszyfrowany, uszkodzony, za duży albo w dawnym formacie",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A trace in one file, told in Polish."""

    trace: Trace
    message: str


@dataclass(frozen=True, slots=True)
class Carried:
    """All that one file gives away. ``pages``: findings tell pages, not lines.

    ``count``: pages of a PDF, 0 of anything else; ``is_scan``: they have pictures and no text.
    """

    findings: tuple[Finding, ...] = ()
    traces: tuple[Mark, ...] = ()
    pages: bool = False
    count: int = 0
    is_scan: bool = False

    @classmethod
    def of(cls, text: str, traces: Iterable[Mark | None] = (), *, lines: bool = True) -> Carried:
        """From a file's text; without ``lines`` its line numbers mean nothing to a reader."""
        if len(text) > SIGNS:
            raise Unreadable("ma zbyt dużo tekstu – podziel go")
        found = findings(text)
        if not lines:
            found = tuple(dict.fromkeys(replace(one, line=0) for one in found))
        return cls(found, tuple(mark for mark in traces if mark))

    def named(self, name: str) -> Carried:
        """With the numbers in the file's own name."""
        in_name = (replace(one, line=0, key="nazwa pliku") for one in named(name))
        return replace(self, findings=(*in_name, *self.findings))
