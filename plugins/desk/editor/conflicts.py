"""Two people changed one record: what each changed, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.desk.editor import values
from plugins.desk.writing.emit import Plain

Head = Mapping[str, Plain]


@dataclass(frozen=True, slots=True)
class Told:
    """A change of another person: key, what stood there and what stands there now."""

    key: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """``head`` and ``body`` hold what either changed, and mine where both did.

    ``theirs``: the other's changes that were taken over; ``both``: those that meet mine.
    """

    head: dict[str, Plain]
    body: str
    theirs: tuple[Told, ...]
    both: tuple[Told, ...]


def met(
    base: tuple[Head, str], mine: tuple[Head, str], theirs: tuple[Head, str], body: str
) -> Meeting:
    """Join two versions that began from ``base``; each is a head and a body.

    ``body`` is the name under which the body is told.
    """
    before, ours, others = ({**head, body: text} for head, text in (base, mine, theirs))
    changed = [
        key for key in dict.fromkeys((*before, *others)) if before.get(key) != others.get(key)
    ]
    clash = [k for k in changed if ours.get(k) not in (before.get(k), others.get(k))]
    taken = [k for k in changed if k not in clash and ours.get(k) != others.get(k)]
    joined = dict(ours)
    for key in taken:
        joined[key] = others.get(key, "")
    text = joined.pop(body)
    return Meeting(
        {key: value for key, value in joined.items() if value},
        text if isinstance(text, str) else "",
        tuple(Told(k, shown(before.get(k)), shown(others.get(k))) for k in taken),
        tuple(Told(k, shown(before.get(k)), shown(others.get(k))) for k in clash),
    )


def shown(value: Plain | None) -> str:
    """A value on one line, for a message; long ones are cut."""
    text = " ".join(values.as_text(value or "").split())
    return text if len(text) <= 300 else f"{text[:299]}…"
