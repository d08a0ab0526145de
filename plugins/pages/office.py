"""``/biurko/``: what the office has to do, with the file and the next step; in a preview only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from plugins.layout.cards import day_and_month
from plugins.layout.frame import head
from plugins.layout.requests import on_day
from plugins.layout.values import Badge, Card, Frame, ListPage
from plugins.newsroom import addresses, debts
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.debts import Debt, Owed
from plugins.newsroom.holdings import Visibility
from plugins.newsroom.kinds.report import Report
from plugins.outputs import Output
from plugins.pages.debts import card, groups, planned
from plugins.pages.lists import output


def plan(catalogue: Catalogue, frame: Frame) -> Iterator[Output]:
    """One page of a preview; nothing in the site itself."""
    if catalogue.drafts:
        yield output(addresses.DESK, _desk, catalogue, frame)


_LEAD = (
    "Co jest po terminie i co trzeba zrobić wkrótce, z nazwą pliku. Tę stronę widać tylko "
    "w podglądzie."
)


def _desk(catalogue: Catalogue, frame: Frame) -> ListPage:
    """Of the site as it is published: what stands in a draft is not done yet."""
    public = replace(catalogue, drafts=False)
    return ListPage(
        frame=frame,
        head=head("Biurko", addresses.DESK, description=_LEAD, is_indexed=False),
        title="Biurko",
        lead=_LEAD,
        groups=groups(
            public, debts.near(public), _task, "Nie mamy zaległości ani bliskich terminów."
        ),
    )


def _task(catalogue: Catalogue, debt: Debt) -> Card:
    """As residents see it, with how urgent it is and what to do next."""
    said = card(catalogue, debt)
    urgent = (
        Badge("Po terminie", "stop", "warning")
        if debt.is_late
        else Badge(f"Do {day_and_month(debt.due)}", "wait", "clock")
    )
    step = _STEPS[debt.owed](catalogue, debt)
    return replace(said, badge=urgent, note=said.lead, lead=step)


def _report(catalogue: Catalogue, debt: Debt) -> str:
    written = _written(catalogue, debt)
    if written is None:
        name = f"content/sprawozdania/{debt.since.year}/{debt.record.id}.md"
        return f"Napisz sprawozdanie w nowym pliku {name}."
    day = written.published.first if written.published else None
    waits = catalogue.holdings.visibility(written) is Visibility.EMBARGO and day
    return (
        f"{written.path} ukaże się {on_day(day)}"
        if waits and day
        else (f"Dokończ i opublikuj szkic {written.path}.")
    )


def _written(catalogue: Catalogue, debt: Debt) -> Report | None:
    """The debate's report that residents cannot see yet."""
    found = catalogue.holdings.of(Report)
    return next((one for one in found if one.debate == debt.record.id and not one.withdrawn), None)


def _evaluation(catalogue: Catalogue, debt: Debt) -> str:
    announced = planned(catalogue, debt)
    if announced:
        return f"Jest już zapowiedziana w pliku {announced.path}."
    return (
        "Zapowiedz debatę ewaluacyjną w nowym pliku w content/debaty/, "
        f"z wierszem „ewaluacja debat: {debt.record.id}”."
    )


def _reply(_: Catalogue, debt: Debt) -> str:
    answer = f"dopisz w pliku {debt.record.path} wpis historii z „odpowiedź: tak”"
    return f"Przypomnij o sprawie, a gdy przyjdzie odpowiedź, {answer}."


def _result(catalogue: Catalogue, debt: Debt) -> str:
    assert debt.plan is not None
    last = debts.has_plan_after(catalogue, debt.record, debt.plan)
    following = "" if last else " i następny plan"
    return f"Dopisz „wynik”{following} w pliku {debt.record.path}."


def _review(_: Catalogue, debt: Debt) -> str:
    return f"Sprawdź deklarację i wpisz nową „data przeglądu” w pliku {debt.record.path}."


_STEPS: dict[Owed, Callable[[Catalogue, Debt], str]] = {
    Owed.REPORT: _report,
    Owed.EVALUATION: _evaluation,
    Owed.REPLY: _reply,
    Owed.RESULT: _result,
    Owed.REVIEW: _review,
}
"""What to do next, and in which file."""
