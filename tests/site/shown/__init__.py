"""Where every key of every kind is shown: a table, read against one built site.

A key that is added to a kind fails :mod:`tests.site.test_shown` until a row says what of it is
seen and where. The site stands in ``tests/site/full``; every kind has in it a whole record of
the unit („pełna”), one of another publisher („obca”), and a withdrawn, a hidden, a draft and an
embargoed one.
"""

from __future__ import annotations

from plugins.newsroom.kinds import KINDS
from tests.site.shown import common, debates, places, programmes, requests, unit
from tests.site.shown.seen import Rows

OWN: dict[str, Rows] = {
    "debaty": debates.DEBATE,
    "sprawozdania": debates.REPORT,
    "wnioski": requests.REQUEST,
    "aktualnosci": programmes.NEWS,
    "programy": programmes.PROGRAMME,
    "rejony": requests.DISTRICT,
    "podmioty": places.BODY,
    "miejsca": places.VENUE,
    "cykle": programmes.CYCLE,
    "strony": places.PAGE,
}
"""What a kind has beyond the common keys."""

TABLE: dict[str, Rows] = {
    "jednostka": unit.UNIT,
    **{kind: common.rows(kind) | OWN.get(kind, {}) for kind in KINDS},
}
"""Kind → key with the keys above it → what is seen."""
