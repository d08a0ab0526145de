"""The only place that knows URLs, output paths and identifiers.

Addresses are root-relative, Polish, lower case, without diacritics, and never change.
"""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import quote, urlsplit

from plugins.newsroom.kinds import FOLDER_OF
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.spelling import slug as slug

HOME = "/"
DEBATES, PROGRAMMES, NEWS = "/debaty/", "/programy/", "/aktualnosci/"
BODIES, VENUES, CYCLES, TOPICS = "/podmioty/", "/miejsca/", "/cykle/", "/tematy/"
CATEGORIES, CALENDAR, ARCHIVE, QUESTIONS = "/kategorie/", "/kalendarz/", "/archiwum/", "/pytania/"
REQUESTS, DISTRICTS, STREETS = "/wnioski/", "/rejony/", "/ulice/"
SUBSCRIPTIONS, SITEMAP_PAGE = "/subskrypcje/", "/mapa-strony/"
SEARCH, COMPONENTS = "/szukaj/", "/komponenty/"
CALENDAR_FILE, FEED_ALL = "/kalendarz.ics", "/kanaly/wszystko.rss.xml"


def named(target: str) -> str:
    """The address of ``programy/x``; a report needs its record: see :func:`of`."""
    folder, _, name = target.partition("/")
    return f"/{name}/" if folder == "strony" else f"/{folder}/{name}/"


def target(record: Record) -> str:
    """``kind/id``, how records refer to each other."""
    return f"{FOLDER_OF[type(record)]}/{record.id}"


def of(record: Record) -> str:
    """The address of a record; a report stands at its debate's."""
    if isinstance(record, Report):
        return f"/debaty/{record.debate}/#sprawozdanie"
    return named(target(record))


def event_file(record: Record) -> str:
    """The calendar file of one debate: ``/debaty/x/debata.ics``."""
    return f"{of(record)}debata.ics"


def year(section: str, number: int) -> str:
    """``/debaty/rok/2025/``."""
    return f"{section}rok/{number}/"


def month(section: str, day: date | tuple[int, int]) -> str:
    """``/archiwum/2025/03/``, ``/kalendarz/2025/03/``."""
    number, of_year = (day.year, day.month) if isinstance(day, date) else day
    return f"{section}{number}/{of_year:02}/"


def topic(text: str) -> str:
    """``/tematy/rowery/``."""
    return f"{TOPICS}{slug(text)}/"


def category(name: str) -> str:
    """``/kategorie/akty-wandalizmu/``."""
    return f"{CATEGORIES}{name}/"


def status(written: str) -> str:
    """``/wnioski/stan/w-realizacji/``."""
    return f"{REQUESTS}stan/{slug(written)}/"


def question(debate: str, number: int) -> str:
    """A question within the report at its debate's address; ``number`` from 1."""
    return f"/debaty/{debate}/#pytanie-{number}"


def file(address: str) -> str:
    """Where an address lies in the output.

    >>> file("/debaty/x/#sprawozdanie"), file("/"), file("/kalendarz.ics")
    ('debaty/x/index.html', 'index.html', 'kalendarz.ics')
    """
    path = address.split("#")[0].lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


_DEVICE = re.compile(r"[. ](?:/|$)|(?:^|/)(?:con|prn|aux|nul|com\d|lpt\d)(?:[./]|$)", re.IGNORECASE)
"""Names that Windows takes for devices, or shortens."""


def old_file(old: str) -> str:
    """Where the page that stands at an old address lies; empty if no file can stand there.

    A query (``?id=5``) and letters that Windows forbids cannot be a file's name.
    """
    path = old.split("#")[0].strip("/")
    if "?" in old or re.search(r'[<>:"|?*\\]', path) or _DEVICE.search(path):
        return ""
    return path if re.search(r"\.[a-z0-9]{2,5}$", path, re.IGNORECASE) else f"{path}/index.html"


def base(unit: Unit) -> str:
    """The path that the site is served under; empty at a domain's root."""
    return urlsplit(unit.site).path.rstrip("/")


def absolute(unit: Unit, address: str) -> str:
    """A whole address, for feeds, calendars and canonical links."""
    return unit.site.rstrip("/") + quote(address, safe="/#?=&%-._~+,")


def tag(unit: Unit, record: Record, suffix: str = "") -> str:
    """The identifier of a feed's entry for ever (RFC 4151), whatever the site's address.

    The date is the year since which the unit has had its site.
    """
    since = unit.site_published.year if unit.site_published else 2024
    return f"tag:{unit.identifier_domain},{since}:{target(record)}{suffix}"


def uid(unit: Unit, record: Record) -> str:
    """The UID of a calendar's event (RFC 5545, 3.8.4.7)."""
    return f"debata-{record.id}@{unit.identifier_domain}"
