"""Where a resident looks for something: the indexes of all that is published, on one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.layout import cards, making
from plugins.layout.frame import head
from plugins.layout.values import Facet, Frame, Head, Link
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.request import Status
from plugins.newsroom.relations import grouped, published_on
from plugins.newsroom.spelling import alphabetical
from plugins.outputs import Later, Output
from plugins.pages import districts, facets, ways


@dataclass(frozen=True, slots=True)
class IndexesPage:
    """``/spisy/``: what there is instead of search, and beside it."""

    frame: Frame
    head: Head
    title: str
    lead: str
    facets: tuple[Facet, ...]


def plan(catalogue: Catalogue, frame: Frame) -> Iterator[Output]:
    """One page, always there; where the site has no search, every page's header leads to it."""
    path = addresses.file(addresses.INDEXES)
    yield Output(path, making.page, Later(_page, catalogue, frame), "indexes.html")


_LEAD = "Wszystko, co opublikowaliśmy: według daty, miejsca albo sprawy."


def _page(catalogue: Catalogue, frame: Frame) -> IndexesPage:
    return IndexesPage(
        frame=frame,
        head=head("Spisy", addresses.INDEXES, description=_LEAD),
        title="Spisy",
        lead=_LEAD,
        facets=tuple(one for one in _indexes(catalogue) if one.links),
    )


def _indexes(catalogue: Catalogue) -> Iterator[Facet]:
    """What residents look for most, first."""
    yield _debates(catalogue)
    yield from _near(catalogue)
    if catalogue.requests:
        yield _requests(catalogue)
    yield _topics(catalogue)
    yield _categories(catalogue)
    yield _news(catalogue)
    yield _others(catalogue)
    yield _archive(catalogue)


def _debates(catalogue: Catalogue) -> Facet:
    years = {debate.when.first.year for debate in catalogue.debates if debate.when.first}
    links = (
        Link("Wszystkie debaty", addresses.DEBATES),
        Link("Kalendarz", addresses.CALENDAR),
        *_years(addresses.DEBATES, years),
    )
    return Facet("Debaty", links, "Terminy, a po debacie sprawozdanie i to, co z niego wynikło.")


def _years(section: str, years: Iterable[int]) -> tuple[Link, ...]:
    newest = sorted(set(years), reverse=True)
    return tuple(Link(str(year), addresses.year(section, year)) for year in newest)


def _published(records: Iterable[Record]) -> set[int]:
    return {day.year for record in records if (day := published_on(record))}


def _near(catalogue: Catalogue) -> Iterator[Facet]:
    """The resident's own street and district."""
    letters = districts.by_letter(catalogue)
    yield Facet(
        "Ulice od A do Ż",
        tuple(Link(one, f"{addresses.STREETS}#litera-{one.lower()}") for one in letters),
        "Wybierz pierwszą literę swojej ulicy, a dowiesz się, kto jest Twoim dzielnicowym.",
    )
    ordered = sorted(catalogue.districts, key=lambda district: alphabetical(district.title))
    links = tuple(Link(one.title, addresses.of(one)) for one in ordered)
    yield Facet("Rejony", links, "Debaty, wnioski i plany dzielnicowego w Twojej okolicy.")


def _requests(catalogue: Catalogue) -> Facet:
    found = grouped(catalogue.requests, lambda request: (catalogue.status(request),))
    statuses = (
        Link(f"{cards.STATUSES[one].text} ({len(found[one])})", addresses.status(one.value))
        for one in Status
        if one in found
    )
    years = _years(addresses.REQUESTS, map(ways.year, catalogue.requests))
    links = (Link("Wszystkie wnioski", addresses.REQUESTS), *statuses, *years)
    return Facet("Wnioski mieszkańców", links, "O co prosiliście i co z tego wynikło.")


def _topics(catalogue: Catalogue) -> Facet:
    found = facets.topics(catalogue, Record)
    return Facet("Tematy", found.links, "Najczęstsze tematy; w nawiasie liczba wpisów.")


def _categories(catalogue: Catalogue) -> Facet:
    about = "Jak na Krajowej Mapie Zagrożeń Bezpieczeństwa; w nawiasie liczba wpisów."
    return Facet("Kategorie zagrożeń", facets.categories(catalogue, Record).links, about)


def _news(catalogue: Catalogue) -> Facet:
    years = _years(addresses.NEWS, _published(catalogue.news))
    links = (Link("Najnowsze", addresses.NEWS), *years)
    return Facet("Aktualności", links, "Komunikaty, ostrzeżenia i porady.")


def _others(catalogue: Catalogue) -> Facet:
    asked = (Link("Pytania z debat", addresses.QUESTIONS),) if catalogue.questions else ()
    links = (
        Link("Programy", addresses.PROGRAMMES),
        Link("Cykle debat", addresses.CYCLES),
        Link("Miejsca debat", addresses.VENUES),
        Link("Podmioty", addresses.BODIES),
        *asked,
        Link("Mapa strony", addresses.SITEMAP_PAGE),
    )
    return Facet("Inne spisy", links)


def _archive(catalogue: Catalogue) -> Facet:
    years = sorted(_published(catalogue.listed), reverse=True)
    links = (Link(str(year), f"{addresses.ARCHIVE}{year}/") for year in years)
    return Facet("Archiwum", tuple(links), "Wszystko według miesiąca publikacji.")
