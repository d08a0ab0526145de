"""Make every stale output into the staging folder, or tell every fault and make none."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from plugins.outputs import Bundle, Later, Output
from plugins.press.digest import of_bytes
from plugins.press.kept import NOTHING, Keeper
from plugins.press.making import Faults, Job, Workshop, make_bundle, make_output
from plugins.press.staging import write
from plugins.press.standing import Standing, scan
from plugins.press.store import Store
from plugins.press.survey import Stale, Survey
from plugins.press.workers import Workers
from plugins.problems import Problems

File = tuple[str, bytes]
"""A path in the site and its bytes."""

Progress = Callable[[str, int, int], None]
"""``progress(label, done, total)``; the label is Polish."""

Result = tuple[str, Faults | Iterator[File], tuple[bytes, str]]
"""A place, its files or its faults, and what the store is to keep of it."""

_BATCH = 64


class Fresh(NamedTuple):
    """A file that was made: where it is staged, or None if the same bytes stand already."""

    path: str
    digest: str
    staged: Path | None


class Press:
    """Makes outputs of one build; it writes into ``staging`` only."""

    def __init__(
        self, workshop: Workshop, store: Store, workers: Workers, output: Path, staging: Path
    ) -> None:
        self._workshop = workshop
        self._store = store
        self._workers = workers
        self._output = output
        self._staging = staging
        self._count = 0
        self.keeper = Keeper()

    def make(self, look: Survey, progress: Progress | None = None) -> dict[str, tuple[Fresh, ...]]:
        """The files of each stale place, staged; raises :class:`Problems` with every fault.

        Progress counts places: those that are as they should be, and those made.
        """
        made: dict[str, tuple[Fresh, ...]] = {}
        problems = look.faults
        for place, result, kept in self._results(look.stale()):
            if isinstance(result, tuple):
                problems += result
            elif not problems:
                made[place] = tuple(self._fresh(*file, look.standing) for file in result)
                look.kept_views[place] = kept
            if progress:
                progress("Tworzenie plików", len(look.keys), len(look.items))
        if problems:
            raise Problems(problems)
        return made

    def _results(self, items: Iterable[Stale]) -> Iterator[Result]:
        """Each place with its files, or with its faults; bundles last, as in the plan."""
        bundles: list[Bundle] = []
        waiting: deque[Output] = deque()
        jobs = self._jobs(items, bundles, waiting)
        for made, kept in self._workers.map(partial(make_output, self._workshop), jobs):
            output = waiting.popleft()
            if isinstance(output.given, Later):
                output.given.forget()  # all views of a large archive would fill the memory
            files = made if isinstance(made, tuple) else iter([(output.path, made)])
            yield output.path, files, kept
        for bundle in bundles:
            packed = self.keeper.packed(bundle)
            yield bundle.place, self._bundle(bundle), packed.kept() if packed else NOTHING

    def _jobs(
        self, items: Iterable[Stale], bundles: list[Bundle], waiting: deque[Output]
    ) -> Iterator[Job]:
        """Outputs with their bodies, which are read for many at once; a bundle is put aside."""
        remaining = iter(items)
        while batch := list(islice(remaining, _BATCH)):
            texts = self._store.texts(set().union(*(one.texts for one in batch)))
            for item, digests in batch:
                if isinstance(item, Bundle):
                    bundles.append(item)
                    continue
                waiting.append(item)
                bodies = {digest: texts[digest] for digest in digests if digest in texts}
                yield Job(item, bodies, self.keeper.packed(item))

    def _bundle(self, bundle: Bundle) -> Faults | Iterator[File]:
        """A bundle is made here, not in a worker: it may read every body there is."""
        folder = self._next()
        folder.mkdir()
        texts = _AllBodies(self._store)
        return make_bundle(self._workshop, bundle, texts, folder) or _files(bundle.folder, folder)

    def _fresh(self, path: str, data: bytes, standing: Standing) -> Fresh:
        found = standing.files.get(path)
        if found and found[0] == len(data) and (self._output / path).read_bytes() == data:
            return Fresh(path, of_bytes(data), None)
        write(staged := self._next(), data)
        return Fresh(path, of_bytes(data), staged)

    def _next(self) -> Path:
        self._count += 1
        return self._staging / str(self._count)


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
