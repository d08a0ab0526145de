"""Eleventy: from npm, with Nunjucks templates, as its own starter has them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from bench.peers import archive
from bench.peers.archive import Record
from bench.peers.contender import Contender, targets
from plugins.desk import tools as machine

LOCKS = Path(__file__).resolve().parent
LACKS = (
    "every build is a whole one: `--incremental=FILE` of this version ends with an error in a new "
    "process, even on a site of two files, and `--incremental` alone is for watching",
    "the page of a deleted record stays in the output",
)


def installed(tools: Path) -> Path:
    """Its command, brought by npm the first time."""
    folder = tools / "eleventy"
    script = folder / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    if not script.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(LOCKS / name, folder / name)
        words = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run(words, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return script


def contender(folder: Path, found: Sequence[Record], tools: Path) -> Contender:
    """Eleventy's project in ``folder``."""
    node, script = machine.find("node"), installed(tools)
    if node is None:
        raise SystemExit("No Node here: apt-get install nodejs, or ./debaty test once")
    archive.project(folder, "eleventy", found, head)
    archive.frame(folder / "_includes", folder / "static" / "style.css")
    package = json.loads(script.with_name("package.json").read_text("utf-8"))
    return Contender(
        name="Eleventy",
        version=package["version"],
        folder=folder,
        command=(str(node), str(script), "--quiet"),
        output="_site",
        template="_includes/footer.html",
        targets=targets(found),
        lacks=LACKS,
    )


def head(record: Record) -> str:
    """Front matter; years, months and topics are collections of its configuration."""
    return "\n".join(
        (
            "---",
            f"title: {json.dumps(record.title, ensure_ascii=False)}",
            f"date: {record.day.isoformat()}",
            f"tematy: {json.dumps(record.topics, ensure_ascii=False)}",
            "---",
        )
    )
