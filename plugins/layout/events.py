"""Debates as events, in the words of schema.org."""

from __future__ import annotations

from datetime import datetime

from plugins.layout import agents
from plugins.layout.agents import whole
from plugins.layout.jsonld import Thing, one_or_all, thing
from plugins.newsroom import addresses, dates
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.debate import Debate, Form, State
from plugins.newsroom.spelling import fold

_SCHEMA = "https://schema.org/"


def is_event(debate: Debate) -> bool:
    """Whether a debate's day is known for certain.

    schema.org has no word for a provisional date: readers take an Event without a status for a
    fixed one.
    """
    return debate.when.day is not None and not debate.provisional


def event_id(catalogue: Catalogue, debate: Debate) -> str:
    """What other things call the event."""
    return whole(catalogue, f"{addresses.of(debate)}#debata")


def event(catalogue: Catalogue, debate: Debate) -> Thing:
    """A debate; with an hour its dates have their offset, without one they are days."""
    status, former = _status(debate)
    return thing(
        "Event",
        event_id(catalogue, debate),
        name=debate.title,
        description=debate.lead,
        url=whole(catalogue, addresses.of(debate)),
        image=agents.image(catalogue, debate),
        inLanguage=debate.language.value,
        startDate=debate.when.iso,
        endDate=_iso(debate.end),
        eventStatus=f"{_SCHEMA}{status}",
        previousStartDate=one_or_all(former),
        eventAttendanceMode=f"{_SCHEMA}{_MODES[debate.form]}",
        location=one_or_all(_locations(catalogue, debate)),
        organizer=one_or_all(_organizers(catalogue, debate)),
        isAccessibleForFree=_is_free(debate),
        superEvent=series(catalogue, debate.cycle),
        sameAs=debate.origin.link if debate.origin else "",
    )


_MODES = {
    Form.ON_SITE: "OfflineEventAttendanceMode",
    Form.ONLINE: "OnlineEventAttendanceMode",
    Form.HYBRID: "MixedEventAttendanceMode",
}


def _status(debate: Debate) -> tuple[str, list[str]]:
    """The status and the former dates, oldest first, by the ledger of changes.

    What is off keeps its old date in ``startDate``; of a postponed debate it is also the last of
    the former ones, since no new one is known.
    """
    moved = [moment.iso for moment in map(dates.moment, debate.moves) if moment.day]
    if debate.state is State.CANCELLED:
        return "EventCancelled", moved
    if debate.state is State.POSTPONED:
        return "EventPostponed", [*moved, debate.when.iso]
    return ("EventRescheduled" if moved else "EventScheduled"), moved


def _iso(moment: datetime | None) -> str:
    return moment.isoformat(timespec="minutes") if moment else ""


def _locations(catalogue: Catalogue, debate: Debate) -> list[Thing]:
    """A hall, a stream, or both; a stream whose address is not said is told at the debate's."""
    there = catalogue.place(debate) if debate.form is not Form.ONLINE else None
    found = [agents.place(catalogue, there)] if there else []
    if debate.form is not Form.ON_SITE:
        page = whole(catalogue, addresses.of(debate))
        found.append(thing("VirtualLocation", url=debate.stream or page))
    return found


def _organizers(catalogue: Catalogue, debate: Debate) -> list[Thing]:
    """Who invites; where nobody is named, the publisher."""
    named = agents.parties(catalogue, debate.organisers)
    publisher = agents.publisher(catalogue, debate)
    return named or ([publisher] if publisher else [])


def _is_free(debate: Debate) -> bool | None:
    """Whether entry is free; None: the officer's words do not say so."""
    entry = fold(debate.entry)
    return True if entry.startswith(("wolny", "wstepwolny")) or "bezplatn" in entry else None


def series(catalogue: Catalogue, name: str) -> Thing | None:
    """A cycle by its id, if it is public."""
    cycle = catalogue.record(f"cykle/{name}") if name else None
    return agents.named(catalogue, "EventSeries", cycle)
