"""The pages that count requests, made as the site makes them, without a site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.layout import frame as frames
from plugins.newsroom.catalogue import Catalogue
from plugins.outputs import File, Output, Text
from plugins.pages import balance, records
from tests.theme.components import ENVIRONMENT

FRONT = "wnioski/rozliczenie/index.html"


@dataclass(frozen=True)
class Tools:
    """What a maker may use besides its view."""

    template: str
    texts: Mapping[str, str]

    def render(self, view: object, **also: object) -> str:
        return ENVIRONMENT.get_template(self.template).render(page=view, **also)

    def text(self, text: Text) -> str:
        return self.texts[text.digest]

    def file(self, file: File) -> bytes:
        raise AssertionError(f"no page that counts requests reads a file: {file.path}")


def outputs(catalogue: Catalogue) -> Iterator[Output]:
    """The balance, and the pages of bodies."""
    frame = frames.frame(catalogue, ())
    planned = (*balance.plan(catalogue, frame), *records.plan(catalogue, frame))
    return (one for one in planned if one.template in ("balance.html", "body.html"))


def made(output: Output, texts: Mapping[str, str]) -> bytes:
    """One page; ``texts``: the bodies that were kept when the catalogue was prepared."""
    return output.make(output.view, Tools(str(output.template), texts))
