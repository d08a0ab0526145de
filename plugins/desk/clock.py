"""The moment for which a command works: the one edge of the desk that reads the clock."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from plugins.desk import child, settings
from plugins.newsroom.clock import moment


def now() -> datetime:
    """The moment for which the generator would build; raises :class:`Problems`."""
    given = settings.written(child.ROOT, "BUILD_DATE")
    return moment(given, os.environ, lambda: datetime.now(UTC))
