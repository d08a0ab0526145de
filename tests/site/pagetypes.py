"""Which pages of a built site show every type of page, and every form that anything has there."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from plugins.press.store import Store

TEMPLATES = Path(__file__).resolve().parents[2] / "theme/templates"
_PARENT = re.compile(r'\{%-?\s*extends\s+"([^"]+)"')

_SOURCES = {file.name: file.read_text("utf-8") for file in sorted(TEMPLATES.glob("*.html"))}
_BASES = {name for source in _SOURCES.values() for name in _PARENT.findall(source)}
_OF_PREVIEW = {"components.html"}  # tests/theme/test_examples.py judges what it shows
TYPES = tuple(name for name in _SOURCES if name not in _BASES | _OF_PREVIEW)
"""Templates that make a page of the published site: all but those that others extend."""


def pages(root: Path) -> dict[str, list[str]]:
    """Files of ``root/output`` by the type that the last build made them with."""
    with Store(root / ".debaty/store.sqlite") as store:
        recipes = {name: json.loads(parts) for name, parts in store.recipes().items()}
        views = store.views("output", store.outputs("output"))
    found: dict[str, list[str]] = {name: [] for name in TYPES}
    for path, view in sorted(views.items()):
        for name in recipes[view.recipe].get("template", {}).keys() & found.keys():
            found[name].append(path)
    return found


def telling(
    types: Mapping[str, list[str]], html: Mapping[str, str], chosen: tuple[str, ...] = ()
) -> dict[str, str]:
    """Type by page: ``chosen``, then small pages that show every type, class and element missing.

    >>> html = {"a": '<p class="x">', "b": '<p class="x y">', "c": "<h2>"}
    >>> telling({"one": ["a", "b"], "two": ["c"]}, html)
    {'c': 'two', 'b': 'one'}
    """
    type_of = {path: name for name, paths in types.items() for path in paths}
    traits = {path: {name, *_traits(html[path])} for path, name in type_of.items()}
    found = list(chosen)
    missing = set[str]().union(*traits.values()) - set[str]().union(*map(traits.get, chosen))
    while missing:
        found.append(max(traits, key=lambda path: len(traits[path] & missing) / len(html[path])))
        missing -= traits[found[-1]]
    for path in found[len(chosen) :]:  # the last may show all that an earlier one was taken for
        others = [other for other in found if other != path]
        if traits[path] <= set[str]().union(*map(traits.get, others)):
            found = others
    return {path: type_of[path] for path in found}


def _traits(html: str) -> set[str]:
    """Every class and every element of a page."""
    classes = {name for value in re.findall(r'\sclass="([^"]*)"', html) for name in value.split()}
    return classes | {f"<{name}" for name in re.findall(r"<(\w+)[\s>]", html)}


def address(path: str) -> str:
    """The address of a page's file, within the site.

    >>> address("debaty/index.html"), address("index.html"), address("404.html")
    ('/debaty/', '/', '/404.html')
    """
    return "/" + path.removesuffix("index.html")
