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

from plugins.newsroom import hrefs, typography
from plugins.newsroom.source import Source
from plugins.newsroom.typesetting import typeset
from plugins.privacy.masks import hidden
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
            if element.attrib:
                self._placed(element)
            if element.tag == "a":
                self._link(element)
            elif element.tag == "img":
                self._picture(element)
            elif element.tag == "table":
                _scopes(element)
        for element in root.iter("a"):
            self._inside(element)
        typeset(root)
        paragraphs = (self._plain(p) for p in root if p.tag == "p")
        self.lead = next(filter(None, paragraphs), "")

    def _placed(self, element: Element) -> None:
        """Ids get the prefix; headings already have it."""
        name = element.get("id")
        if name:
            own = self._anchor(name)
            element.set("id", own)
            if own in self._ids:
                self._reached = self._place((f"#{name}", name)) + 1
                self._fail((f"#{name}", name), f"kotwica „{name}” jest dwa razy – zmień jedną")
            self._ids.add(own)

    def _inside(self, element: Element) -> None:
        """A link to a part of this text, or of the page around it."""
        href = element.get("href") or ""
        name = unquote(href[1:])
        if not href.startswith("#") or not name:
            return
        own = self._anchor(name)
        if own in self._ids:
            element.set("href", f"#{own}")
        elif not hrefs.AROUND.fullmatch(name):
            parts = [one.removeprefix(self.prefix) for one in self._ids]
            self._fail((href, name), hrefs.no_part(name, parts))

    def _anchor(self, name: str) -> str:
        """An id of this body; a footnote's „:” becomes „.”, which no heading's id holds."""
        clean = re.sub(r"[^\w.-]+", "-", name.replace(":", "."))
        return clean if clean.startswith(self.prefix) else self.prefix + clean

    def _line(self, needles: tuple[str, ...]) -> int:
        """The line where one of these stands."""
        return self.source.body.count("\n", 0, self._place(needles)) + self.source.body_line

    def _place(self, needles: tuple[str, ...]) -> int:
        """Where one of these stands as a target, searched from the last one found."""
        body = self.source.body
        for needle in filter(None, needles):
            target = re.compile(rf"(?:\]\(\s*<?|\]:\s*<?|<|=\s*[\"']?|\{{:?\s*){re.escape(needle)}")
            found = target.search(body, self._reached) or target.search(body)
            if found:
                self._reached = found.start()
                return self._reached
        return max(body.find(needles[-1]), 0)

    def _fail(self, needles: tuple[str, ...], message: str) -> None:
        line = self._line(needles)
        message = re.sub(r"[\s\x00-\x1f\x7f]+", " ", message)
        self.problems.append(Problem(self.source.path, line, "", message))

    def _link(self, element: Element) -> None:
        raw = element.get("href") or ""
        href = unescape(_unstashed(raw)).strip()
        fault = hrefs.fault(href)
        scheme = re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", href)
        if fault:
            self._fail((raw, href) if href else ("",), fault)
        elif not scheme and re.search(r"\.md(?:#|$)", href, re.IGNORECASE):
            self._record(element, href.replace("\\", "/"))
        elif own := hrefs.record_at(href, self.folders):
            self._linked(element, own, href.partition("#")[2], (raw, href))

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
        needles = href, element.get("href") or "", f"{name}.md"
        self._linked(element, f"{folder}/{name}", part, needles)

    def _linked(self, element: Element, target: str, part: str, needles: tuple[str, ...]) -> None:
        """A link to a record, whose address is known when a page is made."""
        self.links.append((target, self._line(needles)))
        element.set("href", f"rekord:{target}{'#' + part if part else ''}")

    def _picture(self, element: Element) -> None:
        src = _unstashed(element.get("src") or "")
        if not (element.get("alt") or "").strip():
            message = f"obraz „{src}” nie ma opisu – napisz ![co widać na obrazie]({src})"
            self._fail((src,), message)
        if hrefs.RECORDING.search(src):
            self._fail((src,), f"„{hidden(src)[:60]}” nie jest obrazem – {hrefs.PLAYED}")
            return
        path = self._original(unquote(re.sub(r"^\{(?:static|attach)\}", "", src)))
        if not path or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", src):
            message = f"obraz „{hidden(src)[:60]}” nie leży w content/ – zapisz plik obok tekstu"
            self._fail((src,), message)
            return
        self.pictures.append(path)
        element.set("src", f"obraz:{path}")
        element.set("alt", typography.corrected(" ".join((element.get("alt") or "").split())))

    def _original(self, name: str) -> str:
        """A picture's path below content/, or empty; a leading „/” means that folder."""
        content = self.source.path.split("/")[0]
        path = joined(
            f"{content}/x" if name.startswith("/") else self.source.path, name.lstrip("/")
        )
        return path if path.startswith(f"{content}/") and name.strip("/") else ""

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
