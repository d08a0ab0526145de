"""What can be seen on a built site: words, elements, and that something is not there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import TypeVar

from selectolax.lexbor import LexborHTMLParser

S = TypeVar("S", bound="Sight")


@dataclass(frozen=True)
class Sight:
    """Something to look for; its texts may hold names in braces until it is placed."""

    def placed(self: S, names: Mapping[str, str]) -> S:
        texts = {one.name: getattr(self, one.name).format_map(names) for one in fields(self)}
        return replace(self, **texts)

    def missing(self, site: Site) -> str:
        """What is wrong, in a line; empty: nothing."""
        raise NotImplementedError


@dataclass(frozen=True)
class On(Sight):
    """Words in one of the elements that a selector picks; no words: the element is enough."""

    page: str
    words: str = ""
    where: str = "main"

    def missing(self, site: Site) -> str:
        found = [_plain(node.text()) for node in site.page(self.page).css(self.where)]
        if any(self.words in text for text in found):
            return ""
        said = " | ".join(found)[:600] or "no such element"
        return f"/{self.page}/ does not show {self.words!r} in {self.where!r}: {said}"


def element(page: str, where: str) -> On:
    return On(page, "", where)


@dataclass(frozen=True)
class Lacks(On):
    """The elements are there, and the words in none of them."""

    def missing(self, site: Site) -> str:
        there = On(self.page, "", self.where).missing(site)
        told = On.missing(self, site)
        return there or ("" if told else f"/{self.page}/ shows {self.words!r} in {self.where!r}")


@dataclass(frozen=True)
class In(Sight):
    """Words in a file that is no page."""

    file: str
    words: str

    def missing(self, site: Site) -> str:
        return "" if self.words in site.text(self.file) else f"{self.file} lacks {self.words!r}"


@dataclass(frozen=True)
class Only(Sight):
    """Words that stand in one page and in no other file; no page: in no file at all."""

    words: str
    page: str = ""

    def missing(self, site: Site) -> str:
        found = [path for path, text in site.texts.items() if self.words in text]
        wanted = [_file(self.page)] if self.page else []
        return "" if found == wanted else f"{self.words!r} stands in {found}, not in {wanted}"


@dataclass(frozen=True)
class Unshown(Sight):
    """A key that is shown nowhere on purpose, and why; ``words`` of its value: in no file."""

    reason: str
    words: str = ""

    def missing(self, site: Site) -> str:
        return Only(self.words).missing(site) if self.words else ""


Row = Sight | tuple[Sight, ...]
Rows = dict[str, Row]


def sights(row: Row) -> tuple[Sight, ...]:
    return row if isinstance(row, tuple) else (row,)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _file(page: str) -> str:
    """``debaty/pelna`` → its file; a page at an old address is named whole."""
    return page if page.endswith(".html") else f"{page}/index.html".lstrip("/")


class Site:
    """A built site, each page of which is read once."""

    def __init__(self, output: Mapping[str, bytes]) -> None:
        self._output = output
        self._pages: dict[str, LexborHTMLParser] = {}

    @cached_property
    def texts(self) -> dict[str, str]:
        """Every file as text, with plain spaces and unfolded lines."""
        read = ((path, data.decode("utf-8", "replace")) for path, data in self._output.items())
        return {path: t.replace("\u00a0", " ").replace("\r\n ", "") for path, t in read}

    def text(self, path: str) -> str:
        return self.texts[path]

    def page(self, page: str) -> LexborHTMLParser:
        path = _file(page)
        if path not in self._pages:
            self._pages[path] = LexborHTMLParser(self.text(path))
        return self._pages[path]
