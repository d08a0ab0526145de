"""Keep the output folder equal to the plan, and make only what is not there yet."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from plugins.outputs import Plan
from plugins.press import span
from plugins.press.faults import midway, told
from plugins.press.finishing import Fresh, Yard
from plugins.press.lock import WAIT, held
from plugins.press.making import Workshop
from plugins.press.pile import Pile
from plugins.press.production import Press, Progress
from plugins.press.records import record
from plugins.press.site import Site
from plugins.press.staging import make_folder, place, place_folder, staged
from plugins.press.standing import Standing, cleared, extra
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
    with staged(shop / "staging") as staging, closing(Pile(staging)) as pile:
        site.claim(look.standing, look.known)
        press = Press(workshop, site.store, workers, site.folder, staging, pile)
        made = press.make(look, progress)
        planned = look.kept(made) | {file.path for files in made.values() for file in files}
        unplanned = extra(look.standing, planned)
        span.forget(shop, site.name)
        with midway(workshop.root), cleared(site.folder, unplanned, planned):
            make_folder(site.folder)
            _put_in_place(press.yard, made, progress)
            record(site, look, made, press.keeper.pieces, pile)
    return _report(look, made, unplanned)


def _put_in_place(
    yard: Yard, made: Mapping[str, tuple[Fresh, ...]], progress: Progress | None
) -> None:
    """Move staged files into the site: of a folder that is not there yet, the folder."""
    every = [file for files in made.values() for file in files]
    there: dict[str, bool] = {}
    for done, file in enumerate(every, 1):
        if file.staged and not _moved_with_folder(file.path, yard, there):
            place(f"{yard.staging}/{file.path}", f"{yard.output}/{file.path}")
        if progress:
            progress("Zapisywanie plików", done, len(every))


def _moved_with_folder(path: str, yard: Yard, moved: dict[str, bool]) -> bool:
    """Whether a path went into the site with a folder; it goes if that is not there yet.

    ``moved``: what is known of folders; one that was there, or had to be made, was not moved.
    """
    folder = path.rpartition("/")[0]
    if not folder:
        return False
    if folder not in moved:
        above = _moved_with_folder(folder, yard, moved)
        moved[folder] = above or place_folder(f"{yard.staging}/{folder}", f"{yard.output}/{folder}")
    return moved[folder]


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
