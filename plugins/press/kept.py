"""Views of outputs that hold bodies, kept for the run in which nothing but a body has changed.

Such a run makes an output again from its kept view with another digest in it, and need not read
the archive to plan it. A view is kept as a pickle, under the key that its output was made for.
What pages share, their frame, is kept once. Whoever can write into ``.debaty/`` can write into
the site; even so only classes and functions of the project's own are loaded.
"""

from __future__ import annotations

import copyreg
import io
import pickle
import zlib
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
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


class _Packed(NamedTuple):
    """An item, its view taken apart: its class, and its fields by name."""

    item: Item
    view: type[Any]
    fields: dict[str, object]


class Keeper:
    """Packs items; remembers the last two values of a view's field, as a frame is loud or quiet."""

    def __init__(self) -> None:
        self._last: dict[tuple[type, str], list[tuple[object, str]]] = {}
        self.pieces: dict[str, bytes] = {}

    def packed(self, item: Item) -> tuple[bytes, str] | None:
        """An item and the digests of its pieces, by spaces; None if it is too large to keep."""
        view: Any = item.view
        bare = replace(item, given=None)
        if not is_dataclass(view):
            return None
        shared = dict(self._shared(view))
        apart = {f.name: shared.get(f.name, getattr(view, f.name)) for f in fields(view)}
        data = _dumped(tuple(_Packed(bare, type(view), apart)))
        used = " ".join(piece.digest for piece in shared.values())
        return (zlib.compress(data, _QUICK), used) if len(data) <= LARGEST else None

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
        self.pieces[digest] = zlib.compress(data, _QUICK)
        return digest


def loaded(kept: KeptView, pieces: Mapping[str, bytes], instead: Mapping[str, str]) -> Item | None:
    """An item as it was kept, with other digests of bodies ``instead`` of those in it.

    None if it cannot be read.
    """
    try:
        data = zlib.decompress(kept.data)
        for before, after in instead.items():
            data = data.replace(before.encode(), after.encode())  # of one length: 32 digits
        packed = _Packed(*_Loader(data).load())
        whole = {name: _whole(value, pieces) for name, value in packed.fields.items()}
        return replace(packed.item, given=packed.view(**whole))
    except Exception:  # what a damaged pickle raises, its documentation leaves open
        return None


def _whole(value: object, pieces: Mapping[str, bytes]) -> object:
    if not isinstance(value, _Piece):
        return value
    return _Loader(zlib.decompress(pieces[value.digest])).load()


def _dumped(value: object) -> bytes:
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {**copyreg.dispatch_table, ZoneInfo: _zone}
    pickler.dump(value)
    return buffer.getvalue()


def _zone(zone: ZoneInfo) -> tuple[type[ZoneInfo], tuple[str]]:
    """A zone by its name; else ``getattr`` would have to be allowed."""
    return ZoneInfo, (zone.key,)


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
