"""What a new edition holds, and how it differs from the one that stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from plugins.press.digest import of_bytes
from plugins.press.standing import Stamp, scan
from plugins.press.store import Known
from plugins.problems import Problem, Problems

WWW = "www/"
"""Where in an edition the site lies; beside it are files that no reader may ask for."""


class Built(NamedTuple):
    """A file that still is as the build that wrote it noted: it need not be read."""

    file: str
    digest: str
    size: int


Item = Path | Built | bytes
"""A file to be copied, or what will stand in it."""

Tree = Mapping[str, Item]
"""Path in the edition → what will stand there."""


class Kept(NamedTuple):
    """A file: digest and size of its bytes, and since when (epoch, seconds) they stand there.

    The last is the file's time on the server, so that a browser's copy stays good exactly as
    long as the bytes do.
    """

    digest: str
    size: int
    since: int


@dataclass(frozen=True, slots=True)
class Edition:
    """Who published what: ``version`` names the commit, ``moment`` is that of the build.

    ``after``: the edition that was public before it. ``counts``: files added, changed, removed.
    ``reasons``: what was lifted, and why.
    """

    name: str
    version: str = ""
    moment: str = ""
    by: str = ""
    after: str = ""
    counts: tuple[int, int, int] = (0, 0, 0)
    reasons: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Manifest:
    """Of one edition: its files, their compressed twins, and the editions before it."""

    edition: Edition
    files: dict[str, Kept] = field(default_factory=dict)
    twins: dict[str, Kept] = field(default_factory=dict)
    history: tuple[Edition, ...] = ()


MANIFEST = "manifest.json"
_HISTORY = 200


def read(data: bytes, told: str) -> Manifest:
    """A manifest from its file; raises :class:`Problems` that name the file as ``told``."""
    try:
        return _decoded(data)
    except (msgspec.MsgspecError, ValueError):
        text = "spis wydania jest uszkodzony – usuń to wydanie albo opublikuj w nowe miejsce"
        raise Problems([Problem(told, 0, "", text)]) from None


@lru_cache(maxsize=8)  # each edition's is asked for more than once, and is megabytes long
def _decoded(data: bytes) -> Manifest:
    found = msgspec.json.decode(data, type=Manifest)
    for edition in (found.edition, *found.history):
        time_of(edition.name)
    if any(path.startswith("/") or "../" in path for path in (*found.files, *found.twins)):
        raise ValueError("a path that leaves its edition")
    return found


def written(manifest: Manifest) -> bytes:
    """The bytes of a manifest: the same for equal ones."""
    return msgspec.json.format(msgspec.json.encode(manifest, order="sorted"), indent=1) + b"\n"


def history(manifests: Iterable[Manifest]) -> tuple[Edition, ...]:
    """Every edition that these know of, the oldest first."""
    every = [edition for one in manifests for edition in (*one.history, one.edition)]
    named = {edition.name: edition for edition in every}
    return tuple(named[name] for name in sorted(named))[-_HISTORY:]


_TIME = "%Y%m%dT%H%M%SZ"


def name_after(now: datetime, names: tuple[str, ...]) -> str:
    """A new edition's name: its time in UTC, later than every other, whatever the clock says.

    >>> moment = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
    >>> name_after(moment, ()), name_after(moment, ("20261122T080000Z",))
    ('20261122T080000Z', '20261122T080001Z')
    """
    last = max(map(time_of, names), default=now - timedelta(seconds=1))
    return max(now.astimezone(UTC), last + timedelta(seconds=1)).strftime(_TIME)


def time_of(name: str) -> datetime:
    """The time in an edition's name; raises ValueError."""
    return datetime.strptime(name, _TIME).replace(tzinfo=UTC)


def is_name(text: str) -> bool:
    """Whether a folder's name is that of an edition."""
    return bool(re.fullmatch(r"\d{8}T\d{6}Z", text))


NOTHING: Mapping[str, Known] = {}


def standing(folder: Path, known: Mapping[str, Known] = NOTHING) -> dict[str, Item]:
    """The files of a built site; raises :class:`Problems` at a link or whatever is no file.

    ``known``: what the store tells of them; of a size and a time that it knows, a file is trusted,
    as in a build.
    """
    found = scan(folder).files
    if odd := [path for path, stamp in found.items() if stamp is None]:
        text = "to nie jest zwykły plik – usuń go i zbuduj stronę jeszcze raz"
        raise Problems(Problem(f"{folder.name}/{path}", 0, "", text) for path in odd)
    return {
        path: _item(folder, path, stamp, known.get(path)) for path, stamp in sorted(found.items())
    }


def _item(folder: Path, path: str, stamp: Stamp | None, known: Known | None) -> Item:
    if known and (known.size, known.mtime_ns) == stamp:
        return Built(f"{folder}/{path}", known.digest, known.size)
    return folder / path


def bytes_of(item: Item) -> bytes:
    """What stands, or will stand, in a file."""
    if isinstance(item, Built):
        return Path(item.file).read_bytes()
    return item if isinstance(item, bytes) else item.read_bytes()


def _digest_and_size(item: Item) -> tuple[str, int]:
    if isinstance(item, Built):
        return item.digest, item.size
    data = bytes_of(item)
    return of_bytes(data), len(data)


def files_of(tree: Tree, edition: Edition, old: Manifest | None) -> dict[str, Kept]:
    """The files of ``tree``; those whose bytes are the old ones keep their time."""
    now = int(time_of(edition.name).timestamp())
    files: dict[str, Kept] = {}
    for path, item in sorted(tree.items()):
        digest, size = _digest_and_size(item)
        before = old.files.get(path) if old else None
        same = before if before and before.digest == digest else None
        files[path] = Kept(digest, size, same.since if same else now)
    return files


@dataclass(frozen=True, slots=True)
class Changes:
    """Paths, sorted; ``same``: how many stay as they are."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    same: int

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many are added, changed, removed."""
        return len(self.added), len(self.changed), len(self.removed)


Digests = Mapping[str, str]


def plan_of(old: Digests, new: Digests) -> Changes:
    """How one set of files, by their digests, becomes another.

    >>> plan_of({"a": "1", "b": "1", "d": "1"}, {"a": "1", "b": "2", "c": "1"})
    Changes(added=('c',), changed=('b',), removed=('d',), same=1)
    """
    both = sorted(old.keys() & new.keys())
    changed = tuple(path for path in both if old[path] != new[path])
    return Changes(
        tuple(sorted(new.keys() - old.keys())),
        changed,
        tuple(sorted(old.keys() - new.keys())),
        len(both) - len(changed),
    )


def digests(manifest: Manifest | None) -> dict[str, str]:
    """Path → digest; nothing where nothing stands yet."""
    return {path: kept.digest for path, kept in manifest.files.items()} if manifest else {}
