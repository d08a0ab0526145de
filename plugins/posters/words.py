"""A poster in words: the JSON that ``theme/posters/debata.typ`` sets in type.

``title lang unit kind logo_alt qr_alt url url_words url_label`` are text, ``foot`` lines;
``banner`` is nothing or ``title text is_off``; ``when``: ``former_label former weekday day year
hours note is_off``; ``place``: ``name`` and ``lines``; ``facts``: each a ``title`` and lines of
``text sign word href``. Empty text: nothing to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from plugins.layout import dating, linking
from plugins.layout.wording import upper_first
from plugins.newsroom import typography
from plugins.newsroom.dates import Precision
from plugins.newsroom.kinds.debate import Form, State
from plugins.newsroom.kinds.venue import Accessibility
from plugins.newsroom.spelling import fold
from plugins.posters import letters
from plugins.posters.views import Poster

Line = dict[str, str]
Words = dict[str, Any]

KIND = "Debata społeczna"


def words(poster: Poster) -> Words:
    """All that the sheet says."""
    return {
        "title": letters.text(poster.title, 200) or KIND,
        "lang": poster.lang,
        "unit": letters.text(poster.unit, 120),
        "kind": KIND,
        "logo_alt": letters.text(f"Znak: {poster.unit}", 120),
        "banner": _banner(poster),
        "when": _when(poster),
        "place": _place(poster),
        "facts": [fact for fact in _facts(poster) if fact["lines"]],
        "qr_alt": f"Kod QR z adresem strony debaty: {poster.url}",
        "url": poster.url,
        "url_label": "Szczegóły i zmiany:",
        "url_words": letters.breakable(re.sub(r"^https?://(www\.)?", "", poster.url).rstrip("/")),
        "foot": list(_foot(poster)),
    }


def _line(text: str, sign: str = "", word: str = "", href: str = "") -> Line:
    return {"text": text, "sign": sign, "word": word, "href": href}


# -- that something is not as it was ---------------------------------------------------------


def _banner(poster: Poster) -> Words | None:
    if poster.is_draft:
        text = "Debaty jeszcze nie ogłoszono. Tego plakatu nie wieszaj."
        return {"title": "SZKIC", "text": text, "is_off": True}
    if poster.state is State.CANCELLED:
        return {"title": "ODWOŁANA", "text": letters.text(poster.reason, 160), "is_off": True}
    if poster.state is State.POSTPONED or _is_dateless(poster):
        reason = poster.reason if poster.state is State.POSTPONED else poster.moved
        text = f"{letters.text(reason, 120)} Nowy termin podamy na stronie.".strip()
        return {"title": "ODROCZONA", "text": text, "is_off": True}
    changed = [what for what in ("termin", "miejsce") if _has_changed(poster, what)]
    if not changed:
        return None
    text = poster.moved if "termin" in changed else poster.relocated
    title = "NOWY TERMIN I MIEJSCE" if len(changed) == 2 else f"NOWE {changed[0]}".upper()
    title = title.replace("NOWE TERMIN", "NOWY TERMIN")
    return {"title": title, "text": letters.text(text, 160), "is_off": False}


def _has_changed(poster: Poster, what: str) -> bool:
    return poster.former is not None if what == "termin" else bool(poster.relocated)


def _is_dateless(poster: Poster) -> bool:
    """Moved, and nobody knows yet to which day: what was announced does not take place."""
    return poster.former is not None and poster.when.precision is Precision.UNKNOWN


def _is_off(poster: Poster) -> bool:
    return poster.state is not State.PLANNED or _is_dateless(poster)


# -- when ------------------------------------------------------------------------------------


def _when(poster: Poster) -> Words:
    off = _is_off(poster)
    shown = poster.former if _is_dateless(poster) and poster.former else poster.when
    former = poster.former if not off else None
    exact = shown.day is not None
    return {
        "former_label": "Poprzedni termin (nieaktualny):" if former else "",
        "former": dating.appointment(former) if former else "",
        "weekday": dating.weekday(shown) if exact else "",
        "day": _day(poster)
        if not exact
        else f"{dating.day_number(shown)} {dating.month_of(shown)}",
        "year": f"{dating.year_of(shown)}{typography.NBSP}r." if exact else "",
        "hours": f"godz. {hours}" if (hours := dating.hours(shown, poster.length)) else "",
        "note": _note(poster, off),
        "is_off": off,
    }


def _day(poster: Poster) -> str:
    """A day that is not known exactly, in the officer's own words where there are any."""
    if poster.when_told:
        return letters.text(poster.when_told, 80)
    unknown = poster.when.precision is Precision.UNKNOWN
    return "Termin podamy" if unknown else dating.occasion(poster.when)


def _note(poster: Poster, off: bool) -> str:
    if off:
        return "Ten termin jest nieaktualny."
    if poster.is_provisional:
        return "Termin wstępny. Dokładny dzień i godzinę podamy na stronie debaty."
    return ""


