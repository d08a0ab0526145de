"""The moment for which a run builds: the one edge of publishing that reads the clock."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from plugins.newsroom import clock


def moment(settings: Mapping[str, Any]) -> datetime:
    """``BUILD_DATE``, or now; raises :class:`Problems` for what is no moment."""
    return clock.moment(settings.get("BUILD_DATE"), os.environ, lambda: datetime.now(UTC))
