"""Where each word stands, as small files of text of which a browser fetches one or two.

A line is a lemma, a tab and numbers. A number is one character (:func:`character`). Those of a page
follow those of the page before: how many pages were passed over; a sign; places of the word in the
page's text, each counted from the one before. A sign is 16 times the places that follow, 8 more if
the page is called so or 4 if it is about a street of that name, and how well it fits
(:func:`fit`). Which file a lemma is in, :mod:`plugins.search.shelves` tells.

After them come cards, a line each: ``#``, a page's number, a tab, and JSON of what stands in a
result but an excerpt. They are those of the pages that fit some lemma of the file best, so that the
first result is shown before its page has come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from heapq import nsmallest
from itertools import chain, pairwise

from plugins.search.shelves import shelf
from plugins.search.tokens import Written

_PLACES = 12_000
"""Places of a lemma that are noted in all pages together: a word that stands everywhere is looked
for beside others, and would alone weigh more than they do."""
_MOST, _LEAST = 200, 1
"""Places noted in one page, whatever else."""
_CARDS = 30
"""Pages of a lemma that have cards: of nine queries in ten the first result is among those of one
of its words, in a town of 10,000 records where each word stands in thousands of pages."""
_FIRST = 35
"""The character that is 0; those before it are controls, a space, and what JSON would mask."""
_USUAL = 200
"""Words of a page; a fixed number, for one page must not change what is noted of others."""


@cache
def character(number: int) -> str:
    """A number below a million as one character: a byte of UTF-8 up to 91, two up to 2012.

    Controls are passed over, tab and new line among them, and halves of pairs (surrogates).

    >>> character(0), character(91), len(character(1_000_000))
    ('#', '~', 1)
    """
    code = number + _FIRST
    return chr(code if code < 0xD800 else code + 0x800)


def _later(calls: int, fits: int) -> float:
    """The less, the sooner a page is shown; as ``theme/static/lookup.js`` reckons."""
    return -(1 + fits / 6 + 0.3 * calls) * (1.5 if calls else 1)


_LATER = {
    character(4 * calls + fits): _later(calls, fits) for calls in range(3) for fits in range(4)
}


@dataclass
class Postings:
    """Lemma → numbers of the pages it stands in, the least first; and of each its grade
    and places. Texts and no tuples: there are millions. ``cards``: number of a page → its card."""

    numbers: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    notes: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    cards: dict[int, str] = field(default_factory=dict)

    def add(self, number: int, text: Written, card: str) -> None:
        """Note the words of a page; numbers must grow from call to call."""
        length = len(text.shown)
        self.cards[number] = card
        for lemma, places in text.places.items():
            calls = 2 if lemma in text.names else int(lemma in text.streets)
            self.numbers[lemma].append(number)
            own = character(4 * calls + fit(len(places), length))
            self.notes[lemma].append(own + _gaps(places[:_MOST]))

    def files(self, pages: int) -> dict[int, list[str]]:
        """The lines of each file that has any: of its lemmas, sorted, then cards."""
        shelved: dict[int, list[str]] = {}
        for lemma in sorted(self.numbers):
            shelved.setdefault(shelf(lemma, pages), []).append(lemma)
        return {number: [*self._lines(own), *self._cards(own)] for number, own in shelved.items()}

    def _lines(self, lemmas: list[str]) -> Iterator[str]:
        for lemma in lemmas:
            yield f"{lemma}\t{_line(self.numbers[lemma], self.notes[lemma])}"

    def _cards(self, lemmas: list[str]) -> Iterator[str]:
        """The cards of the pages that a query of one of these words alone would find first."""
        for number in sorted({number for lemma in lemmas for number in self._best(lemma)}):
            yield f"#{number}\t{self.cards[number]}"

    def _best(self, lemma: str) -> Iterator[int]:
        ranks = (_LATER[note[0]] for note in self.notes[lemma])
        best = nsmallest(_CARDS, zip(ranks, self.numbers[lemma], strict=True))
        return (number for _, number in best)


@lru_cache(maxsize=1 << 16)
def fit(count: int, length: int) -> int:
    """How much a page of ``length`` words is about one, 0 to 3 as Okapi BM25 sees it.

    >>> fit(1, 200), fit(9, 200), fit(1, 9_000)
    (1, 3, 0)
    """
    return int(4 * count / (count + 1.5 * (0.7 + 0.3 * length / _USUAL)))


def _gaps(places: list[int]) -> str:
    """How far each place is from the one before, or the page's beginning.

    >>> _gaps([0, 2, 3])
    '#%$'
    """
    if len(places) == 1:  # most
        return character(places[0])
    return character(places[0]) + "".join([character(b - a) for a, b in pairwise(places)])


def _line(numbers: list[int], notes: list[str]) -> str:
    """What is noted of a lemma's pages."""
    most = max(_LEAST, _PLACES // len(numbers))
    passed = [character(one - before - 1) for before, one in pairwise((-1, *numbers))]
    kept = [(ord(note[0]) - _FIRST, note[1 : most + 1]) for note in notes]
    signed = [f"{character(16 * len(places) + own)}{places}" for own, places in kept]
    return "".join(chain.from_iterable(zip(passed, signed, strict=True)))
