"""Files put into ``content/`` whole or not at all, and never over another's work."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path


class Taken(Exception):
    """Something else stands there: a new file's name is taken, or the file was changed."""


def create(path: Path, data: bytes) -> None:
    """A new file; raises :class:`Taken` if there is one already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    written = _beside(path, data)
    try:
        _publish(written, path)
    finally:
        written.unlink(missing_ok=True)


def replace(path: Path, old: bytes, new: bytes) -> None:
    """A file that held ``old`` now holds ``new``; raises :class:`Taken` if it held another."""
    try:
        if path.read_bytes() != old:
            raise Taken(path)
    except FileNotFoundError:
        raise Taken(path) from None
    written = _beside(path, new)
    try:
        written.chmod(path.stat().st_mode)
        written.replace(path)
    finally:
        written.unlink(missing_ok=True)


def _beside(path: Path, data: bytes) -> Path:
    """The bytes in a hidden file of the same folder, which no reader of records looks at."""
    handle, name = tempfile.mkstemp(prefix=f".{path.stem[:40]}-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:  # Ctrl+C too leaves nothing behind
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _publish(written: Path, path: Path) -> None:
    """Give the finished file its name, which must be free."""
    written.chmod(0o666 & ~_umask())
    try:
        os.link(written, path)
    except FileExistsError:
        raise Taken(path) from None
    except OSError:  # a file system without links: the name is seized first
        with suppress(FileExistsError):
            path.touch(exist_ok=False)
            written.replace(path)
            return
        raise Taken(path) from None


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
