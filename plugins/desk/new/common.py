"""What the heads of all new records begin with, and the text below them."""

from __future__ import annotations

from plugins.desk.asking import Halt
from plugins.desk.new import naming
from plugins.desk.new.answers import refuse_invisible
from plugins.desk.new.session import Session
from plugins.desk.writing.emit import Plain
from plugins.newsroom import grammar
from plugins.newsroom.kinds.cycle import Cycle
from plugins.newsroom.kinds.district import District
from plugins.newsroom.kinds.programme import Programme
from plugins.newsroom.marks import MARK
from plugins.newsroom.spelling import fold

Head = dict[str, Plain]

DRAFT = "szkic"
TO_BE_WRITTEN = f"{MARK} tu wpisz treść"
"""What stands in a draft until its text is written; no published record may hold it."""

DRAFT_NOTE = ("Szkicu nie widać na stronie. Gdy tekst będzie gotowy, usuń ten wiersz.",)


def title_key(kind: type) -> str:
    """``tytuł`` or ``nazwa``."""
    return grammar.slots(kind)[fold("tytuł")].key.name


def title(s: Session, kind: type, words: str, default: str = "") -> str:
    """The title, asked for."""
    return s.key(kind, "tytuł", words, option="--tytuł", default=default)


def published(s: Session, kind: type) -> str:
    """The day of publication: today, unless it was given."""
    return s.option(kind, "data publikacji", "--data") or s.today.isoformat()


def ties(s: Session, kind: type) -> Head:
    """The cycle, the programme, the districts and the summary that were given."""
    found: Head = {
        "cykl": "".join(s.named(Cycle, "--cykl", "Jaki cykl?")[:1]),
        "program": "".join(s.named(Programme, "--program", "Jaki program?")[:1]),
        "rejony": list[Plain](s.named(District, "--rejon", "Jaki rejon?")),
        "streszczenie": s.option(kind, "streszczenie"),
    }
    return {key: value for key, value in found.items() if value}


def name(s: Session, folder: str, title: str, year: int, default: str = "") -> str:
    """The file's name, suggested from the title; it becomes the address for good."""
    taken = s.taken(folder)
    suggested = default or naming.suggested(title, folder, taken, year)

    def read(text: str) -> str:
        if fault := naming.fault(text, folder, taken):
            raise ValueError(fault)
        return text

    answer = s.ask("--id", "Nazwa pliku, czyli adres strony na zawsze", read, default=suggested)
    return answer or suggested


def body(s: Session, words: str, *, needed: bool = False) -> str:
    """The text as one or two sentences; empty: it is to be written later."""

    return s.ask("--treść", words, _paragraphs, needed=needed) or ""


def _paragraphs(text: str) -> str:
    """A text as it is, which may be of several lines; its Markdown is read with the whole file."""
    text = "\n".join(line.rstrip() for line in text.strip().splitlines())
    refuse_invisible(text)
    return text


def below(s: Session, head: Head, text: str, otherwise: str = TO_BE_WRITTEN) -> str:
    """The body; without a text the record is a draft, so that nothing empty is published."""
    if not text or "--szkic" in s.flags:
        head["stan publikacji"] = DRAFT
    return text or otherwise


def year_of(day: str) -> int:
    """The year of a day as it is written in a head."""
    return int(day[:4])


def refuse_unless(condition: bool, message: str) -> None:
    """End here if what was asked for makes no sense."""
    if not condition:
        raise Halt(message)
