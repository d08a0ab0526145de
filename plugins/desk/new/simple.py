"""The kinds that need no more than a few keys asked for: a table of questions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from plugins.desk.new import common
from plugins.desk.new.common import Head
from plugins.desk.new.session import Draft, Session
from plugins.desk.writing.scaffold import Scaffold
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.kinds.news import Section


@dataclass(frozen=True, slots=True)
class Ask:
    """One key that is asked for; ``option`` where it is not the key itself."""

    key: str
    words: str
    option: str = ""
    default: str = ""
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Form:
    """The questions of a kind. ``body``: how its text is asked for; empty: it needs none."""

    title: str
    asks: tuple[Ask, ...] = ()
    body: str = ""
    body_needed: bool = False
    fixed: Head = field(default_factory=dict)


LATER = "(Enter: dopiszę w pliku)"
_SECTION = Ask(
    "dział", "Dział: komunikat, profilaktyka, program, debata", default=Section.NOTICE.value
)

FORMS = {
    "ostrzeżenie": Form(
        "Przed czym ostrzegamy?",
        (Ask("ważne do", "Do kiedy? (ostatni dzień, np. 2026-12-31)", "--do"),),
        "Co robić i gdzie?",
        body_needed=True,
        fixed={"dział": Section.WARNING.value},
    ),
    "aktualność": Form("Tytuł", (_SECTION,), f"Pierwsze zdania {LATER}"),
    "program": Form(
        "Tytuł programu",
        (Ask("okres", "Jakie lata obejmuje? (np. 2027–2029)"),),
        f"O czym? {LATER}",
    ),
    "rejon": Form(
        "Nazwa rejonu",
        (
            Ask("dzielnicowy", "Dzielnicowy: stopień imię nazwisko (albo wakat)"),
            Ask("telefon", "Telefon rejonu (Enter: później)", needed=False),
        ),
    ),
    "podmiot": Form(
        "Pełna nazwa podmiotu",
        (
            Ask("adres", "Adres, np. ul. Lipowa 1, 00-000 Miasto (Enter: bez)", needed=False),
            Ask("telefon", "Telefon (Enter: bez)", needed=False),
        ),
    ),
    "miejsce": Form(
        "Nazwa miejsca",
        (Ask("adres", "Adres, np. ul. Lipowa 1, 00-000 Miasto (Enter: później)", needed=False),),
    ),
    "cykl": Form(
        "Nazwa cyklu", (Ask("częstotliwość", "Jak często? (Enter: nie podaję)", needed=False),)
    ),
    "strona": Form("Tytuł strony", (), f"Pierwsze zdania {LATER}"),
}
"""By the singular of the kind."""

VACANT = "wakat"


def draft(s: Session, folder: str, one: str) -> Draft:
    """Ask what the table says."""
    kind: type = KINDS[folder].record
    form = FORMS[one]
    title = common.title(s, kind, form.title)
    head: Head = {common.title_key(kind): title, **form.fixed, **common.ties(s, kind)}
    for ask in form.asks:
        head |= _answer(s, kind, ask)
    if one == "aktualność":
        head["ważne do"] = s.option(kind, "ważne do", "--do")
    if KINDS[folder].dated or "--data" in s.given:
        head["data publikacji"] = common.published(s, kind)
    body = _body(s, form, head)
    year = common.year_of(str(head.get("data publikacji") or s.today))
    name = common.name(s, folder, title, year)
    notes = {"stan publikacji": common.DRAFT_NOTE}
    return Draft(name, year, Scaffold(folder, head, body, _examples(s), s.ids, notes))


def _answer(s: Session, kind: type, ask: Ask) -> Head:
    option = ask.option or f"--{ask.key}"
    if ask.key == "dzielnicowy" and s.given.get(option) == [VACANT]:
        s.used.add(option)
        return {VACANT: "tak"}
    text = s.key(kind, ask.key, ask.words, option=option, default=ask.default, needed=ask.needed)
    if text == VACANT:
        s.given[option] = [VACANT]
        return {VACANT: "tak"}
    return {ask.key: text}


def _body(s: Session, form: Form, head: Head) -> str:
    if form.body:
        text = common.body(s, form.body, needed=form.body_needed)
        return common.below(s, head, text)
    s.used.add("--treść")
    if "--szkic" in s.flags:
        head["stan publikacji"] = common.DRAFT
    return common.body(s, "") if "--treść" in s.given else ""


def _examples(s: Session) -> Head:
    return {"ważne do": (s.today + timedelta(days=30)).isoformat()}
