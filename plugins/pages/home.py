"""The home page: the next debate, what is coming, what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plugins.layout import cards, making, structured
from plugins.layout.frame import CALENDAR, head
from plugins.layout.values import Card, Frame, Head, Link
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.request import Request, Status
from plugins.newsroom.phases import Phase
from plugins.newsroom.spelling import plural
from plugins.outputs import Later, Output
from plugins.pages.views import HomePage, NotFoundPage


def plan(catalogue: Catalogue, frame: Frame) -> Iterator[Output]:
    """Home and the page that stands where nothing is."""
    yield Output("index.html", making.page, Later(_home, catalogue, frame), "home.html")
    missing = head("Nie ma takiej strony", "/404.html", is_indexed=False)
    yield Output("404.html", making.page, Later(NotFoundPage, frame, missing), "not-found.html")


def _home(catalogue: Catalogue, frame: Frame) -> HomePage:
    ahead = upcoming(catalogue)
    nearest = next((d for d in ahead if d.when.day and not d.provisional), None)
    rest = [debate for debate in ahead if debate is not nearest]
    place = catalogue.place(nearest) if nearest else None
    day = nearest.when.day if nearest else None
    return HomePage(
        frame=frame,
        head=_head(catalogue, frame),
        today=catalogue.today,
        nearest=cards.card(catalogue, nearest) if nearest else None,
        nearest_place=place.name if place else "",
        calendar=addresses.event_file(nearest) if nearest else "",
        days_left=(day - catalogue.today).days if day else 0,
        upcoming=_cards(catalogue, rest[:4]),
        awaiting=_cards(catalogue, awaiting(catalogue)[:3]),
        reported=_cards(catalogue, list(reversed(catalogue.reports))[:4]),
        news=_cards(catalogue, _current_news(catalogue)[:5]),
        figures=figures(catalogue),
        balance=_BALANCE if catalogue.has(Request) else None,
        doors=tuple(_doors(frame)),
    )


_BALANCE = Link("Rozliczenie wniosków", addresses.BALANCE)


def _head(catalogue: Catalogue, frame: Frame) -> Head:
    return head(
        frame.unit.name.nominative,
        addresses.HOME,
        description=_about(frame),
        json_ld=structured.site(catalogue),
        feeds=(CALENDAR,),
    )


def _about(frame: Frame) -> str:
    name = frame.unit.name.genitive or frame.unit.short
    return f"Debaty społeczne, programy i komunikaty {name}: terminy, sprawozdania, kalendarz."


def _cards(catalogue: Catalogue, records: Sequence[Record]) -> tuple[Card, ...]:
    return tuple(cards.card(catalogue, record) for record in records)


def upcoming(catalogue: Catalogue) -> list[Debate]:
    """Debates that residents can still come to, the nearest first."""
    return [debate for debate in catalogue.debates if catalogue.phase(debate).is_ahead]


def awaiting(catalogue: Catalogue) -> list[Debate]:
    """Debates of the unit that were held and have no report yet, the latest first."""
    due = (debate for debate in reversed(catalogue.debates) if catalogue.due(debate))
    return [debate for debate in due if catalogue.phase(debate) is not Phase.TODAY]


def _current_news(catalogue: Catalogue) -> list[Record]:
    return [news for news in reversed(catalogue.news) if not catalogue.archived(news)]


def figures(catalogue: Catalogue) -> tuple[tuple[int, str], ...]:
    """The unit's own record in numbers; other publishers' debates do not count."""
    own = [report for report in catalogue.reports if catalogue.is_own(report)]
    attendance = sum(report.attendance or 0 for report in own)
    evaluated = [d for d in catalogue.debates if _is_evaluated(catalogue, d)]
    raised = [request for request in catalogue.requests if catalogue.counts(request)]
    done = [request for request in raised if catalogue.status(request) in _SETTLED]
    counted = (
        (len(own), REPORTED),
        (attendance, PEOPLE),
        (len(evaluated), ("debata po ewaluacji", "debaty po ewaluacji", "debat po ewaluacji")),
        (len(awaiting(catalogue)), _AWAITING),
        (len(raised), _RAISED),
        (len(done), _DONE),
    )
    return tuple((number, plural(number, *words)) for number, words in counted)


REPORTED = ("debata ze sprawozdaniem", "debaty ze sprawozdaniem", "debat ze sprawozdaniem")
PEOPLE = (
    "uczestnik, licząc każdą debatę osobno",
    "uczestnicy, licząc każdą debatę osobno",
    "uczestników, licząc każdą debatę osobno",
)
_AWAITING = (
    "debata czeka na sprawozdanie",
    "debaty czekają na sprawozdanie",
    "debat czeka na sprawozdanie",
)


_RAISED = ("wniosek mieszkańców", "wnioski mieszkańców", "wniosków mieszkańców")
_DONE = (
    "wniosek zrealizowany, choćby w części",
    "wnioski zrealizowane, choćby w części",
    "wniosków zrealizowanych, choćby w części",
)
_SETTLED = (Status.DONE, Status.PARTLY_DONE)


def _is_evaluated(catalogue: Catalogue, debate: Debate) -> bool:
    return catalogue.is_own(debate) and catalogue.phase(debate) is Phase.EVALUATED


_DOORS = (
    (
        Link("Znajdź dzielnicowego", addresses.DISTRICTS),
        "Sprawdź, kto dba o Twój rejon i jak się z nim skontaktować.",
    ),
    (
        Link("Wnioski mieszkańców", addresses.REQUESTS),
        "Zobacz, o co prosiliście i co z tego wynikło.",
    ),
    (
        Link("Krajowa Mapa Zagrożeń", "/krajowa-mapa-zagrozen-bezpieczenstwa/"),
        "Zaznacz miejsce, które Cię niepokoi.",
    ),
    (Link("Moja Komenda", "/moja-komenda/"), "Miej dzielnicowego i komisariat w telefonie."),
    (Link("Dzielnicowy bliżej nas", "/dzielnicowy-blizej-nas/"), "Zobacz, w czym może pomóc."),
    (
        Link("Subskrypcje", addresses.SUBSCRIPTIONS),
        "Dostawaj terminy i nowości bez zaglądania na stronę.",
    ),
)


def _doors(frame: Frame) -> Iterator[tuple[Link, str]]:
    """Services whose page this site has."""
    columns = (frame.menu, *frame.footer)
    there = {link.href for column in columns for link in column}
    return ((link, sentence) for link, sentence in _DOORS if link.href in there)
