"""Numbers that identify a person or a firm: their shapes, confirmed by their check digits.

Shapes, checks and levels: facts, section 3.3. A text is already :func:`plain`. Without a word
that says what it is, only a usual grouping counts; after „PESEL” any.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from plugins.privacy import checksums

_GAP = r"(?:[ .-]|[ \t]?\n[ \t>]*)"
"""What may stand between two groups of digits: also the end of a line in a paragraph."""


@dataclass(frozen=True, slots=True)
class Found:
    """A value and where it stands in the plain text."""

    start: int
    end: int
    value: str


Finder = Callable[[str, int, int], Iterator[Found]]
"""Looks through a plain text from one place to another."""


def bare(value: str) -> str:
    """Letters and digits alone, in capitals.

    >>> bare("xyz 100-001")
    'XYZ100001'
    """
    return re.sub(r"[^0-9A-Za-z]", "", value).upper()


def _checked(shapes: tuple[re.Pattern[str], ...], holds: Callable[[str], bool]) -> Finder:
    """Finds what has one of these shapes and passes the check."""

    def finder(text: str, start: int, end: int) -> Iterator[Found]:
        for shape in shapes:
            for found in shape.finditer(text, start, end):
                value = bare(found["n"])
                if holds(value):
                    yield Found(found.start("n"), found.end("n"), value)

    return finder


def _after(words: str, shape: str) -> re.Pattern[str]:
    """A shape within 40 characters after a word that says what it is."""
    return re.compile(rf"(?i:\b(?:{words}))[^0-9]{{0,40}}?(?P<n>{shape})", re.DOTALL)


_ACCOUNT = (
    re.compile(rf"(?<!\w)(?:PL{_GAP}?)?(?P<n>[0-9]{{2}}(?:{_GAP}?[0-9]{{4}}){{6}})(?![0-9])"),
    _after("kont|rachun|IBAN|NRB", rf"[0-9](?:{_GAP}{{0,2}}[0-9]){{25}}(?![0-9])"),
)
_PESEL = (
    re.compile(rf"(?<![0-9/+])(?<![0-9][.,])(?P<n>[0-9]{{6}}{_GAP}?[0-9]{{5}})(?![0-9/])"),
    re.compile(
        r"(?<![0-9/+])(?<![0-9][.-])(?P<n>[0-9]{2}(?P<g>[ .-])[0-9]{2}(?P=g)[0-9]{2}"
        r"(?:(?P=g)|[ -])?[0-9]{5})(?![0-9/])"
    ),
    _after("PESEL", rf"[0-9](?:{_GAP}{{0,2}}[0-9]){{10}}(?![0-9])"),
)
_NO_SERIES = "PLN|EUR|USD|CHF|GBP|KRS|NIP|TEL|FAX|ISO|BDO|KMP|KPP|KWP|KGP|RSD|KOD|RCB"
_CARD = (
    re.compile(
        rf"(?<![\w/])(?!{_NO_SERIES})(?P<n>[A-Z]{{3}}(?:[ -]|[ \t]?\n[ \t>]*)?[0-9]{{6}})"
        r"(?![0-9/]|[.-][0-9])"
    ),
    _after(r"dow[oó]d|tożsamo|legitym", rf"\b[A-Za-z]{{3}}{_GAP}?[0-9](?:{_GAP}?[0-9]){{5}}(?!\w)"),
)
_PASSPORT = (
    re.compile(
        r"(?<![\w/])(?!NR|UE|KM|TE|EN|PN)(?P<n>[A-Z]{2}(?:[ -]|[ \t]?\n[ \t>]*)?[0-9]{7})"
        r"(?![0-9/]|[.-][0-9])"
    ),
    _after("paszport", rf"\b[A-Za-z]{{2}}{_GAP}?[0-9](?:{_GAP}?[0-9]){{6}}(?!\w)"),
)
_NIP = (
    re.compile(
        r"(?<![\w/-])(?<!KRS )(?<!KRS: )(?:PL[ -]?)?(?P<n>[0-9]{3}-[0-9]{3}-[0-9]{2}-[0-9]{2}"
        r"|[0-9]{3}-[0-9]{2}-[0-9]{2}-[0-9]{3}|[0-9]{10})(?![0-9/]|-[0-9])"
    ),
    _after(r"NIP\b", r"[0-9](?:[ -]?[0-9]){9}(?![0-9])"),
)
_NAMED_REGON = r"(?i:\bREGON\w{0,3}\W{0,3}(?:nr|numer)?)\W{0,3}(?P<n>[0-9](?:[ -]?[0-9])"
_REGON = (
    re.compile(_NAMED_REGON + r"{13})(?![0-9])"),
    re.compile(_NAMED_REGON + r"{8})(?![0-9])"),
)
_MEASURE = r"[ ]?(?:zł|gr\b|tys\b|mln|mld|euro|EUR|PLN|USD|%|km|m\b|m2|m²|ha\b|osób|sztuk|kWh)"
_PHONE = re.compile(
    r"(?<![\w+/.,])(?<![0-9][ -])(?<!REGON )(?<!REGON: )(?:(?:\+|00)48[ -]?)?(?P<n>"
    r"(?:\([1-9][0-9]\)[ -]?|[1-9][0-9][ -])[0-9]{3}[ -][0-9]{2}[ -][0-9]{2}"
    r"|[1-9][0-9]{2}(?P<g>[ .-])[0-9]{3}(?P=g)[0-9]{3}"
    r"|[1-9][0-9]{2}[ -][0-9]{2}[ -][0-9]{2}[ -][0-9]{2}"
    rf"|[1-9][0-9]{{8}})(?![0-9/]|[.,-][0-9]|[ ][0-9]{{3}}(?![0-9])|{_MEASURE})"
)


accounts = _checked(_ACCOUNT, checksums.is_account)
pesels = _checked(_PESEL, checksums.is_pesel)
cards = _checked(_CARD, checksums.is_identity_card)
passports = _checked(_PASSPORT, checksums.is_passport)
nips = _checked(_NIP, checksums.is_nip)
regons = _checked(_REGON, checksums.is_regon)
"""Only after the word: a phone has nine digits as well."""

_FREE = re.compile(r"80[0-9]|116")
"""Numbers of lines that cost the caller little: never a private person's."""


