"""Days and hours as other programs write them, in the way that a record's head says them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from plugins.newsroom import dates
from plugins.newsroom.warsaw import WARSAW

_WORDS = re.compile(r"^(?:dnia|z dnia|w dniu|[^\W\d_]+,)\s+", re.IGNORECASE)


def written(text: str) -> str:
    """``2022-01-31`` or ``2022-01-31 12:30``; empty where no day can be read.

    >>> written("31.01.2022 r."), written("2022-01-31T11:30:00Z"), written("wczoraj")
    ('2022-01-31', '2022-01-31 12:30', '')
    """
    text = " ".join(text.split())[:60]
    for reading in (_iso, _spoken, _rfc822):
        moment = reading(text)
        if moment is not None:
            return _kept(moment)
    return ""


def _kept(moment: datetime | date) -> str:
    """As a head says it, if a head may say it: an hour that the clock skips is left out."""
    day = f"{moment:%Y-%m-%d}"
    exact = f"{day} {moment:%H:%M}" if isinstance(moment, datetime) else day
    for said in (exact, day):
        try:
            dates.moment(said)
        except ValueError:
            continue
        return said
    return ""


def _iso(text: str) -> datetime | date | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if len(text) <= 10:
        return moment.date()
    return _polish(moment)


def _polish(moment: datetime) -> datetime | None:
    try:
        return moment.astimezone(WARSAW) if moment.tzinfo else moment
    except OverflowError:
        return None


def _spoken(text: str) -> datetime | date | None:
    try:
        found = dates.moment(re.sub(r"(?<=\d:\d\d):\d\d$", "", _WORDS.sub("", text)))
    except ValueError:
        return None
    return found.start if found.minute is not None else found.day


def _rfc822(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return _polish(moment if moment.tzinfo else moment.replace(tzinfo=UTC))


_MONTH = "|".join(dates.MONTHS)
_DAY = re.compile(
    rf"\b(?:[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|[0-9]{{1,2}}\.[0-9]{{1,2}}\.[0-9]{{4}}"
    rf"|[0-9]{{1,2}}\s+(?:{_MONTH})\s+[0-9]{{4}})\b",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"^.{0,40}?\b(?:godz(?:\.|inie)?\s*|o\s+)([0-9]{1,2})[:.]([0-9]{2})\b", re.DOTALL
)


def told_in(text: str) -> list[str]:
    """Every day that a text tells, with its hour where one follows, in order, each once.

    >>> told_in("Zapraszamy 12 marca 2026 r. o godz. 17:00, a nie 2026-03-13.")
    ['2026-03-12 17:00', '2026-03-13']
    """
    found = []
    for day in _DAY.finditer(text):
        hour = _HOUR.match(text[day.end() : day.end() + 60])
        clock = f" {int(hour[1]):02}:{hour[2]}" if hour else ""
        said = written(day[0] + clock) or written(day[0])
        found += [said] if said else []
    return list(dict.fromkeys(found))
