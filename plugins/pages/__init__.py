"""Every page of the site but the calendar's: records, lists, home, archive, old addresses."""

from __future__ import annotations

from collections.abc import Iterator

from plugins import signals
from plugins.layout import frame as frames
from plugins.layout import making
from plugins.newsroom.catalogue import Catalogue
from plugins.outputs import File, Later, Output
from plugins.pages import (
    archive,
    components,
    debates,
    districts,
    home,
    lists,
    manifest,
    moved,
    questions,
    records,
    requests,
    search,
    subjects,
    subscriptions,
)


def register() -> None:
    """Connect to the plan of outputs."""
    signals.plan_outputs.connect(plan)


PLANS = (
    home.plan,
    debates.plan,
    requests.plan,
    questions.plan,
    districts.plan,
    records.plan,
    lists.plan,
    archive.plan,
    subjects.plan,
    search.plan,
    subscriptions.plan,
    moved.plan,
    manifest.plan,
)


def plan(catalogue: Catalogue, assets: tuple[File, ...]) -> Iterator[Output]:
    """Every page, and the stylesheet, script and icon that pages name."""
    frame = frames.frame(catalogue, assets)
    yield making.stylesheet(assets)
    for asset in assets:
        if asset.path.endswith("favicon.svg"):
            yield Output("favicon.svg", making.copied, Later(making.Copy, asset))
    script = making.script(assets)
    if script:
        yield script
    for part in PLANS:
        yield from part(catalogue, frame)
    yield from components.plan(assets, frame)
