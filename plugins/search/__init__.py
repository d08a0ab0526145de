"""Search that knows Polish inflection, without a server: an index, the page, the box.

The index holds what the catalogue lists and nothing else: no draft, no record that is hidden,
withdrawn or waits for its day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plugins import signals
from plugins.layout import frame as frames
from plugins.layout import making
from plugins.layout.values import Frame
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.outputs import Bundle, Edits, File, Later, Ledger, Output
from plugins.search import bundle, documents, layers, page
from plugins.search.bundle import Index
from plugins.search.layers import Layers


def register() -> None:
    """Connect to the frame of every page and to the plan."""
    signals.offered.connect(offers)
    signals.plan_layers.connect(plan)
    signals.plan_edits.connect(edited)


def offers(catalogue: Catalogue) -> tuple[str, ...]:
    """A box on every page."""
    del catalogue
    return ("search",)


BUNDLES = {"spis": "whole", "nowe": "fresh"}
"""Folder of a bundle → the layer that it holds."""


def plan(
    catalogue: Catalogue, assets: tuple[File, ...], ledger: Ledger
) -> Iterator[Output | Bundle]:
    """The page, its bundles, and what tells browsers of it."""
    texts = documents.texts(catalogue)
    found = Later(_layers, catalogue, ledger)
    base = addresses.base(catalogue.unit)
    for name in BUNDLES:
        yield Bundle(_folder(name), bundle.make, Later(_index, found, name, base, texts=texts))
    frame = frames.frame(catalogue, assets)
    view = Later(_page, frame, found, texts=texts)
    yield Output(addresses.file(addresses.SEARCH), making.page, view, "search.html")
    description = Later(page.description, catalogue)
    yield Output(addresses.file(addresses.SEARCH_DESCRIPTION), page.opensearch, description)


def edited(edits: Edits, ledger: Ledger) -> list[Output | Bundle] | None:
    """The part of the index that has the bodies that changed, and the page that knows of it."""
    fresh = edits.kept(f"{_folder('nowe')}/")
    shown = edits.kept(addresses.file(addresses.SEARCH))
    if not isinstance(fresh, Bundle) or not isinstance(shown, Output):
        return None
    index: Index = fresh.view  # type: ignore[assignment]  # what `_index` gives
    view: page.SearchPage = shown.view  # type: ignore[assignment]  # what `page.view` gives
    found = layers.edited(index.documents, edits.instead, ledger)
    if found is None:
        return None
    name = "spis" if len(found.whole) <= layers.SMALL else "nowe"
    changed = replace(index, documents=getattr(found, BUNDLES[name]))
    now = replace(view, bundles=_full(found), replaced=found.replaced)
    return [Bundle(_folder(name), bundle.make, changed), replace(shown, given=now)]


def _folder(name: str) -> str:
    return addresses.file(f"{addresses.SEARCH_INDEX}{name}")


def _full(layer: Layers) -> tuple[str, ...]:
    """The bundles that hold something."""
    return tuple(name for name, field in BUNDLES.items() if getattr(layer, field))


def _layers(catalogue: Catalogue, ledger: Ledger) -> Layers:
    return layers.layers(documents.documents(catalogue), ledger)


def _index(found: Later, name: str, base: str) -> Index:
    layer: Layers = found()  # type: ignore[assignment]  # what `_layers` gives
    return Index(getattr(layer, BUNDLES[name]), base)


def _page(frame: Frame, found: Later) -> page.SearchPage:
    layer: Layers = found()  # type: ignore[assignment]  # what `_layers` gives
    return page.view(frame, _full(layer), layer.replaced)
