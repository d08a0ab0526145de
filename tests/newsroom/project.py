"""A small project on disk, a memory that is a dictionary, and one run over both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from plugins.newsroom import edition
from plugins.newsroom.dates import WARSAW
from plugins.newsroom.edition import Edition
from plugins.newsroom.reading import Row
from plugins.problems import Problem, Problems

NOW = datetime(2026, 3, 5, 12, tzinfo=WARSAW)

SITES = Path(__file__).resolve().parent.parent / "sites"

BARE = {
    path.relative_to(SITES / "base").as_posix(): path.read_bytes()
    for path in sorted((SITES / "base").rglob("*"))
    if path.is_file()
}
"""The least that is a site: the unit and one page."""


class Memory:
    """Rows in a dictionary, and what was done with them."""

    def __init__(self) -> None:
        self.rows: dict[str, Row] = {}
        self.log: list[str] = []

    def save(self, rows: Mapping[str, Any]) -> None:
        self.rows.update(rows)
        self.log.extend(f"save {path}" for path in rows)

    def drop(self, paths: Iterable[str]) -> None:
        for path in paths:
            self.rows.pop(path, None)


def write(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Put files below ``root``."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)


@dataclass
class Project:
    """A root folder with what is remembered between runs."""

    root: Path
    sources: Memory = field(default_factory=Memory)
    pictures: Memory = field(default_factory=Memory)
    texts: dict[str, str] = field(default_factory=dict)

    def prepare(self, now: datetime = NOW, *, drafts: bool = False) -> Edition:
        return edition.prepare(
            self.root,
            "content",
            now,
            sources=self.sources,
            pictures=self.pictures,
            keep=self.texts.update,
            run=map,
            drafts=drafts,
        )

    def problems(self, now: datetime = NOW) -> tuple[Problem, ...]:
        """What is wrong; nothing, if it can be published."""
        try:
            self.prepare(now)
        except Problems as error:
            return error.problems
        return ()


def debate(head: str = "", body: str = "Zapraszamy.", *, when: str = "2026-03-12 17:00") -> str:
    """A debate's file that is right but for what is added."""
    return (
        f"---\ntytuł: Droga do szkoły\ndata publikacji: 2026-02-20\ntermin: {when}\n"
        f"miejsce:\n  nazwa: Szkoła Podstawowa nr 5\n{head}---\n\n{body}\n"
    )


def news(head: str = "", body: str = "Treść.", *, published: str = "2026-02-20") -> str:
    """A piece of news, likewise."""
    return f"---\ntytuł: Komunikat\ndata publikacji: {published}\n{head}---\n\n{body}\n"


def report(of: str, head: str = "", *, published: str = "2026-03-01") -> str:
    """The report of a debate, likewise."""
    return (
        f"---\ntytuł: Sprawozdanie\ndata publikacji: {published}\ndebata: {of}\n{head}"
        "---\n\nByło.\n"
    )


def request(*history: str, head: str = "") -> str:
    """A request, likewise; an entry is ``day status`` with more keys behind semicolons."""
    entries = "".join(f"  - {_entry(one)}\n" for one in history or ("2026-02-26 zgłoszony",))
    return f"---\ntytuł: Doświetlić przejście\n{head}historia:\n{entries}---\n\nWniosek.\n"


def _entry(text: str) -> str:
    first, *more = text.split("; ")
    day, _, status = first.partition(" ")
    return "\n    ".join((f"data: {day}", f"status: {status}", *more))


def district(head: str = "", officer: str = "dzielnicowy: asp. Jan Kot") -> str:
    """A district, likewise."""
    return f"---\nnazwa: Rejon\n{officer}\n{head}---\n"
