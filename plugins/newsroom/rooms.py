"""The addresses that are no record's, and so the names that no record may have."""

from __future__ import annotations

PAGES = "strony"
"""The folder of standing pages, which stand at the root."""
HOME = "/"
DEBATES, PROGRAMMES, NEWS = "/debaty/", "/programy/", "/aktualnosci/"
BODIES, VENUES, CYCLES, TOPICS = "/podmioty/", "/miejsca/", "/cykle/", "/tematy/"
CATEGORIES, CALENDAR, ARCHIVE, QUESTIONS = "/kategorie/", "/kalendarz/", "/archiwum/", "/pytania/"
REQUESTS, DISTRICTS, STREETS = "/wnioski/", "/rejony/", "/ulice/"
BALANCE = "/wnioski/rozliczenie/"
SUBSCRIPTIONS, SITEMAP_PAGE = "/subskrypcje/", "/mapa-strony/"
SEARCH, INDEXES, COMPONENTS = "/szukaj/", "/spisy/", "/komponenty/"
SEARCH_INDEX, SEARCH_DESCRIPTION = "/szukaj/indeks/", "/szukaj/opensearch.xml"
DATA, DATA_CATALOGUE = "/dane/", "/dane/katalog.jsonld"
WARNINGS = "/aktualnosci/#ostrzezenia"
DEBTS, DESK = "/zaleglosci/", "/biurko/"
CALENDAR_FILE, FEED_ALL = "/kalendarz.ics", "/kanaly/wszystko.rss.xml"
CHANNELS, CHANNELS_FILE = "/kanaly/", "/subskrypcje.opml"
CALENDAR_HELD, CALENDAR_ALARMS = "/kalendarz/bez-odwolanych.ics", "/kalendarz/z-przypomnieniem.ics"
CALENDAR_DEADLINES = "/kalendarz/terminy.ics"
ROOMS = frozenset(
    address.split("/")[1]
    for address in (
        *(DEBATES, PROGRAMMES, NEWS, BODIES, VENUES, CYCLES, TOPICS, CATEGORIES, CALENDAR, ARCHIVE),
        *(QUESTIONS, REQUESTS, DISTRICTS, STREETS, SUBSCRIPTIONS, SITEMAP_PAGE, SEARCH, INDEXES),
        *(COMPONENTS, DATA, DEBTS, DESK, CHANNELS, "/obrazy/", "/pliki/", "/theme/"),
    )
)
"""Folders at the root that are the site's own: no page of an officer's can stand there."""
SHARE = "odnosnik.png"
"""The name of the picture that links to a page show elsewhere."""

RESERVED = {"rok", "stan", "rozliczenie", "index", "szukaj", "kanaly", "kalendarz", "archiwum"}
"""Words that the site's own addresses use."""


def is_reserved(folder: str, name: str) -> bool:
    """Whether the site itself has the address that a record of this name would have."""
    return name in RESERVED or (folder == PAGES and name in ROOMS)
