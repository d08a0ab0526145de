"""From what a reader found to a text in Markdown."""

from __future__ import annotations

from bs4 import Tag

from plugins.desk.importing import boxes, notes, rendering, tables, tidying, tree
from plugins.desk.importing.linking import Links
from plugins.desk.importing.marking import Marks
from plugins.desk.importing.values import Text, Written


def converted(text: Text) -> Written:
    """Markdown with the files that go beside it; raises Problems if it is too much to read."""
    if text.markdown:
        return Written(text.facts, _topped(text.marks, text.markdown), left_out=text.left_out)
    found = tidying.tidied(tree.grown(text.source, text.html), text.facts)
    marks = Marks(found.root)
    footnotes = notes.gathered(found.root)
    links = Links(text, found.facts.link, marks)
    _struck(found.root, marks)
    for part in (found.root, *footnotes):
        links.mend(part)
        tables.mended(part, marks)
    body = rendering.written(found.root, footnotes)
    above = [*text.marks, *found.marks, *marks.late()]
    return Written(
        found.facts,
        _topped(above, body),
        tuple(links.pictures),
        tuple(links.downloads),
        (*text.left_out, *dict.fromkeys(found.left_out)),
    )


def _struck(root: Tag, marks: Marks) -> None:
    for one in root.find_all(("del", "s", "strike")):
        if one.get_text().strip():
            marks.after(one, f"przekreślony tekst „{one.get_text().strip()[:60]}” – usuń go?")


def _topped(marks: list[str] | tuple[str, ...], body: str) -> str:
    """Boxes about the whole text stand above it."""
    return "\n\n".join([*map(boxes.written, marks), body]).strip("\n")
