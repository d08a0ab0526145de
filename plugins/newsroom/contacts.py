"""How bodies, venues, districts and debates may be reached: contact keys need no permission."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import cache
from typing import Any

from plugins.newsroom import fields, grammar
from plugins.newsroom.grammar import Form, Slot
from plugins.newsroom.kinds.venue import Address

_KEYS = tuple(grammar.form(hint).reads for hint in (fields.Phone, fields.Email))


def contacts(thing: Any) -> Iterator[str]:
    """Every phone, e-mail and postal address under a key meant for it, at any depth."""
    kind: type = type(thing)
    for slot in _leading(kind):
        value = getattr(thing, slot.name, None)  # a torn unit lacks some
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Address):
                yield one.line
            elif is_dataclass(one):
                yield from contacts(one)
            elif one:
                yield str(one)


@cache
def _leading(cls: type) -> tuple[Slot, ...]:
    """The slots that are contacts or hold some deeper down."""
    return tuple(slot for slot in grammar.keys(cls) if _leads(_one(slot)))


def _one(slot: Slot) -> Form:
    form = grammar.form(slot.type)
    return grammar.form(form.item) if form.item else form


def _leads(form: Form) -> bool:
    if form.nested:
        return form.scalar is Address or bool(_leading(form.scalar))
    return form.reads in _KEYS


def texts(thing: Any, above: str = "") -> Iterator[tuple[str, str]]:
    """Key and text of everything written in a head, numbered from 1 in lists."""
    kind: type = type(thing)
    for slot in grammar.keys(kind):
        value, key = getattr(thing, slot.name, None), f"{above}{slot.key.name}"
        items = value if isinstance(value, tuple) else (value,)
        for number, one in enumerate(items, 1):
            place = f"{key}[{number}]" if items is value else key
            if isinstance(one, str):
                yield place, one
            elif is_dataclass(one):
                yield from texts(one, f"{place}.")
