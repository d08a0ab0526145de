"""What a copy editor marks in one file: warnings that need no other record.

A new one is one function and one line here. Each takes the :class:`Copy` and yields problems
that carry its name; a record lifts them in ``wyjątki``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from plugins.newsroom.copyedit import history, structure, weekdays, wording
from plugins.newsroom.copyedit.copy import Copy as Copy
from plugins.newsroom.copyedit.copy import Quoted as Quoted
from plugins.problems import Problem


class Mark(NamedTuple):
    """A warning: its name, when it is given, and what finds it."""

    name: str
    about: str
    find: Callable[[Copy], Iterator[Problem]]


MARKS: tuple[Mark, ...] = (
    Mark("czas przyszły", "sprawozdanie mówi, że debata się odbędzie", wording.future_in_report),
    Mark("czas przeszły", "zapowiedź mówi, że debata się odbyła", wording.past_in_announcement),
    Mark(
        "dzień bez daty",
        "„w piątek” bez daty w sprawozdaniu albo aktualności",
        wording.weekday_without_date,
    ),
    Mark(
        "dzień i data",
        "„w piątek, 11 marca 2027”, choć to czwartek",
        weekdays.another_weekday,
    ),
    Mark("zapis stopnia", "skrót stopnia z błędem: „mł.asp.”, „sierż szt”", wording.misspelt_rank),
    Mark("stopień nagłówka", "nagłówek niższy o więcej niż jeden", structure.skipped_level),
    Mark("tekst odnośnika", "odnośnik „tutaj” albo sam adres", structure.telling_nothing),
    Mark("odnośnik http", "adres bez szyfrowania (http://)", structure.unencrypted),
    Mark(
        "opis obrazu",
        "opis, który jest nazwą pliku albo słowem „zdjęcie”",
        structure.alt_of_no_use,
    ),
    Mark("opis załącznika", "opis, który nie mówi, co jest w pliku", structure.attachment_untold),
    Mark("odległy rok", "termin o ponad rok od daty publikacji", history.distant_year),
    Mark("wznowiony bez opisu", "zakończony wniosek wraca bez wyjaśnienia", history.reopened),
)


def marked(copy: Copy) -> list[Problem]:
    """All warnings of one file; a check that needs a key that could not be read says nothing."""
    return [problem for mark in MARKS for problem in _found(mark, copy)]


def _found(mark: Mark, copy: Copy) -> list[Problem]:
    try:
        return list(mark.find(copy))
    except AttributeError as error:
        if error.obj is not copy.record:
            raise
        return []
