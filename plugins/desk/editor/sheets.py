"""A form as a whole: fields under headings, and what is wrong brought to its field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from plugins.desk.editor import themes
from plugins.desk.editor.fields import Control, Field


@dataclass(frozen=True, slots=True)
class Section:
    """Fields under one heading; ``filled``: the labels of those that are filled in."""

    title: str
    fields: tuple[Field, ...]

    @property
    def filled(self) -> tuple[str, ...]:
        """Labels of the keys that hold something."""
        return tuple(one.label for one in self.fields if one.is_filled)

    @property
    def is_open(self) -> bool:
        """Whether it is shown unfolded."""
        return any(one.needs_look for one in self.fields)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole form: what comes first, then the themes, those with something in them first."""

    first: tuple[Field, ...]
    sections: tuple[Section, ...] = ()

    @property
    def all(self) -> tuple[Field, ...]:
        """Its fields."""
        return (*self.first, *(one for section in self.sections for one in section.fields))


def sheet(folder: str, made: tuple[Field, ...]) -> Sheet:
    """Fields divided by theme: first what must be given, and what its kind gives first."""
    by_name = {one.path: one for one in made}
    musts = [one.path for one in made if one.required]
    first_of_kind = (*_titles(musts), *themes.FIRST.get(folder, ()), *musts)
    names = dict.fromkeys((*first_of_kind, "data publikacji", "stan publikacji"))
    first = tuple(by_name.pop(name) for name in names if name in by_name)
    sections = [Section(title, _taken(by_name, keys)) for title, keys in themes.THEMES]
    sections.append(Section(themes.REST, tuple(by_name.values())))
    shown = [one for one in sections if one.fields]
    return Sheet(first, tuple(sorted(shown, key=lambda one: not one.filled)))


def _titles(musts: list[str]) -> Iterator[str]:
    """The record's name stands before everything else."""
    yield from (name for name in musts if name in ("tytuł", "nazwa", "nazwa krótka"))


def _taken(by_name: dict[str, Field], keys: tuple[str, ...]) -> tuple[Field, ...]:
    return tuple(by_name.pop(key) for key in keys if key in by_name)


def marked(
    made: Field,
    errors: Mapping[str, tuple[str, ...]],
    notes: Mapping[str, tuple[str, ...]] | None = None,
    focus: str = "",
) -> Field:
    """A field, and all within it, with the faults and notes of its path."""
    notes = notes or {}

    def within(one: Field) -> Field:
        return marked(one, errors, notes, focus)

    return replace(
        made,
        errors=errors.get(made.path, ()),
        notes=notes.get(made.path, ()),
        has_focus=bool(focus) and made.path == focus,
        short=within(made.short) if made.short else None,
        parts=tuple(map(within, made.parts)),
        rows=tuple(map(within, made.rows)),
    )


def paths(made: tuple[Field, ...]) -> Iterator[str]:
    """The path of every field and of all within."""
    for one in made:
        yield one.path
        yield from paths((*one.parts, *one.rows))


def ids(made: tuple[Field, ...]) -> Iterator[tuple[str, str]]:
    """Path → id of what a link to the field leads to, for each field and all within."""
    for one in made:
        is_set = one.control is Control.LIST or (one.control is Control.GROUP and not one.short)
        yield one.path, f"{one.id}-grupa" if is_set else one.id
        yield from ids((*one.parts, *one.rows))


def nearest(path: str, known: frozenset[str]) -> str:
    """The field that a problem's key means: itself, or what it stands in; empty if none."""
    while path and path not in known:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return path


_ROW = re.compile(r"(.+)\[([0-9]+)\]")


def spoken(path: str) -> str:
    """A field's path in words.

    >>> spoken("historia[2].status"), spoken("termin")
    ('Wpis 2 – status', 'Termin')
    """
    parts = []
    for part in path.split("."):
        row = _ROW.fullmatch(part)
        item = themes.ITEMS.get(row[1], (row[1], ""))[0] if row else ""
        parts.append(f"{item} {row[2]}" if row else part)
    words = " – ".join(parts)
    return words[:1].upper() + words[1:]
