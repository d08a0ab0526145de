"""Digests: what makes two views, two files, two recipes the same.

The encoder is deterministic and raises on a type it does not know; it never falls back to
``repr``. What its JSON merges (a date and its text) cannot meet in one field: see
:mod:`plugins.press.declared`.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import blake2b
from typing import Any, NamedTuple

import msgspec

from plugins.press.declared import classes, record_fields

_encoder = msgspec.json.Encoder(order="deterministic")


def of_bytes(data: bytes) -> str:
    """32 hexadecimal digits of BLAKE2b.

    >>> of_bytes(b"debata")
    '3c34ed2a90fba16738723f199ca98d22'
    """
    return blake2b(data, digest_size=16).hexdigest()


def of(view: Hashable) -> str:
    """The digest of a view; raises TypeError if its class or a value in it is no plain value."""
    classes(type(view))
    return of_bytes(encoded(view))


def encoded(view: object) -> bytes:
    """A view as JSON, always the same bytes for the same values.

    Raises TypeError for a value of unknown type, ValueError for text that is not Unicode.
    """
    return _encoder.encode(view)


class Keyed(NamedTuple):
    """The key of a view, or of a record in it, and the digests of all bodies that it names."""

    key: str
    texts: frozenset[str]


class Views:
    """Keys of many views, fast: a record that one view after another shares, such as the frame
    around every page, is encoded once.
    """

    def __init__(self) -> None:
        self._last: dict[tuple[type, str], tuple[tuple[object, Keyed], ...]] = {}

    def keyed(self, view: Hashable, recipe: str) -> Keyed:
        """The key of a view and of how it is made; raises as :func:`encoded`."""
        plain, records = _split(type(view))
        if not records:
            return _keyed(recipe.encode() + encoded(view))
        values = [getattr(view, name) for name in plain]
        found = [self._shared(type(view), name, getattr(view, name)) for name in records]
        rest = _keyed(" ".join([recipe, *(one.key for one in found)]).encode() + encoded(values))
        return Keyed(rest.key, rest.texts.union(*(one.texts for one in found)))

    def _shared(self, cls: type, name: str, value: object) -> Keyed:
        """A record, known if it was one of the last two: a frame is loud or quiet."""
        last = self._last.get((cls, name), ())
        for known, keyed in last:
            if known is value:
                return keyed
        found = _keyed(encoded(value))
        self._last[cls, name] = ((value, found), *last[:1])
        return found


_TEXT = re.compile(rb'\{"digest":"([^"\\]+)"\}')


def _keyed(data: bytes) -> Keyed:
    """The digest of an encoded view, and the bodies that it names.

    Found without a walk through it: inside text a quote has a backslash.

    >>> from plugins.outputs import Text
    >>> sorted(_keyed(encoded((Text("a1"), Text("b2"), '{"digest":"c3"}'))).texts)
    ['a1', 'b2']
    """
    return Keyed(of_bytes(data), frozenset(found.decode() for found in _TEXT.findall(data)))


@cache
def _split(view: type[Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of a view's fields: those to encode each time, those that may be shared."""
    if not is_dataclass(view):
        return (), ()
    records = record_fields(view)
    return tuple(f.name for f in fields(view) if f.name not in records), records
