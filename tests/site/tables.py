"""The tables of the balance, as a page has them and as the Markdown has them."""

from __future__ import annotations

from datetime import date
from typing import Any

from lxml import html

from tests import counting

Cells = list[str]

# -- what a page says --------------------------------------------------------------------


def plain(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


def rows(page: html.HtmlElement, part: str) -> dict[str, Cells]:
    """Row's name → its cells; a dash is nothing."""
    found = {}
    for tr in page.xpath(f"//section[@id='{part}']//tr[td]"):
        (head,) = tr.xpath("./th")
        name = plain(head.xpath("string(a)") or head.text)
        cells = [plain(td.text_content()) for td in tr.xpath("./td")]
        found[name] = ["0" if cell.startswith("–") else cell for cell in cells]
    return found


def facts(page: html.HtmlElement) -> dict[str, str]:
    lines = page.xpath("//section[@id='odpowiedzi']//dl/div")
    return {plain(one.xpath("string(dt)")): plain(one.xpath("string(dd)")) for one in lines}


# -- what the Markdown says --------------------------------------------------------------


def written(number: float) -> str:
    return f"{number:g}".replace(".", ",")


def row(found: list[Any], day: date) -> Cells:
    """As the page has it: „w toku” is what is left, the last column is not counted here."""
    raised, done, partly, refused, repeated, handed, *rest = counting.row(found, day)
    ours = raised - done - partly - refused - repeated - handed
    cells = (raised, done, partly, refused, ours, handed, repeated, *rest)
    return list(map(written, cells))


def by(found: list[Any], key: str, names: dict[str, str], none: str) -> dict[str, list[Any]]:
    """Name → the requests that name it under a key of their head; a text is a list of one."""
    groups: dict[str, list[Any]] = {}
    for one in found:
        said = one[0].get(key) or [none]
        for name in {said} if isinstance(said, str) else set(said):
            groups.setdefault(names.get(name, name), []).append(one)
    return groups


def counted(found: list[Any], day: date, districts: dict[str, str]) -> dict[str, dict[str, Cells]]:
    """Table → row → cells."""
    years: dict[str, list[Any]] = {}
    for one in found:
        years.setdefault(str(one[1][0]["data"].year), []).append(one)
    groups = {
        "lata": years,
        "rejony": by(found, "rejony", districts, "Bez rejonu"),
        "kategorie": by(found, "kategorie zagrożeń", {}, "Bez kategorii"),
    }
    return {
        part: {name: row(some, day) for name, some in {**of, "Razem": found}.items()}
        for part, of in groups.items()
    }


def handed(found: list[Any], day: date, names: dict[str, str]) -> dict[str, Cells]:
    """Body's name → cells."""
    clocks = [clock for *_, some in found for clock in some]
    groups = {names[id]: [c for c in clocks if c[0] == id] for id in {c[0] for c in clocks}}
    groups["Razem"] = clocks
    return {n: list(map(written, counting.replies(some, day))) for n, some in groups.items()}


def compare(
    page: html.HtmlElement,
    found: list[Any],
    day: date,
    districts: dict[str, str],
    parts: tuple[str, ...] = ("lata", "rejony", "kategorie"),
) -> None:
    """Tables of requests, cell by cell."""
    counts = counted(found, day, districts)
    for part in parts:
        said = {name: cells[:-1] for name, cells in rows(page, part).items()}
        assert said == counts[part], (part, day)
