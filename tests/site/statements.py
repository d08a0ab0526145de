"""Statements to judge: the sample's, and variants of one; what the law wants of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from selectolax.lexbor import LexborHTMLParser

from plugins.newsroom.dates import WARSAW
from tests.newsroom import project as newsroom
from tests.site.project import ROOT, Project

UNIT = yaml.load((ROOT / "content/jednostka.yml").read_text("utf-8"), yaml.BaseLoader)
"""The sample's unit, untouched by our own reader."""

PAGE = "deklaracja-dostepnosci"
FULL, PARTLY, NONE = "w pełni zgodna", "częściowo zgodna", "niezgodna"

LAW = (
    "załącznikiem do ustawy z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych "
    "i aplikacji mobilnych podmiotów publicznych"
)
STATUS = {
    FULL: f"Strona internetowa jest w pełni zgodna z {LAW}.",
    PARTLY: f"Strona internetowa jest częściowo zgodna z {LAW} z powodu niezgodności lub wyłączeń "
    "wymienionych poniżej.",
    NONE: f"Strona internetowa jest niezgodna z {LAW}. Niezgodności lub wyłączenia wymieniono "
    "poniżej.",
}
"""Version 2.0 of 31 July 2024; a lawyer confirms the first and the last."""

ALWAYS = (
    *("wstep", "podmiot", "zakres", "url", "data-publikacja", "data-aktualizacja", "status"),
    *("data-sporzadzenie", "kontakt", "email", "telefon", "procedura", "architektura"),
    "komunikacja",
)
"""The fourteen identifiers that every statement has."""

CONDITIONAL = {
    "ocena": "nadmierne koszty",
    "aplikacje": "aplikacje",
    "data-przeglad": "data przeglądu",
    "architektura-url": "architektura link",
}
"""Identifier → the key without which it must not stand."""

HEADINGS = (
    ("h1", "Deklaracja dostępności", ""),
    ("h2", "Stan dostępności cyfrowej", ""),
    ("h2", "Niedostępne treści", "niezgodności wyłączenia nadmierne-koszty"),
    ("h3", "Niezgodność z załącznikiem", "niezgodności"),
    ("h3", "Treści nieobjęte przepisami", "wyłączenia"),
    ("h3", "Nadmierne koszty", "nadmierne-koszty"),
    ("h2", "Przygotowanie deklaracji dostępności", ""),
    ("h2", "Udogodnienia, ograniczenia i inne informacje", ""),
    ("h2", "Informacje zwrotne i dane kontaktowe", ""),
    ("h2", "Obsługa wniosków i skarg związanych z dostępnością", ""),
    ("h2", "Pozostałe informacje", ""),
    ("h3", "Aplikacje mobilne", "aplikacje"),
    ("h3", "Dostępność architektoniczna", ""),
    ("h3", "Dostępność komunikacyjno-informacyjna", ""),
)
"""(level, words, keys of which one must be given; none: it always stands)."""

_ALL: dict[str, Any] = {
    "tytuł": "Deklaracja dostępności",
    "stan zgodności": PARTLY,
    "data sporządzenia": "2024-09-02",
    "niezgodności": ["Na stronie „PJM” nie ma nagrania."],
    "architektura": ["Przed wejściem jest podjazd."],
    "komunikacja": ["Zapewniamy tłumacza."],
}

VARIANTS: dict[str, dict[str, Any]] = {
    "w-pelni-zgodna": {**_ALL, "stan zgodności": FULL, "niezgodności": []},
    "niezgodna": {**_ALL, "stan zgodności": NONE, "data przeglądu": "2026-01-15"},
    "tylko-wylaczenia": {
        **_ALL,
        "niezgodności": [],
        "wyłączenia": ["Pliki sprzed 23 września 2018 r."],
    },
    "nadmierne-koszty": {**_ALL, "nadmierne koszty": ["Napisy do filmów sprzed 2010 r."]},
    "z-aplikacja": {**_ALL, "aplikacje": ["Debaty w kieszeni"], "data przeglądu": "2026-02-16"},
    "bez-przegladu": {**_ALL, "metoda": "oświadczenie wykonawcy"},
    "z-linkiem-do-budynku": {**_ALL, "architektura link": "https://kmp.example/budynek"},
    "z-badaniem": {
        **_ALL,
        "metoda": "badanie zewnętrzne",
        "badanie": {"wykonawca": "Fundacja Przykład", "raport": "https://fundacja.example/1"},
    },
    "o-niczym-nie-wie": {**_ALL, "architektura": [], "komunikacja": []},
}
"""Page → its head."""


def record(head: dict[str, Any]) -> str:
    """A standing page's file."""
    kept = {key: value for key, value in head.items() if value}
    top = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False)
    return f"---\n{top}---\n\nStronę można obsłużyć klawiaturą.\n"


def of_the_sample() -> dict[str, Any]:
    """The head of the sample's statement, untouched by our own reader."""
    text = (ROOT / f"content/strony/{PAGE}.md").read_text("utf-8")
    head: dict[str, Any] = yaml.load(text.split("---\n")[1], yaml.BaseLoader)
    return head


@dataclass
class Statement:
    """A published statement and the head that it was made from."""

    head: dict[str, Any]
    html: str
    page: LexborHTMLParser = field(init=False)

    def __post_init__(self) -> None:
        self.page = LexborHTMLParser(self.html)

    def ids(self) -> list[str]:
        """Identifiers of the law in the order of the page, with repetitions."""
        found = (str(node.attributes["id"]) for node in self.page.css("[id^=a11y-]"))
        return [one.removeprefix("a11y-") for one in found]

    def node(self, name: str) -> Any:
        """The element of an identifier, which must be there."""
        found = self.page.css_first(f"#a11y-{name}")
        assert found is not None, name
        return found

    def words(self, selector: str = "main") -> str:
        return " ".join(self.page.css_first(selector).text().split())

    def says(self, keys: str) -> bool:
        """Whether the head gives one of these keys."""
        return any(self.head.get(key.replace("-", " ")) for key in keys.split())


def unit(more: str = "") -> str:
    """The least unit that can be written to and called."""
    contact = "e-mail: biuro@policja.przykladow.example\ntelefony:\n  - nazwa: Dyżurny\n"
    number = "    numer: 47 700 00 10\n"
    return newsroom.BARE["content/jednostka.yml"].decode() + contact + number + more


def pages(project: Project) -> Iterator[tuple[str, LexborHTMLParser]]:
    """Every page but those at old addresses, which lead on at once."""
    for file in sorted(project.output.rglob("*.html")):
        page = LexborHTMLParser(file.read_text("utf-8"))
        if not page.css_first('meta[http-equiv="refresh"]'):
            yield file.relative_to(project.output).as_posix(), page


def warned(root: Path, day: str, reviewed: str = "", more: str = "") -> list[str]:
    """Warnings on a day about a statement of September 2024; ``more``: keys of the unit."""
    head = {**VARIANTS["bez-przegladu"], "data przeglądu": reviewed}
    files = {
        **newsroom.BARE,
        "content/jednostka.yml": unit(more),
        f"content/strony/{PAGE}.md": record(head),
    }
    newsroom.write(root, files)
    now = datetime.fromisoformat(day).replace(hour=9, tzinfo=WARSAW)
    return [str(one) for one in newsroom.Project(root).prepare(now).warnings]
