"""``/zaleglosci/``: what is owed, in the open. It says days, not how many have passed, so that
it changes only when something is done or falls due.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from plugins.layout.frame import head
from plugins.layout.requests import on_day
from plugins.layout.values import Card, Frame, Group, Link, ListPage
from plugins.newsroom import addresses, debts
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.debts import Debt, Owed
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.request import Request
from plugins.newsroom.relations import grouped
from plugins.outputs import Output
from plugins.pages.lists import output

LIMIT = 40
"""How many entries a heading has: those that wait the longest."""

Told = Callable[[Catalogue, Debt], Card]


def plan(catalogue: Catalogue, frame: Frame) -> Iterator[Output]:
    """One page, which says so when nothing is owed."""
    yield output(addresses.DEBTS, _open, catalogue, frame)


_LEAD = (
    "Co powinno być już zrobione, a nie jest. Piszemy o tym otwarcie; wpis znika, gdy sprawa "
    "jest załatwiona."
)


def _open(catalogue: Catalogue, frame: Frame) -> ListPage:
    return ListPage(
        frame=frame,
        head=head("Zaległości", addresses.DEBTS, description=_LEAD),
        title="Zaległości",
        lead=_LEAD,
        groups=groups(catalogue, debts.late(catalogue), card, "Nie mamy zaległości."),
        after=_terms(catalogue),
        shortcuts=(_DESK,) if catalogue.drafts else (),
        shortcuts_title="Tylko w podglądzie",
    )


_DESK = Link("Biurko: co zrobić i w którym pliku", addresses.DESK)


def _terms(catalogue: Catalogue) -> str:
    """By when each thing is to be done."""
    days = catalogue.unit.report_days
    return (
        f"Jakie mamy terminy: sprawozdanie z debaty – {days} {'dzień' if days == 1 else 'dni'}; "
        "rozliczenie wniosków z debaty inicjującej – 12 miesięcy; odpowiedź podmiotu, któremu "
        "przekazaliśmy wniosek – miesiąc, chyba że w sprawie jest inny termin; wynik planu "
        "dzielnicowego – koniec półrocza planu; przegląd deklaracji dostępności – 31 marca "
        "każdego roku. Liczymy tylko własne debaty, wnioski i plany, bez treści innych wydawców."
    )


_TITLES = {
    Owed.REPORT: ("Sprawozdania z debat", "sprawozdania"),
    Owed.EVALUATION: ("Ewaluacje debat", "ewaluacje"),
    Owed.REPLY: ("Odpowiedzi innych podmiotów", "odpowiedzi"),
    Owed.RESULT: ("Wyniki planów dzielnicowych", "plany"),
    Owed.REVIEW: ("Przegląd deklaracji dostępności", "deklaracja"),
}


def groups(catalogue: Catalogue, owed: Iterable[Debt], told: Told, empty: str) -> tuple[Group, ...]:
    """A heading for each kind of debt that there is; none at all: the words ``empty``."""
    found = grouped(owed, lambda debt: (debt.owed,))
    made = (_group(catalogue, kind, found[kind], told) for kind in Owed if kind in found)
    return tuple(made) or (Group("", (), empty=empty),)


def _group(catalogue: Catalogue, kind: Owed, owed: tuple[Debt, ...], told: Told) -> Group:
    title, name = _TITLES[kind]
    cut = f" ({LIMIT} najdawniejszych z {len(owed)})" if len(owed) > LIMIT else ""
    return Group(title + cut, tuple(told(catalogue, debt) for debt in owed[:LIMIT]), name)


def card(catalogue: Catalogue, debt: Debt) -> Card:
    """What is owed, as residents read it."""
    return Card(_title(debt), _href(debt), lead=_SAID[debt.owed](catalogue, debt))


def _title(debt: Debt) -> str:
    if debt.plan:
        return debt.plan.problem
    number = f"{debt.record.number}: " if isinstance(debt.record, Request) else ""
    return number + debt.record.title


def _href(debt: Debt) -> str:
    return addresses.of(debt.record) + ("#plany" if debt.plan else "")


def _report(_: Catalogue, debt: Debt) -> str:
    return (
        f"Debata odbyła się {on_day(debt.since)} Sprawozdanie "
        f"{_owed(debt, 'mieliśmy opublikować', 'mamy opublikować')} do {on_day(debt.due)}"
    )


def _owed(debt: Debt, late: str, early: str) -> str:
    return late if debt.is_late else early


def _evaluation(catalogue: Catalogue, debt: Debt) -> str:
    said = (
        f"Debata odbyła się {_held(debt)} Zgłoszone na niej sprawy "
        f"{_owed(debt, 'mieliśmy rozliczyć', 'mamy rozliczyć')} do {on_day(debt.due)}"
    )
    announced = planned(catalogue, debt)
    day = announced.when.day if announced else None
    return f"{said} Debata ewaluacyjna: {on_day(day)}" if day else said


def _held(debt: Debt) -> str:
    """The day of a debate, or the year where no more is known of it."""
    assert isinstance(debt.record, Debate)
    day = debt.record.when.day
    return on_day(day) if day else f"w {debt.since.year} r."


def planned(catalogue: Catalogue, debt: Debt) -> Debate | None:
    """The debate that is announced to evaluate this one."""
    assert isinstance(debt.record, Debate)
    later = catalogue.evaluations(debt.record)
    return next((one for one in later if catalogue.phase(one).is_ahead), None)


def _reply(catalogue: Catalogue, debt: Debt) -> str:
    body = catalogue.body(debt.body)
    name = body.title if body else "podmiot, którego strony tu nie ma"
    asked = f"Wniosek przekazaliśmy {on_day(debt.since)} Odpowiada: {name}."
    return f"{asked} {_owed(debt, 'Termin minął', 'Termin odpowiedzi:')} {on_day(debt.due)}"


def _result(_: Catalogue, debt: Debt) -> str:
    ended = _owed(debt, "Plan skończył się", "Plan kończy się")
    missing = " i nie ma jeszcze wyniku." if debt.is_late else ""
    return f"{debt.record.title}. {ended} {on_day(debt.due)}{missing}"


def _review(_: Catalogue, debt: Debt) -> str:
    return (
        f"Ostatni przegląd: {on_day(debt.since)} Następny "
        f"{_owed(debt, 'mieliśmy zrobić', 'mamy zrobić')} do {on_day(debt.due)}"
    )


_SAID: dict[Owed, Callable[[Catalogue, Debt], str]] = {
    Owed.REPORT: _report,
    Owed.EVALUATION: _evaluation,
    Owed.REPLY: _reply,
    Owed.RESULT: _result,
    Owed.REVIEW: _review,
}
"""What is owed, in sentences that stay the same from day to day."""
