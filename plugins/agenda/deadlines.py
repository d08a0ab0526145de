"""Days before and after a debate that someone has to keep, each an event of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from plugins.agenda import events
from plugins.agenda.events import Event, Status
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.typography import untied
from plugins.newsroom.workdays import SIGNING_NOTICE


def of(catalogue: Catalogue, debate: Debate) -> Iterator[Event]:
    """The deadlines of a debate, cancelled with it.

    A provisional one has none yet, and nobody was invited to one without announcement.
    """
    day = events.moment(debate).day
    if day and not debate.provisional and not debate.unannounced:
        yield _signing(catalogue, debate, day)
        if debate.asking and debate.asking.until:
            yield _asking(catalogue, debate, debate.asking.until)
        yield _report(catalogue, debate, day)


def _signing(catalogue: Catalogue, debate: Debate, day: date) -> Event:
    """The last day to ask for a sign-language interpreter: the officer's own, else the law's."""
    told = "Do tego dnia zgłoś, że potrzebujesz tłumacza PJM (polskiego języka migowego)."
    if catalogue.unit.email:
        told += f" Napisz na {catalogue.unit.email}."
    return _event(
        catalogue,
        debate,
        ("pjm", "Zgłoś potrzebę tłumacza PJM", told),
        debate.signing_until or day,
        notice=0 if debate.signing_until else SIGNING_NOTICE,
    )


def _asking(catalogue: Catalogue, debate: Debate, until: date) -> Event:
    told = "Do tego dnia można przysłać pytanie, na które odpowiemy na debacie. Jak to zrobić, "
    told += "jest na jej stronie."
    return _event(catalogue, debate, ("pytania", "Przyślij pytanie", told), until)


def _report(catalogue: Catalogue, debate: Debate, day: date) -> Event:
    told = "Do tego dnia ogłosimy sprawozdanie z debaty."
    if catalogue.report(debate):
        told = "Sprawozdanie z tej debaty jest już na jej stronie."
    until = day + timedelta(days=catalogue.unit.report_days)
    return _event(catalogue, debate, ("sprawozdanie", "Termin sprawozdania", told), until)


def _event(
    catalogue: Catalogue, debate: Debate, words: tuple[str, str, str], day: date, notice: int = 0
) -> Event:
    """An all-day event; ``words``: its kind (as in its UID), what to do, and that in full."""
    kind, title, told = words
    off = events.is_off(catalogue, debate)
    url = addresses.absolute(catalogue.unit, addresses.of(debate))
    about = "Ten termin jest nieaktualny: debata się nie odbędzie." if off else told
    return Event(
        uid=addresses.uid(catalogue.unit, debate, kind),
        title=untied(f"{'Nieaktualne: ' if off else ''}{title}: {debate.title}"),
        day=day,
        start=None,
        end=None,
        status=Status.CANCELLED if off else Status.CONFIRMED,
        sequence=events.sequence(catalogue, debate),
        stamp=events.stamp(catalogue, debate),
        location="",
        geo=None,
        url=url,
        description=f"{about}\n\n{url}",
        categories=(),
        notice=notice,
    )
