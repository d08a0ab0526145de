"""What was measured, as Markdown: medians, ratios, sizes, and what each tool did not do."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bench.peers.measure import Figure

WITHIN = 0.1
"""How far the bytes of two tools may be apart for the same things."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A tool's figures by scenario, one of each run, and its site after a cold build."""

    name: str
    version: str
    figures: dict[str, tuple[Figure, ...]]
    files: int
    pages: int
    size: int
    lacks: tuple[str, ...] = ()

    def seconds(self, scenario: str) -> float:
        """The median; raises KeyError for a scenario that was not measured."""
        return statistics.median(one.seconds for one in self.figures[scenario])

    def processors(self, scenario: str) -> float:
        """The median of the seconds of processors; raises KeyError as above."""
        return statistics.median(one.processors for one in self.figures[scenario])

    def peak(self, memory: Callable[[Figure], float]) -> float:
        """The most that any of its builds took."""
        return max(memory(one) for some in self.figures.values() for one in some)


@dataclass(frozen=True, slots=True)
class Conditions:
    """Under what it was measured; ``machine``: cores, model, memory; ``runs`` of each figure."""

    day: str
    machine: str
    software: str
    records: int
    runs: int


def unequal(same: Sequence[Measured]) -> list[str]:
    """What is not equal enough for a comparison, in sentences.

    >>> one = Measured("A", "1", {}, files=3, pages=2, size=1000)
    >>> unequal([one, Measured("B", "1", {}, files=3, pages=3, size=1200)])
    ['B: 3 pages, A: 2', 'B: 1.20 times the bytes of A']
    """
    first, *others = same
    pages = [
        f"{o.name}: {o.pages} pages, {first.name}: {first.pages}"
        for o in others
        if o.pages != first.pages
    ]
    sizes = [
        f"{one.name}: {one.size / first.size:.2f} times the bytes of {first.name}"
        for one in others
        if abs(one.size / first.size - 1) > WITHIN
    ]
    return pages + sizes


def ratio(ours: Measured, scenario: str, other: Measured, against: str) -> float | None:
    """Our median as a part of another's; ``None`` where one of them was not measured."""
    if scenario not in ours.figures or against not in other.figures:
        return None
    return ours.seconds(scenario) / other.seconds(against)


def markdown(
    conditions: Conditions,
    scenarios: Sequence[str],
    same: Sequence[Measured],
    everything: Measured | None,
) -> str:
    """The whole report; ``same``: ours first."""
    parts = [
        _conditions(conditions),
        "## Same things: seconds\n\n" + _medians(scenarios, same, Measured.seconds),
        "## Same things: Debaty's seconds as a part of the other's, same scenario\n\n"
        + _ratios(scenarios, same),
        "## Same things: seconds of processors\n\n"
        + _medians(scenarios, same, Measured.processors),
        "## Same things: memory, files, bytes\n\n" + _sizes(same),
        _equal(same),
        "## What was not alike\n\n" + _lacks(same),
    ]
    if everything:
        parts += _beside(scenarios, everything, same)
    return "\n\n".join(parts) + "\n"


def _beside(
    scenarios: Sequence[str], everything: Measured, same: Sequence[Measured]
) -> Iterator[str]:
    """Everything on, beside the same things of all tools."""
    both = [everything, *same]
    for title, median in (
        ("seconds", Measured.seconds),
        ("seconds of processors", Measured.processors),
    ):
        yield f"## Everything on, beside the same things: {title}"
        yield _medians(scenarios, both, median)
    yield _sizes([everything])


def _conditions(given: Conditions) -> str:
    return (
        f"{given.records:,} records of about 3 KB; medians of {given.runs}, tools in turn; "
        f"{given.day}.\n\nMachine: {given.machine}. {given.software}."
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of GitHub's Markdown, figures to the right.

    >>> print(table(["", "A"], [["cold", "1.2"]]))
    | | A |
    |---|---:|
    | cold | 1.2 |
    """
    lines = [head, *rows]
    marks = "|---" + "|---:" * (len(head) - 1) + "|"
    written = ["".join(f"| {cell} " if cell else "| " for cell in line) + "|" for line in lines]
    return "\n".join([written[0], marks, *written[1:]])


Median = Callable[[Measured, str], float]


def _medians(scenarios: Sequence[str], measured: Sequence[Measured], median: Median) -> str:
    def cell(one: Measured, scenario: str) -> str:
        return number(median(one, scenario)) if scenario in one.figures else "–"

    rows = [[scenario, *(cell(one, scenario) for one in measured)] for scenario in scenarios]
    return table(["", *(one.name for one in measured)], rows)


def _ratios(scenarios: Sequence[str], same: Sequence[Measured]) -> str:
    ours, *others = same
    rows = []
    for scenario in scenarios:
        found = (ratio(ours, scenario, one, against(one, scenario)) for one in others)
        rows.append([scenario, *("–" if part is None else number(part) for part in found)])
    return table(["", *(one.name for one in others)], rows)


def against(other: Measured, scenario: str) -> str:
    """What another tool does instead of a scenario that it does not know: it builds."""
    return scenario if scenario in other.figures else "cold"


def number(value: float) -> str:
    """As many digits as noise leaves meaning to.

    >>> number(123.4), number(12.34), number(1.234), number(0.0123)
    ('123', '12.3', '1.23', '0.012')
    """
    digits = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 0.1 else 3
    return f"{value:.{digits}f}"


def _sizes(measured: Sequence[Measured]) -> str:
    rows = [
        [
            f"{one.name} {one.version}",
            f"{one.peak(lambda figure: figure.largest):.0f}",
            f"{one.peak(lambda figure: figure.together):.0f}",
            f"{one.files:,}",
            f"{one.pages:,}",
            f"{one.size / 1e6:.1f}",
        ]
        for one in measured
    ]
    head = ["", "largest process, MB", "all processes, MB", "files", "pages", "MB written"]
    return table(head, rows)


def _equal(same: Sequence[Measured]) -> str:
    faults = unequal(same)
    return "Not equal: " + "; ".join(faults) + "." if faults else "Pages equal, bytes within 10 %."


def _lacks(same: Sequence[Measured]) -> str:
    return "\n".join(f"- {one.name}: {'; '.join(one.lacks)}." for one in same if one.lacks)
