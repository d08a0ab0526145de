"""What templates may do with values: dates and numbers in Polish, links, bodies.

Pure functions only. A moment may come as a :class:`~plugins.newsroom.dates.Moment`, as a date,
or as text that ``dates.moment`` reads (so that a component's examples can be plain YAML).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode, urlsplit

from markupsafe import Markup, escape

from plugins.layout import calendars, dating
from plugins.newsroom import prose, typography
from plugins.newsroom.people import RANKS
from plugins.newsroom.typography import NBSP
from plugins.outputs import Text


def word(value: object) -> str:
    """The word of an enumeration's member; other values as text.

    >>> word("online")
    'online'
    """
    return str(value.value if isinstance(value, Enum) else value)


def plural(number: int, one: str, few: str, many: str) -> str:
    """The form that goes with a count (CLDR, ``pl``, cardinal).

    >>> [plural(n, "debata", "debaty", "debat") for n in (1, 3, 5, 12, 22, 112)]
    ['debata', 'debaty', 'debat', 'debat', 'debaty', 'debat']
    """
    if number == 1:
        return one
    return few if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else many


def ahead(days: int) -> str:
    """How far ahead a day is.

    >>> ahead(0), ahead(1), ahead(9)
    ('dziś', 'jutro', 'za 9 dni')
    """
    return ("dziś", "jutro")[days] if days in (0, 1) else f"za {days} dni"


def number(value: int) -> str:
    """A count with a gap between thousands, from five digits on.

    >>> number(4875), number(14528).replace("\\N{NO-BREAK SPACE}", "_")
    ('4875', '14_528')
    """
    return f"{value:,}".replace(",", NBSP) if value > 9999 else str(value)


def percent(part: int, whole: int) -> str:
    """A share in whole per cent; of nothing: 0.

    >>> percent(17, 41), percent(0, 0)
    ('41%', '0%')
    """
    return f"{round(100 * part / whole) if whole else 0}%"


_UNITS = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB"))


def size(octets: int) -> str:
    """A file's size as people read it.

    >>> [size(n).replace("\\N{NO-BREAK SPACE}", " ") for n in (640, 40_200, 1_400_000)]
    ['640 B', '40 kB', '1,4 MB']
    """
    for unit, name in _UNITS:
        if octets >= unit:
            digits = 0 if unit == 1_000 else 1
            return f"{octets / unit:.{digits}f}".replace(".", ",") + NBSP + name
    return f"{octets}{NBSP}B"


def rank(short: str) -> Markup:
    """A rank with its full name; anything that is no rank stays words.

    >>> rank("podinsp.")
    Markup('<abbr title="podinspektor">podinsp.</abbr>')
    """
    tied = short.replace(" ", NBSP)
    if short not in RANKS:
        return escape(tied)
    return Markup('<abbr title="{}">{}</abbr>').format(RANKS[short], tied)


def lower_first(text: str) -> str:
    """A sentence that continues another one.

    >>> lower_first("Zapowiedziana")
    'zapowiedziana'
    """
    return text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """A sentence of its own.

    >>> upper_first("wolny, bez zapisów")
    'Wolny, bez zapisów'
    """
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """A text that ends with a full stop, once.

    >>> sentence("5 lutego 2027 r."), sentence("wolny, bez zapisów")
    ('5 lutego 2027 r.', 'wolny, bez zapisów.')
    """
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def plain(text: str) -> str:
    """A text for an attribute or a window's title: with plain spaces."""
    return typography.untied(text)


def tel(written: str) -> str:
    """The address that calls a Polish number; short numbers are called as they are.

    >>> tel("112"), tel("47 700 00 10"), tel("+48 47 700 00 10")
    ('tel:112', 'tel:+48477000010', 'tel:+48477000010')
    """
    digits = re.sub(r"\D", "", written)
    if written.strip().startswith("+"):
        return f"tel:+{digits}"
    return f"tel:+48{digits}" if len(digits) == 9 else f"tel:{digits}"


def host(address: str) -> str:
    """The domain of an address, as words for a link.

    >>> host("https://www.krakow.pl/aktualnosci")
    'krakow.pl'
    """
    return urlsplit(address).netloc.removeprefix("www.") or address


def absolute(address: str, site: str, base: str = "") -> str:
    """A whole address of a page; ``base``: the site's path, if the address has it already.

    >>> absolute("/debaty/x/", "https://kmp.example/policja")
    'https://kmp.example/policja/debaty/x/'
    >>> absolute("/policja/a.png", "https://kmp.example/policja/", "/policja")
    'https://kmp.example/policja/a.png'
    """
    if "://" in address:
        return address
    return site.rstrip("/") + (address.removeprefix(base) if base else address)


