"""Names of new files: the record's id, which is its address and never changes, and its folder."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import count

from plugins.newsroom.fields import identifier
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.rooms import is_reserved
from plugins.newsroom.spelling import slug

LONGEST = 80
WORTH_READING = 60  # letters of an address that is still easy to read out

YEARLY = ("debaty", "sprawozdania", "wnioski", "aktualnosci")
"""Kinds whose files lie in folders of years."""


def suggested(title: str, folder: str, taken: Collection[str], year: int) -> str:
    """An id made of a title: whole words, not taken, with the year or a number if it must be.

    >>> suggested("Bezpieczna droga do szkoły", "debaty", {"bezpieczna-droga-do-szkoly"}, 2027)
    'bezpieczna-droga-do-szkoly-2027'
    """
    stem = shortened(slug(title)) or slug(KINDS[folder].one)
    candidates = (stem, f"{stem}-{year}", *(f"{stem}-{year}-{n}" for n in range(2, 100)))
    return next(name for name in candidates if not fault(name, folder, taken))


def shortened(name: str) -> str:
    """An id cut at a word.

    >>> shortened("a" * 20 + "-" + "b" * 50)
    'aaaaaaaaaaaaaaaaaaaa'
    """
    if len(name) <= WORTH_READING:
        return name
    cut = name[: WORTH_READING + 1].rpartition("-")[0]
    return cut or name[:WORTH_READING]


def fault(name: str, folder: str, taken: Collection[str]) -> str:
    """What keeps a file from this name, in Polish; empty if nothing does."""
    try:
        identifier(name)
    except ValueError as error:
        return str(error)
    if is_reserved(folder, name):
        return f"nazwa „{name}” jest zajęta przez stronę serwisu – wybierz inną"
    if name in taken:
        return f"plik o nazwie „{name}” już jest w {folder}/ – wybierz inną"
    return ""


def path(folder: str, name: str, year: int) -> str:
    """Where the file lies, from the project's folder."""
    middle = f"{year}/" if folder in YEARLY else ""
    return f"content/{folder}/{middle}{name}.md"


def target(path: str) -> str:
    """``kind/id`` of a file below ``content/``."""
    return f"{path.split('/', 2)[1]}/{path.rpartition('/')[2].removesuffix('.md')}"


def next_number(taken: Collection[str], year: int) -> str:
    """The number of a year's next request: after the highest, so that none is used again.

    >>> next_number({"w-2026-001", "w-2026-014", "w-2025-100"}, 2026)
    'w-2026-015'
    """
    pattern = re.compile(rf"w-{year}-([0-9]+)")
    used = [int(found[1]) for found in map(pattern.fullmatch, taken) if found]
    return next(f"w-{year}-{n:03}" for n in count(max(used, default=0) + 1))
