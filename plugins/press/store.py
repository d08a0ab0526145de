"""What the last build knew: one SQLite file, which may be deleted at any time.

It holds memos of files (shelves), the bodies of texts, and what is known of each output. No
page bytes: those are in the output folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from plugins.press.database import Database

_BATCH = 500  # SQLite's oldest limit of parameters is 999


class Row(NamedTuple):
    """A memo of one file: ``stamp`` spares reading it, ``digest`` decides."""

    stamp: str
    digest: str
    value: bytes


class Known(NamedTuple):
    """An output as it was left: the key that it was made for, and the file that stood then.

    ``texts``: the bodies that a view which is made later declares, see
    :func:`plugins.press.survey.texts_of`.
    """

    key: str
    size: int
    mtime_ns: int
    digest: str
    texts: str = ""


class KeptView(NamedTuple):
    """An item as :mod:`plugins.press.kept` packs it, and the key that it was made for.

    ``recipe``: digest of how it is made; ``pieces``: digests of what it shares, by spaces;
    ``verdict``: why it was made, in Polish. ``data`` of what is too large to keep is empty.
    """

    key: str
    recipe: str
    data: bytes
    pieces: str
    verdict: str


class Story(NamedTuple):
    """What is kept of an output, and of the same as it was made before.

    Empty ``old_recipe``: it was not; empty ``old_data``: of the same, or it was not kept.
    """

    kept: KeptView
    old_recipe: str
    old_data: bytes
    old_pieces: str


class Shelf:
    """One room's memos, all in memory; writes go through to the store."""

    def __init__(self, store: Store, room: str, rows: dict[str, Row]) -> None:
        self.rows = rows
        self._store = store
        self._room = room

    def save(self, rows: Mapping[str, Row]) -> None:
        """Add or replace the memos of these paths."""
        self.rows.update(rows)
        self._store.write(
            "INSERT OR REPLACE INTO rows VALUES (?, ?, ?, ?, ?)",
            ((self._room, path, *row) for path, row in rows.items()),
        )

    def save_settled(self, rows: Mapping[str, Row]) -> None:
        """As :meth:`save`, but written with what the site is when it stands, or never."""
        self.rows.update(rows)
        self._store.unsettled.append(partial(self.save, rows))

    def lighten(self) -> None:
        """Let go of the values, which the store keeps: a large archive's fill the memory."""
        self.rows = {path: row._replace(value=b"") for path, row in self.rows.items()}

    def drop(self, paths: Iterable[str]) -> None:
        """Forget these paths; one that is not there is no error."""
        gone = [path for path in paths if self.rows.pop(path, None)]
        self._store.write(
            "DELETE FROM rows WHERE room = ? AND path = ?", ((self._room, path) for path in gone)
        )


