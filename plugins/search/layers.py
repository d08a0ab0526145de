"""Which documents the index holds, and which are new since it was made.

A whole run indexes every document. A quick one leaves that index as it was and puts what has
changed since into a small one of its own, so that an edit among ten thousand pages costs a moment;
the page in the browser passes over what that one replaces.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

import msgspec

from plugins.newsroom import addresses
from plugins.outputs import Ledger, Text
from plugins.search.document import Document, order
from plugins.search.shelves import step

SMALL = 250
"""Documents up to which every run is whole: it takes half a second."""
HOT = 100
"""Documents new since the last whole run from which on another whole run pays."""

Documents = tuple[Document, ...]


@cache
def _code() -> bytes:
    """What makes an index, and the dictionary: a browser must not read what it kept of another."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    return b"".join((version("morfeusz2").encode(), *(one.read_bytes() for one in sources)))


@dataclass(frozen=True, slots=True)
class Layers:
    """``whole``: the documents as they last were all indexed; ``fresh``: those that differ now;
    ``replaced``: places in ``whole`` of what ``fresh`` has instead."""

    whole: Documents
    fresh: Documents = ()
    replaced: tuple[int, ...] = ()

    @property
    def full(self) -> tuple[str, ...]:
        """The bundles that hold something, as :func:`told`."""
        layers = {name: getattr(self, field) for name, field in BUNDLES.items()}
        return tuple(told(name, layer) for name, layer in layers.items() if layer)


def told(name: str, documents: Documents) -> str:
    """What a page must know of a bundle: name, pages, ranges in a file, edition (a digest)."""
    edition = blake2b(_code() + msgspec.json.encode(documents), digest_size=6).hexdigest()
    return f"{name}:{len(documents)}:{step(len(documents))}:{edition}"


BUNDLES = {"spis": "whole", "nowe": "fresh"}
"""Folder of a bundle → the layer that it holds."""


def folder_of(name: str) -> str:
    """Where a bundle stands in the site."""
    return addresses.file(f"{addresses.SEARCH_INDEX}{name}")


def layers(documents: Documents, ledger: Ledger) -> Layers:
    """The documents of a run; notes what a whole run has covered."""
    noted = None if ledger.is_whole or len(documents) <= SMALL else _noted(ledger)
    found = since(noted, documents) if noted is not None else None
    if found is None or len(found.fresh) > HOT:
        ledger.write(msgspec.json.encode(documents))
        return Layers(documents)
    return found


def edited(fresh: Documents, instead: Mapping[str, str], ledger: Ledger) -> Layers | None:
    """The layers after an edit of bodies, from what was ``fresh`` before it.

    None if nothing was noted, if a whole run pays by now, or if a site has just outgrown those that
    are indexed whole each time.
    """
    whole = _noted(ledger)
    if whole is None or ledger.is_whole:
        return None
    if len(whole) <= SMALL:
        return None if fresh else layers(tuple(_with(one, instead) for one in whole), ledger)
    seen = {one.address for one in fresh}
    touched = (one for one in whole if one.address not in seen and _has(one, instead))
    before = {one.address: place for place, one in enumerate(whole)}
    now = (_with(one, instead) for one in (*fresh, *touched))
    left = sorted((one for one in now if not _stands(one, whole, before)), key=order)
    replaced = (before[one.address] for one in left if one.address in before)
    return Layers(whole, tuple(left), tuple(sorted(replaced))) if len(left) <= HOT else None


def _has(one: Document, instead: Mapping[str, str]) -> bool:
    return any(body.digest in instead for body in one.bodies)


def _with(one: Document, instead: Mapping[str, str]) -> Document:
    bodies = (Text(instead.get(body.digest, body.digest)) for body in one.bodies)
    return replace(one, bodies=tuple(bodies))


def _noted(ledger: Ledger) -> Documents | None:
    data = ledger.read()
    return msgspec.json.decode(data, type=Documents) if data else None


def since(whole: Documents, documents: Documents) -> Layers | None:
    """What a quick run makes; None if a document is gone, or a body that was told in one, as a
    report is in its debate's: no trace of it may stay in an index.
    """
    now = {one.address: len(one.bodies) for one in documents}
    if any(now.get(one.address, -1) < len(one.bodies) for one in whole):
        return None
    before = {one.address: place for place, one in enumerate(whole)}
    fresh = tuple(one for one in documents if not _stands(one, whole, before))
    replaced = (before[one.address] for one in fresh if one.address in before)
    return Layers(whole, fresh, tuple(sorted(replaced)))


def _stands(one: Document, whole: Documents, before: dict[str, int]) -> bool:
    """Whether a document is in the whole index as it is."""
    place = before.get(one.address)
    return place is not None and whole[place] == one
