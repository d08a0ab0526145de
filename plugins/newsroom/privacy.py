"""Numbers that identify a person, found in a record's text before it is published.

Only what its own check digit confirms counts, so that case numbers and phones pass (facts,
section 3.3). A value is never kept or shown: its digest tells whether it is allowed, a mask
tells the officer which one is meant.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Finding:
    """A number in a line: what it is, its mask (``99…17``), the digest of its digits."""

    line: int
    what: str
    masked: str
    digest: str


def findings(text: str) -> tuple[Finding, ...]:
    """Every identifying number of a file's text, by line; the longest reading first."""
    found = []
    for number, line in enumerate(_plain(text).split("\n"), 1):
        for what, value, _ in _in_line(line):
            found.append(Finding(number, what, masked(value), digest_of(value)))
    return tuple(found)


def digest_of(value: str) -> str:
    """By which an allowed number is known again, however it is spaced."""
    return hashlib.blake2b(_bare(value).encode(), digest_size=16).hexdigest()


def masked(value: str) -> str:
    """Two characters at each end.

    >>> masked("99721200017")
    '99…17'
    """
    bare = _bare(value)
    return f"{bare[:2]}…{bare[-2:]}"


def _bare(value: str) -> str:
    return re.sub(r"[^0-9A-Za-z]", "", value).upper().removeprefix("PL")


_SPACES = re.compile("[\u00a0\u2009\u202f]")
_INVISIBLE = re.compile("[\u200b-\u200d\u00ad\ufeff]")


def _plain(text: str) -> str:
    return _INVISIBLE.sub("", _SPACES.sub(" ", text))


def _in_line(line: str) -> Iterator[tuple[str, str, int]]:
    for what, pattern, is_valid in _KINDS:
        for found in pattern.finditer(line):
            if is_valid(_bare(found[0])):
                yield what, found[0], found.start()
                line = line.replace(found[0], " " * len(found[0]))


def is_account(bare: str) -> bool:
    """A Polish bank account: IBAN's remainder is 1 (ISO 13616)."""
    return int(f"{bare[2:]}2521{bare[:2]}") % 97 == 1  # PL is 25 21


def is_pesel(bare: str) -> bool:
    """Check digit and a date that exists (Act of 24 September 2010, art. 15).

    >>> is_pesel("99721200017"), is_pesel("99721200018")
    (True, False)
    """
    weights = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)
    if sum(w * int(d) for w, d in zip(weights, bare, strict=True)) % 10:
        return False
    year, month, day = int(bare[:2]), int(bare[2:4]), int(bare[4:6])
    century = {0: 1900, 1: 2000, 2: 2100, 3: 2200, 4: 1800}[month // 20]
    try:
        date(century + year, month % 20, day)
    except ValueError:
        return False
    return True


def is_identity_card(bare: str) -> bool:
    """Three letters and six digits, the first of which is the check digit.

    >>> is_identity_card("XYZ100001"), is_identity_card("XYZ100002")
    (True, False)
    """
    return _weighed(bare, (7, 3, 1, 9, 7, 3, 1, 7, 3))


def is_passport(bare: str) -> bool:
    """Two letters and seven digits, the first of which is the check digit.

    >>> is_passport("XX3000001"), is_passport("XX3000002")
    (True, False)
    """
    return _weighed(bare, (7, 3, 9, 1, 7, 3, 1, 7, 3))


def _weighed(bare: str, weights: tuple[int, ...]) -> bool:
    return sum(w * int(sign, 36) for w, sign in zip(weights, bare, strict=True)) % 10 == 0


_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...] = (
    (
        "numer rachunku",
        re.compile(r"(?<!\w)(?:PL[ -]?)?\d{2}(?:[ -]?\d{4}){6}(?!\d)", re.ASCII),
        is_account,
    ),
    ("PESEL", re.compile(r"(?<![\d/])\d{6}[ -]?\d{5}(?![\d/])", re.ASCII), is_pesel),
    (
        "numer dowodu osobistego",
        re.compile(r"(?<!\w)[A-Z]{3}[ -]?\d{6}(?!\d)", re.ASCII),
        is_identity_card,
    ),
    (
        "numer paszportu",
        re.compile(r"(?<!\w)[A-Z]{2}[ -]?\d{7}(?!\d)", re.ASCII),
        is_passport,
    ),
)
