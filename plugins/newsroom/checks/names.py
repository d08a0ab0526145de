"""Names of programmes, cycles and pages, spelt as they are spelt in their own records.

Only what stands between quotation marks is looked at, and only if it is the same words: an
inflected name („Dzielnicowego bliżej nas”) is correct Polish.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.holdings import Holdings
from plugins.newsroom.kinds.cycle import Cycle
from plugins.newsroom.kinds.page import Page
from plugins.newsroom.kinds.programme import Programme
from plugins.newsroom.spelling import slug
from plugins.problems import Problem

NATIONAL = (
    "Dzielnicowy bliżej nas",
    "Porozmawiajmy o bezpieczeństwie – możesz mieć na nie wpływ",
    "Krajowa Mapa Zagrożeń Bezpieczeństwa",
    "Moja Komenda",
)
"""Names in use in every unit (facts, section 4)."""


def spelt_otherwise(holdings: Holdings) -> Iterator[Problem]:
    """A name with another capital letter, hyphen or dash than its own record has."""
    known = _known(holdings)
    for file in holdings.files:
        for line, name in file.quoted:
            right = known.get(slug(name), set())
            if right and name not in right:
                message = f"nazwa „{name}” – napisz „{min(right)}”"
                yield Problem(file.path, line, "", message)


def _known(holdings: Holdings) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    titles = (one.title for kind in (Programme, Cycle, Page) for one in holdings.of(kind))
    for name in (*NATIONAL, *titles):
        if " " in name:
            found.setdefault(slug(name), set()).add(name)
    return found
