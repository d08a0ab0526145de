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
from zlib import crc32

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
    """A view's key; the view as JSON, with records that others share in :func:`short`; the
    digests of all bodies that it names.
    """

    key: str
    told: bytes
    texts: frozenset[str]


class Views:
    """Keys of many views, fast: a record that one view after another shares, such as the frame
    around every page, is encoded once.
    """

    def __init__(self) -> None:
        self._last: dict[tuple[type, str], list[tuple[object, Keyed]]] = {}

    def keyed(self, view: Hashable, recipe: str) -> Keyed:
        """The key of a view and of how it is made; raises as :func:`encoded`."""
        plain, records = _split(type(view))
        if not records:
            told = encoded(view)
            return Keyed(of_bytes(recipe.encode() + told), told, _named(told))
        rest = encoded({name: getattr(view, name) for name in plain})
        found = [self._record(type(view), name, getattr(view, name)) for name in records]
        key = of_bytes(" ".join([recipe, *(one.key for one in found)]).encode() + rest)
        parts = [b'"%b":%b' % (n.encode(), one.told) for n, one in zip(records, found, strict=True)]
        told = b"{%b}" % b",".join([*parts, *filter(None, [rest[1:-1]])])
        return Keyed(key, told, _named(rest).union(*(one.texts for one in found)))

    def _record(self, cls: type, name: str, value: object) -> Keyed:
        """A record, known if it was one of the last two: a frame is loud or quiet."""
        last = self._last.setdefault((cls, name), [])
        for place, (known, keyed) in enumerate(last):
            if known is value:
                if not keyed.told.startswith(SHORT):
                    keyed = keyed._replace(told=short(keyed.told))
                    last[place] = value, keyed
                return keyed
        told = encoded(value)
        found = Keyed(of_bytes(told), told, _named(told))
        last[:] = [(value, found), *last[:1]]
        return found


SHORT = b'{"#":'
"""How a record begins that is told by :func:`short`."""

_raw = msgspec.json.Decoder(dict[str, msgspec.Raw])


def short(told: bytes) -> bytes:
    """An encoded record with a checksum for each field, enough to see which has changed.

    They only explain, the key decides; so 32 bits are enough.

    >>> short(b'{"a":[1,2]}')
    b'{"#":{"a":143347903}}'
    """
    sums = {name: crc32(value) for name, value in _raw.decode(told).items()}
    return b"%b%b}" % (SHORT, encoded(sums))


_TEXT = re.compile(rb'\{"digest":"([^"\\]+)"\}')


def _named(told: bytes) -> frozenset[str]:
    """The digests of all bodies that an encoded view names.

    Found without a walk through it: inside text a quote has a backslash.

    >>> from plugins.outputs import Text
    >>> sorted(_named(encoded((Text("a1"), Text("b2"), '{"digest":"c3"}'))))
    ['a1', 'b2']
    """
    return frozenset(found.decode() for found in _TEXT.findall(told))


@cache
def _split(view: type[Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of a view's fields: those to encode each time, those that may be shared."""
    if not is_dataclass(view):
        return (), ()
    records = record_fields(view)
    return tuple(f.name for f in fields(view) if f.name not in records), records