# -- where -----------------------------------------------------------------------------------


def _place(poster: Poster) -> Words:
    """The name, then room, street and town on a line each; of a stream its address."""
    place = poster.place
    if poster.form is Form.ONLINE:
        return {"name": "Online", "lines": [*_stream(poster, "")]}
    if place is None:
        return {"name": "Miejsce podamy na stronie debaty", "lines": []}
    address = place.address
    town = " ".join(filter(None, (address.postcode, address.town))) if address else ""
    lines = (place.room, address.street if address else "", town)
    told = [letters.text(one, 120) for one in lines if one]
    return {
        "name": letters.text(place.name, 120),
        "lines": [*told, *_stream(poster, "oraz online: ")],
    }


def _stream(poster: Poster, before: str) -> Iterator[str]:
    if poster.stream and not _is_off(poster):
        yield before + letters.breakable(re.sub(r"^https?://(www\.)?", "", poster.stream)[:120])


# -- facts -----------------------------------------------------------------------------------


def _facts(poster: Poster) -> Iterator[Words]:
    """What helps to decide and to prepare; of a debate that is off only where to look."""
    if _is_off(poster):
        yield _fact("Co dalej?", _line("Aktualne informacje są na stronie debaty."))
        return
    yield _fact("Dla kogo", _line(upper_first(letters.text(poster.audience, 160))))
    yield _fact("Wstęp", _line(_entry(poster.entry)))
    if poster.place and poster.form is not Form.ONLINE:
        yield _fact("Dostępność miejsca", *_access(poster))
    until = poster.asking.until if poster.asking else None
    by = f", do {dating.day(until)}" if until else ""
    yield _fact(f"Zapytaj przed debatą{by}", *_contacts(poster))
    if poster.signing_until:
        same = " (kontakt jak wyżej)" if any(_contacts(poster)) else ""
        text = f"Potrzebę tłumacza zgłoś do {dating.day(poster.signing_until)}{same}"
        yield _fact("Polski język migowy (PJM)", _line(text))


def _fact(title: str, *lines: Line) -> Words:
    return {"title": title, "lines": [line for line in lines if line["text"]]}


def _entry(written: str) -> str:
    """Who may come in; a debate is open unless its own words limit who may.

    >>> _entry("wolny, bez zapisów"), _entry("za okazaniem zaproszenia")
    ('Debata ma charakter otwarty. Wstęp wolny, bez zapisów.', 'Za okazaniem zaproszenia')
    """
    told = letters.text(written, 120)
    if fold(written).startswith("woln"):
        return f"Debata ma charakter otwarty. Wstęp {told}".rstrip(".") + "."
    return upper_first(told) or "Debata ma charakter otwarty."


def _access(poster: Poster) -> Iterator[Line]:
    """Yes, no and unknown in words, each behind its sign."""
    found = poster.place.access if poster.place else None
    if found is None:
        yield _line("Brak danych", "unknown")
        return
    known = list(_known(found, on_request=poster.signing_until is not None))
    for state, sign, word in (
        (True, "yes", "Jest"),
        (False, "no", "Nie ma"),
        (None, "unknown", "Brak danych"),
    ):
        names = ", ".join(name for name, value in known if value is state)
        yield _line(letters.text(names, 300), sign, word)


def _known(access: Accessibility, on_request: bool) -> Iterator[tuple[str, bool | None]]:
    yield "podjazd albo wejście bez progu", access.ramp
    yield "winda", access.lift
    yield "toaleta dostosowana", access.toilet
    yield "pętla indukcyjna", access.loop
    yield "miejsce parkingowe dla osoby z niepełnosprawnością", access.parking
    if access.interpreter is not None or not on_request:
        yield "tłumacz PJM", access.interpreter


def _contacts(poster: Poster) -> Iterator[Line]:
    asking = poster.asking
    if asking and asking.email:
        yield _line(letters.breakable(asking.email), href=f"mailto:{asking.email}")
    if asking and asking.phone:
        told = typography.tied(asking.phone)
        yield _line(f"tel.{typography.NBSP}{told}", href=linking.tel(asking.phone))


# -- who -------------------------------------------------------------------------------------

_HOSTS = 5
"""Names of hosts that a sheet holds."""


def _foot(poster: Poster) -> Iterator[str]:
    hosts = [letters.text(one, 90) for one in poster.hosts] or [letters.text(poster.unit, 120)]
    more = " i inni" if len(hosts) > _HOSTS else ""
    verb = "Zaprasza" if len(hosts) == 1 else "Zapraszają"
    if not _is_off(poster):
        yield f"{verb}: {', '.join(hosts[:_HOSTS])}{more}"
    if poster.is_fictional:
        yield "Serwis demonstracyjny – jednostka fikcyjna"
