"""Markdown: Pelican's heads, our own, and those of other generators; and plain text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

import markdown
import yaml

from plugins.desk.importing import dating
from plugins.desk.importing.values import Facts, Text, refused
from plugins.newsroom import prose, source
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.spelling import fold
from plugins.problems import Problems

_PELICAN = re.compile(r"([^\W\d_][\w -]{0,40}):[ \t]*(.*)")
_SPELLINGS = {
    "title": ("title", "tytul", "nazwa"),
    "summary": ("summary", "streszczenie", "description", "excerpt"),
    "published": ("date", "datapublikacji", "pubdate"),
    "updated": ("modified", "dataaktualizacji", "lastmod", "updated"),
    "author": ("author", "authors", "osobapublikujaca"),
    "office": ("podmiotpublikujacy",),
    "approved": ("osobazatwierdzajaca",),
    "link": ("link", "url"),
    "words": ("category", "categories", "tags", "keywords", "tematy", "dzial"),
}
_SILENT = {"slug", "layout", "template", "status", "lang", "saveas", "draft", "stanpublikacji"}
"""Keys of other generators that say nothing to a reader."""

LIMIT = 400_000
"""Characters of one file: more than a record may have."""


def texts(name: str, text: str, folder: Path) -> list[Text]:
    """The one text of a file; raises Problems."""
    if len(text) > LIMIT:
        raise refused(name, f"tekst ma ponad {LIMIT // 1000} tys. znaków – podziel go")
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    head, body = _fenced(name, text) if text.lstrip("\n").startswith("---") else _bare(text)
    facts, unknown = _facts(head)
    marks = tuple(f"klucz „{key}: {value}” nie ma tu odpowiednika" for key, value in unknown)
    body = re.sub(r"^# +(?=\S)", "## ", body, flags=re.MULTILINE)
    if _is_ours(body):
        return [Text(name, facts, markdown=body.strip("\n"), folder=folder, marks=marks)]
    return [Text(name, facts, html=_html(name, body), folder=folder, marks=marks)]


def _fenced(name: str, text: str) -> tuple[dict[str, str], str]:
    """A head between lines of three dashes."""
    try:
        taken = source.split(name, text)
        root = yaml.compose(taken.head, Loader=yaml.CBaseLoader)
    except (Problems, yaml.YAMLError, RecursionError):
        raise refused(name, "nie rozumiem metryczki między „---” – popraw ją") from None
    if root is not None and not isinstance(root, yaml.MappingNode):
        raise refused(name, "metryczka nie ma kluczy – zapisz „klucz: wartość”")
    pairs = root.value if root is not None else []
    return {str(key.value): _flat(value) for key, value in pairs}, taken.body


def _flat(node: Any, depth: int = 0) -> str:
    """The texts of a value, lists with commas, as far as heads go."""
    if isinstance(node, yaml.ScalarNode):
        return " ".join(str(node.value).split())
    if depth > 8:
        return "…"
    if isinstance(node, yaml.SequenceNode):
        return ", ".join(_flat(one, depth + 1) for one in node.value)
    return "; ".join(f"{key.value}: {_flat(value, depth + 1)}" for key, value in node.value)


def _bare(text: str) -> tuple[dict[str, str], str]:
    """Pelican's head: lines ``Key: value`` up to the first that is none."""
    head: dict[str, str] = {}
    lines = text.split("\n")
    for number, line in enumerate(lines):
        found = _PELICAN.fullmatch(line)
        if found and (head or fold(found[1]) in _KNOWN):
            head[found[1]] = found[2].strip()
        elif head and re.match(r"[ \t]+\S", line):
            head[list(head)[-1]] += f" {line.strip()}"
        else:
            return head, "\n".join(lines[number:])
    return head, ""


_KNOWN = {word for words in _SPELLINGS.values() for word in words} | _SILENT


def _facts(head: Mapping[str, str]) -> tuple[Facts, list[tuple[str, str]]]:
    """What is understood, and the rest."""
    said: dict[str, list[str]] = {name: [] for name in _SPELLINGS}
    unknown = []
    for key, value in head.items():
        name = next((n for n, words in _SPELLINGS.items() if fold(key) in words), "")
        if name:
            said[name].append(value)
        elif value and fold(key) not in _SILENT:
            unknown.append((key, value))
    words = [word.strip() for value in said.pop("words") for word in value.split(",")]
    first = {name: " ".join(values) for name, values in said.items()}
    for name in ("published", "updated"):
        first[name] = dating.written(first[name])
    return replace(Facts(words=tuple(filter(None, words))), **first), unknown  # type: ignore[arg-type]


def _is_ours(body: str) -> bool:
    """Whether a body can stay as it is: it is right, and points at no file."""
    taken = source.Source("content/aktualnosci/x.md", "", 1, body, 1)
    made = prose.rendered(taken, "t-", KINDS)
    return not (made.problems or made.prose.pictures or made.links or "{" in body)


def _html(name: str, body: str) -> str:
    """As Markdown's readers would show it; raw HTML in it, too."""
    lines = body.split("\n")
    indent = max((len(line) - len(line.lstrip(" >")) for line in lines), default=0)
    dense = max((body.count(sign) for sign in "[<*_`"), default=0)
    if indent > 60 or dense > 5_000 or len(lines) > 5_000:  # Markdown is quadratic on these
        raise refused(name, "tekst jest zbyt zawiły – podziel go albo zapisz jako HTML")
    body = re.sub(r"\{(?:filename|static|attach)\}", "", body)
    return markdown.markdown(
        body, extensions=["tables", "footnotes", "sane_lists", "fenced_code", "def_list"]
    )


def plain(name: str, text: str) -> list[Text]:
    """A text file: its paragraphs stand between blank lines."""
    if len(text) > LIMIT:
        raise refused(name, f"tekst ma ponad {LIMIT // 1000} tys. znaków – podziel go")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    parts = [part.strip("\n") for part in re.split(r"\n[ \t]*\n", lines) if part.strip()]
    html = "".join(f"<p>{escape(part).replace(chr(10), '<br>')}</p>" for part in parts)
    return [Text(name, Facts(), html=html)]
