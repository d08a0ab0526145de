"""Days, hours and spans as an officer writes them; Polish civil time (Europe/Warsaw).

No guessing: ``03.04.2026`` is 3 April, an hour that the clock skips or repeats is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import Enum
from functools import lru_cache
from zoneinfo import ZoneInfo

WARSAW = ZoneInfo("Europe/Warsaw")

MONTHS = (
    *("stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca"),
    *("lipca", "sierpnia", "września", "października", "listopada", "grudnia"),
)
MONTH_NAMES = (
    *("styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec"),
    *("lipiec", "sierpień", "wrzesień", "październik", "listopad", "grudzień"),
)
WEEKDAYS = ("poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela")


class Precision(Enum):
    """How exactly a moment is known."""

    MINUTE = "minuta"
    DAY = "dzień"
    MONTH = "miesiąc"
    YEAR = "rok"
    UNKNOWN = "nieznany"


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time known to its ``precision``.

    ``first`` is the day, or the first day of the month or year (``None``: unknown);
    ``minute`` counts minutes from midnight, ``offset`` minutes from UTC; both ``None``
    unless the precision is a minute.
    """

    precision: Precision
    first: date | None = None
    minute: int | None = None
    offset: int | None = None

    @property
    def day(self) -> date | None:
        """The day, if it is known."""
        exact = self.precision in (Precision.MINUTE, Precision.DAY)
        return self.first if exact else None

    @property
    def clock(self) -> str:
        """``17:00``, or empty where the hour is not known."""
        return "" if self.minute is None else f"{self.minute // 60:02}:{self.minute % 60:02}"

    @property
    def start(self) -> datetime | None:
        """The moment with its offset; a day starts at 00:00 in Warsaw. None: unknown."""
        if self.first is None:
            return None
        if self.minute is None or self.offset is None:
            return datetime.combine(self.first, time(), WARSAW)
        zone = timezone(timedelta(minutes=self.offset))
        return datetime.combine(self.first, time(*divmod(self.minute, 60)), zone)

    @property
    def last(self) -> date | None:
        """The last day that the moment may mean."""
        if self.first is None or self.day:
            return self.first
        months = 1 if self.precision is Precision.MONTH else 12
        year, month = divmod(self.first.month - 1 + months, 12)
        return date(self.first.year + year, month + 1, 1) - timedelta(days=1)

    @property
    def iso(self) -> str:
        """As HTML's ``datetime`` takes it: ``2026-03-12T17:00+01:00``, ``2026-03-12``, ``2026``."""
        if self.first is None:
            return ""
        if self.minute is not None and self.start:
            return self.start.isoformat(timespec="minutes")
        length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[self.precision]
        return self.first.isoformat()[:length]


UNKNOWN = Moment(Precision.UNKNOWN)

_DAY = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"
    r"|(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})\.(?P<y2>\d{4})(?:\s*r\.)?"
    r"|(?P<d3>\d{1,2})\s+(?P<name>[^\W\d]+)\s+(?P<y3>\d{4})(?:\s*(?:r\.|roku))?"
)
_CLOCK = re.compile(r"(?:godz\.?\s*)?(\d{1,2})[:.](\d{2})(?::00)?")
_OFFSET = re.compile(r"\s*([+-])(\d{2}):?(\d{2})$")


@lru_cache(maxsize=4096)
def day(text: str) -> date:
    """A day; raises ValueError in Polish.

    >>> day("12.03.2026") == day("12 marca 2026") == day("2026-03-12") == date(2026, 3, 12)
    True
    """
    found = _DAY.fullmatch(text.strip())
    if not found:
        raise ValueError(f"„{text}” nie jest datą – napisz np. 2026-03-12")
    return _day_of(text, found)


def _day_of(text: str, found: re.Match[str]) -> date:
    part = found.groupdict()
    month = part["m"] or part["m2"] or _month(part["name"])
    year, number = part["y"] or part["y2"] or part["y3"], part["d"] or part["d2"] or part["d3"]
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        raise ValueError(f"w kalendarzu nie ma dnia „{text}” – popraw datę") from None


def _month(name: str) -> str:
    if name.lower() not in MONTHS:
        message = f"„{name}” nie jest miesiącem w dopełniaczu – napisz np. 12 marca 2026"
        raise ValueError(message) from None
    return str(MONTHS.index(name.lower()) + 1)


def clock(text: str) -> int:
    """Minutes from midnight; raises ValueError in Polish.

    >>> clock("17:00"), clock("17.30")
    (1020, 1050)
    """
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        raise ValueError(f"„{text}” nie jest godziną – napisz np. 17:00")
    hour, minute = int(found[1]), int(found[2])
    if hour > 23 or minute > 59:
        raise ValueError(f"nie ma godziny „{text}” – napisz od 00:00 do 23:59")
    return hour * 60 + minute


