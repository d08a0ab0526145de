"""A body of Markdown becomes safe HTML, whose links and pictures are still to be placed.

Rendering depends on the body alone, so its result is kept under its digest. Links to records
stand as ``rekord:programy/x#część``, pictures as ``obraz:content/media/x.png``; ``finished``
puts real addresses there when a page is made.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape
from urllib.parse import unquote

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension

from plugins.newsroom import shortcut
from plugins.newsroom.markup import faults
from plugins.newsroom.source import Source
from plugins.newsroom.spelling import slug
from plugins.newsroom.tree import Mender
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
    """A body's HTML with its :class:`Prose` and everything that is wrong in it.

    ``links``: target and line of each link to a record.
    """

    prose: Prose
    html: str
    problems: tuple[Problem, ...]
    links: tuple[tuple[str, int], ...] = ()


def rendered(source: Source, prefix: str, folders: Collection[str]) -> Rendered:
    """Render one body; ids in it begin with ``prefix``, so two bodies fit on one page.

    ``folders``: the kinds' names, by which a link to a record's file is understood.
    """
    broken = tuple(faults(source))
    if broken or not source.body.strip():
        return Rendered(NO_PROSE, "", broken)
    markdown = _markdown(prefix)
    markdown.reset()
    mender = markdown.treeprocessors["debaty"]
    assert isinstance(mender, Mender)
    mender.begin(source, folders)
    html = _cleaner().clean(_converted(markdown, mender, source.body)).strip()
    digest = hashlib.blake2b(html.encode(), digest_size=16).hexdigest()
    targets = _unique(target for target, _ in mender.links)
    prose = Prose(digest, mender.lead, targets, _unique(mender.pictures))
    return Rendered(prose, html, tuple(mender.problems), tuple(mender.links))


def _converted(markdown: Markdown, mender: Mender, body: str) -> str:
    """A body's HTML: by the shortcut where there is one, else by Markdown's general way."""
    root = shortcut.tree(body, _slugger(mender.prefix))
    if root is None:
        return markdown.convert(body)
    mender.run(root)
    html = shortcut.html(root)
    if html is not None:
        return html
    return str(markdown.serializer(root)).removeprefix("<div>").removesuffix("</div>")


def _unique(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


@lru_cache(maxsize=4)
def _markdown(prefix: str) -> Markdown:
    markdown = Markdown(
        extensions=[
            "tables",
            "attr_list",
            TocExtension(slugify=_slugger(prefix), toc_depth="2-4"),
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
    return lambda text, _: f"{prefix}{slug(text) or 'czesc'}"


class _Debaty(Extension):
    """Our own part of the rendering, after Markdown's inline patterns."""

    def __init__(self, prefix: str) -> None:
        super().__init__()
        self.prefix = prefix

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 – Markdown's own name
        """Register the mender of the finished tree."""
        md.treeprocessors.register(Mender(md, self.prefix), "debaty", 4)


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
    """A published picture; ``sources``: (address, width) of each size, smallest first.

    ``modern``: the same in a format that not everything knows, and that is smaller.
    """

    src: str
    width: int
    height: int
    sources: tuple[tuple[str, int], ...] = ()
    modern: tuple[tuple[str, int], ...] = ()


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
        return wrapped(f"<img{found[1]}{attributes(picture)}{found[3]}>", picture)

    html = _IMAGE.sub(image, _LINK.sub(link, html))
    return html.replace('href="/', f'href="{base}/') if base else html


COLUMN = "(min-width: 48rem) 42rem, 100vw"
"""How wide a picture in a text column is shown."""


def attributes(picture: Picture, sizes: str = COLUMN) -> str:
    """``src``, ``srcset``, ``sizes``, size and lazy loading of a picture."""
    many = _srcset(picture.sources, sizes) if len(picture.sources) > 1 else ""
    return (
        f'src="{escape(picture.src)}"{many}'
        f' width="{picture.width}" height="{picture.height}" loading="lazy" decoding="async"'
    )


def wrapped(img: str, picture: Picture, sizes: str = COLUMN) -> str:
    """An ``<img>`` in a ``<picture>`` that offers the same in the modern format."""
    if not picture.modern:
        return img
    offered = _srcset(picture.modern, sizes)
    return f'<picture><source type="image/webp"{offered}>{img}</picture>'


def _srcset(sources: tuple[tuple[str, int], ...], sizes: str) -> str:
    written = ", ".join(f"{src} {width}w" for src, width in sources)
    return f' srcset="{escape(written)}" sizes="{escape(sizes)}"'
