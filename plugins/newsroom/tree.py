"""A body's finished tree, mended in place: links, pictures, ids, headings, typography, lead.

Markdown leaves escaped characters and entities as marks between U+0002 and U+0003; source text
cannot hold those two, so a mark is always Markdown's own.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator
from html import unescape
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from plugins.newsroom import typography
from plugins.newsroom.source import Source
from plugins.problems import Problem

NOTHING = Source("", "", 1, "", 1)


class Mender(Treeprocessor):
    """Walks the tree of one body after another; :meth:`begin` forgets the last."""

    def __init__(self, md: Markdown, prefix: str) -> None:
        super().__init__(md)
        self.prefix = prefix
        self.begin(NOTHING, ())

    def begin(self, source: Source, folders: Collection[str]) -> None:
        """``folders``: names of the kinds, told from year folders in a link's path."""
        self.source, self.folders, self.lead = source, folders, ""
        self.links: list[tuple[str, int]] = []
        self.pictures: list[str] = []
        self.problems: list[Problem] = []
        self._ids: set[str] = set()
        self._reached = 0

    def run(self, root: Element) -> None:
        """Mend the tree; problems and finds are left in the fields."""
        for element in root.iter():
            self._placed(element)
            if element.tag == "a":
                self._link(element)
            elif element.tag == "img":
                self._picture(element)
            elif element.tag == "table":
                _scopes(element)
        typeset(root)
        paragraphs = (self._plain(p) for p in root if p.tag == "p")
        self.lead = next(filter(None, paragraphs), "")

    def _placed(self, element: Element) -> None:
        """Ids and links to them get the prefix; headings already have it."""
        name = element.get("id")
        if name:
            own = self._anchor(name)
            element.set("id", own)
            if own in self._ids:
                self._fail((f"#{name}", name), f"kotwica „{name}” jest dwa razy – zmień jedną")
            self._ids.add(own)
        href = element.get("href") or ""
        if href.startswith("#") and len(href) > 1:
            element.set("href", f"#{self._anchor(unquote(href[1:]))}")

    def _anchor(self, name: str) -> str:
        """An id of this body; a footnote's „:” becomes „.”, which no heading's id holds."""
        clean = re.sub(r"[^\w.-]+", "-", name.replace(":", "."))
        return clean if clean.startswith(self.prefix) else self.prefix + clean

    def _line(self, needles: tuple[str, ...]) -> int:
        """The line where one of these stands as a target, searched from the last one found."""
        body = self.source.body
        for needle in filter(None, needles):
            target = re.compile(rf"(?:\]\(\s*<?|\]:\s*<?|<|=\s*[\"']?|\{{:?\s*){re.escape(needle)}")
            found = target.search(body, self._reached) or target.search(body)
            if found:
                self._reached = found.start()
                return body.count("\n", 0, found.start()) + self.source.body_line
        return self.source.body_line

    def _fail(self, needles: tuple[str, ...], message: str) -> None:
        line = self._line(needles)
        message = re.sub(r"[\s\x00-\x1f\x7f]+", " ", message)
        self.problems.append(Problem(self.source.path, line, "", message))

    def _link(self, element: Element) -> None:
        raw = element.get("href") or ""
        href = unescape(_unstashed(raw)).strip()
        fault = _link_fault(href)
        scheme = re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", href)
        if fault:
            self._fail((raw, href) if href else ("",), fault)
        elif not scheme and re.search(r"\.md(?:#|$)", href, re.IGNORECASE):
            self._record(element, href.replace("\\", "/"))

    def _record(self, element: Element, href: str) -> None:
        """A link by file: the last kind's folder in its path counts, year folders do not."""
        file, _, part = unquote(href.removeprefix("{filename}")).partition("#")
        path = file.lstrip("/") if file.startswith("/") else joined(self.source.path, file)
        *parts, name = path[: -len(".md")].split("/")
        folder = next((part for part in reversed(parts) if part in self.folders), "")
        if not folder:
            message = f"odnośnik „{href}” nie wskazuje rekordu – napisz np. ../programy/x.md"
            self._fail((href,), message)
            return
        target = f"{folder}/{name}"
        self.links.append((target, self._line((href, element.get("href") or ""))))
        element.set("href", f"rekord:{target}{'#' + part if part else ''}")

    def _picture(self, element: Element) -> None:
        src = _unstashed(element.get("src") or "")
        if not (element.get("alt") or "").strip():
            message = f"obraz „{src}” nie ma opisu – napisz ![co widać na obrazie]({src})"
            self._fail((src,), message)
        path = joined(self.source.path, unquote(re.sub(r"^\{(?:static|attach)\}", "", src)))
        if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", src) or path.startswith("..") or not src:
            message = f"obraz „{src[:60]}” nie leży w content/ – zapisz plik obok tekstu"
            self._fail((src,), message)
            return
        self.pictures.append(path)
        element.set("src", f"obraz:{path}")
        element.set("alt", typography.corrected(" ".join((element.get("alt") or "").split())))

    def _plain(self, element: Element) -> str:
        """A paragraph's text as it will be read: no footnote marks, plain spaces."""
        text = "".join(self._texts(element))
        return typography.untied(" ".join(text.split()))

    def _texts(self, element: Element) -> Iterator[str]:
        if element.tag == "sup":
            return
        text = self._restored(element.text or "")
        yield unescape(text) if element.tag == "code" else text
        for child in element:
            yield from self._texts(child)
            yield self._restored(child.tail or "")

    def _restored(self, text: str) -> str:
        """Markdown's marks turned back into the characters that they stand for."""
        blocks = self.md.htmlStash.rawHtmlBlocks

        def entity(found: re.Match[str]) -> str:
            return unescape(str(blocks[int(found[1])]))

        return _unstashed(re.sub("\x02wzxhzdk:(\\d+)\x03", entity, text))


