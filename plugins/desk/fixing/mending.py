"""One file mended: its encoding, its keys and values, its typography; never what it says."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import SequenceMatcher

import msgspec

from plugins.desk import charsets
from plugins.desk.fixing import keys, typography
from plugins.desk.writing import splice
from plugins.newsroom import parsing, prose, source
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.kinds.common import Record
from plugins.problems import Problem, Problems


def mended(path: str, data: bytes, faulty: list[str] | None = None) -> bytes:
    """The file as it should be written.

    Raises Problems for one that cannot be read even in another encoding. A file with faults
    gets its encoding only, and its path is added to ``faulty``.
    """
    if len(data) > source.FILE_LIMIT * 2:
        raise Problems([Problem(path, 0, "", "plik jest za duży – podziel go")])
    data = decoded(data)
    try:
        before = _said(path, data)
    except Problems:
        if faulty is not None:
            faulty.append(path)
        return data
    for step in (_keyed, _valued, _set):
        better = step(path, data)
        data = better if better != data and _says(path, better, before) else data
    return data


def decoded(data: bytes) -> bytes:
    """UTF-8, with the line ends that were there; what is UTF-8 or no text stays as it is."""
    name = charsets.guessed(data)
    if name in ("utf-8", "utf-8-sig"):
        return data
    try:
        text = data.decode(name).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return data  # bytes that mean nothing in any encoding are not thrown away
    return data if "\x00" in text else text.encode("utf-8", "replace")


def _is_unit(path: str) -> bool:
    return path.endswith(f"/{parsing.UNIT}")


def _said(path: str, data: bytes) -> bytes:
    """Everything that a file says, packed, but for how its body is written."""
    if _is_unit(path):
        return msgspec.msgpack.encode(parsing.parse_unit(path, data))
    entry, texts = parsing.parse(path, data)
    record: Record = replace(entry.record)
    return msgspec.msgpack.encode((record, sorted(texts.items())))


def _says(path: str, data: bytes, before: bytes) -> bool:
    try:
        return _said(path, data) == before
    except Problems:
        return False


def _text(path: str, data: bytes) -> str:
    return source.decode(path, data)


def _keyed(path: str, data: bytes) -> bytes:
    text = _text(path, data)
    if _is_unit(path):
        return _lined(data, text, keys.spelled(path, text, 1))
    taken = source.split(path, text)
    start = _start(text, taken.head_line)
    new = keys.spelled(path, taken.head, taken.head_line)
    return _lined(data, text, text[:start] + new + text[start + len(taken.head) :])


def _start(text: str, line: int) -> int:
    """Where a line begins."""
    place = 0
    for _ in range(line - 1):
        place = text.index("\n", place) + 1
    return place


def _valued(path: str, data: bytes) -> bytes:
    changed = keys.changes(path, data)
    return splice.edited(path, data, changed) if changed else data


def _set(path: str, data: bytes) -> bytes:
    if _is_unit(path):
        return data
    text = _text(path, data)
    taken = source.split(path, text)
    prefix = KINDS[path.split("/", 2)[1]].prefix

    def page(body: str) -> object:
        made = prose.rendered(replace(taken, body=body), prefix, KINDS)
        return made.html, made.prose, [problem.message for problem in made.problems]

    body = typography.corrected(taken.body, page)
    return _lined(data, text, text[: len(text) - len(taken.body)] + body)


def _lined(data: bytes, old: str, new: str) -> bytes:
    """The new text on the old file's lines: those that stay keep their very bytes."""
    if new == old:
        return data
    raw = [line for line in re.split(rb"(?<=\n)|(?<=\r)(?!\n)", data) if line]
    bom = splice.BOM if data.startswith(splice.BOM) else b""
    end = b"\r\n" if b"\r\n" in data else b"\r" if b"\r" in data else b"\n"
    before, after = old.split("\n"), new.split("\n")
    made: list[bytes] = []
    for what, i, j, k, m in SequenceMatcher(None, before, after, False).get_opcodes():
        made += raw[i:j] if what == "equal" else [one.encode() + end for one in after[k:m]]
    whole = b"".join(made)
    whole = whole if whole.startswith(bom) else bom + whole
    return whole if data.endswith((b"\n", b"\r")) else whole.removesuffix(end)
