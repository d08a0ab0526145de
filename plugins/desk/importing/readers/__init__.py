"""One reader for each format: bytes of a file become texts. A new format is one line here."""

from __future__ import annotations

from pathlib import Path

from plugins.desk import charsets
from plugins.desk.importing.readers import docx, feeds, markdown, page, wordpress
from plugins.desk.importing.values import Text, refused, shown

_SAVE_AS = {
    ".doc": "to stary format Worda – otwórz plik i zapisz jako DOCX",
    ".odt": "tego formatu nie czytam – otwórz plik i zapisz jako DOCX",
    ".rtf": "tego formatu nie czytam – otwórz plik i zapisz jako DOCX",
    ".pdf": "z PDF nie da się odzyskać akapitów – wczytaj DOCX albo stronę HTML",
    ".rst": "reStructuredText zamień najpierw na HTML: pandoc plik.rst -s -o plik.html",
}


def texts(path: Path, data: bytes) -> list[Text]:
    """Every text in a file; raises Problems naming the file."""
    name, suffix = shown(path.name), path.suffix.lower()
    if suffix in _SAVE_AS:
        raise refused(name, _SAVE_AS[suffix])
    if data.startswith(b"PK\x03\x04"):
        return docx.texts(name, data)
    if suffix == ".docx":
        raise refused(name, "to nie jest dokument DOCX – otwórz plik i zapisz jako DOCX")
    if data.startswith((b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        raise refused(name, "tego formatu nie czytam – zapisz plik jako DOCX albo HTML")
    text = charsets.decoded(data)
    if wordpress.is_export(text):
        return wordpress.texts(name, text)
    if feeds.is_feed(text):
        return feeds.texts(name, text)
    if suffix in (".md", ".markdown"):
        return markdown.texts(name, text, path.parent)
    if suffix == ".txt":
        return markdown.plain(name, text)
    if suffix in (".html", ".htm", ".xhtml") or page.is_page(text):
        return page.texts(name, text, path.parent)
    raise refused(name, "nie znam tego formatu – wczytaj DOCX, HTML, RSS, Atom albo Markdown")
