"""Ways to narrow a list: links to lists that are already narrower, or to parts of a page.

Nothing is filtered while it is read: every link leads to a page that stands on its own, so all
of it works without a script, can be sent to a neighbour and is found by search engines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from plugins.layout.values import Facet, Group, Link
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.categories import CATEGORIES
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.news import News
from plugins.newsroom.spelling import alphabetical

FEW = 8
"""How many values a facet shows: those with most records; the rest stands in their index."""

Named = Callable[[str], Link | None]


def debates(catalogue: Catalogue) -> Iterator[Facet]:
    """By district, category and programme."""
    yield from _places(catalogue, Debate, "#debaty")
    yield _programmes(catalogue, Debate, "#debaty")


def news(catalogue: Catalogue) -> Iterator[Facet]:
    """By topic and programme."""
    yield topics(catalogue, News, "#aktualnosci")
    yield _programmes(catalogue, News, "#aktualnosci")


def _places(catalogue: Catalogue, kind: type[Record], part: str) -> Iterator[Facet]:
    districts = _titled(catalogue, "rejony", part)
    rest = Link("Wszystkie rejony", addresses.DISTRICTS)
    yield _facet("Rejon", catalogue.by_district, kind, districts, rest)
    yield categories(catalogue, kind, part)


def categories(catalogue: Catalogue, kind: type[Record], part: str = "") -> Facet:
    """By category of the Mapa Zagrożeń; ``part``: the anchor of the records on its page."""
    rest = Link("Wszystkie kategorie", addresses.CATEGORIES)

    def named(name: str) -> Link:
        return Link(CATEGORIES[name], addresses.category(name) + part)

    return _facet("Kategoria", catalogue.by_category, kind, named, rest)


def topics(catalogue: Catalogue, kind: type[Record], part: str = "") -> Facet:
    """By topic; ``part``: the anchor of the records on the topic's page."""
    rest = Link("Wszystkie tematy", addresses.TOPICS)

    def named(slug: str) -> Link:
        return Link(spelled(catalogue, slug), f"{addresses.TOPICS}{slug}/{part}")

    return _facet("Temat", catalogue.by_topic, kind, named, rest)


def _programmes(catalogue: Catalogue, kind: type[Record], part: str) -> Facet:
    named = _titled(catalogue, "programy", part)
    rest = Link("Wszystkie programy", addresses.PROGRAMMES)
    return _facet("Program", catalogue.by_programme, kind, named, rest)


def _titled(catalogue: Catalogue, folder: str, part: str) -> Named:
    """Links to records of a folder by their id; what has no page of its own has none."""

    def named(name: str) -> Link | None:
        record = catalogue.record(f"{folder}/{name}")
        return Link(record.title, addresses.of(record) + part) if record else None

    return named


def _facet(
    title: str,
    found: Mapping[str, tuple[Record, ...]],
    kind: type[Record],
    named: Named,
    rest: Link,
) -> Facet:
    """The values with most records of a kind, from A to Z, each with its number."""
    counts = {name: sum(isinstance(one, kind) for one in some) for name, some in found.items()}
    linked = [(link, counts[name]) for name in counts if counts[name] and (link := named(name))]
    linked.sort(key=lambda one: (-one[1], alphabetical(one[0].text)))
    shown = sorted(linked[:FEW], key=lambda one: alphabetical(one[0].text))
    links = tuple(Link(f"{link.text} ({count})", link.href) for link, count in shown)
    return Facet(title, (*links, rest) if len(linked) > FEW else links)


def parts(title: str, groups: Iterable[Group]) -> Facet:
    """To the parts of the page itself, each with how many records it shows."""
    return Facet(
        title,
        tuple(Link(f"{one.title} ({len(one.cards)})", f"#{one.id}") for one in groups if one.cards),
    )


def worthwhile(facets: Iterable[Facet]) -> tuple[Facet, ...]:
    """Those that tell records apart: with one value there is nothing to choose."""
    return tuple(facet for facet in facets if len(facet.links) > 1)


def spelled(catalogue: Catalogue, slug: str) -> str:
    """A topic as the newest record that has it spells it."""
    newest = catalogue.by_topic[slug][-1]
    return next(topic for topic in newest.topics if addresses.slug(topic) == slug)
