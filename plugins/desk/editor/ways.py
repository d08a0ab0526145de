"""Where one may go from the form of a record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.desk.editor import values
from plugins.desk.editor.paper import Paper
from plugins.desk.editor.saving import is_draft
from plugins.newsroom import addresses
from plugins.newsroom.kinds.debate import State

PLANS = {
    "przenies": "Zmień termin albo miejsce",
    "odloz": "Odłóż debatę",
    "odwolaj": "Odwołaj debatę",
}
"""What may be done with an announced debate, by the last part of the address."""

Link = tuple[str, str]
"""Words and address."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Where one may go from a form: the page in the preview, other pages of the editor."""

    preview: str
    has_pane: bool = False
    plans: tuple[Link, ...] = ()
    withdraw: str = ""
    delete: str = ""
    source: str = ""
    more: tuple[Link, ...] = ()


def ways(paper: Paper, base: str) -> Ways:
    """The ways from a form; ``base``: where the preview stands."""
    place, home = paper.place, base.rstrip("/")
    if paper.is_new or not place.folder:
        return Ways(f"{home}/", source="" if paper.is_new else f"{place.address}zrodlo/")
    draft = is_draft(paper)
    return Ways(
        preview=home + _address(paper),
        has_pane=True,
        plans=() if draft else tuple(_plans(paper)),
        withdraw="" if draft or "wycofano" in paper.old else f"{place.address}wycofaj/",
        delete=f"{place.address}usun/" if draft else "",
        source=f"{place.address}zrodlo/",
        more=tuple(_more(paper)),
    )


def _address(paper: Paper) -> str:
    """The record's page on the site; a report stands on its debate's."""
    if paper.place.folder == "sprawozdania":
        return f"/debaty/{values.as_text(paper.old.get('debata', ''))}/#sprawozdanie"
    return addresses.named(f"{paper.place.folder}/{paper.place.id}")


def _plans(paper: Paper) -> Iterator[Link]:
    """How a debate that was announced is changed; of a cancelled one nothing is left to."""
    state = values.as_text(paper.old.get("stan", ""))
    if paper.place.folder == "debaty" and state != State.CANCELLED.value:
        for name, title in PLANS.items():
            yield title, f"{paper.place.address}{name}/"


def _more(paper: Paper) -> Iterator[Link]:
    """What is often written next."""
    if paper.place.folder == "debaty":
        yield "Napisz sprawozdanie", f"/redakcja/nowy/sprawozdania/?debata={paper.place.id}"
        yield "Dodaj wniosek z tej debaty", f"/redakcja/nowy/wnioski/?debata={paper.place.id}"
    if paper.place.folder == "sprawozdania":
        debate = values.as_text(paper.old.get("debata", ""))
        yield "Dodaj wniosek z tej debaty", f"/redakcja/nowy/wnioski/?debata={debate}"
