"""The files of ``content/`` by kind and id, and what lists and suggestions show of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.desk.editor.fields import ANYTHING, WORDS
from plugins.desk.looking import Look
from plugins.desk.memory import CONTENT
from plugins.newsroom import folders
from plugins.newsroom.dates import Moment
from plugins.newsroom.holdings import Visibility
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.parsing import UNIT
from plugins.newsroom.spelling import alphabetical, fold

UNIT_FILE = f"{CONTENT}/{UNIT}"

OFFERED = 400  # names in one list of suggestions; more are found by searching

_NAME = re.compile(r"[a-z0-9-]{1,80}")


@dataclass(frozen=True, slots=True)
class Place:
    """A file that can be edited; ``path`` from the project's folder. The unit has no folder."""

    folder: str
    id: str
    path: str

    @property
    def cls(self) -> type:
        """The class of what stands in it."""
        return KINDS[self.folder].record if self.folder else Unit

    @property
    def address(self) -> str:
        """Its page in the editor."""
        return f"/redakcja/{self.folder}/{self.id}/" if self.folder else "/redakcja/jednostka/"


UNIT_PLACE = Place("", "jednostka", UNIT_FILE)


def place_of(path: str) -> Place | None:
    """The place of a path of :class:`Problem`; None for what is no record."""
    parts = path.split("/")
    if path == UNIT_FILE:
        return UNIT_PLACE
    name = parts[-1].removesuffix(".md")
    known = len(parts) > 2 and parts[1] in KINDS and path.endswith(".md")
    return Place(parts[1], name, path) if known and _NAME.fullmatch(name) else None


def found(root: Path, folder: str, name: str) -> Place | None:
    """The file of a record; None if there is none. Links and strange names are never followed."""
    if folder not in KINDS or not _NAME.fullmatch(name):
        return None
    ending = f"/{name}.md"
    records = folders.scan(root, CONTENT).records
    paths = (p for p in records if p.startswith(f"{CONTENT}/{folder}/") and p.endswith(ending))
    return next((Place(folder, name, path) for path in paths), None)


@dataclass(frozen=True, slots=True)
class Item:
    """A record in a list. ``state``: a word; ``tone``: of its badge; ``when``: the day it tells."""

    place: Place
    title: str
    state: str
    tone: str
    when: Moment | None = None
    faults: int = 0


_STATES = {
    Visibility.LISTED: ("opublikowany", "ok"),
    Visibility.HIDDEN: ("ukryty", "quiet"),
    Visibility.WITHDRAWN: ("wycofany", "stop"),
    Visibility.EMBARGO: ("embargo", "wait"),
    Visibility.DRAFT: ("szkic", "wait"),
}


def items(look: Look) -> Iterator[Item]:
    """Every record, those that cannot be read too, by path."""
    faults: dict[str, int] = {}
    for problem in look.errors:
        faults[problem.path] = faults.get(problem.path, 0) + 1
    read = {entry.record.path for entry in look.holdings.entries}
    for entry in look.holdings.entries:
        yield _item(look, entry.record, faults.get(entry.record.path, 0))
    for path in sorted(set(faults) - read):
        place = place_of(path)
        if place and place.folder:
            yield Item(place, place.id, "z błędem", "stop", None, faults[path])


def _item(look: Look, record: Record, faults: int) -> Item:
    place = place_of(record.path)
    assert place is not None, "a record that was read lies in its kind's folder"
    state, tone = _STATES[look.holdings.visibility(record)]
    when = getattr(record, "when", None) or record.appeared
    return Item(place, titled(record), state, tone, when, faults)


def titled(record: Record) -> str:
    """A record's title; a request's with its number."""
    number = getattr(record, "number", "")
    return f"{number} {record.title}" if number else record.title


def newest_first(listed: Iterable[Item]) -> list[Item]:
    """By day, the latest first; what has none by title, at the end."""
    by_title = sorted(listed, key=lambda one: alphabetical(one.title))
    return sorted(by_title, key=_day, reverse=True)


def _day(item: Item) -> str:
    first = item.when.first if item.when else None
    return first.isoformat() if first else ""


def searched(listed: Iterable[Item], words: str) -> list[Item]:
    """Those whose title or id holds every word, whatever its case and diacritics."""
    wanted = [fold(word) for word in words.split() if fold(word)]
    return [
        one
        for one in listed
        if wanted and all(word in fold(f"{one.title} {one.place.id}") for word in wanted)
    ]


def suggestions(look: Look, names: Iterable[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """For each list that a form names: what may be written, and what it means."""
    return {name: tuple(_offered(look, name)) for name in dict.fromkeys(names)}


def _offered(look: Look, name: str) -> Iterator[tuple[str, str]]:
    if name in WORDS:
        yield from ((word, "") for word in WORDS[name])
        return
    entries = [e for e in look.holdings.entries if name in (ANYTHING, e.folder)]
    entries = [e for e in entries if not isinstance(e.record, Report) or name != ANYTHING]
    newest = sorted(entries, key=lambda e: _said(e.record), reverse=True)[:OFFERED]
    for entry in sorted(newest, key=lambda e: alphabetical(e.record.title)):
        prefix = f"{entry.folder}/" if name == ANYTHING else ""
        yield f"{prefix}{entry.record.id}", entry.record.title


def _said(record: Record) -> str:
    first = record.appeared.first if record.appeared else None
    return first.isoformat() if first else ""


def titles(look: Look) -> Mapping[str, Record]:
    """``kind/id`` → record, to say what a reference means."""
    return look.holdings.by_target
