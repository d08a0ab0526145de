"""What stands in ``content/`` against what was last committed; without git, nothing is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.desk import git
from plugins.newsroom import locating, parsing, revisions
from plugins.newsroom.dates import WARSAW
from plugins.newsroom.holdings import Holdings
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.revisions import Revision
from plugins.problems import Problem, Problems


@dataclass(frozen=True, slots=True)
class Since:
    """What is wrong with the changes since the last commit."""

    errors: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


def compared(root: Path, holdings: Holdings, commit: str = "HEAD") -> Since:
    """Compare every changed record, and ``jednostka.yml``, with its version in a commit.

    ``commit``: the last one, or the one that is published.
    """
    changed = _changed(root, commit)
    versions = dict(zip(changed, _committed(root, commit, changed), strict=True))
    return _since(versions, holdings)


def compared_file(root: Path, path: str, holdings: Holdings) -> Since:
    """Compare one record with its last commit, as it is in ``holdings``: before it is saved."""
    (data,) = _committed(root, "HEAD", [path])
    return _since({path: data} if data else {}, holdings)


def _since(versions: dict[str, bytes], holdings: Holdings) -> Since:
    revised = list(_revised(versions, holdings))
    errors = [one for revision in revised for one in revisions.errors(revision)]
    errors += _gone(versions, holdings)
    errors += _of_unit(versions, holdings)
    warnings = [one for revision in revised for one in revisions.warnings(revision)]
    day = holdings.now.astimezone(WARSAW).date().isoformat()
    return Since(_placed(holdings, errors, day), _placed(holdings, warnings, day))


def _placed(holdings: Holdings, problems: list[Problem], day: str) -> tuple[Problem, ...]:
    """With their lines and the day in what is to be pasted; a file that is gone has no lines."""
    found = locating.located(holdings, problems)
    return tuple(sorted(locating.dated(one, day) for one in found))


def _revised(versions: dict[str, bytes], holdings: Holdings) -> Iterator[Revision]:
    """Records that were and are readable; a file moved to another folder of years is the same."""
    for path, data in versions.items():
        before = _record(path, data)
        after = holdings.by_target.get(_target(path)) if before else None
        if before and after:
            yield Revision(before, after, holdings.now)


def _gone(versions: dict[str, bytes], holdings: Holdings) -> Iterator[Problem]:
    redirected = frozenset(
        old.strip("/") for entry in holdings.entries for old in entry.record.old_paths
    )
    for path, data in versions.items():
        before = _record(path, data) if _target(path) not in holdings.known else None
        if before:
            yield from revisions.gone(before, redirected, holdings.now)


def _of_unit(versions: dict[str, bytes], holdings: Holdings) -> Iterator[Problem]:
    for path, data in versions.items():
        if path.endswith(f"/{parsing.UNIT}"):
            try:
                yield from revisions.moved_for_good(parsing.parse_unit(path, data), holdings.unit)
            except (Problems, AttributeError):
                continue  # one of the two cannot be read, which is told elsewhere


def _target(path: str) -> str:
    return f"{path.split('/')[1]}/{Path(path).stem}"


def _record(path: str, data: bytes) -> Record | None:
    """The committed record; ``None``: it was faulty, or is no record."""
    parts = path.split("/")
    if len(parts) < 3 or parts[1] not in KINDS or not path.endswith(".md"):
        return None
    try:
        return parsing.parse(path, data)[0].record
    except Problems:
        return None


def _changed(root: Path, commit: str) -> list[str]:
    """Paths below ``root`` of the committed files of ``content/`` that are not as they were."""
    words = ("diff", "--name-only", "-z", "--no-renames", "--relative", commit, "--", "content")
    said = git.said(root, *words)
    return [path for path in said.decode("utf-8", "surrogateescape").split("\0") if path]


def _committed(root: Path, commit: str, paths: Iterable[str]) -> Iterator[bytes]:
    """The bytes of each path in a commit; empty where there are none."""
    for path in paths:
        yield git.said(root, "show", f"{commit}:./{path}")
