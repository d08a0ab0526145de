"""A few documents, the tools that read them, and a bundle made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from plugins.newsroom.dates import Moment, Precision
from plugins.outputs import File, Text
from plugins.search import bundle
from plugins.search.bundle import Index
from plugins.search.document import Document


@dataclass
class Bodies:
    """The tools of a maker, with bodies by digest."""

    html: Mapping[str, str] = field(default_factory=dict)

    def render(self, view: object, **also: object) -> str:
        raise NotImplementedError

    def text(self, text: Text) -> str:
        return self.html[text.digest]

    def file(self, file: File) -> bytes:
        raise NotImplementedError


def document(address: str, title: str, *told: str, day: date | None = None, **more: object):  # type: ignore[no-untyped-def]
    """A page that tells ``told``."""
    keys = {
        "kind": "aktualność",
        "lang": "pl",
        "moment": Moment(Precision.DAY, day) if day else None,
        "state": "",
        "archived": "",
        "districts": (),
        "categories": (),
        "names": (),
        "streets": (),
        "bodies": (),
    }
    return Document(address=address, title=title, told=told, **{**keys, **more})  # type: ignore[arg-type]


DOCUMENTS = (
    document("/a/", "Kamery w tunelu", "Podinsp. Anna Zawilska o lampach.", day=date(2025, 3, 1)),
    document("/b/", "Dzielnicowy w szkole", "Debata z mieszkańcami.", day=date(2026, 3, 1)),
    document("/c/", "Psy na skwerze", bodies=(Text("t"),), streets=("ul. Jesionowa",)),
    document("/d/", "How to take part", "Come and ask.", lang="en"),
)


def made(folder: Path, documents: tuple[Document, ...] = DOCUMENTS) -> Path:
    """The bundle of ``documents`` in ``folder``."""
    folder.mkdir(parents=True)
    bundle.make(Index(documents, ""), Bodies({"t": "<p>Kosze <em>na</em> śmieci</p>"}), folder)
    return folder


def shelves(folder: Path) -> dict[int, tuple[list[str], list[str]]]:
    """Number of a file → lines of forms; those of lemmas and cards."""
    texts = {int(one.stem): one.read_text("utf-8") for one in (folder / "gdzie").iterdir()}
    parts = {number: text.split("\n") for number, text in texts.items()}
    assert all(own.count("") == 2 and own[-1] == "" for own in parts.values())
    at = {number: own.index("") for number, own in parts.items()}
    return {n: (own[: at[n]], own[at[n] + 1 : -1]) for n, own in sorted(parts.items())}
