"""The editor's other pages: what needs doing, lists by kind, search."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plugins.desk.editor import library
from plugins.desk.editor.faults import told
from plugins.desk.editor.forms import DONE
from plugins.desk.editor.library import Item, Place
from plugins.desk.editor.office import Office
from plugins.desk.editor.views import Message
from plugins.desk.looking import Look
from plugins.desk.memory import CONTENT
from plugins.newsroom import debts
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.debts import Debt, Owed
from plugins.newsroom.kinds import KINDS
from plugins.problems import Problem

RECENT, LISTED = 8, 200


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do: what, where; ``due``: until when, ``is_late``: that is over."""

    text: str
    title: str
    href: str
    tone: str
    due: date | None = None
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Home:
    """The first page."""

    section: str
    messages: tuple[Message, ...]
    errors: tuple[Task, ...]
    warnings: tuple[Task, ...]
    debts: tuple[Task, ...]
    recent: tuple[Item, ...]
    kinds: tuple[tuple[str, str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of records: of one kind (``folder``), or what a search found."""

    section: str
    title: str
    folder: str
    one: str
    items: tuple[Item, ...]
    query: str
    states: tuple[str, ...]
    state: str
    total: int


def home(office: Office, done: str = "") -> Home:
    """What stands against publishing, what is owed, what was edited last."""
    look = office.look()
    listed = list(library.items(look))
    return Home(
        section="",
        messages=(DONE[done],) if done in DONE else (),
        errors=tuple(_task(look, one, "stop") for one in look.errors),
        warnings=tuple(_task(look, one, "wait") for one in look.warnings),
        debts=tuple(map(_owed, _debts(look))),
        recent=tuple(_recent(office, listed)),
        kinds=tuple(
            (kind.folder, kind.one, kind.many, sum(i.place.folder == kind.folder for i in listed))
            for kind in KINDS.values()
        ),
    )


def _task(look: Look, problem: Problem, tone: str) -> Task:
    place = library.place_of(problem.path)
    target = f"{place.folder}/{place.id}" if place else ""
    record = look.holdings.by_target.get(target)
    key = f"{problem.key}: " if problem.key else ""
    title = library.titled(record) if record else problem.path
    return Task(f"{key}{told(problem.message)}", title, place.address if place else "", tone)


def _debts(look: Look) -> tuple[Debt, ...]:
    """What is owed; while records cannot be read, that cannot be said."""
    if look.errors:
        return ()
    return debts.near(Catalogue(look.holdings, look.originals))


_NEW = {
    Owed.REPORT: ("Napisz sprawozdanie: ", "/redakcja/nowy/sprawozdania/?debata={}"),
    Owed.EVALUATION: ("Zapowiedz debatę ewaluacyjną: ", "/redakcja/nowy/debaty/"),
}


def _owed(debt: Debt) -> Task:
    place = library.place_of(debt.record.path)
    assert place is not None, "what is owed for is a record"
    words, href = _NEW.get(debt.owed, ("", place.address))
    text = debt.owed.value[:1].upper() + debt.owed.value[1:]
    tone = "stop" if debt.is_late else "wait"
    title = f"{words}{library.titled(debt.record)}"
    return Task(text, title, href.format(debt.record.id), tone, debt.due, debt.is_late)


def _recent(office: Office, listed: Iterable[Item]) -> list[Item]:
    """The files that were changed last."""

    def changed(item: Item) -> float:
        try:
            return (office.root / item.place.path).stat().st_mtime
        except OSError:
            return 0.0  # deleted meanwhile

    return sorted(listed, key=changed, reverse=True)[:RECENT]


def of_kind(office: Office, folder: str, query: str, state: str) -> Listed:
    """All records of a kind, or those with these words, in one state or any."""
    kind = KINDS[folder]
    listed = [one for one in library.items(office.look()) if one.place.folder == folder]
    title = kind.many[:1].upper() + kind.many[1:]
    return _listed(folder, title, kind.one, listed, query, state)


def search(office: Office, query: str, folder: str) -> Listed:
    """What was searched for, in all kinds or in one."""
    listed = [one for one in library.items(office.look()) if folder in ("", one.place.folder)]
    found = listed if query else []
    return _listed("", "Szukaj", "", found, query, "")


def _listed(
    folder: str, title: str, one: str, listed: list[Item], query: str, state: str
) -> Listed:
    states = tuple(dict.fromkeys(item.state for item in listed))
    kept = library.searched(listed, query) if query else listed
    kept = [item for item in kept if not state or item.state == state]
    shown = tuple(library.newest_first(kept)[:LISTED])
    section = folder or "szukaj"
    return Listed(section, title, folder, one, shown, query, states, state, len(kept))


def first_of(folder: str) -> Place:
    """The place of a record of a kind that has no name yet."""
    return Place(folder, "nowy", f"{CONTENT}/{folder}/nowy.md")
