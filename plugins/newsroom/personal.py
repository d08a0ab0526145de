"""What tells a person in one record: in its source, its file's name, and on its finished page."""

from __future__ import annotations

from dataclasses import replace

from plugins.newsroom.source import Source
from plugins.privacy import plain
from plugins.privacy.findings import Finding, findings, named

NAME = "nazwa pliku"
"""Stands for a key where a file's name itself tells a person."""


def told(path: str, text: str) -> tuple[Finding, ...]:
    """Of the whole file as it is written, and of its name, which is an address (line 0)."""
    in_name = (replace(one, line=0, key=NAME) for one in named(path.rpartition("/")[2]))
    return (*in_name, *findings(text))


def assembled(found: tuple[Finding, ...], source: Source, html: str) -> tuple[Finding, ...]:
    """With the numbers that only the finished page shows in one piece (``[99](x)721200017``)."""
    shown = plain.assembled(html)
    if not shown:
        return found
    known = {(one.what, one.sign) for one in found}
    more = findings(shown)
    fresh = (one for one in more if (one.what, one.sign) not in known)
    return (*found, *(replace(one, line=_line(source, one)) for one in fresh))


def _line(source: Source, found: Finding) -> int:
    """The first line of the body where the value may begin."""
    place = max(source.body.find(found.masked[:2]), 0)
    return source.body_line + source.body.count("\n", 0, place)
