"""Which bundle a document is in: closed years, the current year, or what is new since then.

A whole run puts every document into its year's bundle. A quick run leaves these two as they were
and puts what has changed since into a small third one, so that an edit among ten thousand pages
costs half a second; the page in the browser passes over what the third one replaces.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from plugins.outputs import Ledger
from plugins.search.documents import Document

SMALL = 1_000
"""Documents up to which every run is whole: a quick one would save less than a second."""
HOT = 100
"""Documents new since the last whole run from which on another whole run pays."""

Documents = tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Layers:
    """``replaced``: keys of documents that stand in ``closed`` or ``current`` as they were."""

    closed: Documents
    current: Documents
    fresh: Documents = ()
    replaced: tuple[str, ...] = ()


def layers(documents: Documents, year: int, ledger: Ledger) -> Layers:
    """The documents of a run in ``year``; notes what a whole run has covered."""
    whole = by_year(documents, year)
    noted = None if ledger.is_whole or len(documents) <= SMALL else _noted(ledger)
    found = since(noted, documents) if noted else None
    if found is None or len(found.fresh) > HOT:
        ledger.write(msgspec.json.encode(whole))
        return whole
    return found


def _noted(ledger: Ledger) -> Layers | None:
    data = ledger.read()
    return msgspec.json.decode(data, type=Layers) if data else None


def by_year(documents: Iterable[Document], year: int) -> Layers:
    """Documents of the years before ``year``, and all others."""
    closed: list[Document] = []
    current: list[Document] = []
    for one in documents:
        (closed if one.day and one.day.year < year else current).append(one)
    return Layers(tuple(closed), tuple(current))


def since(noted: Layers, documents: Documents) -> Layers | None:
    """What a quick run makes; None if a document is gone: no trace of it may stay in an index."""
    now = {one.address: one for one in documents}
    before = {one.address: one for one in (*noted.closed, *noted.current)}
    if before.keys() - now.keys():
        return None
    fresh = tuple(one for one in documents if before.get(one.address) != one)
    replaced = tuple(one.key for one in fresh if one.address in before)
    return Layers(noted.closed, noted.current, fresh, replaced)
