"""The pictures that links to pages show elsewhere: drawn of a page's title, day and state."""

from __future__ import annotations

from collections.abc import Iterator

from plugins import signals
from plugins.layout import sharing
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.report import Report
from plugins.outputs import File, Later, Output
from plugins.sharing.drawing import made


def register() -> None:
    """Connect to the plan of outputs."""
    signals.plan_outputs.connect(plan)


def plan(catalogue: Catalogue, assets: tuple[File, ...]) -> Iterator[Output]:
    """One for each section and for each record with a page of its own, but what has a photograph.

    The file stands beside the page, so that it lasts as long.
    """
    del assets
    for address, share in sharing.sections(catalogue).values():
        yield Output(addresses.file(address), made, share)
    for record in (*catalogue.listed, *catalogue.hidden):
        if not isinstance(record, Report) and sharing.is_drawn(catalogue, record):
            path = addresses.file(addresses.share(record))
            yield Output(path, made, Later(sharing.of, catalogue, record), source=record.path)
