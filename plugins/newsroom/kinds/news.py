"""``aktualności``: news, notices and warnings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Annotated

from plugins.newsroom import fields as f
from plugins.newsroom.fields import Key
from plugins.newsroom.kinds.activity import ActivityRecord
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.media import Fault


class Section(Enum):
    """What a piece of news is about."""

    PROGRAMME = "program"
    DEBATE = "debata"
    NOTICE = "komunikat"
    WARNING = "ostrzeżenie"
    PREVENTION = "profilaktyka"


@dataclass(frozen=True, slots=True, kw_only=True)
class News(ActivityRecord):
    """A piece of news, archival after ``valid_until``; until then a warning is a banner."""

    section: Annotated[Section, Key("dział", "rodzaj wiadomości", "komunikat", ("category",))] = (
        Section.NOTICE
    )
    valid_until: Annotated[
        f.Day | None,
        Key("ważne do", "ostatni dzień, gdy to aktualne", "2026-12-31"),
    ] = None

    def faults(self) -> Iterator[Fault]:
        """A warning needs its end; anything else may have one."""
        yield from Record.faults(self)
        if self.section is Section.WARNING and not self.valid_until:
            yield "ważne do", "brak – ostrzeżenie musi mieć koniec, np. „ważne do: 2026-12-31”"
        first = self.published.first if self.published else None
        if self.valid_until and first and self.valid_until < first:
            yield "ważne do", "jest przed datą publikacji – popraw jedną z nich"
