"""What a record tells besides its title and body: the facts that its page shows, as plain text.

Each kind names its fields one by one, so that what no page shows (reasons of lifted warnings,
entries of the days to come, names of records that are not public) is in no index either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import singledispatch

from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.categories import CATEGORIES
from plugins.newsroom.kinds.body import Body
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.district import District, Plan, Street
from plugins.newsroom.kinds.page import Page
from plugins.newsroom.kinds.programme import Programme
from plugins.newsroom.kinds.report import Question, Report
from plugins.newsroom.kinds.request import Request
from plugins.newsroom.kinds.venue import Place, Venue
from plugins.newsroom.people import Party, Person


def told(catalogue: Catalogue, record: Record) -> tuple[str, ...]:
    """Every text of a record's page but its title and body; none is empty."""
    topics = (", ".join(record.topics), ", ".join(CATEGORIES[one] for one in record.categories))
    pictures = (image.alt for image in (record.picture, *record.gallery) if image)
    files = (one.about for one in record.attachments)
    parts = (record.summary, *own(record, catalogue), *topics, *pictures, *files)
    return tuple(part for part in parts if part)


def names(record: Record) -> tuple[str, ...]:
    """What a page may be asked for by, besides its title: a number, an officer, a short name."""
    if isinstance(record, District) and record.officer:
        return (f"dzielnicowy {_person(record.officer.person)}",)
    if isinstance(record, Body) and record.short:
        return (record.short,)
    return (record.number,) if isinstance(record, Request) else ()


@singledispatch
def own(record: Record, catalogue: Catalogue) -> Iterable[str]:
    """The texts that only this kind has."""
    del record, catalogue
    return ()


@own.register
def _(record: Debate, catalogue: Catalogue) -> Iterator[str]:
    yield from _place(catalogue.place(record))
    yield record.audience
    yield from map(_person, record.leaders)
    yield from _parties(catalogue, (*record.organisers, *record.guests))
    for point in record.agenda:
        yield from (point.title, _person(point.who))
    if report := catalogue.report(record):
        yield from (report.title, *told(catalogue, report))


@own.register
def _(record: Report, catalogue: Catalogue) -> Iterator[str]:
    yield from _parties(catalogue, record.present)
    for question in record.questions:
        yield from _question(question)


def _question(question: Question) -> Iterator[str]:
    yield from (question.question, question.answer, _person(question.who))


@own.register
def _(record: Request, catalogue: Catalogue) -> Iterator[str]:
    yield record.spot
    for update in catalogue.history(record):
        body = catalogue.body(update.body)
        yield from (update.about, body.title if body else "")


@own.register
def _(record: Programme, catalogue: Catalogue) -> Iterator[str]:
    yield from record.aims
    for activity in record.activities:
        yield from (activity.name, activity.about)
    for partner in record.partners:
        yield from (*_parties(catalogue, (partner.party,)), partner.part)
    yield from _parties(catalogue, record.authors)


@own.register
def _(record: District, catalogue: Catalogue) -> Iterator[str]:
    yield from (record.phone, record.hours)
    for place in record.localities:
        yield place.name
    yield from (f"{_street(street)} {street.houses.text}" for street in _streets(record))
    for plan in record.plans:
        yield from _plan(plan, catalogue)


def streets(record: Record) -> tuple[str, ...]:
    """The streets of a district, as one may write them; none for other kinds."""
    return tuple(map(_street, _streets(record))) if isinstance(record, District) else ()


def _streets(district: District) -> list[Street]:
    return [*district.streets, *(one for place in district.localities for one in place.streets)]


def _street(street: Street) -> str:
    """„ul.” before a bare name; „al. Jana Pawła II” and „Rynek” need none."""
    is_whole = re.match(r"(?:al|pl|os|ul)\. |Rynek$|Zaułek |Plac |Osiedle ", street.name)
    return street.name if is_whole else f"ul. {street.name}"


def _plan(plan: Plan, catalogue: Catalogue) -> Iterator[str]:
    yield from (plan.problem, plan.aim, *plan.actions, plan.result)
    yield from _parties(catalogue, plan.partners)


@own.register
def _(record: Body, catalogue: Catalogue) -> Iterator[str]:
    del catalogue
    yield from (record.sort, record.address.line if record.address else "")
    yield from (record.phone, record.email)


@own.register
def _(record: Venue, catalogue: Catalogue) -> Iterator[str]:
    del catalogue
    yield from _place(record.place)


@own.register
def _(record: Page, catalogue: Catalogue) -> Iterator[str]:
    del catalogue
    yield from (*record.failings, *record.exempt, *record.building, *record.communication)


def _place(place: Place | None) -> Iterator[str]:
    if place:
        yield from (place.name, place.address.line if place.address else "", place.room, place.way)


def _person(person: Person | None) -> str:
    return " ".join((person.rank, person.name, person.role)).strip() if person else ""


def _parties(catalogue: Catalogue, parties: Iterable[Party]) -> Iterator[str]:
    """Bodies by their titles; one that is not public is left out, as on the page."""
    for party in parties:
        body = catalogue.party(party)
        if body:
            yield body.title
        elif not catalogue.is_withheld(party):
            yield _person(party.person)
