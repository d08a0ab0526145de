"""Why an edition must not go out unless someone takes it upon himself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plugins.desk.deploy.draft import Draft
from plugins.problems import Problem

SHARE = 0.2
"""The greatest part of the pages that may vanish at once."""

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Doubt:
    """``option`` lifts it; ``lines``: what is wrong, a sentence first."""

    option: str
    lines: tuple[str, ...]


ERRORS, LOSS, DEAD = "--mimo-błędów", "--mimo-ubytku", "--mimo-martwych"


def doubts(draft: Draft, errors: tuple[Problem, ...]) -> Iterator[Doubt]:
    """All that speaks against publishing, in the order of the options."""
    if errors:
        yield Doubt(ERRORS, ("Sprawdzenie treści znalazło błędy:", *_some(map(str, errors))))
    lost, before = _lost(draft)
    if len(lost) > SHARE * before:
        first = f"Zniknie {len(lost)} z {before} stron, czyli {len(lost) / before:.0%}:"
        yield Doubt(LOSS, (first, *_some(lost)))
    if draft.fates.dead:
        yield Doubt(DEAD, (_DEAD, *_some(draft.fates.dead)))


_DEAD = (
    "Pod tymi opublikowanymi adresami nic już nie będzie. Wpis, który zniknął, ma mieć „stan "
    "publikacji: wycofany” albo następcę z „dawne adresy”:"
)


def _lost(draft: Draft) -> tuple[list[str], int]:
    """Addresses of the pages that vanish, and how many pages there were."""
    files = draft.past.manifest.files if draft.past.manifest else {}
    before = [path for path in files if path.endswith(".html")]
    lost = sorted(set(before) - draft.pages - _leading(draft))
    return [address(path, draft.prefix) for path in lost], len(before)


def _leading(draft: Draft) -> set[str]:
    """Pages that led on from an empty list already before: they are none that vanish now."""
    then = draft.past.manifest.files if draft.past.manifest else {}
    now = {path for path in draft.tree if path.endswith(".html")} - draft.pages
    known = set().union(*(one.remembered for one in draft.past.memories))
    return {path for path in now & set(then) if address(path, draft.prefix) in known}


def address(path: str, prefix: str) -> str:
    """Where a file of an edition is seen.

    >>> address("www/debaty/x/index.html", "www/")
    '/debaty/x/'
    """
    return "/" + path.removeprefix(prefix).removesuffix("index.html")


def _some(lines: Iterable[str]) -> list[str]:
    """The first few, and how many there are besides."""
    every = [f"  {line}" for line in lines]
    more = len(every) - _SHOWN
    return [*every[:_SHOWN], *([f"  … i jeszcze {more}"] if more > 0 else [])]


def unlifted(found: list[Doubt], reasons: Mapping[str, str]) -> list[Doubt]:
    """Those for which no reason was given."""
    return [doubt for doubt in found if not reasons.get(doubt.option)]
