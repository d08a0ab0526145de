"""The page of one file: shown, its buttons pressed, saved, refused, or met by another's change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flask import redirect
from werkzeug import Response

from plugins.desk.editor import bodies, pasted, rows, saving, values
from plugins.desk.editor.bodies import Shown
from plugins.desk.editor.conflicts import Told
from plugins.desk.editor.faults import Fault
from plugins.desk.editor.handing import ALT, Files, handed
from plugins.desk.editor.library import Place
from plugins.desk.editor.office import Office
from plugins.desk.editor.paper import NAME, Paper, as_draft, opened
from plugins.desk.editor.posted import BODY
from plugins.desk.editor.saving import Verdict
from plugins.desk.editor.themes import OBJECTS
from plugins.desk.editor.views import Message, Said, form_page
from plugins.desk.writing.files import Taken
from plugins.problems import Problem, Problems

ACTION = "akcja"
"""The field of the pressed button."""

SAVE, DRAFT, PREVIEW, RESTORE, UPLOAD = "zapisz", "szkic", "podglad", "przywroc", "wgraj"
PASTE = "dopisz"

DONE = {
    "zapisano": Message("ok", "Zapisano."),
    "dodano": Message("ok", "Dodano wpis."),
    "bez-zmian": Message("ok", "Nic się nie zmieniło, więc nic nie zapisano."),
    "wycofano": Message("ok", "Wycofano. Pod tym adresem zostaje informacja o wycofaniu."),
    "usunieto": Message("ok", "Usunięto szkic."),
}
"""What a page says after what has been done: a word of its address → message."""


def shown(office: Office, place: Place, done: str = "") -> Response:
    """The form of a file as it stands, with all that the check says of it."""
    data = saving.standing(office.root, place) or b""
    try:
        paper = opened(place, data)
    except Problems:
        return redirect(f"{place.address}zrodlo/")
    look = office.look()
    wrong = tuple(one for one in look.errors if one.path == place.path)
    warned = tuple(one for one in look.warnings if one.path == place.path)
    messages = (DONE[done],) if done in DONE else ()
    view = form_page(paper, look, Said(messages, wrong, warned, is_saved=True), office.base(), data)
    return office.page("form.html", view)


def begun(office: Office, paper: Paper) -> Response:
    """The form of a new record."""
    return _page(office, paper, Said())


def _page(
    office: Office, paper: Paper, said: Said, status: int = 200, data: bytes | None = None
) -> Response:
    text = paper.base if data is None else data
    view = form_page(paper, office.look(), said, office.base(), text)
    return office.page("form.html", view, status)


def expired(office: Office, paper: Paper) -> Response:
    """The form back as it was typed: the editor was started anew since it was made."""
    told = "Edytor uruchomiono ponownie. Sprawdź, czy wszystko się zgadza, i zapisz jeszcze raz."
    return _page(office, paper, Said((Message("wait", told),)), 403)


def answered(office: Office, paper: Paper, form: Mapping[str, str], files: Files) -> Response:
    """Do what the pressed button says."""
    paper, messages, own = handed(office, paper, form, files)
    action, _, path = form.get(ACTION, SAVE).partition(":")
    if own or action == UPLOAD:
        focus = own[0].path if own else path
        said = Said(messages, own=own, focus=focus, alt=form.get(ALT, "") if own else "")
        return _page(office, paper, said, 422 if own else 200)
    if action in rows.ACTIONS:
        went = rows.acted(paper.tree, action, path)
        return _page(office, paper, Said(messages, focus=went or path))
    if action == PREVIEW:
        return _page(office, paper, Said(messages, shown=preview(office, paper)))
    if action == PASTE:
        return _page(office, *_pasted(paper, path, messages))
    if action == RESTORE:
        return _page(office, _restored(paper, path), Said(messages, focus=path))
    return save(office, as_draft(paper) if action == DRAFT else paper, messages)


def preview(office: Office, paper: Paper) -> Shown:
    """The text as it will be read."""
    records = office.look().holdings.by_target
    return bodies.shown(office.root, paper.place, paper.body, records, office.base())


def _pasted(paper: Paper, lines: str, messages: tuple[Message, ...]) -> tuple[Paper, Said]:
    """An entry that the check wrote, put behind those of its list, to be finished there."""
    for key, entries in pasted.entries(paper.place.cls, lines).items():
        rows_ = values.pruned(paper.tree.get(key, []))
        written = [*rows_, *entries] if isinstance(rows_, list) else entries
        paper = replace(paper, tree={**paper.tree, key: written})
        empty = pasted.first_empty(paper.place.cls, written[-1], f"{key}[{len(written)}]")
        return paper, Said(messages, focus=empty)
    return paper, Said(messages)


def _restored(paper: Paper, key: str) -> Paper:
    """One key as the file has it."""
    notes = {path: told for path, told in paper.notes.items() if path != key}
    if key == BODY:
        return replace(paper, body=paper.old_body, notes=notes)
    old = values.laid(paper.place.cls, paper.old)
    return replace(paper, tree={**paper.tree, key: old.get(key, "")}, notes=notes)


def save(office: Office, paper: Paper, messages: tuple[Message, ...] = ()) -> Response:
    """Check and write; what stands against it comes back with all that was typed."""
    is_new, name = paper.is_new, paper.name
    if is_new and paper.place.folder:
        try:
            paper = saving.placed(paper, office.look().holdings.known, office.now())
        except ValueError as error:
            own = (Fault(NAME, str(error)),)
            return _page(office, paper, Said(messages, own=own), 422)
    with office.lock:
        current = saving.standing(office.root, paper.place)
        if current != (paper.base or None):
            return _met(office, paper, current, messages)
        data = paper.data
        if data == paper.base:
            return redirect(f"{paper.place.address}?stan=bez-zmian", 303)
        verdict = saving.judged(office, paper.place.path, data)
        doubled = saving.doubled(paper)
        if doubled or verdict.errors:
            return _refused(office, replace(paper, name=name), data, verdict, doubled, messages)
        try:
            saving.put(office.root, paper, data)
        except Taken:
            return _met(office, paper, saving.standing(office.root, paper.place), messages)
        return _saved(office, paper, is_new)


def _saved(office: Office, paper: Paper, is_new: bool) -> Response:
    done = "dodano" if is_new else "zapisano"
    verb = "Dodano" if is_new else "Zmieniono"
    title = f": {paper.title}" if paper.place.folder else ""
    failed = office.noted(paper.place.path, f"{verb} {OBJECTS[paper.place.folder]}{title}")
    if failed:
        return shown_uncommitted(office, paper.place, failed)
    return redirect(f"{paper.place.address}?stan={done}", 303)


def shown_uncommitted(office: Office, place: Place, failed: str) -> Response:
    """The file is saved, but git did not take it."""
    told = Message("wait", "Plik zapisano, ale git nie przyjął zmiany:", (failed,))
    data = saving.standing(office.root, place) or b""
    return _page(office, opened(place, data), Said((told,), is_saved=True))


def _refused(
    office: Office,
    paper: Paper,
    data: bytes,
    verdict: Verdict,
    doubled: tuple[Problem, ...],
    messages: tuple[Message, ...],
) -> Response:
    """422 with the form, all that was typed in it, and each message at its field."""
    paper = replace(paper, tree=_numbered_as_written(paper))
    can_draft = saving.may_be_draft(office, paper)
    wrong = (*doubled, *verdict.errors)
    said = Said(messages, wrong, verdict.warnings, can_draft=can_draft)
    if paper.is_new:
        paper = replace(paper, base=b"")
    return _page(office, paper, said, 422, data)


def _numbered_as_written(paper: Paper) -> values.Tree:
    """Without the rows left empty, which problems do not count."""
    tree = values.pruned(paper.tree)
    assert isinstance(tree, dict)
    return tree


def _met(
    office: Office, paper: Paper, current: bytes | None, messages: tuple[Message, ...]
) -> Response:
    """409: the file is another than the form was made from; nothing typed is lost."""
    if current is None:
        told = Message("stop", "Ktoś usunął ten plik. Zapisz jeszcze raz, aby go przywrócić.")
        return _page(office, replace(paper, base=b"", name=paper.place.id), Said((told,)), 409)
    try:
        joined = saving.joined(paper, current)
    except Problems as problems:
        told = Message(
            "stop",
            "Ktoś zmienił ten plik i nie da się go teraz odczytać. To, co wpisano, zostaje tutaj.",
            tuple(map(str, problems.problems)),
        )
        return _page(office, paper, Said((*messages, told)), 409)
    said = Said((*messages, *_changed(joined.theirs, joined.both)))
    return _page(office, joined.paper, said, 409)


def _changed(theirs: tuple[Told, ...], both: tuple[Told, ...]) -> tuple[Message, ...]:
    """What another person has changed, and what is to be decided."""
    first = Message(
        "wait",
        "Nic jeszcze nie zapisano: w czasie pisania ktoś zmienił ten wpis. "
        "Sprawdź i zapisz jeszcze raz.",
        tuple(f"{one.key}: było „{one.was}”, jest „{one.now}” – przyjęte" for one in theirs),
    )
    lines = tuple(f"{one.key}: w pliku jest teraz „{one.now}”" for one in both)
    clash = Message(
        "stop", "To zmieniły obie osoby. W formularzu zostaje Twoja wersja – zdecyduj:", lines
    )
    return (first, *((clash,) if both else ()))
