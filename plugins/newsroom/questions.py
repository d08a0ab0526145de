"""Questions asked at debates: which are asked again and again, and what each is about."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.report import Question, Report
from plugins.newsroom.relations import grouped

Asking = tuple[Report, int, Question]
"""A question as it was asked once: in which report, at which place (from 1), in which words."""


@dataclass(frozen=True, slots=True)
class Frequent:
    """One question asked at two debates or more, the newest first. ``told``: the newest of them
    that has an answer."""

    asked: tuple[Asking, ...]
    told: Asking


def newest_first(catalogue: Catalogue, found: Iterable[Asking]) -> list[Asking]:
    """By the day of the debate; those of one debate in the order of its report."""

    def order(one: Asking) -> tuple[str, str, int]:
        report, number, _ = one
        return catalogue.debate(report).when.iso, report.debate, -number

    return sorted(found, key=order, reverse=True)


def frequent(catalogue: Catalogue) -> tuple[Frequent, ...]:
    """Questions of the unit's own debates that were asked at two or more and have an answer.

    Equal are those whose letters and digits are: case, punctuation, spaces and diacritics do not
    count. Nothing less will do, not even that both led to one request: an answer that stands
    under a question that it does not answer is worse than one that stands twice. What was asked
    at most debates comes first.
    """
    own = [one for one in catalogue.questions if catalogue.is_own(one[0])]
    alike = grouped(
        newest_first(catalogue, own), lambda one: filter(None, (_plain(one[2].question),))
    )
    found = [Frequent(some, told) for some in alike.values() if (told := _told(some))]
    return tuple(sorted(found, key=lambda one: -debates(one)))  # stable: then the newest


def _plain(text: str) -> str:
    """Letters of any alphabet and digits, without case and diacritics.

    >>> _plain("Kiedy można?") == _plain("kiedy mozna"), _plain("Коли?") == _plain("Де?")
    (True, False)
    """
    apart = unicodedata.normalize("NFD", text.casefold().replace("ł", "l"))
    return "".join(filter(str.isalnum, apart))


def debates(one: Frequent) -> int:
    """At how many debates it was asked."""
    return len({report.debate for report, _, _ in one.asked})


def _told(asked: tuple[Asking, ...]) -> Asking | None:
    """The newest answer; ``None``: none yet, or asked at one debate only."""
    if len({report.debate for report, _, _ in asked}) < 2:
        return None
    return next((one for one in asked if one[2].answer), None)


def categories(catalogue: Catalogue, asking: Asking) -> tuple[str, ...]:
    """What a question is about: the categories of the request that it led to; where there is none
    or it has none, those of the whole report, or else of its debate."""
    report, _, question = asking
    request = catalogue.record(f"wnioski/{question.request}") if question.request else None
    levels = (request.categories if request else (), report.categories)
    found = next((some for some in levels if some), catalogue.debate(report).categories)
    return tuple(dict.fromkeys(found))


_FOUND: WeakKeyDictionary[Catalogue, dict[str, tuple[Asking, ...]]] = WeakKeyDictionary()
"""By catalogue: every category's page asks."""


def by_category(catalogue: Catalogue) -> dict[str, tuple[Asking, ...]]:
    """Category → its questions, newest first."""
    if catalogue not in _FOUND:
        newest = newest_first(catalogue, catalogue.questions)
        _FOUND[catalogue] = grouped(newest, lambda one: categories(catalogue, one))
    return _FOUND[catalogue]
