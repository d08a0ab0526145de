"""What stays at old addresses: a way to the new one, or the trace of a withdrawn record."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.layout import cards, making
from plugins.layout.frame import head
from plugins.layout.values import Frame, Link
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds import FOLDER_OF, KINDS
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.report import Report
from plugins.outputs import Later, Output
from plugins.pages.views import MovedPage, TombstonePage


def plan(catalogue: Catalogue, frame: Frame) -> Iterator[Output]:
    """Pages at old addresses and tombstones."""
    for record in (*catalogue.listed, *catalogue.hidden, *catalogue.withdrawn):
        yield from _redirects(catalogue, record)
    for record in catalogue.withdrawn:
        if record.withdrawn and not isinstance(record, Report):
            yield _tombstone(catalogue, frame, record)


def _redirects(catalogue: Catalogue, record: Record) -> Iterator[Output]:
    for old in record.old_paths:
        path = addresses.old_file(old)
        if path:
            target = addresses.absolute(catalogue.unit, addresses.of(record))
            yield Output(
                path, making.page, Later(MovedPage, record.title, target), "moved.html", record.path
            )


def _crumbs(record: Record) -> tuple[Link, ...]:
    """The list that the record stood in; a standing page stood in none."""
    kind = KINDS[FOLDER_OF[type(record)]]
    words = kind.many.capitalize()
    return () if kind.folder == "strony" else (Link(words, f"/{kind.folder}/"),)


def _tombstone(catalogue: Catalogue, frame: Frame, record: Record) -> Output:
    withdrawal = record.withdrawn
    assert withdrawal is not None, "a withdrawn record says when and why: a check sees to it"
    instead = catalogue.record(withdrawal.instead) if withdrawal.instead else None
    view = TombstonePage(
        frame=frame,
        head=head(record.title, addresses.of(record), *_crumbs(record), is_indexed=False),
        day=withdrawal.day,
        reason=withdrawal.reason,
        instead=cards.link(instead),
    )
    path = addresses.file(addresses.of(record))
    return Output(path, making.page, view, "tombstone.html", record.path)
