"""What the browser fetches by the letters typed: lemmas of forms, words alike, suggestions.

All are small files that many words share: two letters, or a length, name the file. Forms stand once
more in the file that a word itself tells (:mod:`plugins.search.shelves`).
"""

from __future__ import annotations

import os.path
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from plugins.search.document import Document
from plugins.search.lemmas import forms, lemmas
from plugins.search.words import ABBREVIATIONS, QUIET, fold, parts

FIRST = 2
"""Letters by which a file is found."""
_SUGGESTED = 60
"""Titles and streets that one file holds, the newest first."""

Place = TypeVar("Place", str, int)
Files = dict[str, str]
"""Letters, or a length → the text of a file."""


def words(tokens: Counter[str]) -> Counter[str]:
    """How often each word is used, from what stands between spaces."""
    found: Counter[str] = Counter()
    for token, count in tokens.items():
        for word in parts(token):
            if word.isalpha() and fold(word) not in QUIET:
                found[word] += count
    return found


@dataclass(frozen=True, slots=True)
class Inflections:
    """``lemmas``: each form of each word seen → its lemma, sorted; ``support``: how often one is
    used."""

    lemmas: dict[str, str]
    support: Counter[str]

    def lines(self, place: Callable[[str], Place]) -> dict[Place, list[str]]:
        """Forms by the ``place`` of each, as lines ``lemma;occurrences;stem;end,end…``."""
        grouped: dict[tuple[Place, str], list[str]] = {}
        for form, lemma in self.lemmas.items():
            grouped.setdefault((place(form), lemma), []).append(form)
        files: dict[Place, list[str]] = {}
        for (where, lemma), own in grouped.items():
            files.setdefault(where, []).append(_line(lemma, self.support[lemma], own))
        return files


def inflections(seen: Counter[str]) -> Inflections:
    """Of the words seen: each form that any of them may take.

    A form of several lemmas goes to that of them which the site uses most; of two used alike,
    rather to a common word than to a name.
    """
    support = _support(seen)
    best: dict[str, str] = {}
    for lemma in sorted(support, key=lambda one: (-support[one], one[0].isupper(), one)):
        for form in forms(lemma):
            best.setdefault(form, lemma)
    for short, full in ABBREVIATIONS.items():
        if full in support:
            best.setdefault(fold(short), full)
    return Inflections(dict(sorted(best.items())), support)


def by_letters(found: Inflections) -> Files:
    """First letters → what is told of the forms that begin so."""
    lines = found.lines(lambda form: form[:FIRST])
    return {first: "\n".join(own) for first, own in lines.items()}


def _support(seen: Counter[str]) -> Counter[str]:
    """Occurrences of each lemma; a form of two counts for both."""
    support: Counter[str] = Counter()
    for word, count in seen.items():
        for lemma in lemmas(word):
            support[lemma] += count
    return support


def _line(lemma: str, count: int, own: list[str]) -> str:
    """
    >>> _line("debata", 7, ["debacie", "debat", "debata"])
    'debata;7;deba;cie,t,ta'
    """
    stem = os.path.commonprefix(own)  # noqa: RUF071 - letters, not folders
    return f"{fold(lemma)};{count};{stem};{','.join(form[len(stem) :] for form in own)}"


def spellings(seen: Counter[str]) -> Files:
    """Length → the site's own words of it, folded, the most frequent first."""
    folded: Counter[str] = Counter()
    for word, count in seen.items():
        folded[fold(word)] += count
    files: dict[str, list[str]] = {}
    for word in sorted(folded, key=lambda one: (-folded[one], one)):
        files.setdefault(str(len(word)), []).append(word)
    return {length: "\n".join(own) for length, own in files.items()}


def suggestions(documents: Iterable[Document]) -> Files:
    """First letters of any word → titles and streets that have it, a line each."""
    newest = sorted(documents, key=lambda one: (one.day is None, one.day), reverse=True)
    files: dict[str, dict[str, None]] = {}
    for title in (text for one in newest for text in (one.title, *one.streets)):
        folded = (fold(word) for token in title.split() for word in parts(token))
        for first in {word[:FIRST] for word in folded if word not in QUIET}:
            own = files.setdefault(first, {})
            if len(own) < _SUGGESTED:
                own[title] = None
    return {first: "\n".join(own) for first, own in sorted(files.items())}
