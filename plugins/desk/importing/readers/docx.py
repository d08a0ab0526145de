"""A document of Word."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html import escape
from typing import Any

import mammoth
from lxml import etree

from plugins.desk.importing import opening
from plugins.desk.importing.values import Facts, Text, refused

STYLES = """
p[style-name='Title'] => h1.tytul:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Tytuł'] => h1.tytul:fresh
p[style-name='Podtytuł'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Author'] => p.author:fresh
p[style-name='Date'] => p.date:fresh
comment-reference =>
"""
"""What our own styles of the text mean, besides those that mammoth knows."""

_IGNORED = re.compile(r"(?:unrecognised element was ignored|not supported|Did not understand)")
_HARMLESS = re.compile(r"Unrecognised (?:paragraph|run|table) style|w:(?:sdt|bookmark|proofErr)")


def texts(source: str, data: bytes) -> list[Text]:
    """The one text of a document; raises Problems."""
    archive = opening.unpacked(source, data)
    if "word/document.xml" not in archive.namelist():
        raise refused(source, "to nie jest dokument DOCX – otwórz plik i zapisz jako DOCX")
    pictures: dict[str, bytes] = {}
    try:
        made = mammoth.convert_to_html(
            io.BytesIO(data), style_map=STYLES, convert_image=_keeping(pictures)
        )
        title, margins = _title(archive), _margins(archive)
    except Exception:  # mammoth documents no errors: what it raises on a broken file is its own
        raise refused(source, opening.BROKEN_DOCX) from None
    marks = sorted({_mark(one.message) for one in made.messages} - {""})
    if _has_comments(archive):
        margins = [*margins, "komentarze recenzentów z Worda"]
    return [
        Text(
            source,
            Facts(),
            html=f"<title>{escape(title)}</title>{made.value}",
            pictures=pictures,
            marks=tuple(marks),
            left_out=tuple(margins),
        )
    ]


def _keeping(pictures: dict[str, bytes]) -> Any:
    """Pictures stay out of the HTML; one that only is linked to has no bytes."""

    def kept(image: Any) -> dict[str, str]:
        name = f"obraz-docx:{len(pictures) + 1}"
        try:
            with image.open() as file:
                pictures[name] = file.read(opening.PART_LIMIT)
        except (OSError, KeyError, ValueError, mammoth.images.InvalidFileReferenceError):
            pictures[name] = b""
        return {"src": name}

    return mammoth.images.img_element(kept)


def _mark(message: str) -> str:
    """What mammoth says that it did not take over."""
    if not _IGNORED.search(message) or _HARMLESS.search(message):
        return ""
    named = re.search(r"[a-z]+:[A-Za-z]+", message)
    return f"element Worda „{named[0] if named else message[:60]}” nie dał się przenieść"


_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def _title(archive: zipfile.ZipFile) -> str:
    """From the document's properties; the author there is whoever owns the computer."""
    root = _xml(archive, "docProps/core.xml")
    title = root.findtext(_TITLE) if root is not None else ""
    return " ".join((title or "").split())


def _xml(archive: zipfile.ZipFile, name: str) -> Any:
    if name not in archive.namelist():
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(archive.read(name), parser)


_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _has_comments(archive: zipfile.ZipFile) -> bool:
    name = "word/comments.xml"
    return name in archive.namelist() and b"<w:comment " in archive.read(name)


def _margins(archive: zipfile.ZipFile) -> list[str]:
    """Texts of the pages' headers and footers, which repeat on every page."""
    names = [n for n in archive.namelist() if re.fullmatch(r"word/(?:header|footer)\d*\.xml", n)]
    return list(dict.fromkeys(t for name in sorted(names) for t in _paragraphs(archive, name)))


def _paragraphs(archive: zipfile.ZipFile, name: str) -> Iterator[str]:
    for paragraph in _xml(archive, name).iter(f"{_WORD}p"):
        text = "".join(part.text or "" for part in paragraph.iter(f"{_WORD}t")).strip()
        if text:
            yield text
