"""A page for each request: where it stands, its dated history, what it is tied to."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.layout import cards, making, quiet, requests
from plugins.layout.surroundings import download, prose, surroundings
from plugins.layout.values import Frame, Link
from plugins.newsroom import addresses, handovers
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.handovers import Handover
from plugins.newsroom.kinds.request import Request, Update
from plugins.outputs import Later, Output
from plugins.pages import heading
from plugins.pages.outcomes import HistoryEntry, RequestPage
from plugins.pages.shelves import CRUMB


def plan(catalogue: Catalogue, frame: Frame) -> Iterator[Output]:
    """Every request, in a list or not."""
    for request in heading.paged(catalogue, Request):
        path = addresses.file(addresses.of(request))
        later = Later(_request, catalogue, frame, request, texts=(request.body.digest,))
        yield Output(path, making.page, later, "request.html", request.path)


def _request(catalogue: Catalogue, frame: Frame, request: Request) -> RequestPage:
    waiting = catalogue.awaited(request)
    debate = catalogue.record(f"debaty/{request.debate}") if request.debate else None
    return RequestPage(
        frame=quiet.of_record(catalogue, frame, request),
        head=heading.record_head(catalogue, request, CRUMB),
        number=request.number,
        title=request.title,
        summary=request.summary,
        spot=request.spot,
        status=cards.STATUSES[catalogue.status(request)],
        awaited=requests.note(catalogue, request, counted=True) if waiting else "",
        is_late=bool(waiting and waiting.late),
        history=tuple(_history(catalogue, request)),
        raised=cards.card(catalogue, debate, lead=False) if debate else None,
        repeats=_numbered(catalogue, request.repeats),
        repeated=tuple(map(_link, catalogue.repeats_of.get(request.id, ()))),
        plans=tuple(
            Link(district.title, addresses.of(district))
            for district in catalogue.plans_by_request.get(request.id, ())
        ),
        questions=tuple(
            Link(asked.question, addresses.question(report.debate, number))
            for report, number, asked in catalogue.questions_by_request.get(request.id, ())
        ),
        prose=prose(catalogue, request),
        around=surroundings(catalogue, request),
    )


def _link(request: Request) -> Link:
    return Link(f"{request.number}: {request.title}", addresses.of(request))


def _numbered(catalogue: Catalogue, name: str) -> Link | None:
    record = catalogue.record(f"wnioski/{name}") if name else None
    return _link(record) if isinstance(record, Request) else None


def _history(catalogue: Catalogue, request: Request) -> Iterator[HistoryEntry]:
    """Its entries; each hand-over with what came of it."""
    handed = {one.place: one for one in catalogue.handovers(request)}
    for place, update in enumerate(catalogue.history(request)):
        yield _entry(catalogue, request, update, handed.get(place))


def _entry(
    catalogue: Catalogue, request: Request, update: Update, handover: Handover | None
) -> HistoryEntry:
    body = catalogue.body(update.body) if update.body else None
    debate = catalogue.record(f"debaty/{update.debate}") if update.debate else None
    return HistoryEntry(
        day=update.day,
        status=cards.STATUSES[update.status],
        about=update.about,
        body=cards.link(body),
        debate=cards.link(debate),
        letter=download(catalogue, request, update.file, "Pismo") if update.file else None,
        case=update.case,
        is_answer=update.answers,
        words=requests.term(handover) if handover else _reminding(update),
        is_late=bool(handover and handover.late),
    )


def _reminding(update: Update) -> str:
    """Of an entry that hands a request to a body which has not answered yet: no new hand-over."""
    return "przypomnienie – termin się nie zmienia" if handovers.is_handover(update) else ""
