"""Dates and steps of one record that are possible, but hardly meant."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.copyedit.copy import Copy
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.request import Request
from plugins.problems import Problem

YEARS = 2
"""A debate this many years from its announcement is a slip in the year."""


def distant_year(copy: Copy) -> Iterator[Problem]:
    """A mistyped year adds hundreds of months to the calendar."""
    debate = copy.record
    if not isinstance(debate, Debate) or debate.published is None:
        return
    when, told = debate.when.first, debate.published.first
    if when and told and abs(when.year - told.year) >= YEARS:
        message = f"rok {when.year}, a ogłoszono ją w {told.year} – sprawdź oba lata"
        yield copy.problem("odległy rok", message, key="termin")


def reopened(copy: Copy) -> Iterator[Problem]:
    """A request that was settled is taken up again: residents want to know why."""
    request = copy.record
    if not isinstance(request, Request):
        return
    settled = False
    for number, update in enumerate(request.history, 1):
        if settled and update.status.is_open and not update.about:
            message = "wniosek był już zakończony – napisz w „opis”, dlaczego do niego wracacie"
            yield copy.problem("wznowiony bez opisu", message, key=f"historia[{number}].status")
        settled = not update.status.is_open
