"""Views of outputs, kept for the run in which nothing but a body has changed, and for who asks why.

Such a run makes an output again from its kept view with another digest in it, and need not read
the archive to plan it. A view is kept as a pickle, under the key that its output was made for;
workers get the same bytes. What pages share, their frame, is kept once. Whoever can write into
``.debaty/`` can write into the site; even so only classes and functions of the project's own are
loaded.
"""

from __future__ import annotations

import copyreg
import io
import pickle
import zlib
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache, lru_cache
from importlib import import_module
from operator import attrgetter, methodcaller
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from plugins.outputs import Bundle, Output
from plugins.press.declared import record_fields
from plugins.press.digest import of_bytes
from plugins.press.modules import own_file
from plugins.press.store import KeptView

Item = Output | Bundle

LARGEST = 1 << 20
"""Bytes of a pickle that is still kept: a whole index of a large archive is not."""

_QUICK = 1  # zlib's level: half the size for a tenth of a millisecond


class _Piece(NamedTuple):
    """Stands for a value that views share: its digest."""

    digest: str


class _Apart(NamedTuple):
    """An item, its view taken apart: its class, and its fields by name."""

    item: Item
    view: type[Any]
    fields: dict[str, object]


class Packed(NamedTuple):
    """An item as bytes, for a worker and for the store; the pieces that it shares, by digest."""

    data: bytes
    pieces: dict[str, bytes]

    def item(self) -> Item:
        """What was packed."""
        return _joined(pickle.loads(self.data), lambda digest: _piece(self.pieces[digest]))

    def kept(self) -> tuple[bytes, str]:
        """As the store keeps it; without data if that is too large."""
        is_small = len(self.data) <= LARGEST
        return zlib.compress(self.data, _QUICK) if is_small else b"", " ".join(self.pieces)


NOTHING = b"", ""
"""What is kept of an item that cannot be packed."""


@lru_cache(maxsize=16)
def _piece(data: bytes) -> object:
    """A piece, read once in each process: one frame stands around every page."""
    return pickle.loads(data)


class Keeper:
    """Packs items; remembers the last two values of a view's field, as a frame is loud or quiet."""

    def __init__(self) -> None:
        self._last: dict[tuple[type, str], list[tuple[object, str]]] = {}
        self.pieces: dict[str, bytes] = {}

    def packed(self, item: Item) -> Packed | None:
        """An item as bytes; None if its view is no record."""
        view: Any = item.view
        cls: type[Hashable] = type(view)
        if not is_dataclass(cls):
            return None
        shared = dict(self._shared(view))
        apart = {name: getattr(view, name) for name in _names(cls)} | shared
        data = _dumped(tuple(_Apart(replace(item, given=None), cls, apart)))
        return Packed(data, {one.digest: self.pieces[one.digest] for one in shared.values()})

    def _shared(self, view: Any) -> Iterator[tuple[str, _Piece]]:
        """The fields whose values this view has in common with one before."""
        cls: type[Hashable] = type(view)
        for name in record_fields(cls):
            value, last = getattr(view, name), self._last.setdefault((cls, name), [])
            found = next((pair for pair in last if pair[0] is value), None)
            if found is None:
                last[:] = [(value, ""), *last[:1]]
                continue
            digest = found[1] or self._piece(value)
            last[last.index(found)] = (value, digest)
            yield name, _Piece(digest)

    def _piece(self, value: object) -> str:
        data = _dumped(value)
        digest = of_bytes(data)
        self.pieces[digest] = data
        return digest


def loaded(kept: KeptView, pieces: Mapping[str, bytes], instead: Mapping[str, str]) -> Item | None:
    """An item as it was kept, with other digests of bodies ``instead`` of those in it.

    None if it cannot be read.
    """
    try:
        data = zlib.decompress(kept.data)
        for before, after in instead.items():
            data = data.replace(before.encode(), after.encode())  # of one length: 32 digits
        return _joined(_Loader(data).load(), lambda digest: _Loader(pieces[digest]).load())
    except Exception:  # what a damaged pickle raises, its documentation leaves open
        return None


def _joined(apart: tuple[Any, ...], piece: Callable[[str], object]) -> Item:
    item, view, values = _Apart(*apart)
    for name, value in values.items():
        if isinstance(value, _Piece):
            values[name] = piece(value.digest)
    return replace(item, given=view(**values))


@cache
def _names(view: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(view))


def _dumped(value: object) -> bytes:
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _REDUCED
    pickler.dump(value)
    return buffer.getvalue()


def _zone(zone: ZoneInfo) -> tuple[type[ZoneInfo], tuple[str]]:
    """A zone by its name; else ``getattr`` would have to be allowed."""
    return ZoneInfo, (zone.key,)


class _Reduced(dict[type, Callable[[Any], Any]]):
    """How values are taken apart, by class: a record or an enum into its class's name, written
    once, and what it is made of; that costs a third of what pickle does by itself.
    """

    def __missing__(self, cls: type) -> Callable[[Any], Any]:
        if issubclass(cls, type):
            raise KeyError(cls)  # a class, which pickle knows by name
        self[cls] = found = _apart(cls) or methodcaller("__reduce_ex__", 4)
        return found


_REDUCED = _Reduced({**copyreg.dispatch_table, ZoneInfo: _zone})


def _apart(cls: type[Any]) -> Callable[[Any], Any] | None:
    """None for a class of other objects, or of those that more than their fields make up."""
    name = f"{cls.__module__}:{cls.__qualname__}"
    if issubclass(cls, Enum) and own_file(cls.__module__):
        return lambda value: (_made, (name, value.value))
    if not is_dataclass(cls) or hasattr(cls, "__post_init__") or not own_file(cls.__module__):
        return None
    names = _names(cls)
    if not all(field.init for field in fields(cls)):
        return None
    if len(names) < 2:
        return lambda value: (_made, (name, *(getattr(value, one) for one in names)))
    values = attrgetter(*names)
    return lambda value: (_made, (name, *values(value)))


def _made(name: str, *values: object) -> object:
    """An object of one of the project's own classes, ``module:Class``."""
    return _maker(name)(*values)


@cache
def _maker(name: str) -> Callable[..., object]:
    module, _, path = name.partition(":")
    cls = attrgetter(path)(import_module(module)) if own_file(module) else None
    if not isinstance(cls, type):
        raise pickle.UnpicklingError(name)
    if is_dataclass(cls) and any(field.kw_only for field in fields(cls)):
        names = _names(cls)
        return lambda *values: cls(**dict(zip(names, values, strict=True)))
    return cls


_PLAIN = ("datetime", "decimal", "zoneinfo")


class _Loader(pickle.Unpickler):
    """Reads what was kept, and refuses every name but the project's own."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data))

    def find_class(self, module: str, name: str) -> Any:
        """A class or a maker of the project's own; raises UnpicklingError for any other."""
        if module not in _PLAIN and not own_file(module):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return super().find_class(module, name)
