"""Requests as they stand in tables: the status in a word, and whose answer is awaited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from plugins.layout.cards import STATUSES, after, day_and_month
from plugins.layout.tables import RequestRow, RequestTable
from plugins.layout.values import (
    Link,
)
from plugins.newsroom import addresses, handovers
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.handovers import Handover
from plugins.newsroom.kinds.request import Request, Status

ALL = Link("Wszystkie wnioski", addresses.REQUESTS)


def older(catalogue: Catalogue, way: str, name: str) -> Link:
    """Where all requests of a district (``rejony``), category or body are.

    The register has no list of what may not be named.
    """
    if way != "kategorie" and catalogue.record(f"{way}/{name}") is None:
        return ALL
    return Link("Wszystkie te wnioski", addresses.shelf(way, name))


def table(
    catalogue: Catalogue,
    title: str,
    members: Sequence[Request],
    name: str = "wnioski",
    *,
    limit: int | None = None,
    more: Link = ALL,
    empty: str = "",
) -> RequestTable:
    """Requests in the order given, at most ``limit``; of what is cut off, how many and where."""
    shown = rows(catalogue, members[:limit])
    rest = more if len(shown) < len(members) else None
    return RequestTable(title, shown, len(members), name, more=rest, empty=empty)


def urgent_first(catalogue: Catalogue, members: Iterable[Request]) -> list[Request]:
    """Those that wait for an answer first, the longest wait before all; then the newest."""

    def order(request: Request) -> tuple[bool, date]:
        waiting = catalogue.awaited(request)
        return waiting is None, waiting.due if waiting else date.max

    newest = list(members)[::-1]
    newest.sort(key=order)  # stable: what waits for nobody stays newest first
    return newest


def rows(
    catalogue: Catalogue, requests: Iterable[Request], then: date | None = None
) -> tuple[RequestRow, ...]:
    """Rows in the order given; ``then``: the day of the evaluation at which they stand."""
    return tuple(row(catalogue, request, then) for request in requests)


def row(catalogue: Catalogue, request: Request, then: date | None = None) -> RequestRow:
    """A request in a table."""
    entries = catalogue.history(request)
    was = handovers.status(request, then) if then else None
    return RequestRow(
        number=request.number,
        title=request.title,
        href=addresses.of(request),
        status=STATUSES[catalogue.status(request)],
        since=entries[0].day,
        changed=entries[-1].day,
        spot=request.spot,
        note=note(catalogue, request),
        then=STATUSES[was] if was else None,
    )


def note(catalogue: Catalogue, request: Request, *, counted: bool = False) -> str:
    """Of a request that another body has: whose answer it waits for, or when that came.

    Only ``counted`` says how many days are over: in lists that would change every page daily.
    """
    waiting = catalogue.awaited(request)
    handed = catalogue.handovers(request)
    is_away = catalogue.status(request) is Status.HANDED_OVER
    told = waiting or (handed[-1] if handed and is_away else None)
    body = catalogue.body(told.body) if told else None
    if told is None:
        return ""
    return f"{body.title if body else 'podmiot'}: {term(told, counted=counted)}"


def term(handover: Handover, *, counted: bool = True) -> str:
    """What is known of an answer: until when it is due, whether it came and whether in time."""
    due = on_day(handover.due)
    if handover.answered:
        return f"odpowiedź {on_day(handover.answered)}, {in_time(handover)} (do {due})"
    if handover.settled:
        return "sprawa zakończona bez odpowiedzi na piśmie"
    if handover.late:
        late = f"{after(handover.late)} (do {due})" if counted else f"termin minął {due}"
        return f"brak odpowiedzi, {late}"
    return f"odpowiedź do {due}"


def in_time(handover: Handover) -> str:
    """``w terminie`` or ``12 dni po terminie``, of an answer that came."""
    return after(handover.overdue) if handover.overdue else "w terminie"


def on_day(day: date) -> str:
    """``3 grudnia 2026 r.``"""
    return f"{day_and_month(day)} {day.year} r."
