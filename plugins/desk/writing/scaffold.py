"""A new record's file: what is known stands in it, what may follow is explained in comments.

The head begins with the keys that have a value. Below them each key that an officer is likely
to need stands behind a ``#``, with an example and its help from the kind's own table; lines of
explanation begin with ``# `` and a word, so that a ``#`` taken away from the others leaves YAML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import Any

from plugins.desk.writing import emit
from plugins.desk.writing.emit import Plain
from plugins.desk.writing.examples import Ids, example
from plugins.newsroom import grammar
from plugins.newsroom.grammar import Slot
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.kinds.common import Record

Block = tuple[str, ...]
"""Keys that make sense only together, so they are uncommented together."""

NONE: Mapping[str, Any] = MappingProxyType({})

_FIRST = ("tytuł", "nazwa", "streszczenie", "data publikacji", "stan publikacji")
_COMMON: tuple[tuple[str, tuple[Block, ...]], ...] = (
    (
        "Z czym się łączy",
        (
            ("cykl",),
            ("program", "działanie"),
            ("rejony",),
            ("kategorie zagrożeń",),
            ("tematy",),
            ("zobacz także",),
        ),
    ),
    ("Zdjęcia, filmy, pliki", (("zdjęcie",), ("film",), ("załączniki",))),
    ("Kto odpowiada za tekst", (("osoba publikująca",), ("osoba zatwierdzająca",))),
)
"""Common keys that are often needed, by what they are about; the others are in the handbook."""

_BRIEF = {"wnioski": ("rejony", "kategorie zagrożeń", "tematy", "załączniki")}
"""Kinds of which many are written at once: the common keys that they need."""

_TOGETHER: tuple[Block, ...] = (("forma", "link do transmisji"), ("szerokość", "długość"))
_FITTING = {"forma": "hybrydowa"}  # the value that its companions ask for

_LEFT_OUT = {
    "debaty": {
        *("stan", "ewaluacja debat", "czas trwania"),
        *("termin opisowo", "bez zapowiedzi", "działanie"),
    },
    "wnioski": {"działanie"},
    "aktualnosci": {"działanie"},
    "rejony": {"wakat"},
}
"""Own keys that other commands write, or that stand for another key, or in a block above."""

_ABOUT_THINGS = ("podmioty", "miejsca", "cykle", "rejony", "strony")
"""Kinds that tell what there is, not what happened: they need few of the common keys."""

HOW = "Możesz dopisać: usuń „#” z początku wiersza (przy kilku wierszach z każdego) i wpisz swoje."


@dataclass(frozen=True, slots=True)
class Scaffold:
    """What is known of a new record of the kind in ``folder``.

    ``head``: keys with their values. ``examples``: better ones than the table has, by key.
    ``ids``: what may be referred to. ``notes``: comments above a key that has a value; those
    under ``""`` end the head.
    """

    folder: str
    head: Mapping[str, Plain]
    body: str = ""
    examples: Mapping[str, Plain] = field(default_factory=lambda: NONE)
    ids: Ids = field(default_factory=lambda: NONE)
    notes: Mapping[str, Sequence[str]] = field(default_factory=lambda: NONE)

    @property
    def text(self) -> str:
        """The whole file, which ends in a newline."""
        head = "".join((*self._known(), *self._optional(), *_comments(self.notes.get("", ()))))
        body = self.body.strip("\n")
        return f"---\n{head}---\n" + (f"\n{body}\n" if body else "")

    def _known(self) -> Iterator[str]:
        order = [slot.key.name for block in blocks(self.folder) for slot in block]
        rank = {key: number for number, key in enumerate(order)}
        for key in sorted(self.head, key=lambda key: rank.get(key, len(rank))):
            if not emit.is_empty(self.head[key]):
                yield from _comments(self.notes.get(key, ()))
                yield emit.block(key, self.head[key])

    def _optional(self) -> Iterator[str]:
        """Every block of which nothing is known yet, under the heading of its group."""
        heading = ""
        for group, slots in grouped(self.folder):
            unknown = [slot for slot in slots if slot.key.name not in self.head]
            if unknown and not any(slot.required for slot in slots):
                if group != heading:
                    yield f"\n# --- {group} ---\n\n"
                heading = group
                yield from (line for slot in unknown for line in self._explained(slot))

    def _explained(self, slot: Slot) -> Iterator[str]:
        key = slot.key.name
        value = self.examples.get(key) or _FITTING.get(key) or example(slot, self.ids)
        yield f"# {' '.join((slot.key.help + told(slot, self.ids)).split())}\n"
        for line in emit.block(key, value).splitlines():
            yield f"#{line}\n"


def _comments(lines: Sequence[str]) -> Iterator[str]:
    return (f"# {line}".rstrip() + "\n" for line in lines)


def told(slot: Slot, ids: Ids) -> str:
    """What may be chosen for a key, in brackets; empty where it is free."""
    form = grammar.form(slot.type)
    one = grammar.form(form.item) if form.item else form
    if isinstance(one.scalar, type) and issubclass(one.scalar, Enum):
        return f" ({one.shape})"
    kind = next((refers.kind for refers in one.refers), getattr(one.scalar, "refers", ""))
    known = ids.get(kind, ())
    more = "…" if len(known) > 4 else ""
    return f" (np. {', '.join(known[:4])}{more})" if known else ""


def blocks(folder: str) -> Iterator[tuple[Slot, ...]]:
    """The slots of a kind in the order of a file: first, own, common."""
    yield from (slots for _, slots in _first(folder))
    yield from (slots for _, slots in grouped(folder) if slots[0].key.name not in _FIRST)


def _slots(folder: str) -> tuple[Slot, ...]:
    record: type = KINDS[folder].record
    return grammar.keys(record)


def _first(folder: str) -> Iterator[tuple[str, tuple[Slot, ...]]]:
    slots = {slot.key.name: slot for slot in _slots(folder)}
    return (("", (slots[key],)) for key in _FIRST if key in slots)


def grouped(folder: str) -> Iterator[tuple[str, tuple[Slot, ...]]]:
    """The blocks that may be added to a file, each with the heading of its group."""
    slots = {slot.key.name: slot for slot in _slots(folder)}
    yield HOW, (slots["streszczenie"],)
    for block in _own(folder):
        yield HOW, tuple(slots[key] for key in block)
    for heading, common in _COMMON[1:2] if folder in _ABOUT_THINGS else _COMMON:
        for block in common:
            if folder not in _BRIEF or block[0] in _BRIEF[folder]:
                yield heading, tuple(slots[key] for key in block if key in slots)


def _own(folder: str) -> Iterator[Block]:
    """The kind's own keys, each with those that go with it."""
    shared = {slot.key.name for slot in grammar.keys(Record)}
    left_out = _LEFT_OUT.get(folder, set()) | shared | set(_FIRST)
    done: set[str] = set()
    if folder == "strony":  # its own keys are the accessibility statement's
        return
    for slot in _slots(folder):
        key = slot.key.name
        block = next((together for together in _TOGETHER if key in together), (key,))
        if key not in left_out | done:
            yield block
        done |= set(block)


def uncommented(text: str, key: str) -> str:
    """A scaffold's text with the lines of one key brought in, as its comment says.

    >>> uncommented("# po co\\n#cele:\\n#  - jeden\\n\\n# kto\\n#link: x\\n", "cele")
    '# po co\\ncele:\\n  - jeden\\n\\n# kto\\n#link: x\\n'
    """
    found = re.search(rf"(?m)^#{re.escape(key)}:.*\n(?:#  .*\n)*", text)
    if not found:
        return text
    lines = re.sub(r"(?m)^#", "", found[0])
    return text[: found.start()] + lines + text[found.end() :]
