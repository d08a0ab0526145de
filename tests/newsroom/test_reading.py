"""What is read again, what is remembered, and in which order it is kept."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest

from plugins.newsroom import locating, parsing, reading
from plugins.newsroom.holdings import Holdings
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.kinds.unit import Unit
from plugins.problems import Problem
from tests.newsroom.project import BARE, NOW, Memory, Project, debate, news, report, write

D, N, R = "content/debaty/a.md", "content/aktualnosci/n.md", "content/sprawozdania/a.md"
SAMPLE = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    write(tmp_path, {**BARE, D: debate(), N: news()})
    made = Project(tmp_path)
    made.prepare()
    made.sources.log.clear()
    return made


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Records' files that were opened."""
    seen: list[str] = []
    real = Path.read_bytes

    def spy(path: Path) -> bytes:
        if path.suffix == ".md":
            seen.append(path.name)
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", spy)
    return seen


def test_what_has_not_changed_is_not_opened(project: Project, opened: list[str]) -> None:
    first = project.prepare()
    assert opened == []
    assert project.sources.log == []
    assert [one.path for one in first.catalogue.listed] == [
        *("content/strony/kontakt.md", N, D),
    ]


def test_what_has_changed_is_read_alone(project: Project, opened: list[str]) -> None:
    write(project.root, {N: news("streszczenie: Nowe\n")})
    edition = project.prepare()
    assert opened == ["n.md"]
    assert project.sources.log == [f"save {N}"]
    assert [one.summary for one in edition.catalogue.news] == ["Nowe"]


def test_an_edit_that_keeps_size_and_time_is_seen(project: Project) -> None:
    path = project.root / N
    status = path.stat()
    path.write_text(news().replace("Komunikat", "Komunikot"), "utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert [one.title for one in project.prepare().catalogue.news] == ["Komunikot"]


def test_a_touched_file_is_opened_but_not_parsed(
    project: Project, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "parse", None)
    os.utime(project.root / N, ns=(0, 0))
    assert [one.title for one in project.prepare().catalogue.news] == ["Komunikat"]
    assert opened == ["n.md"]
    project.prepare()
    assert opened == ["n.md"]


def test_a_faulty_file_is_never_remembered(project: Project, opened: list[str]) -> None:
    write(project.root, {N: news("kolor: x\n")})
    (said,) = project.problems()
    assert N not in project.sources.rows
    assert project.problems() == (said,)
    assert opened == ["n.md", "n.md"]
    write(project.root, {N: news()})
    assert project.problems() == ()
    assert N in project.sources.rows


def test_a_file_that_is_gone_is_forgotten(project: Project) -> None:
    (project.root / N).unlink()
    assert project.prepare().catalogue.news == ()
    assert N not in project.sources.rows


def test_bodies_are_kept_before_the_records_that_name_them(tmp_path: Path) -> None:
    write(tmp_path, {**BARE, D: debate(), N: news()})
    order: list[str] = []

    class Watched(Memory):
        def save(self, rows: Mapping[str, Any]) -> None:
            order.append("records")
            super().save(rows)

    def keep(texts: Mapping[str, str]) -> None:
        order.append(f"{len(texts)} texts")

    read = reading.read(tmp_path, "content", Watched(), keep, map)
    assert order == ["3 texts", "records"]
    assert all(entry.record.body.digest for entry in read.entries)


def test_a_run_that_is_killed_between_the_two_reads_again(tmp_path: Path) -> None:
    write(tmp_path, {**BARE, N: news()})
    project = Project(tmp_path)

    class Killed(Memory):
        def save(self, rows: Mapping[str, Any]) -> None:
            del rows
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reading.read(tmp_path, "content", Killed(), project.texts.update, map)
    (news_,) = project.prepare().catalogue.news
    assert project.texts[news_.body.digest] == "<p>Treść.</p>"


def test_the_result_does_not_depend_on_memory_or_order(tmp_path: Path) -> None:
    write(tmp_path, {**BARE, D: debate(), N: news(), R: report("a")})

    def backwards(function: Any, jobs: list[Any]) -> Iterable[Any]:
        done = {job: function(job) for job in reversed(jobs)}
        return [done[job] for job in jobs]

    cold = reading.read(tmp_path, "content", Memory(), {}.update, map)
    memory = Memory()
    reading.read(tmp_path, "content", memory, {}.update, backwards)
    assert reading.read(tmp_path, "content", memory, {}.update, map) == cold


def test_every_record_of_the_sample_is_stored_and_read_back_as_it_is() -> None:
    kinds = set()
    for path in sorted((SAMPLE / "content").rglob("*.md")):
        name = path.relative_to(SAMPLE).as_posix()
        if name.split("/")[1] not in KINDS:
            continue
        entry, _ = parsing.parse(name, path.read_bytes())
        (back,) = reading.unpacked([(entry.folder, reading._packed(entry))])
        assert back == entry
        kinds.add(entry.folder)
    assert kinds == set(KINDS)


def test_a_file_that_cannot_be_read_is_named(project: Project, monkeypatch: Any) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    write(project.root, {N: news("streszczenie: x\n")})
    monkeypatch.setattr(Path, "read_bytes", refuse)
    said = [str(problem) for problem in project.problems()]
    message = "nie mogę odczytać pliku (Permission denied) – sprawdź prawa dostępu"
    assert said == [f"{N}: {message}", f"content/jednostka.yml: {message}"]


def test_a_site_without_its_unit_says_so_among_the_rest(project: Project) -> None:
    (project.root / "content/jednostka.yml").unlink()
    write(project.root, {N: news("program: nie-ma\n")})
    assert [problem.path for problem in project.problems()] == [N, "content/jednostka.yml"]


def test_problems_between_records_get_the_lines_of_their_keys(project: Project) -> None:
    write(project.root, {R: report("a"), "content/sprawozdania/b.md": report("a")})
    said = [(one.path, one.line, one.key) for one in project.problems() if one.key == "debata"]
    assert said == [("content/sprawozdania/b.md", 4, "debata")]
    gone = Problem("content/sprawozdania/c.md", 0, "debata", "x – y")
    holdings = Holdings(Unit(), NOW, (), frozenset())
    assert locating.located(holdings, [gone]) == [gone]


def test_a_corrupt_row_is_a_defect_of_the_store_and_not_hidden() -> None:
    with pytest.raises(msgspec.DecodeError):
        list(reading.unpacked([("debaty", b"\xc1")]))
