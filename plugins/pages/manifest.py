"""``/manifest.webmanifest``: the site's name and icon where someone keeps it on their screen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.layout.values import Frame
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.typography import untied
from plugins.outputs import Later, Output, Tools


@dataclass(frozen=True, slots=True)
class Manifest:
    """``base``: the path that the site is served under; ``colour``: of the browser's bar."""

    name: str
    short: str
    base: str
    icon: str
    colour: str


def plan(catalogue: Catalogue, frame: Frame) -> Iterator[Output]:
    """One file; every page's head names it."""
    del catalogue
    yield Output(frame.manifest.lstrip("/"), made, Later(_manifest, frame))


def _manifest(frame: Frame) -> Manifest:
    unit = frame.unit
    return Manifest(
        name=f"{unit.name.nominative} – debaty społeczne",
        short=unit.short,
        base=frame.base,
        icon=frame.favicon,
        colour=frame.colours[0],
    )


def made(view: Manifest, _: Tools) -> bytes:
    """JSON (W3C, Web Application Manifest).

    ``display: browser``: the site stays a site, with its address in sight and a way back.
    """
    home = f"{view.base}/"
    content = {
        "name": untied(view.name),
        "short_name": untied(view.short),
        "lang": "pl",
        "dir": "ltr",
        "id": home,
        "start_url": home,
        "scope": home,
        "display": "browser",
        "background_color": view.colour,
        "theme_color": view.colour,
        "icons": [{"src": f"{view.base}{view.icon}", "type": "image/svg+xml", "sizes": "any"}],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