class Store(Database):
    """The memory of ``path``; a corrupt file or one of another schema is made anew.

    Every method raises :class:`Problems` when the disk is full, read-only or holds nonsense.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.unsettled: list[Callable[[], None]] = []

    def settle(self) -> None:
        """Write what waited for the site to stand; inside :meth:`together`."""
        while self.unsettled:
            self.unsettled.pop(0)()

    def shelf(self, room: str, version: str) -> Shelf:
        """The memos of ``room``; none if they were saved by another ``version``."""
        if self.read("SELECT version FROM versions WHERE room = ?", room) != [(version,)]:
            self.write("DELETE FROM rows WHERE room = ?", [(room,)])
            self.write("INSERT OR REPLACE INTO versions VALUES (?, ?)", [(room, version)])
            return Shelf(self, room, {})
        found = self.read("SELECT path, stamp, digest, value FROM rows WHERE room = ?", room)
        return Shelf(self, room, {path: Row(*row) for path, *row in found})

    def part(self, room: str, version: str, paths: Iterable[str]) -> Shelf | None:
        """The memos of some paths only; None if ``room`` holds those of another ``version``."""
        if self.read("SELECT version FROM versions WHERE room = ?", room) != [(version,)]:
            return None
        sql = "SELECT path, stamp, digest, value FROM rows WHERE room = ? AND path IN"
        rows = {path: Row(*row) for path, *row in self._chosen(sql, room, paths)}
        return Shelf(self, room, rows)

    def _chosen(self, sql: str, first: str, values: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        """The rows of a query whose last words are a list of values."""
        for batch in _batches(set(values)):
            marks = ", ".join("?" * len(batch))
            yield from self.read(f"{sql} ({marks})", first, *batch)

    def put_texts(self, texts: Mapping[str, str]) -> None:
        """Keep bodies, by digest of their content."""
        self.write("INSERT OR IGNORE INTO texts VALUES (?, ?)", texts.items())

    def texts(self, digests: Iterable[str]) -> dict[str, str]:
        """The bodies of these digests; those that are not kept are left out."""
        found: dict[str, str] = {}
        for batch in _batches(set(digests)):
            marks = ", ".join("?" * len(batch))
            rows = self.read(f"SELECT digest, html FROM texts WHERE digest IN ({marks})", *batch)
            found.update(rows)
        return found

    def keep_texts(self, digests: Set[str]) -> None:
        """Delete the bodies of all other digests."""
        kept = {row[0] for row in self.read("SELECT digest FROM texts")}
        self.drop_texts(kept - digests)

    def drop_texts(self, digests: Iterable[str]) -> None:
        """Delete bodies."""
        self.write("DELETE FROM texts WHERE digest = ?", ((gone,) for gone in digests))

    def outputs(self, site: str) -> dict[str, Known]:
        """What is known of every output in a site's folder, by path."""
        return self._known("", site)

    def at(self, site: str, place: str) -> dict[str, Known]:
        """What is known of one place; with ``/`` at its end, of all files in it, too."""
        end = f"{place[:-1]}0" if place.endswith("/") else f"{place}\0"  # 0 comes after /
        return self._known("AND path >= ? AND path < ?", site, place, end)

    def showing(self, site: str, bodies: Iterable[str]) -> dict[str, Known]:
        """The places that declare one of these bodies, or so many that it is not told which."""
        found = self._known("AND texts LIKE '#%'", site)
        for body in bodies:
            found |= self._known("AND instr(texts, ?)", site, body)
        return found

    def _known(self, where: str, *values: str) -> dict[str, Known]:
        sql = f"SELECT path, key, size, mtime_ns, digest, texts FROM outputs WHERE site = ? {where}"
        return {row[0]: Known._make(row[1:]) for row in self.read(sql, *values)}

    def put_outputs(self, site: str, outputs: Mapping[str, Known]) -> None:
        """Add or replace what is known of these outputs."""
        self.write(
            "INSERT OR REPLACE INTO outputs VALUES (?, ?, ?, ?, ?, ?, ?)",
            ((site, path, *known) for path, known in outputs.items()),
        )

    def drop_outputs(self, site: str, paths: Iterable[str]) -> None:
        """Forget these outputs and their views."""
        gone = [(site, path) for path in paths]
        self.write("DELETE FROM outputs WHERE site = ? AND path = ?", gone)
        self.write("DELETE FROM views WHERE site = ? AND path = ?", gone)

    def views(self, site: str, paths: Iterable[str]) -> dict[str, KeptView]:
        """What is kept of these outputs; those never made are left out."""
        return {path: story.kept for path, story in self.stories(site, paths).items()}

    def stories(self, site: str, paths: Iterable[str]) -> dict[str, Story]:
        """The same beside what was kept before."""
        names = ", ".join(("path", *KeptView._fields, *Story._fields[1:]))
        sql = f"SELECT {names} FROM views WHERE site = ? AND path IN"
        size = len(KeptView._fields)
        return {
            path: Story(KeptView(*row[:size]), *row[size:])
            for path, *row in self._chosen(sql, site, paths)
        }

    def put_views(
        self, site: str, views: Iterable[tuple[str, KeptView]], pieces: Mapping[str, bytes]
    ) -> None:
        """Keep views by path, and the pieces that they share; what is kept becomes the old."""
        self.write("INSERT OR IGNORE INTO pieces VALUES (?, ?)", pieces.items())
        self.write(
            f"INSERT INTO views (site, path, {', '.join(KeptView._fields)})"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET old_recipe = recipe,"
            " old_data = CASE data WHEN excluded.data THEN x'' ELSE data END, old_pieces = pieces,"
            + ", ".join(f" {name} = excluded.{name}" for name in KeptView._fields),
            ((site, path, *kept) for path, kept in views),
        )

    def pieces(self, digests: Iterable[str]) -> dict[str, bytes]:
        """Pieces that kept views share, by digest."""
        wanted = set(digests)
        return {
            one: data for one, data in self.read("SELECT digest, data FROM pieces") if one in wanted
        }

    def drop_pieces(self) -> None:
        """Forget pieces that no kept view has any more."""
        used = {
            piece
            for row in self.read("SELECT DISTINCT pieces, old_pieces FROM views")
            for piece in " ".join(row).split()
        }
        there = {row[0] for row in self.read("SELECT digest FROM pieces")}
        self.write("DELETE FROM pieces WHERE digest = ?", ((gone,) for gone in there - used))

    def recipes(self) -> dict[str, bytes]:
        """The parts (JSON) of every recipe that a kept view names, by digest."""
        return dict(self.read("SELECT digest, parts FROM recipes"))

    def put_recipes(self, recipes: Mapping[str, bytes]) -> None:
        """Keep recipes; once some are new, forget those that no kept view names any more."""
        known = {row[0] for row in self.read("SELECT digest FROM recipes")}
        if recipes.keys() <= known:
            return  # to look through all views takes longer than all else that an edit writes
        self.write("INSERT OR IGNORE INTO recipes VALUES (?, ?)", recipes.items())
        self.write(
            "DELETE FROM recipes WHERE digest NOT IN"
            " (SELECT recipe FROM views UNION SELECT old_recipe FROM views)",
            [()],
        )

    def claim(self, site: str) -> None:
        """Remember that the folder of a site is ours to write and to clear."""
        self.write("INSERT OR IGNORE INTO sites VALUES (?, '')", [(site,)])

    def claimed(self, site: str) -> bool:
        """Whether the folder of a site was ever claimed."""
        return bool(self.read("SELECT 1 FROM sites WHERE site = ?", site))

    def basis(self, site: str) -> str:
        """What every key known of a site was worked out from; empty: not known."""
        return "".join(row[0] for row in self.read("SELECT basis FROM sites WHERE site = ?", site))

    def put_basis(self, site: str, basis: str) -> None:
        """Remember that every key known of a site was worked out from ``basis``."""
        self.write("UPDATE sites SET basis = ? WHERE site = ?", [(basis, site)])


def _batches(values: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(values)
    while batch := list(islice(remaining, _BATCH)):
        yield batch
