"""A Pelican generator that runs the whole way: newsroom, plan, press."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from blinker import ANY
from msgspec.structs import replace

from plugins import signals
from plugins.newsroom import addresses, edition
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.edition import Edition
from plugins.newsroom.holdings import Visibility
from plugins.newsroom.turning import steady
from plugins.outputs import Bundle, File, Output, Plan
from plugins.press import snapshot
from plugins.press.build import Report, build
from plugins.press.digest import of_bytes
from plugins.press.explain import NotPlanned, explain
from plugins.press.faults import midway, told
from plugins.press.ledger import Ledger
from plugins.press.lock import held
from plugins.press.making import THEME
from plugins.press.memo import Memo
from plugins.press.modules import Modules
from plugins.press.store import Store
from plugins.press.theme import Theme
from plugins.press.workers import Workers
from plugins.problems import Problem, Problems
from plugins.publisher import noted
from plugins.publisher.clock import moment
from plugins.publisher.closing import Ending, tell
from plugins.publisher.folders import FILTERS, Folders
from plugins.publisher.noted import Noted
from plugins.publisher.progress import Progress
from plugins.publisher.warned import Warned


class Publisher:
    """Pelican's contract: it is made with these arguments, then ``generate_output`` is called."""

    def __init__(self, settings: Mapping[str, Any], **_: Any) -> None:
        self.settings = settings

    def generate_output(self, writer: object) -> None:
        """Publish, or with the setting ``WHY`` explain one output; raises :class:`Problems`."""
        del writer  # press writes: atomically, and only what changed
        if self.settings.get("DELETE_OUTPUT_DIRECTORY"):
            message = "ta opcja usuwa opublikowaną stronę – usuń ją z ustawień"
            raise Problems([Problem("pelicanconf.py", 0, "DELETE_OUTPUT_DIRECTORY", message)])
        folders = Folders.of(self.settings)
        with (
            told(folders.root),
            held(folders.shop),
            Store(folders.shop / "store.sqlite") as store,
            Workers(self.settings.get("EXECUTOR"), root=folders.root) as workers,
        ):
            Run(self.settings, folders, store, workers).publish()


