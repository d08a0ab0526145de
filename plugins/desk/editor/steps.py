"""Small forms of their own: withdrawing, deleting a draft, and a file as plain text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from flask import redirect
from werkzeug import Response

from plugins.desk.editor import fields, library, posted, saving, sheets
from plugins.desk.editor.commits import published
from plugins.desk.editor.faults import Fault, placed
from plugins.desk.editor.fields import Field
from plugins.desk.editor.library import Place
from plugins.desk.editor.office import Office
from plugins.desk.editor.paper import BASE, Paper, opened, packed, unpacked
from plugins.desk.editor.themes import OBJECTS
from plugins.desk.editor.values import Tree
from plugins.desk.editor.views import Message
from plugins.desk.writing import files
from plugins.newsroom.kinds.common import Withdrawal
from plugins.problems import Problem, Problems

KEY = "wycofano"
TEXT = "tekst"


@dataclass(frozen=True, slots=True)
class Step:
    """A page with one small form about one record."""

    section: str
    title: str
    place: Place
    record: str
    messages: tuple[Message, ...]
    errors: tuple[Fault, ...]
    fields: tuple[Field, ...] = ()
    lists: Mapping[str, tuple[tuple[str, str], ...]] | None = None
    text: str = ""
    base: str = ""
    theirs: str = ""
    fault_title: str = "Nie zapisano – popraw:"
    accepted: str = ""
    lead: str = ""
    button: str = ""
    meanings: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def ids(self) -> dict[str, str]:
        """Path of a field → its id in the page."""
        return dict(sheets.ids(self.fields))


def withdrawing(office: Office, paper: Paper) -> Response:
    """Ask when, why, and what to read instead."""
    return _withdrawing(office, paper, {"data": office.now().date().isoformat()}, (), 200)


def _withdrawing(
    office: Office, paper: Paper, tree: Tree, wrong: tuple[Problem, ...], status: int
) -> Response:
    made = fields.fields(Withdrawal, tree, f"{KEY}.")
    at = placed(wrong, made, paper.place.path, b"")
    marked = tuple(sheets.marked(one, at.at) for one in made)
    lists = library.suggestions(office.look(), [one.suggests for one in made if one.suggests])
    view = Step(
        section=paper.place.folder,
        title="Wycofaj wpis",
        place=paper.place,
        record=paper.title or paper.place.id,
        messages=(),
        errors=at.summary,
        fields=marked,
        lists=lists,
        base=packed(paper.base),
    )
    return office.page("withdraw.html", view, status)


def withdrawn(office: Office, paper: Paper, form: Mapping[str, str]) -> Response:
    """Write both keys of a withdrawal together, if the check lets them stand."""
    tree = posted.group(Withdrawal, form, f"{KEY}.")
    new = replace(paper, tree={**paper.tree, "stan publikacji": "wycofany", KEY: tree})
    with office.lock:
        data = new.data
        verdict = saving.judged(office, paper.place.path, data)
        if verdict.errors:
            return _withdrawing(office, paper, tree, verdict.errors, 422)
        saving.put(office.root, new, data)
    office.noted(paper.place.path, f"Wycofano {OBJECTS[paper.place.folder]}: {paper.title}")
    return redirect(f"{paper.place.address}?stan=wycofano", 303)


def deleting(office: Office, paper: Paper, wrong: tuple[Problem, ...] = ()) -> Response:
    """Ask whether a draft is to go, or say why it cannot."""
    against = tuple(Fault("", str(one)) for one in wrong) or _against(office, paper)
    view = Step(
        section=paper.place.folder,
        title="Usuń szkic",
        fault_title="Tego wpisu nie można usunąć",
        place=paper.place,
        record=paper.title or paper.place.id,
        messages=(),
        errors=against,
        base=packed(paper.base),
    )
    return office.page("delete.html", view, 422 if against else 200)


def _against(office: Office, paper: Paper) -> tuple[Fault, ...]:
    """Why this record must stay: what was published once is withdrawn, not deleted."""
    if not saving.is_draft(paper):
        return (Fault("", "To nie jest szkic – opublikowany wpis można tylko wycofać."),)
    before = published(office.root, paper.place.path)
    try:
        was_draft = before is None or saving.is_draft(opened(paper.place, before))
    except Problems:
        was_draft = True  # what could not be read was never published
    told = "Ten wpis był już opublikowany – można go tylko wycofać."
    return () if was_draft else (Fault("", told),)


def deleted(office: Office, paper: Paper, form: Mapping[str, str]) -> Response:
    """Delete a draft that nobody has changed since the question, and that nothing needs."""
    with office.lock:
        if _against(office, paper) or unpacked(form.get(BASE, "")) != paper.base:
            return deleting(office, paper)
        wrong = saving.judged(office, paper.place.path, None).errors
        if wrong:
            return deleting(office, paper, wrong)
        (office.root / paper.place.path).unlink()
    office.noted(paper.place.path, f"Usunięto szkic: {paper.title}")
    return redirect("/redakcja/?stan=usunieto", 303)


def source(office: Office, place: Place) -> Response:
    """A file as plain text, for what a form cannot mend."""
    data = saving.standing(office.root, place) or b""
    look = office.look()
    wrong = tuple(one for one in look.errors if one.path == place.path)
    return _source(office, place, data, data.decode("utf-8-sig", "replace"), wrong)


def _source(
    office: Office,
    place: Place,
    base: bytes,
    text: str,
    wrong: tuple[Problem, ...],
    status: int = 200,
    theirs: str = "",
) -> Response:
    record = office.look().holdings.by_target.get(f"{place.folder}/{place.id}")
    view = Step(
        section=place.folder or "jednostka",
        title="Plik jako tekst",
        place=place,
        record=record.title if record else place.path,
        messages=_told(theirs),
        errors=tuple(Fault("", _line(one)) for one in wrong),
        fault_title="Nie zapisano – popraw:" if status == 422 else "W pliku są błędy",
        text=text,
        base=packed(base),
        theirs=theirs,
    )
    return office.page("source.html", view, status)


def _told(theirs: str) -> tuple[Message, ...]:
    if not theirs:
        return ()
    told = "Nic nie zapisano: ktoś zmienił ten plik. Jego treść stoi niżej; zapisz jeszcze raz."
    return (Message("wait", told),)


def _line(problem: Problem) -> str:
    place = f"wiersz {problem.line}: " if problem.line else ""
    return f"{place}{problem.key}{': ' if problem.key else ''}{problem.message}"


def resourced(office: Office, place: Place, form: Mapping[str, str]) -> Response:
    """Write a file as it was typed, if the check lets it stand."""
    base = unpacked(form.get(BASE, ""))
    text = form.get(TEXT, "").replace("\r\n", "\n")
    data = _encoded(text, base)
    with office.lock:
        current = saving.standing(office.root, place) or b""
        if current != base:
            theirs = current.decode("utf-8-sig", "replace")
            return _source(office, place, current, text, (), 409, theirs)
        if data == base:
            return redirect(f"{place.address}?stan=bez-zmian", 303)
        wrong = saving.judged(office, place.path, data).errors
        if wrong:
            return _source(office, place, base, text, wrong, 422)
        files.replace(office.root / place.path, base, data)
    office.noted(place.path, f"Zmieniono plik: {place.path}")
    return redirect(f"{place.address}?stan=zapisano", 303)


def _encoded(text: str, base: bytes) -> bytes:
    """A text with the mark and the line ends of the file that it comes from."""
    bom = b"\xef\xbb\xbf" if base.startswith(b"\xef\xbb\xbf") else b""
    ends = "\r\n" if b"\r\n" in base else "\n"
    whole = text if text.endswith("\n") or not base.endswith(b"\n") else f"{text}\n"
    return bom + whole.replace("\n", ends).encode("utf-8", "replace")
