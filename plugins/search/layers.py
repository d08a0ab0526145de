"""Which documents the index holds, and which are new since it was made.

A whole run indexes every document. A quick one leaves that index as it was and puts what has
changed since into a small one of its own, so that an edit among ten thousand pages costs a moment;
the page in the browser passes over what that one replaces.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from plugins.outputs import Ledger
from plugins.search.documents import Document

SMALL = 250
"""Documents up to which every run is whole: it takes half a second."""
HOT = 100
"""Documents new since the last whole run from which on another whole run pays."""

Documents = tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Layers:
    """``whole``: the documents as they last were all indexed; ``fresh``: those that differ now;
    ``replaced``: places in ``whole`` of what ``fresh`` has instead."""

    whole: Documents
    fresh: Documents = ()
    replaced: tuple[int, ...] = ()


def layers(documents: Documents, ledger: Ledger) -> Layers:
    """The documents of a run; notes what a whole run has covered."""
    noted = None if ledger.is_whole or len(documents) <= SMALL else _noted(ledger)
    found = since(noted, documents) if noted is not None else None
    if found is None or len(found.fresh) > HOT:
        ledger.write(msgspec.json.encode(documents))
        return Layers(documents)
    return found


def _noted(ledger: Ledger) -> Documents | None:
    data = ledger.read()
    return msgspec.json.decode(data, type=Documents) if data else None


def since(whole: Documents, documents: Documents) -> Layers | None:
    """What a quick run makes; None if a document is gone: no trace of it may stay in an index."""
    now = {one.address for one in documents}
    before = {one.address: place for place, one in enumerate(whole)}
    if before.keys() - now:
        return None
    fresh = tuple(one for one in documents if not _stands(one, whole, before))
    replaced = (before[one.address] for one in fresh if one.address in before)
    return Layers(whole, fresh, tuple(sorted(replaced)))


def _stands(one: Document, whole: Documents, before: dict[str, int]) -> bool:
    """Whether a document is in the whole index as it is."""
    place = before.get(one.address)
    return place is not None and whole[place] == one
