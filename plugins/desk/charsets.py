"""In which of the encodings of Polish computers a text is written."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ONLY_CP1250 = frozenset("ąśźĄŚŹ".encode("cp1250"))
_ONLY_LATIN2 = frozenset("ąśźĄŚŹ".encode("iso-8859-2"))
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{3,20})")
_LOOKED_AT = 2048  # bytes; the standard for HTML looks for „charset” in the first 1024


def guessed(data: bytes) -> str:
    """Python's name of an encoding in which all of ``data`` can be read.

    A byte order mark tells, then whether it is UTF-8, then what the text says of itself, and
    of the two old encodings the one in which more of „ą ś ź” are letters. Bytes that UTF-8
    allows are UTF-8 whatever is declared: no Polish text is so by chance.

    >>> guessed("gęś".encode("cp1250")), guessed("gęś".encode("iso-8859-2")), guessed(b"x")
    ('cp1250', 'iso-8859-2', 'utf-8')
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name
    if b"\x00" in data[:4]:
        return "utf-16-le" if data[1:2] == b"\x00" else "utf-16-be"
    if _reads(data, "utf-8"):
        return "utf-8"
    declared = _declared(data)
    if declared and declared not in _POLISH and _reads(data, declared):
        return declared
    return _polish(data, declared)


_POLISH = ("cp1250", "iso8859-2", "utf-8")


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data[:_LOOKED_AT])
    try:
        codec = codecs.lookup(found[1].decode("ascii")) if found else None
    except LookupError:
        return ""
    is_text = codec is not None and codec._is_text_encoding  # base64 and zip are codecs, too
    return codec.name if codec and is_text else ""


def _polish(data: bytes, declared: str) -> str:
    """Windows' own encoding unless more bytes are Polish letters in the ISO one."""
    high = [byte for byte in data if byte >= 0x80]
    if any(byte < 0xA0 and byte not in _ONLY_CP1250 for byte in high):
        return "cp1250"  # a quote or a dash: in the ISO encoding no character stands there
    windows = sum(byte in _ONLY_CP1250 for byte in high)
    iso = sum(byte in _ONLY_LATIN2 for byte in high)
    if windows == iso:
        return "iso-8859-2" if declared == "iso8859-2" else "cp1250"
    return "iso-8859-2" if iso > windows else "cp1250"


def _reads(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def decoded(data: bytes) -> str:
    """All of the text; a byte that means nothing in its encoding becomes U+FFFD."""
    return data.decode(guessed(data), errors="replace")