_FILE = re.compile(r"\.(?:pdf|docx?|odt|xlsx?|ods|csv|pptx?|zip|mp[34])$", re.IGNORECASE)


def _link_fault(href: str) -> str:
    """What is wrong with a link's address, in Polish; empty if nothing is."""
    shown = href[:60]
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", href)
    if scheme and scheme[1].lower() not in ("http", "https", "mailto", "tel"):
        return f"adres „{shown}” jest niedozwolony – użyj https://, mailto: lub tel:"
    if scheme and scheme[1].lower().startswith("http"):
        whole = re.match(r"https?://[^\s/?#\\]+", href, re.IGNORECASE)
        return "" if whole else f"adres „{shown}” jest niepełny – napisz np. https://www.gov.pl"
    if href.startswith(("//", "/\\")):
        return f"odnośnik „{shown}” nie ma początku – dopisz https:"
    if scheme or href.startswith(("/", "#")) or re.search(r"\.md(?:#|$)", href, re.IGNORECASE):
        return ""
    advice = "wskaż plik (../programy/x.md) albo pełny adres https://…"
    if _FILE.search(href):
        advice = "plik do pobrania wpisz w kluczu „załączniki”"
    return f"odnośnik „{shown}” donikąd nie prowadzi – {advice}"


def _unstashed(text: str) -> str:
    """Characters that Markdown hid: of automatic mail links, and those after a backslash."""
    text = re.sub("\x02amp\x03#(\\d+);", lambda found: chr(int(found[1])), text)
    return re.sub("\x02(\\d+)\x03", lambda found: chr(int(found[1])), text)


def joined(path: str, file: str) -> str:
    """A file named in the text at ``path``, relative to the project's folder."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), file.replace("\\", "/")))


def _scopes(table: Element) -> None:
    for head in table.iter("th"):
        head.set("scope", "col")


_LITERAL = frozenset(("code", "pre", "kbd", "samp"))
_INLINE = frozenset(("a", "abbr", "em", "strong", "sub", "del", "ins", "q", *_LITERAL))


def typeset(root: Element) -> None:
    """Typography on text nodes, except in code (facts, section 6.6).

    A quote or a one-letter word at a node's edge is judged by what stands in the next node.
    """
    for run in _runs(root):
        texts = [part.get() for part in run]
        for number, part in enumerate(run):
            before = texts[number - 1][-1:] if number else ""
            after = texts[number + 1][:1] if number + 1 < len(run) else ""
            if not part.literal and texts[number].strip():
                part.set(_typed(texts[number], before, after))


def _typed(text: str, before: str, after: str) -> str:
    """A text set between two others, of which only „a letter stands there” is told."""
    left = "x" if before and not before.isspace() and before not in '(„«"' else ""
    right = "x" if after and not after.isspace() and after not in ".,;:!?)”»" else ""
    whole = typography.tied(typography.corrected(f"{left}{text}{right}"))
    return whole[len(left) : len(whole) - len(right)]


class _Part:
    """One text of a run: an element's ``text`` or its ``tail``."""

    def __init__(self, element: Element, tail: bool, literal: bool) -> None:
        self.element, self.tail, self.literal = element, tail, literal

    def get(self) -> str:
        return (self.element.tail if self.tail else self.element.text) or ""

    def set(self, text: str) -> None:
        if self.tail:
            self.element.tail = text
        else:
            self.element.text = text


def _runs(root: Element) -> list[list[_Part]]:
    """The texts of the tree in reading order, cut where a block begins or ends."""
    runs: list[list[_Part]] = [[]]

    def walk(element: Element, literal: bool) -> None:
        inline = element.tag in _INLINE
        literal = literal or element.tag in _LITERAL
        if not inline:
            runs.append([])
        _add(runs[-1], _Part(element, False, literal))
        for child in element:
            walk(child, literal)
            _add(runs[-1], _Part(child, True, literal))
        if not inline:
            runs.append([])

    walk(root, False)
    return runs


def _add(run: list[_Part], part: _Part) -> None:
    if part.get():
        run.append(part)
