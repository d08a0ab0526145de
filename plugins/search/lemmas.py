"""Polish inflection by morfeusz2: from a form to its dictionary words, and back to all forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from plugins.search.words import fold

if TYPE_CHECKING:
    from morfeusz2 import Morfeusz

_NAMES = frozenset({"imię", "nazwisko", "nazwa_geograficzna", "nazwa_organizacji"})
_SURNAME = re.compile(r"(?P<stem>.+(?:sk|ck|dzk))(?:i|iego|iemu|im|a|iej|ą|ich|imi)$")
_SURNAME_ENDS = ("i", "iego", "iemu", "im", "a", "iej", "ą", "ich", "imi")


@cache
def _morfeusz() -> Morfeusz:
    """Made when the first word is asked for: it reads 50 MB of dictionary."""
    from morfeusz2 import Morfeusz

    return Morfeusz(generate=False, praet="composite")


@lru_cache(maxsize=1 << 17)
def lemmas(word: str) -> tuple[str, ...]:
    """The dictionary words, as morfeusz names them, whose form a word may be; sorted.

    A name written as a common word counts only if nothing else does; of a surname in -ski that
    no dictionary has, the masculine form is taken. A word unknown otherwise is its own lemma.

    >>> lemmas("debacie"), lemmas("Niebywalskiej"), lemmas("xyz")
    (('debata',), ('niebywalski',), ('xyz',))
    """
    found = [(one[2][1], one[2][2], one[2][3]) for one in _morfeusz().analyse(word)]
    known = [(lemma, marks) for lemma, tag, marks in found if tag not in ("ign", "interp")]
    common = [one for one in known if not _NAMES.intersection(one[1])]
    chosen = common if common and word.islower() else known
    if not chosen:
        return (_guessed(word),)
    return tuple(sorted({lemma.partition(":")[0] for lemma, _ in chosen}))


def _guessed(word: str) -> str:
    """The lemma of a word that the dictionary lacks."""
    lower = word.lower()
    found = _SURNAME.match(lower)
    return f"{found['stem']}i" if found else lower


@lru_cache(maxsize=1 << 17)
def forms(lemma: str) -> frozenset[str]:
    """Every form of a dictionary word, folded; without those of „nie-”.

    >>> sorted(forms("debata"))[:5]
    ['debacie', 'debat', 'debata', 'debatach', 'debatami']
    >>> {"robilismy", "robiac", "nierobienie"} & forms("robić") == {"robilismy", "robiac"}
    True
    """
    made = {fold(one) for one in _generated(lemma)}
    if not lemma.startswith("nie"):
        made = {one for one in made if not one.startswith("nie")}
    if lemma.endswith(("ć", "c")):
        made |= {one + end for one in made for end in _ENDINGS.get(_past(one), ())}
    if stem := _SURNAME.match(lemma):
        made |= {fold(stem["stem"] + end) for end in _SURNAME_ENDS}
    return frozenset(one for one in made | {fold(lemma)} if one.isalpha())


def _generated(lemma: str) -> Iterator[str]:
    """Forms alone: asking for the tags of each would take three times as long."""
    for one in _generator()._morfeusz_obj.generate(lemma, None):
        yield one.orth


@cache
def _generator() -> Morfeusz:
    """Without the personal endings of the past tense, which are simple, nor the conditional."""
    from morfeusz2 import Morfeusz

    return Morfeusz(analyse=False, generate=True, praet="split")


_ENDINGS = {
    "l": ("em", "es"),
    "la": ("m", "s"),
    "li": ("smy", "scie"),
    "ly": ("smy", "scie"),
}
"""Folded ending of a verb's past form → personal endings."""


def _past(form: str) -> str:
    return form[-1:] if form.endswith("l") else form[-2:]
