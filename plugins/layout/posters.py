"""Which debates have a poster, and where it lies: its makers and the debate's page agree here."""

from __future__ import annotations

from plugins.newsroom import addresses, dates
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.holdings import Visibility
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.phases import Phase

_OFF = frozenset({Phase.CANCELLED, Phase.POSTPONED, Phase.UNSETTLED})

LARGEST = 100_000
"""Bytes that no poster exceeds; its size is not known before it is made."""


def address(catalogue: Catalogue, debate: Debate) -> str:
    """The address of a debate's poster; empty: it has none.

    Posters invite to the unit's own debates, and a translation needs no second sheet. What
    hangs in a stairwell must be put right: a debate that is off keeps its poster, which then
    says so, until the day has passed for which people were invited.
    """
    listed = catalogue.seen(debate) is Visibility.LISTED and catalogue.counts(debate)
    return addresses.poster(debate) if listed and _hangs(catalogue, debate) else ""


def _hangs(catalogue: Catalogue, debate: Debate) -> bool:
    phase = catalogue.phase(debate)
    if phase.is_ahead:
        return not debate.unannounced
    former = (dates.moment(was) for was in debate.moves[-1:])
    known = next((one.last for one in (debate.when, *former) if one.last), None)
    return phase in _OFF and known is not None and known >= catalogue.today
