"""A real cluster of two processes: the same results, whoever dies, and no foreign code."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.outputs import Output
from plugins.press import cluster
from plugins.press.cluster import Foreign, done_alike, kit
from plugins.press.workers import AHEAD, CHUNK, Workers
from plugins.problems import Problems
from tests.press import jobs, makers
from tests.press.makers import Page
from tests.press.project import Project

distributed = pytest.importorskip("distributed")


@pytest.fixture(autouse=True, scope="module")
def _patient() -> Iterator[None]:
    """A busy machine is no fault of the code."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cluster, "PATIENCE", 60)
        yield


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Of a scheduler with two workers that run this checkout."""
    with distributed.LocalCluster(
        2, threads_per_worker=1, host="127.0.0.1", dashboard_address=":0", silence_logs=50
    ) as local:
        yield local.scheduler_address


@pytest.fixture(scope="module")
def workers(address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workers]:
    with Workers(address, threshold=1, root=tmp_path_factory.mktemp("p")) as workers:
        yield workers


def test_results_come_in_order_from_elsewhere(workers: Workers) -> None:
    many = range(20 * CHUNK + 5)
    assert list(workers.map(jobs.double, many)) == [2 * n for n in many]
    assert os.getpid() not in set(workers.map(jobs.where, range(99)))


def test_jobs_are_taken_as_they_are_needed(workers: Workers) -> None:
    taken = []
    results = workers.map(jobs.double, (taken.append(n) or n for n in range(100 * CHUNK)))
    assert next(results) == 0
    assert len(taken) < (2 * AHEAD + 4) * CHUNK
    results.close()


def test_an_exception_comes_through(workers: Workers) -> None:
    with pytest.raises(LookupError, match="siedem"):
        list(workers.map(jobs.fail_at_seven, range(10)))


def test_a_worker_that_dies_costs_a_retry(workers: Workers, tmp_path: Path) -> None:
    many = [(str(tmp_path / "died"), n) for n in range(9 * CHUNK)]
    assert list(workers.map(jobs.die_once, many)) == list(range(9 * CHUNK))
    assert (tmp_path / "died").exists()


def test_a_site_has_the_same_bytes(project: Project, address: str) -> None:
    pages = [Output(f"{n}.html", makers.page, Page(f"Ż{n}"), "page.html") for n in range(40)]
    project.build(*pages)
    here = project.tree()
    shutil.rmtree(project.output)
    shutil.rmtree(project.root / ".debaty")
    with Workers(address, threshold=1, root=project.root) as elsewhere:
        project.build(*pages, workers=elsewhere)
    assert project.tree() == here


def test_other_code_is_refused(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_code", lambda: "another")
    with Workers(address, threshold=1, root=tmp_path) as some, pytest.raises(Problems) as told:
        list(some.map(jobs.double, range(9)))
    assert "pelicanconf.py: EXECUTOR: robotnik tcp://127.0.0.1:" in str(told.value)
    assert "ma inny kod wtyczek – uruchom go ponownie" in str(told.value)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("tcp://127.0.0.1:9", "klaster tcp://127.0.0.1:9 nie odpowiada – uruchom jego zarządcę"),
        ("klaster", "„klaster” nie jest adresem klastra – wpisz go tak: tcp://komputer:8786"),
    ],
)
def test_a_cluster_that_cannot_be_had_is_told(
    address: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.2)
    with Workers(address, threshold=1, root=tmp_path) as some, pytest.raises(Problems) as error:
        list(some.map(jobs.double, range(9)))
    assert f"pelicanconf.py: EXECUTOR: {told}" in str(error.value)


def test_a_cluster_that_is_lost_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "LOST", 0.0)
    monkeypatch.setattr(cluster, "_TICK", 0.1)
    inside = {"processes": False, "dashboard_address": ":0", "protocol": "tcp://"}
    with (
        distributed.LocalCluster(1, silence_logs=50, **inside) as local,
        Workers(local.scheduler_address, threshold=1, root=tmp_path) as some,
    ):
        results = some.map(jobs.double, iter(range(10**9)))
        assert next(results) == 0
        local.close()
        with pytest.raises(Problems, match="przestał odpowiadać – sprawdź go i zbuduj znowu"):
            list(results)


# -- what must be the same -------------------------------------------------------------------


def test_a_worker_tells_all_that_differs(tmp_path: Path) -> None:
    ours = kit(tmp_path)
    assert ours.differences(ours) == []
    assert any(one.startswith("jinja2 ") for one in ours.libraries)
    others = (ours.libraries[0], "", *ours.libraries[2:])
    theirs = replace(ours, code="x", libraries=others, python="Python 2.7", held="7 elsewhere")
    assert ours.differences(theirs) == [
        "ma inny kod wtyczek – uruchom go ponownie w folderze tego projektu",
        f"nie ma {ours.libraries[1]}",
        f"to Python 2.7 zamiast {ours.python}",
        f"nie widzi folderu {tmp_path} – udostępnij mu go pod tą samą ścieżką",
    ]
    with pytest.raises(Foreign, match=r"to Python .* zamiast Python 3"):
        done_alike(replace(ours, python="Python 3"), jobs.double, 1)


def test_code_that_changed_since_a_worker_began_is_other_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "plugins/a.py"
    file.parent.mkdir()
    file.write_text("one")
    monkeypatch.setattr(cluster, "BASE", tmp_path)
    for known in (cluster._first_seen, cluster._first_signed):
        known.cache_clear()
    try:
        before = cluster._code()
        assert cluster._code() == before
        file.write_text("three")
        assert cluster._code() != before
    finally:
        for known in (cluster._first_seen, cluster._first_signed):
            known.cache_clear()
