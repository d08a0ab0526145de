"""DOCX, XLSX, PPTX and their open cousins: XML in a zip (ISO/IEC 29500, 26300).

All text counts, also what Word does not show: comments, deleted and hidden words, headers,
properties. Tags within a paragraph do not part its text, as a number may be formatted in pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from plugins.newsroom.carriers.trace import Carried, Mark, Trace, Unreadable
from plugins.newsroom.carriers.zipped import Zipped, opened

_PARTS = re.compile(
    r"(?:word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)"
    r"|xl/(?:workbook|sharedStrings|worksheets/sheet\d+|comments\d*|threadedComments/\w+)"
    r"|ppt/(?:slides/slide\d+|notesSlides/notesSlide\d+|comments/\w+)"
    r"|docProps/(?:core|app|custom)|content|styles|meta|(?:OEBPS|EPUB|OPS)/.*)\.x(?:ht)?ml$"
)
_PARAGRAPHS = frozenset(
    ("p", "h", "si", "c", "v", "row", "table-cell", "li", "td", "property", "title")
)
_GAPS = {"tab": " ", "s": " ", "br": "\n", "line-break": "\n", "cr": "\n", "noBreakHyphen": "-"}
_META = ("docProps/core.xml", "meta.xml")
_AUTHORS = frozenset({"creator", "lastModifiedBy", "initial-creator", "printed-by", "manager"})
_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo", "tracked-changes"})
_COMMENTS = frozenset({"comment", "annotation", "threadedComment", "cm"})
_HIDDEN = frozenset({"vanish", "hidden-text", "hidden-paragraph"})


def searched(path: Path) -> Carried:
    """Findings in the whole text; traces of authors, changes, comments, hidden text."""
    seen: set[str] = set()
    authors: set[str] = set()
    texts: list[str] = []
    with opened(path) as archive:
        for name in filter(_PARTS.match, archive.names()):
            gap = "\n\n" if name in _META or name.startswith("docProps/") else ""
            for tag, text in _elements(archive, name):
                seen.add(tag)
                texts.append(f"{text}{gap}")
                if name in _META and tag in _AUTHORS and text.strip():
                    authors.add(text.strip())
    if not texts:
        raise Unreadable("nie ma w nim tekstu – zapisz go ponownie")
    return Carried.of("".join(texts), [_author(authors), _history(seen)], lines=False)


def _elements(archive: Zipped, name: str) -> Iterator[tuple[str, str]]:
    """Local name and text of every element, in the order in which they end."""
    parser: Any = ElementTree.XMLPullParser(["start", "end"])
    try:
        parser.feed(archive.read(name))
        parser.close()
        yield from _flowing(parser.read_events())
    except ElementTree.ParseError:
        raise Unreadable("jest uszkodzony – zapisz go ponownie") from None


def _flowing(events: Iterable[tuple[str, ElementTree.Element]]) -> Iterator[tuple[str, str]]:
    """Text in reading order: before its children at a start, what follows it at its end."""
    for event, element in events:
        tag = element.tag.rpartition("}")[2]
        if event == "start":
            hidden = element.get("state") in ("hidden", "veryHidden") or element.get("show") == "0"
            yield ("vanish" if hidden else tag), _GAPS.get(tag, "") + _value(tag, element.text)
        else:
            yield "", ("\n\n" if tag in _PARAGRAPHS else "") + (element.tail or "")


def _value(tag: str, text: str | None) -> str:
    """Excel keeps a long number as ``9.9721200017E10``."""
    if tag == "v" and text and re.fullmatch(r"[0-9]\.[0-9]+E\+?[0-9]{1,2}", text):
        return str(int(float(text)))
    return text or ""


def _author(names: set[str]) -> Mark | None:
    if not names:
        return None
    told = "ma we właściwościach autora – usuń go (Plik → Informacje → inspekcja dokumentu)"
    return Trace.AUTHOR.because(told)


def _history(seen: set[str]) -> Mark | None:
    """What Word shows only to those who ask."""
    sorts = ((_CHANGES, "śledzone zmiany"), (_COMMENTS, "komentarze"), (_HIDDEN, "ukryty tekst"))
    found = [word for tags, word in sorts if seen & tags]
    if not found:
        return None
    listed = " i ".join(", ".join(found).rsplit(", ", 1))
    return Trace.HISTORY.because(f"ma {listed} – przyjmij zmiany i usuń resztę przed publikacją")
