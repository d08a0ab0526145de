"""Builds in turn: every scenario by every tool, round after round, so that noise hits all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bench.peers.changes import Undo, change, fault
from bench.peers.contender import COLD, SCENARIOS, Contender, size
from bench.peers.measure import Figure, build
from bench.peers.report import Measured
from bench.progress import counted

Size = tuple[int, int, int]


def measured(contenders: Sequence[Contender], runs: int) -> Iterator[list[Measured]]:
    """After each of ``runs`` rounds all figures so far; the tool that begins changes.

    Exits if a site does not show a change.
    """
    figures: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    sizes: dict[str, Size] = {}
    for turn in range(runs):
        undo: list[Undo] = []
        for job in counted(_round(contenders, turn), f"builds of round {turn + 1} of {runs}"):
            one, scenario = job.contender, job.scenario
            figures[one.name, scenario].append(_built(one, scenario, undo))
            if scenario == COLD:
                sizes[one.name] = size(one)
        _taken_back(undo)
        yield [_of(one, figures, sizes[one.name]) for one in contenders]


@dataclass(frozen=True, slots=True)
class Job:
    """One build, named for the progress."""

    contender: Contender
    scenario: str

    def __str__(self) -> str:
        return f"{self.contender.name}, {self.scenario}"


def _round(contenders: Sequence[Contender], turn: int) -> list[Job]:
    first = turn % len(contenders)
    turned = [*contenders[first:], *contenders[:first]]
    return [Job(one, name) for name in SCENARIOS for one in turned if name in one.scenarios]


def _built(one: Contender, scenario: str, undo: list[Undo]) -> Figure:
    """The change and the build, measured.

    A change stays until the round is over: taken back at once, it would be one more change for
    the next build.
    """
    made = change(one, scenario)
    undo.append(made.undo)
    figure = build(one.command, one.folder, one.environment)
    if wrong := fault(one, scenario, made.mark):
        raise SystemExit(f"\n{one.name}, {scenario}: {wrong}")
    return figure


def _taken_back(undo: Iterable[Undo]) -> None:
    for one in undo:
        one()


def _of(one: Contender, figures: dict[tuple[str, str], list[Figure]], found: Size) -> Measured:
    mine = {name: tuple(figures[one.name, name]) for name in one.scenarios}
    return Measured(one.name, one.version, mine, *found, one.lacks)
