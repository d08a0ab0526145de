"""The tree of an ordinary body, made directly.

Nearly every body is paragraphs, headings and flat lists with emphasis and links. Their tree is
made here in a fraction of the time that Markdown's general way takes; a body with anything else
in it has no shortcut. Both ways end in the same bytes (tests/newsroom/test_shortcut.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

from markdown.extensions.toc import unique

_SIGNS = (
    *("`", "\\", "<", ">", "&", "{", "}", "|", "![", "!!!", "[^", "]:", "***", "  \n"),
    *("\x02", "\x03"),
)
"""Of code, escapes, HTML, entities, attributes, tables, pictures, boxes, footnotes, definitions,
nested emphasis, breaks and its own marks: what only Markdown itself understands."""
_OTHER = re.compile(
    r"\n(?:(?<=[^\S \n]\n)|(?<=  \n)\Z| *[^\S \n]| +(?:\n|[*+-] |\d+\. |#)|[-=*_+ ]+\n|#(?!#))"
)
"""Spaces that are no spaces, nested lists, rules, underlined and first headings, in a body
between two line ends: Python's engine finds at once what begins with one sign."""

_AFTER_HEADING = re.compile(r"^(#.*)\n", re.MULTILINE)
_BETWEEN = re.compile(r"\n\n+|\n(?=#)")
_HEADING = re.compile(r"(#{2,6})([^#\n]+)")
_LEADERS = {"ul": re.compile(r"[*+-] +(.*)"), "ol": re.compile(r"\d+\. +(.*)")}
_BLOCK = re.compile(r"[*+-] |\d+\. |#|\s|[-=*_+ ]*$", re.MULTILINE)
"""An item that begins so is a block of its own."""

_INLINE = re.compile(
    r"\[(?P<a>[^\[\]*_]+)\]\((?P<href>[^\s()<>\[\]\"'*]+)\)"
    r"|(?<!\*)(?:\*\*(?=\S)(?P<strong>[^*]+)(?<=\S)\*\*|\*(?=\S)(?P<em>[^*]+)(?<=\S)\*)(?!\*)"
)
_MARKS = re.compile(r"[*_\[\]]")


class _Other(Exception):
    """The body holds more than is understood here."""


def tree(body: str, slugify: Callable[[str, str], str]) -> Element | None:
    """The tree as Markdown leaves it to the mender, headings with ids; ``None``: no shortcut.

    ``slugify``: as TocExtension takes it.
    """
    if any(sign in body for sign in _SIGNS) or _OTHER.search(f"\n{body}\n"):
        return None
    try:
        return _document(body, slugify)
    except _Other:
        return None


def html(root: Element) -> str | None:
    """What Markdown's serializer makes of a mended tree's inside; ``None``: no shortcut.

    No text of such a tree has a sign that must be escaped (:data:`_SIGNS`).
    """
    pieces = [root.text or ""]
    try:
        for element in root:
            _write(element, pieces)
    except _Other:
        return None
    return "".join(pieces)


def _write(element: Element, pieces: list[str]) -> None:
    told = "".join(map(_attribute, sorted(element.items()))) if element.attrib else ""
    pieces.append(f"<{element.tag}{told}>{element.text or ''}")
    for child in element:
        _write(child, pieces)
    pieces.append(f"</{element.tag}>{element.tail or ''}")


_ESCAPED = re.compile(r"[&<>\"]")


def _attribute(item: tuple[str, str]) -> str:
    if _ESCAPED.search(item[1]):
        raise _Other
    return f' {item[0]}="{item[1]}"'


def _document(body: str, slugify: Callable[[str, str], str]) -> Element:
    root = Element("div")
    ids: set[str] = set()
    for block in _BETWEEN.split(_AFTER_HEADING.sub(r"\1\n\n", body).strip("\n")):
        if block.startswith("#"):
            _heading(root, block, lambda text: unique(slugify(text, "-"), ids))
        elif block.startswith("    "):
            raise _Other  # code, or a part of the item above
        else:
            _block(root, block.lstrip(" "))
    root.text = "\n"
    for element in root:
        element.tail = "\n"
    return root


def _heading(root: Element, line: str, identify: Callable[[str], str]) -> None:
    found = _HEADING.fullmatch(line)
    text = found[2].strip() if found else ""
    if not found or not text or _MARKS.search(text):
        raise _Other
    SubElement(root, f"h{len(found[1])}", id=identify(text)).text = text


def _block(root: Element, block: str) -> None:
    for tag, leader in _LEADERS.items():
        if leader.match(block):
            return _list(root, tag, leader, block.split("\n"))
    return _filled(SubElement(root, "p"), block)


def _list(root: Element, tag: str, leader: re.Pattern[str], lines: list[str]) -> None:
    """A list after a list is one; on both sides of the blank line items are paragraphs."""
    loose = len(root) > 0 and root[-1].tag == tag
    parent = root[-1] if loose else SubElement(root, tag)
    first = lines[0].partition(".")[0]
    if loose:
        _paragraphed(parent[-1])
    elif tag == "ol" and first != "1":
        parent.set("start", first)
    parent.text = "\n"
    for number, item in enumerate(_items(leader, lines)):
        element = SubElement(parent, "li")
        _filled(element, item)
        if loose and not number:
            _paragraphed(element)
        element.tail = "\n"


def _items(leader: re.Pattern[str], lines: list[str]) -> list[str]:
    """Lines without a leader belong to the item above."""
    items: list[str] = []
    for line in lines:
        found = leader.fullmatch(line)
        if found:
            items.append(found[1])
        else:
            items[-1] += f"\n{line}"
    if any(map(_BLOCK.match, items)):
        raise _Other
    return items


def _paragraphed(item: Element) -> None:
    """What an item holds, as its paragraph."""
    if len(item) and item[0].tag == "p":
        return
    paragraph = Element("p")
    paragraph.text, paragraph[:], paragraph.tail = item.text, list(item), "\n"
    item.text, item[:] = "\n", [paragraph]


def _filled(parent: Element, text: str) -> None:
    """Put a text with emphasis and links into an element."""
    if not _MARKS.search(text):
        parent.text = text
        return
    reached, last = 0, None
    for found in _INLINE.finditer(text):
        _told(parent, last, text[reached : found.start()])
        last = SubElement(parent, *_element(found))
        _filled(last, found["a"] or found["strong"] or found["em"])
        reached = found.end()
    _told(parent, last, text[reached:])


def _element(found: re.Match[str]) -> tuple[str, dict[str, str]]:
    if found["a"]:
        return "a", {"href": found["href"]}
    return ("strong" if found["strong"] else "em"), {}


def _told(parent: Element, last: Element | None, text: str) -> None:
    """A text without marks, after the last child or before the first."""
    if _MARKS.search(text):
        raise _Other
    if last is None:
        parent.text = text
    else:
        last.tail = text
