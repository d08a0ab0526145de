"""Small groups of keys that every kind shares: origin, withdrawal, archive, changes, lifts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from plugins.newsroom import fields as f
from plugins.newsroom.fields import Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where another body's record was taken from."""

    name: Annotated[f.Line, Key("nazwa", "nazwa źródła")]
    link: Annotated[f.Link, Key("link", "adres strony źródła")] = ""
    read: Annotated[f.Day | None, Key("odczytano", "kiedy odczytano")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """The dated tombstone that stays after a withdrawn record."""

    day: Annotated[f.Day, Key("data", "dzień wycofania")]
    reason: Annotated[f.Line, Key("powód", "dlaczego wycofano")]
    instead: Annotated[f.Anywhere, Key("zamiast", "co czytać zamiast")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archival:
    """Said by hand: since when and why a record is no longer current."""

    since: Annotated[f.Day | None, Key("od", "od kiedy nieaktualne")] = None
    reason: Annotated[f.Line, Key("powód", "dlaczego nieaktualne")] = ""
    current: Annotated[f.Anywhere, Key("aktualne", "co jest aktualne")] = ""

    @classmethod
    def from_text(cls, text: str) -> Archival | None:
        """``tak`` alone is enough."""
        return cls() if f.yes_or_no(text) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One entry of the ledger of changes; ``was`` and ``now`` as they were written."""

    day: Annotated[f.Stamp, Key("kiedy", "dzień zmiany")]
    what: Annotated[f.Line, Key("co", "co się zmieniło: termin, miejsce, stan…")]
    was: Annotated[f.Plain, Key("było", "poprzednia wartość")] = ""
    now: Annotated[f.Plain, Key("jest", "nowa wartość")] = ""
    reason: Annotated[f.Line, Key("powód", "dlaczego", required=True)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """One named warning lifted in this record, with the reason."""

    rule: Annotated[f.Line, Key("reguła", "nazwa ostrzeżenia")]
    reason: Annotated[f.Line, Key("powód", "dlaczego nie dotyczy")]
