"""Members of a zip, read without trusting what it says of their sizes."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.newsroom.carriers.trace import Unreadable

MEMBER_LIMIT = 20_000_000
"""Bytes of one member when unpacked: a book of text has a twentieth of it."""

LIMIT = 50_000_000
"""Bytes of all members that are read: a bomb unpacks to a thousand times its size."""

MEMBERS = 5_000

_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError)
"""What a broken or encrypted zip raises, besides :class:`OSError` of a seek that leads out."""


class Zipped:
    """An open zip; ``read`` counts what was unpacked."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive, self._left = archive, LIMIT

    def names(self) -> list[str]:
        """Members in the order of the zip."""
        return self._archive.namelist()

    def read(self, name: str) -> bytes:
        """A member's bytes; empty if there is none such."""
        if name not in self._archive.NameToInfo:
            return b""
        allowed = min(MEMBER_LIMIT, self._left)
        with self._archive.open(name) as member:
            data = member.read(allowed + 1)
        if len(data) > allowed:
            raise Unreadable("po rozpakowaniu jest zbyt duży – podziel go")
        self._left -= len(data)
        return data


@contextmanager
def opened(path: Path) -> Iterator[Zipped]:
    """A zip; :class:`Unreadable` if it is broken, encrypted or too large."""
    try:
        with zipfile.ZipFile(path) as archive:
            if len(archive.filelist) > MEMBERS:
                raise Unreadable(f"ma w środku ponad {MEMBERS} plików – podziel go")
            yield Zipped(archive)
    except (*_BROKEN, OSError) as error:
        encrypted = "password" in str(error) or "encrypted" in str(error)
        told = "jest zaszyfrowany – zapisz go bez hasła" if encrypted else _DAMAGED
        raise Unreadable(told) from None


_DAMAGED = "jest uszkodzony – zapisz go ponownie"