_FEEDS = {
    "xml": "application/rss+xml",
    "json": "application/feed+json",
    "ics": "text/calendar",
    "opml": "text/x-opml",
}


def feed_type(address: str) -> str:
    """The media type of a feed or calendar, told by its address.

    >>> feed_type("/kanaly/debaty.rss.xml"), feed_type("/kanaly/debaty.atom.xml")
    ('application/rss+xml', 'application/atom+xml')
    """
    if address.endswith(".atom.xml"):
        return "application/atom+xml"
    return _FEEDS[address.rpartition(".")[2]]


_MEDIA = {
    "mp4": "video/mp4",
    "webm": "video/webm",
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
    "m4a": "audio/mp4",
    "wav": "audio/wav",
}


def media_type(address: str) -> str:
    """The media type of a film or a recording; empty: let the browser look.

    >>> media_type("/media/film.mp4"), media_type("/media/film.mkv")
    ('video/mp4', '')
    """
    return _MEDIA.get(address.rpartition(".")[2].lower(), "")


def map_link(place: Any) -> str:
    """Where a place is on a public map, by its coordinates or else by its address.

    ``place``: a Place, or in examples a mapping with the same keys.
    """
    latitude, longitude, address = (_part(place, n) for n in ("latitude", "longitude", "address"))
    site = "https://www.openstreetmap.org/"
    if latitude and longitude:
        pin = urlencode({"mlat": latitude, "mlon": longitude})
        return f"{site}?{pin}#map=18/{latitude}/{longitude}"
    line = ", ".join(filter(None, (_part(address, n) for n in ("street", "town"))))
    return f"{site}search?{urlencode({'query': line})}" if line else ""


def _part(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, dict) else getattr(value, name, None)


_BACK = {
    "strona główna": "strony głównej",
    "debaty": "listy debat",
    "aktualności": "listy aktualności",
    "programy": "listy programów",
    "kalendarz": "kalendarza",
    "podmioty": "listy podmiotów",
    "miejsca": "listy miejsc",
    "cykle": "listy cykli",
    "tematy": "listy tematów",
    "kategorie": "listy kategorii",
    "archiwum": "archiwum",
    "pytania": "listy pytań",
}


def back(section: str) -> str:
    """The words of a link back to a list.

    >>> back("Debaty"), back("2026")
    ('Powrót do listy debat', 'Powrót: 2026')
    """
    name = _BACK.get(section.lower())
    return f"Powrót do {name}" if name else f"Powrót: {section}"


_LANGUAGES = {"pl": "Polski", "en": "English", "uk": "Українська"}


def language(code: str) -> str:
    """A language's name in that language.

    >>> language("uk")
    'Українська'
    """
    return _LANGUAGES[code]


def named(key: str, pairs: Iterable[tuple[str, str]]) -> str:
    """The second of the pair whose first is ``key``.

    >>> named("a", (("a", "Akty wandalizmu"),))
    'Akty wandalizmu'
    """
    return dict(pairs)[key]


def told(written: str) -> str:
    r"""A value of the ledger of changes: a date in words, anything else as it was written.

    >>> told("2026"), told("aula, parter")
    ('2026\xa0r.', 'aula, parter')
    """
    try:
        return dating.moment(written)
    except ValueError:
        return written


@lru_cache(maxsize=4096)
def tied(text: str) -> str:
    """Text for a text node: one-letter words stay with the next (see :mod:`typography`)."""
    return typography.tied(text)


def placed(body: Any, text: Callable[[Text], str]) -> Markup:
    """A body's HTML with its links and pictures; ``text`` gives the HTML of a body."""
    html = text(body.text)
    return Markup(prose.finished(html, dict(body.links), dict(body.pictures)))


def picture(value: Any) -> Markup:
    """The attributes of ``<img>``: address, sizes, width and height, lazy loading."""
    if isinstance(value, dict):
        value = prose.Picture(**value)
    return Markup(prose.attributes(value))


def since_of(value: date | None) -> str:
    """``od 1 marca 2026 r.``; empty if the day is not known."""
    return f"od {dating.day(value)}" if value else ""


FILTERS: dict[str, Callable[..., Any]] = {
    **{one.__name__: one for one in dating.ALL},
    **{one.__name__: one for one in calendars.ALL},
    **{
        one.__name__: one
        for one in (
            *(absolute, ahead, back, feed_type, host, language, lower_first, map_link, media_type),
            *(named, number, percent, picture, placed, plain, plural, rank, sentence, since_of),
            *(size, tel, tied, told, upper_first, word),
        )
    },
}
