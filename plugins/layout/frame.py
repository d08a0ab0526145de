"""The frame around every page: menu, footer, feeds, warnings."""

from __future__ import annotations

from collections.abc import Iterator

from plugins import signals
from plugins.layout import calendars, cards, channels, making, sharing
from plugins.layout.values import Card, Frame, Head, Link
from plugins.newsroom import addresses, published
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.district import District
from plugins.newsroom.kinds.page import Page
from plugins.newsroom.kinds.request import Request
from plugins.newsroom.prose import Picture
from plugins.outputs import File

_MENU = (
    Link("Debaty", addresses.DEBATES),
    Link("Wnioski", addresses.REQUESTS),
    Link("Kalendarz", addresses.CALENDAR),
    Link("Mój dzielnicowy", addresses.DISTRICTS),
    Link("Programy", addresses.PROGRAMMES),
    Link("Aktualności", addresses.NEWS),
    Link("Archiwum", addresses.ARCHIVE),
    Link("Kontakt", "/kontakt/"),
)

_FOOTER = (
    (
        ("Kto to robi", ""),
        ("O nas", "/o-nas/"),
        ("Kontakt", "/kontakt/"),
        ("Tekst łatwy do czytania (ETR)", "/etr/"),
        ("Polski język migowy (PJM)", "/pjm/"),
        ("Podmioty", addresses.BODIES),
        ("Pytania z debat", addresses.QUESTIONS),
        ("Rozliczenie wniosków", addresses.BALANCE),
        ("Zaległości", addresses.DEBTS),
        ("Archiwum", addresses.ARCHIVE),
    ),
    (
        ("Bezpieczeństwo na co dzień", ""),
        ("Ostrzeżenia", addresses.WARNINGS),
        ("Krajowa Mapa Zagrożeń Bezpieczeństwa", "/krajowa-mapa-zagrozen-bezpieczenstwa/"),
        ("Moja Komenda", "/moja-komenda/"),
        ("Dzielnicowy bliżej nas", "/dzielnicowy-blizej-nas/"),
        ("Rejony dzielnicowych", addresses.DISTRICTS),
        ("Ulice od A do Ż", addresses.STREETS),
        ("Kategorie zagrożeń", addresses.CATEGORIES),
        ("Tematy", addresses.TOPICS),
    ),
    (
        ("O tej stronie", ""),
        ("Subskrypcje: terminy i nowości", addresses.SUBSCRIPTIONS),
        ("Otwarte dane", addresses.DATA),
        ("Znajdź na stronie", addresses.SEARCH),
        ("Spisy", addresses.INDEXES),
        ("Deklaracja dostępności", "/deklaracja-dostepnosci/"),
        ("Zapewnienie dostępności cyfrowej", "/dostepnosc-cyfrowa/"),
        ("Polityka prywatności", "/polityka-prywatnosci/"),
        ("Klauzula informacyjna (RODO)", "/klauzula-informacyjna/"),
        ("Ponowne wykorzystywanie", "/ponowne-wykorzystywanie/"),
        ("Mapa strony", addresses.SITEMAP_PAGE),
    ),
)
"""Columns of (words, address); the first row of each is its heading. A standing page that the
unit has not written is left out."""

_GENERATED = frozenset(
    (
        "",
        *(addresses.DEBATES, addresses.CALENDAR, addresses.PROGRAMMES, addresses.NEWS),
        *(addresses.ARCHIVE, addresses.BODIES, addresses.CATEGORIES, addresses.TOPICS),
        *(addresses.SITEMAP_PAGE, addresses.SUBSCRIPTIONS, addresses.INDEXES, addresses.DEBTS),
        *(addresses.DATA, addresses.WARNINGS),
    )
)
"""Pages that every site has, be they empty."""


def _gathered(catalogue: Catalogue) -> Iterator[str]:
    """Pages that a site has once there is something to show."""
    if catalogue.has(Request):
        yield from (addresses.REQUESTS, addresses.BALANCE)
    if catalogue.has(District):
        yield from (addresses.DISTRICTS, addresses.STREETS)
    if catalogue.questions:
        yield addresses.QUESTIONS


