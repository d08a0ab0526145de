"""Posters of debates that a test writes down, made as the press makes them."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdf
from PIL import Image

from plugins.newsroom import dates
from plugins.newsroom.kinds.debate import Asking, Form, State
from plugins.newsroom.kinds.venue import Accessibility, Address, Place
from plugins.outputs import File
from plugins.posters.sheet import made
from plugins.posters.views import Poster

SHEET = Path(__file__).resolve().parents[2] / "theme/posters/debata.typ"
URL = "https://policja.przykladow.example/debaty/okolice-dworca-wieczorem/"
TEMPLATE = File("theme/posters/debata.typ", hashlib.sha256(SHEET.read_bytes()).hexdigest())
LATARNIA = Place(
    name="Dom Kultury „Latarnia”",
    room="sala kameralna, I piętro",
    address=Address(street="ul. Żółwia 8", postcode="00-000", town="Przykładów"),
    access=Accessibility(ramp=True, lift=True, toilet=True, loop=False, parking=False),
)


@dataclass(frozen=True)
class Files:
    """What a maker may read: the sheet, or what a test puts in its place."""

    held: dict[str, bytes] = field(default_factory=dict)

    def file(self, file: File) -> bytes:
        return self.held[file.path] if file.path in self.held else SHEET.read_bytes()


def poster(**given: Any) -> Poster:
    """A debate of the sample, but for what is given."""
    usual: dict[str, Any] = {
        "template": TEMPLATE,
        "title": "Okolice dworca wieczorem",
        "lang": "pl",
        "url": URL,
        "unit": "Komenda Miejska Policji w Przykładowie",
        "logo": None,
        "is_fictional": True,
        "is_draft": False,
        "when": dates.moment("2026-12-10 17:00"),
        "length": 90,
        "is_provisional": False,
        "when_told": "",
        "former": None,
        "moved": "",
        "relocated": "",
        "state": State.PLANNED,
        "reason": "",
        "form": Form.ON_SITE,
        "place": LATARNIA,
        "stream": "",
        "audience": "Pasażerowie, mieszkańcy ulic Kolejowej i Młyńskiej, kierowcy taksówek.",
        "entry": "wolny, bez zapisów",
        "signing_until": dates.day("2026-12-04"),
        "asking": Asking(
            email="debaty@policja.przykladow.example",
            phone="47 700 00 20",
            until=dates.day("2026-12-09"),
        ),
        "hosts": ("Komenda Miejska Policji w Przykładowie", "Straż Miejska w Przykładowie"),
        "stamp": dates.moment("2026-11-16"),
    }
    return Poster(**usual | given)


def pdf(files: Files | None = None, **given: Any) -> bytes:
    """A poster's bytes."""
    return made(poster(**given), files or Files())


def reader(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def text(data: bytes) -> str:
    """What a reader takes out of it, in its order, with plain spaces."""
    found = " ".join(page.extract_text() for page in reader(data).pages)
    return " ".join(found.split())


def mark(width: int = 300, height: int = 300) -> bytes:
    """A unit's mark: a ring, drawn here."""
    out = io.BytesIO()
    Image.radial_gradient("L").resize((width, height)).save(out, "PNG")
    return out.getvalue()
