"""Make every stale output into the staging folder, or tell every fault and make none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice, tee
from pathlib import Path
from typing import NamedTuple

from plugins.outputs import Bundle, Output
from plugins.press.digest import encoded, of_bytes
from plugins.press.making import Faults, Job, Workshop, make_bundle, make_output
from plugins.press.staging import write
from plugins.press.standing import Standing, scan
from plugins.press.store import Store
from plugins.press.survey import Item, Survey
from plugins.press.workers import Workers
from plugins.problems import Problems

File = tuple[str, bytes]
"""A path in the site and its bytes."""

Progress = Callable[[str, int, int], None]
"""``progress(label, done, total)``; the label is Polish."""

_BATCH = 64
_TEXT = re.compile(rb'\{"digest":"([^"\\]+)"\}')


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

    def make(self, look: Survey, progress: Progress | None = None) -> dict[str, tuple[Fresh, ...]]:
        """The files of each stale place, staged; raises :class:`Problems` with every fault.

        Progress counts places: those that are as they should be, and those made.
        """
        made: dict[str, tuple[Fresh, ...]] = {}
        problems = look.faults
        for item, result in self._results(look.stale()):
            if isinstance(result, tuple):
                problems += result
            elif not problems:
                files = ((path, data) for path, data in result)
                made[item.place] = tuple(self._fresh(*file, look.standing) for file in files)
            if progress:
                progress("Tworzenie plików", len(look.keys), len(look.items))
        if problems:
            raise Problems(problems)
        return made

    def _results(self, items: Iterable[Item]) -> Iterator[tuple[Item, Faults | Iterator[File]]]:
        """Each item with its files, or with its faults; bundles last, as in the plan."""
        bundles: list[Bundle] = []
        outputs, same = tee(_outputs(items, bundles))
        jobs = _jobs(outputs, self._store)
        results = self._workers.map(partial(make_output, self._workshop), jobs)
        for output, result in zip(same, results, strict=True):
            yield output, result if isinstance(result, tuple) else iter([(output.path, result)])
        for bundle in bundles:
            yield bundle, self._bundle(bundle)

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


def _outputs(items: Iterable[Item], bundles: list[Bundle]) -> Iterator[Output]:
    """The outputs as they come; what is a bundle is put aside."""
    for item in items:
        if isinstance(item, Output):
            yield item
        else:
            bundles.append(item)


def _jobs(outputs: Iterable[Output], store: Store) -> Iterator[Job]:
    """Outputs with their bodies, which are read for many at once."""
    remaining = iter(outputs)
    while batch := list(islice(remaining, _BATCH)):
        named = [texts_in(output.view) for output in batch]
        texts = store.texts(set().union(*named))
        for output, digests in zip(batch, named, strict=True):
            yield Job(output, {digest: texts[digest] for digest in digests if digest in texts})


def texts_in(view: object) -> set[str]:
    """The digests of all bodies that a view names.

    Found in the encoded view, without a walk through it: inside text a quote has a backslash.

    >>> from plugins.outputs import Text
    >>> sorted(texts_in((Text("a1"), Text("b2"), '{"digest":"c3"}')))
    ['a1', 'b2']
    """
    return {digest.decode() for digest in _TEXT.findall(encoded(view))}


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
