"""Tables of a page: those of data become Markdown's, those of layout are opened."""

from __future__ import annotations

from bs4 import Tag

from plugins.desk.importing.marking import Marks

WIDEST = 12
"""Columns that Markdown's tables are still read with."""

_INSIDE = ("table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "dl")
_SPAN = 50
"""Cells that one cell may stand for; more is a slip, or hostile."""


def mended(root: Tag, marks: Marks) -> None:
    """Open every table that Markdown cannot hold, the innermost first."""
    for table in reversed(root.find_all("table")):
        columns = max((_width(row) for row in _rows(table)), default=0)
        held = table.find(_INSIDE) is not None
        if columns < 2 or columns > WIDEST or held:
            if columns > 1:
                marks.after(table, "tabelę zamieniono na akapity – sprawdź ich kolejność")
            _open(table)
        else:
            _squared(table, columns, marks)


def _rows(table: Tag) -> list[Tag]:
    return [row for row in table.find_all("tr") if row.find_parent("table") is table]


def _cells(row: Tag) -> list[Tag]:
    return row.find_all(("td", "th"), recursive=False)


def _width(row: Tag) -> int:
    return sum(_span(cell, "colspan") for cell in _cells(row))


def _span(cell: Tag, name: str) -> int:
    said = str(cell.get(name) or "1")
    return max(1, min(int(said), _SPAN)) if said.isascii() and said.isdigit() else 1


def _open(table: Tag) -> None:
    for one in table.find_all(("colgroup", "col")):
        if not one.decomposed:
            one.decompose()
    parts = table.find_all(("tr", "td", "th", "tbody", "thead", "tfoot", "caption"))
    own = [one for one in parts if one.find_parent("table") is table]
    for one in [table, *own]:
        one.name, one.attrs = "div", {}


def _squared(table: Tag, columns: int, marks: Marks) -> None:
    """Every row gets as many cells; a merged cell's text stands in the first of its places."""
    for caption in table.find_all("caption"):
        caption.name = "p"
        table.insert_before(caption.extract())
    owed: dict[int, int] = {}
    merged = False
    for row in _rows(table):
        place = 0
        if _width(row) + sum(1 for left in owed.values() if left) > columns:
            owed.clear()  # cells that reach further down than the table is wide
        for cell in _cells(row):
            while owed.get(place):
                owed[place] -= 1
                cell.insert_before(Tag(name="td"))
                place += 1
            wide, tall = _span(cell, "colspan"), _span(cell, "rowspan")
            merged = merged or wide > 1 or tall > 1
            for step in range(wide):
                owed[place + step] = tall - 1
            for _ in range(wide - 1):
                cell.insert_after(Tag(name="td"))
            cell.attrs = {}
            place += wide
        for late in range(place, columns):
            owed[late] = max(owed.get(late, 0) - 1, 0)
    if merged:
        marks.after(table, "tabela miała scalone komórki – sprawdź, czy tekst stoi we właściwych")
    rows = _rows(table)
    if rows and not all(cell.name == "th" for cell in _cells(rows[0])):
        marks.after(table, "pierwszy wiersz tabeli stał się jej nagłówkiem – sprawdź go")


def written(cells: list[list[str]]) -> str:
    """The Markdown of a table whose cells' texts are given; long ones in parts.

    A part is one paragraph to Markdown, and may hold 1,500 „|” (newsroom.markup).
    """
    columns = max(map(len, cells))
    rows = [[*row, *[""] * (columns - len(row))] for row in cells]
    head, rest = rows[0], rows[1:]
    at_once = max(1, 1_200 // (columns + 1))
    parts = [rest[n : n + at_once] for n in range(0, len(rest), at_once)] or [[]]
    rule = "|" + " --- |" * columns
    return "\n\n".join("\n".join([_line(head), rule, *map(_line, part)]) for part in parts)


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"
