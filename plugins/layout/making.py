"""How a page and the site's stylesheet are made from their views."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from plugins.layout.values import Frame
from plugins.outputs import File, Later, Output, Tools

_LOCAL = re.compile(r'(\s(?:href|src|action)=")(/(?!/))')
_SRCSET = re.compile(r'(?<=\ssrcset=")[^"]*')


def page(view: Any, tools: Tools) -> bytes:
    """A page: its template with ``page``, ``text`` (a body's HTML), ``file`` (one's bytes)."""
    html = tools.render(view, text=tools.text, file=tools.file)
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
    return bare(b"\n".join(tools.file(part) for part in view.parts))


_COMMENT, _LINE = re.compile(rb"/\*.*?\*/", re.DOTALL), re.compile(rb"\s*\n\s*")


def bare(css: bytes) -> bytes:
    """CSS without comments, indentation and empty lines: what only its authors need.

    >>> bare(b"/* Why. */\\n.a {\\n  color: red;\\n}\\n")
    b'.a {\\ncolor: red;\\n}\\n'
    """
    return _LINE.sub(b"\n", _COMMENT.sub(b"", css)).strip() + b"\n"


def copied(view: Copy, tools: Tools) -> bytes:
    """The file's own bytes."""
    return tools.file(view.file)


def stylesheet(assets: tuple[File, ...]) -> Output:
    """Tokens, base, then every component's CSS; the name changes with the content."""
    return _stylesheet("debaty", sorted(filter(_is_of_pages, assets), key=_css_order))


def _is_of_pages(asset: File) -> bool:
    """Whether a file belongs to the stylesheet of pages; feeds have their own."""
    return asset.path.endswith(".css") and not asset.path.endswith(FEED_STYLE)


FEED_STYLE = "static/feed.css"


def feed_stylesheet(assets: tuple[File, ...]) -> Output | None:
    """What a browser shows a feed by: tokens and its own rules; ``None``: the theme has none."""
    names = ("static/tokens.css", FEED_STYLE)
    parts = [asset for name in names for asset in assets if asset.path.endswith(name)]
    return _stylesheet("kanal", parts) if len(parts) == len(names) else None


def _stylesheet(name: str, parts: list[File]) -> Output:
    digest = hashlib.blake2b("".join(part.digest for part in parts).encode(), digest_size=5)
    return Output(f"theme/{name}.{digest.hexdigest()}.css", joined, Later(Stylesheet, tuple(parts)))


def scripts(assets: tuple[File, ...]) -> dict[str, Output]:
    """The theme's scripts by name (``menu``), each under a path that changes with its content.

    They import nothing of each other: a page names all that it needs. All are modules but
    ``lookup``, whose ``finder`` the others of search use.
    """
    found = (one for one in assets if PurePosixPath(one.path).match("static/*.js"))
    return {PurePosixPath(one.path).stem: _script(one) for one in found}


def _script(file: File) -> Output:
    digest = hashlib.blake2b(file.digest.encode(), digest_size=5).hexdigest()
    path = f"theme/{PurePosixPath(file.path).stem}.{digest}.js"
    return Output(path, copied, Later(Copy, file))


def _css_order(asset: File) -> tuple[int, str]:
    first = ("static/tokens.css", "static/base.css")
    place = next((n for n, name in enumerate(first) if asset.path.endswith(name)), len(first))
    return place, asset.path
