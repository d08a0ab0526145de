"""The plan of all pages, and of what they name: stylesheet, scripts, icon."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.layout import frame as frames
from plugins.layout import making
from plugins.newsroom.catalogue import Catalogue
from plugins.outputs import File, Later, Output
from plugins.pages import (
    archive,
    balance,
    components,
    debates,
    debts,
    districts,
    home,
    indexes,
    lists,
    manifest,
    moved,
    office,
    programmes,
    questions,
    records,
    registry,
    requests,
    subjects,
    subscriptions,
)

PLANS = (
    home.plan,
    debates.plan,
    registry.plan,
    requests.plan,
    balance.plan,
    questions.plan,
    districts.plan,
    records.plan,
    programmes.plan,
    lists.plan,
    debts.plan,
    office.plan,
    archive.plan,
    subjects.plan,
    indexes.plan,
    subscriptions.plan,
    moved.plan,
    manifest.plan,
)


def plan(catalogue: Catalogue, assets: tuple[File, ...]) -> Iterator[Output]:
    """Every page, and the stylesheet, scripts and icon that pages name."""
    frame = frames.frame(catalogue, assets)
    yield making.stylesheet(assets)
    for asset in assets:
        if asset.path.endswith("favicon.svg"):
            yield Output("favicon.svg", making.copied, Later(making.Copy, asset))
    yield from making.scripts(assets).values()
    for part in PLANS:
        yield from part(catalogue, frame)
    yield from components.plan(assets, frame)
