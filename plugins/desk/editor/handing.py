"""Files that came with a form: put beside the record, their names into the form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from plugins.desk.editor import rows, uploads, values
from plugins.desk.editor.faults import Fault
from plugins.desk.editor.office import Office
from plugins.desk.editor.paper import Paper
from plugins.desk.editor.posted import BODY
from plugins.desk.editor.views import BODY_FILE, Message

ALT, CURSOR = f"opis:{BODY}", f"kursor:{BODY}"
"""Fields of ours: a picture's words and its place in the text."""

Files = Mapping[str, tuple[str, bytes]]
"""Field → name and bytes of each file that was handed in with a form."""


def handed(
    office: Office, paper: Paper, form: Mapping[str, str], files: Files
) -> tuple[Paper, tuple[Message, ...], tuple[Fault, ...]]:
    """Put what was handed in beside the record, and its name into the form."""
    messages: list[Message] = []
    own: list[Fault] = []
    for path, (name, data) in files.items():
        try:
            if path == BODY:
                _refuse_unsaid(name, form)
            kept = uploads.kept(office.root, paper.place.path.rpartition("/")[0], name, data)
        except ValueError as error:
            own.append(Fault(BODY_FILE if path == BODY else path, str(error)))
            continue
        messages.append(_noted(office, paper, kept))
        if path == BODY:
            paper = replace(paper, body=_inserted(paper.body, kept, form))
        else:
            rows.put(paper.tree, path, kept)
    return paper, tuple(messages), tuple(own)


def _refuse_unsaid(name: str, form: Mapping[str, str]) -> None:
    """A picture in a text is nothing to those who do not see it, unless words say what it is."""
    if not uploads.is_picture(name):
        raise ValueError("w treści może stać tylko obraz – inne pliki dodaj w „Załączniki”")
    if not values.collapsed(form.get(ALT, "")):
        raise ValueError("opisz zdjęcie: co na nim widać, jednym zdaniem")


def _noted(office: Office, paper: Paper, name: str) -> Message:
    folder = paper.place.path.rpartition("/")[0]
    failed = office.noted(f"{folder}/{name}", f"Dodano plik: {name}")
    told = f"Plik „{name}” jest już w folderze {folder}/. Zapisz wpis, aby go pokazać."
    return Message("wait" if failed else "ok", told, (failed,) if failed else ())


def _inserted(body: str, name: str, form: Mapping[str, str]) -> str:
    """The text with a picture: where the cursor stood, else at the end."""
    alt = values.collapsed(form.get(ALT, "")).replace("[", "(").replace("]", ")")
    said = form.get(CURSOR, "")
    at = int(said) if said.isascii() and said.isdigit() and len(said) < 8 else len(body)
    before, after = body[:at].rstrip("\n"), body[at:].lstrip("\n")
    return "\n\n".join(part for part in (before, f"![{alt}]({name})", after) if part)
