"""Files and folders named on the command line become bytes, as many as can be read safely."""

from __future__ import annotations

import io
import os
import re
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path

from plugins.desk.importing.values import refused, shown

FILE_LIMIT = 50_000_000
"""Bytes of a source: a Word file with photographs; an archive of ten years is exported in parts."""

PART_LIMIT = 20_000_000
"""Bytes of one part of a DOCX when unpacked, but for pictures."""

WHOLE_LIMIT = 200_000_000
"""Bytes of a DOCX when unpacked: a hundred photographs."""

ENTRIES = 3_000
"""Parts of a DOCX."""

KNOWN = {
    *(".docx", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom"),
    *(".md", ".markdown", ".txt", ".rst", ".doc", ".odt", ".rtf"),
}
"""What is taken from a folder; a file that is named itself is always looked at."""

_SAVED_WITH = re.compile(r"(?:_pliki|_files|\.files)$")


def files(paths: list[Path]) -> Iterator[Path]:
    """Every file that is named or lies in a folder that is, in order; links are not followed."""
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            yield from _inside(path)
        else:
            yield path


def _inside(folder: Path) -> Iterator[Path]:
    """Not the folders into which browsers save what belongs to a page."""
    for place, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(
            one for one in folders if not one.startswith(".") and not _SAVED_WITH.search(one)
        )
        for name in sorted(names):
            if not name.startswith((".", "~")) and Path(name).suffix.lower() in KNOWN:
                yield Path(place, name)


def read(path: Path, limit: int = FILE_LIMIT) -> bytes:
    """All bytes of an ordinary file; raises Problems."""
    name = shown(path.name)
    try:
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode):
            raise refused(name, "to dowiązanie symboliczne – wskaż sam plik")
        if not stat.S_ISREG(status.st_mode):
            raise refused(name, "to nie jest zwykły plik – wskaż plik albo folder")
        if status.st_size > limit:
            raise refused(name, f"plik ma ponad {limit // 1_000_000} MB – podziel go na części")
        return path.read_bytes()
    except FileNotFoundError:
        raise refused(name, "nie ma takiego pliku – sprawdź nazwę") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "zła nazwa"
        raise refused(name, f"nie mogę odczytać pliku ({why}) – sprawdź prawa dostępu") from None


_ENTITY = tuple("<!ENTITY".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))


def refuse_entities(source: str, data: bytes) -> None:
    """XML that defines entities may grow a billionfold when read; no tool exports such."""
    upper = data.upper()
    if any(word in upper for word in _ENTITY):
        raise refused(source, "plik XML definiuje encje („<!ENTITY”) – usuń je, mogą być pułapką")


def unpacked(source: str, data: bytes) -> zipfile.ZipFile:
    """The archive of a DOCX whose parts are of a size to be read; raises Problems."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
        _refuse_bomb(source, parts)
        for part in parts:
            if part.filename.lower().endswith((".xml", ".rels")):
                refuse_entities(source, archive.read(part))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError):
        raise refused(source, BROKEN_DOCX) from None
    except zipfile.zlib.error:  # type: ignore[attr-defined]  # zipfile lets it through
        raise refused(source, BROKEN_DOCX) from None
    return archive


BROKEN_DOCX = "nie mogę odczytać dokumentu – otwórz go w edytorze i zapisz ponownie jako DOCX"


def _refuse_bomb(source: str, parts: list[zipfile.ZipInfo]) -> None:
    large = any(
        one.file_size > PART_LIMIT and one.filename.lower().endswith((".xml", ".rels"))
        for one in parts
    )
    whole = sum(one.file_size for one in parts)
    if large or whole > WHOLE_LIMIT or len(parts) > ENTRIES:
        raise refused(source, "dokument po rozpakowaniu jest za duży – podziel go na części")
