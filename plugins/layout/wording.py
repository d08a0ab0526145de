"""Counts, names, ranks and sentences in Polish words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import Enum
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from plugins.layout import dating
from plugins.newsroom import typography
from plugins.newsroom.people import RANKS
from plugins.newsroom.spelling import plural
from plugins.newsroom.typography import NBSP


def word(value: object) -> str:
    """The word of an enumeration's member; other values as text.

    >>> word("online")
    'online'
    """
    return str(value.value if isinstance(value, Enum) else value)


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


def plain(text: str) -> str:
    """A text for an attribute or a window's title: with plain spaces."""
    return typography.untied(text)


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
    "wnioski": "listy wniosków",
    "rejony": "listy rejonów",
    "kategorie zagrożeń": "listy kategorii",
    "pytania": "listy pytań",
}


def back(section: str) -> str:
    """The words of a link back to a list.

    >>> back("Debaty"), back("2026")
    ('Powrót do listy debat', 'Powrót do roku 2026')
    """
    name = f"roku {section}" if section.isdigit() else _BACK.get(section.lower())
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


_POSTCODE = re.compile(r"(?<![\w-])(\d\d-\d{3})(?:( )(?=[^\W\d_])|(?![\w-]))")


def whole(html: str) -> str:
    """Postcodes of a text node's HTML in one piece, each with the town's first word.

    >>> whole("Rynek 8, 00-000 Opole").replace(NBSP, "_")
    'Rynek 8, <span class="whole">00-000</span>_Opole'
    """
    return _POSTCODE.sub(
        lambda found: f'<span class="whole">{found[1]}</span>{NBSP if found[2] else ""}', html
    )


@lru_cache(maxsize=4096)
def tied(text: str) -> str:
    """Text for a text node: short words and a middle dot stay with what follows them.

    With a postcode it is markup that keeps the postcode whole (see :mod:`typography`).

    >>> tied("Opole · <b>").replace(NBSP, "_"), tied("<b>, 00-000")
    ('Opole ·_<b>', Markup('&lt;b&gt;, <span class="whole">00-000</span>'))
    """
    glued = typography.tied(text).replace(" · ", f" ·{NBSP}")
    return Markup(whole(escape(glued))) if _POSTCODE.search(glued) else glued


ALL: tuple[Callable[..., Any], ...] = (
    *(ahead, back, language, lower_first, named, number, percent, plain, plural, rank),
    *(size, tied, told, upper_first, word),
)
"""What templates may use."""
