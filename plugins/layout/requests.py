"""Requests as they stand in tables: the status in a word, and whose answer is awaited."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plugins.layout.cards import STATUSES, day_and_month, days
from plugins.layout.values import RequestRow
from plugins.newsroom import addresses, handovers
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.handovers import Handover
from plugins.newsroom.kinds.request import Request, Status


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


def note(catalogue: Catalogue, request: Request) -> str:
    """Of a request that another body has: whose answer it waits for, or when that came."""
    waiting = catalogue.awaited(request)
    handed = catalogue.handovers(request)
    is_away = catalogue.status(request) is Status.HANDED_OVER
    told = waiting or (handed[-1] if handed and is_away else None)
    body = catalogue.body(told.body) if told else None
    return f"{body.title if body else 'podmiot'}: {term(told)}" if told else ""


def term(handover: Handover) -> str:
    """What is known of an answer: ``odpowiedź do 3 grudnia``, ``odpowiedź po 12 dniach``."""
    if handover.days is not None:
        took = "1 dniu" if handover.days == 1 else f"{handover.days} dniach"
        return f"odpowiedź po {took}" if handover.days else "odpowiedź tego samego dnia"
    if handover.settled:
        return "sprawa zakończona bez odpowiedzi na piśmie"
    if handover.late:
        return f"odpowiedź po terminie od {days(handover.late)}"
    return f"odpowiedź do {day_and_month(handover.due)} {handover.due.year} r."
