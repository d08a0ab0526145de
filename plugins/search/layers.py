"""Which bundle a document is in: old years, closed years, the current one, or new since then.

A whole run puts every document into its years' bundle. A quick run leaves these as they were and
puts what has changed since into a small one of its own, so that an edit among ten thousand pages
costs half a second; the page in the browser passes over what that one replaces.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import msgspec

from plugins.outputs import Ledger
from plugins.search.documents import Document

SMALL = 1_000
"""Documents up to which every run is whole: a quick one would save less than a second."""
DECADE = 10
"""Years before which a closed one is old: one bundle of twenty years would take Pagefind more than
2 GB of memory to make."""
HOT = 100
"""Documents new since the last whole run from which on another whole run pays."""

Documents = tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Layers:
    """``replaced``: keys of documents that stand in the first three as they were."""

    old: Documents
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
    """Documents of long ago, of other years before ``year``, and all others."""
    old: list[Document] = []
    closed: list[Document] = []
    current: list[Document] = []
    for one in documents:
        age = year - one.day.year if one.day else 0
        (old if age >= DECADE else closed if age > 0 else current).append(one)
    return Layers(tuple(old), tuple(closed), tuple(current))


def since(noted: Layers, documents: Documents) -> Layers | None:
    """What a quick run makes; None if a document is gone: no trace of it may stay in an index."""
    now = {one.address: one for one in documents}
    before = {one.address: one for one in (*noted.old, *noted.closed, *noted.current)}
    if before.keys() - now.keys():
        return None
    fresh = tuple(one for one in documents if before.get(one.address) != one)
    replaced = tuple(one.key for one in fresh if one.address in before)
    return replace(noted, fresh=fresh, replaced=replaced)
