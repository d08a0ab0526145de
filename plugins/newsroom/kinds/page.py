"""``strony``: standing pages, such as contact, privacy and the accessibility statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Annotated

from plugins.newsroom import fields as f
from plugins.newsroom.fields import Key
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.media import Contradiction, Fault


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


STATEMENT = "deklaracja-dostepnosci"
"""The id of the accessibility statement, to which every page leads."""


REVIEWED_BY = (3, 31)
"""Month and day by which every year's review of the statement is due."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """Who audited the site, and where the report is."""

    by: Annotated[f.Line, Key("wykonawca", "kto zbadał stronę")]
    report: Annotated[f.Link, Key("raport", "adres raportu z badania")] = ""

    @classmethod
    def from_text(cls, text: str) -> Audit:
        """The auditor alone."""
        return cls(by=f.line(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """A mobile application of the unit."""

    name: Annotated[f.Line, Key("nazwa", "nazwa aplikacji")]
    link: Annotated[f.Link, Key("link", "skąd ją pobrać")] = ""

    @classmethod
    def from_text(cls, text: str) -> App:
        """The name alone."""
        return cls(name=f.line(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Record):
    """A standing page; the statement's facts stand in its head (version 2.0, 31 July 2024)."""

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
    audit: Annotated[Audit | None, Key("badanie", "deklaracja: kto zbadał stronę")] = None
    apps: Annotated[tuple[App, ...], Key("aplikacje", "deklaracja: nasze aplikacje mobilne")] = ()
    building: Annotated[
        tuple[f.Line, ...], Key("architektura", "deklaracja: dostępność budynku")
    ] = ()
    building_link: Annotated[
        f.Link, Key("architektura link", "deklaracja: pełniejszy opis budynku")
    ] = ""
    communication: Annotated[
        tuple[f.Line, ...], Key("komunikacja", "deklaracja: jak się z nami porozumieć")
    ] = ()

    @classmethod
    def contradictions(cls) -> tuple[Contradiction, ...]:
        """What the statement's facts contradict."""
        return (*Record.contradictions(), _conformance, _reviewed_before, _audited)


def _reviewed_before(page: Page) -> Iterator[Fault]:
    if page.prepared and page.reviewed and page.reviewed < page.prepared:
        yield "data przeglądu", "jest przed datą sporządzenia – popraw jedną z nich"


def _audited(page: Page) -> Iterator[Fault]:
    if page.audit and page.method is not Method.EXTERNAL:
        yield "badanie", "strony nie badano z zewnątrz – wpisz „metoda: badanie zewnętrzne”"


def _conformance(page: Page) -> Iterator[Fault]:
    lacking = page.failings or page.exempt or page.excessive
    if page.conformance is None:
        if page.id == STATEMENT:
            yield "stan zgodności", "brak – napisz np. „stan zgodności: częściowo zgodna”"
        elif lacking:
            yield "stan zgodności", "brak – bez niego strona nie jest deklaracją; dopisz go"
    elif page.conformance is Conformance.FULL and lacking:
        yield "stan zgodności", "są treści niedostępne – wpisz „częściowo zgodna” albo usuń je"
    elif page.conformance is not Conformance.FULL and not lacking:
        yield "stan zgodności", "nie napisano, co jest niedostępne – dopisz „niezgodności”"
