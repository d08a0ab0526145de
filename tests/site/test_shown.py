"""Every key of every kind is shown where the site's map says (table: ``tests/site/shown``)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from plugins.newsroom.spelling import slug
from tests.newsroom import heads
from tests.site.project import Project, tree
from tests.site.shown import TABLE
from tests.site.shown.seen import Only, Sight, Site, Unshown, sights

CONTENT = Path(__file__).parent / "full/content"


@pytest.fixture(scope="module")
def site(first_day: Project, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site in which every key is used, as built on one day."""
    project = first_day.copy(tmp_path_factory.mktemp("full") / "p")
    project.empty()
    shutil.copytree(CONTENT, project.root / "content")
    project.build()
    return Site(tree(project.output))


def keys(kind: str) -> set[str]:
    """Every key of a kind with the keys above it: ``zmiany.powód``."""
    return {str(path).removeprefix(f"{kind}-") for path in heads.paths(kind, heads.ROOTS[kind])}


@pytest.mark.parametrize("kind", heads.ROOTS)
def test_the_table_says_of_every_key_where_it_is_shown(kind: str) -> None:
    said, known = set(TABLE[kind]), keys(kind)
    assert sorted(known - said) == [], "say in tests/site/shown where they are shown"
    assert sorted(said - known) == [], "no kind has these keys"


def _written(value: Any, above: str = "") -> Iterator[str]:
    """Keys of a head with the keys above them; items of a list stand for their list."""
    if isinstance(value, list):
        for item in value:
            yield from _written(item, above)
    elif isinstance(value, dict):
        for key, below in value.items():
            yield f"{above}{key}"
            yield from _written(below, f"{above}{key}.")


def _heads(kind: str) -> Iterator[Any]:
    """Heads of all records of a kind, untouched by our own reader."""
    if kind == "jednostka":
        yield yaml.load((CONTENT / "jednostka.yml").read_text("utf-8"), yaml.BaseLoader)
    for path in (CONTENT / kind).glob("*.md"):
        yield yaml.load(path.read_text("utf-8").split("---\n")[1], yaml.BaseLoader)


@pytest.mark.parametrize("kind", heads.ROOTS)
def test_the_site_uses_every_key(kind: str) -> None:
    used = {key for head in _heads(kind) for key in _written(head)}
    assert sorted(keys(kind) - used) == []


def test_what_is_shown_nowhere_has_a_reason() -> None:
    rows = (row for rows in TABLE.values() for row in rows.values())
    reasons = {s.reason for row in rows for s in sights(row) if isinstance(s, Unshown)}
    assert [reason for reason in reasons if len(reason.split()) < 5] == []


def _is_unsaid(sight: Sight) -> bool:
    """A key without an effect of its own that could be looked for."""
    return isinstance(sight, Unshown) and not sight.words


def _name(key: str) -> str:
    """Without diacritics, which pytest's names would spell in code points."""
    return ".".join(map(slug, key.split(".")))


CASES = [
    pytest.param(row, id=f"{kind}-{_name(key)}")
    for kind, rows in TABLE.items()
    for key, row in rows.items()
    if not any(map(_is_unsaid, sights(row)))
]


@pytest.mark.parametrize("row", CASES)
def test_a_key_is_shown(row: Sight | tuple[Sight, ...], site: Site) -> None:
    assert [told for sight in sights(row) if (told := sight.missing(site))] == []


def test_what_is_said_to_stand_nowhere_would_be_found(site: Site) -> None:
    """The control of all the cases above that look for something's absence."""
    assert Only("Tytuł debaty pełnej").missing(site)
    assert not Only("Treść debaty ukrytej.", "debaty/ukryta").missing(site)
