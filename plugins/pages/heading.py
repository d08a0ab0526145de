"""What the pages of all records have alike: which records have one, and its head."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from plugins.layout import sharing, structured
from plugins.layout.frame import head
from plugins.layout.surroundings import latest
from plugins.layout.values import Head, Illustration, Link
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.common import Publicity, Record

R = TypeVar("R", bound=Record)


def paged(catalogue: Catalogue, kind: type[R]) -> Iterator[R]:
    """Records with a page of their own: listed and hidden ones."""
    found = (*catalogue.listed, *catalogue.hidden)
    return (record for record in found if isinstance(record, kind))


def is_indexed(record: Record) -> bool:
    """Whether search engines may list it."""
    return record.publicity is Publicity.PUBLISHED


def social_picture(catalogue: Catalogue, record: Record) -> Illustration | None:
    """The picture that links to the page show elsewhere."""
    return sharing.picture(catalogue, record)


def alternates(catalogue: Catalogue, record: Record) -> tuple[tuple[str, str], ...]:
    """(language, address) of a text in each language that it is in; empty: only in one."""
    own = addresses.target(record)
    original = catalogue.record(record.translation_of) if record.translation_of else record
    family = addresses.target(original) if original else own
    others = (one for one in catalogue.by_original.get(family, ()) if one is not record)
    found = [one for one in (original, record, *others) if one]
    pairs = {one.language.value: addresses.of(one) for one in found}
    return tuple(pairs.items()) if len(pairs) > 1 else ()


def scripts(*records: Record | None) -> tuple[str, ...]:
    """What eases a page of these records: a gallery has a viewer."""
    has_gallery = any(record.gallery for record in records if record)
    return ("menu", "gallery") if has_gallery else ("menu",)


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
        scripts=scripts(record),
        json_ld=structured.of(catalogue, record),
    )
