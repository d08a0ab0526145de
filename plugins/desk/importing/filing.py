"""Drafts find their places in ``content/`` and are written there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plugins.desk.importing.drafting import Draft
from plugins.desk.importing.values import SELF, Attached
from plugins.desk.writing import files
from plugins.newsroom import parsing
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.marks import left
from plugins.problems import Problem, Problems

_NOTE = re.compile(r"^# import:((?: [0-9a-f]{16})+)\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Filed:
    """A record in its place: ``path`` below the project's folder, and all files with it."""

    source: str
    path: str
    files: dict[str, bytes]

    @property
    def text(self) -> str:
        """The record's file."""
        return self.files[self.path].decode("utf-8")

    def problems(self) -> list[Problem]:
        """What an officer must look at, in order: marks, and what would be an error."""
        try:
            parsing.parse(self.path, self.files[self.path])
            wrong: tuple[Problem, ...] = ()
        except Problems as error:
            wrong = error.problems
        return sorted({*wrong, *left(self.path, self.text)})


@dataclass
class Cabinet:
    """What stands in ``content/`` already, and what this run adds.

    ``known``: what a text is known by → the record that holds it.
    """

    root: Path
    known: dict[str, str] = field(default_factory=dict)
    names: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def opened(cls, root: Path) -> Cabinet:
        """Read the notes of earlier imports, which stay when an officer edits a record."""
        cabinet = cls(root, {}, {kind: set() for kind in KINDS})
        for path in sorted((root / "content").rglob("*.md")):
            place = path.relative_to(root).as_posix()
            kind = place.split("/")[1]
            if kind in KINDS:
                cabinet.names[kind].add(path.stem)
                cabinet._note(place, _head(path))
        return cabinet

    def _note(self, path: str, text: str) -> None:
        for note in _NOTE.finditer(text):
            for digest in note[1].split():
                self.known.setdefault(digest, path)

    def holder(self, draft: Draft) -> str:
        """The record that holds a text already; empty if none does."""
        return next((self.known[one] for one in draft.known_by if one in self.known), "")

    def filed(self, draft: Draft) -> list[Filed]:
        """Give a draft its name; a report's debate, made with it, goes by the same."""
        kinds = [draft.kind, *([draft.debate.kind] if draft.debate else [])]
        name = self._free(kinds, draft.stem)
        found = [] if draft.debate is None else [_placed(draft.debate, name)]
        found.append(_placed(draft, name))
        for one in found:
            self._note(one.path, one.text)
        return found

    def _free(self, kinds: list[str], stem: str) -> str:
        number, name = 1, stem
        while any(name in self.names[kind] for kind in kinds):
            number += 1
            name = f"{stem}-{number}"
        for kind in kinds:
            self.names[kind].add(name)
        return name


def _head(path: Path) -> str:
    """The beginning of a record's file, in which the note stands."""
    if not path.is_file():
        return ""  # a pipe would be waited for
    try:
        with path.open("rb") as file:
            return file.read(20_000).decode("utf-8", "replace")
    except OSError:
        return ""  # it cannot be read, so nothing is known of it; `check` says so


def _placed(draft: Draft, name: str) -> Filed:
    folder = f"content/{draft.folder}"
    path = f"{folder}/{name}.md"
    beside: dict[str, bytes] = {f"{folder}/{name}-{one.name}": one.data for one in _beside(draft)}
    return Filed(draft.source, path, {**beside, path: draft.text(name).encode("utf-8")})


def _beside(draft: Draft) -> Iterator[Attached]:
    """Files that the record names; a picture in a part that was left out is not."""
    yield from draft.downloads
    for one in draft.pictures:
        if f"{SELF}-{one.name}" in draft.body:
            yield one


def write(root: Path, filed: Mapping[str, bytes]) -> None:
    """Write the files of one record, itself last, so that it never lacks a picture.

    Raises files.Taken if anything stands in one of the places.
    """
    for path, data in filed.items():
        files.create(root / path, data)
