"""Files of plain text: captions, transcripts, tables, calendars."""

from __future__ import annotations

import re
from pathlib import Path

from plugins.newsroom.carriers.trace import Carried, Unreadable

LIMIT = 10_000_000
"""Bytes that are read of a text; to search as many takes some ten seconds."""

_RTF = re.compile(r"\\'([0-9a-fA-F]{2})|\\u(-?[0-9]{1,5})\??|\\[a-z]+-?[0-9]* ?|[{}]")


def searched(path: Path) -> Carried:
    """Findings by line."""
    text = decoded(bounded(path))
    return Carried.of(_bare(text) if path.suffix.lower() == ".rtf" else text)


def bounded(path: Path) -> bytes:
    """A file's bytes, if they are not too many."""
    with path.open("rb") as file:
        data = file.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise Unreadable(f"ma ponad {LIMIT // 1_000_000} MB tekstu – podziel go")
    return data


def decoded(data: bytes) -> str:
    """UTF-8 or UTF-16 by its mark; any other is read as Windows' (digits are the same in all)."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1250", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bare(rtf: str) -> str:
    """Rich text without its commands; a paragraph stays a line."""
    return _RTF.sub(_sign, re.sub(r"\\(?:par|line|cell|row)\b ?", "\n", rtf.replace("\n", "")))


def _sign(command: re.Match[str]) -> str:
    if command[1]:
        return bytes([int(command[1], 16)]).decode("cp1250", errors="replace")
    return chr(int(command[2]) % 0x10000) if command[2] else ""
