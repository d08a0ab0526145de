"""What is published, as those read it whom the payloads are meant to reach."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.hostile.payloads import EVIL, MARKS
from tests.site.project import ROOT

SCHEMES = {"", "https", "http", "mailto", "tel", "webcal", "geo"}
ADDRESSES = {"href", "src", "action", "srcset", "poster", "cite", "data", "formaction", "ping"}
FORBIDDEN = {"style", "srcdoc", "autofocus", "formaction", "background", "manifest", "nonce"}
ACTIVE = {"iframe", "object", "embed", "base", "math", "frame", "applet", "style", "portal"}


@cache
def ours() -> tuple[frozenset[str], frozenset[str]]:
    """Names of elements and of attributes that the theme and the program write."""
    files = [*ROOT.glob("theme/templates/**/*.*"), *ROOT.glob("plugins/**/*.py")]
    text = "\n".join(file.read_text("utf-8") for file in files).lower()
    tags = re.findall(r"<([a-z][a-z0-9]*)", text)
    markdown = "p ul ol li h2 h3 h4 strong em code pre blockquote table thead tbody tr th td a img"
    names = re.findall(r"[a-z-]+(?==)", text)
    scripts = "\n".join(file.read_text("utf-8") for file in ROOT.glob("theme/static/*.js"))
    told = set(re.findall(r"""["'`<.]([a-z][a-z-]+)\b""", scripts))  # what scripts name or make
    every = frozenset((*names, "async", "crossorigin", "download", "hidden")) | told
    return frozenset(tags) | set(markdown.split()) | told, every


def faults(html: str, own: str) -> Iterator[str]:
    """What in a page, or in a piece of one, was not written by us; ``own``: the site's address."""
    tree = LexborHTMLParser(html)
    assert tree.root is not None
    for node in tree.root.traverse():
        yield from _of_element(node, own)


def _of_element(node: LexborNode, own: str) -> Iterator[str]:
    tag, attributes = str(node.tag), {key: value or "" for key, value in node.attributes.items()}
    tags, names = ours()
    if tag in ACTIVE or tag not in tags:
        yield f"element {tag}: {(node.html or '')[:80]}"
    if tag == "script" and not _is_our_script(attributes):
        yield f"script: {(node.html or '')[:80]}"
    if "http-equiv" in attributes and not _leads_home(attributes, own):
        yield f"http-equiv: {attributes}"
    for name, value in attributes.items():
        if name.startswith("on") or name in FORBIDDEN or not _is_known(name, names):
            yield f"attribute {name}={value[:60]} of {tag}"
        if name in ADDRESSES and not _is_harmless(tag, value, own):
            yield f"address {name}={value[:80]} of {tag}"


def _is_known(name: str, names: frozenset[str]) -> bool:
    return name.lower() in names or name.startswith("aria-")


def _is_our_script(attributes: dict[str, str]) -> bool:
    source = attributes.get("src", "")
    return source.startswith("/theme/") or attributes.get("type") == "application/ld+json"


def _leads_home(attributes: dict[str, str], own: str) -> bool:
    """A policy, or the way from an old address to a page of this site."""
    if attributes["http-equiv"].lower() == "content-security-policy":
        return not MARKS.search(attributes["content"])
    target = attributes.get("content", "").partition("url=")[2]
    return target.startswith(f"{own}/") and not MARKS.search(target)


def _is_harmless(tag: str, value: str, own: str) -> bool:
    """Only a link that a reader follows by himself may lead elsewhere."""
    parts = urlsplit(value.strip())
    if parts.scheme not in SCHEMES or re.search(r"[\x00-\x20]", value.strip()[:12]):
        return False
    return tag == "a" or parts.netloc in ("", urlsplit(own).netloc) or EVIL not in parts.netloc


def linked_data(html: str) -> Iterator[Any]:
    """What stands in the blocks of JSON-LD."""
    for node in LexborHTMLParser(html).css('script[type="application/ld+json"]'):
        yield json.loads(node.text())


def keys(data: Any) -> Iterator[str]:
    """Every key of a tree."""
    if isinstance(data, dict):
        yield from data
        data = list(data.values())
    if isinstance(data, list):
        for one in data:
            yield from keys(one)
