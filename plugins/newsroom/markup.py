"""What a body may not hold, found in its source before Markdown sees it.

Markdown is quadratic on runs of brackets and recursive on nesting; raw HTML would bypass
typography, checks and the page's structure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.newsroom.source import Source
from plugins.problems import Problem

BODY_LIMIT = 200_000
"""Characters of a body: sixty printed pages."""

OPEN_BRACKETS = 60
"""Brackets left open in one paragraph: 1,000 of them take Markdown 0.4 s, 4,000 five."""

DEPTH = 40
"""Leading spaces or quote marks of a line: Markdown recurses on each level of a list."""

_TAG = re.compile(r"<(?:/?[A-Za-z][^\s<>:@]*(?:\s[^<>]*)?/?>?|!--|!\[|\?)")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^\s<>]*>|<[\w.+-]+@[\w.-]+>")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_DEEP = re.compile(rf"^(?:[ ]{{{DEPTH},}}\S|[ ]*(?:>[ ]?){{9,}}|(?:[ ]*[-*+][ ]+){{9,}})")
_HANDLER = re.compile(r"\{[^}]*?\b(on[a-z]+|style)\s*=", re.IGNORECASE)
_RUNS = re.compile(r"(?:\*{20,}|_{40,}|!{20,}|`{20,})(?=\S)")


def faults(source: Source) -> Iterator[Problem]:
    """Problems of a body, each with its line."""
    if len(source.body) > BODY_LIMIT:
        message = f"tekst ma ponad {BODY_LIMIT // 1000} tys. znaków – podziel go na kilka wpisów"
        yield Problem(source.path, source.body_line, "", message)
        return
    opened = 0
    for number, line in _prose_lines(source):
        opened = max(0, opened + line.count("[") - line.count("]")) if line.strip() else 0
        message = _fault(line) or (_brackets() if opened > OPEN_BRACKETS else "")
        if message:
            yield Problem(source.path, number, "", message)
            if opened > OPEN_BRACKETS:
                return


def _brackets() -> str:
    return f"ponad {OPEN_BRACKETS} niezamkniętych nawiasów „[” – usuń je"


def _prose_lines(source: Source) -> Iterator[tuple[int, str]]:
    """Lines without code spans and automatic links, numbered as in the file."""
    for number, line in enumerate(source.body.split("\n"), source.body_line):
        yield number, _AUTOLINK.sub("", _CODE.sub("", line))


def _fault(line: str) -> str:
    """The first thing wrong in a line, in Polish; empty if all is well."""
    tag = _TAG.search(line)
    if tag:
        return f"znacznik HTML „{tag[0][:30]}” – usuń go i użyj składni Markdown"
    if re.match(r"#(?!#)\s*\S", line):
        return "nagłówek „#” należy do tytułu strony – zacznij od „##”"
    attribute = _HANDLER.search(line)
    if attribute:
        return f"atrybut „{attribute[1]}” uruchamia skrypt – usuń go"
    if _DEEP.match(line):
        return "zbyt głębokie wcięcie – uprość listę"
    if _RUNS.search(line):
        return "długi ciąg znaków formatowania – usuń go"
    return ""
