"""Make every stale output into the staging folder, or tell every fault and make none."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from plugins.outputs import Bundle, Later, Output
from plugins.press.finishing import Fresh, Task, Yard, finished
from plugins.press.kept import NOTHING, Keeper
from plugins.press.making import Faults, Job, Workshop, make_bundle
from plugins.press.pile import Pile
from plugins.press.standing import Stamp, Standing, scan
from plugins.press.store import Store
from plugins.press.survey import Survey
from plugins.press.workers import Workers
from plugins.problems import Problem, Problems

File = tuple[str, bytes]
"""A path in the site and its bytes."""

Progress = Callable[[str, int, int], None]
"""``progress(label, done, total)``; the label is Polish."""

Result = tuple[str, Faults | tuple[Fresh, ...], tuple[bytes, str]]
"""A place, its files or its faults, and what the store is to keep of it."""

_BATCH = 64


class Press:
    """Makes outputs of one build; it writes into ``staging`` only.

    What the store is to keep of each lies on the ``pile``.
    """

    def __init__(
        self,
        workshop: Workshop,
        store: Store,
        workers: Workers,
        output: Path,
        staging: Path,
        pile: Pile,
    ) -> None:
        self._workshop = workshop
        self._store = store
        self._workers = workers
        self.yard = Yard(str(output), str(staging / "site"))
        self._bundles = staging / "bundles"
        self.keeper = Keeper()
        self.pile = pile

    def make(self, look: Survey, progress: Progress | None = None) -> dict[str, tuple[Fresh, ...]]:
        """The files of each stale place, staged; raises :class:`Problems` with every fault.

        Progress counts places: those that are as they should be, and those made.
        """
        made: dict[str, tuple[Fresh, ...]] = {}
        problems = look.faults
        for place, result, kept in self._results(look):
            faults = [one for one in result if isinstance(one, Problem)]
            problems += faults
            if not problems:
                made[place] = tuple(one for one in result if isinstance(one, Fresh))
                self.pile.put(place, *kept)
            if progress:
                progress("Tworzenie plików", len(look.keys), len(look.items))
        if problems:
            raise Problems(problems)
        return made

    def _results(self, look: Survey) -> Iterator[Result]:
        """Each place with its files, or with its faults; bundles last, as in the plan."""
        bundles: list[Bundle] = []
        waiting: deque[tuple[Output, Stamp | None]] = deque()
        tasks = self._tasks(look, bundles, waiting)
        yard = self.yard if self._workers.are_here else None
        work = partial(finished, self._workshop, yard)
        for made, kept in self._workers.map(work, tasks):
            output, old = waiting.popleft()
            if isinstance(output.given, Later):
                output.given.forget()  # all views of a large archive would fill the memory
            if isinstance(made, bytes):
                made = self.yard.fresh(output.path, made, old)
            yield output.path, (made,) if isinstance(made, Fresh) else made, kept
        for bundle in bundles:
            packed = self.keeper.packed(bundle)
            kept = packed.kept() if packed else NOTHING
            yield bundle.place, self._bundle(bundle, look.standing), kept

    def _tasks(
        self, look: Survey, bundles: list[Bundle], waiting: deque[tuple[Output, Stamp | None]]
    ) -> Iterator[Task]:
        """Outputs with their bodies, which are read for many at once; a bundle is put aside."""
        remaining = look.stale()
        while batch := list(islice(remaining, _BATCH)):
            texts = self._store.texts(set().union(*(one.texts for one in batch)))
            for item, digests in batch:
                if isinstance(item, Bundle):
                    bundles.append(item)
                    continue
                old = look.standing.files.get(item.path)
                waiting.append((item, old))
                bodies = {digest: texts[digest] for digest in digests if digest in texts}
                yield Task(Job(item, bodies, self.keeper.packed(item)), old)

    def _bundle(self, bundle: Bundle, standing: Standing) -> Faults | tuple[Fresh, ...]:
        """A bundle is made here, not in a worker: it may read every body there is."""
        folder = self._bundles / bundle.folder
        folder.mkdir(parents=True)
        texts = _AllBodies(self._store)
        return make_bundle(self._workshop, bundle, texts, folder) or tuple(
            self.yard.fresh(path, data, standing.files.get(path))
            for path, data in _files(bundle.folder, folder)
        )


class _AllBodies:
    """Every body in the store, read when asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __getitem__(self, digest: str) -> str:
        return self._store.texts([digest])[digest]


def _files(prefix: str, folder: Path) -> Iterator[File]:
    """The files that a bundle's maker left, sorted."""
    for path in sorted(scan(folder).files):
        yield f"{prefix}/{path}", (folder / path).read_bytes()
