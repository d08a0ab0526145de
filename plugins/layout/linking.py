"""Where links lead and what lies there: telephones, maps, whole addresses, media types."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlencode, urlsplit


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


def webcal(address: str) -> str:
    """The address that subscribes to a calendar instead of downloading it once.

    >>> webcal("https://kmp.example/kalendarz.ics")
    'webcal://kmp.example/kalendarz.ics'
    """
    return f"webcal://{address.partition('://')[2]}"


def google(address: str) -> str:
    """Where a calendar's whole address is added to Google's calendar.

    >>> google("https://kmp.example/kalendarz.ics")
    'https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fkmp.example%2Fkalendarz.ics'
    """
    return f"https://calendar.google.com/calendar/r?{urlencode({'cid': webcal(address)})}"


def outlook(address: str, name: str) -> str:
    """Where a calendar's whole address is added to Outlook's, under a name.

    >>> outlook("https://kmp.example/a.ics", "Debaty")
    'https://outlook.live.com/calendar/0/addfromweb?url=https%3A%2F%2Fkmp.example%2Fa.ics&name=Debaty'
    """
    asked = urlencode({"url": address, "name": name}, quote_via=quote, safe="")
    return f"https://outlook.live.com/calendar/0/addfromweb?{asked}"


_FEEDS = {
    "xml": "application/rss+xml",
    "json": "application/feed+json",
    "ics": "text/calendar",
    "opml": "text/x-opml",
    "jsonld": "application/ld+json",
}


def feed_type(address: str) -> str:
    """The media type of a feed, a calendar or a description of data, told by its address.

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

    >>> map_link({"latitude": "52.2", "longitude": "21.0"})
    'https://www.openstreetmap.org/?mlat=52.2&mlon=21.0#map=18/52.2/21.0'
    >>> map_link({"address": {"street": "ul. Lipowa 12", "town": "Opole"}})
    'https://www.openstreetmap.org/search?query=ul.+Lipowa+12%2C+Opole'
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


ALL: tuple[Callable[..., Any], ...] = (
    absolute,
    feed_type,
    google,
    host,
    map_link,
    media_type,
    outlook,
    tel,
    webcal,
)
"""What templates may use."""
