"""Which record a person means who writes its id, its path, its address or a part of its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from functools import partial
from typing import TypeVar

from plugins.desk.asking import SLIP, Desk, Halt, Question
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.spelling import fold
from plugins.privacy.masks import hidden

R = TypeVar("R", bound=Record)

OFFERED = 6  # records that are shown with a number


def named(text: str) -> str:
    """The id in what was written: a path, an address, or a number in capitals.

    >>> named("content/wnioski/2026/w-2026-001.md"), named("/debaty/park/"), named("W-2026-001")
    ('w-2026-001', 'park', 'w-2026-001')
    """
    path = re.sub(r"[#?].*", "", text.strip().replace("\\", "/")).rstrip("/")
    return path.rsplit("/", 1)[-1].removesuffix(".md").lower()


def matching(records: Sequence[R], text: str) -> list[R]:
    """The record of that id alone; else those whose title or id holds the text; else none."""
    folder = next((part for part in re.split(r"[/\\]", text) if part in KINDS), "")
    near = [one for one in records if folder in ("", _folder(one))]
    exact = [one for one in near if one.id == named(text)]
    wanted = fold(named(text) if folder else text)
    return exact or [one for one in near if wanted and wanted in fold(f"{one.title} {one.id}")]


def _folder(record: Record) -> str:
    return record.path.split("/", 2)[1]


def nearest(records: Sequence[R], text: str) -> list[R]:
    """Records whose title or id is written much like the text, the likest first."""
    spelled = {key: one for one in records for key in (fold(one.id), fold(one.title))}
    found = get_close_matches(fold(text), spelled, OFFERED, 0.5)
    return list({spelled[key].path: spelled[key] for key in found}.values())


def offer(number: int, record: Record) -> str:
    """A line of a numbered list."""
    return f"  {number}. {record.title} ({record.id})"


def meant(records: Sequence[R], text: str) -> R:
    """The one record that a text means; raises ValueError in Polish, naming the nearest."""
    found = matching(records, text)
    if len(found) == 1:
        return found[0]
    near = found or nearest(records, text)
    text = hidden(text)  # what is asked for stands in logs
    if not near:
        raise ValueError(f"nie znam „{text}” – wpisz nazwę pliku albo część tytułu")
    same_id = len({one.id for one in near}) < len(near)
    names = (f"{_folder(one)}/{one.id}" if same_id else one.id for one in near[:OFFERED])
    listed = ", ".join(names)
    reason = f"„{text}” pasuje do kilku" if found else f"nie znam „{text}”"
    raise ValueError(f"{reason} – wybierz: {listed}")


def asked(records: Sequence[R], text: str) -> R:
    """As :func:`meant`, for a command that asks nothing: a slip ends it."""
    try:
        return meant(records, text)
    except ValueError as error:
        raise Halt(str(error), SLIP) from None


def numbered(records: Sequence[R], text: str, *, offered: Sequence[R]) -> R:
    """As :func:`meant`, where a number means one of those that are ``offered``."""
    if re.fullmatch(r"[0-9]{1,2}", text):
        if not 1 <= int(text) <= len(offered):
            raise ValueError(f"nie ma tu numeru {text} – wpisz numer z listy albo część tytułu")
        return offered[int(text) - 1]
    return meant(records, text)


def chosen(
    desk: Desk,
    records: Sequence[R],
    text: str | None,
    option: str,
    words: str,
    likely: Sequence[R] = (),
) -> R:
    """The record that ``text`` means, asking where it is not given or not clear.

    ``likely``: those that are offered before anything is known.
    """
    if text is not None and not desk.is_terminal:
        try:
            return meant(records, text)
        except ValueError as error:
            raise Halt(f"{option}: {error}", SLIP) from None
    found = matching(records, text) if text else []
    if len(found) == 1:
        return found[0]
    if text:
        print(f"  {option}: „{text}” pasuje do kilku" if found else f"  nie znam „{text}”")
    offered = (found or (nearest(records, text) if text else []) or likely or records)[:OFFERED]
    lines = tuple(offer(number, one) for number, one in enumerate(offered, 1))
    question = Question(
        option,
        f"{words} (numer, nazwa pliku albo część tytułu)",
        partial(numbered, records, offered=offered),
        offers=lines,
    )
    return desk.must(question)
