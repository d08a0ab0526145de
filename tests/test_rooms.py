"""The rooms: each folder imports only what the way of the data lets it."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PLUGINS = Path(__file__).resolve().parent.parent / "plugins"

FEATURES = ("pages", "agenda", "feeds", "media", "opendata", "sharing", "indexes")

MAY: dict[str, frozenset[str]] = {
    "privacy": frozenset(),
    "stamps": frozenset(),
    "problems": frozenset({"privacy"}),
    "outputs": frozenset({"problems"}),
    "signals": frozenset({"outputs"}),
    "newsroom": frozenset({"problems", "privacy", "stamps"}),
    "press": frozenset({"problems", "outputs", "stamps"}),
    "layout": frozenset({"newsroom", "outputs", "signals"}),
    **{name: frozenset({"signals", "outputs", "newsroom", "layout"}) for name in FEATURES},
    "posters": frozenset({"signals", "outputs", "newsroom", "layout", "problems"}),
    "search": frozenset({"signals", "outputs", "newsroom", "layout", "problems"}),
    "publisher": frozenset({"problems", "outputs", "signals", "newsroom", "press"}),
    "desk": frozenset(
        {
            *("problems", "outputs", "signals", "privacy", "newsroom", "press", "layout"),
            *("feeds", "stamps"),
        }
    ),
}
"""Room → the other rooms that it may import (design: „Rooms”)."""

NEWSROOM = (
    *(
        "source",
        "warsaw",
        "workdays",
        "clock",
        "spelling",
        "categories",
        "moments",
        "dates",
        "lengths",
    ),
    *(
        "typography",
        "people",
        "houses",
        "fields",
        "head",
        "nodes",
        "grammar",
        "advice",
        "lines",
        "shape",
        "markup",
        "rooms",
        "hrefs",
        "typesetting",
        "tree",
        "shortcut",
        "prose",
    ),
    *(
        "kinds",
        "addresses",
        "phases",
        "handovers",
        "folders",
        "contacts",
        "personal",
        "marks",
        "copyedit",
        "parsing",
        "unitfile",
        "holdings",
        "turning",
        "revisions",
        "reading",
        "lifting",
        "likeness",
        "variants",
        "carriers",
        "inspection",
        "originals",
    ),
    *(
        "published",
        "relations",
        "listing",
        "ties",
        "shown",
        "catalogue",
        "balance",
        "debts",
        "checks",
        "questions",
        "kmzb",
        "editions",
        "locating",
        "rereading",
        "edition",
    ),
)
"""The newsroom's modules, left to right: the way of the data."""


def _room(path: Path) -> str:
    return path.relative_to(PLUGINS).parts[0].removesuffix(".py")


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


FILES = sorted(
    path for path in PLUGINS.rglob("*.py") if path.parent != PLUGINS or path.stem != "__init__"
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PLUGINS).as_posix())
def test_a_room_imports_only_what_it_may(path: Path) -> None:
    room = _room(path)
    others = {name.split(".")[1] for name in _imports(path) if name.startswith("plugins.")} - {room}
    assert others <= MAY[room], f"{room} imports {sorted(others - MAY[room])}"


def test_only_the_publisher_knows_pelican() -> None:
    knows = {
        _room(path) for path in FILES if any(n.split(".")[0] == "pelican" for n in _imports(path))
    }
    assert knows == {"publisher"}


def test_no_folder_hides_a_module_of_the_standard_library() -> None:
    names = {path.name for path in PLUGINS.iterdir() if path.is_dir()}
    assert not names & sys.stdlib_module_names


def test_only_the_edges_read_the_clock() -> None:
    """Rule 2: time is one setting; the launcher and the bar are no part of the output."""
    reading = ("datetime.now", "date.today", "time.time(", "datetime.utcnow")
    allowed = {"publisher/clock.py"}
    found = {
        path.relative_to(PLUGINS).as_posix()
        for path in FILES
        if _room(path) != "desk" and any(word in path.read_text("utf-8") for word in reading)
    }
    assert found <= allowed


def test_the_newsroom_reads_from_left_to_right() -> None:
    folder = PLUGINS / "newsroom"
    modules = {
        path.relative_to(folder).parts[0].removesuffix(".py") for path in folder.rglob("*.py")
    }
    assert modules - {"__init__"} == set(NEWSROOM)
    for path in folder.rglob("*.py"):
        own = path.relative_to(folder).parts[0].removesuffix(".py")
        used = {
            name.split(".")[2] for name in _imports(path) if name.startswith("plugins.newsroom.")
        }
        later = {name for name in used - {own} if NEWSROOM.index(name) > NEWSROOM.index(own)}
        assert not later, f"{own} imports {sorted(later)}, which stand to its right"
