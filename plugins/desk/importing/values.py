"""What passes from one step of an import to the next."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from plugins.problems import Problem, Problems


@dataclass(frozen=True, slots=True)
class Facts:
    """What a source says of one text; empty where it does not.

    Times are ``2022-01-31`` or ``2022-01-31 12:30`` in Polish time, else as they were found.
    """

    title: str = ""
    summary: str = ""
    published: str = ""
    updated: str = ""
    author: str = ""
    office: str = ""
    approved: str = ""
    link: str = ""
    words: tuple[str, ...] = ()
    archival: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """One text as a reader found it.

    ``source``: its file's name, fit to be shown. ``html`` is what it says; ``markdown`` stands
    in its place where the source was Markdown that needs no change. ``folder``: where files
    that it names may lie. ``pictures``: bytes by the ``src`` that stands in ``html``.
    ``marks``: what an officer must look at. ``left_out``: what is not taken over.
    """

    source: str
    facts: Facts
    html: str = ""
    markdown: str = ""
    folder: Path | None = None
    pictures: dict[str, bytes] = field(default_factory=dict)
    marks: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes beside a record under the name ``{id}-{name}``; ``label`` tells it."""

    name: str
    data: bytes
    label: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A text as Markdown. In it ``{id}`` stands before the names of files as ``SELF``."""

    facts: Facts
    body: str
    pictures: tuple[Attached, ...] = ()
    downloads: tuple[Attached, ...] = ()
    left_out: tuple[str, ...] = ()


SELF = "\ue001"
"""Where the record's id will stand, in the names of the files that go with it."""


def refused(source: str, message: str) -> Problems:
    """Why a file cannot be read, for the officer."""
    return Problems([Problem(source, 0, "", message)])


def shown(name: str) -> str:
    """A file's name without signs that a terminal would obey."""
    return "".join(sign if sign.isprintable() else "?" for sign in name)
