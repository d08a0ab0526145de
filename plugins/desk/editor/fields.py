"""The kind's table as fields to fill in, with what is filled in and what is wrong with it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from plugins.desk.editor import themes
from plugins.desk.editor.values import SHORT, Sort, sort
from plugins.desk.writing.emit import Plain, is_empty
from plugins.newsroom import categories, dates, grammar, people
from plugins.newsroom.fields import Refers
from plugins.newsroom.grammar import Form, Slot
from plugins.newsroom.kinds.district import Officer


class Control(Enum):
    """How one field is filled in."""

    LINE = "line"
    LONG = "long"
    CHOICE = "choice"
    FILE = "file"
    GROUP = "group"
    LIST = "list"


ANYTHING, CATEGORIES, WEEKDAYS, RANKS = "wszystko", "kategorie", "dni", "stopnie"
"""Suggestions that are no kind's records; the others are called by the kind's folder."""

WORDS = {
    CATEGORIES: tuple(categories.CATEGORIES.values()),
    WEEKDAYS: tuple(dates.WEEKDAYS),
    RANKS: tuple(people.RANKS),
}


MANY, FIRST = 6, 3
"""A group with more keys than this shows this many of the empty ones at once."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field. ``path`` is its name in the form and its key in problems.

    ``suggests``: whose names it offers, empty for none; ``short``: of a group that may be
    written as one text, that text; ``parts``: the fields of a group; ``rows``: of a list;
    ``item``: what one row is called, and what a button removes; ``notes`` say something that
    is no fault, such as another person's version.
    """

    path: str
    label: str
    control: Control
    hint: str = ""
    value: str = ""
    required: bool = False
    options: tuple[tuple[str, str], ...] = ()
    suggests: str = ""
    short: Field | None = None
    parts: tuple[Field, ...] = ()
    rows: tuple[Field, ...] = ()
    item: tuple[str, str] = ("", "")
    errors: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    is_filled: bool = False
    has_focus: bool = False

    @property
    def id(self) -> str:
        """The id of its control in the page: of ``historia[2].status``, ``k-historia-2-status``."""
        return "k-" + re.sub(r"[^\w]+", "-", self.path).strip("-")

    @property
    def inner(self) -> tuple[Field, ...]:
        """The fields within."""
        return (*((self.short,) if self.short else ()), *self.parts, *self.rows)

    @property
    def at_hand(self) -> tuple[Field, ...]:
        """Of a group with many keys those that are shown: the first, the filled, the faulty."""
        return (
            self.parts if len(self.parts) <= MANY else tuple(filter(self._is_at_hand, self.parts))
        )

    @property
    def aside(self) -> tuple[Field, ...]:
        """The others, folded away."""
        shown = self.at_hand
        return tuple(one for one in self.parts if one not in shown)

    def _is_at_hand(self, part: Field) -> bool:
        filled = part.required or part.is_filled or part.needs_look
        return filled or part in self.parts[:FIRST]

    @property
    def needs_inside(self) -> bool:
        """Whether the keys of a group that may be one text must be seen."""
        return any(one.is_filled or one.needs_look for one in self.parts)

    @property
    def needs_look(self) -> bool:
        """Whether something in it must be seen at once."""
        own = bool(self.errors or self.notes or self.has_focus)
        return own or any(one.needs_look for one in self.inner)


def fields(cls: type, tree: Mapping[str, Plain], prefix: str = "") -> tuple[Field, ...]:
    """Every key of a kind, or of a group in it, as a field, in the table's order."""
    return tuple(
        _field(cls, slot, tree.get(slot.key.name, ""), prefix) for slot in grammar.keys(cls)
    )


def _field(cls: type, slot: Slot, value: Plain, prefix: str) -> Field:
    name = slot.key.name
    path = f"{prefix}{name}"
    made = _of(slot.type, value, path, name, slot.key.help)
    told = _hint(slot, made)
    options = _options(slot, cls, made.value) if made.control is Control.CHOICE else ()
    label = name[:1].upper() + name[1:]
    if made.short:  # what is said of the group is said where its one text is
        both = "; ".join(dict.fromkeys((*told.split("; "), *made.short.hint.split("; "))))
        made, told = replace(made, short=replace(made.short, hint=both)), ""
    return replace(made, label=label, hint=told, required=slot.required, options=options)


def _of(hint: Any, value: Plain, path: str, name: str, told: str = "") -> Field:
    """The field of one type; ``name``: the key that it stands under."""
    form, filled = grammar.form(hint), not is_empty(value)
    match sort(hint):
        case Sort.LIST:
            return _list(form, value, path, name)
        case Sort.GROUP:
            return _group(form, value, path)
        case Sort.PAIRS:
            text = value if isinstance(value, str) else ""
            return Field(path, "", Control.LONG, told, text, is_filled=filled)
        case Sort.TEXT:
            text = value if isinstance(value, str) else ""
            control = _control(form, name)
            return Field(path, "", control, value=text, suggests=_suggests(form), is_filled=filled)


