"""Until when a site stays true as it was built: noted by a build, asked before the next one.

One small file beside the store. It is replaced whole, so whoever asks needs neither the lock
nor SQLite, and it may be deleted at any time: then nothing is known, and the site is built.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

FILE = "spans.json"


class Span(NamedTuple):
    """From ``since`` on, and before ``until``, a build of the same sources gives the same site.

    Both are in UTC. ``awaited``: paths of the records that appear at ``until``; ``version``:
    the name that was given to the sources, if any.
    """

    since: datetime
    until: datetime
    awaited: tuple[str, ...] = ()
    version: str = ""


def read(shop: Path, site: str) -> Span | None:
    """What the last build of a site left in ``shop``; None if nothing that can be read."""
    try:
        return _read(_noted(shop)[site])
    except (OSError, TypeError, KeyError, ValueError):
        return None


def note(shop: Path, site: str, span: Span) -> None:
    """Remember the span of a site that now stands."""
    written = {
        "since": span.since.isoformat(),
        "until": span.until.isoformat(),
        "awaited": span.awaited,
        "version": span.version,
    }
    _write(shop, {**_noted(shop), site: written})


def forget(shop: Path, site: str) -> None:
    """A site is about to change: until it is noted again, nothing is known of it."""
    noted = _noted(shop)
    if noted.pop(site, None) is not None:
        _write(shop, noted)


def _noted(shop: Path) -> dict[str, Any]:
    """Site → what was written of it; nothing for a file that is missing or damaged."""
    try:
        found = json.loads((shop / FILE).read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _read(noted: Any) -> Span:
    since, until = (datetime.fromisoformat(noted[key]) for key in ("since", "until"))
    if since.tzinfo is None or until.tzinfo is None:
        raise ValueError("a moment without its offset")
    awaited, version = map(str, noted["awaited"]), str(noted["version"])
    return Span(since.astimezone(UTC), until.astimezone(UTC), tuple(awaited), version)


def _write(shop: Path, noted: dict[str, Any]) -> None:
    part = shop / f"{FILE}.part"
    part.write_text(json.dumps(noted, ensure_ascii=False, indent=1), encoding="utf-8")
    part.replace(shop / FILE)
