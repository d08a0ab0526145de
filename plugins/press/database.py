"""The store's SQLite file: opened, or made anew when it cannot be used."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from zlib import crc32

from plugins.press.faults import cause, told
from plugins.problems import Problem, Problems

_TABLES = """
CREATE TABLE IF NOT EXISTS versions (room TEXT PRIMARY KEY, version TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS rows (room TEXT, path TEXT, stamp TEXT NOT NULL, digest TEXT NOT NULL,
    value BLOB NOT NULL, PRIMARY KEY (room, path)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS texts (digest TEXT PRIMARY KEY, html TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS sites (site TEXT PRIMARY KEY, basis TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS outputs (site TEXT, path TEXT, key TEXT NOT NULL, size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL, digest TEXT NOT NULL, texts TEXT NOT NULL,
    PRIMARY KEY (site, path)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS views (site TEXT, path TEXT, key TEXT NOT NULL, recipe TEXT NOT NULL,
    data BLOB NOT NULL, pieces TEXT NOT NULL, verdict TEXT NOT NULL,
    old_recipe TEXT NOT NULL DEFAULT '', old_data BLOB NOT NULL DEFAULT x'',
    old_pieces TEXT NOT NULL DEFAULT '', PRIMARY KEY (site, path)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pieces (digest TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS recipes (digest TEXT PRIMARY KEY, parts BLOB NOT NULL) WITHOUT ROWID;
"""

SCHEMA = crc32(_TABLES.encode()) >> 1
"""A store of other tables is thrown away; SQLite keeps this number as a signed one."""


class Database:
    """The memory of ``path``; a corrupt file or one of another schema is made anew.

    Every method raises :class:`Problems` when the disk is full, read-only or holds nonsense.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with told(path.parent.parent), self._faults():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = _opened(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """Tell what the disk or a damaged file did as a problem."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            if _is_damage(error):
                self.close()
                _throw_away(self.path)
                raise self._problem("uszkodzona, więc usunięta – zbuduj jeszcze raz") from error
            if isinstance(error, sqlite3.OperationalError):
                raise self._problem(_told(error)) from error
            raise  # of a fault of ours, not of the file

    def _problem(self, text: str) -> Problems:
        place = f"{self.path.parent.name}/{self.path.name}"
        return Problems([Problem(place, 0, "", f"pamięć podręczna: {text}")])

    def write(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        """One statement over many rows: all of them or none."""
        with self.together():
            self._connection.executemany(sql, rows)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Write all that is written inside, or nothing; may be used inside itself."""
        if self._connection.in_transaction:
            yield
            return
        with self._faults(), self._connection:
            self._connection.execute("BEGIN")
            yield

    def read(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with self._faults():
            return self._connection.execute(sql, values).fetchall()


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether the file holds nonsense; Python tells of text that is none as of a full disk."""
    return type(error) is sqlite3.DatabaseError or str(error).startswith("Could not decode")


def _opened(path: Path) -> sqlite3.Connection:
    try:
        return _connected(path)
    except sqlite3.OperationalError:
        raise  # full, locked or read-only: the file itself may be sound
    except sqlite3.DatabaseError:
        _throw_away(path)
        return _connected(path)


def _connected(path: Path) -> sqlite3.Connection:
    """Open; raise ``DatabaseError`` for a file that is no store of this schema."""
    connection = sqlite3.connect(path, timeout=60)
    try:
        connection.execute("PRAGMA synchronous = NORMAL")
        schema = connection.execute("PRAGMA user_version").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables == 0:
            connection.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {SCHEMA}; COMMIT")
        elif schema != SCHEMA:
            raise sqlite3.DatabaseError("another schema")
    except BaseException:
        connection.close()  # Windows deletes no open file
        raise
    return connection


def _throw_away(path: Path) -> None:
    """Delete a store and its journal, which would be played back into the next one."""
    path.unlink()
    path.with_name(path.name + "-journal").unlink(missing_ok=True)


_DISK = {sqlite3.SQLITE_FULL: errno.ENOSPC, sqlite3.SQLITE_READONLY: errno.EROFS}


def _told(error: sqlite3.OperationalError) -> str:
    """What SQLite could not do, in the words that other faults of the disk have."""
    found = _DISK.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)  # its kind, without details
    if found:
        return cause(OSError(found, ""))
    return f"nie da się użyć ({error}) – sprawdź dysk i prawa"
