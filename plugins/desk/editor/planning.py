"""A debate is moved, postponed or cancelled: its keys change with the entry that says why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from flask import redirect
from werkzeug import Response

from plugins.desk.asking import Halt
from plugins.desk.changing import plans
from plugins.desk.changing.job import Told
from plugins.desk.changing.plans import Changes, Wish
from plugins.desk.editor import fields, library, posted, saving, sheets, ways
from plugins.desk.editor.faults import placed
from plugins.desk.editor.office import Office
from plugins.desk.editor.paper import Paper
from plugins.desk.editor.steps import Step
from plugins.desk.editor.values import Tree, as_text
from plugins.desk.new.answers import written
from plugins.desk.writing import splice
from plugins.newsroom import dates, grammar
from plugins.newsroom import fields as f
from plugins.newsroom.dates import WARSAW
from plugins.newsroom.fields import Key
from plugins.newsroom.holdings import Visibility
from plugins.newsroom.kinds.debate import Debate, State
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.kinds.venue import Venue
from plugins.problems import Problem

Reason = Annotated[
    f.Line,
    Key("powód", "to zdanie przeczytają mieszkańcy", "W sali trwa remont.", required=True),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Off:
    """What is asked when a debate is not held as announced."""

    reason: Reason = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """What is asked when it is held at another time, or in another place."""

    when: Annotated[
        f.When | None,
        Key("nowy termin", "dzień i godzina; puste: bez zmiany", "2026-12-17 17:00"),
    ] = None
    place: Annotated[
        Annotated[f.Identifier, f.Refers("miejsca")] | None,
        Key("nowe miejsce", "puste: bez zmiany"),
    ] = None
    reason: Reason = ""


Changed = Callable[[Office, Paper, Debate, Mapping[str, str]], Changes]
"""What a form asks to be changed; raises Halt or ValueError in Polish."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One page: what it is called, what comes of it, what is asked, what then changes."""

    title: str
    lead: str
    button: str
    asked: type
    changed: Changed


def asking(plan: Plan, office: Office, paper: Paper) -> Response:
    """The form, empty; or why the debate's plan cannot change any more."""
    _, problem = _open(office, paper)
    return _page(plan, office, paper, {}, (problem,) if problem else (), 422 if problem else 200)


def _open(office: Office, paper: Paper) -> tuple[Debate | None, Problem | None]:
    """The debate, if its plan can still change; else why not."""
    holdings, path = office.look().holdings, paper.place.path
    debate = holdings.by_target.get(f"debaty/{paper.place.id}")
    if not isinstance(debate, Debate):
        return None, Problem(path, 0, "", "plik ma błędy – popraw je najpierw")
    if holdings.visibility(debate) in (Visibility.DRAFT, Visibility.EMBARGO):
        told = "tej debaty nikt jeszcze nie widział – zmień ją po prostu w formularzu"
        return None, Problem(path, 0, "", told)
    reported = any(report.debate == debate.id for report in holdings.of(Report))
    try:
        plans.refuse(debate, reported, holdings.now)
    except Halt as halt:
        return None, Problem(path, 0, "", str(halt))
    return debate, None


def _page(
    plan: Plan,
    office: Office,
    paper: Paper,
    tree: Tree,
    wrong: tuple[Problem, ...],
    status: int,
) -> Response:
    made = fields.fields(plan.asked, tree)
    at = placed(wrong, made, paper.place.path, b"")
    view = Step(
        section=paper.place.folder,
        title=plan.title,
        place=paper.place,
        record=paper.title or paper.place.id,
        messages=(),
        errors=at.summary,
        fields=tuple(sheets.marked(one, at.at) for one in made),
        lists=library.suggestions(office.look(), [one.suggests for one in made if one.suggests]),
        lead=plan.lead,
        button=plan.button,
    )
    return office.page("plan.html", view, status)


