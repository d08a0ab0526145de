"""What should have been done by now, for the officer who owes it."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom import debts
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.debts import Debt, Owed
from plugins.problems import Problem

RULES = {
    "sprawozdanie po terminie": "debata bez sprawozdania dłużej, niż jednostka sobie daje",
    "ewaluacja po terminie": "debata inicjująca bez ewaluacji ponad 12 miesięcy",
    "odpowiedź po terminie": "podmiot nie odpowiedział na wniosek w terminie",
    "wynik planu po terminie": "plan dzielnicowego się skończył, a nie ma wyniku",
}
"""Name → when it warns. The statement's review has a check of its own."""

_SAID = {
    Owed.REPORT: ("sprawozdanie po terminie", "termin", "sprawozdanie miało być do {} – napisz je"),
    Owed.EVALUATION: (
        "ewaluacja po terminie",
        "termin",
        "ewaluacja miała być do {} – zaplanuj debatę ewaluacyjną",
    ),
    Owed.REPLY: (
        "odpowiedź po terminie",
        "historia",
        "„{body}” miał odpowiedzieć do {} – ponaglij albo dopisz odpowiedź",
    ),
    Owed.RESULT: ("wynik planu po terminie", "plany", "plan trwał do {} – dopisz „wynik”"),
}


def overdue(catalogue: Catalogue) -> Iterator[Problem]:
    """Every debt of the unit whose day is over, at the record that it is owed for."""
    for debt in debts.late(catalogue):
        if debt.owed in _SAID:
            rule, key, message = _SAID[debt.owed]
            told = message.format(debt.due, body=debt.body)
            yield Problem(debt.record.path, 0, _key(debt, key), told, rule)


def _key(debt: Debt, key: str) -> str:
    plans, history = getattr(debt.record, "plans", ()), getattr(debt.record, "history", ())
    entries = plans if debt.owed is Owed.RESULT else history if debt.owed is Owed.REPLY else ()
    for number, one in enumerate(entries, 1):
        if one is debt.plan or (debt.body and (one.day, one.body) == (debt.since, debt.body)):
            return f"{key}[{number}]"
    return key
