"""Everything that tells a person in a text: by line, masked, the longest reading first.

A value is never kept or shown. Its mask tells the officer which one is meant; with one byte of
its digest, an allowed value is known again (another would pass for it once in 2.5 million),
and yet the number cannot be worked out from both.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from plugins.privacy import patterns, persons
from plugins.privacy.patterns import Finder, Found
from plugins.privacy.plain import plain


@dataclass(frozen=True, slots=True)
class Kind:
    """What is found: its Polish name, whether it keeps the site from being published.

    ``words``: in small letters, near which the finder looks; without any, it looks where digits
    stand. This spares most of the time.
    """

    what: str
    grave: bool
    finder: Finder
    words: tuple[str, ...] = ()


KINDS = (
    Kind("numer rachunku", True, patterns.accounts),
    Kind("PESEL", True, patterns.pesels),
    Kind("numer dowodu osobistego", True, patterns.cards),
    Kind("numer paszportu", True, patterns.passports),
    Kind("REGON", False, patterns.regons),
    Kind("NIP", False, patterns.nips),
    Kind("numer telefonu", False, patterns.phones),
    Kind("adres e-mail", False, persons.mails, ("@",)),
    Kind("numer rejestracyjny", False, persons.plates, persons.CAR_WORDS),
    Kind("data urodzenia", False, persons.birthdays, ("ur.", "urodz")),
    Kind("adres mieszkania", False, persons.flats, persons.STREET_WORDS),
    Kind("nazwisko zgłaszającego", False, persons.applicants, persons.APPLICANT_WORDS),
)
"""In this order: what one has found, the next no longer sees."""

GRAVE = frozenset(kind.what for kind in KINDS if kind.grave)


@dataclass(frozen=True, slots=True)
class Finding:
    """One value: its line from 1, what it is, its mask (``99…17``), a byte of its digest.

    ``host``: the domain of an e-mail address. ``key``: the key of a head in which it stands.
    """

    line: int
    what: str
    masked: str
    tag: str
    host: str = ""
    key: str = ""

    @property
    def sign(self) -> tuple[str, str]:
        """By which an allowed value is known again."""
        return self.masked, self.tag

    @property
    def is_grave(self) -> bool:
        """Whether it keeps the site from being published."""
        return self.what in GRAVE


def findings(text: str, *, grave: bool = False) -> tuple[Finding, ...]:
    """Everything that tells a person in a text, by line; ``grave``: only what is an error."""
    read = plain(text)
    found = list(every(read, grave))
    ends = [at.start() for at in re.finditer("\n", read)] if found else []
    told = {_finding(kind, one, bisect_left(ends, one.start) + 1) for kind, one in found}
    return tuple(sorted(told, key=lambda one: (one.line, one.what, one.sign)))


def _finding(kind: Kind, found: Found, line: int) -> Finding:
    host = persons.host_of(found.value) if "@" in found.value else ""
    return Finding(line, kind.what, *sign_of(found.value), host)


def every(text: str, grave: bool = False) -> Iterator[tuple[Kind, Found]]:
    """Each kind's finds in a :func:`plain` text in turn.

    What is found is blanked, so that nothing counts twice.
    """
    numbers, small = tuple(patterns.numbers(text)), "" if grave else text.lower()
    for kind in KINDS:
        if grave and not kind.grave:
            return
        where = tuple(patterns.around(small, kind.words)) if kind.words else numbers
        told = (one for start, end in where for one in kind.finder(text, start, end))
        found = tuple(islice(told, MANY)) if where else ()
        if found:
            apart = _apart(found)
            yield from ((kind, one) for one in apart)
            text = _without(text, apart)


MANY = 500
"""Values of one kind in one text: who is told of so many needs no more."""


def _apart(found: Iterable[Found]) -> list[Found]:
    """Finds by several shapes in order, but for those that overlap one before."""
    apart: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart


def _without(text: str, found: list[Found]) -> str:
    """The text with these blanked; line ends and places stay."""
    pieces, at = [], 0
    for one in found:
        pieces += [text[at : one.start], re.sub(r"[^\n]", "\x00", text[one.start : one.end])]
        at = one.end
    return "".join([*pieces, text[at:]]) if found else text


def sign_of(value: str) -> tuple[str, str]:
    """Mask and tag of a value however it is spaced; a phone's country does not count.

    >>> sign_of("+48 47 700 00 10") == sign_of("477000010")
    True
    >>> sign_of("48720100002")[0]
    '48…02'
    """
    signs = re.sub(r"[\W_]", "", re.sub(r"^\s*(?:\+|00)48", "", value))
    signs = re.sub(r"^PL(?=[0-9]{10})", "", signs)
    digest = hashlib.blake2b(signs.casefold().encode(), digest_size=1).hexdigest()
    return masked(signs), digest


def masked(value: str) -> str:
    """Two characters at each end.

    >>> masked("99721200017"), masked("Jan Kot")
    ('99…17', 'Ja…ot')
    """
    signs = re.sub(r"[\W_]", "", value)
    return f"{signs[:2]}…{signs[-2:]}"


def named(name: str) -> tuple[Finding, ...]:
    """The numbers in a file's name, where „_” parts words."""
    return findings(name.replace("_", " "), grave=True)
