"""What a file refers to, remembered by the digest of its content."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from plugins.press.store import Row, Shelf


class Memo:
    """Names found in files (imports of a module, parts of a template), kept in a shelf.

    Without a shelf it forgets them at the end of the run.
    """

    def __init__(self, shelf: Shelf | None = None) -> None:
        self._shelf = shelf
        self._new: dict[str, Row] = {}

    def of(self, path: str, digest: str, find: Callable[[], Iterable[str]]) -> tuple[str, ...]:
        """The names in the file ``path`` whose content has ``digest``; ``find`` reads them."""
        row = self._new.get(path) or (self._shelf.rows.get(path) if self._shelf else None)
        if row is None or row.digest != digest:
            row = self._new[path] = Row("", digest, "\n".join(find()).encode())
        return tuple(row.value.decode().splitlines())

    def save(self) -> None:
        """Write what was found since the last time."""
        if self._shelf and self._new:
            self._shelf.save(self._new)
            self._new = {}
