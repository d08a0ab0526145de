"""What the page of a form shows: fields with their faults, suggestions, ways to go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from plugins.desk.editor import fields, library, sheets, uploads, values
from plugins.desk.editor.bodies import Shown
from plugins.desk.editor.faults import Fault, Placed, placed, told
from plugins.desk.editor.fields import ANYTHING, Control, Field
from plugins.desk.editor.paper import NAME, Paper, has_body, packed
from plugins.desk.editor.posted import BODY
from plugins.desk.editor.saving import IN_FILE
from plugins.desk.editor.sheets import Sheet
from plugins.desk.editor.ways import Link, Ways, ways
from plugins.desk.looking import Look
from plugins.newsroom.kinds import KINDS
from plugins.problems import Problem

BODY_FILE, NAME_ID = f"{BODY}:plik", "k-nazwa-pliku"


@dataclass(frozen=True, slots=True)
class Message:
    """Something that has happened. ``tone``: ok, wait or stop; ``lines``: more of it."""

    tone: str
    text: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """The field of the body."""

    value: str
    errors: tuple[str, ...]
    notes: tuple[str, ...]
    preview: Markup | None
    alt: str = ""
    file_errors: tuple[str, ...] = ()

    @property
    def has_other(self) -> bool:
        """Whether another person's version stands in the file."""
        return bool(self.notes) and self.notes[-1].startswith(IN_FILE)


@dataclass(frozen=True, slots=True)
class FormPage:
    """A whole page with the form of one file."""

    title: str
    crumbs: tuple[dict[str, str], ...]
    section: str
    messages: tuple[Message, ...]
    errors: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    strange: tuple[str, ...]
    sheet: Sheet
    text: Text | None
    lists: Mapping[str, tuple[tuple[str, str], ...]]
    meanings: Mapping[str, Link]
    ways: Ways
    base: str
    name: str
    is_new: bool
    can_draft: bool
    state: tuple[str, str]
    path: str
    ids: Mapping[str, str]
    name_errors: tuple[str, ...] = ()
    fault_title: str = ""
    accepted: str = uploads.ACCEPTED


@dataclass(frozen=True, slots=True)
class Said:
    """What is to be said in a form beside what it holds.

    ``wrong``: problems; ``warned``: warnings; ``own``: faults of the form itself by path;
    ``alt``: words for a picture that was not taken; ``is_saved``: all this stands in the file.
    """

    messages: tuple[Message, ...] = ()
    wrong: tuple[Problem, ...] = ()
    warned: tuple[Problem, ...] = ()
    own: tuple[Fault, ...] = ()
    focus: str = ""
    shown: Shown | None = None
    can_draft: bool = False
    alt: str = ""
    is_saved: bool = False


def form_page(paper: Paper, look: Look, said: Said, base: str, data: bytes) -> FormPage:
    """The page; ``data``: the file that ``said`` is of, ``base``: where the preview stands."""
    place = paper.place
    made = fields.fields(place.cls, paper.tree)
    wrong = placed(said.wrong, made, place.path, data)
    warned = placed(said.warned, made, place.path, data)
    at = _joined(wrong, said.own)
    focus = _entry(made, said.focus)
    notes = {
        path: (*warned.at.get(path, ()), *paper.notes.get(path, ()))
        for path in (*warned.at, *paper.notes)
    }
    shown = tuple(sheets.marked(one, at, notes, focus) for one in made)
    return FormPage(
        title=_title(paper),
        crumbs=_crumbs(paper),
        section=place.folder or "jednostka",
        messages=said.messages,
        errors=(*said.own, *wrong.summary),
        warnings=warned.summary,
        strange=tuple(values.strange(place.cls, paper.old)),
        sheet=sheets.sheet(place.folder, shown),
        text=_text(paper, said, at, notes) if has_body(place) else None,
        lists=library.suggestions(look, _wanted(made)),
        meanings=dict(_meanings(made, look)),
        ways=ways(paper, base),
        base=packed(paper.base),
        name=paper.name,
        is_new=paper.is_new,
        can_draft=said.can_draft,
        state=_state(paper, look),
        path=place.path,
        ids={**dict(sheets.ids(made)), BODY: "k-tresc", BODY_FILE: "k-tresc-plik", NAME: NAME_ID},
        name_errors=at.get(NAME, ()),
        fault_title="W pliku są błędy" if said.is_saved else "Nie zapisano – popraw:",
    )


def _joined(wrong: Placed, own: Iterable[Fault]) -> dict[str, tuple[str, ...]]:
    found = dict(wrong.at)
    for fault in own:
        found[fault.path] = (*found.get(fault.path, ()), told(fault.text))
    return found


def _title(paper: Paper) -> str:
    if not paper.place.folder:
        return "Dane jednostki"
    one = KINDS[paper.place.folder].one
    if paper.is_new:
        return f"Nowy wpis: {one}"
    return paper.title or paper.place.id


def _crumbs(paper: Paper) -> tuple[dict[str, str], ...]:
    found = [{"text": "Redakcja", "href": "/redakcja/"}]
    if paper.place.folder:
        many = KINDS[paper.place.folder].many
        found.append(
            {"text": many[:1].upper() + many[1:], "href": f"/redakcja/{paper.place.folder}/"}
        )
    return tuple(found)


def _entry(made: tuple[Field, ...], path: str) -> str:
    """The first control within the field of a path, to go on from."""
    for one in made:
        if one.path == path:
            is_group = one.control is Control.GROUP and not one.short and one.parts
            return _entry(one.parts, one.parts[0].path) if is_group else path
        if path.startswith(one.path) and (found := _entry(one.inner, path)):
            return found
    return ""


def _text(
    paper: Paper,
    said: Said,
    at: Mapping[str, tuple[str, ...]],
    notes: Mapping[str, tuple[str, ...]],
) -> Text:
    preview = said.shown.html if said.shown else None
    files = at.get(BODY_FILE, ())
    return Text(paper.body, at.get(BODY, ()), notes.get(BODY, ()), preview, said.alt, files)


def _wanted(made: tuple[Field, ...]) -> Iterator[str]:
    """The lists of suggestions that fields name."""
    for one in made:
        if one.suggests:
            yield one.suggests
        yield from _wanted(one.inner)


def _meanings(made: tuple[Field, ...], look: Look) -> Iterator[tuple[str, Link]]:
    """What each reference that is filled in leads to: path → title and page in the editor."""
    for one in made:
        target = one.value if one.suggests == ANYTHING else f"{one.suggests}/{one.value}"
        record = look.holdings.by_target.get(target) if one.suggests and one.value else None
        place = library.place_of(record.path) if record else None
        if record and place:
            yield one.path, (library.titled(record), place.address)
        yield from _meanings(one.inner, look)


def _state(paper: Paper, look: Look) -> tuple[str, str]:
    """A badge: where the record is seen now."""
    for item in library.items(look) if paper.place.folder and not paper.is_new else ():
        if item.place.path == paper.place.path:
            return item.state, item.tone
    return ("", "")