def phones(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Found]:
    """Polish telephone numbers, without the country's.

    >>> [found.value for found in phones("tel. +48 601 234 567, 800 12 12 12, 150 000 000 zł")]
    ['601234567']
    """
    for found in _PHONE.finditer(text, start, end):
        value = bare(found["n"])
        if not _FREE.match(value):
            yield Found(found.start("n"), found.end("n"), value)


_RUN = re.compile(
    r"[0-9](?<![0-9][0-9])(?!(?<=2)0[0-9]{2}-[01][0-9]-[0-3][0-9](?![0-9]))"
    r"(?:(?:[() .\t\n>-]{0,3}[0-9]){8,}"
    r"|(?:(?<=[A-Za-z][A-Za-z][0-9])|(?<=[A-Za-z][A-Za-z][ \n>.-][0-9])|(?<=  [0-9])|(?<=> [0-9]))"
    r"(?:[ .-]?[0-9]){5,6}(?![0-9]))"
)


def numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers may stand, with the words before them; the stretches do not overlap.

    >>> list(numbers("Dnia 2026-03-12 o 17:00, tel. 601 234 567."))
    [(0, 42)]
    """
    return _merged(((found.start(), found.end()) for found in _RUN.finditer(text)), len(text))


def around(small: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where one of some words stands in a text of small letters, and what is near; likewise."""
    places = []
    for word in words:
        at = small.find(word)
        while at >= 0:
            places.append((at, at + len(word)))
            at = small.find(word, at + len(word))
    return _merged(sorted(places), len(small))


_NEAR = 64, 100


def _merged(places: Iterable[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    """Stretches with what is near them on both sides, those that touch made one."""
    last: tuple[int, int] | None = None
    for start, end in places:
        start, end = max(start - _NEAR[0], 0), min(end + _NEAR[1], length)
        if last and start <= last[1]:
            start = last[0]
        elif last:
            yield last
        last = start, end
    if last:
        yield last