def frame(catalogue: Catalogue, assets: tuple[File, ...]) -> Frame:
    """The frame of every page of a run."""
    pages = (*catalogue.pages, *(one for one in catalogue.hidden if isinstance(one, Page)))
    standing = {f"/{page.id}/" for page in pages}
    has_engine = "search" in _offered(catalogue)
    there = standing | _GENERATED | set(_gathered(catalogue))
    there |= {addresses.SEARCH} if has_engine else set()
    footer = (tuple(Link(*row) for row in column if row[1] in there) for column in _FOOTER)
    return Frame(
        unit=catalogue.unit,
        stylesheet=f"/{making.stylesheet(assets).path}",
        favicon="/favicon.svg",
        manifest="/manifest.webmanifest",
        colours=COLOURS,
        base=addresses.base(catalogue.unit),
        service=tuple((link, told) for link, told in _service(catalogue, standing)),
        logo=_logo(catalogue),
        statement=_STATEMENT if _STATEMENT in standing else "",
        clause=_CLAUSE if _CLAUSE in standing else "",
        menu=tuple(link for link in _MENU if link.href in there),
        footer=tuple(footer),
        feeds=(Link(f"{catalogue.unit.short} – wszystko", addresses.FEED_ALL),),
        warnings=_warnings(catalogue),
        pictures=sharing.pictures(catalogue),
        scripts=tuple((name, f"/{one.path}") for name, one in making.scripts(assets).items()),
        has_engine=has_engine,
    )


def _offered(catalogue: Catalogue) -> set[str]:
    """What features add to every page."""
    return {one for _, offers in signals.offered.send(catalogue) for one in offers}


def _logo(catalogue: Catalogue) -> Picture | None:
    unit = catalogue.unit
    original = catalogue.original(unit, unit.logo) if unit.logo else None
    return published.picture(original) if original else None


COLOURS = ("#0c2c5e", "#123c7c")
"""The token ``brand`` on light and on dark: browsers want it before they have the stylesheet."""

_STATEMENT, _CLAUSE = "/deklaracja-dostepnosci/", "/klauzula-informacyjna/"

_SERVICE = (
    (Link("ETR", "/etr/"), "tekst łatwy do czytania"),
    (Link("PJM", "/pjm/"), "polski język migowy"),
    (Link("Deklaracja dostępności", _STATEMENT), ""),
)


def _service(catalogue: Catalogue, standing: set[str]) -> Iterator[tuple[Link, str]]:
    """The links that the law and custom want at the top of a public body's page."""
    if catalogue.unit.bip:
        yield Link("BIP", catalogue.unit.bip), "Biuletyn Informacji Publicznej"
    yield from ((link, told) for link, told in _SERVICE if link.href in standing)


def _warnings(catalogue: Catalogue) -> tuple[Card, ...]:
    return tuple(cards.card(catalogue, warning) for warning in catalogue.warnings)


CALENDAR = Link("Kalendarz debat", addresses.CALENDAR_FILE)
"""The calendar of all debates, as the head announces it."""

HOME_CRUMB = Link("Strona główna", addresses.HOME)


def head(
    title: str,
    address: str,
    *crumbs: Link,
    description: str = "",
    is_indexed: bool = True,
    feeds: tuple[Link, ...] = (),
    **more: object,
) -> Head:
    """A head whose crumbs start at home and whose section is the first crumb below it.

    Besides ``feeds`` it announces the calendar and feeds of its section, place or subject.
    """
    trail = (HOME_CRUMB, *crumbs) if address != addresses.HOME else ()
    section = crumbs[0].href if crumbs else address
    announced = _announced(title, address) if is_indexed else ()  # hidden: in none
    return Head(
        title=title,
        address=address,
        description=description,
        section=section,
        crumbs=trail,
        is_indexed=is_indexed,
        feeds=(*feeds, *announced),
        **more,  # type: ignore[arg-type]  # passed through to Head's own keywords
    )


def _announced(title: str, address: str) -> tuple[Link, ...]:
    return (*calendars.announced(title, address), *channels.announced(title, address))
