"""A span of time written as ``{od, do}``, in years or days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from plugins.newsroom import dates
from plugins.newsroom import fields as f
from plugins.newsroom.fields import Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From the first day of ``since`` to the last day of ``until``."""

    since: Annotated[f.When, Key("od", "rok albo dzień", "2025")]
    until: Annotated[f.When | None, Key("do", "rok albo dzień", "2027")] = None

    @classmethod
    def from_text(cls, text: str) -> Period:
        """One year, month or day that is both beginning and end, or two years."""
        years = re.fullmatch(r"\s*([0-9]{4})\s*[-–]\s*([0-9]{4})\s*", text)
        if years:
            return cls(since=dates.moment(years[1]), until=dates.moment(years[2]))
        moment = dates.moment(text)
        return cls(since=moment, until=moment)

    @property
    def first(self) -> date | None:
        """The first day."""
        return self.since.first

    @property
    def last(self) -> date | None:
        """The last day; None: no end is set."""
        return self.until.last if self.until else None

    @property
    def backwards(self) -> bool:
        """Whether it ends before it begins."""
        return bool(self.first and self.last and self.last < self.first)
