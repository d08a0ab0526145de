"""Questions asked at debates: the open ones first, then those with an answer."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.layout import cards, making
from plugins.layout.frame import head
from plugins.layout.values import Frame
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.report import Question, Report
from plugins.outputs import Later, Output
from plugins.pages.outcomes import Asked, QuestionsPage

NEWEST = 60
"""How many answered questions the page shows; all stand in the reports of their debates."""


def plan(catalogue: Catalogue, frame: Frame) -> Iterator[Output]:
    """One page; nothing where no question was ever written down."""
    if catalogue.questions:
        path = addresses.file(addresses.QUESTIONS)
        yield Output(path, making.page, Later(_questions, catalogue, frame), "questions.html")


_LEAD = "O co pytaliście na debatach i co usłyszeliście w odpowiedzi."


def _questions(catalogue: Catalogue, frame: Frame) -> QuestionsPage:
    newest = sorted(catalogue.questions, key=lambda one: _order(catalogue, one), reverse=True)
    waiting = (one for one in newest if not one[2].answer)
    answered = [one for one in newest if one[2].answer]
    return QuestionsPage(
        frame=frame,
        head=head("Pytania z debat", addresses.QUESTIONS, description=_LEAD),
        title="Pytania z debat",
        lead=_LEAD,
        open=tuple(asked(catalogue, *one) for one in waiting),
        answered=tuple(asked(catalogue, *one) for one in answered[:NEWEST]),
    )


def _order(catalogue: Catalogue, one: tuple[Report, int, Question]) -> tuple[str, str, int]:
    """By the debate, and within it from the first question on (the list is turned round)."""
    report, number, _ = one
    return catalogue.debate(report).when.iso, report.debate, -number


def of(catalogue: Catalogue, report: Report) -> Iterator[Asked]:
    """The questions of one report, in its order."""
    for number, question in enumerate(report.questions, 1):
        yield asked(catalogue, report, number, question)


def asked(catalogue: Catalogue, report: Report, number: int, question: Question) -> Asked:
    """A question with where it was asked and what it led to."""
    request = catalogue.record(f"wnioski/{question.request}") if question.request else None
    return Asked(
        question=question.question,
        answer=question.answer,
        who=question.who,
        debate=cards.card(catalogue, catalogue.debate(report), lead=False),
        href=addresses.question(report.debate, number),
        request=cards.link(request),
    )
