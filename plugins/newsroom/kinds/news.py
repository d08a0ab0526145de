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
from plugins.newsroom.kinds.media import Contradiction, Fault


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

    @classmethod
    def contradictions(cls) -> tuple[Contradiction, ...]:
        """A warning needs its end; anything else may have one."""
        return (*Record.contradictions(), _without_end, _over_before)


def _without_end(news: News) -> Iterator[Fault]:
    if news.section is Section.WARNING and not news.valid_until:
        yield "ważne do", "brak – ostrzeżenie musi mieć koniec, np. „ważne do: 2026-12-31”"


def _over_before(news: News) -> Iterator[Fault]:
    first = news.published.first if news.published else None
    if news.valid_until and first and news.valid_until < first:
        yield "ważne do", "jest przed datą publikacji – popraw jedną z nich"
