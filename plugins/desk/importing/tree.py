"""HTML as a tree of elements that is small enough to be walked."""

from __future__ import annotations

import re
import warnings
from collections.abc import Collection, Iterator

from bs4 import BeautifulSoup, Tag, XMLParsedAsHTMLWarning
from bs4.element import Comment, NavigableString, PageElement, PreformattedString
from bs4.exceptions import ParserRejectedMarkup

from plugins.desk.importing.values import refused

LIMIT = 30_000_000
"""Characters of a page: a saved one may hold its pictures."""

TEXT_LIMIT = 200_000
"""Characters of its texts: twice what a record may have."""

ELEMENTS = 8_000
"""Elements of a page: a long law has five thousand."""

DEPTH = 90
"""Elements within each other; the tables of old pages come to forty."""

BLOCKS = frozenset(
    (
        *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd"),
        *("table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "blockquote", "pre"),
        *("figure", "figcaption", "section", "article", "aside", "header", "footer", "main"),
        *("nav", "address", "hr", "form", "fieldset", "legend", "details", "summary", "center"),
        *("body", "html"),
    )
)

_NOT_IN_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\ue00f\ufffe\uffff]")
_INVISIBLE = re.compile("[\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")


def grown(source: str, html: str) -> BeautifulSoup:
    """The tree of a page without comments; raises Problems if it is too large."""
    if len(html) > LIMIT or html.count("<") > 4 * ELEMENTS:
        raise refused(source, "strona jest za duża – podziel ją na części")
    text = _INVISIBLE.sub("", _NOT_IN_TEXT.sub("", html.replace("\r\n", "\n")))
    with warnings.catch_warnings():
        # XHTML of an old site begins as XML does, and is meant as a page all the same
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        try:
            soup = BeautifulSoup(text, "lxml")
        except (ParserRejectedMarkup, AssertionError, RecursionError):
            raise refused(source, "nie mogę odczytać HTML – zapisz stronę ponownie") from None
    _measure(source, soup)
    for one in [*soup.find_all(string=lambda text: isinstance(text, PreformattedString))]:
        if isinstance(one, Comment) or one.parent is soup:
            one.extract()
    return soup


def _measure(source: str, soup: BeautifulSoup) -> None:
    elements, letters = 0, 0
    todo: list[tuple[PageElement, int]] = [(soup, 0)]
    while todo:
        one, depth = todo.pop()
        if isinstance(one, Tag):
            elements += 1
            todo.extend((child, depth + 1) for child in one.children)
        else:
            outside = one.parent is None or one.parent.name not in ("script", "style")
            letters += len(str(one)) if outside else 0
        if depth > DEPTH or elements > ELEMENTS or letters > TEXT_LIMIT:
            raise refused(source, "strona jest za długa albo zbyt zawiła – podziel ją na części")


def words(element: PageElement) -> str:
    """The text of an element on one line.

    >>> words(BeautifulSoup("<p>Jedno<br>drugie</p><p>trzecie</p>", "lxml"))
    'Jedno drugie trzecie'
    """
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: PageElement) -> Iterator[str]:
    if isinstance(element, NavigableString):
        if not isinstance(element, PreformattedString):
            yield str(element)
    elif isinstance(element, Tag) and element.name not in ("script", "style", "template"):
        edge = " " if element.name in BLOCKS or element.name == "br" else ""
        yield edge
        for child in element.children:
            yield from _pieces(child)
        yield edge


def leaves(root: Tag) -> list[Tag]:
    """Blocks that hold no other block, in order."""
    blocks = [one for one in root.descendants if isinstance(one, Tag) and one.name in BLOCKS]
    above: set[int] = set()
    for block in blocks:
        for parent in block.parents:
            if id(parent) in above:
                break
            above.add(id(parent))
    return [one for one in blocks if id(one) not in above and one.name != "hr"]


def holds(element: Tag, names: Collection[str]) -> bool:
    """Whether an element of one of these names stands in another; bs4's own way is slow."""
    return any(isinstance(one, Tag) and one.name in names for one in element.descendants)
