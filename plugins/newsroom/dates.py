"""Days and hours as an officer writes them; Polish civil time (Europe/Warsaw).

No guessing: ``03.04.2026`` is 3 April, an hour that the clock skips or repeats is refused.
"""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from functools import lru_cache

from plugins.newsroom.moments import UNKNOWN as UNKNOWN
from plugins.newsroom.moments import Moment as Moment
from plugins.newsroom.moments import Precision as Precision
from plugins.newsroom.spelling import fold
from plugins.newsroom.warsaw import WARSAW as WARSAW
from plugins.newsroom.warsaw import offset

MONTHS = (
    *("stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca"),
    *("lipca", "sierpnia", "września", "października", "listopada", "grudnia"),
)
MONTH_NAMES = (
    *("styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec"),
    *("lipiec", "sierpień", "wrzesień", "październik", "listopad", "grudzień"),
)
Month = tuple[int, int]
"""Year and month."""


def month_name(month: Month) -> str:
    """Standing alone: ``marzec 2026``.

    >>> month_name((2026, 3))
    'marzec 2026'
    """
    return f"{MONTH_NAMES[month[1] - 1]} {month[0]}"


WEEKDAYS = ("poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela")
_SHORT_WEEKDAYS = ("pon.", "wt.", "śr.", "czw.", "pt.", "sob.", "niedz.")

YEARS = range(1900, 2200)
"""A year outside is a slip of the finger."""


_DAY = re.compile(
    r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})"
    r"|(?P<d2>[0-9]{1,2})\.(?P<m2>[0-9]{1,2})\.(?P<y2>[0-9]{4})(?:\s*r\.)?"
    r"|(?P<d3>[0-9]{1,2})\s+(?P<name>[^\W\d_]+\.?)\s+(?P<y3>[0-9]{4})(?:\s*(?:r\.|roku))?"
)
_CLOCK = re.compile(
    r"(?:o )?(?:godz(?:\.|inie)? ?)?(?P<h>[0-9]{1,2})[:.](?P<m>[0-9]{2})(?::00)?"
    r"|(?:o )?godz(?:\.|inie)? ?(?P<whole>[0-9]{1,2})",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"\s*\+([0-9]{2}):?([0-9]{2})$")


@lru_cache(maxsize=4096)
def day(text: str) -> date:
    """A day; raises ValueError in Polish.

    >>> day("12.03.2026") == day("12 marca 2026") == day("2026-03-12") == date(2026, 3, 12)
    True
    """
    text = " ".join(text.split())
    found = _DAY.fullmatch(text)
    if not found:
        if re.search(r"[0-9]{4}", text) and not re.search(r"\b[0-9]{1,2}\b.*\b[0-9]{4}", text):
            raise ValueError(f"„{text}” to za mało – podaj dzień, np. 2026-03-12")
        advice = _advice(text) or "napisz np. 2026-03-12"
        raise ValueError(f"nie rozumiem daty „{text}” – {advice}")
    return _day_of(text, found)


def _day_of(text: str, found: re.Match[str]) -> date:
    part = found.groupdict()
    number, year = part["d"] or part["d2"] or part["d3"], part["y"] or part["y2"] or part["y3"]
    month = part["m"] or part["m2"] or _month(number, part["name"], year)
    _refuse_year(year)
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        raise ValueError(f"w kalendarzu nie ma dnia „{text}” – popraw datę") from None


def _refuse_year(year: str) -> None:
    if int(year) not in YEARS:
        raise ValueError(f"rok {year} to na pewno pomyłka – popraw go")


def _month(number: str, name: str, year: str) -> int:
    if name.lower() in MONTHS:
        return MONTHS.index(name.lower()) + 1
    meant = _meant(name)
    advice = f"napisz „{number} {meant} {year}”" if meant else "napisz np. 12 marca 2026"
    raise ValueError(f"„{name}” nie jest miesiącem w dopełniaczu – {advice}")


_ENGLISH = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


def _meant(name: str) -> str:
    """The genitive of a month in the nominative, shortened, without ogonki, or in English."""
    letters = fold(name)[:3]
    english = [word.startswith(fold(name)) and len(letters) == 3 for word in _ENGLISH]
    if any(english):
        return MONTHS[english.index(True)]
    near = [month for month in MONTHS if len(letters) == 3 and fold(month).startswith(letters)]
    return near[0] if near else ""


_SOON = frozenset(map(fold, ("dziś", "dzisiaj", "jutro", "pojutrze", "wczoraj", "teraz", "zaraz")))


