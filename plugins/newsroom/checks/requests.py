"""What requests owe to each other and to the reports of their debates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from plugins.newsroom.dates import WARSAW
from plugins.newsroom.holdings import Holdings, Visibility
from plugins.newsroom.kinds.debate import Debate, State
from plugins.newsroom.kinds.report import Report, Requests
from plugins.newsroom.kinds.request import Request, Status
from plugins.problems import Problem

_NUMBER = re.compile(r"w-[0-9]{4}-[0-9]{3,4}")


def numbered(holdings: Holdings) -> Iterator[Problem]:
    """The file's name is the number under which residents know a request."""
    for request in holdings.of(Request):
        if not _NUMBER.fullmatch(request.id):
            message = f"„{request.id}” nie jest numerem wniosku – nazwij plik {_advice(request.id)}"
            yield Problem(request.path, 0, "", message)


def _advice(written: str) -> str:
    short = re.fullmatch(r"w-?([0-9]{4})-?([0-9]{1,2})", written)
    return f"w-{short[1]}-{int(short[2]):03}.md" if short else "np. w-2026-001.md"


def handed_to_itself(holdings: Holdings) -> Iterator[Problem]:
    """The unit does not wait for its own answer; a department has an id of its own."""
    own = holdings.unit.body
    for request in holdings.of(Request):
        for number, update in enumerate(request.history, 1):
            if own and update.body == own and update.status is Status.HANDED_OVER:
                message = "to nasza jednostka – wpisz „w realizacji” albo nasz wydział"
                yield Problem(request.path, 0, f"historia[{number}].podmiot", message)


def raised_before(holdings: Holdings) -> Iterator[Problem]:
    """A request whose history begins before the debate at which it was raised."""
    for request in holdings.of(Request):
        debate = holdings.by_target.get(f"debaty/{request.debate}") if request.debate else None
        day = debate.when.day if isinstance(debate, Debate) else None
        if day and request.history and request.history[0].day < day:
            message = f"debata była dopiero {day} – popraw datę albo debatę"
            yield Problem(request.path, 0, "historia[1].data", message)


def raised_at_none(holdings: Holdings) -> Iterator[Problem]:
    """A request raised at a debate that was cancelled."""
    for request in holdings.of(Request):
        debate = holdings.by_target.get(f"debaty/{request.debate}") if request.debate else None
        if isinstance(debate, Debate) and debate.state is State.CANCELLED:
            message = "ta debata jest odwołana – wpisz inną albo usuń ten klucz"
            yield Problem(request.path, 0, "debata", message)


def dated_ahead(holdings: Holdings) -> Iterator[Problem]:
    """An entry of a day to come, on a page that is there already and does not tell it yet.

    Of a request that has not appeared at all, the closing line of a build says so.
    """
    today = holdings.now.astimezone(WARSAW).date()
    for request in holdings.of(Request):
        for number, update in enumerate(request.history, 1):
            if request.history[0].day <= today < update.day:
                message = f"{update.day} dopiero będzie – popraw datę; wpis ukaże się tego dnia"
                yield Problem(request.path, 0, f"historia[{number}].data", message)


def repeats_the_later(holdings: Holdings) -> Iterator[Problem]:
    """A request that refers to one that was raised after it."""
    for request in holdings.of(Request):
        other = _repeated(holdings, request)
        if other and other.history and request.history:
            first, again = other.history[0].day, request.history[0].day
            if first > again:
                message = f"„{other.id}” zgłoszono później, {first} – wpisz go tam odwrotnie"
                yield Problem(request.path, 0, "powtarza", message)


def repeats_the_done(holdings: Holdings) -> Iterator[Problem]:
    """A request that only refers to one that counts as done: nobody would act on it."""
    for request in holdings.of(Request):
        other = _repeated(holdings, request)
        if not (other and other.history and request.history):
            continue
        both = (request.history[-1].status, other.history[-1].status)
        if both == (Status.REPEATED, Status.DONE):
            message = (
                f"„{other.id}” jest zrealizowany – dopisz tam nowy wpis albo nadaj tu inny stan"
            )
            yield Problem(request.path, 0, "powtarza", message)


def repeated_first(holdings: Holdings) -> Iterator[Problem]:
    """A repeated request points at the first one, not at another repetition."""
    for request in holdings.of(Request):
        other = _repeated(holdings, request)
        if other and other.repeats and other is not request:
            first = _first(holdings, other)
            advice = f"wpisz „{first}”" if first else "usuń ten klucz z pierwszego wniosku"
            message = f"„{other.id}” sam powtarza wniosek – {advice}"
            yield Problem(request.path, 0, "powtarza", message)


def _repeated(holdings: Holdings, request: Request) -> Request | None:
    other = holdings.by_target.get(f"wnioski/{request.repeats}") if request.repeats else None
    return other if isinstance(other, Request) else None


def _first(holdings: Holdings, request: Request) -> str:
    """The id at the end of a chain of repetitions; empty: they go round in a circle."""
    met: set[str] = set()
    while request.id not in met:
        met.add(request.id)
        other = _repeated(holdings, request)
        if other is None:
            return request.repeats or request.id
        request = other
    return ""


def _standing(holdings: Holdings) -> Iterator[Request]:
    """Requests that were not withdrawn; a draft will stand one day."""
    found = holdings.of(Request)
    return (one for one in found if holdings.visibility(one) is not Visibility.WITHDRAWN)


def raised_or_none(holdings: Holdings) -> Iterator[Problem]:
    """A report that says there were no requests, and a request that says there were."""
    raised = {request.debate: request for request in _standing(holdings) if request.debate}
    for report in holdings.of(Report):
        other = raised.get(report.debate)
        if report.requests is Requests.NONE and other:
            message = f"na tej debacie zgłoszono {other.number} – wpisz „spisane”"
            yield Problem(report.path, 0, "wnioski", message)


def unrecorded(holdings: Holdings) -> Iterator[Problem]:
    """A report of the unit that promises requests, none of which is there."""
    raised = Counter(request.debate for request in _standing(holdings))
    for report in holdings.of(Report):
        promised = report.requests is Requests.RECORDED and holdings.is_own(report)
        shown = holdings.visibility(report) in (Visibility.LISTED, Visibility.HIDDEN)
        if promised and shown and not raised[report.debate]:
            message = "żaden wniosek nie wskazuje tej debaty – dodaj pliki albo wpisz „brak”"
            yield Problem(report.path, 0, "wnioski", message)
