"""The metka of a page, or its metryczka: who published it, for whom and when."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag

from plugins.desk.importing import dating, lines, tree
from plugins.newsroom.spelling import fold

# What stands in place of „metka” and „metryczka” on the pages of cities and of the Police
# (facts, section 8.2); a label without a colon must be a date's.
_LABELS = {
    **dict.fromkeys(("datapublikacji", "opublikowano", "dataudostepnienia"), "published"),
    **dict.fromkeys(("dataaktualizacji", "datamodyfikacji", "ostatniaaktualizacja"), "updated"),
    **dict.fromkeys(("osobapublikujaca", "osobaudostepniajacainformacje", "opublikowal"), "author"),
    **dict.fromkeys(("podmiotpublikujacy", "podmiotudostepniajacyinformacje"), "office"),
    "osobazatwierdzajaca": "approved",
}
_NAMES = (
    "data publikacji|opublikowano|data udostępnienia|data aktualizacji|data modyfikacji"
    "|ostatnia aktualizacja|osoba publikująca|osoba udostępniająca informację|opublikował"
    "|podmiot publikujący|podmiot udostępniający informację|osoba zatwierdzająca"
)
_LABEL = re.compile(rf"(?:(?:pokaż|ukryj) metkę\s*)?\b({_NAMES})\s*(:?)\s*", re.IGNORECASE)


def taken(soup: BeautifulSoup) -> dict[str, str]:
    """Read the metka of a page and take it away: lines, rows of tables, definitions."""
    found: dict[str, str] = {}
    for row in soup.find_all(("tr", "dt")):
        label, value = _row(row)
        if label is not None and value is not None:
            read = _labelled(f"{tree.words(label).rstrip(':')}: {tree.words(value)}")
            if read:
                found.update({k: v for k, v in read.items() if k not in found})
                for one in (label, value):
                    one.decompose()
    for leaf in tree.leaves(soup):
        kept = []
        for line in lines.lines_of(leaf):
            read = _labelled(lines.said(line))
            found.update({key: value for key, value in read.items() if key not in found})
            kept += [] if read else [line]
        lines.keep(leaf, kept)
    return found


def _row(row: Tag) -> tuple[Tag | None, Tag | None]:
    """A row's two cells, or a term and what follows it."""
    if row.name == "dt":
        following = row.find_next_sibling()
        return row, following if following is not None and following.name == "dd" else None
    cells = row.find_all(("td", "th"), recursive=False)
    return (cells[0], cells[1]) if len(cells) == 2 else (None, None)


def _labelled(text: str) -> dict[str, str]:
    """All that a line of a metka says; nothing if a part of it is something else.

    >>> _labelled("Osoba publikująca: Jan Kot Data publikacji: 2022-01-31")
    {'author': 'Jan Kot', 'published': '2022-01-31'}
    >>> _labelled("Data publikacji raportu nie jest znana.")
    {}
    """
    places = list(_LABEL.finditer(text))
    if not places or places[0].start() or len(text) > 600:
        return {}
    read: dict[str, str] = {}
    ends = [*(place.start() for place in places[1:]), len(text)]
    for place, end in zip(places, ends, strict=True):
        key, value = _LABELS[fold(place[1])], text[place.end() : end].strip(" ;|")
        if key in ("published", "updated"):
            value = dating.written(value)
        elif not place[2] or len(value) > 120:
            return {}
        if not value or read.get(key, value) != value:
            return {}
        read[key] = value
    return read