def done(plan: Plan, office: Office, paper: Paper, form: Mapping[str, str]) -> Response:
    """Write what changes together, if the check lets it stand."""
    tree = posted.group(plan.asked, form, "")
    with office.lock:
        debate, problem = _open(office, paper)
        wrong = _written(plan, office, paper, debate, tree) if debate else ()
        wrong = (problem,) if problem else wrong
        if wrong:
            return _page(plan, office, paper, tree, wrong, 422)
    office.noted(paper.place.path, f"{plan.title}: {paper.title}")
    return redirect(f"{paper.place.address}?stan=zapisano", 303)


def _written(
    plan: Plan, office: Office, paper: Paper, debate: Debate, tree: Tree
) -> tuple[Problem, ...]:
    """What keeps the file from being written; nothing, if it was."""
    path = paper.place.path
    answers, wrong = _answers(plan.asked, office, path, tree)
    if wrong:
        return wrong
    try:
        changes = plan.changed(office, paper, debate, answers)
    except Halt as halt:
        return (Problem(path, 0, "", str(halt)),)
    data = splice.edited(path, paper.base, changes)
    errors = saving.judged(office, path, data).errors
    if not errors:
        saving.put(office.root, paper, data)
    return errors


def _answers(
    asked: type, office: Office, path: str, tree: Tree
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Key → what was answered, as tools write it; and what cannot be read."""
    known, found, wrong = office.look().holdings.known, dict[str, str](), list[Problem]()
    for slot in grammar.keys(asked):
        name, text = slot.key.name, as_text(tree.get(slot.key.name, ""))
        try:
            found[name] = written(slot, text, known=known) if text else ""
        except ValueError as error:
            wrong.append(Problem(path, 0, name, str(error)))
        if slot.required and not text:
            wrong.append(Problem(path, 0, name, "napisz, dlaczego – przeczytają to mieszkańcy"))
    return found, tuple(wrong)


def _told(office: Office, answers: Mapping[str, str]) -> Told:
    return Told(office.now().astimezone(WARSAW).date(), answers["powód"])


def _off(state: State) -> Changed:
    def changed(
        office: Office, paper: Paper, debate: Debate, answers: Mapping[str, str]
    ) -> Changes:
        plans.refuse_again(debate, state)
        return plans.off(debate, paper.old, state, _told(office, answers))

    return changed


def _moved(office: Office, paper: Paper, debate: Debate, answers: Mapping[str, str]) -> Changes:
    when, place = answers["nowy termin"], answers["nowe miejsce"]
    if not when and not place:
        raise Halt("podaj nowy termin albo nowe miejsce")
    wish = Wish(when=dates.moment(when) if when else None)
    plans.refuse_no_move(debate, wish, office.now().astimezone(WARSAW).date())
    if place:
        wish = _placed(office, debate, wish, place)
    return plans.moved(debate, paper.old, wish, _told(office, answers))


def _placed(office: Office, debate: Debate, wish: Wish, name: str) -> Wish:
    """With another venue, told by the names that residents know."""
    if debate.place and debate.place.venue == name:
        raise Halt("debata już jest w tym miejscu – podaj inne")
    known = office.look().holdings.by_target
    now = known[f"miejsca/{name}"]
    was = known.get(f"miejsca/{debate.place.venue}") if debate.place else None
    before = was.title if isinstance(was, Venue) else (debate.place.name if debate.place else "")
    return replace(wish, place=name, was=before, now=now.title)


PLANS = {
    "przenies": Plan(
        ways.PLANS["przenies"],
        "Nowy termin, koniec, porządek i dni zgłoszeń zmienią się razem. Mieszkańcy zobaczą, "
        "co się zmieniło i dlaczego – na stronie, w kanałach i w kalendarzu.",
        "Zmień",
        Elsewhere,
        _moved,
    ),
    "odloz": Plan(
        ways.PLANS["odloz"],
        "Debata zostanie ogłoszona jako odroczona, bez nowego terminu. Gdy go poznasz, wybierz "
        "„Zmień termin albo miejsce”.",
        "Odłóż",
        Off,
        _off(State.POSTPONED),
    ),
    "odwolaj": Plan(
        ways.PLANS["odwolaj"],
        "Debata zostanie ogłoszona jako odwołana. Jej strona zostanie, z powodem, który podasz.",
        "Odwołaj",
        Off,
        _off(State.CANCELLED),
    ),
}
"""By the last part of the address."""
