"""A body of Markdown becomes safe HTML, whose links and pictures are still to be placed.

Rendering depends on the body alone, so its result is kept under its digest. Links to records
stand as ``rekord:programy/x#część``, pictures as ``obraz:content/media/x.png``; ``finished``
puts real addresses there when a page is made.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import Treeprocessor
from unidecode import unidecode

from plugins.newsroom import typography
from plugins.newsroom.markup import faults
from plugins.newsroom.source import Source
from plugins.problems import Problem


@dataclass(frozen=True, slots=True)
class Prose:
    """What a record keeps of its body: the HTML itself lies in the store under ``digest``.

    ``lead`` is the first paragraph as plain text. ``links``: ``kind/id`` of each record that
    the body links to. ``pictures``: files, relative to the project's folder.
    """

    digest: str = ""
    lead: str = ""
    links: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.digest)


NO_PROSE = Prose()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A body's HTML with its :class:`Prose` and everything that is wrong in it."""

    prose: Prose
    html: str
    problems: tuple[Problem, ...]


def rendered(source: Source, prefix: str) -> Rendered:
    """Render one body; ids in it begin with ``prefix``, so two bodies fit on one page."""
    broken = tuple(faults(source))
    if broken or not source.body.strip():
        return Rendered(NO_PROSE, "", broken)
    markdown = _markdown(prefix)
    markdown.reset()
    finder = _Finder.of(markdown)
    finder.begin(source)
    html = _cleaner().clean(markdown.convert(source.body)).strip()
    digest = hashlib.blake2b(html.encode(), digest_size=16).hexdigest()
    prose = Prose(digest, finder.lead, _unique(finder.links), _unique(finder.pictures))
    return Rendered(prose, html, tuple(finder.problems))


def _unique(items: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


@lru_cache(maxsize=4)
def _markdown(prefix: str) -> Markdown:
    slug = _slugger(prefix)
    markdown = Markdown(
        extensions=[
            "tables",
            "attr_list",
            TocExtension(slugify=slug, toc_depth="2-4"),
            "sane_lists",
            "admonition",
            "footnotes",
            _Debaty(prefix),
        ],
        extension_configs={"footnotes": {"BACKLINK_TITLE": "Wróć do tekstu przy przypisie {}"}},
        output_format="html",
    )
    for registry, name in (
        (markdown.preprocessors, "html_block"),
        (markdown.inlinePatterns, "html"),
    ):
        registry.deregister(name)
    return markdown


def _slugger(prefix: str) -> Callable[[str, str], str]:
    def slug(text: str, separator: str) -> str:
        plain = re.sub(r"[^a-z0-9]+", separator, unidecode(text).lower()).strip(separator)
        return f"{prefix}{plain or 'czesc'}"

    return slug


class _Debaty(Extension):
    """Our own part of the rendering, after Markdown's inline patterns."""

    def __init__(self, prefix: str) -> None:
        super().__init__()
        self.prefix = prefix

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 – Markdown's own name
        """Register the finder of links and pictures and the typographer."""
        md.treeprocessors.register(_Finder(md, self.prefix), "debaty_finder", 4)


class _Finder(Treeprocessor):
    """Walks the finished tree once: links, pictures, headings, ids, typography, lead."""

    def __init__(self, md: Markdown, prefix: str) -> None:
        super().__init__(md)
        self.prefix = prefix
        self.begin(Source("", "", 1, "", 1))

    def begin(self, source: Source) -> None:
        """Forget the last body."""
        self.source, self.lead = source, ""
        self.links: list[str] = []
        self.pictures: list[str] = []
        self.problems: list[Problem] = []

    @staticmethod
    def of(md: Markdown) -> _Finder:
        """The finder of a Markdown instance."""
        found = md.treeprocessors["debaty_finder"]
        assert isinstance(found, _Finder)
        return found

    def run(self, root: Element) -> None:
        """Mend the tree in place."""
        for element in root.iter():
            self._placed(element)
            if element.tag == "a":
                self._link(element)
            elif element.tag == "img":
                self._picture(element)
            elif element.tag == "table":
                _scopes(element)
        _typeset(root)
        paragraph = next((p for p in root if p.tag == "p" and "".join(p.itertext()).strip()), None)
        if paragraph is not None:
            self.lead = _plain(paragraph)

    def _placed(self, element: Element) -> None:
        """Ids and links to them get the prefix; headings already have it."""
        identifier = element.get("id")
        if identifier and not identifier.startswith(self.prefix):
            element.set("id", self.prefix + identifier.replace(":", "-"))
        href = element.get("href") or ""
        if href.startswith("#") and len(href) > 1:
            name = unquote(href[1:]).replace(":", "-")
            element.set("href", f"#{name if name.startswith(self.prefix) else self.prefix + name}")

    def _fail(self, needle: str, message: str) -> None:
        where = self.source.body.find(needle)
        line = self.source.body.count("\n", 0, max(where, 0)) + self.source.body_line
        self.problems.append(Problem(self.source.path, line, "", message))

    def _link(self, element: Element) -> None:
        href = unescape(element.get("href") or "")
        href = _unstashed(href)
        scheme = re.match(r"\s*([A-Za-z][A-Za-z0-9+.-]*):", href)
        if scheme and scheme[1].lower() not in ("http", "https", "mailto", "tel"):
            self._fail(
                href, f"adres „{href[:40]}” jest niedozwolony – użyj https://, mailto: lub tel:"
            )
        elif href.split("#")[0].endswith(".md"):
            self._record(element, href)
        elif not scheme and not href.startswith(("/", "#")):
            advice = "wskaż plik (../programy/x.md) albo pełny adres https://…"
            self._fail(href, f"odnośnik „{href[:60]}” donikąd nie prowadzi – {advice}")
        elif href.startswith("//"):
            self._fail(href, f"odnośnik „{href[:60]}” nie ma początku – dopisz https:")

    def _record(self, element: Element, href: str) -> None:
        file, _, part = href.removeprefix("{filename}").partition("#")
        path = file.lstrip("/") if file.startswith("/") else _joined(self.source.path, file)
        parts = path.removeprefix("content/").removesuffix(".md").split("/")
        if path.startswith("..") or len(parts) < 2:
            self._fail(href, f"odnośnik „{href}” wychodzi poza content/ – popraw ścieżkę")
            return
        target = f"{parts[0]}/{parts[-1]}"
        self.links.append(target)
        element.set("href", f"rekord:{target}{'#' + part if part else ''}")

    def _picture(self, element: Element) -> None:
        src = _unstashed(element.get("src") or "")
        if not (element.get("alt") or "").strip():
            self._fail(src, f"obraz „{src}” nie ma opisu – napisz ![co widać na obrazie]({src})")
        path = _joined(self.source.path, unquote(src.removeprefix("{static}")))
        if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", src) or path.startswith(".."):
            self._fail(src, f"obraz „{src[:60]}” nie leży w content/ – zapisz plik obok tekstu")
            return
        self.pictures.append(path)
        element.set("src", f"obraz:{path}")
        element.set("alt", typography.corrected(element.get("alt") or ""))


def _unstashed(text: str) -> str:
    """Markdown hides ``@`` and the like of automatic mail links as entities."""
    return re.sub("\x02amp\x03#(\\d+);", lambda found: chr(int(found[1])), text)


def _joined(path: str, file: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), file))


