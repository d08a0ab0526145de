"""What there is to tell of a record today: the last change of a debate, or the record itself."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.feeds import telling
from plugins.feeds.occasions import Occasion
from plugins.feeds.turns import turns
from plugins.layout import agents
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import Moment, Precision
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.request import Request
from plugins.newsroom.kinds.unit import Unit


@dataclass(frozen=True, slots=True)
class Matter:
    """``facts``: (what, value) pairs as in the feeds; ``link``: the whole address.

    ``occasion`` says whether it is the record itself or one of its changes.
    """

    unit: Unit
    record: Record
    occasion: Occasion
    title: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    link: str
    picture: str = ""
    is_ahead: bool = False
    """Of a debate: whether it is still to be held."""

    def fact(self, *names: str) -> str:
        """The first of these facts that is given."""
        known = dict(self.facts)
        return next((known[name] for name in names if known.get(name)), "")


def matter(catalogue: Catalogue, record: Record) -> Matter:
    """What to tell; of a debate that has its report, the report."""
    record = (catalogue.report(record) or record) if isinstance(record, Debate) else record
    occasion = _newest(catalogue, record)
    image = record.picture
    return Matter(
        unit=catalogue.unit,
        record=record,
        occasion=occasion,
        title=telling.title(catalogue, occasion),
        lead=record.lead,
        facts=telling.facts(catalogue, occasion),
        link=agents.whole(catalogue, addresses.of(record)),
        picture=image.alt if image else "",
        is_ahead=isinstance(record, Debate) and catalogue.phase(record).is_ahead,
    )


def _newest(catalogue: Catalogue, record: Record) -> Occasion:
    at = record.appeared or Moment(Precision.UNKNOWN)
    if isinstance(record, Debate):
        for turn in reversed(turns(catalogue, record)):
            if turn.ended is None:
                return Occasion(record, turn.day, 0, turn)
    if isinstance(record, Request):
        return Occasion(record, at, step=len(catalogue.history(record)))
    return Occasion(record, at)
