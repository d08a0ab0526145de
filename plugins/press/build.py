"""Keep the output folder equal to the plan, and make only what is not there yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from plugins.outputs import Plan
from plugins.press import span
from plugins.press.faults import midway, told
from plugins.press.finishing import Fresh
from plugins.press.lock import WAIT, held
from plugins.press.making import Workshop
from plugins.press.production import Press, Progress
from plugins.press.records import record
from plugins.press.site import Site
from plugins.press.staging import make_folder_of, place, staged, stamped
from plugins.press.standing import Stamp, Standing, cleared, extra
from plugins.press.store import Store
from plugins.press.survey import Survey, survey
from plugins.press.theme import Theme
from plugins.press.workers import Workers


class Made(NamedTuple):
    """A place that was made, and whether any of its bytes are new."""

    path: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: places made, files removed, number of places that were kept."""

    made: tuple[Made, ...]
    removed: tuple[str, ...]
    kept: int


def build(
    plan: Plan,
    *,
    root: Path,
    output: Path,
    store: Store,
    theme: Theme,
    workers: Workers,
    progress: Progress | None = None,
    wait: float = WAIT,
) -> Report:
    """Make ``output`` hold exactly the plan's files, reading originals from ``root``.

    Raises :class:`Problems`: of makers and templates before anything in ``output`` is touched,
    of the disk at any time, as :class:`Midway` from the first touch on; then the next build
    heals what this one left. From that touch on the site's span is forgotten.
    """
    with told(root), held(store.path.parent, wait):
        site = Site.of(output, root, store)
        look = survey(plan, site, theme)
        return carried_out(look, site, Workshop.of(root, theme), workers, progress)


def carried_out(
    look: Survey, site: Site, workshop: Workshop, workers: Workers, progress: Progress | None
) -> Report:
    """Make what is stale, put it in place, take away what is not planned; under the lock."""
    shop = site.store.path.parent
    with staged(shop / "staging") as staging:
        site.claim(look.standing, look.known)
        press = Press(workshop, site.store, workers, site.folder, staging)
        made = press.make(look, progress)
        planned = look.kept(made) | {file.path for files in made.values() for file in files}
        unplanned = extra(look.standing, planned)
        span.forget(shop, site.name)
        with midway(workshop.root), cleared(site.folder, unplanned, planned):
            stamps = _put_in_place(site.folder, made, progress)
            record(site, look, made, stamps, press.keeper.pieces)
    return _report(look, made, unplanned)


def _put_in_place(
    folder: Path,
    made: Mapping[str, tuple[Fresh, ...]],
    progress: Progress | None,
) -> dict[str, Stamp]:
    """Move staged files into the site; the stamp of every file that was made."""
    stamps: dict[str, Stamp] = {}
    every = [file for files in made.values() for file in files]
    for done, file in enumerate(every, 1):
        target = f"{folder}/{file.path}"
        if file.staged:
            make_folder_of(target)
            place(file.staged, target)
        stamps[file.path] = stamped(target)
        if progress:
            progress("Zapisywanie plików", done, len(every))
    return stamps


def _report(
    look: Survey,
    made: Mapping[str, tuple[Fresh, ...]],
    unplanned: Standing,
) -> Report:
    return Report(
        tuple(Made(place, any(file.staged for file in made[place])) for place in look.verdicts),
        tuple(sorted(unplanned.files)),
        len(look.keys) - len(made),
    )
