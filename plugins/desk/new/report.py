"""The report of a debate, begun with what its announcement says."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from datetime import date

from plugins.desk import child
from plugins.desk.new import common
from plugins.desk.new.common import Head, refuse_unless
from plugins.desk.new.session import Draft, Session
from plugins.desk.writing import splice
from plugins.desk.writing.emit import Plain
from plugins.desk.writing.scaffold import Scaffold
from plugins.newsroom import handovers
from plugins.newsroom.kinds.common import Publicity
from plugins.newsroom.kinds.debate import Debate, Role, State
from plugins.newsroom.kinds.report import Report, Requests
from plugins.newsroom.kinds.request import Request, Update

TAKEN_OVER = ("cykl", "program", "rejony", "kategorie zagrożeń")
PRESENT = ("organizatorzy", "prowadzący", "goście")

PRESENT_NOTE = ("Z zapowiedzi: organizatorzy, prowadzący, goście. Usuń tych, których nie było.",)


def draft(s: Session) -> Draft:
    """Ask which debate, how many came, and for a first text."""
    debate = _debate(s)
    _refuse(s, debate)
    announced = splice.plain(debate.path, (child.ROOT / debate.path).read_bytes())
    title = common.title(s, Report, "Tytuł", default=f"{debate.title} – sprawozdanie")
    head: Head = {key: announced[key] for key in TAKEN_OVER if key in announced}
    head |= common.ties(s, Report)
    head |= {"tytuł": title, "debata": debate.id, "data publikacji": _published(s, debate)}
    head |= _figures(s, debate)
    if present := _present(announced):
        head["obecni"] = present
    text = common.body(s, "Co się działo? (jedno–dwa zdania; Enter: dopiszę w pliku)")
    body = common.below(s, head, text, _otherwise(s, debate))
    year = debate.when.first.year if debate.when.first else s.today.year
    taken = s.taken("sprawozdania")
    name = common.name(s, "sprawozdania", title, year, "" if debate.id in taken else debate.id)
    notes = {"obecni": PRESENT_NOTE, "stan publikacji": common.DRAFT_NOTE, "": _agenda(debate)}
    return Draft(name, year, Scaffold("sprawozdania", head, body, ids=s.ids, notes=notes))


# -- which debate --------------------------------------------------------------------


def _debate(s: Session) -> Debate:
    """Those that were held and are not reported are offered."""
    debates = s.of(Debate)
    awaited = [one for one in debates if _is_awaited(s, one)]
    return s.record(debates, "--debata", "Z której debaty?", awaited)


def _is_awaited(s: Session, debate: Debate) -> bool:
    day = debate.when.day
    held = day is not None and day <= s.today and debate.state is State.PLANNED
    return held and _report_of(s, debate) is None


def _report_of(s: Session, debate: Debate) -> Report | None:
    reports = (one for one in s.of(Report) if one.debate == debate.id)
    return next((one for one in reports if one.publicity is not Publicity.WITHDRAWN), None)


def _refuse(s: Session, debate: Debate) -> None:
    """A debate has one report, and only once it was held; a draft may be begun before."""
    other = _report_of(s, debate)
    refuse_unless(not other, f"ta debata ma już sprawozdanie: {other.path if other else ''}")
    day = debate.when.first
    refuse_unless(
        debate.state is State.PLANNED,
        f"debata jest {debate.state.value} – sprawozdania z niej nie będzie; jeśli się odbyła, "
        f"popraw „stan” w pliku {debate.path}",
    )
    held = day is None or day <= s.today
    refuse_unless(
        held or "--szkic" in s.flags,
        f"debata jest dopiero {day} – napisz sprawozdanie po niej albo dodaj --szkic",
    )


def _published(s: Session, debate: Debate) -> str:
    """Today; of a debate that is still to come, its own day."""
    day = debate.when.first
    ahead = "--data" not in s.given and day is not None and day > s.today
    return day.isoformat() if ahead and day else common.published(s, Report)


# -- what is known -------------------------------------------------------------------


def _figures(s: Session, debate: Debate) -> Head:
    words = "Ile osób przyszło? (Enter: nie wiem)"
    count = s.key(Report, "liczba uczestników", words, option="--uczestników", needed=False)
    raised = any(one.debate == debate.id for one in s.of(Request))
    default = Requests.RECORDED.value if raised else Requests.UNSAID.value
    words = "Czy spisano wnioski? (spisane, brak, nie podano)"
    return {
        "liczba uczestników": count,
        "wnioski": s.key(Report, "wnioski", words, default=default),
    }


def _present(announced: Head) -> list[Plain]:
    """Everyone who was announced, each once."""
    lists = (announced[key] for key in PRESENT if key in announced)
    return list(dict.fromkeys(str(one) for some in lists if isinstance(some, list) for one in some))


def _agenda(debate: Debate) -> tuple[str, ...]:
    """The announced agenda as a reminder below the head's keys."""
    points = [
        f"  {point.minute // 60:02}:{point.minute % 60:02} {point.title}" for point in debate.agenda
    ]
    return ("", "Porządek z zapowiedzi:", *points) if points else ()


# -- an evaluation -------------------------------------------------------------------


def _otherwise(s: Session, debate: Debate) -> str:
    """The body that a draft begins with: of an evaluation, request by request."""
    if debate.role is not Role.EVALUATING:
        return common.TO_BE_WRITTEN
    day = debate.when.day or s.today
    evaluated = [one for one in s.of(Request) if one.debate in debate.evaluates]
    told = [_told(one, debate, day) for one in sorted(evaluated, key=lambda one: one.id)]
    return "\n".join([common.TO_BE_WRITTEN, "", "## Wniosek po wniosku", "", *filter(None, told)])


def _told(request: Request, debate: Debate, day: date) -> str:
    """One request with its state on the day, or nothing if it was raised later."""
    known = handovers.known(request, day)
    if not known:
        return ""
    folder = posixpath.dirname(debate.path).replace("/debaty", "/sprawozdania")
    link = posixpath.relpath(request.path, folder)
    line = f"- [{request.number}]({link}) {request.title}: **{known[-1].status.value}**."
    return " ".join([line, *_last_words(known)])


def _last_words(known: tuple[Update, ...]) -> Iterator[str]:
    """What the last entry that says something says."""
    about = next((update.about for update in reversed(known) if update.about), "")
    if about:
        yield about if about.endswith((".", "!", "?")) else f"{about}."
