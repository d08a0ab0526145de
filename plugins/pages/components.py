"""The review page of the theme's components, in a preview only; made from their own examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from plugins.layout import making
from plugins.layout.frame import head
from plugins.layout.values import Frame, Head
from plugins.newsroom import addresses
from plugins.outputs import File, Output, Tools


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """``/komponenty/``. ``components``: the file that documents each, by its name."""

    frame: Frame
    head: Head
    components: tuple[tuple[str, File], ...]


def plan(assets: tuple[File, ...], frame: Frame) -> Iterator[Output]:
    """One page; nothing where the run was not given the components' documents (not a preview)."""
    documents = sorted((_name(one), one) for one in assets if one.path.endswith(".yaml"))
    if documents:
        hidden = head("Komponenty", addresses.COMPONENTS, is_indexed=False)
        view = ReviewPage(frame, hidden, tuple(documents))
        yield Output(addresses.file(addresses.COMPONENTS), reviewed, view, "components.html")


def _name(document: File) -> str:
    return PurePosixPath(document.path).stem


def reviewed(view: ReviewPage, tools: Tools) -> bytes:
    """The page with every visible example; loads YAML only when it is to be made."""
    import yaml

    read = {name: yaml.safe_load(tools.file(document)) for name, document in view.components}
    html = tools.render(view, components=read)
    return making.rebased(apart(html), view.frame.base).encode()


_LIVE = re.compile(r"<!-- live (?P<name>[\w-]+) -->(?P<html>.*?)<!-- /live -->", re.DOTALL)
_IDS = re.compile(r'(\s(?:id|for|list|aria-labelledby|aria-describedby|aria-controls)="|\shref="#)')


def apart(html: str) -> str:
    """Examples side by side on one page: each with ids, and references to them, of its own.

    >>> apart('<!-- live a-1 --><h2 id="x"><a href="#x"></a></h2><!-- /live -->')
    '<h2 id="a-1-x"><a href="#a-1-x"></a></h2>'
    """
    return _LIVE.sub(lambda found: _IDS.sub(rf"\g<1>{found['name']}-", found["html"]), html)
