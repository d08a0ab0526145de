"""Lengths of time as an officer writes them: minutes, days, months."""

from __future__ import annotations

import re

_UNITS = {"h": 60, "godz": 60, "godzina": 60, "godziny": 60, "godzin": 60}
_LENGTH = re.compile(r"([0-9]{1,4})\s*(h|godz(?:in[ay]?)?|min(?:ut[ay]?)?)\b\.?")

DAY_MINUTES = 24 * 60


def duration(text: str) -> int:
    """Minutes, more than 0 and at most a day; raises ValueError in Polish.

    >>> duration("1 godz. 30 min"), duration("90 minut"), duration("2 h")
    (90, 90, 120)
    """
    parts = _LENGTH.findall(text)
    if not parts or _LENGTH.sub("", text).strip(" i"):
        advice = f"{text} min" if re.fullmatch(r"[0-9]{1,3}", text) else "np. 1 godz. 30 min"
        raise ValueError(f"„{text}” nie jest czasem trwania – napisz {advice}")
    minutes = sum(int(number) * _UNITS.get(unit, 1) for number, unit in parts)
    if not 0 < minutes <= DAY_MINUTES:
        raise ValueError(f"„{text}” to za mało albo za dużo – napisz np. 1 godz. 30 min")
    return minutes


def written(minutes: int) -> str:
    """As :func:`duration` reads it.

    >>> written(90), written(120), written(45)
    ('1 godz. 30 min', '2 godz.', '45 min')
    """
    hours, rest = divmod(minutes, 60)
    return " ".join([f"{hours} godz."] * bool(hours) + [f"{rest} min"] * bool(rest))


def span(text: str) -> int:
    """Days of ``14 dni``, ``2 tygodnie``; raises ValueError in Polish.

    >>> span("14 dni"), span("2 tygodnie")
    (14, 14)
    """
    found = re.fullmatch(r"([0-9]{1,3})\s*(dni|dzień|tygodnie|tydzień|tygodni)", text.strip())
    if not found:
        raise ValueError(f"„{text}” nie jest liczbą dni – napisz np. 14 dni")
    return int(found[1]) * (7 if found[2].startswith("t") else 1)


def months(text: str) -> int:
    """Months of ``12 miesięcy``, ``2 lata``; raises ValueError in Polish.

    >>> months("12 miesięcy"), months("2 lata")
    (12, 24)
    """
    found = re.fullmatch(r"([0-9]{1,3})\s*(miesiąc|miesiące|miesięcy|rok|lata|lat)", text.strip())
    if not found:
        raise ValueError(f"„{text}” nie jest liczbą miesięcy – napisz np. 12 miesięcy")
    return int(found[1]) * (1 if found[2].startswith("m") else 12)