def _control(form: Form, name: str) -> Control:
    is_enum = form.reads is None or form.scalar is bool
    if is_enum:
        return Control.CHOICE
    if form.reads and form.reads.shape in ("nazwa pliku", "plik .vtt"):
        return Control.FILE
    return Control.LONG if name in themes.LONG else Control.LINE


def _suggests(form: Form) -> str:
    for refers in form.refers:
        return ANYTHING if refers.kind == "*" else refers.kind
    shape = form.reads.shape if form.reads else ""
    return {"dzień tygodnia": WEEKDAYS, "stopień, np. asp.": RANKS}.get(
        shape, CATEGORIES if shape.startswith("kategoria Krajowej") else ""
    )


def _group(form: Form, value: Plain, path: str) -> Field:
    tree = value if isinstance(value, dict) else {}
    inside = {key: one for key, one in tree.items() if key != SHORT}
    text = tree.get(SHORT, "")
    short = None
    if hasattr(form.scalar, "from_text") or text:
        suggests = getattr(form.scalar, "refers", "")
        shown = text if isinstance(text, str) else ""
        short = Field(path, "", Control.LINE, _short_hint(form.scalar), shown, suggests=suggests)
    parts = fields(form.scalar, inside, f"{path}.")
    filled = not is_empty(inside)
    return Field(path, "", Control.GROUP, short=short, parts=parts, is_filled=filled or bool(text))


def _short_hint(cls: type) -> str:
    """What the one text of a group may be."""
    if getattr(cls, "refers", ""):
        return "z listy: wpisz część nazwy i wybierz"
    return "stopień imię nazwisko" if cls is Officer else "krótko, w jednym wierszu"


def _list(form: Form, value: Plain, path: str, name: str) -> Field:
    """All rows, and an empty one more where it takes little room or where none is yet needed."""
    items = list(value) if isinstance(value, list) else []
    is_long = sort(form.item) is Sort.GROUP
    if not is_long and not (items and is_empty(items[-1])):
        items.append("")
    item = themes.ITEMS.get(name, ("pozycja", "pozycję"))
    rows = tuple(
        _row(_of(form.item, one, f"{path}[{number}]", name), _numbered(item[0], number))
        for number, one in enumerate(items, 1)
    )
    filled = not is_empty(value)
    return Field(path, "", Control.LIST, rows=rows, item=item, is_filled=filled)


def _row(made: Field, label: str) -> Field:
    """A field as one of many: what belongs in it is said above them all."""
    short = replace(made.short, hint="") if made.short else None
    return replace(made, label=label, short=short)


def _numbered(item: str, number: int) -> str:
    return f"{item[:1].upper()}{item[1:]} {number}"


_PLAIN_SHAPES = re.compile(
    r"tekst|temat|nazwa pliku( rekordu)?|folder/nazwa rekordu|tak albo nie|liczba|plik \.vtt|…"
)


def _hint(slot: Slot, made: Field) -> str:
    """What belongs here, and what may be written."""
    form = grammar.form(slot.type)
    item = grammar.form(form.item) if form.item is not None else form
    parts = [made.hint or slot.key.help]
    if slot.key.example and made.control not in (Control.CHOICE, Control.GROUP):
        parts.append(f"np. {slot.key.example}")
    elif item.reads and not _PLAIN_SHAPES.fullmatch(item.reads.shape):
        parts.append(item.reads.shape)
    if made.suggests or any(isinstance(one, Refers) for one in item.refers):
        parts.append("z listy: wpisz część nazwy i wybierz")
    if sort(slot.type) is Sort.PAIRS:
        parts = ["każda odpowiedź w osobnym wierszu, po dwukropku liczba osób, np. Tak: 12"]
    return "; ".join(dict.fromkeys(parts))


def _options(slot: Slot, cls: type, value: str) -> tuple[tuple[str, str], ...]:
    """The words of a closed list; a value that is none of them stays to be seen."""
    form = grammar.form(slot.type)
    words = ["tak", "nie"] if form.scalar is bool else [str(one.value) for one in form.scalar]
    default = next(one.default for one in dataclasses.fields(cls) if one.name == slot.name)
    empty = "nie podano"
    if isinstance(default, Enum):
        empty = f"{default.value} (gdy nie wybrano)"
    elif default is False:
        empty = "nie (gdy nie wybrano)"
    strange = [(value, f"{value} – nieznana wartość")] if value and value not in words else []
    return (("", empty), *((word, word) for word in words), *strange)
