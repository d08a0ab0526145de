"""Pagefind: an outside program that indexes a folder of small pages and searches it in browsers.

Its own page of results is not used: of what it writes only the index, its meta file, one
fragment a page, and the program for browsers are kept.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from plugins.problems import Problem, Problems

BROWSER = ("pagefind.js", "wasm.pl.pagefind")
"""Pagefind for browsers; one copy serves every bundle of a site."""
ENTRY = "pagefind-entry.json"
_KEPT = ("fragment", "index")
_SIGNATURE = b"pagefind_dcd"
_WORDS = ("--silent", "--force-language", "pl")


def index(pages: Path, folder: Path) -> None:
    """Index every HTML file below ``pages`` into ``folder``, which is made.

    The same pages make the same bytes, for there are no filters in them: Pagefind writes the
    values of a filter in no order. Raises :class:`Problems` when it is missing or fails.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), *_WORDS]
    done = subprocess.run(
        [*command, "--output-path", str(folder)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode or not (folder / ENTRY).is_file():
        raise Problems([_failed((done.stderr or done.stdout).strip())])
    _tidy(folder)
    _name_plainly(folder)


def _failed(said: str) -> Problem:
    if "No module named" in said:
        text = "brak programu Pagefind – zainstaluj biblioteki: ./debaty setup"
    else:
        last = said.splitlines()[-1][:200] if said else "nie powiedział dlaczego"
        text = f"Pagefind nie utworzył spisu słów ({last}) – sprawdź, czy na dysku jest miejsce"
    return Problem("pelicanconf.py", 0, "PLUGINS", f"wyszukiwarka: {text}")


def _tidy(folder: Path) -> None:
    """Only what a browser fetches stays."""
    for file in sorted(folder.iterdir()):
        used = file.name in (*_KEPT, *BROWSER, ENTRY) or file.suffix == ".pf_meta"
        if file.is_file() and not used:
            file.unlink()


def _name_plainly(folder: Path) -> None:
    """A name that is known beforehand lets a page ask for the meta file with the first others."""
    entry = json.loads((folder / ENTRY).read_bytes())
    (language,) = entry["languages"].values()
    (folder / f"pagefind.{language['hash']}.pf_meta").rename(folder / "pagefind.pl.pf_meta")
    language["hash"] = "pl"
    (folder / ENTRY).write_text(json.dumps(entry, ensure_ascii=False), "utf-8")


def fragments(folder: Path) -> Iterator[tuple[Path, dict[str, object]]]:
    """Each page's file and what is in it, by name: a JSON object with ``url`` and ``content``."""
    for file in sorted((folder / "fragment").iterdir()):
        data = gzip.decompress(file.read_bytes())
        yield file, json.loads(data.removeprefix(_SIGNATURE))


def write_fragment(file: Path, content: dict[str, object]) -> None:
    """Put other words into a page's file; where they were found is in the index."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    file.write_bytes(gzip.compress(_SIGNATURE + text.encode(), 9, mtime=0))
