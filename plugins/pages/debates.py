"""A debate's page through all its phases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from plugins.layout import cards, making, posters, quiet, requests, structured
from plugins.layout.frame import head
from plugins.layout.surroundings import latest, members, prose, surroundings
from plugins.layout.tables import RequestTable
from plugins.layout.values import Card, Frame, Head, Link, Notice, Surroundings
from plugins.newsroom import addresses, dates, debts, phases
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.categories import CATEGORIES
from plugins.newsroom.dates import Moment, Precision
from plugins.newsroom.holdings import Visibility
from plugins.newsroom.kinds.debate import Debate, Role, State
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.kinds.request import Request
from plugins.newsroom.phases import Phase
from plugins.outputs import Later, Output
from plugins.pages import figures, heading, questions
from plugins.pages.views import DebatePage, ReportPart, Step

CRUMB = Link("Debaty", addresses.DEBATES)


def plan(catalogue: Catalogue, frame: Frame) -> Iterator[Output]:
    """A page for each debate that has one."""
    for debate in heading.paged(catalogue, Debate):
        path = addresses.file(addresses.of(debate))
        report = catalogue.report(debate)
        texts = (debate.body.digest, report.body.digest if report else "")
        later = Later(view, catalogue, frame, debate, texts=texts)
        yield Output(path, making.page, later, "debate.html", debate.path)


def view(catalogue: Catalogue, frame: Frame, debate: Debate) -> DebatePage:
    """All that the page of one debate shows."""
    report = catalogue.report(debate)
    phase = catalogue.phase(debate)
    day = debate.when.day
    place = catalogue.place(debate)
    raised, again = _requests(catalogue, debate)
    told = _report(catalogue, report) if report else None
    venue = catalogue.record(f"miejsca/{debate.place.venue}") if debate.place else None
    return DebatePage(
        frame=quiet.of_record(catalogue, frame, debate),
        head=_head(catalogue, debate, report),
        debate=debate,
        phase=cards.phase_badge(catalogue, debate),
        steps=steps(catalogue, debate),
        place=place,
        place_href=addresses.of(venue) if venue else "",
        organisers=members(catalogue, debate.organisers),
        guests=members(catalogue, debate.guests),
        prose=prose(catalogue, debate),
        report=told,
        due=catalogue.due(debate),
        days_left=(day - catalogue.today).days if day and phase.is_ahead else None,
        evaluates=_cards(catalogue, catalogue.evaluated(debate)),
        evaluated_by=_cards(catalogue, catalogue.evaluations(debate)),
        requests=_table(catalogue, "Wnioski z tej debaty", "wnioski", raised),
        accounted=_accounted(catalogue, debate),
        discussed=_table(catalogue, "Wnioski, do których wrócono", "wrocono", again),
        calendar=calendar_file(catalogue, debate),
        poster=posters.address(catalogue, debate),
        around=_around(catalogue, debate, told),
    )


def _around(catalogue: Catalogue, debate: Debate, told: ReportPart | None) -> Surroundings:
    """One page, one ending: what the debate and its report belong to, each once."""
    own = surroundings(catalogue, debate, _notices(catalogue, debate))
    if told is None:
        return own
    its = told.around
    named = (one for one in catalogue.said(told.report) if one is not debate)
    said = (cards.card(catalogue, one, lead=False) for one in named)
    return replace(
        own,
        topics=_once(own.topics, its.topics),
        categories=_once(own.categories, its.categories),
        districts=_once(own.districts, its.districts),
        programme=own.programme or its.programme,
        cycle=own.cycle or its.cycle,
        see_also=tuple(dict.fromkeys((*said, *own.see_also))),
    )


def _once(some: tuple[Link, ...], others: tuple[Link, ...]) -> tuple[Link, ...]:
    return tuple(dict.fromkeys((*some, *others)))


def _requests(
    catalogue: Catalogue, debate: Debate
) -> tuple[tuple[Request, ...], tuple[Request, ...]]:
    """Raised at a debate; and raised elsewhere and spoken of, but not accounted for, at it."""
    accounted = {request.path for request in catalogue.accounted(debate)}
    spoken = catalogue.discussed_at.get(debate.id, ())
    again = tuple(request for request in spoken if request.path not in accounted)
    return catalogue.raised_at.get(debate.id, ()), again


def _table(
    catalogue: Catalogue, title: str, name: str, members: tuple[Request, ...]
) -> RequestTable | None:
    return requests.table(catalogue, title, members, name) if members else None


def _accounted(catalogue: Catalogue, debate: Debate) -> RequestTable | None:
    """What an evaluation accounts for: each request then, once it was held, and now."""
    members = catalogue.accounted(debate)
    if not members:
        return None
    day = debate.when.day if phases.was_held(debate, catalogue.today) else None
    rows = requests.rows(catalogue, members, day)
    title = "Wnioski, które rozlicza ta debata"
    return RequestTable(title, rows, len(rows), "rozliczenie", day=day)


def calendar_file(catalogue: Catalogue, debate: Debate) -> str:
    """The address of the debate's own calendar; a hidden debate or unknown day is in none."""
    listed = catalogue.seen(debate) is Visibility.LISTED
    return addresses.event_file(debate) if debate.when.day and listed else ""


