"""``aktualności``: news, notices and warnings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Annotated

from plugins.newsroom import fields as f
from plugins.newsroom.fields import Key
from plugins.newsroom.kinds.common import Record, earlier
from plugins.newsroom.kinds.media import Fault


class Section(Enum):
    """What a piece of news is about."""

    PROGRAMME = "program"
    DEBATE = "debata"
    NOTICE = "komunikat"
    WARNING = "ostrzeżenie"
    PREVENTION = "profilaktyka"


@dataclass(frozen=True, slots=True, kw_only=True)
class News(Record):
    """A piece of news; a warning is a banner until ``valid_until``."""

    section: Annotated[Section, Key("dział", "rodzaj wiadomości", "komunikat", ("category",))] = (
        Section.NOTICE
    )
    valid_until: Annotated[
        f.Stamp | None, Key("ważne do", "do kiedy ostrzeżenie obowiązuje", "2026-12-31")
    ] = None

    def faults(self) -> Iterator[Fault]:
        """A warning needs its end; nothing else has one."""
        yield from Record.faults(self)
        if self.section is Section.WARNING and not self.valid_until:
            yield "ważne do", "brak – ostrzeżenie musi mieć koniec, np. „ważne do: 2026-12-31”"
        if self.section is not Section.WARNING and self.valid_until:
            yield "ważne do", "tylko przy „dział: ostrzeżenie” – usuń klucz albo zmień dział"
        if self.valid_until and self.published and earlier(self.valid_until, self.published):
            yield "ważne do", "jest przed datą publikacji – popraw jedną z nich"
