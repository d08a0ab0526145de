"""Whether what stands in ``output/`` may be shown to residents at all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from plugins.newsroom.addresses import SEARCH_INDEX
from plugins.newsroom.warsaw import WARSAW
from plugins.press import span
from plugins.problems import Problem

SHOP, OUTPUT = ".debaty", "output"

NEWER = f"{SEARCH_INDEX.lstrip('/')}nowe/spis.json"
"""What a quick build says of the pages that are new since the whole index of search."""


def unfit(root: Path, moment: datetime) -> Iterator[Problem]:
    """What no reason lifts: a site that may be half built, one of a later moment, and an index of
    search that keeps words which were since taken out of a page.
    """
    noted = span.read(root / SHOP, OUTPUT)
    if noted is None:
        yield _problem("nie wiadomo, czy strona jest w nim cała – zbuduj ją: ./debaty build")
    elif moment < noted.since:
        of = f"{noted.since.astimezone(WARSAW):%d.%m.%Y, godz. %H:%M}"
        yield _problem(f"ta strona jest dopiero na {of} – {_AGAIN}")
    if _is_layered(root / OUTPUT / NEWER):
        yield _problem(f"wyszukiwarka pamięta tu dawne słowa poprawionych stron – {_AGAIN}")


_AGAIN = "opublikuj bez --gotowe, wtedy powstanie na nowo"


def _problem(message: str) -> Problem:
    return Problem(OUTPUT, 0, "", message)


def _is_layered(about: Path) -> bool:
    try:
        return bool(json.loads(about.read_bytes())["stron"])
    except FileNotFoundError:  # a site without search
        return False
