"""Views of outputs that hold bodies, kept for the run in which nothing but a body has changed.

Such a run makes an output again from its kept view with another digest in it, and need not read
the archive to plan it. A view is kept as a pickle, under the key that its output was made for.
What pages share, their frame, is kept once. Whoever can write into ``.debaty/`` can write into
the site; even so only classes and functions of the project's own are loaded.
"""

from __future__ import annotations

import io
import pickle
import zlib
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any
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


class Keeper:
    """Packs items; remembers the last two values of a view's field, as a frame is loud or quiet."""

    def __init__(self) -> None:
        self._last: dict[tuple[type, str], list[tuple[object, str]]] = {}
        self.pieces: dict[str, bytes] = {}

    def packed(self, item: Item) -> tuple[bytes, str] | None:
        """An item and the digests of its pieces, by spaces; None if it is too large to keep."""
        view = item.view
        shared = dict(self._shared(view))
        data, used = _dumped(_bare(item, view), shared)
        return (zlib.compress(data, _QUICK), " ".join(used)) if len(data) <= LARGEST else None

    def _shared(self, view: object) -> Iterator[tuple[int, str]]:
        """Identity of each value that this view has in common with one before → its digest."""
        for name in record_fields(type(view)):
            value, last = getattr(view, name), self._last.setdefault((type(view), name), [])
            found = next((pair for pair in last if pair[0] is value), None)
            if found is None:
                last[:] = [(value, ""), *last[:1]]
            elif not found[1]:
                data, _ = _dumped(value, {})
                digest = of_bytes(data)
                self.pieces[digest] = zlib.compress(data, _QUICK)
                last[last.index(found)] = (value, digest)
                yield id(value), digest
            else:
                yield id(value), found[1]


def _bare(item: Item, view: object) -> Item:
    """The item with its view as a plain value."""
    if isinstance(item, Output):
        return Output(item.path, item.make, view, item.template, item.source)
    return Bundle(item.folder, item.make, view, item.source)


def loaded(kept: KeptView, pieces: Mapping[str, bytes], instead: Mapping[str, str]) -> Item | None:
    """An item as it was kept, with other digests of bodies ``instead`` of those in it.

    None if it cannot be read.
    """
    try:
        data = zlib.decompress(kept.data)
        for before, after in instead.items():
            data = data.replace(before.encode(), after.encode())  # of one length: 32 digits
        item: Item = _Loader(data, pieces).load()
    except Exception:  # what a damaged pickle raises, its documentation leaves open
        return None
    return item


def _dumped(value: object, shared: Mapping[int, str]) -> tuple[bytes, Iterable[str]]:
    buffer = io.BytesIO()
    pickler = _Pickler(buffer, shared)
    pickler.dump(value)
    return buffer.getvalue(), dict.fromkeys(pickler.used)


class _Pickler(pickle.Pickler):
    """Writes a shared value as its digest."""

    def __init__(self, buffer: io.BytesIO, shared: Mapping[int, str]) -> None:
        super().__init__(buffer, pickle.HIGHEST_PROTOCOL)
        self._shared = shared
        self.used: list[str] = []

    def reducer_override(self, value: object) -> Any:
        """An enum's member by its value, a zone by its name; else ``getattr`` would be called."""
        if isinstance(value, Enum):
            return type(value), (value.value,)
        if isinstance(value, ZoneInfo):
            return ZoneInfo, (value.key,)
        return NotImplemented

    def persistent_id(self, value: object) -> str | None:
        """The digest of a piece; None for what is written in place."""
        digest = self._shared.get(id(value))
        if digest:
            self.used.append(digest)
        return digest


_PLAIN = ("datetime", "decimal", "zoneinfo")


class _Loader(pickle.Unpickler):
    """Reads what was kept, and refuses every name but the project's own."""

    def __init__(self, data: bytes, pieces: Mapping[str, bytes]) -> None:
        super().__init__(io.BytesIO(data))
        self._pieces = pieces
        self._read: dict[str, object] = {}

    def persistent_load(self, digest: Any) -> object:
        """A piece, read once."""
        if digest not in self._read:
            data = zlib.decompress(self._pieces[digest])
            self._read[digest] = _Loader(data, self._pieces).load()
        return self._read[digest]

    def find_class(self, module: str, name: str) -> Any:
        """A class or a maker of the project's own; raises UnpicklingError for any other."""
        if module not in _PLAIN and not own_file(module):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return super().find_class(module, name)
