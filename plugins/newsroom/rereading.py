"""A file that was edited: what has changed, if that is no more than its body's text.

Then all that the archive says of the record stands: its head, its lead, its links and pictures
are what they were, so no list, no relation and no check between records can come out otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from plugins.newsroom.lifting import left
from plugins.newsroom.lines import line_of
from plugins.newsroom.locating import dated
from plugins.newsroom.parsing import Entry
from plugins.newsroom.reading import Row, parsed, unpacked
from plugins.problems import Problem


@dataclass(frozen=True, slots=True)
class Reread:
    """A record whose body reads otherwise; ``before``, ``after``: digests of the body.

    ``row``: what is to be remembered of it; ``texts``: bodies by digest.
    """

    row: Row
    before: Entry
    after: Entry
    texts: dict[str, str]

    @property
    def instead(self) -> dict[str, str]:
        """Digest of the body as it was → as it is; nothing, if it reads as it did."""
        was, now = self.before.record.body.digest, self.after.record.body.digest
        return {was: now} if was != now else {}


def reread(root: Path, path: str, stamp: str, known: Row) -> Reread | None:
    """The file at ``path`` beside what is known of it.

    None if it cannot be read, has problems, or differs in more than its body's text.
    """
    try:
        done = parsed(path, (root / path).read_bytes())
    except OSError:
        return None
    if not done.value:
        return None
    folder = path.split("/", 2)[1]
    before, after = unpacked([(folder, known.value), (folder, done.value)])
    if _beside_body(before) != _beside_body(after):
        return None
    return Reread(Row(stamp, done.digest, done.value), before, after, done.texts)


def _beside_body(entry: Entry) -> tuple[object, ...]:
    """All that is read of a record anywhere but where its body is shown, wherever it stands."""
    told: tuple[tuple[Any, ...], ...] = (entry.references, entry.findings, entry.quoted)
    return entry.face, entry.lines, *(tuple(map(_placeless, some)) for some in told)


def _placeless(value: Any) -> Any:
    return value._replace(line=0) if hasattr(value, "_replace") else replace(value, line=0)


def warnings(
    rereads: Iterable[Reread], noted: Iterable[Problem], today: str
) -> tuple[Problem, ...] | None:
    """All warnings of the archive after an edit, from those ``noted`` before it, sorted.

    None if a warning that was found between records may stand on another line now.
    """
    before = tuple(noted)
    kept = set(before)
    for one in rereads:
        mine = {warning for warning in kept if warning.path == one.before.path}
        own = set(_own(one.before, today))
        if not own <= mine or (own != mine and _moved(one)):
            return None
        kept = kept - own | set(_own(one.after, today))
    return before if kept == set(before) else tuple(sorted(kept))


def _own(entry: Entry, today: str) -> Iterable[Problem]:
    """The warnings of the file itself, as an edition tells them."""
    for warning in left([entry], entry.warnings):
        line = warning.line or line_of(entry.lines, warning.key)
        yield dated(replace(warning, line=line), today)


def _moved(one: Reread) -> bool:
    """Whether something that is looked at between records stands on another line."""
    before, after = one.before, one.after
    return (before.references, before.findings, before.quoted) != (
        *(after.references, after.findings),
        after.quoted,
    )
