"""The search after an edit of bodies: what was fresh before it, and what is now."""

from __future__ import annotations

from dataclasses import replace

from plugins.newsroom import addresses
from plugins.outputs import Bundle, Edits, Ledger, Output
from plugins.search import bundle, layers
from plugins.search.bundle import Index
from plugins.search.layers import BUNDLES, folder_of
from plugins.search.page import SearchPage


def edited(edits: Edits, ledger: Ledger) -> list[Output | Bundle] | None:
    """The part of the index that has the bodies that changed, and the page that knows of it."""
    fresh = edits.kept(f"{folder_of('nowe')}/")
    shown = edits.kept(addresses.file(addresses.SEARCH))
    if not isinstance(fresh, Bundle) or not isinstance(shown, Output):
        return None
    index: Index = fresh.view  # type: ignore[assignment]  # what `_index` gives
    view: SearchPage = shown.view  # type: ignore[assignment]  # what `page.view` gives
    found = layers.edited(index.documents, edits.instead, ledger)
    if found is None:
        return None
    if len(found.whole) <= layers.SMALL:
        name, parts = "spis", found.full
    else:  # the first part stands, and to digest ten thousand pages takes a while
        name, parts = "nowe", (*view.bundles[:1], *replace(found, whole=()).full)
    changed = replace(index, documents=getattr(found, BUNDLES[name]))
    now = replace(view, bundles=parts, replaced=found.replaced)
    return [Bundle(folder_of(name), bundle.make, changed), replace(shown, given=now)]
