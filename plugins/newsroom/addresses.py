"""The only place that knows URLs, output paths and identifiers.

Addresses are root-relative, Polish, lower case, without diacritics, and never change.
"""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import quote, urlsplit

from plugins.newsroom.kinds import FOLDER_OF, KINDS
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.rooms import *  # noqa: F403 – addresses of no record, in one namespace
from plugins.newsroom.rooms import (
    BALANCE,
    CALENDAR,
    CATEGORIES,
    CHANNELS,
    DATA,
    PAGES,
    PROGRAMMES,
    REQUESTS,
    SHARE,
    TOPICS,
)
from plugins.newsroom.spelling import slug as slug


def named(target: str) -> str:
    """The address of ``programy/x``; a report needs its record: see :func:`of`."""
    folder, _, name = target.partition("/")
    return _in(folder, name)


def _in(folder: str, name: str) -> str:
    return f"/{name}/" if folder == PAGES else f"/{folder}/{name}/"


def target(record: Record) -> str:
    """``kind/id``, how records refer to each other."""
    return f"{FOLDER_OF[type(record)]}/{record.id}"


def of(record: Record) -> str:
    """The address of a record; a report stands at its debate's."""
    if isinstance(record, Report):
        return f"/debaty/{record.debate}/#sprawozdanie"
    return _in(FOLDER_OF[type(record)], record.id)


def event_file(record: Record) -> str:
    """The calendar file of one debate: ``/debaty/x/debata.ics``."""
    return f"{of(record)}debata.ics"


def poster(record: Record) -> str:
    """The poster of one debate: ``/debaty/x/plakat.pdf``."""
    return f"{of(record)}plakat.pdf"


def share(record: Record) -> str:
    """The picture that links to a record show elsewhere: ``/debaty/x/odnosnik.png``."""
    return f"{of(record)}{SHARE}"


def section_share(section: str) -> str:
    """The same of a section's lists: ``/debaty/odnosnik.png``."""
    return f"{section}{SHARE}"


def calendar_file(record: Record) -> str:
    """The calendar of a district or a cycle: ``/kalendarz/rejon-x.ics``."""
    return f"{CALENDAR}{channel_name(record)}.ics"


def channel(name: str, form: str) -> str:
    """A feed's file: ``/kanaly/debaty.atom.xml``; ``form``: ``rss.xml``, ``atom.xml``, ``json``."""
    return f"{CHANNELS}{name}.{form}"


def channel_name(record: Record) -> str:
    """The name of the feeds that follow a record: ``rejon-x``, ``program-y``."""
    return f"{KINDS[FOLDER_OF[type(record)]].one}-{record.id}"


def year(section: str, number: int) -> str:
    """``/debaty/rok/2025/``."""
    return f"{section}rok/{number}/"


def balance(year: int) -> str:
    """``/wnioski/rozliczenie/2025/``: of the requests raised in a year."""
    return f"{BALANCE}{year}/"


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


def shelf(way: str, name: str) -> str:
    """Requests of one district, category or body in the register: ``/wnioski/rejony/polnoc/``.

    There is such a list where the page of that district, category or body does not hold all.
    """
    return f"{REQUESTS}{way}/{name}/"


def question(debate: str, number: int) -> str:
    """A question within the report at its debate's address; ``number`` from 1."""
    return f"/debaty/{debate}/#pytanie-{number}"


def activity(programme: str, name: str) -> str:
    """An activity within its programme: ``/programy/x/#dzialanie-patrole-piesze``."""
    return f"{PROGRAMMES}{programme}/#dzialanie-{slug(name)}"


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


def host(unit: Unit) -> str:
    """The domain of the site."""
    return urlsplit(unit.site).netloc


def absolute(unit: Unit, address: str) -> str:
    """A whole address, for feeds, calendars and canonical links."""
    whole = address if _PLAIN(address) else quote(address, safe="/#?=&%-._~+,")
    return unit.site.rstrip("/") + whole


_PLAIN = re.compile(r"[a-z0-9/#.-]*").fullmatch
"""Nearly every address: nothing in it to quote."""


def tag(unit: Unit, record: Record, suffix: str = "") -> str:
    """The identifier of a feed's entry for ever (RFC 4151), whatever the site's address.

    The date is the year since which the unit has had its site.
    """
    return _tagged(unit, f"{target(record)}{suffix}")


def data_file(name: str, ending: str) -> str:
    """A dataset in one of its formats: ``/dane/wnioski-excel.csv``."""
    return f"{DATA}{name}{ending}"


def data_schema(name: str) -> str:
    """``/dane/schemat/wnioski.json``."""
    return f"{DATA}schemat/{name}.json"


def data_tag(unit: Unit, name: str) -> str:
    """The identifier of a dataset for ever, like :func:`tag`."""
    return _tagged(unit, f"dane/{name}")


def channel_tag(unit: Unit, name: str) -> str:
    """The identifier of a feed, likewise."""
    return _tagged(unit, f"kanaly/{name}")


def _tagged(unit: Unit, specific: str) -> str:
    since = unit.site_published.year if unit.site_published else 2024
    return f"tag:{unit.identifier_domain},{since}:{specific}"


def uid(unit: Unit, record: Record, what: str = "debata") -> str:
    """The UID of a calendar's event (RFC 5545, 3.8.4.7): the debate itself, or one of its days."""
    return f"{what}-{record.id}@{unit.identifier_domain}"
