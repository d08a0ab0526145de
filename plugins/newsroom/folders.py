"""What lies in ``content/``: records by folder, and everything that should not be there."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType

from plugins.newsroom.kinds import KINDS
from plugins.newsroom.rooms import is_reserved
from plugins.problems import Problem
from plugins.stamps import is_text, stamp

MEDIA = "media"
"""The folder of shared pictures and files; it holds no records."""

_RECORD = ".md"
_NEARLY = re.compile(r"\.(?:markdown|mdown|mkd|rst|md\.txt|md\.docx?|MD|Md)$")
_DOCUMENT = re.compile(r"\.(?:docx?|odt|rtf|pages|html?)$", re.IGNORECASE)
_IGNORED = re.compile(r"^\.|^~|~$|^Thumbs\.db$|^desktop\.ini$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """Records' paths with their stamps, and what is wrong with the files themselves.

    ``refused``: records that are not read, though other records may name them; ``documents``: of
    Word and its like, among records, where they may be taken for some.
    """

    records: dict[str, str] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)


Instead = Mapping[str, bytes | None]
"""Path → bytes that count as standing there whatever is on the disk; ``None``: no file."""

NOTHING: Instead = MappingProxyType({})


def bytes_of(root: Path, path: str, instead: Instead) -> bytes:
    """What stands at a path; raises OSError."""
    if path not in instead:
        if (root / path).is_fifo():
            raise OSError(errno.EINVAL, "to nie jest zwykły plik")  # it would be waited for
        return (root / path).read_bytes()
    data = instead[path]
    if data is None:
        raise FileNotFoundError(path)
    return data


def unreadable(path: str, error: OSError) -> Problem:
    """What is wrong with a file that cannot be read."""
    message = f"nie mogę odczytać pliku ({error.strerror}) – sprawdź prawa dostępu"
    return Problem(path, 0, "", message)


def scan(root: Path, folder: str, instead: Instead = NOTHING) -> Found:
    """Walk the content folder; symbolic links are refused, never followed.

    Records ``instead`` of others come last and have no stamp.
    """
    found = Found()
    if (root / folder).is_symlink():
        _refuse(found, folder, "dowiązanie symboliczne – wstaw sam folder")
        return found
    if not (root / folder).is_dir():
        found.problems.append(Problem(folder, 0, "", "brak folderu z treścią – utwórz go"))
        return found
    for entry, path in _files(found, str(root / folder), folder):
        if path not in instead:
            _take(found, entry, path)
    for path in sorted(path for path, data in instead.items() if data is not None):
        if path.endswith(_RECORD):
            _put(found, path)
    found.problems.extend(_twice(found))
    if not found.records and not found.problems:
        message = "folder jest pusty – dodaj choć jeden wpis; pustej strony nie opublikujemy"
        found.problems.append(Problem(folder, 0, "", message))
    return found


def _files(found: Found, folder: str, path: str) -> Iterator[tuple[os.DirEntry[str], str]]:
    try:
        with os.scandir(folder) as entries:
            ordered = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        message = f"nie mogę zajrzeć do folderu ({error.strerror}) – sprawdź prawa dostępu"
        found.problems.append(Problem(path, 0, "", message))
        return
    for entry in ordered:
        inner = f"{path}/{entry.name}"
        if _IGNORED.search(entry.name):
            continue
        if entry.is_symlink():
            _refuse(found, inner, "dowiązanie symboliczne – wstaw sam plik")
        elif not is_text(entry.name):
            _refuse(found, inner, "nazwa jest w obcym kodowaniu (np. z ZIP-a) – nadaj ją od nowa")
        elif entry.is_dir():
            yield from _files(found, entry.path, inner)
        elif entry.is_file():
            yield entry, inner
        else:
            _refuse(found, inner, "to nie jest zwykły plik – usuń go")


def _refuse(found: Found, path: str, message: str) -> None:
    """Note a problem of a file; its name may hold anything, so it is shown without surprises."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in path)
    found.problems.append(Problem(shown, 0, "", message))
    parts = path.split("/")
    if path.endswith(_RECORD) and len(parts) > 2 and parts[1] in KINDS:
        found.refused.append(path)


def _take(found: Found, entry: os.DirEntry[str], path: str) -> None:
    parts = path.split("/")
    if not entry.name.endswith(_RECORD):
        if _NEARLY.search(entry.name) or _has_head(entry):
            _refuse(found, path, "plik nie kończy się na „.md” – zmień jego nazwę")
        elif parts[1] != MEDIA and _DOCUMENT.search(entry.name):
            found.documents.append(path)
        return
    if len(parts) > 2 and parts[1] == MEDIA:
        return
    with suppress(FileNotFoundError):  # deleted while we looked: as if it had never been there
        _put(found, path, stamp(entry.stat()))


def _put(found: Found, path: str, stamp: str = "") -> None:
    """A record's file, unless its folder or its name cannot be."""
    parts = path.split("/")
    problem = _misplaced(parts) or _misnamed(parts[1], path, parts[-1].removesuffix(_RECORD))
    if problem:
        _refuse(found, path, problem)
    else:
        found.records[path] = stamp


def _has_head(entry: os.DirEntry[str]) -> bool:
    """Whether a text file (Notepad's „.txt”) begins as a record does."""
    if not entry.name.lower().endswith(".txt"):
        return False
    try:
        with Path(entry.path).open("rb") as file:
            return file.read(8).lstrip(b"\xef\xbb\xbf\r\n").startswith(b"---")
    except OSError:
        return False  # a record that names it will say that it cannot be read


def _misplaced(parts: list[str]) -> str:
    if len(parts) > 2 and parts[1] in KINDS:
        return ""
    near = get_close_matches(parts[1], KINDS, 1) if len(parts) > 2 else []
    advice = f"„{near[0]}”" if near else f"jednego z: {', '.join(KINDS)}"
    return f"plik leży w nieznanym folderze – przenieś go do {advice}"


_NAME = re.compile(r"[a-z0-9-]{1,80}")


def _misnamed(folder: str, path: str, name: str) -> str:
    if not path.isprintable():
        return "nazwa ma znaki, których nie widać – zmień nazwę pliku albo folderu"
    if not _NAME.fullmatch(name):
        return (
            "nazwa pliku to adres strony – użyj małych liter bez ogonków, cyfr i „-” (do 80 znaków)"
        )
    if is_reserved(folder, name):
        return f"nazwa „{name}” jest zajęta przez stronę serwisu – wybierz inną"
    return ""


def _twice(found: Found) -> Iterator[Problem]:
    """The same id in two year folders would be one address; the second is not read."""
    first: dict[tuple[str, str], str] = {}
    for path in tuple(found.records):
        parts = path.split("/")
        other = first.setdefault((parts[1], parts[-1]), path)
        if other != path:
            del found.records[path]
            message = f"plik o tej nazwie jest już tu: {other} – zmień nazwę jednego z nich"
            yield Problem(path, 0, "", message)
