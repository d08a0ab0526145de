"""``cykle``: series of debates under one name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from plugins.newsroom import fields as f
from plugins.newsroom.fields import Key
from plugins.newsroom.kinds.common import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle(Record):
    """A series; what belongs to it says ``cykl``."""

    frequency: Annotated[f.Line, Key("częstotliwość", "jak często", "raz na kwartał")] = ""
