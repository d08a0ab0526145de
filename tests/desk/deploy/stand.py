"""A project with a small built site, and a place to publish it to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from plugins.desk.deploy import targets
from plugins.desk.deploy.publishing import Wishes, publish
from plugins.press import span
from plugins.press.digest import of_bytes
from plugins.press.span import Span
from plugins.press.store import Known, Store
from plugins.problems import Problem
from tests.desk.conftest import ROOT

NOON = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
SITE = "https://policja.przykladow.example"
Files = Mapping[str, str]
Tree = dict[str, bytes]

STYLE_1, STYLE_2 = "theme/debaty.0123456789.css", "theme/debaty.abcdef0123.css"


def page(text: str, style: str = STYLE_1) -> str:
    """A page large enough to be worth compressing."""
    return f'<!DOCTYPE html><link rel="stylesheet" href="/{style}"><p>{text}</p>' + f"{text} " * 120


OLD: Files = {
    "index.html": page("Pierwsza"),
    "404.html": page("Nie ma"),
    "debaty/index.html": page("Debaty"),
    "debaty/dworzec/index.html": page("Dworzec"),
    "debaty/dworzec/debata.ics": "BEGIN:VCALENDAR\r\n",
    "kalendarz.ics": "BEGIN:VCALENDAR\r\n" + "X-A:1\r\n" * 60,
    STYLE_1: "p { color: black }",
}
NEW: Files = {
    **{path: text for path, text in OLD.items() if path != STYLE_1},
    "index.html": page("Druga", STYLE_2),
    "404.html": page("Nie ma", STYLE_2),
    "debaty/park/index.html": page("Park", STYLE_2),
    STYLE_2: "p { color: navy }",
}


def listing(files: Files, **also: Any) -> str:
    """``debaty.json`` as a build writes it: every page and file, records among them."""
    paths = sorted(f"/{path.removesuffix('index.html')}" for path in files)
    records = [one for one in paths if one.count("/") == 3 and one.endswith("/")]
    whole = {"strona": SITE, "adresy": paths, "stałe": records, **also}
    return json.dumps(whole, ensure_ascii=False)


def nothing_wrong(_: Path, __: str) -> tuple[Problem, ...]:
    return ()


@dataclass
class Stand:
    """``root``: the project's folder; ``where``: the address of the target."""

    root: Path
    where: str
    day: int = 0

    def build(self, files: Files, **also: Any) -> None:
        """Put a site in ``output/`` as a build would."""
        output = self.root / "output"
        whole = {**files, ".well-known/debaty.json": listing(files, **also)}
        for file in output.rglob("*"):
            if file.is_file() and file.relative_to(output).as_posix() not in whole:
                file.unlink()
        for path, text in whole.items():
            file = output / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        (self.root / ".debaty").mkdir(exist_ok=True)
        span.note(self.root / ".debaty", "output", Span(NOON, NOON + timedelta(days=1)))
        if not (self.root / "theme").exists():
            (self.root / "theme").symlink_to(ROOT / "theme")

    def publish(self, *, trial: bool = False, first: bool = False, **reasons: str) -> int:
        """Publish what stands; each time a minute later. ``reasons``: by the option's last word."""
        self.day += 1
        lifted = {f"--mimo-{word}": why for word, why in reasons.items()}
        wishes = Wishes(lifted, is_trial=trial, is_first=first)
        now = NOON + timedelta(minutes=self.day)
        return publish(self.root, self.target, wishes, now, nothing_wrong)

    @property
    def target(self) -> targets.Target:
        return targets.parsed("cel", self.where, self.root)

    @property
    def place(self) -> Path:
        return Path(self.target.path)

    def seen(self) -> Tree:
        """What a server would show, but for the list of addresses, which names the edition."""
        folder = self.place / "current/www" if self.target.form.has_releases else self.place
        return {path: data for path, data in tree(folder).items() if "debaty.json" not in path}

    def remembered(self) -> dict[str, Any]:
        folder = self.place / "current/www" if self.target.form.has_releases else self.place
        found: dict[str, Any] = json.loads((folder / ".well-known/debaty.json").read_bytes())
        return found

    def releases(self) -> list[str]:
        """Names in the folder of editions, whatever they are."""
        return sorted(one.name for one in (self.place / "releases").iterdir())


def tree(folder: Path) -> Tree:
    """Every file's bytes by its path."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def noted(stand: Stand) -> None:
    """What a build keeps of the files that it wrote."""
    with Store(stand.root / ".debaty/store.sqlite") as store:
        store.claim("output")
        files = {one: one.stat() for one in (stand.root / "output").rglob("*") if one.is_file()}
        known = {
            one.relative_to(stand.root / "output").as_posix(): Known(
                "k", status.st_size, status.st_mtime_ns, of_bytes(one.read_bytes())
            )
            for one, status in files.items()
        }
        store.put_outputs("output", known)