def _scopes(table: Element) -> None:
    for head in table.iter("th"):
        head.set("scope", "col")


_LITERAL = frozenset(("code", "pre", "kbd", "samp"))


def _typeset(element: Element) -> None:
    """Typography on text nodes, except in code (facts, section 6.6)."""
    if element.tag in _LITERAL:
        return
    element.text = _typed(element.text)
    for child in element:
        _typeset(child)
        child.tail = _typed(child.tail)


def _typed(text: str | None) -> str | None:
    return typography.tied(typography.corrected(text)) if text and text.strip() else text


_STASHED = re.compile("\x02[^\x03]*\x03")


def _plain(element: Element) -> str:
    """A paragraph's text: no footnote marks, no stash marks, plain spaces."""
    text = "".join(_texts(element))
    return typography.untied(" ".join(_STASHED.sub("", text).split()))


def _texts(element: Element) -> Iterator[str]:
    if element.tag == "sup":
        return
    yield element.text or ""
    for child in element:
        yield from _texts(child)
        yield child.tail or ""


_ALLOWED = {
    *("p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "code", "kbd", "samp"),
    *("ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td"),
    *("a", "abbr", "em", "strong", "sub", "sup", "img", "div", "del", "ins", "q"),
}


@lru_cache(maxsize=1)
def _cleaner() -> nh3.Cleaner:
    """The second wall behind :mod:`plugins.newsroom.markup`: an allow-list of what may pass."""
    return nh3.Cleaner(
        tags=_ALLOWED,
        clean_content_tags={"script", "style"},
        attributes={
            "*": {"id", "class", "lang"},
            "a": {"href", "title"},
            "abbr": {"title"},
            "img": {"src", "alt", "title"},
            "th": {"scope"},
            "ol": {"start"},
        },
        url_schemes={"http", "https", "mailto", "tel", "rekord", "obraz"},
        link_rel=None,
        strip_comments=True,
    )


@dataclass(frozen=True, slots=True)
class Picture:
    """A published picture; ``sources``: (address, width) of each size, smallest first."""

    src: str
    width: int
    height: int
    sources: tuple[tuple[str, int], ...] = ()


_LINK = re.compile(r'<a href="rekord:([^"#]*)(#[^"]*)?"([^>]*)>(.*?)</a>', re.DOTALL)
_IMAGE = re.compile(r'<img([^>]*?)src="obraz:([^"]*)"([^>]*)>')


def finished(
    html: str, links: Mapping[str, str], pictures: Mapping[str, Picture], base: str = ""
) -> str:
    """Put addresses in: a link to an unpublished record keeps its words only.

    ``base`` is the path that the site is served under (empty at a domain's root); root-relative
    links that the officer wrote get it too.
    """

    def link(found: re.Match[str]) -> str:
        address = links.get(unescape(found[1]))
        if address is None:
            return found[4]
        part = found[2] or ""
        target = address.split("#")[0] + part if part else address
        return f'<a href="{escape(target)}"{found[3]}>{found[4]}</a>'

    def image(found: re.Match[str]) -> str:
        picture = pictures[unquote(unescape(found[2]))]
        return f"<img{found[1]}{attributes(picture)}{found[3]}>"

    html = _IMAGE.sub(image, _LINK.sub(link, html))
    return html.replace('href="/', f'href="{base}/') if base else html


def attributes(picture: Picture) -> str:
    """``src``, ``srcset``, ``sizes``, size and lazy loading of a picture in a text column."""
    srcset = ", ".join(f"{src} {width}w" for src, width in picture.sources)
    sizes = ' sizes="(min-width: 48rem) 42rem, 100vw"'
    return (
        f'src="{escape(picture.src)}"'
        + (f' srcset="{escape(srcset)}"{sizes}' if len(picture.sources) > 1 else "")
        + f' width="{picture.width}" height="{picture.height}" loading="lazy" decoding="async"'
    )
