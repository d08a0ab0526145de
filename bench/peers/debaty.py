"""Debaty: the things that its peers make too, and the whole town with everything on."""

from __future__ import annotations

import compileall
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench import town
from bench.peers import archive
from bench.peers.archive import Record
from bench.peers.contender import BODY, DELETED, SCENARIOS, TITLE, Contender, Target, targets

MOMENT = {"BUILD_DATE": "2026-11-23"}
LEAN = ("it also checks every text and sets its typography, which no other tool does",)


def same_things(folder: Path, found: Sequence[Record]) -> Contender:
    """The delivered code with the plan and the templates that the peers have."""
    archive.project(folder, "debaty", found, head)
    for name in ("plugins", "pelicanconf.py"):
        town.copy(town.ROOT / name, folder / name)
    archive.frame(folder / "lean" / "templates", folder / "lean" / "static" / "base.css")
    template = "lean/templates/footer.html"
    return _contender("Debaty", folder, "samethings.py", template, targets(found), LEAN)


def everything(folder: Path, count: int) -> Contender:
    """The town of ``count`` records as Debaty is delivered."""
    town.project(folder, count)
    template = "theme/templates/components/footer/footer.html"
    return _contender("Debaty, everything on", folder, "publishconf.py", template, _town(folder))


def _contender(
    name: str,
    folder: Path,
    settings: str,
    template: str,
    known: Mapping[str, Target],
    lacks: tuple[str, ...] = (),
) -> Contender:
    # Peers come with their code compiled; a clean checkout has none, and pays for it.
    compileall.compile_dir(folder / "plugins", quiet=1)
    return Contender(
        name=name,
        version=_version(),
        folder=folder,
        command=(sys.executable, "-m", "pelican", "-s", settings, "--fatal", "errors"),
        output="output",
        template=template,
        targets=known,
        keeps=(".debaty",),
        lacks=lacks,
        environment=MOMENT,
        scenarios=SCENARIOS,
    )


def _version() -> str:
    words = ["git", "-C", str(town.ROOT), "describe", "--always", "--dirty"]
    said = subprocess.run(words, capture_output=True, text=True, check=False)
    return said.stdout.strip() or "unknown"


def _town(folder: Path) -> dict[str, Target]:
    """Two debates and a news item that no other record names, from the middle of the town."""
    debates = sorted((folder / "content" / "debaty").rglob("wpis-*.md"))
    news = sorted((folder / "content" / "aktualnosci").rglob("wpis-*.md"))
    places = {
        BODY: debates[len(debates) // 2],
        TITLE: debates[len(debates) // 4],
        DELETED: news[len(news) // 2],
    }
    return {name: _target(file, folder) for name, file in places.items()}


def _target(file: Path, folder: Path) -> Target:
    path = file.relative_to(folder)
    _, section, year, name = path.with_suffix("").parts
    lines = file.read_text("utf-8").split("\n")
    title = lines[1].removeprefix("tytuł: ")
    listed = f"{section}/rok/{year}/index.html"
    return Target(path.as_posix(), title, f"{section}/{name}/index.html", listed)


def head(record: Record) -> str:
    """The head of a news item."""
    topics = "\n".join(f"  - {topic}" for topic in record.topics)
    return (
        f"---\ntytuł: {record.title}\ndata publikacji: {record.day.isoformat()}\n"
        f"tematy:\n{topics}\ndział: komunikat\n---"
    )
