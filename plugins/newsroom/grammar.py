"""The grammar of a kind, read from the annotations of its dataclass.

A field is a :class:`Slot`: the officer's key, and a type whose annotations say how its text is
read. The walk over a head, the scaffold, the form and the handbook's tables all follow these.
"""

from __future__ import annotations

import types
import typing
from dataclasses import MISSING, dataclass, fields, is_dataclass
from difflib import get_close_matches
from enum import Enum
from functools import cache
from typing import Any

from plugins.newsroom.fields import Key, Reads, Refers
from plugins.newsroom.spelling import fold


@dataclass(frozen=True, slots=True)
class Slot:
    """One field of a kind: the code's ``name``, the officer's ``key``, its type."""

    name: str
    key: Key
    type: Any
    required: bool

    @property
    def example(self) -> str:
        """What may be written here, for advice."""
        return self.key.example or shape(self.type)


@cache
def slots(cls: type) -> dict[str, Slot]:
    """Folded spelling of every key and alias → its slot, for one dataclass."""
    hints = typing.get_type_hints(cls, include_extras=True)
    found: dict[str, Slot] = {}
    for field in fields(cls):
        for slot in _slots_of(field.name, hints[field.name], field.default is MISSING):
            for spelling in (slot.key.name, *slot.key.aliases):
                found[fold(spelling)] = slot
    return found


def _slots_of(name: str, hint: Any, bare: bool) -> list[Slot]:
    keys = [extra for extra in _extras(hint) if isinstance(extra, Key)]
    return [Slot(name, key, _bare(hint), key.required or bare) for key in keys]


@cache
def keys(cls: type) -> tuple[Slot, ...]:
    """The slots of a dataclass, each once, in the order of their definition."""
    return tuple(dict.fromkeys(slots(cls).values()))


_OTHER_WORDS = {
    "tytuł": ("nazwa", "temat", "nagłówek", "hasło"),
    "nazwa": ("tytuł", "imię"),
    "termin": ("kiedy", "data", "data debaty", "data i godzina", "godzina", "początek", "start"),
    "miejsce": ("gdzie", "lokalizacja", "adres", "sala"),
    "koniec": ("do", "zakończenie", "godzina zakończenia"),
    "prowadzący": ("prowadzi", "moderator"),
    "porządek": ("program debaty", "plan", "agenda", "harmonogram"),
    "streszczenie": ("opis", "lead", "wstęp do tekstu", "skrót"),
    "liczba uczestników": ("uczestnicy", "frekwencja", "ile osób"),
    "osoba publikująca": ("redaktor", "opublikował", "opublikowała"),
    "status": ("stan",),
    "opis": ("treść", "uwagi"),
    "data": ("kiedy", "dzień"),
}
"""Key → words by which officers call it where another key is wanted."""


def nearest(cls: type, word: str) -> Slot | None:
    """The slot whose key was probably meant."""
    known = slots(cls)
    for key, words in _OTHER_WORDS.items():
        if fold(key) in known and fold(word) in map(fold, words):
            return known[fold(key)]
    near = get_close_matches(fold(word), known, 1, 0.6)
    return known[near[0]] if near else None


def _extras(hint: Any) -> tuple[Any, ...]:
    return tuple(getattr(hint, "__metadata__", ()))


def _bare(hint: Any) -> Any:
    """The type without its Key, keeping Reads and Refers."""
    rest = tuple(extra for extra in _extras(hint) if not isinstance(extra, Key))
    inner = typing.get_args(hint)[0] if _extras(hint) else hint
    return typing.Annotated[(inner, *rest)] if rest else inner


@dataclass(frozen=True, slots=True)
class Form:
    """A type taken apart: ``item`` of a list, or a ``nested`` dataclass, or one scalar."""

    scalar: Any
    reads: Reads | None
    refers: tuple[Refers, ...]
    item: Any = None

    @property
    def nested(self) -> bool:
        """Whether keys stand here, not one text."""
        return isinstance(self.scalar, type) and is_dataclass(self.scalar) and not self.reads

    @property
    def torn(self) -> bool:
        """Whether an inline list would tear what stands in it."""
        return self.nested or bool(self.reads and self.reads.torn)

    @property
    def shape(self) -> str:
        """What may be written, in Polish."""
        if self.reads:
            return self.reads.shape
        if isinstance(self.scalar, type) and issubclass(self.scalar, Enum):
            return ", ".join(str(one.value) for one in self.scalar)
        return "…"

    def parse(self, text: str) -> Any:
        """The value of a text; raises ValueError in Polish."""
        if self.reads:
            return self.reads.parse(text)
        assert issubclass(self.scalar, Enum), "a scalar field is an enum or annotated with Reads"
        return choice(self.scalar, text)


@cache
def form(hint: Any) -> Form:
    """A type of a slot taken apart."""
    inner, extras = _without_none(hint)
    item = typing.get_args(inner)[0] if typing.get_origin(inner) is tuple else None
    reads = next((extra for extra in extras if isinstance(extra, Reads)), None)
    refers = tuple(extra for extra in extras if isinstance(extra, Refers))
    return Form(inner, reads, refers, item)


def shape(hint: Any) -> str:
    """What may be written for a type, in Polish."""
    found = form(hint)
    return form(found.item).shape if found.item else found.shape


def _without_none(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """The type behind ``| None`` and Annotated, with all its annotations."""
    extras = _extras(hint)
    if extras:
        hint = typing.get_args(hint)[0]
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        (inner,) = (arg for arg in typing.get_args(hint) if arg is not type(None))
        hint, more = _without_none(inner)
        extras = (*extras, *more)
    return hint, extras


def choice(cls: type[Enum], text: str) -> Enum:
    """The member of an enum that a word means; raises ValueError in Polish."""
    spelled = {fold(word): one for one in cls for word in _spellings(one)}
    found = spelled.get(fold(text))
    if found is None:
        near = get_close_matches(fold(text), spelled, 1, 0.7)
        options = ", ".join(str(one.value) for one in cls)
        meant: dict[str, str] = getattr(cls, "meant", dict)()
        right = meant.get(fold(text)) or (str(spelled[near[0]].value) if near else "")
        advice = f"napisz „{right}”" if right else f"możliwe: {options}"
        raise ValueError(f"nie ma wartości „{text}” – {advice}")
    return found


def _spellings(one: Enum) -> tuple[str, ...]:
    also: dict[str, tuple[str, ...]] = getattr(type(one), "also", dict)()
    return (str(one.value), *also.get(str(one.value), ()))
