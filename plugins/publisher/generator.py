"""A Pelican generator that runs the whole way: newsroom, plan, press."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from plugins import signals
from plugins.newsroom import addresses, edition
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.clock import moment
from plugins.newsroom.edition import Edition
from plugins.newsroom.holdings import Visibility
from plugins.outputs import File, Plan
from plugins.press import span
from plugins.press.build import Report, build
from plugins.press.digest import of_bytes
from plugins.press.explain import NotPlanned, explain
from plugins.press.faults import midway, told
from plugins.press.ledger import Ledger
from plugins.press.lock import held
from plugins.press.memo import Memo
from plugins.press.modules import Modules
from plugins.press.site import name_of
from plugins.press.store import Store
from plugins.press.theme import Theme
from plugins.press.workers import Workers
from plugins.problems import Problem, Problems
from plugins.publisher.progress import Progress
from plugins.publisher.turns import span_of

FILTERS = "plugins.layout.filters"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where everything stands; ``content`` is relative to ``root``."""

    root: Path
    content: str
    theme: Path
    output: Path

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> Folders:
        """From Pelican's settings; the root is where the content folder lies."""
        content = Path(settings["PATH"]).resolve()
        theme, output = Path(settings["THEME"]), Path(settings["OUTPUT_PATH"])
        return cls(content.parent, content.name, theme.resolve(), output.resolve())


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
        shop = folders.root / ".debaty"
        with (
            told(folders.root),
            held(shop),
            Store(shop / "store.sqlite") as store,
            Workers(self.settings.get("EXECUTOR")) as workers,
        ):
            Run(self.settings, folders, store, workers).publish()


class Run:
    """One run with its store and workers open."""

    def __init__(
        self, settings: Mapping[str, Any], folders: Folders, store: Store, workers: Workers
    ) -> None:
        self.settings, self.folders, self.store, self.workers = settings, folders, store, workers
        self.began = time.monotonic()
        self.imports = Memo(store.shelf("imports", "1"))
        self.modules = Modules(self.imports)
        self.theme = Theme(folders.theme / "templates", FILTERS)
        self.progress = Progress()

    def publish(self) -> None:
        """The table of contents: read, plan, make; then tell."""
        prepared = self._prepare()
        plan = self._plan(prepared)
        why = self.settings.get("WHY")
        if why:
            self._explain(plan, page_of(prepared.catalogue, str(why)))
            return
        with self.progress:
            report = self._build(plan)
        with midway(self.folders.root):
            self._tidy(prepared, report)
            self._note(prepared)
        self._tell(prepared, report)

    def _prepare(self) -> Edition:
        """Everything under content/, read and checked."""
        now = moment(self.settings.get("BUILD_DATE"), os.environ, _clock)
        code = self.modules.code(["plugins.newsroom.edition"])
        version = of_bytes(repr(code).encode())
        with self.progress:
            prepared = edition.prepare(
                self.folders.root,
                self.folders.content,
                now,
                sources=self.store.shelf("sources", version),
                pictures=self.store.shelf("pictures", version),
                keep=self.store.put_texts,
                run=self.progress.counted("Czytanie treści", self.workers.map),
                drafts=bool(self.settings.get("DRAFTS")),
            )
        return prepared

    def _plan(self, prepared: Edition) -> Plan:
        """All features' outputs, then the indexes over them."""
        catalogue = prepared.catalogue
        assets = self._assets()
        basis = self._basis(prepared, assets)
        outputs = list(signals.gather(signals.plan_outputs, catalogue, assets=assets))
        ledger = self._ledger()
        outputs += signals.gather(signals.plan_layers, catalogue, assets=assets, ledger=ledger)
        indexes = signals.gather(signals.plan_indexes, outputs, catalogue=catalogue)
        return Plan.of([*outputs, *indexes], basis)

    def _ledger(self) -> Ledger:
        """Forgotten when any code has changed, for what was noted may mean something else now."""
        version = of_bytes(repr(self.modules.code(self.settings["PLUGINS"])).encode())
        site = name_of(self.folders.output, self.folders.root)
        whole = bool(self.settings.get("WHOLE_INDEX"))
        return Ledger(self.store.shelf("ledger", version), site, whole)

    def _basis(self, prepared: Edition, assets: tuple[File, ...]) -> str:
        """All that views are made from, but bodies: content, theme, code, libraries."""
        code = self.modules.code([*self.settings["PLUGINS"], __name__])
        self.imports.save()
        return of_bytes(repr((prepared.basis, self.theme.version, assets, code)).encode())

    def _assets(self) -> tuple[File, ...]:
        """The theme's files that are not templates; what documents them, for a preview only."""
        theme = self.folders.theme
        kinds = ["static/**/*", "posters/*.typ", "templates/**/*.css"]
        if self.settings.get("DRAFTS"):
            kinds.append("templates/components/*/*.yaml")
        found = sorted(path for kind in kinds for path in theme.glob(kind))
        return tuple(self._asset(path) for path in found if path.is_file())

    def _asset(self, path: Path) -> File:
        return File(
            os.path.relpath(path, self.folders.root).replace(os.sep, "/"),
            of_bytes(path.read_bytes()),
        )

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

    def _tell(self, prepared: Edition, report: Report) -> None:
        """The true closing line, after the warnings."""
        for warning in prepared.warnings:
            print(f"Uwaga: {warning}")
        changed = [made for made in report.made if made.changed]
        seconds = f"{time.monotonic() - self.began:.2f}".replace(".", ",")
        whole = len(report.made) + report.kept
        print(
            f"Gotowe w {seconds} s. Na stronie: {whole}, "
            f"zapisane: {len(changed)}, usunięte: {len(report.removed)} (pliki)."
        )
        if waiting := held_back(prepared.catalogue):
            print(f"Poza stroną: {waiting}.")

    def _tidy(self, prepared: Edition, report: Report) -> None:
        """Bodies that no record has any more leave the store."""
        if report.made or report.removed:
            entries = prepared.catalogue.holdings.entries
            self.store.keep_texts({entry.record.body.digest for entry in entries})

    def _note(self, prepared: Edition) -> None:
        """Leave for ``./debaty due`` until when this site is true.

        With drafts in it, it is true at no time, and press has forgotten what was noted.
        """
        if not self.settings.get("DRAFTS"):
            holdings, folders = prepared.catalogue.holdings, self.folders
            noted = span_of(holdings, str(self.settings.get("SOURCE_VERSION") or ""))
            span.note(self.store.path.parent, name_of(folders.output, folders.root), noted)


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


def _clock() -> datetime:
    return datetime.now(UTC)
