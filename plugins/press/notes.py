"""One value that a part of the program keeps of each site: what it cannot read, it never wrote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec

from plugins.press.digest import of_bytes
from plugins.press.store import Row, Shelf, Store

Value = TypeVar("Value", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True)
class Notes(Generic[Value]):
    """Values of ``kind`` in a ``room`` of the store; those of another ``version`` are forgotten.

    What is kept of other sites is not looked at. Beside each value, which may be large, stands its
    digest: to forget the value, that alone is written over.
    """

    room: str
    version: str
    kind: type[Value]

    def read(self, store: Store, site: str) -> Value | None:
        """What is kept of a site; None: nothing, or nothing that this program understands."""
        shelf = store.part(self.room, self.version, [site, _mark(site)])
        row, mark = (shelf.rows.get(one) if shelf else None for one in (site, _mark(site)))
        if not row or not mark or of_bytes(row.value) != mark.digest:
            return None
        try:
            return msgspec.msgpack.decode(row.value, type=self.kind)
        except msgspec.DecodeError:
            return None

    def write(self, store: Store, site: str, value: Value) -> None:
        """Keep this of a site."""
        data = msgspec.msgpack.encode(value)
        rows = {site: Row("", "", data), _mark(site): Row("", of_bytes(data), b"")}
        self._shelf(store).save(rows)

    def forget(self, store: Store, site: str) -> None:
        """Keep nothing of a site."""
        self._shelf(store).save({_mark(site): Row("", "", b"")})

    def _shelf(self, store: Store) -> Shelf:
        return store.part(self.room, self.version, []) or store.shelf(self.room, self.version)


def _mark(site: str) -> str:
    """The row of a site's digest; no folder is called so."""
    return f"{site}\0"
