"""Pages of a small site made in this process, by their addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml import html

from plugins.layout import frame as frames
from plugins.layout.values import Frame
from plugins.newsroom.catalogue import Catalogue
from plugins.outputs import File, Output, Text
from tests.theme.components import ENVIRONMENT

Plan = Callable[[Catalogue, Frame], Iterable[Output]]


class Tools:
    """What a maker may use besides its view; a body is its digest."""

    def __init__(self, template: str) -> None:
        self._template = template

    def render(self, view: object, **also: object) -> str:
        return ENVIRONMENT.get_template(self._template).render(page=view, **also)

    def text(self, text: Text) -> str:
        return f"<p>{text.digest}</p>"

    def file(self, file: File) -> bytes:
        raise AssertionError(f"no page of these reads a file: {file.path}")


def made(it: Catalogue, plan: Plan, address: str = "") -> dict[str, html.HtmlElement]:
    """The pages of a plan, or only the one at an address."""
    outputs = (one for one in plan(it, frames.frame(it, ())) if address in ("", _of(one)))
    return {
        _of(one): html.fromstring(one.make(one.view, Tools(str(one.template)))) for one in outputs
    }


def _of(output: Output) -> str:
    return f"/{output.path.removesuffix('index.html')}"


def words(page: html.HtmlElement, where: str = "//main") -> str:
    """The words of the one element at a path, with plain spaces; empty: there is none."""
    found = page.xpath(where)
    return " ".join(found[0].text_content().replace("\u00ad", "").split()) if found else ""
