"""Pages of programmes: the act, the aims, what is done and said of it, all editions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.layout import cards, making, quiet
from plugins.layout.surroundings import member, members, prose, surroundings
from plugins.layout.values import Badge, Frame, Group, Head, Link, Member, Prose, Surroundings
from plugins.newsroom import addresses, editions
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds import FOLDER_OF, KINDS
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.period import Period
from plugins.newsroom.kinds.programme import Activity, Programme
from plugins.newsroom.phases import ProgrammeState
from plugins.outputs import Later, Output
from plugins.pages.heading import paged, record_head
from plugins.pages.records import groups


@dataclass(frozen=True, slots=True)
class EditionLine:
    """An edition of a programme; without an address it has no record here, and no state."""

    link: Link
    period: Period | None
    state: Badge | None
    is_this: bool


@dataclass(frozen=True, slots=True)
class ActivityPart:
    """An activity with the newest debates, requests and news about it; ``id``: its anchor.

    ``more``: how many there are besides.
    """

    activity: Activity
    id: str
    about: tuple[Link, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class ProgrammePage:
    """``/programy/<id>/``."""

    frame: Frame
    head: Head
    programme: Programme
    state: Badge
    partners: tuple[tuple[Member, str], ...]
    """(who, part)."""
    authors: tuple[Member, ...]
    is_halted: bool
    activities: tuple[ActivityPart, ...]
    editions: tuple[EditionLine, ...]
    """All editions, oldest first; empty: there is no other."""
    prose: Prose | None
    groups: tuple[Group, ...]
    around: Surroundings


def plan(catalogue: Catalogue, frame: Frame) -> Iterator[Output]:
    """A page for each programme that has one."""
    for programme in paged(catalogue, Programme):
        path = addresses.file(addresses.of(programme))
        later = Later(_view, catalogue, frame, programme, texts=(programme.body.digest,))
        yield Output(path, making.page, later, "programme.html", programme.path)


def _view(catalogue: Catalogue, frame: Frame, programme: Programme) -> ProgrammePage:
    return ProgrammePage(
        frame=quiet.of_record(catalogue, frame, programme),
        head=record_head(catalogue, programme, Link("Programy", addresses.PROGRAMMES)),
        programme=programme,
        state=cards.STATES[catalogue.programme_state(programme)],
        partners=tuple(
            (member(catalogue, p.party), p.part)
            for p in programme.partners
            if not catalogue.is_withheld(p.party)
        ),
        authors=members(catalogue, programme.authors),
        is_halted=catalogue.programme_state(programme) is ProgrammeState.HALTED,
        activities=tuple(_activities(catalogue, programme)),
        editions=tuple(_editions(catalogue, programme)),
        prose=prose(catalogue, programme),
        groups=groups(catalogue, catalogue.by_programme.get(programme.id, ())),
        around=surroundings(catalogue, programme),
    )


NEWEST = 5
"""How many records an activity names; all of the programme's stand below."""


def _activities(catalogue: Catalogue, programme: Programme) -> Iterator[ActivityPart]:
    for activity in programme.activities:
        anchor = addresses.activity(programme.id, activity.name).partition("#")[2]
        about = catalogue.by_activity.get((programme.id, addresses.slug(activity.name)), ())
        links = tuple(map(_link, about[::-1][:NEWEST]))
        yield ActivityPart(activity, anchor, links, max(0, len(about) - NEWEST))


def _link(record: Record) -> Link:
    """A record by its kind and title: ``Debata: Park po zmroku``."""
    kind = KINDS[FOLDER_OF[type(record)]].one.capitalize()
    lang = record.language.value
    words = record.title if lang != "pl" else f"{kind}: {record.title}"
    return Link(words, addresses.of(record), lang)


def _editions(catalogue: Catalogue, programme: Programme) -> Iterator[EditionLine]:
    """All editions, oldest first; nothing where there is no other."""
    found = editions.chain(catalogue, programme)
    for one in found if len(found) > 1 else ():
        state = catalogue.programme_state(one) if isinstance(one, Programme) else None
        yield EditionLine(
            Link(one.title, addresses.of(one) if isinstance(one, Programme) else ""),
            one.period,
            cards.STATES[state] if state else None,
            one is programme,
        )
