"""What requests owe to each other and to the reports of their debates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from plugins.newsroom.holdings import Holdings
from plugins.newsroom.kinds.report import Report, Requests
from plugins.newsroom.kinds.request import Request
from plugins.problems import Problem

_NUMBER = re.compile(r"w-[0-9]{4}-[0-9]{3,4}")


def numbered(holdings: Holdings) -> Iterator[Problem]:
    """The file's name is the number under which residents know a request."""
    for request in holdings.of(Request):
        if not _NUMBER.fullmatch(request.id):
            message = f"„{request.id}” nie jest numerem wniosku – nazwij plik np. w-2026-001.md"
            yield Problem(request.path, 0, "", message)


def repeated_first(holdings: Holdings) -> Iterator[Problem]:
    """A repeated request points at the first one, not at another repetition."""
    for request in holdings.of(Request):
        other = holdings.by_target.get(f"wnioski/{request.repeats}")
        if isinstance(other, Request) and other.repeats and other is not request:
            message = f"„{other.id}” sam powtarza wniosek – wpisz pierwszy, np. {other.repeats}"
            yield Problem(request.path, 0, "powtarza", message)


def raised_or_none(holdings: Holdings) -> Iterator[Problem]:
    """A report that says there were no requests, and a request that says there were."""
    raised = {request.debate: request for request in holdings.of(Request) if request.debate}
    for report in holdings.of(Report):
        other = raised.get(report.debate)
        if report.requests is Requests.NONE and other:
            message = f"na tej debacie zgłoszono {other.number} – wpisz „spisane”"
            yield Problem(report.path, 0, "wnioski", message)


def unrecorded(holdings: Holdings) -> Iterator[Problem]:
    """A report of the unit that promises requests, none of which is there."""
    raised = Counter(request.debate for request in holdings.of(Request))
    for report in holdings.of(Report):
        promised = report.requests is Requests.RECORDED and holdings.is_own(report)
        if promised and not raised[report.debate] and holdings.visibility(report).has_page:
            message = "żaden wniosek nie wskazuje tej debaty – dodaj pliki albo wpisz „brak”"
            yield Problem(report.path, 0, "wnioski", message)
