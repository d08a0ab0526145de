"""Topics, and the categories of the Krajowa Mapa Zagrożeń Bezpieczeństwa."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.layout import cards, making, requests
from plugins.layout.frame import head
from plugins.layout.values import Card, Frame, Group, Link, ListPage
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.categories import CATEGORIES
from plugins.newsroom.kinds.report import Figures
from plugins.newsroom.kinds.request import Request
from plugins.newsroom.spelling import alphabetical
from plugins.outputs import Later, Output
from plugins.pages.districts import plan_part
from plugins.pages.facets import spelled
from plugins.pages.lists import output
from plugins.pages.outcomes import CategoryPage, PlanPart
from plugins.pages.records import LIMIT, groups

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
        path = addresses.file(addresses.category(name))
        yield Output(path, making.page, Later(_category, catalogue, frame, name), "category.html")


def _topics(catalogue: Catalogue, frame: Frame) -> ListPage:
    names = sorted((spelled(catalogue, slug) for slug in catalogue.by_topic), key=alphabetical)
    shown = tuple(Card(name, addresses.topic(name)) for name in names)
    return ListPage(
        frame=frame,
        head=head("Tematy", addresses.TOPICS),
        title="Tematy",
        lead="O czym piszemy, od A do Ż.",
        groups=(Group("", shown, empty="Nie ma jeszcze tematów."),),
    )


def _topic(catalogue: Catalogue, frame: Frame, slug: str) -> ListPage:
    title = spelled(catalogue, slug)
    shown = f"{title[:1].upper()}{title[1:]}"
    return ListPage(
        frame=frame,
        head=head(f"Temat: {title}", addresses.topic(title), Link("Tematy", addresses.TOPICS)),
        title=shown,
        groups=groups(catalogue, catalogue.by_topic[slug]),
    )


def _categories(catalogue: Catalogue, frame: Frame) -> ListPage:
    counted = ((name, len(catalogue.by_category.get(name, ()))) for name in CATEGORIES)
    shown = tuple(
        Card(CATEGORIES[name], addresses.category(name), note=_count(number))
        for name, number in counted
    )
    return ListPage(
        frame=frame,
        head=head("Kategorie zagrożeń", addresses.CATEGORIES),
        title="Kategorie zagrożeń",
        lead=f"Kategorie Krajowej Mapy Zagrożeń Bezpieczeństwa. {_NOT_FOR_EMERGENCIES}",
        groups=(Group("", shown),),
    )


def _count(number: int) -> str:
    return f"Wpisy: {number}" if number else ""


def _category(catalogue: Catalogue, frame: Frame, name: str) -> CategoryPage:
    title = CATEGORIES[name]
    crumb = Link("Kategorie zagrożeń", addresses.CATEGORIES)
    found = catalogue.by_category.get(name, ())
    raised = [one for one in reversed(found) if isinstance(one, Request)]
    rest = groups(catalogue, (one for one in found if not isinstance(one, Request)))
    plans, figures = tuple(_plans(catalogue, name)), tuple(_figures(catalogue, name))
    nothing = not (found or plans or figures)
    return CategoryPage(
        frame=frame,
        head=head(title, addresses.category(name), crumb),
        title=title,
        lead=_NOT_FOR_EMERGENCIES,
        requests=requests.table(catalogue, "Wnioski", raised, limit=LIMIT),
        plans=plans,
        figures=figures,
        groups=rest,
        empty="Nie pisaliśmy jeszcze o tej kategorii." if nothing else "",
    )


def _plans(catalogue: Catalogue, name: str) -> Iterator[tuple[Link, PlanPart]]:
    """Plans for a category that are not over yet, with their districts."""
    for district, plan in catalogue.plans:
        if plan.category == name and plan.until >= catalogue.today:
            yield Link(district.title, addresses.of(district)), plan_part(catalogue, plan)


def _figures(catalogue: Catalogue, name: str) -> Iterator[tuple[Card, Figures]]:
    """What the Mapa said of a category at debates, newest first."""
    for report in reversed(catalogue.reports):
        for figures in report.kmzb:
            if figures.category == name:
                yield cards.card(catalogue, catalogue.debate(report), lead=False), figures
