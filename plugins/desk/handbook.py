"""The handbook's tables of keys, made from the kinds themselves.

``python -m plugins.desk.handbook`` writes them into ``docs/podrecznik.md``; a test holds that
what stands there is what the code reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path

from plugins.newsroom import checks, grammar
from plugins.newsroom.grammar import Slot
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.unit import Unit

FILE = Path(__file__).resolve().parents[2] / "docs" / "podrecznik.md"
BEGIN, END = "<!-- klucze: początek -->", "<!-- klucze: koniec -->"


def tables() -> str:
    """Every key of every kind as Markdown."""
    shared = grammar.keys(Record)
    common = {slot.key.name for slot in shared}
    sections = [_section("Wspólne klucze wszystkich rodzajów", shared)]
    for kind in KINDS.values():
        record: type = kind.record
        own = [slot for slot in grammar.keys(record) if slot.key.name not in common]
        sections.append(_section(f"`content/{kind.folder}/` – {kind.one}", own))
    sections.append(_section("`content/jednostka.yml` – jednostka", grammar.keys(Unit)))
    sections.append(_rules())
    return "\n\n".join(sections)


def _section(title: str, slots: list[Slot] | tuple[Slot, ...]) -> str:
    rows = "\n".join(row for slot in slots for row in _rows(slot, ""))
    return f"### {title}\n\n| klucz | co wpisać | po co |\n|---|---|---|\n{rows}"


def _rules() -> str:
    """The names by which „wyjątki” lift a warning."""
    rows = "\n".join(f"| `{name}` | {about} |" for name, about in checks.RULES.items())
    return (
        f"### Nazwy ostrzeżeń do klucza „wyjątki”\n\n| reguła | kiedy ostrzega |\n|---|---|\n{rows}"
    )


def _rows(slot: Slot, above: str) -> Iterator[str]:
    """A row of a key, and below it rows of the keys inside it."""
    name = f"{above}{slot.key.name}"
    star = "*" if slot.required else ""
    form = grammar.form(slot.type)
    one = grammar.form(form.item) if form.item else form
    several = "lista: " if form.item else ""
    shape = "klucze poniżej" if one.nested else one.shape
    example = f", np. `{slot.key.example}`" if slot.key.example and "np." not in shape else ""
    yield f"| `{name}`{star} | {several}{shape}{example} | {slot.key.help} |"
    if isinstance(one.scalar, type) and one.nested and is_dataclass(one.scalar):
        for inner in grammar.keys(one.scalar):
            yield from _rows(inner, f"{name} → ")


def refreshed(text: str) -> str:
    """The handbook with its tables as the code has them."""
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}\n\n{tables()}\n\n{END}{after}"


if __name__ == "__main__":
    FILE.write_text(refreshed(FILE.read_text("utf-8")), "utf-8")
