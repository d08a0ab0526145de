"""Search that knows Polish inflection, without a server: an index, the page, the box.

The index holds what the catalogue lists and nothing else: no draft, no record that is hidden,
withdrawn or waits for its day.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins import signals
from plugins.layout import frame as frames
from plugins.layout import making
from plugins.layout.values import Frame
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.outputs import Bundle, File, Later, Ledger, Output
from plugins.search import bundle, documents, layers, page
from plugins.search.bundle import Index
from plugins.search.layers import Layers


def register() -> None:
    """Connect to the frame of every page and to the plan."""
    signals.offered.connect(offers)
    signals.plan_layers.connect(plan)


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
        folder = addresses.file(f"{addresses.SEARCH_INDEX}{name}")
        yield Bundle(folder, bundle.make, Later(_index, found, name, base, texts=texts))
    frame = frames.frame(catalogue, assets)
    view = Later(_page, frame, found, texts=texts)
    yield Output(addresses.file(addresses.SEARCH), making.page, view, "search.html")
    description = Later(page.description, catalogue)
    yield Output(addresses.file(addresses.SEARCH_DESCRIPTION), page.opensearch, description)


def _layers(catalogue: Catalogue, ledger: Ledger) -> Layers:
    return layers.layers(documents.documents(catalogue), ledger)


def _index(found: Later, name: str, base: str) -> Index:
    layer: Layers = found()  # type: ignore[assignment]  # what `_layers` gives
    return Index(getattr(layer, BUNDLES[name]), base)


def _page(frame: Frame, found: Later) -> page.SearchPage:
    layer: Layers = found()  # type: ignore[assignment]  # what `_layers` gives
    full = (name for name, field in BUNDLES.items() if getattr(layer, field))
    return page.view(frame, tuple(full), layer.replaced)
