"""Questions asked at debates: those asked often, the open ones, those with an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.layout import cards, making
from plugins.layout.frame import head
from plugins.layout.values import Card, Facet, Frame, Link
from plugins.newsroom import addresses
from plugins.newsroom import questions as asking
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.categories import CATEGORIES
from plugins.newsroom.kinds.report import Question, Report
from plugins.newsroom.questions import Asking, Frequent
from plugins.newsroom.spelling import alphabetical
from plugins.outputs import Later, Output
from plugins.pages.outcomes import Asked, Questions, QuestionsPage

NEWEST = 60
"""How many open and how many answered questions the page shows; all stand in their reports."""

OFTEN = 20
"""How many questions that are asked often it shows."""


def plan(catalogue: Catalogue, frame: Frame) -> Iterator[Output]:
    """One page; nothing where no question was ever written down."""
    if catalogue.questions:
        path = addresses.file(addresses.QUESTIONS)
        yield Output(path, making.page, Later(_questions, catalogue, frame), "questions.html")


_LEAD = "O co pytaliście na debatach i co usłyszeliście w odpowiedzi."


def _questions(catalogue: Catalogue, frame: Frame) -> QuestionsPage:
    often = asking.frequent(catalogue)[:OFTEN]
    named = {(one[0].path, one[1]) for some in often for one in some.asked}
    newest = asking.newest_first(catalogue, catalogue.questions)
    rest = [one for one in newest if (one[0].path, one[1]) not in named]
    return QuestionsPage(
        frame=frame,
        head=head("Pytania z debat", addresses.QUESTIONS, description=_LEAD),
        title="Pytania z debat",
        lead=_LEAD,
        facets=tuple(_facets(catalogue)),
        often=tuple(_frequent(catalogue, one) for one in often),
        open=part(catalogue, (one for one in rest if not one[2].answer), NEWEST),
        answered=part(catalogue, (one for one in rest if one[2].answer), NEWEST),
    )


def _facets(catalogue: Catalogue) -> Iterator[Facet]:
    """Every category that a question has, from A to Z, where two differ: nothing else narrows."""
    found = asking.by_category(catalogue)
    ordered = sorted(found, key=lambda name: alphabetical(CATEGORIES[name]))
    links = tuple(
        Link(f"{CATEGORIES[name]} ({len(found[name])})", f"{addresses.category(name)}#pytania")
        for name in ordered
    )
    if len(links) > 1:
        yield Facet("Kategoria", links)


def part(catalogue: Catalogue, found: Iterable[Asking], limit: int) -> Questions:
    """Questions in the order given, at most ``limit``, and how many there are in all."""
    every = list(found)
    return Questions(tuple(asked(catalogue, *one) for one in every[:limit]), len(every))


def of(catalogue: Catalogue, report: Report) -> Iterator[Asked]:
    """The questions of one report, in its order."""
    for number, question in enumerate(report.questions, 1):
        yield asked(catalogue, report, number, question)


def asked(
    catalogue: Catalogue,
    report: Report,
    number: int,
    question: Question,
    others: tuple[Card, ...] = (),
) -> Asked:
    """A question with where it was asked and what it led to; ``others``: where it was asked too."""
    request = catalogue.record(f"wnioski/{question.request}") if question.request else None
    return Asked(
        question=question.question,
        answer=question.answer,
        who=question.who,
        debate=_debate(catalogue, report),
        href=addresses.question(report.debate, number),
        request=cards.link(request),
        others=others,
    )


def _debate(catalogue: Catalogue, report: Report) -> Card:
    return cards.card(catalogue, catalogue.debate(report), lead=False)


def _frequent(catalogue: Catalogue, one: Frequent) -> Asked:
    """The newest answer, and every other debate at which the same was asked, newest first."""
    answered = one.told[0].debate
    reports = {report.debate: report for report, _, _ in one.asked if report.debate != answered}
    others = tuple(_debate(catalogue, report) for report in reports.values())
    return asked(catalogue, *one.told, others=others)
