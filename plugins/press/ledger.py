"""What an index noted of its last whole run: one row in the store, which may be lost any time."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.press.store import Row, Shelf


@dataclass(frozen=True, slots=True)
class Ledger:
    """The :class:`plugins.outputs.Ledger` of the site named ``site``."""

    shelf: Shelf
    site: str
    is_whole: bool

    def read(self) -> bytes:
        """What was noted; empty: nothing."""
        row = self.shelf.rows.get(self.site)
        return row.value if row else b""

    def write(self, noted: bytes) -> None:
        """Note it instead of what was noted, once the site stands; a run that ends before leaves
        what was: the next one would take for published what never was.
        """
        self.shelf.save_settled({self.site: Row("", "", noted)})
