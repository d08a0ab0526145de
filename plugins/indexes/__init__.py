"""Files about the other files: sitemap, robots, the list of addresses, security contact."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from xml.sax.saxutils import escape

from plugins import signals
from plugins.layout.channels import FORMS
from plugins.layout.values import Head
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds import FOLDER_OF
from plugins.newsroom.kinds.body import Body
from plugins.newsroom.kinds.common import Publicity, Record
from plugins.newsroom.kinds.cycle import Cycle
from plugins.newsroom.kinds.district import District
from plugins.newsroom.kinds.programme import Programme
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.phases import months_after
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
    """Root-relative addresses, sorted: of everything published; of those that must never die; of
    withdrawn records with their feeds and calendars; and old ones with where they lead.
    """

    site: str
    pages: tuple[str, ...]
    permanent: tuple[str, ...]
    withdrawn: tuple[str, ...]
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
    files = (one.path for one in shown if not _is_part_of_a_page(one))
    pages = tuple(sorted(f"/{path.removesuffix('index.html')}" for path in files))
    moved = sorted(_moved((*catalogue.listed, *catalogue.withdrawn)))
    kept = {addresses.of(record) for record in catalogue.listed}
    gone = {one for record in catalogue.withdrawn for one in _addresses_of(record)}
    return Addresses(
        catalogue.unit.site,
        pages,
        tuple(sorted(address for address in kept if "#" not in address)),
        tuple(sorted(gone)),
        tuple(moved),
    )


def _is_part_of_a_page(output: Output) -> bool:
    """Whether nobody would keep its address: a file's source is the file itself."""
    drawn = output.path.rpartition("/")[2] == addresses.SHARE
    return drawn or bool(output.source and not output.source.endswith(".md"))


def _moved(records: Iterable[Record]) -> Iterator[tuple[str, str]]:
    """Old → present address; of a record that is followed, its feeds and calendar go along."""
    for record in records:
        place = f"/{FOLDER_OF[type(record)]}/"
        for old in record.old_paths:
            yield old, addresses.of(record)
            name = old.removeprefix(place).strip("/")
            if old.startswith(place) and "/" not in name:
                yield from zip(_feeds(replace(record, id=name)), _feeds(record), strict=True)


def _addresses_of(record: Record) -> Iterator[str]:
    """Where a record's page, feeds and calendar were; a report has none of its own."""
    if not isinstance(record, Report):
        yield addresses.of(record)
        yield from _feeds(record)


def _feeds(record: Record) -> Iterator[str]:
    """Feeds and the calendar that follow a record, if its kind has any."""
    if isinstance(record, Body | Cycle | District | Programme):
        for form in FORMS:
            yield addresses.channel(addresses.channel_name(record), form)
    if isinstance(record, Cycle | District):
        yield addresses.calendar_file(record)


def listing(view: Addresses, _: Tools) -> bytes:
    """JSON with sorted lists; publishing adds what was published before."""
    content = {
        "strona": view.site,
        "adresy": view.pages,
        "stałe": view.permanent,
        "wycofane": view.withdrawn,
        "dawne": dict(view.moved),
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _robots(catalogue: Catalogue) -> Lines:
    sitemap = addresses.absolute(catalogue.unit, "/sitemap.xml")
    return Lines(("User-agent: *", "Allow: /", f"Sitemap: {sitemap}"))


def _security(catalogue: Catalogue) -> tuple[str, ...]:
    """RFC 9116. Without a day of the unit's own it expires in eleven months or less: a site that
    is still built is still looked after, and the file changes but once a month.
    """
    contact = catalogue.unit.security
    if contact is None:
        return ()
    until = contact.until or months_after(catalogue.today.replace(day=1), 11)
    mail = f"mailto:{contact.email}" if contact.email else ""
    places = (f"Contact: {place}" for place in (contact.link, mail) if place)
    here = addresses.absolute(catalogue.unit, "/.well-known/security.txt")
    expires = f"Expires: {until.isoformat()}T23:59:59Z"
    return (*places, expires, "Preferred-Languages: pl, en", f"Canonical: {here}")


def text(view: Lines, _: Tools) -> bytes:
    """Lines of text."""
    return ("\n".join(view.lines) + "\n").encode()
