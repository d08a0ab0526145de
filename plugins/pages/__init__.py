"""Every page of the site but the calendar's: records, lists, home, archive, old addresses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plugins import signals
from plugins.outputs import File, Output

if TYPE_CHECKING:  # a run that makes again what a body shows plans nothing
    from plugins.newsroom.catalogue import Catalogue


def register() -> None:
    """Connect to the plan of outputs."""
    signals.plan_outputs.connect(plan)


def plan(catalogue: Catalogue, assets: tuple[File, ...]) -> Iterator[Output]:
    """Every page, and the stylesheet, scripts and icon that pages name."""
    from plugins.pages import planning

    return planning.plan(catalogue, assets)
