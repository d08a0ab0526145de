"""The plan of the search: its page, its bundles, and what tells browsers of it."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.layout import frame as frames
from plugins.layout import making
from plugins.layout.values import Frame
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.outputs import Bundle, File, Later, Ledger, Output
from plugins.search import bundle, documents, layers, page
from plugins.search.bundle import Index
from plugins.search.layers import BUNDLES, Layers, folder_of


def plan(
    catalogue: Catalogue, assets: tuple[File, ...], ledger: Ledger
) -> Iterator[Output | Bundle]:
    """The page, its bundles, and what tells browsers of it."""
    # A whole run must look, though no text has changed since a quick one.
    texts = (*documents.texts(catalogue), "whole" if ledger.is_whole else "")
    found = Later(_layers, catalogue, ledger)
    base = addresses.base(catalogue.unit)
    for name in BUNDLES:
        yield Bundle(folder_of(name), bundle.make, Later(_index, found, name, base, texts=texts))
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
    return page.view(frame, layer.full, layer.replaced)
