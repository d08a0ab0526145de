"""JSON-LD as text: things of schema.org without empty properties, safe within a page.

A page carries them in ``<script type="application/ld+json">``. That is a data block: the
browser neither executes it nor asks the Content Security Policy about it (HTML, „prepare the
script element”, returns before both), so it stands under ``default-src 'none'``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from markupsafe import Markup

from plugins.layout.linking import absolute
from plugins.layout.values import Head
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.typography import untied

Thing = dict[str, Any]
"""Properties in the order in which they are written; values as JSON has them."""


def thing(kind: str, id: str = "", /, **properties: object) -> Thing:
    """A thing of a type; properties without a value are left out, ``False`` and 0 are values.

    >>> thing("Place", name="Aula", geo=None, url="")
    {'@type': 'Place', 'name': 'Aula'}
    """
    made: Thing = {"@type": kind, "@id": id, **properties}
    return {name: value for name, value in made.items() if value not in (None, "", [], {})}


def one_or_all(values: list[Any]) -> Any:
    """A single value alone, several as a list, none as ``None``: JSON-LD takes all three.

    >>> one_or_all(["a"]), one_or_all(["a", "b"]), one_or_all([])
    ('a', ['a', 'b'], None)
    """
    return values[0] if len(values) == 1 else values or None


def written(value: Thing) -> str:
    r"""JSON text; the hard spaces of typography become plain ones.

    >>> written(thing("Event", name="Park po\xa0zmroku"))
    '{"@type":"Event","name":"Park po zmroku"}'
    """
    return untied(msgspec.json.encode(value).decode())


_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""Signs with which text could end the element, or a line of a script."""


def embedded(text: str) -> Markup:
    r"""JSON text for a data block: nothing in it can end the element.

    >>> embedded('{"name":"</script>"}')
    Markup('{"name":"\\u003c/script\\u003e"}')
    """
    return Markup(text.translate(_UNSAFE))


def json_ld(head: Head, unit: Unit) -> Markup:
    """All that a page says in JSON-LD: what it is about, and its breadcrumbs as shown.

    Empty on a page that says nothing.
    """
    parts = [*head.json_ld, *([written(_trail(head, unit))] if head.crumbs else [])]
    graph = f'{{"@context":"https://schema.org","@graph":[{",".join(parts)}]}}'
    return embedded(graph) if parts else Markup("")


def _trail(head: Head, unit: Unit) -> Thing:
    crumbs = enumerate(head.crumbs, 1)
    items = [
        thing("ListItem", position=n, name=crumb.text, item=absolute(crumb.href, unit.site))
        for n, crumb in crumbs
    ]
    return thing("BreadcrumbList", itemListElement=items)


_LOCALES = {"pl": "pl_PL", "en": "en_GB", "uk": "uk_UA"}


def locale(language: str) -> str:
    """A language as Open Graph writes it, with a country.

    >>> locale("uk")
    'uk_UA'
    """
    return _LOCALES[language]


ALL: tuple[Callable[..., Any], ...] = (json_ld, locale)
"""What templates may use."""
