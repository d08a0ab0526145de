"""Topics, and the categories of the Krajowa Mapa Zagrożeń Bezpieczeństwa."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.layout.frame import head
from plugins.layout.values import Card, Frame, Group, Link, ListPage
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.categories import CATEGORIES
from plugins.newsroom.spelling import alphabetical
from plugins.outputs import Output
from plugins.pages.lists import output
from plugins.pages.records import groups

_NOT_FOR_EMERGENCIES = (
    "Mapa nie służy do zgłaszania potrzeby pilnej interwencji Policji. W nagłym zagrożeniu "
    "zadzwoń pod numer 112."
)


def plan(catalogue: Catalogue, frame: Frame) -> Iterator[Output]:
    """Indexes and a page for each topic and category."""
    yield output(addresses.TOPICS, _topics, catalogue, frame)
    for slug in catalogue.by_topic:
        yield output(f"{addresses.TOPICS}{slug}/", _topic, catalogue, frame, slug)
    yield output(addresses.CATEGORIES, _categories, catalogue, frame)
    for name in CATEGORIES:
        yield output(addresses.category(name), _category, catalogue, frame, name)


def _spelled(catalogue: Catalogue, slug: str) -> str:
    """A topic as the newest record that has it spells it."""
    newest = catalogue.by_topic[slug][-1]
    return next(topic for topic in newest.topics if addresses.slug(topic) == slug)


def _topics(catalogue: Catalogue, frame: Frame) -> ListPage:
    names = sorted((_spelled(catalogue, slug) for slug in catalogue.by_topic), key=alphabetical)
    cards = tuple(Card(name, addresses.topic(name)) for name in names)
    return ListPage(
        frame=frame,
        head=head("Tematy", addresses.TOPICS),
        title="Tematy",
        lead="O czym piszemy, od A do Ż.",
        groups=(Group("", cards, empty="Nie ma jeszcze tematów."),),
    )


def _topic(catalogue: Catalogue, frame: Frame, slug: str) -> ListPage:
    title = _spelled(catalogue, slug)
    shown = f"{title[:1].upper()}{title[1:]}"
    return ListPage(
        frame=frame,
        head=head(f"Temat: {title}", addresses.topic(title), Link("Tematy", addresses.TOPICS)),
        title=shown,
        groups=groups(catalogue, catalogue.by_topic[slug]),
    )


def _categories(catalogue: Catalogue, frame: Frame) -> ListPage:
    counted = ((name, len(catalogue.by_category.get(name, ()))) for name in CATEGORIES)
    cards = tuple(
        Card(CATEGORIES[name], addresses.category(name), note=_count(number))
        for name, number in counted
    )
    return ListPage(
        frame=frame,
        head=head("Kategorie zagrożeń", addresses.CATEGORIES),
        title="Kategorie zagrożeń",
        lead=f"Kategorie Krajowej Mapy Zagrożeń Bezpieczeństwa. {_NOT_FOR_EMERGENCIES}",
        groups=(Group("", cards),),
    )


def _count(number: int) -> str:
    return f"Wpisy: {number}" if number else ""


def _category(catalogue: Catalogue, frame: Frame, name: str) -> ListPage:
    title = CATEGORIES[name]
    crumb = Link("Kategorie zagrożeń", addresses.CATEGORIES)
    found = groups(catalogue, catalogue.by_category.get(name, ()))
    return ListPage(
        frame=frame,
        head=head(title, addresses.category(name), crumb),
        title=title,
        lead=_NOT_FOR_EMERGENCIES,
        groups=found or (Group("", (), empty="Nie pisaliśmy jeszcze o tej kategorii."),),
    )
