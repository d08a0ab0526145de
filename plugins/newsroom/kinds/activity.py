"""What news, debates and requests say of the programme that they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from plugins.newsroom import fields as f
from plugins.newsroom.fields import Key
from plugins.newsroom.kinds.common import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRecord(Record):
    """A record that may be about one activity of its programme, by the activity's name."""

    activity: Annotated[
        f.Line, Key("działanie", "działanie programu, którego dotyczy", "Patrole piesze")
    ] = ""