@lru_cache(maxsize=4096)
def moment(text: str) -> Moment:
    """A day with its hour, a day, a month, a year, or ``nieznany``; ValueError in Polish.

    >>> moment("2026-03-12 17:00").iso, moment("2026-03").iso, moment("nieznany").iso
    ('2026-03-12T17:00+01:00', '2026-03', '')
    """
    text = " ".join(text.split())
    if text.lower() in ("nieznany", "nieznana", "nieznane"):
        return UNKNOWN
    if re.fullmatch(r"\d{4}", text):
        return Moment(Precision.YEAR, _coarse(text, int(text), 1))
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})", text):
        return Moment(Precision.MONTH, _coarse(text, int(found[1]), int(found[2])))
    return _day_or_minute(text)


def _coarse(text: str, year: int, month: int) -> date:
    try:
        return date(year, month, 1)
    except ValueError:
        raise ValueError(f"w kalendarzu nie ma „{text}” – napisz np. 2026-03") from None


def _day_or_minute(text: str) -> Moment:
    found = _DAY.match(text)
    if not found:
        raise ValueError(f"„{text}” nie jest terminem – napisz np. 2026-03-12 17:00")
    first, rest = _day_of(found[0], found), text[found.end() :].strip(" ,T")
    if not rest:
        return Moment(Precision.DAY, first)
    offset = _OFFSET.search(rest)
    minute = clock(rest[: offset.start()] if offset else rest.removesuffix("Z"))
    given = _given_offset(rest, offset)
    return Moment(Precision.MINUTE, first, minute, _offset(first, minute, given))


def _given_offset(rest: str, found: re.Match[str] | None) -> int | None:
    if found:
        return (int(found[2]) * 60 + int(found[3])) * (-1 if found[1] == "-" else 1)
    return 0 if rest.endswith("Z") else None


def _offset(first: date, minute: int, given: int | None) -> int:
    """The offset in Warsaw; an hour that is skipped or repeated needs a person's decision."""
    naive = datetime.combine(first, time(*divmod(minute, 60)))
    early, late = (_minutes(naive.replace(tzinfo=WARSAW, fold=fold)) for fold in (0, 1))
    if early == late:
        return early if given is None else _agreed(naive, given, (early,))
    if early < late:
        raise ValueError(
            f"godziny {naive:%H:%M} w dniu {first} nie ma (zmiana czasu z {_sign(early)} "
            f"na {_sign(late)}) – wybierz inną"
        )
    if given is None:
        raise ValueError(
            f"godzina {naive:%H:%M} w dniu {first} jest dwa razy – dopisz "
            f"{_sign(early)} (czas letni) albo {_sign(late)} (zimowy)"
        )
    return _agreed(naive, given, (early, late))


def _agreed(naive: datetime, given: int, possible: tuple[int, ...]) -> int:
    if given not in possible:
        right = " albo ".join(map(_sign, possible))
        raise ValueError(f"{naive:%Y-%m-%d %H:%M} ma w Polsce przesunięcie {right} – popraw je")
    return given


def _minutes(moment: datetime) -> int:
    offset = moment.utcoffset()
    assert offset is not None, "WARSAW always has an offset"
    return int(offset.total_seconds()) // 60


def _sign(minutes: int) -> str:
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


_UNITS = {"h": 60, "godz": 60, "godzina": 60, "godziny": 60, "godzin": 60}
_LENGTH = re.compile(r"(\d+)\s*(h|godz(?:in[ay]?)?|min(?:ut[ay]?)?)\.?")


def duration(text: str) -> int:
    """Minutes; raises ValueError in Polish.

    >>> duration("1 godz. 30 min"), duration("90 minut"), duration("2 h")
    (90, 90, 120)
    """
    parts = _LENGTH.findall(text)
    if not parts or _LENGTH.sub("", text).strip(" i"):
        raise ValueError(f"„{text}” nie jest czasem trwania – napisz np. 1 godz. 30 min")
    return sum(int(number) * _UNITS.get(unit, 1) for number, unit in parts)


def weekday(text: str) -> int:
    """0 for Monday; raises ValueError in Polish."""
    name = text.strip().lower()
    if name not in WEEKDAYS:
        raise ValueError(f"„{text}” nie jest dniem tygodnia – napisz np. czwartek")
    return WEEKDAYS.index(name)


def span(text: str) -> int:
    """Days of ``14 dni``, ``2 tygodnie``; raises ValueError in Polish."""
    found = re.fullmatch(r"(\d+)\s*(dni|dzień|tygodnie|tydzień|tygodni)", text.strip())
    if not found:
        raise ValueError(f"„{text}” nie jest liczbą dni – napisz np. 14 dni")
    return int(found[1]) * (7 if found[2].startswith("t") else 1)


def months(text: str) -> int:
    """Months of ``12 miesięcy``, ``2 lata``; raises ValueError in Polish."""
    found = re.fullmatch(r"(\d+)\s*(miesi\w+|rok|lata|lat)", text.strip())
    if not found:
        raise ValueError(f"„{text}” nie jest liczbą miesięcy – napisz np. 12 miesięcy")
    return int(found[1]) * (1 if found[2].startswith("m") else 12)
