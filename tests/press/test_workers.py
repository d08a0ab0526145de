"""Serial and parallel are one and the same, but for time."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest

from plugins.outputs import Output
from plugins.press import workers
from plugins.press.workers import AHEAD, CHUNK, Workers
from plugins.problems import Problems
from tests.press import jobs, makers
from tests.press.makers import Page
from tests.press.project import Project


@pytest.fixture(scope="module")
def parallel() -> Iterator[Workers]:
    with Workers(threshold=3, processes=2) as workers:
        yield workers


def test_results_come_in_order(parallel: Workers) -> None:
    many = range(20 * CHUNK + 5)
    assert list(parallel.map(jobs.double, many)) == [2 * n for n in many]


def test_few_jobs_stay_here(parallel: Workers) -> None:
    assert set(parallel.map(jobs.where, range(2))) == {os.getpid()}


def test_few_jobs_leave_once_they_prove_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "PROOF", 0)  # any time at all is long
    monkeypatch.setattr(workers, "LONG", -1)
    with Workers(threshold=10, processes=2) as some:
        pids = list(some.map(jobs.where, range(5)))
        assert list(some.map(jobs.double, range(9))) == [2 * n for n in range(9)]
    assert set(pids[:2]) == {os.getpid()}
    assert os.getpid() not in pids[2:]


def test_many_jobs_leave_and_the_workers_stay(parallel: Workers) -> None:
    pids = {*parallel.map(jobs.where, range(3 * CHUNK)), *parallel.map(jobs.where, range(CHUNK))}
    assert os.getpid() not in pids
    assert len(pids) <= 2


def test_jobs_are_taken_as_they_are_needed(parallel: Workers) -> None:
    taken = []
    results = parallel.map(jobs.double, (taken.append(n) or n for n in range(100 * CHUNK)))
    assert next(results) == 0
    assert len(taken) < (2 * AHEAD + 4) * CHUNK


def test_an_exception_comes_through_and_the_workers_stay(parallel: Workers) -> None:
    with pytest.raises(LookupError, match="siedem"):
        list(parallel.map(jobs.fail_at_seven, range(10)))
    assert list(parallel.map(jobs.double, range(4))) == [0, 2, 4, 6]


def test_a_worker_that_dies_is_a_problem_and_others_follow(parallel: Workers) -> None:
    with pytest.raises(Problems, match="proces roboczy zakończył się nagle"):
        list(parallel.map(jobs.die_at_seven, range(10)))
    assert list(parallel.map(jobs.double, range(4))) == [0, 2, 4, 6]


def test_a_maker_that_kills_its_worker_leaves_the_site_untouched(project: Project) -> None:
    page = Output("a.txt", makers.text, Page("A"))
    project.build(page)
    before = project.tree()
    deadly = [replace(page, path=f"{n}.txt", make=makers.dying) for n in range(4)]
    with pytest.raises(Problems, match="proces roboczy"):
        project.build(page, *deadly, workers=Workers(threshold=1, processes=2))
    assert project.tree() == before
    assert project.leftovers() == []


def test_no_worker_loads_pelican() -> None:
    command = [sys.executable, "-m", "tests.press.jobs"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    parent_has, *modules = done.stdout.split()
    assert parent_has == "True"
    assert "plugins" in modules
    assert "pelican" not in modules


def test_a_setting_may_be_a_number_of_processes() -> None:
    with Workers("1", threshold=1) as one:
        assert set(one.map(jobs.where, range(9))) == {os.getpid()}
    with Workers("2", threshold=1) as two:
        assert os.getpid() not in set(two.map(jobs.where, range(9)))


def test_a_cluster_without_its_library_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with Workers("tcp://x", threshold=1) as workers, pytest.raises(Problems, match="EXECUTOR"):
        list(workers.map(jobs.double, range(100)))


@pytest.mark.parametrize("copies", [False, True])
def test_workers_end_with_a_parent_that_is_killed(copies: bool) -> None:
    """Nobody else would end them: they would wait for jobs for ever."""
    code = (
        "import os, signal\n"
        "from plugins.press.workers import Workers\n"
        "from tests.press import jobs\n"
        "if __name__ == '__main__':\n"
        "    list(Workers(threshold=1, processes=2, copies=COPIES).map(jobs.where, range(99)))\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    ).replace("COPIES", str(copies))
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, timeout=60, check=False
    )
    assert done.returncode == -9  # and the pipe to us is closed, which workers held too


THREADED = """
import sys, threading
from plugins.press.workers import Workers
from tests.press import jobs
import colorsys  # which nothing else needs
def loaded():
    with Workers(threshold=1, processes=2, copies=True) as two:
        return "colorsys" in set().union(*two.map(jobs.modules, range(2 * 32)))
if __name__ == "__main__":
    there = [loaded()]
    end = threading.Event()
    threading.Thread(target=end.wait).start()
    there.append(loaded())
    end.set()
    print(*there)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere none is a copy")
def test_copies_have_what_is_loaded_but_none_is_made_of_threads() -> None:
    words = [sys.executable, "-c", THREADED]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["True", "False"]
