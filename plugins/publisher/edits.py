"""Bodies that were edited, in the site: read again, and made from views that were kept."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

from plugins import signals
from plugins.newsroom import reading, rereading
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.rereading import Reread, reread
from plugins.outputs import Bundle, Output
from plugins.press.amending import Amending, Amendment
from plugins.press.build import Report
from plugins.press.faults import midway
from plugins.press.ledger import Ledger
from plugins.press.making import Workshop
from plugins.press.site import Site
from plugins.press.snapshot import Seen
from plugins.press.store import Row, Shelf, Store
from plugins.press.theme import Theme
from plugins.press.workers import Workers
from plugins.publisher import noted
from plugins.publisher.folders import FILTERS, Folders
from plugins.publisher.noted import Noted
from plugins.publisher.warned import Warned

_SAMPLE = "---\ntytuł: Próba\n---\n\nAkapit z **naciskiem**.\n".encode()


class Done(NamedTuple):
    """What an edit came to: files as they were read, all warnings, number of files written."""

    seen: dict[str, Seen]
    warned: Warned
    written: int


def load(settings: Mapping[str, Any]) -> None:
    """Load what an edit is read and its pages are made with, for a process that will be asked."""
    for kind in KINDS:
        reading.parsed(f"content/{kind}/x.md", _SAMPLE)  # whatever is wrong with it
    folders = Folders.of(settings)
    theme = Theme(folders.theme / "templates", FILTERS)
    Workshop.of(folders.root, theme).theme().load()


def made(
    store: Store, folders: Folders, before: Noted, stamps: Mapping[str, str], today: date
) -> Done | None:
    """Make the site show what the files of ``stamps`` say now; under the lock.

    None if more than bodies has changed, or if it cannot be told what shows them: then the site
    is as it was. Raises :class:`Problems` as a whole build does.
    """
    shelf = store.part("sources", before.sources, stamps)
    if shelf is None:
        return None
    rereads = _rereads(shelf, folders, before, stamps)
    warned = _warned(before.warned, rereads, today) if rereads else None
    if rereads is None or warned is None or _is_shared(store, before, rereads):
        return None
    store.put_texts({digest: html for one in rereads for digest, html in one.texts.items()})
    written = _written(store, folders, before, rereads)
    if written is None:
        return None
    with midway(folders.root):
        store.drop_texts(digest for one in rereads for digest in one.instead)
        shelf.save({one.after.path: Row(*one.row) for one in rereads})
    return Done({one.after.path: Seen(*one.row[:2]) for one in rereads}, warned, written)


def _warned(before: Warned, rereads: Iterable[Reread], today: date) -> Warned | None:
    """What is to be told of the site now; None if the archive has to be looked at for it."""
    if not any(before.names(one.before.path) or one.after.warnings for one in rereads):
        return before
    problems = before.problems
    now = rereading.warnings(rereads, problems, f"{today}")
    return before if now is problems else Warned.of(now) if now is not None else None


def _rereads(
    shelf: Shelf, folders: Folders, before: Noted, stamps: Mapping[str, str]
) -> list[Reread] | None:
    """Each file beside what the last build read of it; None if more than a body is new."""
    found = []
    for path, stamp in stamps.items():
        row = shelf.rows.get(path)
        if row is None or row.digest != before.files[path].digest:
            return None
        again = reread(folders.root, path, stamp, reading.Row(*row))
        if again is None:
            return None
        found.append(again)
    return found


def _is_shared(store: Store, before: Noted, rereads: Iterable[Reread]) -> bool:
    """Whether two records have, or would have, one body: a page would not tell whose it shows."""
    gone = {digest for one in rereads for digest in one.instead}
    come = [digest for one in rereads for digest in one.instead.values()]
    return bool(gone & {*before.twins} or len({*come}) < len(come) or store.texts(come))


def _written(
    store: Store, folders: Folders, before: Noted, rereads: Iterable[Reread]
) -> int | None:
    """How many files were written to show other bodies; None if the whole way is needed."""
    instead = {was: now for one in rereads for was, now in one.instead.items()}
    if not instead:
        return 0
    noted.forget(store, folders.site)
    site = Site.of(folders.output, folders.root, store)
    workshop = Workshop.of(folders.root, Theme(folders.theme / "templates", FILTERS))
    with Workers(processes=1) as workers:
        amendment = Amendment(site, instead, layered={*before.layered})
        amending = Amending(amendment, workshop, workers)
        early = _shown(amending) if signals.shown.receivers else None
        report = amending.amended(partial(_layers, store, before, folders.site))
    if report is None:
        return None
    return sum(made.changed for made in chain(early.made if early else (), report.made))


def _shown(amending: Amending) -> Report | None:
    """Tell those who wait as soon as there is something to see."""
    report = amending.shown()
    if report:
        signals.shown.send(amending.amendment.site.name)
    return report


def _layers(
    store: Store, before: Noted, site: str, edits: Amendment
) -> list[Output | Bundle] | None:
    """What grows in layers; None if a feature of that sort cannot tell."""
    shelf = store.part("ledger", before.ledger, [site])
    if shelf is None:
        return None
    for name in before.layers:
        importlib.import_module(name).register()
    ledger = Ledger(shelf, site, is_whole=False)
    answers = [answer for _, answer in signals.plan_edits.send(edits, ledger=ledger)]
    if len(answers) < len(before.layers) or None in answers:
        return None
    return [item for answer in answers for item in answer]