class Run:
    """One run with its store and workers open."""

    def __init__(
        self, settings: Mapping[str, Any], folders: Folders, store: Store, workers: Workers
    ) -> None:
        self.settings, self.folders, self.store, self.workers = settings, folders, store, workers
        self.began = time.monotonic()
        self.stamps = snapshot.taken(folders.trees)  # before anything is read
        self.imports = Memo(store.shelf("imports", "1"))
        self.modules = Modules(self.imports)
        self.theme = Theme(folders.theme / "templates", FILTERS)
        self.progress = Progress()
        code = self.modules.code(["plugins.newsroom.edition"])
        self.reader = of_bytes(repr(code).encode())
        self.sources = store.shelf("sources", self.reader)

    def publish(self) -> None:
        """The table of contents: read, plan, make; then tell."""
        prepared = self._prepare()
        before = noted.read(self.store, self.folders.site)
        noted.forget(self.store, self.folders.site)
        layers = self._layers(prepared.catalogue)
        plan = self._plan(prepared, layers)
        why = self.settings.get("WHY")
        if why:
            self._explain(plan, page_of(prepared.catalogue, str(why)))
            return
        with self.progress:
            report = self._build(plan)
        with midway(self.folders.root):
            self._tidy(prepared, report)
            now = self._noted(prepared, report, [layer.place for layer in layers])
            del prepared, layers, plan  # a large archive's memory is needed for what is noted
            self._note(now, before)
        written = sum(made.changed for made in report.made)
        removed = len(report.removed)
        tell(self.began, now.warned, Ending(now.count, written, removed, now.waiting))

    def _prepare(self) -> Edition:
        """Everything under content/, read and checked."""
        with self.progress:
            prepared = edition.prepare(
                self.folders.root,
                self.folders.content,
                moment(self.settings),
                sources=self.sources,
                pictures=self.store.shelf("pictures", self.reader),
                keep=self.store.put_texts,
                run=self.progress.counted("Czytanie treści", self.workers.map),
                drafts=bool(self.settings.get("DRAFTS")),
            )
        self.sources.lighten()
        return prepared

    def _plan(self, prepared: Edition, layers: Sequence[Output | Bundle]) -> Plan:
        """All features' outputs, then the indexes over them."""
        catalogue = prepared.catalogue
        basis = self._basis(prepared)
        outputs = list(signals.gather(signals.plan_outputs, catalogue, assets=self.assets))
        outputs += layers
        indexes = signals.gather(signals.plan_indexes, outputs, catalogue=catalogue)
        return Plan.of([*outputs, *indexes], basis)

    def _layers(self, catalogue: Catalogue) -> list[Output | Bundle]:
        """What grows in layers."""
        ledger = Ledger(
            self.store.shelf("ledger", self.code),
            self.folders.site,
            bool(self.settings.get("WHOLE_INDEX")),
        )
        more = {"assets": self.assets, "ledger": ledger}
        return list(signals.gather(signals.plan_layers, catalogue, **more))

    @cached_property
    def code(self) -> str:
        """The version of all code: when any has changed, what was noted may mean something else."""
        return of_bytes(repr(self.modules.code(self.settings["PLUGINS"])).encode())

    def _basis(self, prepared: Edition) -> str:
        """All that views are made from, but bodies: content, theme, code, libraries."""
        code = self.modules.code([*self.settings["PLUGINS"], __name__])
        self.imports.save()
        return of_bytes(repr((prepared.basis, self.theme.version, self.assets, code)).encode())

    @cached_property
    def assets(self) -> tuple[File, ...]:
        """The theme's files that are not templates; what documents them, for a preview only."""
        theme = self.folders.theme
        kinds = ["static/**/*", "posters/*.typ", "templates/**/*.css"]
        if self.settings.get("DRAFTS"):
            kinds.append("templates/components/*/*.yaml")
        found = sorted(path for kind in kinds for path in theme.glob(kind))
        return tuple(self._asset(path) for path in found if path.is_file())

    def _asset(self, path: Path) -> File:
        """Under the name ``theme/``, wherever the theme is: many units may share one."""
        inside = path.relative_to(self.folders.theme).as_posix()
        return File(f"{THEME}{inside}", of_bytes(path.read_bytes()))

    def _explain(self, plan: Plan, path: str) -> None:
        """Say what is known of a path; end with 1 when the site has none such."""
        root, output = self.folders.root, self.folders.output
        try:
            print(explain(plan, path, root=root, output=output, store=self.store, theme=self.theme))
        except NotPlanned as sentence:
            print(sentence, file=sys.stderr)
            raise SystemExit(1) from None

    def _build(self, plan: Plan) -> Report:
        return build(
            plan,
            root=self.folders.root,
            output=self.folders.output,
            store=self.store,
            theme=self.theme,
            workers=self.workers,
            progress=self.progress,
        )

    def _tidy(self, prepared: Edition, report: Report) -> None:
        """Bodies that no record has any more leave the store."""
        if report.made or report.removed:
            entries = prepared.catalogue.holdings.entries
            self.store.keep_texts({entry.record.body.digest for entry in entries})

    def _noted(self, prepared: Edition, report: Report, layered: Iterable[str]) -> Noted:
        """The site as it stands now, but for the files that it was read from."""
        holdings = prepared.catalogue.holdings
        times = steady(holdings)
        features = {str(one.__module__) for one in signals.plan_layers.receivers_for(ANY)}
        bodies = Counter(entry.record.body.digest for entry in holdings.entries)
        return Noted(
            inputs=noted.inputs(self.settings, self.folders),
            since=times.since,
            until=times.until,
            awaited=times.awaited,
            files={},
            sources=self.reader,
            ledger=self.code,
            layers=tuple(sorted(features)),
            layered=tuple(layered),
            twins=tuple(digest for digest, count in bodies.items() if digest and count > 1),
            warned=Warned.of(prepared.warnings),
            waiting=held_back(prepared.catalogue),
            count=len(report.made) + report.kept,
        )

    def _note(self, now: Noted, before: Noted | None) -> None:
        """Leave for the next run what this one read, and for ``due`` until when it is true.

        With drafts in it, a site is never ``due``, and press has forgotten what was noted.
        """
        if not self.settings.get("DRAFTS"):
            noted.note_span(self.settings, self.folders, now)
        read = {path: row.digest for path, row in self.sources.rows.items()}
        known = before.files if before else {}
        files = snapshot.seen(self.folders.trees, self.stamps or {}, known, read)
        if self.stamps and files:
            noted.write(self.store, self.folders.site, replace(now, files=files))


def page_of(catalogue: Catalogue, path: str) -> str:
    """The page of the record in a file; any other path as it is."""
    entries = catalogue.holdings.entries
    return next((addresses.of(e.record) for e in entries if e.record.path == path), path)


SHOWN = 5
"""How many records that wait for their day are named."""


def held_back(catalogue: Catalogue) -> str:
    """What an officer may look for in vain: drafts, and records whose day has not come."""
    records = [entry.record for entry in catalogue.holdings.entries]
    states = {record.path: catalogue.seen(record) for record in records}
    drafts = sum(state is Visibility.DRAFT for state in states.values())
    waiting = [
        f"{record.path} (ukaże się {record.appeared.iso.replace('T', ' ')[:16]})"
        for record in records
        if states[record.path] is Visibility.EMBARGO and record.appeared
    ]
    parts = [f"szkice: {drafts}"] if drafts else []
    more = [f"i jeszcze {len(waiting) - SHOWN}"] if len(waiting) > SHOWN else []
    return ", ".join([*parts, *waiting[:SHOWN], *more])
