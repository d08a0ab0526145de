"""The register of requests: front page, years, statuses, and a page for each request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.layout import cards, making, requests
from plugins.layout.frame import head
from plugins.layout.surroundings import download, prose, surroundings
from plugins.layout.tables import RequestTable
from plugins.layout.values import (
    Badge,
    Facet,
    Frame,
    Link,
)
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.handovers import Handover
from plugins.newsroom.kinds.request import Request, Status, Update
from plugins.newsroom.relations import grouped
from plugins.outputs import Later, Output
from plugins.pages import facets, heading
from plugins.pages.outcomes import HistoryEntry, RegisterPage, RequestPage

CRUMB = Link("Wnioski", addresses.REQUESTS)

NEWEST = 100
"""How many settled requests a page shows; the years hold the rest."""


def plan(catalogue: Catalogue, frame: Frame) -> Iterator[Output]:
    """The register and every request; nothing where no request was ever raised."""
    for request in heading.paged(catalogue, Request):
        path = addresses.file(addresses.of(request))
        later = Later(_request, catalogue, frame, request, texts=(request.body.digest,))
        yield Output(path, making.page, later, "request.html", request.path)
    if catalogue.has(Request):
        yield _output(addresses.REQUESTS, _front, catalogue, frame)
    by_year = grouped(catalogue.requests, _year_of)
    for year, members in by_year.items():
        address = addresses.year(addresses.REQUESTS, year)
        yield _output(address, _year, catalogue, frame, year, members)
    for status, members in _by_status(catalogue).items():
        yield _output(addresses.status(status.value), _status, catalogue, frame, status, members)


def _output(address: str, view: object, *args: object) -> Output:
    later = Later(view, *args)  # type: ignore[arg-type]  # functions of this module
    return Output(addresses.file(address), making.page, later, "register.html")


def _year_of(request: Request) -> tuple[int, ...]:
    """The year in which it was raised; publishing it later does not move it."""
    return (request.history[0].day.year,)


def _by_status(catalogue: Catalogue) -> dict[Status, tuple[Request, ...]]:
    """Every status has its page, so that no address comes and goes."""
    if not catalogue.has(Request):
        return {}
    found = grouped(catalogue.requests, lambda request: (catalogue.status(request),))
    return {status: found.get(status, ()) for status in Status}


def _counts(catalogue: Catalogue, members: Iterable[Request]) -> tuple[tuple[Badge, str, int], ...]:
    own = (request for request in members if catalogue.is_own(request))
    found = grouped(own, lambda request: (catalogue.status(request),))
    return tuple(
        (cards.STATUSES[status], addresses.status(status.value), len(found[status]))
        for status in Status
        if status in found
    )


_LEAD = (
    "Wniosek to prośba mieszkańców zgłoszona na debacie, u dzielnicowego albo listem. Każdy ma "
    "tu numer i historię: od zgłoszenia do odpowiedzi. Nie podajemy, kto go zgłosił."
)


def _front(catalogue: Catalogue, frame: Frame) -> RegisterPage:
    newest = tuple(reversed(catalogue.requests))
    waiting = tuple(requests.urgent_first(catalogue, _open(catalogue)))
    settled = tuple(request for request in newest if not catalogue.status(request).is_open)
    return RegisterPage(
        frame=frame,
        head=head("Wnioski mieszkańców", addresses.REQUESTS, description=_LEAD),
        title="Wnioski mieszkańców",
        lead=_LEAD,
        counts=_counts(catalogue, newest),
        tables=tuple(
            table
            for table in (
                _table(catalogue, "W toku", "w-toku", waiting),
                *(
                    _table(catalogue, title, name, _only(settled, catalogue, kinds))
                    for title, name, kinds in _ENDS
                ),
            )
            if table.rows
        ),
        years=_years(catalogue),
        years_title="Wnioski według lat",
        facets=facets.worthwhile((Facet("Rok", _years(catalogue)), *facets.requests(catalogue))),
    )


def _open(catalogue: Catalogue) -> Iterator[Request]:
    return (one for one in catalogue.requests if catalogue.status(one).is_open)


_ENDS = (
    ("Zrealizowane", "zrealizowane", (Status.DONE, Status.PARTLY_DONE)),
    ("Niezrealizowane", "niezrealizowane", (Status.REFUSED,)),
    ("Powtórzone", "powtorzone", (Status.REPEATED,)),
)


def _only(
    members: tuple[Request, ...], catalogue: Catalogue, statuses: tuple[Status, ...]
) -> tuple[Request, ...]:
    return tuple(one for one in members if catalogue.status(one) in statuses)


def _table(
    catalogue: Catalogue, title: str, name: str, members: tuple[Request, ...]
) -> RequestTable:
    """The newest of some requests; the years, named below the tables, hold the rest."""
    more = Link("Starsze według lat", "#lata")
    return requests.table(catalogue, title, members, name, limit=NEWEST, more=more)


def _years(catalogue: Catalogue, but: int = 0) -> tuple[Link, ...]:
    years = sorted({year for r in catalogue.requests for year in _year_of(r)}, reverse=True)
    return tuple(
        Link(str(year), addresses.year(addresses.REQUESTS, year)) for year in years if year != but
    )


def _year(
    catalogue: Catalogue,
    frame: Frame,
    year: int,
    members: tuple[Request, ...],
) -> RegisterPage:
    title = f"Wnioski zgłoszone w {year} roku"
    newest = tuple(reversed(members))
    return RegisterPage(
        frame=frame,
        head=head(title, addresses.year(addresses.REQUESTS, year), CRUMB),
        title=title,
        lead="",
        counts=_counts(catalogue, newest),
        tables=(requests.table(catalogue, "", newest),),
        years=_years(catalogue, year),
        years_title="Inne lata",
    )


_MEANING = {
    Status.RAISED: "Zapisane w rejestrze. Jeszcze nie zaczęliśmy ich sprawdzać.",
    Status.VERIFIED: "Sprawdzamy na miejscu, jak jest i kto może pomóc.",
    Status.UNDER_WAY: "Już działamy, ale to jeszcze nie koniec.",
    Status.HANDED_OVER: "Przekazane podmiotowi, który może je załatwić. Czekamy na odpowiedź.",
    Status.DONE: "Zrobione to, o co proszono.",
    Status.PARTLY_DONE: "Zrobiona część tego, o co proszono. Czego zabrakło, mówi strona wniosku.",
    Status.REFUSED: "Nie zrobiono tego, o co proszono. Powód jest na stronie wniosku.",
    Status.REPEATED: "Zgłoszone już wcześniej. Odsyłają do pierwszego wniosku.",
}


def _status(
    catalogue: Catalogue, frame: Frame, status: Status, members: tuple[Request, ...]
) -> RegisterPage:
    title = f"Wnioski: {status.value}"
    newest = tuple(reversed(members))
    more = Link("Starsze według lat", "#lata")
    empty = "Żaden wniosek nie ma teraz tego stanu."
    table = requests.table(catalogue, "", newest, limit=NEWEST, more=more, empty=empty)
    return RegisterPage(
        frame=frame,
        head=head(title, addresses.status(status.value), CRUMB, description=_MEANING[status]),
        title=title,
        lead=_MEANING[status],
        counts=_counts(catalogue, catalogue.requests),
        tables=(table,),
        years=_years(catalogue),
        years_title="Wnioski według lat",
    )


# -- one request -------------------------------------------------------------------------


def _request(catalogue: Catalogue, frame: Frame, request: Request) -> RequestPage:
    waiting = catalogue.awaited(request)
    debate = catalogue.record(f"debaty/{request.debate}") if request.debate else None
    return RequestPage(
        frame=heading.quieted(catalogue, frame, request),
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
        words=requests.term(handover) if handover else "",
        is_late=bool(handover and handover.late),
    )