def _advice(text: str) -> str:
    """What to write instead of a date that cannot be read; empty if nothing is known."""
    if re.match(r"[0-9]{1,2}/[0-9]{1,2}/", text):
        return "nie wiadomo, co jest dniem, a co miesiącem; napisz np. 2026-03-12"
    if fold(text.split(" ")[0]) in _SOON:
        return "za dzień to słowo znaczy co innego; napisz datę, np. 2026-03-12"
    if found := re.match(r"([0-9]{1,2}\.[0-9]{1,2}\.)([0-9]{2})(?![0-9.])", text):
        return f"rok napisz czterema cyframi: {found[1]}20{found[2]}"
    if fold(text.partition(" ")[0].strip(",")) in _BY_WEEKDAY:
        return "dzień tygodnia wpisz w osobnym kluczu, a tu np. 2026-03-12"
    if found := re.fullmatch(
        r"([^\W\d_]+) ([0-9]{4})(?: r\.| roku)?|([0-9]{1,2})\.([0-9]{4})", text
    ):
        month = _meant(found[1]) if found[1] else ""
        number = MONTHS.index(month) + 1 if month else int(found[3] or 0)
        return f"napisz „{found[2] or found[4]}-{number:02}”" if number else ""
    if re.match(r"[0-9]{1,2} [^\W\d_]+\b(?! [0-9]{4})|[0-9]{1,2}\.[0-9]{1,2}\.?(?![0-9.])", text):
        return "brakuje roku; napisz np. 12 marca 2026"
    return ""


def clock(text: str) -> int:
    """Minutes from midnight; raises ValueError in Polish.

    >>> clock("17:00"), clock("17.30"), clock("godz. 17")
    (1020, 1050, 1020)
    """
    text = " ".join(text.split())
    found = _CLOCK.fullmatch(text)
    if not found:
        raise ValueError(f"„{text}” nie jest godziną – {_clock_advice(text)}")
    hour, minute = int(found["h"] or found["whole"]), int(found["m"] or 0)
    if hour > 23 or minute > 59:
        raise ValueError(f"nie ma godziny „{text}” – napisz od 00:00 do 23:59")
    return hour * 60 + minute


def _clock_advice(text: str) -> str:
    if re.fullmatch(r"[0-9]{1,2}", text):
        return f"napisz {text}:00"
    if re.search(r"[0-9]\s*(?:[-–—]|do\b)", text):
        return "podaj tylko początek; godzinę końca wpisz w kluczu „koniec”"
    return "napisz np. 17:00"


@lru_cache(maxsize=4096)
def moment(text: str) -> Moment:
    """A day with its hour, a day, a month, a year, or ``nieznany``; ValueError in Polish.

    >>> moment("2026-03-12 17:00").iso, moment("2026-03").iso, moment("nieznany").iso
    ('2026-03-12T17:00+01:00', '2026-03', '')
    """
    text = " ".join(text.split())
    if text.lower() in ("nieznany", "nieznana", "nieznane"):
        return UNKNOWN
    if re.fullmatch(r"[0-9]{4}", text):
        return Moment(Precision.YEAR, _coarse(text, text, 1))
    if found := re.fullmatch(r"([0-9]{4})-([0-9]{1,2})", text):
        return Moment(Precision.MONTH, _coarse(text, found[1], int(found[2])))
    return _day_or_minute(text)


def _coarse(text: str, year: str, month: int) -> date:
    _refuse_year(year)
    try:
        return date(int(year), month, 1)
    except ValueError:
        raise ValueError(f"w kalendarzu nie ma „{text}” – napisz np. 2026-03") from None


def _day_or_minute(text: str) -> Moment:
    found = _DAY.match(text)
    if not found:
        advice = _advice(text) or "napisz np. 2026-03-12 17:00"
        raise ValueError(f"nie rozumiem daty „{text}” – {advice}")
    first, rest = _day_of(found[0], found), text[found.end() :].strip(" ,T")
    if not rest:
        return Moment(Precision.DAY, first)
    given = _OFFSET.search(rest)
    minute = clock(rest[: given.start()] if given else rest.removesuffix("Z"))
    shift = int(given[1]) * 60 + int(given[2]) if given else (0 if rest.endswith("Z") else None)
    return Moment(Precision.MINUTE, first, minute, offset(first, minute, shift))


_BY_WEEKDAY = {
    fold(name): number for names in (WEEKDAYS, _SHORT_WEEKDAYS) for number, name in enumerate(names)
}


def weekday(text: str) -> int:
    """0 for Monday; raises ValueError in Polish.

    >>> weekday("Środa"), weekday("pt.")
    (2, 4)
    """
    if fold(text) not in _BY_WEEKDAY:
        near = get_close_matches(fold(text), _BY_WEEKDAY, 1, 0.6)
        right = WEEKDAYS[_BY_WEEKDAY[near[0]]] if near else "np. czwartek"
        raise ValueError(f"„{text}” nie jest dniem tygodnia – napisz {right}")
    return _BY_WEEKDAY[fold(text)]
