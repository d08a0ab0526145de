"""The accessibility statement keeps the law's days, and can be answered to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plugins.newsroom.dates import WARSAW
from plugins.newsroom.holdings import Holdings
from plugins.newsroom.kinds.page import REVIEWED_BY, Page
from plugins.problems import Problem


def ahead_of_its_day(holdings: Holdings) -> Iterator[Problem]:
    """Nothing that the statement says was done can be still to come.

    A build for an earlier day (``BUILD_DATE``) takes the record's own date of change for now.
    """
    for page in _statements(holdings):
        written = page.updated.first if page.updated else None
        now = max(filter(None, (_today(holdings), written)))
        for key, day in _days(page):
            if day and day > now:
                message = f"{day} dopiero nastąpi – wpisz dzień, w którym to się stało"
                yield Problem(page.path, 0, key, message)


def out_of_reach(holdings: Holdings) -> Iterator[Problem]:
    """A statement must name an address and a telephone: the coordinator's or the unit's."""
    unit, own = holdings.unit, holdings.unit.coordinator
    called = unit.phones or (own and own.phone)
    written = unit.email or (own and own.email)
    for page in _statements(holdings):
        if not (called and written):
            message = (
                "deklaracja nie ma telefonu albo e-maila do zgłaszania problemów – dopisz je "
                "w jednostka.yml, w kluczu „koordynator dostępności”"
            )
            yield Problem(page.path, 0, "stan zgodności", message)


def unreviewed(holdings: Holdings) -> Iterator[Problem]:
    """The latest deadline has passed without a review in its year."""
    due = latest_deadline(_today(holdings))
    for page in _statements(holdings):
        seen = page.reviewed or page.prepared
        if seen and seen.year < due.year:
            message = (
                f"deklarację przejrzano ostatnio {seen}, a termin minął {due} – "
                "sprawdź ją i wpisz nową datę"
            )
            yield Problem(page.path, 0, "data przeglądu", message)


def latest_deadline(today: date) -> date:
    """The last 31 March that is over.

    >>> latest_deadline(date(2026, 3, 31)), latest_deadline(date(2026, 4, 1))
    (datetime.date(2025, 3, 31), datetime.date(2026, 3, 31))
    """
    due = date(today.year, *REVIEWED_BY)
    return due if due < today else due.replace(year=today.year - 1)


def _statements(holdings: Holdings) -> Iterator[Page]:
    """Statements that anyone can read."""
    for page in holdings.of(Page):
        if page.conformance and holdings.visibility(page).has_page:
            yield page


def _days(page: Page) -> Iterator[tuple[str, date | None]]:
    yield "data sporządzenia", page.prepared
    yield "data przeglądu", page.reviewed
    yield "data aktualizacji strony", page.site_updated


def _today(holdings: Holdings) -> date:
    return holdings.now.astimezone(WARSAW).date()
