"""How long publishing takes at 13,000 files, and what readers see meanwhile.

    python -m bench.publish FOLDER

Prints seconds of the first edition (everything is written and compressed), of one with one page
changed, of one with 300, of going back; then reads nginx while editions come and go; then cuts
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
from tests.desk.deploy.stand import NEW, Stand

FILES = 13_000
WORDS = ["debata", "dzielnica", "ulica", "wniosek", "światło", "chodnik", "szkoła", "patrol"]


def page(number: int, version: int = 0) -> str:
    """About 12 KB of words, the same each time."""
    chosen = random.Random(number * 1000 + version)
    return "<!DOCTYPE html>" + " ".join(chosen.choices(WORDS, k=1700))


def timed(name: str, step: Callable[[], object]) -> None:
    start = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()):
        step()
    print(f"{name}: {time.perf_counter() - start:.1f} s", flush=True)


def sizes(folder: Path) -> None:
    """Seconds of each kind of edition."""
    (folder / "projekt").mkdir(parents=True)
    stand = Stand(folder / "projekt", f"folder:{folder / 'www'}")
    site = {**NEW, **{f"debaty/d{at}/index.html": page(at) for at in range(FILES)}}
    stand.build(site)
    timed(f"first edition of {FILES} pages", stand.publish)
    for changed in (1, 300):
        site |= {f"debaty/d{at}/index.html": page(at, changed) for at in range(changed)}
        stand.build(site)
        timed(f"edition with {changed} changed", stand.publish)
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
