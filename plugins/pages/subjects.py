"""Topics, and the categories of the Krajowa Mapa Zagrożeń Bezpieczeństwa."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from plugins.layout import cards, making, requests
from plugins.layout.frame import head
from plugins.layout.values import Card, Frame, Group, Link, ListPage
from plugins.newsroom import addresses
from plugins.newsroom import questions as asking
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.categories import CATEGORIES
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.news import News, Section
from plugins.newsroom.kinds.request import Request
from plugins.newsroom.spelling import alphabetical
from plugins.outputs import Later, Output
from plugins.pages import figures, questions
from plugins.pages.districts import plan_part
from plugins.pages.facets import spelled
from plugins.pages.lists import output
from plugins.pages.outcomes import CategoryPage, PlanPart
from plugins.pages.records import LIMIT, MAP, group, groups, with_debates

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
    asked = asking.by_category(catalogue).get(name, ())
    page = CategoryPage(
        frame=frame,
        head=head(title, addresses.category(name), crumb, description=_about(title)),
        title=title,
        lead=_NOT_FOR_EMERGENCIES,
        parts=(),
        requests=requests.table(
            catalogue,
            "Wnioski",
            raised,
            limit=LIMIT,
            more=requests.older(catalogue, "kategorie", name),
        ),
        plans=tuple(_plans(catalogue, name))[:LIMIT],
        figures=tuple(figures.sets(catalogue, name)),
        questions=questions.part(catalogue, asked, LIMIT),
        groups=tuple(_groups(catalogue, found)),
        empty="",
        guide=cards.link(catalogue.record(f"strony/{MAP}")),
    )
    parts = tuple(_parts(page))
    return replace(page, parts=parts, empty="" if parts else _NOTHING)


_NOTHING = "Nie pisaliśmy jeszcze o tej kategorii."


def _about(title: str) -> str:
    return f"{title}: co o tym mówiono na debatach, co zrobiono i jak to zgłosić."


def _parts(page: CategoryPage) -> Iterator[Link]:
    """What there is on the page, in the order of the page; empty parts are left out."""
    if page.requests.rows:
        yield Link(page.requests.title, "#wnioski")
    if page.plans:
        yield Link("Plany dzielnicowych", "#plany")
    if page.figures:
        yield Link("Liczby z Mapy Zagrożeń", "#liczby")
    if page.questions.shown:
        yield Link("Pytania", "#pytania")
    yield from (Link(group.title, f"#{group.id}") for group in page.groups)


def _groups(catalogue: Catalogue, found: Iterable[Record]) -> Iterator[Group]:
    """Debates, programmes, news; advice stands apart, whole sentences with it."""
    told = with_debates(catalogue, (one for one in found if not isinstance(one, Request)))
    advice = [one for one in told if _is_advice(one)]
    yield from groups(catalogue, (one for one in told if not _is_advice(one)))
    if advice:
        yield group(catalogue, "Porady", advice, "porady", lead=True)


def _is_advice(record: Record) -> bool:
    return isinstance(record, News) and record.section is Section.PREVENTION


def _plans(catalogue: Catalogue, name: str) -> Iterator[tuple[Link, PlanPart]]:
    """Plans for a category with their districts: those that are not over first, then the newest."""
    mine = [(district, plan) for district, plan in catalogue.plans if plan.category == name]
    mine.sort(key=lambda one: (one[1].until >= catalogue.today, one[1].since), reverse=True)
    for district, plan in mine:
        yield Link(district.title, addresses.of(district)), plan_part(catalogue, plan)
