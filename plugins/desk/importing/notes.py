"""Footnotes of a page: a link to an entry of a list that links back."""

from __future__ import annotations

from bs4 import Tag

REFERENCE = "debaty-przypis"
"""The element that becomes a reference in the text."""

_BACK = frozenset(("↑", "↩", "↩︎", "↩\ufe0e", "^", "⏎"))


def gathered(root: Tag) -> list[Tag]:
    """Take the footnotes out of the tree, in order; links to them become ``REFERENCE``."""
    by_id = {str(one["id"]): one for one in root.find_all("li", id=True)}
    found: dict[int, Tag] = {}
    for link in root.find_all("a"):
        target = by_id.get(str(link.get("href") or "")[1:])
        if target is None or _is_inside(link, target) or not _links_back(target, link):
            continue
        found.setdefault(id(target), target)
        number = list(found).index(id(target)) + 1
        place = link.parent if link.parent is not None and link.parent.name == "sup" else link
        mark = Tag(name=REFERENCE)
        mark.string = str(number)
        place.replace_with(mark)
    return [_taken_out(note) for note in found.values()]


def _is_inside(element: Tag, other: Tag) -> bool:
    return any(parent is other for parent in element.parents)


def _links_back(note: Tag, link: Tag) -> bool:
    """Whether a note links to the place that links to it."""
    around = [link, *list(link.parents)[:2]]
    ids = {str(one.get("id")) for one in around if one.get("id")}
    return any(str(back.get("href") or "")[1:] in ids for back in note.find_all("a"))


def _is_empty(element: Tag) -> bool:
    return not any(str(text).strip() for text in element.strings)


def _taken_out(note: Tag) -> Tag:
    for back in note.find_all("a"):
        if str(back.get("href") or "").startswith("#") and back.get_text().strip() in _BACK:
            back.decompose()
    above = note.parent
    note.extract()
    while above is not None and _is_empty(above) and above.parent is not None:
        empty, above = above, above.parent
        if above.name in ("body", "html", "[document]"):
            empty.decompose()
            break
        empty.decompose()
    note.name = "div"
    return note
