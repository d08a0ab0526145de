"""A day told twice, by its weekday and by its date, must be one day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from plugins.newsroom.copyedit.copy import Copy
from plugins.newsroom.dates import MONTHS, WEEKDAYS
from plugins.problems import Problem

_STEMS = (
    *("oniedział", "torek", "tork", "roda", "rodę", "rody", "rodą", "rodz", "zwartek", "zwartk"),
    *("iątek", "iątk", "obot", "oboc", "iedziel"),
)


_BESIDE = {stem: re.compile(rf"{stem}\w*(?:\)|,?\s+(?:dnia\s+)?\d)") for stem in _STEMS}


def _likely(copy: Copy) -> Iterator[tuple[int, str]]:
    """Paragraphs where a weekday stands beside a number, or in brackets, at a quick look."""
    stems = copy.hints(_STEMS)
    for number, paragraph in copy.paragraphs if stems else ():
        small = paragraph.lower()
        if any(stem in small and _BESIDE[stem].search(small) for stem in stems):
            yield number, paragraph


_WEEKDAY = (
    r"(?<!\w)(?:(?P<d0>poniedział(?:ek|ku|kiem))|(?P<d1>wtor(?:ek|ku|kiem))|(?P<d2>środ(?:[aęyą]|zie))"
    r"|(?P<d3>czwart(?:ek|ku|kiem))|(?P<d4>piąt(?:ek|ku|kiem))|(?P<d5>sobo(?:t[aęyą]|cie))"
    r"|(?P<d6>niedziel[aęią]))(?!\w)"
)
_DATE = (
    rf"(?<![\d.-])(?P<day>[0-9]{{1,2}})(?:\s+(?P<name>{'|'.join(MONTHS)})(?:\s+(?P<y>[0-9]{{4}}))?"
    r"|\.(?P<number>[0-9]{1,2})\.(?P<year>[0-9]{4}))(?![\w-])"
)
_TOGETHER = (
    re.compile(rf"{_WEEKDAY},?\s+(?:dnia\s+)?{_DATE}", re.IGNORECASE),
    re.compile(rf"{_DATE}(?:\s+r\.|\s+roku)?,?\s+\({_WEEKDAY}\)", re.IGNORECASE),
)


def another_weekday(copy: Copy) -> Iterator[Problem]:
    """„w piątek, 11 marca 2027” of a Thursday: residents come on the wrong day."""
    for number, paragraph in _likely(copy):
        for shape in _TOGETHER:
            for found in shape.finditer(paragraph):
                right = _right(copy, found)
                if right:
                    said = " ".join(found[0].split())
                    message = f"„{said}” – {right:%Y-%m-%d} to {WEEKDAYS[right.weekday()]}"
                    line = number + paragraph.count("\n", 0, found.start())
                    yield copy.problem("dzień i data", f"{message}; popraw jedno z nich", line)


def _right(copy: Copy, found: re.Match[str]) -> date | None:
    """The day that the date means, if the weekday is another in every year it may mean."""
    told = next(n for n in range(7) if found[f"d{n}"])
    name = found["name"]
    month = MONTHS.index(name.lower()) + 1 if name else int(found["number"])
    days = _days(copy, found["y"] or found["year"] or "", month, int(found["day"]))
    return days[0] if days and all(day.weekday() != told for day in days) else None


def _days(copy: Copy, year: str, month: int, day: int) -> list[date]:
    """The days that may be meant, the likeliest first; a date without a year is near its text."""
    when, published = getattr(copy.record, "when", None), copy.record.published
    own, told = (moment.first if moment else None for moment in (when, published))
    if year:
        return list(_dated((int(year),), month, day))
    if own and (own.month, own.day) == (month, day):
        return [own]
    if told is None:
        return []
    near = _dated(range(told.year - 1, told.year + 2), month, day)
    return sorted(near, key=lambda one: abs(one.toordinal() - told.toordinal()))


def _dated(years: Iterable[int], month: int, day: int) -> Iterator[date]:
    for year in years:
        try:
            yield date(year, month, day)
        except ValueError:  # there is no such day that year
            continue
