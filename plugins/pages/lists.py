"""Lists of debates, news, programmes, bodies, venues and cycles, whole and by year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from plugins.layout import cards, making, quiet
from plugins.layout.frame import head
from plugins.layout.values import Card, Facet, Frame, Group, Link, ListPage
from plugins.newsroom import addresses, debts
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.debts import Owed
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.page import Page
from plugins.newsroom.phases import Phase
from plugins.newsroom.relations import grouped, published_on
from plugins.newsroom.spelling import alphabetical
from plugins.outputs import Later, Output
from plugins.pages import facets, home

NEWEST = 20
"""How many records a list shows; the years hold the rest (nothing grows without end)."""


def plan(catalogue: Catalogue, frame: Frame) -> Iterator[Output]:
    """Every list page."""
    yield output(addresses.DEBATES, _debates, catalogue, frame)
    yield output(addresses.NEWS, _news, catalogue, frame)
    yield output(addresses.PROGRAMMES, _programmes, catalogue, frame)
    yield output(addresses.SITEMAP_PAGE, _map, catalogue, frame)
    for title, address, lead, records in (
        ("Podmioty", addresses.BODIES, _BODIES, catalogue.bodies),
        ("Miejsca", addresses.VENUES, _VENUES, catalogue.venues),
        ("Cykle", addresses.CYCLES, _CYCLES, catalogue.cycles),
    ):
        yield output(address, _named, catalogue, frame, title, address, lead, records)
    debates = grouped(catalogue.debates, lambda debate: _some(_year_of(debate)))
    yield from _years(catalogue, frame, Link("Debaty", addresses.DEBATES), debates)
    news = grouped(catalogue.news, lambda news: _some(_published_year(news)))
    yield from _years(catalogue, frame, Link("Aktualności", addresses.NEWS), news)


def _some(year: int | None) -> tuple[int, ...]:
    return (year,) if year else ()


def output(address: str, view: Callable[..., ListPage], *args: object) -> Output:
    """A list at its address; its view is made when it is needed."""
    return Output(addresses.file(address), making.page, Later(view, *args), "list.html")


def listed(catalogue: Catalogue, records: Iterable[Record]) -> tuple[Card, ...]:
    """Cards of records, in the order given."""
    return tuple(cards.card(catalogue, record) for record in records)


_DEBATES = (
    "Debata społeczna to otwarte spotkanie Policji z mieszkańcami. Tu są terminy, a po debacie "
    "sprawozdanie i to, co z niego wynikło."
)


def _debates(catalogue: Catalogue, frame: Frame) -> ListPage:
    by_phase = grouped(catalogue.debates, lambda debate: (catalogue.phase(debate),))
    told = [debate for debate in catalogue.debates if catalogue.report(debate)]
    done = [debate for debate in told if debate.when.first]
    other = _newest([d for phase in _OFF for d in by_phase.get(phase, ())])
    held = [d for phase in _HELD for d in by_phase.get(phase, ())]
    untold = [d for d in held if not (catalogue.report(d) or catalogue.due(d))]
    unknown = [debate for debate in told if not debate.when.first]
    owing = [one for one in debts.late(catalogue) if one.owed is Owed.EVALUATION]
    unaccounted = [one.record for one in owing][:NEWEST]
    owed = Link("Wszystkie nasze zaległości", addresses.DEBTS)
    groups = (
        Group(
            "Nadchodzące",
            listed(catalogue, home.upcoming(catalogue)),
            "nadchodzace",
            empty="Żadna debata nie jest teraz zapowiedziana.",
        ),
        Group("Odroczone, odwołane, bez nowego terminu", listed(catalogue, other), "zmiany"),
        Group("Czekają na sprawozdanie", listed(catalogue, home.awaiting(catalogue)), "czekaja"),
        Group("Ostatnie sprawozdania", listed(catalogue, _newest(done)), "po"),
        Group("Odbyły się, bez sprawozdania", listed(catalogue, _newest(untold)), "inne"),
        Group("Czekają na ewaluację ponad rok", listed(catalogue, unaccounted), "ewaluacja", owed),
        Group("Bez znanej daty", listed(catalogue, _newest(unknown)), "bez-daty"),
    )
    years = _year_links(addresses.DEBATES, map(_year_of, catalogue.debates))
    narrower = (facets.parts("Etap", groups), Facet("Rok", years), *facets.debates(catalogue))
    return ListPage(
        frame=frame,
        head=head("Debaty społeczne", addresses.DEBATES, description=_DEBATES),
        title="Debaty społeczne",
        lead=_DEBATES,
        shortcuts=years,
        shortcuts_title="Debaty według lat",
        facets=facets.worthwhile(narrower),
        groups=tuple(group for group in groups if group.cards or group.empty),
    )


_HELD = (Phase.HELD, Phase.EVALUATED)
_OFF = (Phase.POSTPONED, Phase.UNSETTLED, Phase.CANCELLED)


def _newest(records: list[Debate]) -> list[Debate]:
    return sorted(records, key=_order, reverse=True)[:NEWEST]


def _order(debate: Debate) -> str:
    return f"{debate.when.iso}/{debate.id}"


def _year_of(debate: Debate) -> int | None:
    return debate.when.first.year if debate.when.first else None


def _year_links(section: str, years: Iterable[int | None]) -> tuple[Link, ...]:
    found = sorted({year for year in years if year}, reverse=True)
    return tuple(Link(str(year), addresses.year(section, year)) for year in found)


def _years(
    catalogue: Catalogue, frame: Frame, crumb: Link, by_year: Mapping[int, tuple[Record, ...]]
) -> Iterator[Output]:
    for year, records in by_year.items():
        address = addresses.year(crumb.href, year)
        yield output(address, _year, catalogue, frame, crumb, year, records, tuple(by_year))


def _year(
    catalogue: Catalogue,
    frame: Frame,
    crumb: Link,
    year: int,
    records: tuple[Record, ...],
    years: tuple[int, ...],
) -> ListPage:
    title = f"{crumb.text} w {year} roku"
    return ListPage(
        frame=quiet.of_year(catalogue, frame, year),
        head=head(title, addresses.year(crumb.href, year), crumb),
        title=title,
        shortcuts=_year_links(crumb.href, (one for one in years if one != year)),
        shortcuts_title="Inne lata",
        groups=(Group("", listed(catalogue, reversed(records))),),
    )


_NEWS = "Komunikaty, ostrzeżenia, wiadomości o programach i porady."


def _news(catalogue: Catalogue, frame: Frame) -> ListPage:
    newest = tuple(reversed(catalogue.news))[:NEWEST]
    live = Group(
        "Ostrzeżenia w mocy",
        listed(catalogue, catalogue.warnings),
        "ostrzezenia",
        empty="Teraz nie ma żadnego ostrzeżenia.",
    )
    latest = Group("Najnowsze", listed(catalogue, newest), "najnowsze")
    years = _year_links(addresses.NEWS, map(_published_year, catalogue.news))
    return ListPage(
        frame=frame,
        head=head("Aktualności", addresses.NEWS, description=_NEWS),
        title="Aktualności",
        lead=_NEWS,
        shortcuts=years,
        shortcuts_title="Aktualności według lat",
        facets=facets.worthwhile((Facet("Rok", years), *facets.news(catalogue))),
        groups=(live, *((latest,) if latest.cards else ())),
    )


def _published_year(record: Record) -> int | None:
    day = published_on(record)
    return day.year if day else None


_PROGRAMMES = "Programy poprawy bezpieczeństwa: po co są, kto je prowadzi i co już zrobiono."


def _programmes(catalogue: Catalogue, frame: Frame) -> ListPage:
    newest = list(reversed(catalogue.programmes))
    ended = [programme for programme in newest if catalogue.archived(programme)]
    running = [programme for programme in newest if programme not in ended]
    groups = (
        Group("Trwające i planowane", listed(catalogue, running), "trwajace"),
        Group("Zakończone", listed(catalogue, ended), "zakonczone"),
    )
    return ListPage(
        frame=frame,
        head=head("Programy", addresses.PROGRAMMES, description=_PROGRAMMES),
        title="Programy",
        lead=_PROGRAMMES,
        groups=tuple(group for group in groups if group.cards),
    )


_BODIES = "Instytucje, które z nami rozmawiają i działają, oraz nasze wydziały i komisariaty."
_VENUES = "Gdzie spotykamy się z mieszkańcami: adres, dojście i dostępność każdego miejsca."
_CYCLES = "Serie spotkań pod wspólną nazwą."


def _named(
    catalogue: Catalogue,
    frame: Frame,
    title: str,
    address: str,
    lead: str,
    records: Iterable[Record],
) -> ListPage:
    ordered = sorted(records, key=lambda record: alphabetical(record.title))
    return ListPage(
        frame=frame,
        head=head(title, address, description=lead),
        title=title,
        lead=lead,
        groups=(Group("", listed(catalogue, ordered)),),
    )


_SECTIONS = (
    *(addresses.DISTRICTS, addresses.STREETS, addresses.QUESTIONS, addresses.DEBTS),
    *(addresses.BALANCE, addresses.DATA),
    *(addresses.CATEGORIES, addresses.TOPICS, addresses.SUBSCRIPTIONS, addresses.INDEXES),
)


def _map(catalogue: Catalogue, frame: Frame) -> ListPage:
    """The site in one page: its sections and standing pages."""
    sections = (
        *frame.menu,
        *(link for column in frame.footer for link in column if link.href in _SECTIONS),
        Link("Podmioty", addresses.BODIES),
        Link("Miejsca", addresses.VENUES),
        Link("Cykle", addresses.CYCLES),
    )
    standing = sorted(catalogue.pages, key=lambda page: alphabetical(page.title))
    plain = tuple(Card(link.text, link.href) for link in dict.fromkeys(sections))
    return ListPage(
        frame=frame,
        head=head("Mapa strony", addresses.SITEMAP_PAGE),
        title="Mapa strony",
        groups=(
            Group("Działy", plain, "dzialy"),
            Group("Strony stałe", tuple(map(_plain, standing)), "strony"),
        ),
    )


def _plain(page: Page) -> Card:
    return Card(page.title, addresses.of(page), lead=page.summary)
