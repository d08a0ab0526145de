"""One table of all kinds: the folder says the kind, the file's stem is the id."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.newsroom.kinds.body import Body
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.cycle import Cycle
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.district import District
from plugins.newsroom.kinds.news import News
from plugins.newsroom.kinds.page import Page
from plugins.newsroom.kinds.programme import Programme
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.kinds.request import Request
from plugins.newsroom.kinds.venue import Venue


@dataclass(frozen=True, slots=True)
class Kind:
    """``folder`` under content/, the record's class, its Polish name in one and many.

    ``prefix`` keeps ids of this kind's bodies apart from the page's own; ``dated``: the head
    must give „data publikacji”; ``bare``: the body may be empty.
    """

    folder: str
    record: type[Record]
    one: str
    many: str
    prefix: str = "t-"
    dated: bool = False
    bare: bool = True


KINDS = {
    kind.folder: kind
    for kind in (
        Kind("debaty", Debate, "debata", "debaty", dated=True),
        Kind("sprawozdania", Report, "sprawozdanie", "sprawozdania", "s-", dated=True, bare=False),
        Kind("wnioski", Request, "wniosek", "wnioski"),
        Kind("aktualnosci", News, "aktualność", "aktualności", dated=True, bare=False),
        Kind("programy", Programme, "program", "programy", dated=True),
        Kind("rejony", District, "rejon", "rejony"),
        Kind("podmioty", Body, "podmiot", "podmioty"),
        Kind("miejsca", Venue, "miejsce", "miejsca"),
        Kind("cykle", Cycle, "cykl", "cykle"),
        Kind("strony", Page, "strona", "strony", bare=False),
    )
}

FOLDER_OF: dict[type[Record], str] = {kind.record: kind.folder for kind in KINDS.values()}
