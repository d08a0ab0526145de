"""A poster for each debate that is ahead: one A4 sheet for the notice board."""

from __future__ import annotations

from collections.abc import Iterator

from plugins import signals
from plugins.layout import posters
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.outputs import File, Later, Output
from plugins.posters.sheet import made
from plugins.posters.views import template, view


def register() -> None:
    """Connect to the plan of outputs."""
    signals.plan_outputs.connect(plan)


def plan(catalogue: Catalogue, assets: tuple[File, ...]) -> Iterator[Output]:
    """One file beside the page of each debate that has a poster."""
    for debate in catalogue.debates:
        if address := posters.address(catalogue, debate):
            later = Later(view, catalogue, debate, template(assets))
            yield Output(addresses.file(address), made, later, source=debate.path)
