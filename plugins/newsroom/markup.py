"""What a body may not hold, found in its source before Markdown sees it.

Markdown is quadratic on runs of brackets, headings and quotes, and recursive on nesting; raw
HTML would bypass typography, checks and the page's structure. So lengths and marks are counted
first, and only then are lines looked at one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from plugins.newsroom.source import CONTROL, Source
from plugins.privacy.masks import hidden
from plugins.problems import Problem

BODY_LIMIT = 100_000
"""Characters of a body: thirty printed pages."""

LINE_LIMIT = 3_000
"""Lines of a body; Markdown is slow on each line of a list."""

MARKS = "[]()*_`{}!\\&<>|"
MARK_LIMIT = 250
"""How often one mark may stand in a paragraph: 12,000 times ``![a](`` take minutes."""

ROW_LIMIT = 1_500
"""The same for ``|``: a table is one paragraph, and has many columns."""

BLOCK_LIMIT = 30
"""Headings, rules and boxes in one run of lines without a blank one between them."""

BOX_LIMIT = 100
"""Boxes (``!!!``) in a body."""

DEPTH = 40
"""Leading spaces or quote marks of a line: Markdown recurses on each level of a list."""

_TAG = re.compile(r"<(?:/?[A-Za-z][^\s<>:@]*(?:\s[^<>]*)?/?>?|!--|!\[|\?)")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^\s<>]*>|<[\w.+-]+@[\w.-]+>")
_CODE = re.compile(r"(?<!`)(`+)(?!`)[^`]*(?<!`)\1(?!`)")
_DEEP = re.compile(rf"^(?:[ ]{{{DEPTH},}}\S|[ ]*(?:>[ ]?){{9,}}|(?:[ ]*[-*+][ ]+){{9,}})")
_HANDLER = re.compile(r"\{[^{}]*?\b(on[a-z]+|style)\s*=", re.IGNORECASE)
_RUNS = re.compile(r"(?:\*{20,}|_{40,}|!{20,}|`{20,})(?=\S)")
_BLOCK = re.compile(r"\n {0,3}(?:#|!!!|(?:=+[^\S\n]*|-[- ]*|\*[* ]*|_[_ ]*)(?=\n))")
_TOP = re.compile(r"^ {0,3}(?:(?:>|[-*+] |[0-9]+[.)] ) *)*#(?!#)\s*\S")
_ENTITY = re.compile(r"&(?:#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}))|[A-Za-z]{2,20});?")


_SIGNS = ("<", ">", "{", "&", "\n=", "\n =", "*" * 20, "_" * 40, "!" * 20, "`" * 20, " " * DEPTH)
_LONE = re.compile(r"#(?<!##)(?!#)")
_SUSPECT = re.compile(r"\n(?:=| *[-*+] +[-*+] )")


def _is_suspect(body: str) -> bool:
    """A quick look whether any line can be at fault; most bodies have none such."""
    return (
        any(sign in body for sign in _SIGNS)
        or bool(_LONE.search(body))
        or bool(_SUSPECT.search(f"\n{body}"))
    )


def faults(source: Source) -> Iterator[Problem]:
    """Problems of a body, each with its line."""
    number, message = _excess(source.body)
    if message:
        yield Problem(source.path, source.body_line + number, "", message)
        return
    if not _is_suspect(source.body):
        return
    above = ""
    for number, line in _prose_lines(source):
        message = _fault(line, above)
        if message:
            yield Problem(source.path, number, "", message)
        above = line


def _excess(body: str) -> tuple[int, str]:
    """What is too long or too dense to be given to Markdown, and on which line."""
    if len(body) > BODY_LIMIT:
        return 0, f"tekst ma ponad {BODY_LIMIT // 1000} tys. znaków – podziel go na kilka wpisów"
    if body.count("\n") > LINE_LIMIT:
        return 0, f"tekst ma ponad {LINE_LIMIT} wierszy – podziel go na kilka wpisów"
    if body.count("!!!") > BOX_LIMIT:
        return 0, f"ponad {BOX_LIMIT} ramek „!!!” – zostaw najważniejsze"
    for run in re.split(r"\n[ \t]*\n", body) if _dense(body) else ():
        message = _dense(run)
        if message:
            return body.count("\n", 0, body.find(run)), message
    return 0, ""


def _dense(run: str) -> str:
    """Why a run of lines is refused, in Polish; empty if it is not."""
    for mark in MARKS:
        limit = ROW_LIMIT if mark == "|" else MARK_LIMIT
        if run.count(mark) > limit:
            return f"ponad {limit} znaków „{mark}” w jednym akapicie – podziel go albo je usuń"
    if len(_BLOCK.findall(f"\n{run}\n")) > BLOCK_LIMIT:
        return f"ponad {BLOCK_LIMIT} nagłówków lub linii bez przerwy – oddziel je pustymi wierszami"
    return ""


def _prose_lines(source: Source) -> Iterator[tuple[int, str]]:
    """Lines without code spans and automatic links, numbered as in the file."""
    for number, line in enumerate(source.body.split("\n"), source.body_line):
        yield number, _AUTOLINK.sub("", _CODE.sub("", line))


def _fault(line: str, above: str) -> str:
    """The first thing wrong in a line, in Polish; empty if all is well."""
    tag = _TAG.search(line)
    if tag:
        return f"znacznik HTML „{hidden(tag[0])[:30]}” – usuń go i użyj składni Markdown"
    if _TOP.match(line) or (above.strip() and re.match(r" {0,3}=+\s*$", line)):
        return "nagłówek „#” należy do tytułu strony – zacznij od „##”"
    attribute = _HANDLER.search(line)
    if attribute:
        return f"atrybut „{attribute[1]}” uruchamia skrypt – usuń go"
    if _DEEP.match(line):
        return "zbyt głębokie wcięcie – uprość listę"
    if _RUNS.search(line):
        return "długi ciąg znaków formatowania – usuń go"
    if any(map(_is_control, _ENTITY.finditer(line))):
        return "kod niewidocznego znaku („&#…;”) – usuń go"
    return ""


def _is_control(entity: re.Match[str]) -> bool:
    """Whether a character reference hides what no text may hold (``&#x202e;``, ``&rlm;``)."""
    code = int(entity[1], 16) if entity[1] else int(entity[2] or 0)
    if entity[1] or entity[2]:
        return code == 0 or code > 0x10FFFF or bool(CONTROL.match(chr(code)))
    return bool(CONTROL.search(unescape(entity[0])))