def _head(catalogue: Catalogue, debate: Debate, report: Report | None) -> Head:
    newest = latest(catalogue, report) if report else None
    file = calendar_file(catalogue, debate)
    return head(
        debate.title,
        addresses.of(debate),
        CRUMB,
        description=(report.lead if report else "") or debate.lead,
        is_indexed=heading.is_indexed(debate),
        lang=debate.language.value,
        published=debate.published,
        updated=newest or latest(catalogue, debate),
        picture=heading.social_picture(catalogue, debate),
        alternates=heading.alternates(catalogue, debate),
        scripts=heading.scripts(debate, report),
        json_ld=structured.of(catalogue, debate),
        feeds=(Link("Termin tej debaty", file),) if file else (),
    )


def _cards(catalogue: Catalogue, debates: tuple[Debate, ...]) -> tuple[Card, ...]:
    return tuple(cards.card(catalogue, debate, lead=False) for debate in debates)


def _report(catalogue: Catalogue, report: Report) -> ReportPart:
    used = dict.fromkeys(one.category for one in report.kmzb)
    return ReportPart(
        report=report,
        prose=prose(catalogue, report),
        present=members(catalogue, report.present),
        around=surroundings(catalogue, report),
        asked=tuple(questions.of(catalogue, report)),
        categories=tuple((name, CATEGORIES[name]) for name in used),
        chart=figures.of_report(report),
        alternates=heading.alternates(catalogue, report),
    )


def _notices(catalogue: Catalogue, debate: Debate) -> tuple[Notice, ...]:
    """Said first: that it is off, or that its date has changed."""
    if debate.state is State.CANCELLED:
        return (Notice("stop", "Debata odwołana", debate.reason_of("stan"), struck=debate.when),)
    gone = catalogue.withdrawn_report(debate)
    if gone and gone.withdrawn:
        told = gone.withdrawn
        instead = cards.link(catalogue.record(told.instead)) if told.instead else None
        title = "Sprawozdanie wycofane"
        return (Notice("quiet", title, told.reason, link=instead, since=told.day),)
    if debate.state is State.POSTPONED:
        text = debate.reason_of("stan") or "Nowy termin podamy tutaj."
        return (Notice("wait", "Debata odroczona", text, struck=debate.when),)
    former = debate.moves
    ahead = catalogue.phase(debate).is_ahead
    if former and ahead:
        was = dates.moment(former[-1])
        return (Notice("wait", "Zmieniony termin", debate.reason_of("termin"), struck=was),)
    if ahead and debate.reason_of("miejsce"):
        return (Notice("wait", "Zmienione miejsce", debate.reason_of("miejsce")),)
    return ()


def steps(catalogue: Catalogue, debate: Debate) -> tuple[Step, ...]:
    """The debate's life: announcement, debate, report, evaluation, each with its day."""
    phase = catalogue.phase(debate)
    if phase in (Phase.CANCELLED, Phase.POSTPONED):
        name = "Odwołana" if phase is Phase.CANCELLED else "Odroczona"
        return (_announcement(debate), Step(name, debate.when, "off", note="pierwotny termin"))
    found = (
        () if debate.unannounced else (_announcement(debate),),
        (Step("Debata", debate.when, _debate_state(phase), note=debate.when_told),),
        (_report_step(catalogue, debate, phase),),
        _evaluation_step(catalogue, debate, phase),
    )
    return tuple(step for part in found for step in part)


def _announcement(debate: Debate) -> Step:
    return Step("Zapowiedź", debate.published, "done")


def _debate_state(phase: Phase) -> str:
    if phase in (Phase.ANNOUNCED, Phase.UNSETTLED):
        return "next"
    return "now" if phase is Phase.TODAY else "done"


def _report_step(catalogue: Catalogue, debate: Debate, phase: Phase) -> Step:
    report = catalogue.report(debate)
    if report:
        return Step("Sprawozdanie", report.published, "done", "#sprawozdanie")
    gone = catalogue.withdrawn_report(debate)
    if gone and gone.withdrawn:
        return Step("Sprawozdanie wycofane", Moment(Precision.DAY, gone.withdrawn.day), "off")
    due = catalogue.due(debate)
    moment = Moment(Precision.DAY, due.day) if due else _expected(catalogue, debate)
    note = "po terminie" if due and due.late else "najpóźniej" if moment else ""
    return Step("Sprawozdanie", moment, "now" if phase is Phase.HELD else "next", note=note)


def _expected(catalogue: Catalogue, debate: Debate) -> Moment | None:
    """The day until which the unit will owe the report of a debate that is still to come."""
    day = debate.when.day
    if day is None or debate.provisional or not catalogue.is_own(debate):
        return None
    return Moment(Precision.DAY, day + timedelta(days=catalogue.unit.report_days))


def _evaluation_step(catalogue: Catalogue, debate: Debate, phase: Phase) -> tuple[Step, ...]:
    later = catalogue.evaluations(debate)
    if later:
        state = "done" if phase is Phase.EVALUATED else "next"
        return (Step("Ewaluacja", later[-1].when, state, addresses.of(later[-1])),)
    if debate.role is Role.INITIATING:
        due = debts.evaluation_due(catalogue, debate)
        last = "po terminie" if due and due < catalogue.today else "najpóźniej"
        moment = Moment(Precision.DAY, due) if due else None
        return (Step("Ewaluacja", moment, "next", note=last if due else "po roku"),)
    return ()
