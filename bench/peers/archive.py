"""The archive that every tool gets: the same records, in each tool's own head of a file."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bench import town

TEMPLATES = Path(__file__).resolve().parent / "templates"
YEARS = 20


@dataclass(frozen=True, slots=True)
class Record:
    """One text of about 3 KB; ``body`` is Markdown that all tools know."""

    name: str
    day: date
    title: str
    topics: tuple[str, ...]
    body: str

    @property
    def file(self) -> str:
        """Where it stands in each tool's project."""
        return f"content/aktualnosci/{self.day.year}/{self.name}.md"

    @property
    def page(self) -> str:
        """Its page in each tool's output."""
        return f"aktualnosci/{self.name}/index.html"

    @property
    def listed(self) -> str:
        """The list of its year in each tool's output: it names the record by its title."""
        return f"aktualnosci/rok/{self.day.year}/index.html"


def records(count: int, seed: int = 1) -> list[Record]:
    """``count`` records over twenty years, newest first; the same seed gives the same."""
    words, chance = town.sentences(), random.Random(seed)
    return [_record(number, count, words, chance) for number in range(count)]


def _record(number: int, count: int, words: list[str], chance: random.Random) -> Record:
    day = town.LAST - timedelta(days=365 * YEARS * number // count)
    topics = (chance.choice(town.TOPICS), f"{chance.choice(town.TOPICS)} w mieście")
    title = f"Rozmowa numer {number} o tym, co ważne na osiedlu"
    return Record(f"wpis-{number:06}", day, title, topics, town.body(words, chance))


Head = Callable[[Record], str]


def project(folder: Path, templates: str, found: Sequence[Record], head: Head) -> Path:
    """A tool's project in ``folder``: its templates, and the records with its heads."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(TEMPLATES / templates, folder)
    write(folder, found, head)
    return folder


def write(folder: Path, found: Sequence[Record], head: Head) -> None:
    """Every record's file."""
    for one in found:
        file = folder / one.file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{head(one)}\n{one.body}\n", "utf-8")


def frame(header_and_footer: Path, style: Path) -> None:
    """The same header, footer and stylesheet for every tool, where it wants them."""
    for name in ("header.html", "footer.html"):
        _copied(f"frame/{name}", header_and_footer / name)
    _copied("frame/style.css", style)


def _copied(name: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(TEMPLATES / name, target)
