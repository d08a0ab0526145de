"""What a server must know about addresses, in characters that no configuration can trip over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from plugins.desk.deploy.memory import Fates, Memory
from plugins.newsroom.addresses import file


@dataclass(frozen=True, slots=True)
class Rules:
    """``base``: ``/debaty`` or empty; ``moved``: old path → whole address; ``queries``: the same
    for old addresses with a query; ``gone``: paths at which nothing is any more; ``traces``:
    paths at which a page tells that a record was withdrawn.
    """

    base: str
    is_https: bool
    moved: tuple[tuple[str, str], ...] = ()
    queries: tuple[tuple[str, str], ...] = ()
    gone: tuple[str, ...] = ()
    traces: tuple[str, ...] = ()


_PATH = re.compile(r"/[\w./,+@~-]*")
_QUERY = re.compile(r"/[A-Za-z0-9./,+@~_-]*\?[A-Za-z0-9.,=&_-]+")
"""Letters of any language, digits, a few signs: no quote, space, brace, ``$``, ``%``, ``;``."""


def rules_of(memory: Memory, fates: Fates) -> Rules:
    """The rules of an edition; old addresses of other characters get none."""
    base = f"/{memory.base}" if memory.base else ""
    present = {old: memory.site.rstrip("/") + new for old, new in memory.moved.items()}
    moved = {_path(base, old): new for old, new in present.items() if "?" not in old}
    traces = {one for one in memory.withdrawn if one.endswith("/") and one in memory.standing}
    return Rules(
        base,
        urlsplit(memory.site).scheme == "https",
        tuple(sorted((old, new) for old, new in moved.items() if old and _TARGET.fullmatch(new))),
        tuple(sorted((base + o, n) for o, n in present.items() if _QUERY.fullmatch(o))),
        tuple(sorted(_plain(base, fates.gone) - set(moved))),
        tuple(sorted(_plain(base, traces) - set(moved))),
    )


_TARGET = re.compile(r"https?://[\w.:/#~-]+", re.ASCII)


def _path(base: str, old: str) -> str:
    path = base + unquote(old)
    return path if _PATH.fullmatch(path) else ""


def _plain(base: str, addresses: tuple[str, ...] | set[str]) -> set[str]:
    return {path for one in addresses if (path := _path(base, one))}


def page_of(path: str) -> str:
    """The address of the page's own file: ``/debaty/x/index.html``.

    >>> page_of("/debaty/x/")
    '/debaty/x/index.html'
    """
    return f"/{file(path)}"
