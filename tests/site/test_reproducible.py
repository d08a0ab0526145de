"""The same texts give the same bytes, whoever builds them, where and on what."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.newsroom.project import write
from tests.site.project import Project, tree
from tests.site.test_edges import NEWS, bare
from tests.site.variations import Variation, built, together, variations

DEBATE = (
    "---\ntytuł: Droga do szkoły\ndata publikacji: 2026-11-02\ntermin: 2026-12-17 17:00\n"
    "miejsce:\n  nazwa: Szkoła Podstawowa nr 5\ntematy: [piesi, światło]\n---\n\nZapraszamy.\n"
)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A site with a page of most types, a poster, a calendar and an index of search."""
    project = bare(tmp_path_factory.mktemp("source") / "p")
    write(
        project.root,
        {
            "content/debaty/droga.md": DEBATE,
            "content/aktualnosci/a.md": NEWS.format(title="Zażółć", day="2026-10-25", more=""),
        },
    )
    return project


@pytest.fixture(scope="module")
def usual(source: Project, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The bytes of the usual build."""
    return tree(built(source.root, tmp_path_factory.mktemp("usual"), Variation("none")))


def test_fourteen_things_are_varied() -> None:
    """``python -m bench.variations`` varies each by itself, on the sample."""
    assert len({one.name for one in variations()}) == 14


def test_everything_may_differ_at_once(
    source: Project, usual: dict[str, bytes], tmp_path: Path
) -> None:
    assert shutil.which("faketime"), "./debaty test brings it"
    found = tree(built(source.root, tmp_path, together(variations())))
    assert found.keys() == usual.keys()
    assert [path for path in usual if found[path] != usual[path]] == []
