"""A press note: who says it, what, the facts, the text, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bs4 import BeautifulSoup, Tag

from plugins.desk.exporting.matter import Matter
from plugins.layout import dating
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.typography import untied


def note(matter: Matter, html: str, today: date) -> str:
    """Plain text in paragraphs; ``html`` is the record's body."""
    unit = matter.unit
    place = unit.address.town if unit.address else ""
    blocks = [
        unit.name.nominative.upper(),
        f"{place}, {dating.day(today)}" if place else dating.day(today),
        "NOTATKA PRASOWA",
        matter.title,
        "\n".join(f"{what}: {value}" for what, value in matter.facts),
        *paragraphs(html, matter.lead),
        f"Całość na stronie: {matter.link}",
        "\n".join(_contact(unit)),
    ]
    return untied("\n\n".join(filter(None, blocks))) + "\n"


def paragraphs(html: str, lead: str = "") -> list[str]:
    """The lead, then the text of a body; what the lead repeats stands once.

    >>> paragraphs("<h2>Co dalej</h2><p>Raz.</p><ul><li>a</li><li>b</li></ul>")
    ['CO DALEJ', 'Raz.', '– a\\n– b']
    """
    found = [text for one in _elements(html) if (text := _text(one))]
    return found if not lead or lead in found[:1] else [lead, *found]


def _elements(html: str) -> list[Tag]:
    return [one for one in BeautifulSoup(html, "html.parser").children if isinstance(one, Tag)]


def _text(element: Tag) -> str:
    if element.name in ("ul", "ol"):
        return "\n".join(f"– {_line(item)}" for item in element.find_all("li", recursive=False))
    if element.name == "table" or element.find("table"):
        rows = element.find_all("tr")
        return "\n".join(" | ".join(_line(c) for c in row.find_all(("th", "td"))) for row in rows)
    line = _line(element)
    return line.upper() if element.name in ("h2", "h3", "h4") else line


def _line(element: Tag) -> str:
    return " ".join(element.get_text(" ").split())


def _contact(unit: Unit) -> Iterator[str]:
    yield "Kontakt dla mediów:"
    if unit.press_officer:
        who = unit.press_officer
        yield ", ".join(filter(None, (f"{who.rank} {who.name}".strip(), who.role)))
    yield from (f"tel. {one.number}" for one in unit.phones if "prasow" in one.name.lower())
    if unit.email:
        yield unit.email
