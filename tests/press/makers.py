"""Makers, views and filters of a tiny site, at the top of a module as workers need them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from plugins.outputs import File, Text, Tools


@dataclass(frozen=True, slots=True)
class Link:
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Page:
    title: str
    body: Text | None = None
    links: tuple[Link, ...] = ()
    image: File | None = None


def page(view: Page, tools: Tools) -> bytes:
    return tools.render(view).encode()


def text(view: Page, tools: Tools) -> bytes:
    body = tools.text(view.body) if view.body else ""
    return f"{view.title}\n{body}".encode()


def text_in_capitals(view: Page, tools: Tools) -> bytes:
    return text(view, tools).upper()


def image(view: Page, tools: Tools) -> bytes:
    assert view.image is not None
    return tools.file(view.image)


def failing(view: Page, tools: Tools) -> bytes:  # noqa: ARG001
    raise ValueError(f"nie umiem: {view.title}")


def no_bytes(view: Page, tools: Tools) -> str:  # noqa: ARG001
    return view.title


def dying(view: Page, tools: Tools) -> bytes:  # noqa: ARG001
    os._exit(9)


def modules(view: Page, tools: Tools) -> bytes:  # noqa: ARG001
    import sys

    return "\n".join(sorted(sys.modules)).encode()


def index(view: Page, tools: Tools, folder: Path) -> None:
    """One file a link, in two folders, and one of all bodies."""
    (folder / "links").mkdir()
    for link in view.links:
        (folder / "links" / link.url).write_text(link.title, encoding="utf-8")
    body = tools.text(view.body) if view.body else ""
    (folder / "all.txt").write_text(body, encoding="utf-8")


def failing_index(view: Page, tools: Tools, folder: Path) -> None:  # noqa: ARG001
    (folder / "half.txt").write_text("pół", encoding="utf-8")
    raise ValueError("indeks")
