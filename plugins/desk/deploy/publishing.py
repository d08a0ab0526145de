"""Publishing as a whole: look, draft, tell, refuse or publish. Reads like a table of contents."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from plugins.desk.asking import Halt
from plugins.desk.deploy import artifact, draft, memory, origin, plan, releases, telling
from plugins.desk.deploy.artifact import Artifact
from plugins.desk.deploy.doubts import DEAD, doubts, unlifted
from plugins.desk.deploy.draft import Draft, Past
from plugins.desk.deploy.folding import page
from plugins.desk.deploy.local import Folder
from plugins.desk.deploy.plan import Edition, Manifest
from plugins.desk.deploy.ready import OUTPUT, SHOP, unfit
from plugins.desk.deploy.remote import Server
from plugins.desk.deploy.shelf import Shelf
from plugins.desk.deploy.targets import Form, Target
from plugins.press import span
from plugins.press.digest import of_bytes
from plugins.press.faults import told
from plugins.press.lock import held
from plugins.press.store import Known, Store
from plugins.problems import Problem, Problems


@dataclass(frozen=True, slots=True)
class Wishes:
    """``reasons``: option → why that doubt is lifted, or nothing. ``moment``: for which the site
    may have been built, if not for now.
    """

    reasons: Mapping[str, str]
    is_trial: bool = False
    is_first: bool = False
    moment: datetime | None = None


Check = Callable[[Path, str], tuple[Problem, ...]]
"""``check(root, version)``: errors of the content, and of what changed since that commit."""


def shelf_of(root: Path, target: Target) -> Shelf:
    """Where a target keeps its editions."""
    if target.form is Form.SSH:
        folder = of_bytes(str(target).encode())[:12]
        return Server(target, root / SHOP / "deploy" / folder)
    return Folder(Path(target.path))


def publish(
    root: Path, target: Target, wishes: Wishes, now: datetime, check: Check | None = None
) -> int:
    """Publish what stands in ``output/``; 0 if it is public, or was already.

    Raises :class:`Problems` of the disk, the connection or damaged records of editions, and
    :class:`Halt` when something speaks against it. In both cases nothing public has changed,
    unless the fault struck after the switch.
    """
    check = check or checked
    with told(root), held(root / SHOP):
        if target.form.has_releases:
            return _on_shelf(root, target, wishes, now, check)
        return _as_folder(root, target, wishes, now, check)


def _on_shelf(root: Path, target: Target, wishes: Wishes, now: datetime, check: Check) -> int:
    shelf = shelf_of(root, target)
    is_only_read = wishes.is_trial and target.form is Form.FOLDER
    with nullcontext() if is_only_read else shelf.held():
        if not wishes.is_trial:
            shelf.heal()
        past = releases.past(shelf, target)
        made = _drafted(root, target, wishes, past, now)
        name = plan.name_after(now, tuple(one.name for one in past.history))
        edition = _edition(root, name, wishes)
        whole = draft.finished(made, edition)
        if not _goes_on(root, made, whole.manifest, wishes, check):
            return 0
        releases.publish(shelf, target, whole)
    print(f"Opublikowano wydanie {name}.")
    return 0


def _as_folder(root: Path, target: Target, wishes: Wishes, now: datetime, check: Check) -> int:
    folder = Artifact(Path(target.path))
    with folder.held():
        folder.heal()
        past = _past_of(root, folder, wishes)
        made = _drafted(root, target, wishes, past, now)
        edition = _edition(root, plan.name_after(now, ()), wishes)
        whole = draft.finished(made, edition)
        if not _goes_on(root, made, whole.manifest, wishes, check):
            return 0
        folder.fill(target, whole)
    print(f"Gotowe w folderze {target.path}.")
    return 0


def _past_of(root: Path, folder: Artifact, wishes: Wishes) -> Past:
    """What the folder holds from the last time; without that, what the site itself shows."""
    found = folder.past()
    if found.memories or wishes.is_first:
        return found
    listing = root / OUTPUT / memory.FILE
    site = memory.read(listing.read_bytes()).site if listing.exists() else ""
    data = artifact.published(site)
    return Past(None, (memory.read(data, site),) if data else ())


def _drafted(root: Path, target: Target, wishes: Wishes, past: Past, now: datetime) -> Draft:
    if found := tuple(unfit(root, wishes.moment or now)):
        raise Problems(found)
    site = plan.standing(root / OUTPUT, _known(root))
    return draft.drafted(site, past, target, partial(page, root), wishes.reasons.get(DEAD, ""))


def _known(root: Path) -> Mapping[str, Known]:
    """What the build noted of its files; nothing, if its memory is gone."""
    file = root / SHOP / "store.sqlite"
    if not file.is_file():
        return {}
    with Store(file) as store:
        return store.outputs(OUTPUT)


def _edition(root: Path, name: str, wishes: Wishes) -> Edition:
    noted = span.read(root / SHOP, OUTPUT)
    reasons = {option: why for option, why in wishes.reasons.items() if why}
    moment = noted.since.isoformat() if noted else ""
    return Edition(name, origin.version(root), moment, origin.person(root), reasons=reasons)


def _goes_on(root: Path, made: Draft, new: Manifest, wishes: Wishes, check: Check) -> bool:
    """Tell what will change; ``False`` if nothing does, or if it was only a trial."""
    found = draft.changes(made, new)
    for line in telling.changes(made, found):
        print(line)
    before = made.past.manifest.edition.version if made.past.manifest else ""
    against = list(doubts(made, check(root, before.rstrip("+"))))
    if refused := unlifted(against, wishes.reasons):
        raise Halt("\n".join(telling.refusal(refused)))
    if wishes.is_trial:
        print("To była próba: nic nie opublikowano.")
    elif not any(found.counts):
        print("Nic się nie zmieniło, więc nie ma czego publikować.")
    return any(found.counts) and not wishes.is_trial


def checked(root: Path, version: str) -> tuple[Problem, ...]:
    """Errors of the content as ``check`` finds them, and against the version that is public."""
    from plugins.desk.check import findings
    from plugins.desk.committed import compared
    from plugins.desk.looking import look, now

    seen = look(root, now())
    is_commit = re.fullmatch(r"[0-9a-f]{40,64}", version)  # it comes from the target
    since = compared(root, seen.holdings, version).errors if is_commit else ()
    return tuple(sorted({*findings(seen).errors, *since}))
