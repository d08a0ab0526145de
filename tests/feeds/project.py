"""Feeds of a small project, made in memory, and the same feeds as an outside reader sees them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from plugins import feeds
from plugins.newsroom.warsaw import WARSAW
from plugins.outputs import File, Output, Text
from tests.newsroom.project import BARE, Project, write

FORMS = ("rss.xml", "atom.xml", "json")
STYLES = (File("theme/static/tokens.css", "aa"), File("theme/static/feed.css", "bb"))
TAG = "tag:policja.przykladow.example,2024:"


def day(text: str) -> datetime:
    """A moment in Poland: ``2026-03-05`` or ``2026-03-05T08:00``."""
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW)


@dataclass(frozen=True)
class Bodies:
    """The only tool that feeds need."""

    texts: Mapping[str, str]

    def text(self, text: Text) -> str:
        return self.texts[text.digest]


@dataclass
class Site:
    """A project whose feeds can be made for any day."""

    project: Project
    unit: str = field(default=BARE["content/jednostka.yml"].decode())

    @classmethod
    def of(cls, root: Path, files: Mapping[str, str]) -> Site:
        """A bare site with these records more (paths below ``content/``)."""
        write(root, BARE)
        site = cls(Project(root))
        site.write(files)
        return site

    def write(self, files: Mapping[str, str]) -> None:
        write(self.project.root, {f"content/{path}": text for path, text in files.items()})

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.project.root / "content" / path
        text = file.read_text("utf-8")
        assert old in text, f"{old!r} is not in {path}"
        file.write_text(text.replace(old, new, 1), "utf-8")

    def outputs(self, now: str) -> Iterator[Output]:
        catalogue = self.project.prepare(day(now)).catalogue
        return feeds.plan(catalogue, STYLES)

    def files(self, now: str, among: Iterable[str] = ()) -> dict[str, bytes]:
        """Path → bytes of all feeds, or of those of some channels."""
        wanted = set(among)
        tools: Any = Bodies(self.project.texts)
        return {
            one.path: one.make(one.view, tools)
            for one in self.outputs(now)
            if one.path.startswith("kanaly/")
            and (not wanted or one.path.split("/")[1].partition(".")[0] in wanted)
        }

    def feed(self, name: str, now: str) -> dict[str, Any]:
        """A channel as JSON Feed."""
        found: dict[str, Any] = json.loads(self.files(now, [name])[f"kanaly/{name}.json"])
        return found

    def ids(self, name: str, now: str) -> list[str]:
        """What a channel holds, newest first: ``debaty/x#termin-1``."""
        return [one["id"].removeprefix(TAG) for one in self.feed(name, now)["items"]]

    def item(self, name: str, ending: str, now: str) -> dict[str, Any]:
        """The one entry whose id ends so."""
        (found,) = (one for one in self.feed(name, now)["items"] if one["id"].endswith(ending))
        assert isinstance(found, dict)
        return found
