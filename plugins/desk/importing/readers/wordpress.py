"""WordPress's own export (WXR): posts and pages, with the addresses of their pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any

from lxml import etree

from plugins.desk.importing import dating, opening
from plugins.desk.importing.values import Facts, Text, refused

_EXPORT = re.compile(r"xmlns:wp\s*=\s*[\"']https?://wordpress\.org/export/")
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_STATES = {
    "draft": "w WordPressie był to szkic",
    "pending": "w WordPressie czekał na zatwierdzenie",
    "private": "w WordPressie był prywatny – sprawdź, czy wolno go opublikować",
    "future": "w WordPressie czekał na swój dzień",
}


def is_export(text: str) -> bool:
    """Whether this is a WordPress export, which is also an RSS file."""
    return bool(_EXPORT.search(text[:8192]))


def texts(source: str, text: str) -> list[Text]:
    """Each post and page; the bin is not read. Raises Problems."""
    opening.refuse_entities(source, text.encode("utf-8", "replace"))
    root = _root(source, text)
    items = list(root.iter("item"))
    kinds = [_wp(item, "post_type") or "post" for item in items]
    taken = [i for i, kind in zip(items, kinds, strict=True) if kind in ("post", "page")]
    found = [_text(source, i) for i in taken if _wp(i, "status") not in ("trash", "auto-draft")]
    if not found:
        raise refused(source, "w eksporcie nie ma wpisów ani stron – wyeksportuj całą treść")
    return found


def _root(source: str, text: str) -> Any:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, recover=True, strip_cdata=False
    )
    body = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff"), count=1)
    try:
        root = etree.fromstring(_CONTROL.sub("", body).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise refused(source, "plik XML jest uszkodzony – wyeksportuj treść ponownie")
    return root


_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def _wp(item: Any, name: str) -> str:
    """One of WordPress's own elements, whatever version of the export names them."""
    for element in item:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag.endswith(f"}}{name}") and "wordpress.org/export" in tag:
            return (element.text or "").strip()
    return ""


def _text(source: str, item: Any) -> Text:
    said = _wp(item, "post_date")
    facts = Facts(
        title=" ".join((item.findtext("title") or "").split()),
        published="" if said.startswith("0000") else dating.written(said),
        updated=dating.written(_wp(item, "post_modified")),
        author=" ".join((item.findtext(_CREATOR) or "").split()),
        link=(item.findtext("link") or "").strip(),
        words=tuple(_words(item)),
    )
    content = item.findtext(_CONTENT) or ""
    html, marks = _blocks(content)
    state = _STATES.get(_wp(item, "status"), "")
    comments = sum(1 for one in item if str(one.tag).endswith("}comment"))
    left_out = [f"komentarze czytelników: {comments}"] if comments else []
    marks = [*([state] if state else []), *marks]
    return Text(source, facts, html=html, marks=tuple(marks), left_out=tuple(left_out))


def _words(item: Any) -> Iterator[str]:
    for one in item.findall("category"):
        word = " ".join((one.text or "").split())
        if one.get("domain") in ("category", "post_tag") and word and word != "Bez kategorii":
            yield word


_BLOCK = (
    r"(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|blockquote|pre|figure|"
    r"figcaption|section|article|aside|hr|form|iframe|video|audio|object)"
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CAPTION = re.compile(r"\[(/?)(?:caption|wp_caption)\b[^\]]*\]")
_EMBED = re.compile(r"\[embed\b[^\]]*\](.*?)\[/embed\]", re.DOTALL)
_SHORT = re.compile(r"\[/?([a-z][a-z0-9_-]{2,})(?:\s+[a-z_]+=[^\]]*)?/?\]")


def _blocks(content: str) -> tuple[str, list[str]]:
    """HTML with the paragraphs that WordPress makes of blank lines, and what to look at."""
    text = _COMMENT.sub("", content.replace("\r\n", "\n").replace("\r", "\n"))
    text = _CAPTION.sub(lambda one: "</figure>" if one[1] else "<figure>", text)
    text = _EMBED.sub(lambda one: f'<iframe src="{escape(one[1].strip())}"></iframe>', text)
    marks = [f"skrót WordPressa „[{name}]” nie działa na tej stronie" for name in _short(text)]
    return "\n".join(_paragraph(part) for part in re.split(r"\n[ \t]*\n", text)), marks


def _short(text: str) -> list[str]:
    """Names of shortcodes: of what stands in brackets, what has options or an end."""
    names = {
        found[1] for found in _SHORT.finditer(text) if "=" in found[0] or f"[/{found[1]}]" in text
    }
    return sorted(names)


def _paragraph(part: str) -> str:
    """A piece between blank lines: a paragraph whose lines end as written, or blocks."""
    text = part.strip()
    if not text:
        return ""
    if re.search(rf"</?{_BLOCK}\b", text, re.IGNORECASE):
        return text
    return "<p>" + text.replace("\n", "<br>\n") + "</p>"
