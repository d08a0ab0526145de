"""What is measured: a tool with its project, and what is changed in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.peers.archive import Record

COLD, NOTHING, BODY, TITLE, TEMPLATE, DELETED, CHECKOUT = (
    "cold",
    "nothing changed",
    "one body edited",
    "one title edited",
    "a template edited",
    "one record deleted",
    "clean checkout with restored store",
)
SCENARIOS = (COLD, NOTHING, BODY, TITLE, TEMPLATE, DELETED, CHECKOUT)
"""In the order in which a round runs them."""


@dataclass(frozen=True, slots=True)
class Target:
    """A record that is changed: its file, its title there, its page, and a list that names it."""

    file: str
    title: str
    page: str
    listed: str

    @classmethod
    def of(cls, record: Record) -> Target:
        """A record of the archive, the same for every tool."""
        return cls(record.file, record.title, record.page, record.listed)


@dataclass(frozen=True, slots=True)
class Contender:
    """A tool with its project.

    ``command`` builds it; ``output`` is the site, ``template`` a file that every page shows;
    ``keeps``: what else a cold build does not find.
    """

    name: str
    version: str
    folder: Path
    command: tuple[str, ...]
    output: str
    template: str
    targets: Mapping[str, Target]
    keeps: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    """What it did not do, in words for a table."""
    environment: Mapping[str, str] = field(default_factory=dict)
    scenarios: tuple[str, ...] = SCENARIOS[:-1]

    @property
    def site(self) -> Path:
        """The output."""
        return self.folder / self.output


def targets(found: Sequence[Record]) -> dict[str, Target]:
    """Three records that stand on no newest list: the middle, and one on each side of it."""
    quarter = len(found) // 4
    places = {BODY: 2 * quarter, TITLE: quarter, DELETED: 3 * quarter}
    return {name: Target.of(found[place]) for name, place in places.items()}


def size(one: Contender) -> tuple[int, int, int]:
    """Files, pages of HTML, and bytes of the site."""
    files = [path for path in one.site.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    return len(files), pages, sum(path.stat().st_size for path in files)
