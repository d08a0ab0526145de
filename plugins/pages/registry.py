"""The register of requests: its front page and the narrower lists that hold all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from plugins.layout import cards, making, requests
from plugins.layout.frame import head
from plugins.layout.tables import RequestTable
from plugins.layout.values import Badge, Facet, Frame, Link
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.request import Request, Status
from plugins.newsroom.relations import grouped
from plugins.outputs import Later, Output
from plugins.pages import facets
from plugins.pages.registry_views import Filter, RegisterPage, Rest
from plugins.pages.shelves import NEWEST, SETTLED, Shelf, Span, whole
from plugins.pages.ways import RAISED, Choice, Way, ways

SCRIPTS = ("menu", "register")


def plan(catalogue: Catalogue, frame: Frame) -> Iterator[Output]:
    """The front page and every list below it; nothing where no request was ever raised."""
    if catalogue.has(Request):
        register = Register(catalogue, frame)
        yield _output(addresses.REQUESTS, _front, register)
        for choice in (choice for way in register.ways for choice in way.choices):
            for shelf in whole(_shelf(choice)) if choice.has_shelf else ():
                yield _output(shelf.address, _page, register, choice, shelf)


def _output(address: str, view: object, *args: object) -> Output:
    later = Later(view, *args)  # type: ignore[arg-type]  # functions of this module
    return Output(addresses.file(address), making.page, later, "register.html")


@dataclass(frozen=True, eq=False)
class Register:
    """What all lists of the register are made from."""

    catalogue: Catalogue
    frame: Frame

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """The ways to narrow it."""
        return tuple(ways(self.catalogue))

    @cached_property
    def marks(self) -> Mapping[str, str]:
        """Request's path → the choices that it belongs to, as its row tells them to the script."""
        choices = [choice for way in self.ways for choice in way.choices]
        found = [(one.path, choice.mark) for choice in choices for one in choice.members]
        pairs = grouped(found, lambda pair: (pair[0],))
        return {path: " ".join(mark for _, mark in some) for path, some in pairs.items()}

    def by_status(self, members: Iterable[Request]) -> dict[Status, tuple[Request, ...]]:
        """In the order of a request's life; only statuses that occur."""
        found = grouped(members, lambda request: (self.catalogue.status(request),))
        return {status: found[status] for status in Status if status in found}

    def table(
        self,
        title: str,
        name: str,
        members: Iterable[Request],
        *,
        limit: int | None = NEWEST,
        empty: str = "",
    ) -> RequestTable:
        """The first of some requests; below the tables stands where the rest is."""
        there = tuple(members)
        more = Link("Starsze wnioski: wybierz z listy niżej", "#starsze")
        made = requests.table(
            self.catalogue, title, there, name, limit=limit, more=more, empty=empty
        )
        marked = zip(made.rows, there, strict=False)
        rows = tuple(replace(row, marks=self.marks.get(one.path, "")) for row, one in marked)
        return replace(made, rows=rows)


# -- the front page ----------------------------------------------------------------------

_LEAD = (
    "Wniosek to prośba mieszkańców zgłoszona na debacie, u dzielnicowego albo listem. Każdy ma "
    "tu numer i historię: od zgłoszenia do odpowiedzi. Nie podajemy, kto go zgłosił."
)

_ENDS = (
    ("Zrealizowane, także częściowo", "zrealizowane", (Status.DONE, Status.PARTLY_DONE)),
    ("Niezrealizowane", "niezrealizowane", (Status.REFUSED,)),
    ("Powtórzone", "powtorzone", (Status.REPEATED,)),
)


def _front(register: Register) -> RegisterPage:
    catalogue = register.catalogue
    tables = tuple(table for table in _front_tables(register) if table.rows)
    return RegisterPage(
        frame=register.frame,
        head=head("Wnioski mieszkańców", addresses.REQUESTS, description=_LEAD, scripts=SCRIPTS),
        title="Wnioski mieszkańców",
        lead=_LEAD,
        counts=_counts(catalogue),
        note=_note(catalogue),
        tables=tables,
        rest=Rest("Wnioski według lat", _years(register), any(table.more for table in tables)),
        total=len(catalogue.requests),
        facets=facets.worthwhile(map(_facet, register.ways)),
        filters=tuple(_filter(way) for way in register.ways if len(_linked(way)) > 1),
    )


def _front_tables(register: Register) -> Iterator[RequestTable]:
    """What is still to be done, then the newest of each way in which a request ends."""
    catalogue = register.catalogue
    waiting = (one for one in catalogue.requests if catalogue.status(one).is_open)
    yield register.table("W toku i przekazane", "w-toku", requests.urgent_first(catalogue, waiting))
    newest = tuple(reversed(catalogue.requests))
    for title, name, kinds in _ENDS:
        members = (one for one in newest if catalogue.status(one) in kinds)
        yield register.table(title, name, members, limit=SETTLED)


