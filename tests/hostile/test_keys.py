"""Every key of every kind refuses a payload with its line, or holds nothing that acts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as File

import pytest

from plugins.problems import Problem
from tests.hostile.payloads import PAYLOADS
from tests.hostile.site import COMMON, quoted, takes_words
from tests.newsroom import heads
from tests.newsroom.heads import Path
from tests.newsroom.project import BARE, Project, news, write
from tests.newsroom.samples import Tree

ALL = [path for root, cls in heads.ROOTS.items() for path in heads.paths(root, cls)]
READ = [path for path in ALL if path.form.reads]
ORDER = 7
"""Between the payloads of one key and the next, so that all meet keys of every type."""


def shape_of(path: Path) -> str:
    assert path.form.reads is not None
    return path.form.reads.shape


BY_TYPE = {shape_of(path): path for path in READ}


def told(path: Path, text: str) -> tuple[list[Problem], int]:
    """What is said of a head with a payload under one key, and the line of that key."""
    tree: Tree = heads.head(path, heads.listed(path, quoted(text)))
    written = heads.written(path.root, tree)
    return heads.problems(path.root, written), written.lines[f"{path.prefix}{path.slot.key.name}"]


def is_clear(problem: Problem, line: int) -> bool:
    """Whether it says where, what is wrong and what to write, in one line without the payload's."""
    said = str(problem)
    return problem.line in (line, line + 1) and " – " in said and said.isprintable()


def wrong(path: Path, text: str) -> Iterator[str]:
    problems, line = told(path, text)
    if not all(is_clear(one, line) for one in problems):
        yield f"{path}: {text!r}: {[str(one) for one in problems]}"
    if not problems and not takes_words(path) and shape_of(path) not in ("nazwa pliku", "tekst"):
        yield f"{path} takes {text!r}"  # those two must name what is there: the catalogue's matter


@pytest.mark.parametrize("shape", BY_TYPE)
def test_each_type_refuses_each_payload_clearly_or_takes_it_as_words(shape: str) -> None:
    path = BY_TYPE[shape]
    assert [line for one in PAYLOADS for line in wrong(path, one.text)] == []


def test_each_key_is_attacked_as_its_type_is() -> None:
    pairs = ((path, PAYLOADS[at * ORDER % len(PAYLOADS)]) for at, path in enumerate(READ[::4]))
    assert [line for path, one in pairs for line in wrong(path, one.text)] == []


def test_no_file_from_elsewhere_is_published(tmp_path: File) -> None:
    """A payload that could name a file names none that is there, and is refused."""
    project = Project(tmp_path)
    outside = tmp_path / "sekret.txt"
    outside.write_text("sekret")
    names = [one.text for one in PAYLOADS] + ["../../sekret.txt", "../../../sekret.txt", "//x"]
    every = {f"content/{path}": data for path, data in COMMON.items()}
    for number, name in enumerate(names):
        head = f"załączniki:\n  - plik: {quoted(name)}\n    opis: Plik\n"
        every[f"content/aktualnosci/p-{number}.md"] = news(head)
    write(tmp_path, {**BARE, **every})
    problems = project.problems()
    refused = {one.path for one in problems}
    assert {f"content/aktualnosci/p-{number}.md" for number in range(len(names))} <= refused
    assert not [one for one in problems if not str(one).isprintable() or " – " not in str(one)]
