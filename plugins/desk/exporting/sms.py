"""A notice of at most 160 characters of the GSM alphabet (3GPP TS 23.038), so one SMS.

Polish letters would halve it to 70, so they lose their marks.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from plugins.desk.exporting.matter import Matter
from plugins.newsroom.dates import Moment
from plugins.newsroom.kinds.debate import Debate, State
from plugins.newsroom.kinds.news import News, Section
from plugins.newsroom.kinds.report import Report

LIMIT = 160

_DAYS = ("pon.", "wt.", "sr.", "czw.", "pt.", "sob.", "niedz.")
_SIGNS = str.maketrans(
    {"ł": "l", "Ł": "L", "–": "-", "—": "-", "’": "'", "`": "'", "…": "...", "\\": "/"}
    | dict.fromkeys("„”«»", '"')
    | dict.fromkeys("[{", "(")
    | dict.fromkeys("]}", ")")
    | dict.fromkeys("~^|", "-")
)
"""What decomposition does not turn into ASCII, and ASCII that GSM counts twice or lacks."""


def sms(matter: Matter) -> str:
    """What matters first, then as much of the rest as fits; the address always."""
    start, title, place, link = (folded(part) for part in _parts(matter))
    hall = place.split(",")[0]
    for where, shortens in ((place, False), (hall, False), ("", False), (hall, True), ("", True)):
        room = LIMIT - len(_joined(start, "", where, link)) - len(": ")
        told = _cut(title, room) if shortens else title
        whole = _joined(start, told, where, link)
        if len(whole) <= LIMIT and (told == title or " " in told):
            return whole
    return _joined(start, "", "", link)[:LIMIT]


def folded(text: str) -> str:
    """The text in letters that a phone counts once.

    >>> folded("„Żółć” – 5 zł…")
    '"Zolc" - 5 zl...'
    """
    plain = unicodedata.normalize("NFKD", text.translate(_SIGNS))
    return " ".join(plain.encode("ascii", "ignore").decode().split())


def _joined(start: str, title: str, place: str, link: str) -> str:
    said = ", ".join(filter(None, (start, place)))
    return " ".join(filter(None, (f"{said}: {title}." if title else f"{said}.", link)))


def _cut(text: str, length: int) -> str:
    """The words of a text that fit.

    >>> _cut("Bezpieczna droga do szkoly", 18)
    'Bezpieczna droga'
    """
    return (
        text if len(text) <= length else text[: max(length + 1, 0)].rpartition(" ")[0].rstrip(",:-")
    )


def _parts(matter: Matter) -> Iterator[str]:
    record = matter.record
    yield _start(matter)
    yield record.title
    yield matter.fact("Miejsce", "Nowe miejsce") if matter.is_ahead else ""
    yield matter.link


def _start(matter: Matter) -> str:
    record, turn = matter.record, matter.occasion.turn
    if isinstance(record, Debate):
        if record.state is not State.PLANNED:
            return f"{record.state.value.upper()} debata {_when(record.when)}"
        if not matter.is_ahead:
            return f"Po debacie {_when(record.when)}"
        changed = {"termin": "ZMIANA TERMINU debaty", "miejsce": "ZMIANA MIEJSCA debaty"}
        what = changed.get(turn.key, "Debata") if turn else "Debata"
        return f"{what}{' na' if what.endswith('TERMINU debaty') else ''} {_when(record.when)}"
    if isinstance(record, Report):
        return "Sprawozdanie z debaty"
    if isinstance(record, News) and record.section is Section.WARNING:
        return "OSTRZEZENIE"
    return matter.unit.short


def _when(moment: Moment) -> str:
    if moment.day is None:
        return moment.first.strftime("%m.%Y") if moment.first else "(termin nieznany)"
    clock = f" {moment.clock}" if moment.clock else ""
    return f"{_DAYS[moment.day.weekday()]} {moment.day.day}.{moment.day.month:02}{clock}"
