"""What is to be found: one document for each page of a listed record."""

from __future__ import annotations

from plugins.layout import cards
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.categories import CATEGORIES
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.report import Report
from plugins.outputs import Text
from plugins.search.document import Document, order
from plugins.search.telling import names, streets, told


def documents(catalogue: Catalogue) -> tuple[Document, ...]:
    """Every page of a listed record, a report told by its debate's.

    By day, so that most new ones come last and leave the numbers of others as they are.
    """
    records = (one for one in catalogue.listed if not isinstance(one, Report))
    found = (_document(catalogue, record) for record in records)
    return tuple(sorted(found, key=order))


def texts(catalogue: Catalogue) -> tuple[str, ...]:
    """The digests of all bodies that documents name."""
    return tuple(record.body.digest for record in catalogue.listed if record.body.digest)


def _document(catalogue: Catalogue, record: Record) -> Document:
    card = cards.card(catalogue, record, lead=False)
    gone = catalogue.archived(record)
    return Document(
        address=addresses.of(record),
        title=record.title,
        kind=card.kind,
        lang=card.lang,
        moment=card.moment if _is_dated(card.kind) else None,
        state=card.badge.text if card.badge else "",
        archived=gone.label if gone else "",
        districts=tuple(d.title for d in map(catalogue.record, _districts(record)) if d),
        categories=tuple(CATEGORIES[name] for name in record.categories),
        names=names(record),
        streets=streets(record),
        told=told(catalogue, record),
        bodies=tuple(Text(one) for one in _bodies(catalogue, record)),
    )


def _is_dated(kind: str) -> bool:
    """Whether a day means something for a kind: standing pages, places and bodies have none."""
    return kind in ("debata", "aktualność", "wniosek", "program")


def _districts(record: Record) -> tuple[str, ...]:
    return tuple(f"rejony/{name}" for name in record.districts)


def _bodies(catalogue: Catalogue, record: Record) -> list[str]:
    report = catalogue.report(record) if isinstance(record, Debate) else None
    return [one.body.digest for one in (record, report) if one and one.body.digest]
