"""House numbers of a street as an officer lists them: ``nieparzyste 1–31``, ``2–40``, ``7a``.

A range covers its numbers with any letter (``7`` and ``7a``); a number on its own is that one
house alone, so that ``7`` and ``7a`` may lie in two districts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

ODD, EVEN = "nieparzyste", "parzyste"
HIGHEST = 9999


@dataclass(frozen=True, slots=True)
class Span:
    """House numbers from ``first`` to ``last``.

    ``parity``: :data:`ODD`, :data:`EVEN` or empty; ``letter``: ``None`` for any, else the one
    that belongs to the number (empty: none).
    """

    first: int = 1
    last: int = HIGHEST
    parity: str = ""
    letter: str | None = None

    def covers(self, number: int, letter: str = "") -> bool:
        """Whether a house stands in here.

        >>> Span(1, 31, ODD).covers(7, "a"), Span(1, 31, ODD).covers(8)
        (True, False)
        """
        within = self.first <= number <= self.last
        parity = not self.parity or (number % 2 == 1) == (self.parity == ODD)
        return within and parity and self.letter in (None, letter)

    def common(self, other: Span) -> str:
        """A house that stands in both, such as ``7a``; empty: there is none.

        >>> Span(1, 31, ODD).common(Span(30, 40)), Span(1, 31, ODD).common(Span(2, 8, EVEN))
        ('31', '')
        """
        letters = {one for one in (self.letter, other.letter) if one is not None} or {""}
        start = max(self.first, other.first)
        for number in range(start, min(self.last, other.last, start + 1) + 1):
            for letter in letters:
                if self.covers(number, letter) and other.covers(number, letter):
                    return f"{number}{letter}"
        return ""


@dataclass(frozen=True, slots=True)
class Houses:
    """The houses of one street in one district; ``text`` as it was written."""

    text: str = ""
    spans: tuple[Span, ...] = (Span(),)

    def covers(self, number: int, letter: str = "") -> bool:
        """Whether a house is among them."""
        return any(span.covers(number, letter) for span in self.spans)

    def common(self, other: Houses) -> str:
        """A house that is in both; empty: there is none."""
        pairs = ((one, two) for one in self.spans for two in other.spans)
        return next(filter(None, (one.common(two) for one, two in pairs)), "")


WHOLE_STREET = Houses()

_EXAMPLE = "napisz np. nieparzyste 1–31 albo 2–40, 44, 7a"
_PART = re.compile(
    rf"(?P<parity>{ODD}|{EVEN})?\s*"
    r"(?:(?P<from>od\s+)?(?P<first>[0-9]{1,4})(?P<letter>[a-z]?)"
    r"(?:\s*(?:-|–|—|do\s)\s*(?P<last>[0-9]{1,4})(?P<last_letter>[a-z]?))?)?"
)


def parse(text: str) -> Houses:
    """Houses of a comma list; raises ValueError in Polish.

    >>> parse("nieparzyste 1-31, 40, 42a").spans[2]
    Span(first=42, last=42, parity='', letter='a')
    >>> parse("1-15 nieparzyste, 39 do końca").text
    'nieparzyste 1–15, od 39'
    """
    parts = [_usual(part.strip()) for part in re.split(r"[,;]", text.lower()) if part.strip()]
    spans = [span for part in parts or [""] for span in _spans(part)]
    written = ", ".join(" ".join(part.split()) for part in parts)
    shown = re.sub(r"(?<=[0-9a-z])\s*(?:-|—|\bdo\s)\s*(?=[0-9])", "–", written)
    shown = re.sub(r"\bod\s+(?=[0-9]+\s*–)", "", shown)
    return Houses(shown, tuple(spans))


def _usual(part: str) -> str:
    """``1–15 nieparzyste`` and ``39 do końca`` in the usual order of words."""
    part = re.sub(rf"^(.*[0-9a-z])\s+({ODD}|{EVEN})$", r"\2 \1", part)
    return re.sub(r"^(.*?)(?:od\s+)?([0-9]+)\s*(?:-|–)?\s*do końca$", r"\1od \2", part)


def _spans(part: str) -> Iterator[Span]:
    found = _PART.fullmatch(part)
    if not part or not found:
        raise ValueError(f"„{part}” nie jest numerem domu – {_EXAMPLE}")
    parity, first, last = found["parity"] or "", found["first"], found["last"]
    if first is None:
        yield Span(parity=parity)
    elif found["letter"] or found["last_letter"]:
        yield from _lettered(part, found)
    elif last is not None:
        yield _range(part, Span(int(first), int(last), parity))
    elif found["from"]:
        yield Span(int(first), HIGHEST, parity)
    else:
        yield _range(part, Span(int(first), int(first), parity, letter=""))


def _range(part: str, span: Span) -> Span:
    if span.last < span.first:
        raise ValueError(f"„{part}” ma koniec przed początkiem – napisz od mniejszego numeru")
    if not span.last:
        raise ValueError(f"„{part}” nie jest numerem domu – {_EXAMPLE}")
    if not all(span.covers(end, span.letter or "") for end in (span.first, span.last)):
        side = span.parity.removesuffix("e") + "y"
        raise ValueError(f"„{part}” ma na końcu numer, który nie jest {side} – popraw go")
    return span


def _lettered(part: str, found: re.Match[str]) -> Iterator[Span]:
    """``7a``, or the houses ``7a–7d``; letters do not go with anything wider."""
    first, last = found["first"], found["last"]
    letters = (found["letter"], found["last_letter"] or found["letter"])
    if found["parity"] or found["from"] or last not in (None, first) or not all(letters):
        raise ValueError(
            f"„{part}” miesza zakres i litery – domy z literą wpisz osobno, np. 7a, 9b"
        )
    if letters[1] < letters[0]:
        raise ValueError(f"„{part}” ma koniec przed początkiem – napisz od wcześniejszej litery")
    for code in range(ord(letters[0]), ord(letters[1]) + 1):
        yield Span(int(first), int(first), letter=chr(code))
