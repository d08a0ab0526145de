"""Polish typography in a body's own text: only where its page stays as it is.

The site corrects typography when it shows a body, so a corrected source must show the same
page. That is the rule by which every changed line is judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from plugins.newsroom import typography

Page = Callable[[str], object]
"""What is shown of a body, to be compared."""

ROUNDS = 4
"""A change may allow another one in the next line; more than this was never needed."""

_HELD = re.compile(
    r"(?P<code>(?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`))"
    r"|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)"  # a link's target
    r"|\]\[[^\]]*\]|\[\^[^\]]*\]:?"  # a reference, a footnote
    r"|<[^<>\s]+>|\{[^{}]*\}|&#?\w+;|\\.|\*+|_+"
)
"""What no typography touches; ``\\.`` is a sign that the officer kept from Markdown."""

_LITERAL = re.compile(r"^(?: {4}|\t)|^\s*\[[^\]]+\]:|^\s*\|?[ :|-]+\|[ :|-]*$|^\s*!!!|^\s*[-*_ ]+$")
_START = re.compile(r"^(?:\s*(?:>|[-*+]\s|\d+[.)]\s|#{1,6}\s))*\s*")


def corrected(body: str, page: Page) -> str:
    """The body with every line set that can be set without changing its page."""
    for _ in range(ROUNDS):
        better = _round(body, page)
        if better == body:
            return body
        body = better
    return body


def _round(body: str, page: Page) -> str:
    lines = body.split("\n")
    wanted = [_line(line) for line in lines]
    if wanted == lines:
        return body
    shown = page(body)
    whole = "\n".join(wanted)
    return whole if page(whole) == shown else _one_by_one(lines, wanted, shown, page)


def _one_by_one(lines: list[str], wanted: list[str], shown: object, page: Page) -> str:
    """Each line tried alone: what changes the page stays as it was."""
    kept = list(lines)
    for number, better in enumerate(wanted):
        if better != lines[number]:
            kept[number] = better
            if page("\n".join(kept)) != shown:
                kept[number] = lines[number]
    return "\n".join(kept)


def _line(line: str) -> str:
    """One line set, between what must stay; two spaces at its end are Markdown's."""
    if _LITERAL.match(line):
        return line
    start = _START.match(line)
    begin = start.end() if start else 0
    end = len(line.rstrip())
    return line[:begin] + _between(line[begin:end]) + line[end:] if begin < end else line


def _between(text: str) -> str:
    parts, place = [], 0
    for held in _HELD.finditer(text):
        parts += [_set(text[place : held.start()], text, place, held.start()), held[0]]
        place = held.end()
    return "".join([*parts, _set(text[place:], text, place, len(text))])


def _set(part: str, text: str, begin: int, end: int) -> str:
    """A piece set between what stands around it; emphasis is as thin as in the page."""
    if not part.strip():
        return part
    before, after = text[:begin].rstrip("*_")[-1:], text[end:].lstrip("*_")[:1]
    left = "x" * (before not in ("", " ", "(", "„", "«", "["))
    right = "x" * (after not in ("", " ", *".,;:!?)”»"))
    made = typography.corrected(f"{left}{part}{right}")
    return made[len(left) : len(made) - len(right)]
