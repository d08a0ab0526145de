"""``fleet``: many units' sites as one queue; what became of each is told in the end."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from plugins.desk import child
from plugins.desk.build import moment
from plugins.desk.parsing import Arguments, Command, Parser
from plugins.desk.progress import bar

SHOWN = 5
"""How many problems of a unit are told; its own build tells all."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What became of one unit's site: how it ended and what it said."""

    folder: Path
    code: int
    seconds: float
    said: str
    problems: tuple[str, ...]


def add_options(parser: Parser) -> None:
    """Declare the units' folders, the day, and who builds."""
    parser.add_argument(
        "folders", nargs="+", type=Path, metavar="FOLDER", help="folder jednostki, z content/"
    )
    parser.add_argument(
        "--data", type=moment, metavar="DZIEŃ", help="zbuduj strony takie, jakie będą tego dnia"
    )
    parser.add_argument(
        "--naraz",
        type=int,
        metavar="ILE",
        help="ile stron budować naraz (bez tej opcji: ile procesorów)",
    )
    parser.add_argument(
        "--klaster", metavar="ADRES", help="adres klastra Dask, np. tcp://komputer:8786"
    )


def run(arguments: Arguments) -> int:
    """Build every unit; 1 if any failed."""
    folders = list(dict.fromkeys(folder.resolve() for folder in arguments.folders))
    environment = {**os.environ, "EXECUTOR": arguments.klaster or os.environ.get("EXECUTOR") or "1"}
    if arguments.data:
        environment["BUILD_DATE"] = arguments.data
    began = time.monotonic()
    width = max(1, arguments.naraz or os.cpu_count() or 1)
    units = built(folders, lambda folder: build(folder, environment), width, _draw)
    print(report(units, time.monotonic() - began), flush=True)
    return int(any(unit.code for unit in units))


def built(
    folders: Iterable[Path],
    one: Callable[[Path], Unit],
    width: int,
    progress: Callable[[int, int], None],
) -> list[Unit]:
    """``one`` of each folder, ``width`` at a time, whatever becomes of the others; in order."""
    with ThreadPoolExecutor(width) as pool:
        waiting = [pool.submit(one, folder) for folder in folders]
        try:
            for done, _ in enumerate(as_completed(waiting), 1):
                progress(done, len(waiting))
        except BaseException:  # Ctrl+C reached those that build, too
            pool.shutdown(cancel_futures=True)
            raise
    return [future.result() for future in waiting]


def build(folder: Path, environment: Mapping[str, str]) -> Unit:
    """Build the site of one unit into its own ``output/``."""
    began = time.monotonic()
    if not (folder / "content").is_dir():
        text = "nie ma tu folderu content – podaj folder jednostki"
        return Unit(folder, 1, 0.0, "", (text,))
    settings = {"PATH": str(folder / "content")}
    done = subprocess.run(
        child.command(folder / "output", settings),
        cwd=child.ROOT,
        env={**environment, "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    problems = tuple(_problems(done.stderr)) if done.returncode else ()
    return Unit(folder, done.returncode, time.monotonic() - began, done.stdout, problems)


def _problems(said: str) -> Iterator[str]:
    """The lines of problems; of a program that broke, its last words."""
    lines = [line for line in said.split("\n\nDo poprawienia: ")[0].splitlines() if line.strip()]
    yield from lines if "\n\nDo poprawienia: " in said else lines[-1:] or ["nie wiadomo dlaczego"]


def report(units: list[Unit], seconds: float) -> str:
    """What became of all, those that failed last.

    >>> from pathlib import Path
    >>> good = Unit(Path("a"), 0, 1.5, "Gotowe w 1,20 s. Na stronie: 9, zapisane: 2, …", ())
    >>> bad = Unit(Path("b"), 1, 0.25, "", ("content/x.md:3: źle – popraw",))
    >>> print(report([bad, good], 1.6))
    dobrze   a  1,5 s, plików: 9, zapisane: 2
    BŁĄD     b  0,2 s
        content/x.md:3: źle – popraw
    Zbudowano 1 z 2 stron w 1,6 s.
    """
    lines = [
        line for unit in sorted(units, key=lambda unit: bool(unit.code)) for line in _told(unit)
    ]
    good = sum(not unit.code for unit in units)
    return "\n".join([*lines, f"Zbudowano {good} z {len(units)} stron w {_seconds(seconds)}."])


def _told(unit: Unit) -> Iterator[str]:
    word = "BŁĄD" if unit.code else "dobrze"
    found = re.search(r"Na stronie: (\d+), zapisane: (\d+)", unit.said)
    counts = f", plików: {found[1]}, zapisane: {found[2]}" if found else ""
    yield f"{word:8} {unit.folder}  {_seconds(unit.seconds)}{counts}"
    yield from (f"    {problem}" for problem in unit.problems[:SHOWN])
    if len(unit.problems) > SHOWN:
        yield f"    i jeszcze {len(unit.problems) - SHOWN}"


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f} s".replace(".", ",")


def _draw(done: int, total: int) -> None:
    """The bar, on a terminal only."""
    if sys.stderr.isatty():
        end = "\n" if done == total else ""
        sys.stderr.write(f"\r  {bar(done / total)} {done}/{total}{end}")
        sys.stderr.flush()


COMMAND = Command(
    name="fleet",
    summary="zbuduj strony wielu jednostek (w każdym folderze jej content/ i output/)",
    examples=("fleet jednostki/*", "fleet jednostki/* --klaster tcp://komputer:8786"),
    add_options=add_options,
    run=run,
)
