"""How long publishing takes at 13,000 files, and what readers see meanwhile.

    python -m bench.publish FOLDER

Prints seconds of the first edition (everything is written and compressed), of some with one page
changed and with 300, of going back; then reads nginx while editions come and go; then cuts
publishing at every operation in turn. Everything stays below FOLDER, which must be empty.
"""

from __future__ import annotations

import contextlib
import io
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.desk.deploy import cutting
from tests.desk.deploy.polling import is_in_order, polled
from tests.desk.deploy.stand import NEW, Stand, noted

FILES = 13_000
WORDS = ["debata", "dzielnica", "ulica", "wniosek", "światło", "chodnik", "szkoła", "patrol"]


def page(number: int, version: int = 0) -> str:
    """About 12 KB of words, the same each time."""
    chosen = random.Random(number * 1000 + version)
    return "<!DOCTYPE html>" + " ".join(chosen.choices(WORDS, k=1700))


def timed(name: str, step: Callable[[], object]) -> None:
    """Print how long a step took, and how much of it processors did."""
    start, before = time.perf_counter(), time.process_time()
    with contextlib.redirect_stdout(io.StringIO()):
        step()
    spent, worked = time.perf_counter() - start, time.process_time() - before
    print(f"{name}: {spent:.1f} s, processors {worked:.1f} s", flush=True)


def sizes(folder: Path) -> None:
    """Seconds of each kind of edition; from the sixth on, one goes for each that comes."""
    (folder / "projekt").mkdir(parents=True)
    stand = Stand(folder / "projekt", f"folder:{folder / 'www'}")
    site = {**NEW, **{f"debaty/d{at}/index.html": page(at) for at in range(FILES)}}
    stand.build(site)
    noted(stand)
    timed(f"first edition of {FILES} pages", stand.publish)
    for number, changed in enumerate((1, 300, 1, 1, 1, 300, 1), 2):
        new = {f"debaty/d{at}/index.html": page(at, number) for at in range(changed)}
        for path, text in new.items():
            (stand.root / "output" / path).write_text(text, "utf-8")
        noted(stand)
        timed(f"edition {number}, {changed} changed", stand.publish)
    timed("going back", lambda: cutting.go_back(stand))


def main(folder: Path) -> None:
    """Every measure in turn."""
    sizes(folder / "sizes")
    reader, shown = polled(folder / "readers", 3000)
    in_order = is_in_order(reader.editions, shown)
    print(f"reads: {len(reader.editions)}, switches: {len(shown) - 1}, ", end="")
    print(f"wrong: {len(reader.wrong)}, in order: {in_order}", flush=True)
    cutting.main(str(folder / "cuts"), 1)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
