"""References between records, and old addresses that two records claim."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from plugins.newsroom.holdings import Holdings
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.shape import Reference
from plugins.problems import Problem


def dangling(holdings: Holdings) -> Iterator[Problem]:
    """A reference to a record that has no file; a faulty file counts as there."""
    for entry in holdings.entries:
        for reference in entry.references:
            if reference.target not in holdings.known and not _is_text(reference):
                yield _dangling(holdings, entry.record, reference)


def _is_text(reference: Reference) -> bool:
    """A guest may be plain text; a hyphenated small-letter word was meant as an id."""
    name = reference.target.partition("/")[2]
    return reference.loose and not (name.isascii() and name == name.lower() and "-" in name)


def _dangling(holdings: Holdings, record: Record, reference: Reference) -> Problem:
    folder, _, name = reference.target.partition("/")
    if folder not in KINDS:
        message = f"nie ma rodzaju „{folder}” – możliwe: {', '.join(KINDS)}"
        return Problem(record.path, 0, reference.key, message)
    names = [target.partition("/")[2] for target in holdings.known if target.startswith(folder)]
    near = get_close_matches(name, names, 1, 0.5)
    advice = f"napisz „{near[0]}”" if near else f"utwórz plik content/{folder}/{name}.md"
    kind = KINDS[folder].one
    message = f"nie ma takiego rekordu ({kind} „{name}”) – {advice}"
    return Problem(record.path, 0, reference.key, message)


def unpublished(holdings: Holdings) -> Iterator[Problem]:
    """A reference to a draft is left out of the page, with a word to the officer."""
    for entry in holdings.entries:
        if not holdings.visibility(entry.record).has_page:
            continue
        for reference in entry.references:
            known = reference.target in holdings.by_target
            if known and not holdings.is_seen(reference.target):
                message = f"„{reference.target}” nie jest opublikowane – odnośnik pominięto"
                yield Problem(entry.record.path, 0, reference.key, message)


def claimed_twice(holdings: Holdings) -> Iterator[Problem]:
    """Two records cannot both stand at one old address."""
    first: dict[str, str] = {}
    for entry in holdings.entries:
        for number, old in enumerate(entry.record.old_paths, 1):
            other = first.setdefault(old.rstrip("/").casefold(), entry.record.path)
            if other != entry.record.path:
                key = f"dawne adresy[{number}]"
                message = f"„{old}” należy już do {other} – zostaw ten adres w jednym pliku"
                yield Problem(entry.record.path, 0, key, message)
