"""What an officer types becomes what stands in a head, read by the kind's own parser first."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from difflib import get_close_matches
from enum import Enum
from functools import partial
from typing import Any

from plugins.desk.writing import emit
from plugins.newsroom import dates, grammar, head
from plugins.newsroom.dates import Moment
from plugins.newsroom.grammar import Slot
from plugins.newsroom.shape import Reference, Walk
from plugins.newsroom.source import CONTROL
from plugins.newsroom.spelling import fold

Known = Collection[str]
"""``kind/id`` of every record's file."""


def reader(record: type, key: str, known: Known) -> Callable[[str], str]:
    """What reads an answer for a key: the text to be written, or ValueError in Polish."""
    return partial(written, grammar.slots(record)[fold(key)], known=known)


def written(slot: Slot, text: str, *, known: Known) -> str:
    """The text of one value as tools write it: days and hours in one form, ids that exist."""
    text = " ".join(text.split())
    refuse_invisible(text)
    source = emit.block(slot.key.name, text)
    walk = Walk("", source, 1)
    value = walk.value(slot.type, _value_node(source), slot.key.name, slot.key)
    if walk.problems:
        raise ValueError(walk.problems[0].message)
    for reference in walk.references:
        _refuse_dangling(reference, known)
    return canonical(slot, value, text)


def _value_node(source: str) -> head.Node:
    node: head.Node = head.compose("", source, 1).value[0][1]
    return node


def refuse_invisible(text: str) -> None:
    """Raise ValueError in Polish for signs that no text may hold."""
    if CONTROL.search(text) or any("\ud800" <= sign <= "\udfff" for sign in text):
        raise ValueError("niewidoczny znak w odpowiedzi – wpisz ją jeszcze raz")


def _refuse_dangling(reference: Reference, known: Known) -> None:
    folder, _, name = reference.target.partition("/")
    if reference.loose or reference.target in known:
        return
    names = sorted(one.partition("/")[2] for one in known if one.startswith(f"{folder}/"))
    near = get_close_matches(name, names, 3, 0.4) or names[:3]
    advice = f"najbliższe: {', '.join(near)}" if near else f"dodaj plik w {folder}/"
    raise ValueError(f"nie ma pliku content/{folder}/…/{name}.md – {advice}")


def canonical(slot: Slot, value: Any, text: str) -> str:
    """The one way in which tools write a value; free text as it was typed."""
    form = grammar.form(slot.type)
    if isinstance(value, Moment):
        return moment(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return str(value.value)
    if form.reads and form.reads.parse is dates.clock:
        return clock(value)
    if form.reads and form.reads.parse is dates.weekday:
        return dates.WEEKDAYS[value]
    return text


def moment(value: Moment) -> str:
    """``2026-03-12 17:00``, with its offset only in the hour that comes twice.

    >>> moment(dates.moment("12 marca 2026, godz. 17"))
    '2026-03-12 17:00'
    """
    if value.minute is None:
        return value.iso or "nieznany"
    short = f"{value.first} {value.clock}"
    try:
        return short if dates.moment(short) == value else value.iso.replace("T", " ")
    except ValueError:
        return value.iso.replace("T", " ")


def clock(minute: int) -> str:
    """Minutes from midnight as they are written.

    >>> clock(1050)
    '17:30'
    """
    return f"{minute // 60:02}:{minute % 60:02}"
