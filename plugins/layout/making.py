"""How a page and the site's stylesheet are made from their views."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Any

from plugins.layout.values import Frame
from plugins.outputs import File, Later, Output, Tools

_LOCAL = re.compile(r'(\s(?:href|src|action)=")(/(?!/))')
_SRCSET = re.compile(r'(?<=\ssrcset=")[^"]*')


def page(view: Any, tools: Tools) -> bytes:
    """A page: its template with ``page`` and ``text`` (a body's HTML)."""
    html = tools.render(view, text=tools.text)
    frame: Frame | None = getattr(view, "frame", None)
    return rebased(html, frame.base if frame else "").encode()


def rebased(html: str, base: str) -> str:
    """Root-relative addresses moved below the path that the site is served under.

    >>> rebased('<a href="/debaty/">', "/kmp")
    '<a href="/kmp/debaty/">'
    """
    if not base:
        return html
    html = _LOCAL.sub(rf"\1{base}\2", html)
    return _SRCSET.sub(lambda found: re.sub(r"(^|, )/", rf"\1{base}/", found[0]), html)


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """The CSS files that are joined, in order."""

    parts: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """A theme file published as it is."""

    file: File


def joined(view: Stylesheet, tools: Tools) -> bytes:
    """One CSS file of all parts."""
    return b"\n".join(tools.file(part).strip() for part in view.parts) + b"\n"


def copied(view: Copy, tools: Tools) -> bytes:
    """The file's own bytes."""
    return tools.file(view.file)


def stylesheet(assets: tuple[File, ...]) -> Output:
    """Tokens, base, then every component's CSS; the name changes with the content."""
    parts = sorted((a for a in assets if a.path.endswith(".css")), key=_css_order)
    digest = hashlib.blake2b("".join(part.digest for part in parts).encode(), digest_size=5)
    path = f"theme/debaty.{digest.hexdigest()}.css"
    return Output(path, joined, Later(Stylesheet, tuple(parts)))


def script(assets: tuple[File, ...]) -> Output | None:
    """The script of every page, under a name that changes with its content; None: the theme
    has none."""
    found = next((asset for asset in assets if asset.path.endswith("static/menu.js")), None)
    if found is None:
        return None
    digest = hashlib.blake2b(found.digest.encode(), digest_size=5).hexdigest()
    return Output(f"theme/menu.{digest}.js", copied, Later(Copy, found))


def _css_order(asset: File) -> tuple[int, str]:
    first = ("static/tokens.css", "static/base.css")
    place = next((n for n, name in enumerate(first) if asset.path.endswith(name)), len(first))
    return place, asset.path
