"""What templates may do with values: the table of all filters, and those that make HTML.

Pure functions only. A moment may come as a :class:`~plugins.newsroom.dates.Moment`, as a date,
or as text that ``dates.moment`` reads (so that a component's examples can be plain YAML).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup

from plugins.layout import dating, jsonld, linking, months, wording
from plugins.newsroom import prose
from plugins.newsroom.carriers import texts
from plugins.newsroom.people import Person
from plugins.outputs import File, Text


def placed(body: Any, text: Callable[[Text], str]) -> Markup:
    """A body's HTML with its links and pictures; ``text`` gives the HTML of a body.

    Wide tables scroll on their own, postcodes stay whole.
    """
    html = prose.finished(text(body.text), dict(body.links), dict(body.pictures))
    if _END_OF_POSTCODE.search(html):  # few; all text takes a hundred times as long
        html = _TEXT_NODE.sub(lambda node: wording.whole(node[0]), html)
    return Markup(_TABLE.sub(_SCROLLED, html))


_END_OF_POSTCODE = re.compile(r"-\d{3}")
_TEXT_NODE = re.compile(r"(?:^|(?<=>))[^<>]*\d-\d[^<>]*")
_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_SCROLLED = r'<div class="scroll" role="group" aria-label="Tabela" tabindex="0">\g<0></div>'


_HEADING = re.compile(r"(</?h)([2-5])\b")


def demoted(html: Markup) -> Markup:
    """A body's headings one level lower, where it stands under a heading of its own.

    >>> demoted(Markup('<h2 id="a">Jak</h2>'))
    Markup('<h3 id="a">Jak</h3>')
    """
    return Markup(_HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", html))


def picture(value: Any, sizes: str = prose.COLUMN) -> Markup:
    """The attributes of ``<img>``: address, sizes, width and height, lazy loading."""
    return Markup(prose.attributes(_picture(value), sizes))


def wrapped(img: str, value: Any, sizes: str = prose.COLUMN) -> Markup:
    """An ``<img>`` with what browsers may load instead of it."""
    return Markup(prose.wrapped(img, _picture(value), sizes))


def _picture(value: Any) -> prose.Picture:
    """A picture, which in an example is a mapping."""
    return prose.Picture(**value) if isinstance(value, dict) else value


def paragraphs(spoken: File | None, file: Callable[[File], bytes]) -> list[str]:
    """A transcript's paragraphs, between which a line is empty; ``file`` gives its bytes."""
    text = texts.decoded(file(spoken)) if spoken else ""
    return [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]


def picture_of(section: str, pictures: Iterable[tuple[str, Any]]) -> Any:
    """What a page of a section shows where it is linked to; the first, home's, stands for all."""
    found = dict(pictures)
    return found.get(section, next(iter(found.values())))


def members(people: Iterable[Person]) -> list[dict[str, object]]:
    """People without pages, as the component ``people`` shows them."""
    return [{"person": one, "href": ""} for one in people]


_HERE: tuple[Callable[..., Any], ...] = (
    demoted,
    members,
    paragraphs,
    picture,
    picture_of,
    placed,
    wrapped,
)

FILTERS: dict[str, Callable[..., Any]] = {
    one.__name__: one
    for one in (*_HERE, *dating.ALL, *jsonld.ALL, *linking.ALL, *months.ALL, *wording.ALL)
}
"""Name in a template → function."""
