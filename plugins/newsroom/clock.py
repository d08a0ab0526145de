"""The run's one moment: nothing else on the way reads the clock."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from plugins.newsroom.warsaw import WARSAW
from plugins.problems import Problem, Problems


def moment(
    setting: str | None, environment: Mapping[str, str], clock: Callable[[], datetime]
) -> datetime:
    """``BUILD_DATE`` as a setting, in the environment, ``SOURCE_DATE_EPOCH``, or now.

    A date means its first minute in Poland; raises :class:`Problems` when what is given is no
    moment, or one of a year that nobody publishes in.
    (https://reproducible-builds.org/specs/source-date-epoch/)
    """
    given = setting or environment.get("BUILD_DATE")
    if given:
        return _given(str(given))
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        return _counted(epoch)
    return clock().astimezone(WARSAW)


YEARS = range(1980, 2200)
"""Years of which calendars, the law's deadlines and zones can be reckoned with some sense."""


def _counted(text: str) -> datetime:
    """Seconds since 1970; the specification wants what is none of these refused."""
    if not re.fullmatch(r"[0-9]{1,10}", text):
        message = f"„{text}” nie jest liczbą sekund od 1970 r. – napisz np. 1772319600 albo usuń"
        raise Problems([Problem("SOURCE_DATE_EPOCH", 0, "", message)])
    return _sensible(datetime.fromtimestamp(int(text), UTC), "SOURCE_DATE_EPOCH").astimezone(WARSAW)


def _sensible(moment: datetime, setting: str) -> datetime:
    if moment.year not in YEARS:
        message = f"rok {moment.year} jest za odległy – podaj rok {YEARS[0]}–{YEARS[-1]}"
        raise Problems([Problem(setting, 0, "", message)])
    return moment


def _given(text: str) -> datetime:
    try:
        parsed = datetime.fromisoformat(text)
    except ValueError:
        message = f"„{text}” nie jest dniem – napisz np. 2026-03-01 albo 2026-03-01T08:00"
        raise Problems([Problem("BUILD_DATE", 0, "", message)]) from None
    parsed = _sensible(parsed, "BUILD_DATE")
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=WARSAW)
