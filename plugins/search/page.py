"""``/szukaj/``: the box, what was found, and the ways to look without a script."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from plugins.layout.frame import head
from plugins.layout.values import Frame, Head, Link
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.outputs import Tools
from plugins.search.bundle import TOGETHER
from plugins.search.shelves import LEAST
from plugins.search.words import QUIET


@dataclass(frozen=True, slots=True)
class SearchPage:
    """``bundles``: the parts of the index that hold something (:func:`plugins.search.layers.told`);
    ``shelves``: words between which its files begin; ``together``: pages in one of its files;
    ``replaced``: numbers of pages that the first part holds as they were; ``quiet``: words that are
    passed over; ``ways``: (name, label) of what narrows or orders; ``indexes``: lists to look
    through instead; ``lookup``, ``suggest``: addresses of the scripts that answer and that
    suggest."""

    frame: Frame
    head: Head
    title: str
    index: str
    bundles: tuple[str, ...]
    shelves: tuple[str, ...]
    together: int
    replaced: tuple[int, ...]
    quiet: tuple[str, ...]
    ways: tuple[tuple[str, str], ...]
    indexes: tuple[Link, ...]
    lookup: str
    suggest: str


WAYS = (
    ("rodzaj", "Rodzaj"),
    ("rok", "Rok"),
    ("rejon", "Rejon"),
    ("kategoria", "Kategoria zagrożenia"),
    ("aktualnosc", "Aktualność"),
    ("kolejnosc", "Kolejność"),
)
"""Name in the page's address → what narrows or orders results."""

TITLE = "Znajdź"
_DESCRIPTION = (
    "Wpisz, czego szukasz: debatę, wniosek, ulicę albo dzielnicowego. Odmiana i polskie znaki "
    "nie mają znaczenia."
)


def view(frame: Frame, bundles: tuple[str, ...], replaced: tuple[int, ...]) -> SearchPage:
    """The page; its results are made in the browser."""
    scripts = dict(frame.scripts)
    return SearchPage(
        frame=frame,
        head=head(
            *(TITLE, addresses.SEARCH),
            description=_DESCRIPTION,
            scripts=("menu", "search"),
        ),
        title=TITLE,
        index=f"{frame.base}{addresses.SEARCH_INDEX}",
        bundles=bundles,
        shelves=LEAST,
        together=TOGETHER,
        replaced=replaced,
        quiet=tuple(sorted(QUIET)),
        ways=WAYS,
        indexes=(*frame.menu, Link("Wszystkie spisy", addresses.INDEXES)),
        lookup=scripts.get("lookup", ""),
        suggest=f"{frame.base}{scripts['suggest']}" if "suggest" in scripts else "",
    )


@dataclass(frozen=True, slots=True)
class Description:
    """What a browser needs to search the site from its own bar."""

    name: str
    about: str
    template: str
    icon: str
    itself: str


def description(catalogue: Catalogue) -> Description:
    """Of the unit's site."""
    unit = catalogue.unit
    return Description(
        name=unit.short[:16],
        about=f"Szukaj na stronie: {unit.name.nominative}",
        template=f"{addresses.absolute(unit, addresses.SEARCH)}?q={{searchTerms}}",
        icon=addresses.absolute(unit, "/favicon.svg"),
        itself=addresses.absolute(unit, addresses.SEARCH_DESCRIPTION),
    )


def opensearch(view: Description, _: Tools) -> bytes:
    """OpenSearch 1.1, draft 6; a short name has at most 16 letters."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(view.name)}</ShortName>\n"
        f"<Description>{escape(view.about)}</Description>\n"
        f'<Image type="image/svg+xml">{escape(view.icon)}</Image>\n'
        f'<Url type="text/html" template="{escape(view.template)}"/>\n'
        f'<Url type="application/opensearchdescription+xml" rel="self" '
        f'template="{escape(view.itself)}"/>\n'
        "<InputEncoding>UTF-8</InputEncoding>\n<Language>pl</Language>\n"
        "</OpenSearchDescription>\n"
    ).encode()
