"""One value that a part of the program keeps of each site: what it cannot read, it never wrote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec

from plugins.press.store import Row, Store

Value = TypeVar("Value", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True)
class Notes(Generic[Value]):
    """Values of ``kind`` in a ``room`` of the store; those of another ``version`` are forgotten.

    What is kept of other sites is not looked at.
    """

    room: str
    version: str
    kind: type[Value]

    def read(self, store: Store, site: str) -> Value | None:
        """What is kept of a site; None: nothing, or nothing that this program understands."""
        shelf = store.part(self.room, self.version, [site])
        row = shelf.rows.get(site) if shelf else None
        try:
            return msgspec.msgpack.decode(row.value, type=self.kind) if row else None
        except msgspec.DecodeError:
            return None

    def write(self, store: Store, site: str, value: Value) -> None:
        """Keep this of a site."""
        self._put(store, site, msgspec.msgpack.encode(value))

    def forget(self, store: Store, site: str) -> None:
        """Keep nothing of a site; written over, it need not be read first."""
        self._put(store, site, b"")

    def _put(self, store: Store, site: str, data: bytes) -> None:
        shelf = store.part(self.room, self.version, []) or store.shelf(self.room, self.version)
        shelf.save({site: Row("", "", data)})
