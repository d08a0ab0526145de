"""A request that residents raised at a debate; it numbers itself."""

from __future__ import annotations

from plugins.desk.asking import SLIP, Halt
from plugins.desk.new import common, naming
from plugins.desk.new.common import Head, refuse_unless
from plugins.desk.new.session import Draft, Session
from plugins.desk.writing.emit import Plain
from plugins.desk.writing.scaffold import Scaffold
from plugins.newsroom.categories import CATEGORIES
from plugins.newsroom.kinds.debate import Debate, State
from plugins.newsroom.kinds.request import Request, Status
from plugins.newsroom.phases import was_held

NONE = "brak"
FEW = 2  # districts of a debate that its requests are likely to be about


def draft(s: Session) -> Draft:
    """Ask for the debate and what residents want."""
    title = common.title(s, Request, "O co wnoszą mieszkańcy?")
    debate = _debate(s)
    head = _head(s, debate)
    head |= common.ties(s, Request)
    head |= {"tytuł": title, "data publikacji": common.published(s, Request)}
    head["miejsce"] = s.option(Request, "miejsce")
    words = "Uzasadnienie, bez nazwisk (Enter: bez)"
    body = common.body(s, words)
    if "--szkic" in s.flags:
        head["stan publikacji"] = common.DRAFT
    year = common.year_of(_day(s, debate))
    name = _number(s, year)
    notes = {"stan publikacji": common.DRAFT_NOTE, "historia": HISTORY_NOTE}
    examples: Head = {"kategorie zagrożeń": _categories(debate)}
    return Draft(name, year, Scaffold("wnioski", head, body, examples, s.ids, notes))


HISTORY_NOTE = (
    "Kolejne wpisy dopisuj na końcu: data, status, opis, a przy przekazaniu także podmiot.",
)


def _debate(s: Session) -> Debate | None:
    """The debate, the last held first; ``brak``: the request came otherwise."""
    s.used.add("--debata")
    if s.given.get("--debata") == [NONE]:
        return None
    debates = s.of(Debate)
    held = [one for one in debates if was_held(one, s.today)]
    debate = s.record(debates, "--debata", "Na której debacie?", held)
    day = debate.when.first
    refuse_unless(
        debate.state is State.PLANNED,
        f"debata „{debate.id}” jest {debate.state.value} – nikt na niej nic nie zgłosił; "
        "wniosek spoza debaty: --debata brak",
    )
    refuse_unless(
        day is None or day <= s.today,
        f"debata „{debate.id}” jest dopiero {day}; wniosek spoza debaty: --debata brak",
    )
    return debate


def _head(s: Session, debate: Debate | None) -> Head:
    head: Head = {"historia": [{"data": _day(s, debate), "status": Status.RAISED.value}]}
    if debate is None:
        return head
    few: list[Plain] = list(debate.districts if len(debate.districts) <= FEW else ())
    return head | {"debata": debate.id, "program": debate.programme, "rejony": few}


def _categories(debate: Debate | None) -> list[Plain]:
    """The debate's, by the names that the map gives them."""
    return [CATEGORIES[one] for one in debate.categories] if debate else []


def _day(s: Session, debate: Debate | None) -> str:
    day = debate.when.day if debate else None
    return (day or s.today).isoformat()


def _number(s: Session, year: int) -> str:
    taken = s.taken("wnioski")
    s.used.add("--id")
    given = s.given.get("--id", [""])[0].lower()
    if given and (fault := naming.fault(given, "wnioski", taken)):
        raise Halt(f"--id: {fault}", SLIP)
    return given or naming.next_number(taken, year)
