"""Jobs for workers: functions at the top of a module, as processes need them."""

from __future__ import annotations

import os
import sys


def double(number: int) -> int:
    return 2 * number


def where(_: int) -> int:
    return os.getpid()


def fail_at_seven(number: int) -> int:
    if number == 7:
        raise LookupError("siedem")
    return number


def die_at_seven(number: int) -> int:
    if number == 7:
        os._exit(3)
    return number


def die_once(job: tuple[str, int]) -> int:
    """The number of a job; the first to do number 70 leaves a mark and dies."""
    mark, number = job
    if number == 70 and not os.path.exists(mark):  # noqa: PTH110 – a word from elsewhere
        os.close(os.open(mark, os.O_CREAT))
        os._exit(3)
    return number


def modules(_: int) -> set[str]:
    return {name.partition(".")[0] for name in sys.modules}


if __name__ == "__main__":
    import pelican  # noqa: F401 – the run that starts the workers has it

    from plugins.press.workers import Workers
    from tests.press.jobs import modules as loaded

    with Workers(threshold=1, processes=2) as workers:
        print("pelican" in sys.modules, *set().union(*workers.map(loaded, range(4))))
