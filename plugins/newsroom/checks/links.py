"""References between records, and old addresses that two records claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from plugins.newsroom import addresses
from plugins.newsroom.advice import legible
from plugins.newsroom.holdings import Holdings, Visibility
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.shape import Reference
from plugins.newsroom.spelling import slug
from plugins.problems import Problem


def dangling(holdings: Holdings) -> Iterator[Problem]:
    """A reference to a record that has no file; a faulty file counts as there."""
    for file in holdings.files:
        for reference in file.references:
            if reference.target not in holdings.known and not _is_text(reference):
                yield _dangling(holdings, file.path, reference)


def to_itself(holdings: Holdings) -> Iterator[Problem]:
    """A key that names its own record; a link within a body may lead to its own page."""
    for entry in holdings.entries:
        own = f"{entry.folder}/{entry.record.id}"
        for reference in entry.references:
            if reference.target == own and reference.key:
                message = "rekord wskazuje sam siebie – usuń tę nazwę albo popraw ją"
                yield Problem(entry.record.path, reference.line, reference.key, message)


def _is_text(reference: Reference) -> bool:
    """A guest may be plain text; a hyphenated small-letter word was meant as an id."""
    name = reference.target.partition("/")[2]
    return reference.loose and not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)+", name)


def _dangling(holdings: Holdings, path: str, reference: Reference) -> Problem:
    folder, _, name = reference.target.partition("/")
    if folder not in KINDS:
        message = f"nie ma rodzaju „{folder}” – możliwe: {', '.join(KINDS)}"
        return Problem(path, reference.line, reference.key, message)
    known = sorted(target for target in holdings.known if target.startswith(f"{folder}/"))
    names = [target.partition("/")[2] for target in known]
    longer = [one for one in names if one.startswith(f"{name}-")]
    near, sure = (longer or get_close_matches(name, names, 1, cutoff) for cutoff in (0.5, 0.8))
    make = f"utwórz plik content/{folder}/{slug(name)[:80] or 'nazwa'}.md"
    guess = f"napisz „{near[0]}”" if near else ""
    advice = guess if sure else f"{guess} albo {make}" if near else make
    elsewhere = "" if reference.key or sure else _elsewhere(holdings, name)
    advice = elsewhere or advice
    kind = KINDS[folder].one
    message = f"nie ma takiego rekordu ({kind} „{name}”) – {advice}"
    return Problem(path, reference.line, reference.key, legible(message))


def _elsewhere(holdings: Holdings, name: str) -> str:
    """Where a record of this name is, for a link in a text; empty if it is nowhere."""
    folder = next((kind for kind in KINDS if f"{kind}/{name}" in holdings.known), "")
    return f"jest {KINDS[folder].one} „{name}”, napisz ../{folder}/{name}.md" if folder else ""


def unpublished(holdings: Holdings) -> Iterator[Problem]:
    """A reference to a draft is left out of the page, with a word to the officer."""
    for entry in holdings.entries:
        if holdings.visibility(entry.record) is not Visibility.LISTED:
            continue
        for reference in entry.references:
            if _is_left_out(holdings, reference):
                state = _state(holdings, reference.target)
                message = f"„{reference.target}” {state} – odnośnik pominięto"
                yield Problem(entry.record.path, reference.line, reference.key, message)


def _state(holdings: Holdings, target: str) -> str:
    record = holdings.by_target[target]
    if holdings.visibility(record) is Visibility.EMBARGO and record.appeared:
        return f"ukaże się {record.appeared.first}"
    return "nie jest opublikowane"


def _is_left_out(holdings: Holdings, reference: Reference) -> bool:
    """Drafts always; a hidden record by its name, though a link in a text may lead to it."""
    record = holdings.by_target.get(reference.target)
    if record is None:
        return False
    hidden = holdings.visibility(record) is Visibility.HIDDEN
    named = bool(reference.key) and not reference.target.startswith("miejsca/")
    return not holdings.is_seen(reference.target) or (hidden and named)


def claimed_twice(holdings: Holdings) -> Iterator[Problem]:
    """Two records cannot stand at one address, be it an old one or today's."""
    first = {addresses.of(entry.record).strip("/"): entry.record.path for entry in holdings.entries}
    for entry in holdings.entries:
        path = entry.record.path
        for number, old in enumerate(entry.record.old_paths, 1):
            other = first.setdefault(_place(old), "")
            first[_place(old)] = other or path
            if other:
                yield Problem(path, 0, f"dawne adresy[{number}]", _claimed(old, other, path))


def _claimed(old: str, other: str, path: str) -> str:
    if other == path:
        return f"„{old}” to już adres tego wpisu – usuń powtórzenie"
    return f"„{old}” należy już do {other} – zostaw ten adres w jednym pliku"


def _place(old: str) -> str:
    """An old address without what does not tell pages apart."""
    return old.strip("/").removesuffix("index.html").rstrip("/").casefold()
