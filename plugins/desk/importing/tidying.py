"""What belongs to a text, told from what stands around it on every page of a site.

Nothing is dropped but by the lists below, and all that is dropped is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from plugins.desk.importing import dating, metka, phrases, tree
from plugins.desk.importing.values import Facts
from plugins.newsroom.spelling import fold


@dataclass
class Tidied:
    """The element that holds the text, what was learnt, and what is not taken over."""

    root: Tag
    facts: Facts
    left_out: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    headed: bool = False

    def drop(self, element: Tag) -> None:
        """Take an element away and tell its words."""
        said = tree.words(element)
        if said:
            self.left_out.append(said)
        element.decompose()


def tidied(soup: BeautifulSoup, facts: Facts) -> Tidied:
    """What a page says of itself adds to the ``facts``, which count more."""
    own = _of_the_page(soup)
    for one in soup.find_all(("script", "style", "template", "head", "link", "meta", "title")):
        one.decompose()
    found = Tidied(soup, facts)
    _controls(found)
    tags = metka.taken(soup)
    _title(found)
    _sides(found)
    _phrases(found)
    for more in (tags, own):
        found.facts = _joined(found.facts, more)
    if not found.facts.title:
        _headless(found)
    return found


def _headless(found: Tidied) -> None:
    """Where no title is told, the longest of the short lines at the beginning is one."""
    first = []
    for leaf in tree.leaves(found.root):
        said = tree.words(leaf)
        if (
            len(said) > 200
            or said.endswith(".")
            or leaf.name in ("li", "td", "th")
            or leaf.find("br") is not None
        ):
            break
        first += [leaf] if said else []
    if first:
        title = max(first, key=lambda leaf: len(tree.words(leaf)))
        found.facts = replace(found.facts, title=tree.words(title))
        found.marks.insert(0, "tytuł to najdłuższy z krótkich akapitów na początku tekstu")
        title.decompose()


def _joined(facts: Facts, more: dict[str, str]) -> Facts:
    known = {name: value for name, value in more.items() if not getattr(facts, name)}
    return replace(facts, **known)  # type: ignore[arg-type]  # names of texts only


_META = {
    "published": ("article:published_time", "dc.date", "dcterms.created", "date", "pubdate"),
    "updated": ("article:modified_time", "dcterms.modified", "last-modified"),
    "link": ("og:url",),
    "title": ("og:title", "dc.title"),
}


def _of_the_page(soup: BeautifulSoup) -> dict[str, str]:
    """What the page's head tells."""
    said: dict[str, str] = {}
    for meta in soup.find_all("meta"):
        name = str(meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        said.setdefault(name, " ".join(str(meta.get("content") or "").split()))
    found = {
        key: next((said[name] for name in names if said.get(name)), "")
        for key, names in _META.items()
    }
    for key in ("published", "updated"):
        found[key] = dating.written(found[key])
    canonical = soup.find("link", rel="canonical")
    if isinstance(canonical, Tag) and canonical.get("href"):
        found["link"] = str(canonical["href"]).strip()
    title = soup.title
    found["title"] = tree.words(title) if title and tree.words(title) else found["title"]
    return found


_CONTROLS = ("button", "input", "select", "textarea", "noscript", "svg", "canvas", "dialog")


def _controls(found: Tidied) -> None:
    """What only works on its own page; a form's frame is opened, its text stays."""
    for one in found.root.find_all(_CONTROLS):
        if not one.decomposed:
            found.drop(one)


def _title(found: Tidied) -> None:
    """The page's one top heading; pandoc's and Word's own title before others."""
    soup = found.root
    heading = soup.select_one("h1.title, h1.tytul, h1.entry-title") or soup.find("h1")
    for name in ("author", "date"):
        for one in soup.select(f"p.{name}, .title-block > .{name}"):
            read = dating.written(tree.words(one)) if name == "date" else tree.words(one)
            key = "published" if name == "date" else "author"
            if read and not getattr(found.facts, key):
                found.facts = replace(found.facts, **{key: read})  # type: ignore[arg-type]
                one.decompose()
    if not isinstance(heading, Tag) or not tree.words(heading):
        return
    said = tree.words(heading)
    if not found.facts.title or fold(found.facts.title) == fold(said):
        found.facts, found.headed = replace(found.facts, title=found.facts.title or said), True
        heading.decompose()


_SIDES = (
    "nav, [role=navigation], [role=search], [role=contentinfo], [role=banner], "
    "[role=alertdialog], .breadcrumb, .breadcrumbs, .skip-link, .screen-reader-shortcut, "
    "#cookies, .cookies, .cookie-bar, .cookie-notice, body > footer, body > div > footer, "
    "body > header, body > div > header, .sharedaddy, .social-share, .post-navigation"
)
"""What stands around a text, by the names that say so."""

_MIDDLES = ("main", "[role=main]", "article", "#content", "#tresc", ".entry-content")
"""What holds a text, the surest first; one that is there once is believed."""


def _sides(found: Tidied) -> None:
    for one in found.root.select(_SIDES):
        holds_it = one.find(("main", "article")) is not None
        if not one.decomposed and not holds_it and one.find_parent("article") is None:
            if one.name == "header" and one.get("id") == "title-block-header":
                one.unwrap()
            else:
                found.drop(one)
    middle = _middle(found.root)
    if middle is not found.root:
        middle.extract()
        found.left_out += [said for said in map(tree.words, _around(found.root)) if said]
        found.root = middle


def _around(root: Tag) -> Iterator[Tag]:
    """Blocks that hold no other, and what stands loose."""
    yield from tree.leaves(root)
    for one in list(root.find_all(string=True)):
        parent = one.parent
        if parent is not None and str(one).strip() and tree.holds(parent, tree.BLOCKS):
            yield _loose(one)


def _loose(text: NavigableString) -> Tag:
    span = Tag(name="span")
    span.string = str(text)
    return span


def _middle(root: Tag) -> Tag:
    """What holds the text, if it holds most of the page's."""
    whole = len(tree.words(root))
    for selector in _MIDDLES:
        held = root.select(selector)
        if len(held) == 1 and len(tree.words(held[0])) * 2 > whole:
            return held[0]
    return root


def _phrases(found: Tidied) -> None:
    dropped = phrases.dropped(found.root)
    found.left_out += dropped.said
    found.facts = replace(found.facts, archival=found.facts.archival or dropped.archival)
    if dropped.player:
        found.marks.append("na dawnej stronie był tu odtwarzacz filmu – dodaj film albo usuń uwagę")