def _counts(catalogue: Catalogue) -> tuple[tuple[Badge, str, int], ...]:
    """How many of the unit's own requests have each status."""
    own = filter(catalogue.counts, catalogue.requests)
    found = grouped(own, lambda request: (catalogue.status(request),))
    return tuple(
        (cards.STATUSES[status], addresses.status(status.value), len(found[status]))
        for status in Status
        if status in found
    )


def _note(catalogue: Catalogue) -> str:
    """Why the numbers may be less than the lists hold; empty: they are not."""
    if all(map(catalogue.is_own, catalogue.requests)):
        return ""
    return "W tych liczbach są tylko nasze wnioski. Na listach są też wnioski innych wydawców."


def _linked(way: Way) -> tuple[Choice, ...]:
    return tuple(choice for choice in way.choices if choice.members)


def _facet(way: Way) -> Facet:
    linked = _linked(way)
    return Facet(
        way.title,
        tuple(Link(f"{one.text} ({len(one.members)})", one.address) for one in linked),
    )


def _filter(way: Way) -> Filter:
    pairs = ((one.mark.partition("/")[2], one.text) for one in _linked(way))
    return Filter(way.title, way.name, tuple(pairs))


def _years(register: Register, but: str = "") -> tuple[Link, ...]:
    (found,) = (way for way in register.ways if way.name == RAISED)
    return tuple(Link(one.text, one.address) for one in found.choices if one.text != but)


# -- the lists below it ------------------------------------------------------------------

_MEANING = {
    "Zgłoszony": "Zapisane w rejestrze. Jeszcze nie zaczęliśmy ich sprawdzać.",
    "W weryfikacji": "Sprawdzamy na miejscu, jak jest i kto może pomóc.",
    "W realizacji": "Już działamy, ale to jeszcze nie koniec.",
    "Przekazany": "Przekazane podmiotowi, który może je załatwić. Czekamy na odpowiedź.",
    "Zrealizowany": "Zrobione to, o co proszono.",
    "Zrealizowany częściowo": (
        "Zrobiona część tego, o co proszono. Czego zabrakło, mówi strona wniosku."
    ),
    "Niezrealizowany": "Nie zrobiono tego, o co proszono. Powód jest na stronie wniosku.",
    "Powtórzony": "Zgłoszone już wcześniej. Odsyłają do pierwszego wniosku.",
}

_SECTIONS = {
    Status.RAISED: "Zgłoszone",
    Status.VERIFIED: "W weryfikacji",
    Status.UNDER_WAY: "W realizacji",
    Status.HANDED_OVER: "Przekazane",
    Status.DONE: "Zrealizowane",
    Status.PARTLY_DONE: "Zrealizowane częściowo",
    Status.REFUSED: "Niezrealizowane",
    Status.REPEATED: "Powtórzone",
}


def _shelf(choice: Choice) -> Shelf:
    if choice.mark.startswith(f"{RAISED}/"):
        title = f"Wnioski zgłoszone w {choice.text} roku"
        return Shelf(choice.address, choice.text, title, choice.members, Span.YEAR)
    title = f"Wnioski: {choice.text[0].lower() if choice.is_status else choice.text[0]}"
    return Shelf(
        choice.address,
        choice.text,
        title + choice.text[1:],
        choice.members,
        lead=_MEANING[choice.text] if choice.is_status else "",
    )


def _page(register: Register, choice: Choice, shelf: Shelf) -> RegisterPage:
    at_years = choice.mark.startswith(f"{RAISED}/")
    years = _years(register, shelf.name)
    return RegisterPage(
        frame=register.frame,
        head=head(
            shelf.title, shelf.address, *shelf.crumbs, description=shelf.lead, scripts=SCRIPTS
        ),
        title=shelf.title,
        lead=shelf.lead,
        counts=_counts(register.catalogue) if choice.is_status else (),
        note=_note(register.catalogue) if choice.is_status else "",
        tables=tuple(_tables(register, choice, shelf)),
        rest=_rest(shelf),
        others=Rest("Inne lata" if at_years else "Wnioski według lat", years) if years else None,
        total=len(shelf.members),
    )


def _tables(register: Register, choice: Choice, shelf: Shelf) -> Iterator[RequestTable]:
    """By status, unless they all have one or only the newest are shown."""
    newest = tuple(reversed(shelf.members))
    found = register.by_status(newest)
    if choice.is_status or shelf.is_cut or len(found) == 1:
        empty = "Żaden wniosek nie ma teraz tego stanu."
        limit = NEWEST if shelf.is_cut else None
        yield register.table("", "wnioski", newest, limit=limit, empty=empty)
        return
    for status, members in found.items():
        name = addresses.slug(_SECTIONS[status])
        yield register.table(_SECTIONS[status], name, members, limit=None)


def _rest(shelf: Shelf) -> Rest | None:
    """Where the older ones are, if not all are shown."""
    if not shelf.is_cut:
        return None
    title = "Wszystkie według lat" if shelf.span is Span.ALL else "Wszystkie według miesięcy"
    links = (Link(f"{one.name} ({len(one.members)})", one.address) for one in shelf.below)
    return Rest(title, tuple(links), is_needed=True)
