"""A file's bytes become a head and a body; everything that cannot be read is named here."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.problems import Problem, Problems

FILE_LIMIT = 512 * 1024
"""Bytes a record may have: a thousand pages of prose; more is a mistake (a pasted picture)."""

HEAD_LIMIT = 16 * 1024
"""Characters of a head: libyaml's parser overflows the stack above 20,000 open brackets."""


@dataclass(frozen=True, slots=True)
class Source:
    """A record's file taken apart. Lines count from 1."""

    path: str
    head: str
    head_line: int
    body: str
    body_line: int


def read(path: str, data: bytes) -> Source:
    """Decode and split one record's file; raise :class:`Problems` naming the line."""
    return split(path, decode(path, data))


def decode(path: str, data: bytes) -> str:
    """UTF-8 text with ``\\n`` line ends; a BOM and CRLF are accepted."""
    if len(data) > FILE_LIMIT:
        raise _problem(path, 0, f"plik ma ponad {FILE_LIMIT // 1024} kB – skróć go albo podziel")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:4]:
        raise _problem(path, 1, f"plik jest zapisany w UTF-16 – {_AS_UTF8}")
    if data.startswith(_DOCUMENTS):
        message = "to dokument (Word, PDF, ZIP), a nie tekst – wczytaj go: ./debaty import PLIK"
        raise _problem(path, 0, message)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(path, data, error) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_control(path, text)
    return text


_DOCUMENTS = (b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"{\\rtf")
"""How files of Word and their like begin (docx and odt are ZIPs, doc is OLE)."""
_AS_UTF8 = "zapisz go jako UTF-8 albo uruchom ./debaty fix"
_POLISH_CP1250 = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ".encode("cp1250"))


def _not_utf8(path: str, data: bytes, error: UnicodeDecodeError) -> Problems:
    line = data.count(b"\n", 0, error.start) + 1
    high = [byte for byte in data if byte >= 0x80]
    guess = sum(byte in _POLISH_CP1250 for byte in high) * 2 > len(high)
    named = "w cp1250 (Windows)" if guess else "w innym kodowaniu niż UTF-8"
    return _problem(path, line, f"plik jest zapisany {named} – {_AS_UTF8}")


CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
"""What no text may hold: C0 and C1 but tab and newline, separators, marks of direction."""


def _refuse_control(path: str, text: str) -> None:
    """Invisible characters reorder or cut text in feeds and calendars (RFC 5545, 3.1)."""
    found = CONTROL.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        code = f"U+{ord(found[0]):04X}"
        raise _problem(path, line, f"niewidoczny znak sterujący {code} – usuń go z tekstu")


_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


_NEARLY = re.compile(r"^(?:[-–—_=*]{2,}|[–—])[ \t]*$", re.MULTILINE)


def _dashes(line: str) -> str:
    return f"„{line.strip()[:10]}” to nie granica metryczki – napisz trzy łączniki: „---”"


def _unclosed(text: str, start: int) -> tuple[int, str]:
    """Where a head that has no end probably ends: at other dashes, or before the first gap."""
    nearly = _NEARLY.search(text, start)
    if nearly:
        return text.count("\n", 0, nearly.start()) + 1, _dashes(nearly[0])
    gap = re.search(r"\n[ \t]*\n", text[start:])
    first = text.count("\n", 0, start)
    line = first + text.count("\n", start, start + gap.start()) + 2 if gap else first
    return line, "metryczka się nie kończy – zamknij ją wierszem „---”"


def split(path: str, text: str) -> Source:
    """Cut the head between two lines ``---``; the body is what follows."""
    opening = _FENCE.match(text.lstrip("\n"))
    blank = len(text) - len(text.lstrip("\n"))
    if not opening:
        nearly = _NEARLY.match(text.lstrip("\n"))
        message = "brak metryczki – zacznij plik wierszem „---”"
        raise _problem(path, blank + 1, _dashes(nearly[0]) if nearly else message)
    start = blank + opening.end() + 1
    closing = _FENCE.search(text, start)
    if not closing:
        raise _problem(path, *_unclosed(text, start))
    head = text[start : closing.start()]
    if len(head) > HEAD_LIMIT:
        raise _problem(path, blank + 1, "metryczka ma ponad 16 000 znaków – przenieś tekst niżej")
    body_line = text.count("\n", 0, closing.end()) + 2
    return Source(path, head, blank + 2, text[closing.end() + 1 :], body_line)


def _problem(path: str, line: int, message: str) -> Problems:
    return Problems([Problem(path, line, "", message)])
