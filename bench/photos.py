"""How long a hundred photographs of 12 megapixels take, cold and unchanged: ``-m bench.photos``.

The promise: cold in three minutes on two processors, and an unchanged build writes nothing.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests import photograph
from tests.site.project import Project, rewritten, stamps

COUNT = 100
_HEAD = "---\ntytuł: Sto zdjęć\ndata publikacji: 2026-11-20\ngaleria:\n"


def main() -> None:
    """Measure both and print a line each."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    with tempfile.TemporaryDirectory(prefix="debaty-") as folder:
        project = Project.copied(Path(folder) / "wzorcowa")
        project.build()
        project.write("content/aktualnosci/2026/sto-zdjec.md", _HEAD + "".join(_album(count)))
        for number, (name, data) in enumerate(_photographs(count), 1):
            project.write(f"content/aktualnosci/2026/{name}", data)
            print(f"\r{number} of {count} photographs taken", end="", file=sys.stderr, flush=True)
        print(file=sys.stderr)
        for name in ("cold", "unchanged"):
            _measure(name, project)


def _album(count: int) -> Iterator[str]:
    yield from (f"  - plik: z{n}.jpg\n    alt: Widok numer {n}\n" for n in range(count))
    yield "---\n\nZdjęcia.\n"


def _photographs(count: int) -> Iterator[tuple[str, bytes]]:
    """A few scenes, each cut a little further on, so that no two files are the same."""
    scenes = [photograph.scene(seed) for seed in range(min(count, 5))]
    for number in range(count):
        moved = scenes[number % len(scenes)].rotate(0, translate=(number, number))
        yield f"z{number}.jpg", photograph.taken(moved)


def _measure(name: str, project: Project) -> None:
    before, began, used = stamps(project.output), time.monotonic(), os.times()
    project.build()
    took, now = time.monotonic() - began, os.times()
    work = now.children_user + now.children_system - used.children_user - used.children_system
    written = len(rewritten(before, stamps(project.output)))
    print(f"{name}: {took:.1f} s, {work:.1f} s of processors, {written} files written")


if __name__ == "__main__":
    main()
