"""A new debate: its day, its place; the rest as at an earlier one, if one is named."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from plugins.desk import child, finding
from plugins.desk.new import common
from plugins.desk.new.answers import clock
from plugins.desk.new.common import Head
from plugins.desk.new.session import Draft, Session
from plugins.desk.writing import splice
from plugins.desk.writing.emit import Plain
from plugins.desk.writing.scaffold import Scaffold
from plugins.newsroom import dates
from plugins.newsroom.dates import Moment
from plugins.newsroom.kinds.debate import Debate, Role, State
from plugins.newsroom.kinds.district import District
from plugins.newsroom.kinds.venue import Venue

KEPT = (
    *("rodzaj debaty", "forma", "link do transmisji", "miejsce", "wstęp", "jak zadać pytanie"),
    *("organizatorzy", "prowadzący", "porządek", "cykl", "program", "działanie", "rejony"),
)
"""What a debate takes over from an earlier one; never its dates, its changes or its state."""

SHOWN = ("goście", "dla kogo", "kategorie zagrożeń", "tematy")
"""What may be otherwise this time: it stands there as an example."""

ONLINE = "online"
DAY = 24 * 60


def draft(s: Session) -> Draft:
    """Ask for title, time and place."""
    title = common.title(s, Debate, "Tytuł debaty")
    like = _like(s)
    head = _taken_over(like)
    head |= common.ties(s, Debate)
    when = _when(s)
    head |= {"tytuł": title, "termin": when.text, **when.keys}
    head["data publikacji"] = common.published(s, Debate)
    _place(s, head)
    _hours(s, head, when.moment, like)
    _role(s, head)
    if "rejony" not in head:
        words = "Którego rejonu dotyczy? (numer albo część nazwy; Enter: pomiń)"
        head["rejony"] = list[Plain](s.maybe(District, "--rejon", words))
    if "organizatorzy" not in head and f"podmioty/{s.holdings.unit.body}" in s.holdings.known:
        head["organizatorzy"] = [s.holdings.unit.body]
    year = when.moment.first.year if when.moment.first else s.today.year
    text = common.body(s, "Zaproszenie: o czym porozmawiamy? (Enter: dopiszę w pliku)")
    body = common.below(s, head, text)
    name = common.name(s, "debaty", title, year)
    scaffold = Scaffold("debaty", head, body, _examples(s, when.moment, like), s.ids, _notes(head))
    return Draft(name, year, scaffold)


def _notes(head: Head) -> dict[str, tuple[str, ...]]:
    return {"stan publikacji": common.DRAFT_NOTE} if "stan publikacji" in head else {}


# -- an earlier debate ---------------------------------------------------------------


class Like:
    """The earlier debate: its head as plain values, its day and its length in minutes."""

    def __init__(self, debate: Debate | None) -> None:
        self.when = debate.when if debate else dates.UNKNOWN
        self.length = debate.length if debate else 0
        self.head: Head = {}
        if debate:
            self.head = splice.plain(debate.path, (child.ROOT / debate.path).read_bytes())


def _like(s: Session) -> Like:
    s.used.add("--jak")
    if "--jak" not in s.given:
        return Like(None)
    return Like(s.record(s.of(Debate), "--jak", "Jak która debata?"))


def _taken_over(like: Like) -> Head:
    head = {key: like.head[key] for key in KEPT if key in like.head}
    asking = head.get("jak zadać pytanie")
    if isinstance(asking, dict):
        head["jak zadać pytanie"] = {key: asking[key] for key in asking if key != "do"}
    if head.get("rodzaj debaty") == Role.EVALUATING.value:
        del head["rodzaj debaty"]
    return head


# -- when ----------------------------------------------------------------------------


class When:
    """A time as it is written, what it means, and the keys that follow from it."""

    def __init__(self, text: str) -> None:
        self.text, self.moment = text, dates.moment(text)
        self.keys: Head = {}
        if self.moment.day:
            self.keys["dzień tygodnia"] = dates.WEEKDAYS[self.moment.day.weekday()]
        if self.moment.minute is None:
            self.keys["termin wstępny"] = "tak"


def _when(s: Session) -> When:
    words = "Kiedy? Dzień i godzina, np. 2027-02-18 17:00 (bez godziny: termin wstępny)"
    when = When(s.key(Debate, "termin", words))
    if s.desk.is_terminal and (weekday := when.keys.get("dzień tygodnia")):
        print(f"  To {weekday}.")
    return when


def _hours(s: Session, head: Head, when: Moment, like: Like) -> None:
    """The end, and the agenda moved to the new hour; neither while the hour is not known."""
    s.used.add("--koniec")
    if when.minute is None:
        head.pop("porządek", None)
        return
    default = clock((when.minute + like.length) % DAY) if like.length else ""
    words = "Do której? (np. 18:30; Enter: nie podaję)" if not default else "Do której?"
    end = s.key(Debate, "koniec", words, default=default, needed=False)
    if end:
        head["koniec"] = end
    agenda = head.get("porządek")
    if isinstance(agenda, list) and like.when.minute is not None:
        head["porządek"] = shifted(agenda, when.minute - like.when.minute)


def shifted(agenda: list[Plain], minutes: int) -> list[Plain]:
    """An agenda so many minutes later.

    >>> shifted([{"godz": "17.10", "punkt": "Otwarcie"}], -60)
    [{'godz': '16:10', 'punkt': 'Otwarcie'}]
    """
    return [_point(point, minutes) for point in agenda]


def _point(point: Plain, minutes: int) -> Plain:
    if not isinstance(point, dict) or not isinstance(told := point.get("godz"), str):
        return point
    return {**point, "godz": clock((dates.clock(told) + minutes) % DAY)}


# -- where ---------------------------------------------------------------------------


def _place(s: Session, head: Head) -> None:
    """A venue by its number, id or a part of its name, or online with its link."""
    s.used |= {"--miejsce", "--link"}
    kept = "miejsce" in head or head.get("forma") == ONLINE
    if kept and "--miejsce" not in s.given:
        return
    venues = _venues(s)
    if s.given.get("--miejsce") != [ONLINE]:
        head["miejsce"] = place(s, venues)
    if head.get("miejsce") == ONLINE or "miejsce" not in head:
        head.pop("miejsce", None)
        head["forma"] = ONLINE
        head["link do transmisji"] = s.key(
            Debate, "link do transmisji", "Gdzie oglądać? Adres https://…", option="--link"
        )


def _venues(s: Session) -> list[Venue]:
    """The venues, the one most often used first."""
    used = Counter(debate.place.venue for debate in s.of(Debate) if debate.place)
    return sorted(s.of(Venue), key=lambda venue: (-used[venue.id], venue.id))


def place(s: Session, venues: list[Venue]) -> str:
    """The id of a venue, or ``online``."""
    offered = venues[: finding.OFFERED]
    lines = tuple(finding.offer(n, venue) for n, venue in enumerate(offered, 1))

    def read(text: str) -> str:
        if text.lower() == ONLINE:
            return ONLINE
        return finding.numbered(venues, text, offered=offered).id

    words = "Gdzie? (numer, nazwa pliku, część nazwy albo online)"
    answer = s.ask("--miejsce", words, read, offers=lines)
    assert answer, "a debate needs its place"
    s.given["--miejsce"] = [answer]
    return answer


# -- what for ------------------------------------------------------------------------


def _role(s: Session, head: Head) -> None:
    """Its role; an evaluating debate names those that it evaluates."""
    role = s.option(Debate, "rodzaj debaty", "--rodzaj")
    s.used.add("--ewaluacja")
    if role:
        head["rodzaj debaty"] = role
    if "--ewaluacja" in s.given or role == Role.EVALUATING.value:
        head["rodzaj debaty"] = Role.EVALUATING.value
        head["ewaluacja debat"] = _evaluated(s)


def _evaluated(s: Session) -> list[Plain]:
    past = [d for d in s.of(Debate) if d.state is State.PLANNED]
    given = s.given.get("--ewaluacja", [])
    if given:
        return [
            finding.chosen(s.desk, past, one, "--ewaluacja", "Która debata?").id for one in given
        ]
    return [s.record(past, "--ewaluacja", "Którą debatę rozlicza?").id]


# -- examples ------------------------------------------------------------------------


def _examples(s: Session, when: Moment, like: Like) -> Head:
    """Commented examples that fit this debate: days before it, guests of the earlier one."""
    found: Head = {}
    if when.day:
        found["zgłoszenia PJM"] = (when.day - timedelta(days=7)).isoformat()
    unit = s.holdings.unit
    asking: Head = {"e-mail": unit.email} if unit.email else {}
    if when.day:
        asking["do"] = (when.day - timedelta(days=1)).isoformat()
    found["jak zadać pytanie"] = asking or ""
    found["porządek"] = [{"godz": when.clock or "17:00", "punkt": "Powitanie i zasady rozmowy"}]
    return found | {key: like.head[key] for key in SHOWN if key in like.head}
