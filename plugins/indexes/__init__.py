"""Files about the other files: sitemap, robots, the list of addresses, security contact."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from plugins import signals
from plugins.layout.values import Head
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.common import Publicity, Record
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.relations import published_on
from plugins.outputs import Bundle, Later, Output, Tools


def register() -> None:
    """Connect to the plan of indexes."""
    signals.plan_indexes.connect(plan)


@dataclass(frozen=True, slots=True)
class Place:
    """A page's whole address and the day it last changed, if that is known."""

    address: str
    changed: date | None


@dataclass(frozen=True, slots=True)
class Sitemap:
    """Pages of one year, or without one."""

    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Addresses:
    """Root-relative addresses of everything published, and the old ones that still lead here."""

    pages: tuple[str, ...]
    moved: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """A plain text file."""

    lines: tuple[str, ...]


Outputs = list[Output | Bundle]


def plan(outputs: Outputs, catalogue: Catalogue) -> Iterator[Output]:
    """Every index over the plan."""
    paged = (record for record in catalogue.listed if has_indexed_page(record))
    years = sorted({year(record) for record in paged} | {STANDING})
    by_year = Later(_by_year, outputs, catalogue)
    for one in years:
        yield Output(f"sitemap-{one}.xml", urlset, Later(_year_map, by_year, one))
    yield Output("sitemap.xml", sitemapindex, Later(_sitemap, by_year, catalogue, years))
    listed = Later(_addresses, outputs, catalogue)
    yield Output(".well-known/debaty.json", listing, listed)
    yield Output("robots.txt", text, Later(_robots, catalogue))
    security = _security(catalogue)
    if security:
        yield Output(".well-known/security.txt", text, Later(Lines, security))


STANDING = "strony"
"""The sitemap of pages that no single publication stands behind."""


def has_indexed_page(record: Record) -> bool:
    """Whether a record's own page is meant for search engines; a report stands at its debate's."""
    return record.publicity is Publicity.PUBLISHED and not isinstance(record, Report)


def year(record: Record) -> str:
    """Which sitemap a record's page stands in: a day's change rewrites one small file."""
    day = published_on(record)
    return str(day.year) if day else STANDING


def _heads(outputs: Outputs) -> Iterator[Head]:
    pages = (one for one in outputs if isinstance(one, Output) and one.path.endswith(".html"))
    views = (page.view for page in pages)
    heads = (getattr(view, "head", None) for view in views)
    return (head for head in heads if isinstance(head, Head) and head.is_indexed)


def _by_year(outputs: Outputs, catalogue: Catalogue) -> dict[str, Sitemap]:
    """Year of publication, or ``strony`` for what has none → the pages of that year."""
    groups: dict[str, list[Place]] = {}
    for head in _heads(outputs):
        day = head.published.first if head.published else None
        groups.setdefault(str(day.year) if day else STANDING, []).append(_place(catalogue, head))
    return {name: Sitemap(tuple(sorted(group, key=_address))) for name, group in groups.items()}


ByYear = Callable[[], dict[str, Sitemap]]


def _year_map(by_year: ByYear, year: str) -> Sitemap:
    return by_year()[year]


def _sitemap(by_year: ByYear, catalogue: Catalogue, years: list[str]) -> Sitemap:
    """The index of sitemaps (sitemaps.org 0.9)."""
    made = by_year()
    unit = catalogue.unit
    return Sitemap(
        tuple(
            Place(addresses.absolute(unit, f"/sitemap-{one}.xml"), _newest(made[one].places))
            for one in years
        )
    )


def _place(catalogue: Catalogue, head: Head) -> Place:
    moment = head.updated or head.published
    return Place(addresses.absolute(catalogue.unit, head.address), moment.first if moment else None)


def _address(place: Place) -> str:
    return place.address


def _newest(places: tuple[Place, ...]) -> date | None:
    return max((place.changed for place in places if place.changed), default=None)


_HEADER = '<?xml version="1.0" encoding="utf-8"?>\n'
_SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def urlset(view: Sitemap, _: Tools) -> bytes:
    """A sitemap of pages."""
    return _xml(view, "urlset", "url")


def sitemapindex(view: Sitemap, _: Tools) -> bytes:
    """A sitemap of sitemaps."""
    return _xml(view, "sitemapindex", "sitemap")


def _xml(view: Sitemap, outer: str, inner: str) -> bytes:
    rows = "".join(
        f"<{inner}><loc>{escape(place.address)}</loc>{_lastmod(place)}</{inner}>\n"
        for place in view.places
    )
    return f"{_HEADER}<{outer} {_SCHEMA}>\n{rows}</{outer}>\n".encode()


def _lastmod(place: Place) -> str:
    return f"<lastmod>{place.changed.isoformat()}</lastmod>" if place.changed else ""


def _addresses(outputs: Outputs, catalogue: Catalogue) -> Addresses:
    """For ``debaty.json``, also the mark by which press knows the output folder as its own."""
    hidden = {record.path for record in catalogue.hidden}
    shown = (one for one in outputs if isinstance(one, Output) and one.source not in hidden)
    # A file's source is the file itself; it is part of a page, not an address to keep.
    files = (one.path for one in shown if not one.source or one.source.endswith(".md"))
    pages = tuple(sorted(f"/{path.removesuffix('index.html')}" for path in files))
    records = (*catalogue.listed, *catalogue.withdrawn)
    moved = sorted((old, addresses.of(record)) for record in records for old in record.old_paths)
    return Addresses(pages, tuple(moved))


def listing(view: Addresses, _: Tools) -> bytes:
    """JSON with sorted lists."""
    content = {"adresy": view.pages, "dawne": dict(view.moved)}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _robots(catalogue: Catalogue) -> Lines:
    sitemap = addresses.absolute(catalogue.unit, "/sitemap.xml")
    return Lines(("User-agent: *", "Allow: /", f"Sitemap: {sitemap}"))


def _security(catalogue: Catalogue) -> tuple[str, ...]:
    """RFC 9116; without an expiry the file would be invalid, so there is none."""
    contact = catalogue.unit.security
    if contact is None or contact.until is None:
        return ()
    mail = f"mailto:{contact.email}" if contact.email else ""
    places = (f"Contact: {place}" for place in (contact.link, mail) if place)
    here = addresses.absolute(catalogue.unit, "/.well-known/security.txt")
    expires = f"Expires: {contact.until.isoformat()}T00:00:00.000Z"
    return (*places, expires, "Preferred-Languages: pl, en", f"Canonical: {here}")


def text(view: Lines, _: Tools) -> bytes:
    """Lines of text."""
    return ("\n".join(view.lines) + "\n").encode()
