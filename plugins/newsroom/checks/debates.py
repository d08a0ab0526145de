"""What debates, their reports and their evaluations owe to each other."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.holdings import Holdings
from plugins.newsroom.kinds.common import Publicity
from plugins.newsroom.kinds.debate import Debate, State, is_coarse
from plugins.newsroom.kinds.report import Report
from plugins.problems import Problem


def reported_once(holdings: Holdings) -> Iterator[Problem]:
    """One report a debate, and none of a debate that was cancelled."""
    first: dict[str, str] = {}
    for report in holdings.of(Report):
        if report.publicity is Publicity.WITHDRAWN:
            continue
        other = first.setdefault(report.debate, report.path)
        if other != report.path:
            message = f"ta debata ma już sprawozdanie: {other} – połącz je w jedno"
            yield Problem(report.path, 0, "debata", message)
        debate = holdings.by_target.get(f"debaty/{report.debate}")
        if isinstance(debate, Debate) and debate.state is State.CANCELLED:
            message = "debata jest odwołana – usuń sprawozdanie albo zmień stan debaty"
            yield Problem(report.path, 0, "debata", message)


def reported_afterwards(holdings: Holdings) -> Iterator[Problem]:
    """A debate cannot be reported before its day."""
    for report in holdings.of(Report):
        debate = holdings.by_target.get(f"debaty/{report.debate}")
        if not isinstance(debate, Debate) or debate.state is not State.PLANNED:
            continue
        day = debate.when.day
        told = report.published.first if report.published else None
        if day and told and told < day:
            message = (
                f"debata jest dopiero {day} – popraw „debata”, jej termin albo datę publikacji"
            )
            yield Problem(report.path, 0, "data publikacji", message)


def reported_in_public(holdings: Holdings) -> Iterator[Problem]:
    """A report stands at its debate's address, so that must be published."""
    for report in holdings.of(Report):
        target = f"debaty/{report.debate}"
        own = report.publicity.value not in ("szkic", "wycofany")
        start = report.published.start if report.published else None
        due = own and (start is None or start <= holdings.now)
        if due and target in holdings.by_target and not holdings.is_seen(target):
            message = "debata nie jest opublikowana – opublikuj ją przed sprawozdaniem"
            yield Problem(report.path, 0, "debata", message)


def evaluated_later(holdings: Holdings) -> Iterator[Problem]:
    """A debate can only evaluate earlier ones."""
    for debate in holdings.of(Debate):
        for number, name in enumerate(debate.evaluates, 1):
            other = holdings.by_target.get(f"debaty/{name}")
            if isinstance(other, Debate) and other.state is State.CANCELLED:
                message = f"debata „{name}” jest odwołana – nie ma czego rozliczać, usuń ją stąd"
                yield Problem(debate.path, 0, f"ewaluacja debat[{number}]", message)
            elif isinstance(other, Debate) and other is not debate and _not_earlier(other, debate):
                message = f"debata „{name}” nie jest wcześniejsza – wskaż wcześniejszą"
                yield Problem(debate.path, 0, f"ewaluacja debat[{number}]", message)


def _not_earlier(one: Debate, other: Debate) -> bool:
    """Two debates of one evening may evaluate each other's day, by the hour."""
    first, second = one.when.start, other.when.start
    return bool(first and second and first >= second)


def dated_enough(holdings: Holdings) -> Iterator[Problem]:
    """Less than a day and an hour is enough before it is settled, and after it is reported.

    While a report cannot be read, it may be this debate's: then nothing is said.
    """
    reported = {report.debate for report in holdings.of(Report)}
    faulty = any(_is_report(target) for target in holdings.known - holdings.by_target.keys())
    for debate in holdings.of(Debate):
        settled = not debate.provisional and debate.id not in reported and not faulty
        if is_coarse(debate.when) and settled and debate.state is State.PLANNED:
            message = "brak dnia albo godziny – podaj je albo dopisz „termin wstępny: tak”"
            yield Problem(debate.path, 0, "termin", message)
        if debate.when.first is None and not debate.when_told and debate.id in reported:
            message = "brak – przy nieznanym terminie napisz, co wiadomo, np. „w piątek”"
            yield Problem(debate.path, 0, "termin opisowo", message)


def _is_report(target: str) -> bool:
    return target.startswith("sprawozdania/")


def placed(holdings: Holdings) -> Iterator[Problem]:
    """A debate that one goes to needs a place with a name."""
    for debate in holdings.of(Debate):
        place = debate.place
        if place is not None and not place.venue and not place.name:
            message = "brak nazwy miejsca – dopisz „nazwa: …” albo wskaż plik z miejsca/"
            yield Problem(debate.path, 0, "miejsce", message)
        online = debate.form.value == "online"
        if place is None and not online and not debate.provisional and not debate.unannounced:
            message = "brak wymaganego klucza – dopisz „miejsce: …” albo „forma: online”"
            yield Problem(debate.path, 0, "miejsce", message)


def changed_later(holdings: Holdings) -> Iterator[Problem]:
    """An entry of a ledger tells what has happened, not what will."""
    for entry in holdings.entries:
        for number, change in enumerate(entry.record.changes, 1):
            if change.day.is_after(holdings.now):
                message = "ten dzień jeszcze nie nadszedł – popraw datę zmiany"
                yield Problem(entry.record.path, 0, f"zmiany[{number}].kiedy", message)
