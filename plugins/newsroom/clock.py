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

    A date means its first minute in Poland; raises :class:`Problems` when it is neither.
    (https://reproducible-builds.org/specs/source-date-epoch/)
    """
    given = setting or environment.get("BUILD_DATE")
    if given:
        return _given(str(given))
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    if re.fullmatch(r"\d{1,10}", epoch):
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(WARSAW)
    return clock().astimezone(WARSAW)


def _given(text: str) -> datetime:
    try:
        parsed = datetime.fromisoformat(text)
    except ValueError:
        message = f"„{text}” nie jest dniem – napisz np. 2026-03-01 albo 2026-03-01T08:00"
        raise Problems([Problem("BUILD_DATE", 0, "", message)]) from None
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=WARSAW)
