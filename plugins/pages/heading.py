"""What the pages of all records have alike: which records have one, its head and its frame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar
from weakref import WeakKeyDictionary

from plugins.layout import structured
from plugins.layout.frame import head
from plugins.layout.surroundings import illustration, latest
from plugins.layout.values import Frame, Head, Illustration, Link
from plugins.newsroom import addresses, phases
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.common import Publicity, Record
from plugins.newsroom.relations import published_on

R = TypeVar("R", bound=Record)


def paged(catalogue: Catalogue, kind: type[R]) -> Iterator[R]:
    """Records with a page of their own: listed and hidden ones."""
    found = (*catalogue.listed, *catalogue.hidden)
    return (record for record in found if isinstance(record, kind))


def is_indexed(record: Record) -> bool:
    """Whether search engines may list it."""
    return record.publicity is Publicity.PUBLISHED


def quieted(catalogue: Catalogue, frame: Frame, record: Record) -> Frame:
    """The frame without banners, on what is archival or older than a year.

    So that a new warning does not rebuild, nor shout over, the whole archive.
    """
    if not frame.warnings:
        return frame
    published = published_on(record)
    old = published is None or phases.months_after(published, 12) <= catalogue.today
    return _quiet(catalogue, frame) if old or catalogue.archived(record) else frame


_QUIET: WeakKeyDictionary[Catalogue, tuple[Frame, Frame]] = WeakKeyDictionary()
"""By catalogue: a frame and the same without banners, one for all pages that share it."""


def _quiet(catalogue: Catalogue, frame: Frame) -> Frame:
    loud, quiet = _QUIET.get(catalogue, (None, frame))
    if loud is not frame:
        quiet = replace(frame, warnings=())
        _QUIET[catalogue] = frame, quiet
    return quiet


def social_picture(catalogue: Catalogue, record: Record) -> Illustration | None:
    """The picture that links to the page show elsewhere."""
    return illustration(catalogue, record, record.picture)


def alternates(catalogue: Catalogue, record: Record) -> tuple[tuple[str, str], ...]:
    """(language, address) of a text in each language that it is in; empty: only in one."""
    own = addresses.target(record)
    original = catalogue.record(record.translation_of) if record.translation_of else record
    family = addresses.target(original) if original else own
    others = (one for one in catalogue.by_original.get(family, ()) if one is not record)
    found = [one for one in (original, record, *others) if one]
    pairs = {one.language.value: addresses.of(one) for one in found}
    return tuple(pairs.items()) if len(pairs) > 1 else ()


def record_head(catalogue: Catalogue, record: Record, *crumbs: Link) -> Head:
    """The head of a record's page."""
    return head(
        record.title,
        addresses.of(record),
        *crumbs,
        description=record.lead,
        is_indexed=is_indexed(record),
        lang=record.language.value,
        published=record.appeared,
        updated=latest(catalogue, record),
        picture=social_picture(catalogue, record),
        alternates=alternates(catalogue, record),
        json_ld=structured.of(catalogue, record),
    )
