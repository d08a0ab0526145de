"""``strony``: standing pages, such as contact, privacy and the accessibility statement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Annotated

from plugins.newsroom import fields as f
from plugins.newsroom.fields import Key
from plugins.newsroom.kinds.common import Record


class Conformance(Enum):
    """How far the site conforms (accessibility statement 2.0, 31 July 2024)."""

    FULL = "w pełni zgodna"
    PARTIAL = "częściowo zgodna"
    NONE = "niezgodna"


class Method(Enum):
    """On what the statement rests."""

    SELF = "samoocena"
    EXTERNAL = "badanie zewnętrzne"
    CONTRACTOR = "oświadczenie wykonawcy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Record):
    """A standing page; the statement's facts stand in its head (facts, section 1)."""

    conformance: Annotated[
        Conformance | None, Key("stan zgodności", "deklaracja: zgodność strony")
    ] = None
    failings: Annotated[tuple[f.Line, ...], Key("niezgodności", "deklaracja: co niedostępne")] = ()
    exempt: Annotated[tuple[f.Line, ...], Key("wyłączenia", "deklaracja: treści wyłączone")] = ()
    excessive: Annotated[
        tuple[f.Line, ...], Key("nadmierne koszty", "deklaracja: co byłoby nadmiernym kosztem")
    ] = ()
    prepared: Annotated[f.Day | None, Key("data sporządzenia", "deklaracja: pierwsza")] = None
    reviewed: Annotated[f.Day | None, Key("data przeglądu", "deklaracja: ostatni przegląd")] = None
    site_updated: Annotated[
        f.Day | None, Key("data aktualizacji strony", "ostatnia istotna zmiana strony")
    ] = None
    method: Annotated[Method, Key("metoda", "deklaracja: na czym oparta")] = Method.SELF
    building: Annotated[f.Line, Key("architektura", "dostępność budynku")] = ""
    building_link: Annotated[f.Link, Key("architektura link", "pełniejszy opis budynku")] = ""
    communication: Annotated[f.Line, Key("komunikacja", "dostępność komunikacyjna")] = ""
