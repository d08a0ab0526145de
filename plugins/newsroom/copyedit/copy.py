"""The text of one record's file, as a copy editor reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from typing import Any, NamedTuple

from plugins.newsroom import grammar
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.source import Source
from plugins.problems import Problem

_QUOTATION = re.compile(r"[„\"”“][^„”“\"]{1,2000}[”\"“]|«[^«»]{1,2000}»")
_MARK = re.compile('[„"”“«]')
_CODE = re.compile(r"`[^`]*`")
_TARGET = re.compile(r"\]\([^()\s]*(?:\s[^()]*)?\)|<[^<>\s]*>")
_SENTENCE = re.compile(r"(?<=[.!?…])[ \n]+(?=[A-ZĄĆĘŁŃÓŚŹŻ„])")


_QUOTED = re.compile(r"[„\"”“,](?:(?<!,)|(?<=,),)([^\W\d_][^„”“\"\n]{2,118}?)(?:[”\"“]|'')(?!\w)")


class Quoted(NamedTuple):
    """A phrase between quotation marks, as it is written, and its line."""

    line: int
    phrase: str


@dataclass(frozen=True)
class Copy:
    """A record, which may lack keys that could not be read, and its body's source.

    ``line_of``: the line of a key, such as ``galeria[2].alt``.
    """

    folder: str
    source: Source
    record: Record
    line_of: Callable[[str], int]

    def problem(self, rule: str, message: str, line: int = 0, key: str = "") -> Problem:
        """A mark at a line of the body, or at a key of the head."""
        return Problem(self.source.path, line or self.line_of(key), key, message, rule)

    @cached_property
    def _small(self) -> str:
        return self.source.body.lower()

    def hints(self, signs: Iterable[str]) -> list[str]:
        """Those of some signs, in small letters, that stand in the body anyhow: a quick look."""
        return [sign for sign in signs if sign in self._small]

    @cached_property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """Lines of the body without code and indented blocks, numbered as in the file."""
        numbered = enumerate(self.source.body.split("\n"), self.source.body_line)
        kept = ((number, line) for number, line in numbered if not line.startswith("    "))
        return tuple((n, _CODE.sub("", line) if "`" in line else line) for n, line in kept)

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, str], ...]:
        """Runs of lines in the record's own words: no quotations, no addresses of links."""
        found: list[tuple[int, list[str]]] = []
        above = ""
        for number, line in self.lines:
            if line.strip():
                if not above.strip():
                    found.append((number, []))
                found[-1][1].append(_TARGET.sub("]", line) if "](" in line or "<" in line else line)
            above = line
        is_quoting = bool(_MARK.search(self.source.body))
        texts = ((number, "\n".join(lines)) for number, lines in found)
        return tuple((number, _blanked(text) if is_quoting else text) for number, text in texts)

    def _holding(self, sign: re.Pattern[str], hints: list[str]) -> Iterator[tuple[int, str]]:
        for number, paragraph in self.paragraphs if hints else ():
            small = paragraph.lower()
            if any(hint in small for hint in hints) and sign.search(paragraph):
                yield number, paragraph

    def sentences(
        self, sign: re.Pattern[str], hints: Iterable[str]
    ) -> Iterator[tuple[int, str, str]]:
        """Each sentence of the paragraphs that hold a sign, with its line and its paragraph.

        ``hints``: small letters, some of which stand wherever the sign does.
        """
        for number, paragraph in self._holding(sign, self.hints(hints)):
            line, end = number, 0
            for sentence in _SENTENCE.split(paragraph):
                start = paragraph.index(sentence, end)
                line += paragraph.count("\n", end, start)
                yield line, sentence, paragraph
                line, end = line + sentence.count("\n"), start + len(sentence)

    @property
    def quoted(self) -> tuple[Quoted, ...]:
        """What may be a name: phrases of some words between quotation marks, head and body."""
        both = (self.source.head_line, self.source.head), (self.source.body_line, self.source.body)
        return tuple(
            Quoted(first + text.count("\n", 0, found.start()), " ".join(found[1].split()))
            for first, text in both
            for found in _QUOTED.finditer(text)
            if " " in found[1]
        )

    def texts(self) -> Iterator[tuple[str, str]]:
        """Every text of the head that could be read, with its key."""
        return _texts(self.record, "")


def _blanked(text: str) -> str:
    """Without quotations, on the same lines."""
    if not _MARK.search(text):
        return text
    return _QUOTATION.sub(lambda found: "\n" * found[0].count("\n"), text)


def _texts(value: Any, prefix: str) -> Iterator[tuple[str, str]]:
    kind: type = type(value)
    for slot in grammar.keys(kind):
        yield from _of(getattr(value, slot.name, None), f"{prefix}{slot.key.name}")


def _of(value: Any, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, tuple):
        for number, one in enumerate(value, 1):
            yield from _of(one, f"{key}[{number}]")
    elif is_dataclass(value) and any("Key" in str(field.type) for field in fields(value)):
        yield from _texts(value, f"{key}.")
