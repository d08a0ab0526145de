"""Search that knows Polish inflection, without a server: an index, the page, the box.

The index holds what the catalogue lists and nothing else: no draft, no record that is hidden,
withdrawn or waits for its day.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plugins import signals
from plugins.outputs import Bundle, Edits, File, Ledger, Output

if TYPE_CHECKING:  # a run that makes again what a body shows plans nothing
    from plugins.newsroom.catalogue import Catalogue


def register() -> None:
    """Connect to the frame of every page and to the plan."""
    signals.offered.connect(offers)
    signals.plan_layers.connect(plan)
    signals.plan_edits.connect(edited)


def offers(catalogue: Catalogue) -> tuple[str, ...]:
    """A box on every page."""
    del catalogue
    return ("search",)


def plan(
    catalogue: Catalogue, assets: tuple[File, ...], ledger: Ledger
) -> Iterator[Output | Bundle]:
    """The page, its bundles, and what tells browsers of it."""
    from plugins.search import planning

    return planning.plan(catalogue, assets, ledger)


def edited(edits: Edits, ledger: Ledger) -> list[Output | Bundle] | None:
    """The part of the index that has the bodies that changed, and the page that knows of it."""
    from plugins.search import editing

    return editing.edited(edits, ledger)
