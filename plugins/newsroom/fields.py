"""The grammar of one value: what an officer's key means and how its text is read.

A kind is a frozen dataclass whose fields are annotated with :class:`Key` (the officer's word)
and a :class:`Reads` (text → value). Validation, messages, scaffold and the handbook's tables
all come from these two.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from urllib.parse import unquote

from plugins.newsroom import categories, dates, lengths, people, typography
from plugins.newsroom.people import party as party
from plugins.newsroom.spelling import fold as fold
from plugins.newsroom.spelling import slug


@dataclass(frozen=True, slots=True)
class Key:
    """The officer's name of a field, with its help.

    ``required``: the head must give it. ``commas``: one text may hold a comma list.
    """

    name: str
    help: str
    example: str = ""
    aliases: tuple[str, ...] = ()
    required: bool = False
    commas: bool = False


@dataclass(frozen=True, slots=True)
class Reads:
    """``parse`` turns a scalar's text into a value or raises ValueError in Polish.

    ``shape`` says in Polish what may be written. ``torn``: commas belong to the text, so an
    inline list ``[…]`` would tear it and is refused.
    """

    parse: Callable[[str], Any]
    shape: str
    torn: bool = False


@dataclass(frozen=True, slots=True)
class Refers:
    """The value is the id of a record of ``kind``; ``*``: of any, written ``programy/x``.

    ``loose``: the value may also be plain text (a guest who is no body).
    """

    kind: str
    loose: bool = False


def unmarked(text: str) -> str:
    """A text as it is; raises ValueError in Polish if HTML stands in it."""
    if re.search(r"<[A-Za-z/!?]", text):
        raise ValueError("znaczniki HTML nie są tu dozwolone – wpisz sam tekst")
    return text


def _text(text: str) -> str:
    return unmarked(text).strip()


def line(text: str) -> str:
    """One line of prose with Polish quotes and dashes."""
    return typography.corrected(" ".join(unmarked(text).split()))


def _topic(text: str) -> str:
    if not slug(text) or len(slug(text)) > 80:
        raise ValueError(f"„{text}” nie jest tematem – napisz np. droga do szkoły")
    return line(text)


def _human(text: str) -> people.Person:
    return people.person(line(text))


def _someone(text: str) -> people.Party:
    return party(line(text))


def identifier(text: str) -> str:
    """A record's id; raises ValueError in Polish."""
    if not re.fullmatch(r"[a-z0-9-]{1,80}", text):
        stem = text.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".md")
        written_small = re.fullmatch(r"[a-z0-9-]{1,80}", text.lower())
        found = text.lower() if written_small else slug(stem) if stem != text else ""
        example = slug(text)[:80] or "bezpieczna-droga"
        numbered = re.fullmatch(r"w[-/ ]?([0-9]{4})[-/ ]([0-9]{1,3})", text.lower())
        found = f"w-{numbered[1]}-{int(numbered[2]):03}" if numbered else found
        advice = f"napisz „{found}”" if found else f"wpisz samą nazwę pliku, np. {example}"
        raise ValueError(f"„{text}” nie jest nazwą pliku rekordu – {advice}")
    return text


def _anywhere(text: str) -> str:
    text = text.removesuffix(".md").removeprefix("content/").strip("/")
    if not re.fullmatch(r"[a-z]+/[a-z0-9-]{1,80}", text):
        raise ValueError(f"„{text}” nie wskazuje rekordu – napisz np. programy/bezpieczna-droga")
    return text


_ADDRESS = re.compile(r"https?://[^\s/?#<>\"'\\]+\.[^\s<>\"'\\]*", re.IGNORECASE)


def _link(text: str) -> str:
    if not _ADDRESS.fullmatch(text):
        raise ValueError(f"„{text}” nie jest adresem strony – napisz np. https://www.gov.pl")
    return text


def _captions(text: str) -> str:
    if not text.lower().endswith(".vtt"):
        raise ValueError(f"„{text}” nie jest plikiem napisów – zapisz je jako .vtt")
    return _file(text)


def _focus(text: str) -> str:
    """Two shares of a picture, from the left and from the top, as ``30% 40%``."""
    found = re.fullmatch(r"([0-9]{1,2}|100) ?%?[ ,;x×]+([0-9]{1,2}|100) ?%?", text.strip())
    if not found:
        raise ValueError(f"„{text}” nie jest miejscem na zdjęciu – napisz np. 30% 40%")
    return f"{int(found[1])}% {int(found[2])}%"


def _email(text: str) -> str:
    if not re.fullmatch(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", text, re.ASCII):
        raise ValueError(f"„{text}” nie jest adresem e-mail – napisz np. biuro@policja.gov.pl")
    return text


def _phone(text: str) -> str:
    if not re.fullmatch(r"\+?[0-9 ()-]{3,20}", text):
        raise ValueError(f"„{text}” nie jest numerem telefonu – napisz np. 47 700 00 00")
    return text


def _file(text: str) -> str:
    if re.search(r"[\\\x00-\x1f\x7f<>:\"|?*]|^/|(?:^|/)\.\.(?:/\.\.)+", text) or not text:
        raise ValueError(f"„{text}” nie jest plikiem – wpisz nazwę pliku obok tekstu lub w media/")
    return text


def yes_or_no(text: str) -> bool:
    """``tak`` or ``nie``; raises ValueError in Polish."""
    answers = {"tak": True, "true": True, "nie": False, "false": False}
    if text.lower() not in answers:
        raise ValueError(f"„{text}” to nie odpowiedź – napisz tak albo nie")
    return answers[text.lower()]


def _count_advice(text: str) -> str:
    """What to write instead of a number with words, spaces or a sign."""
    digits = re.sub(r"[ \u00a0](?=[0-9]{3}\b)", "", text)
    found = re.search(r"(?<![0-9.,])[0-9]{1,9}(?![0-9.,])", digits)
    if re.fullmatch(r"[-–−] ?[0-9]+", text):
        return "liczba nie może być ujemna"
    return f"napisz samą liczbę: {found[0]}" if found else "napisz cyframi, np. 24"


def _count(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise ValueError(f"„{text}” nie jest liczbą – {_count_advice(text)}")
    return int(text)


def _decimal(text: str) -> str:
    if not re.fullmatch(r"-?[0-9]{1,3}(?:[.,][0-9]{1,8})?", text):
        raise ValueError(f"„{text}” nie jest współrzędną – napisz np. 52.2297")
    return text.replace(",", ".")


def _old_path(text: str) -> str:
    path = unquote(re.sub(r"^(?:https?:)?//[^/]+", "", text.strip()))
    parts = path.split("#")[0].strip("/").split("/")
    long = any(len(part.encode()) > 200 for part in parts)
    if not all(parts) or long or re.search(r"[\x00-\x1f]|(?:^|/)\.{1,2}(?:/|$)", path):
        raise ValueError(f"„{text}” nie jest dawnym adresem – napisz np. /pl/aktualnosci/123.html")
    return "/" + path.lstrip("/")


def is_domain(text: str) -> bool:
    """Whether a text is a host name in lower case, such as ``x.policja.gov.pl``."""
    return bool(re.fullmatch(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}", text))


def _stamp(text: str) -> dates.Moment:
    named_month = re.fullmatch(r"[^\W\d_]+\s+[0-9]{4}(?:\s*(?:r\.|roku))?", text.strip())
    moment = dates.UNKNOWN if named_month else dates.moment(text)
    if moment.day is None:
        raise ValueError(f"„{text}” to za mało – podaj dzień, np. 2026-03-12")
    return moment


def _publication(text: str) -> dates.Moment:
    moment = dates.moment(text)
    return moment if moment == dates.UNKNOWN else _stamp(text)


Line = Annotated[str, Reads(line, "tekst", torn=True)]
Plain = Annotated[str, Reads(_text, "tekst")]
Topic = Annotated[str, Reads(_topic, "temat")]
Category = Annotated[str, Reads(categories.named, "kategoria Krajowej Mapy Zagrożeń")]
Identifier = Annotated[str, Reads(identifier, "nazwa pliku rekordu")]
Anywhere = Annotated[str, Reads(_anywhere, "folder/nazwa rekordu"), Refers("*")]
Link = Annotated[str, Reads(_link, "adres https://…")]
Email = Annotated[str, Reads(_email, "adres e-mail")]
Phone = Annotated[str, Reads(_phone, "numer telefonu")]
Captions = Annotated[str, Reads(_captions, "plik .vtt")]
Focus = Annotated[str, Reads(_focus, "od lewej i od góry, np. 30% 40%")]
FileName = Annotated[str, Reads(_file, "nazwa pliku")]
OldPath = Annotated[str, Reads(_old_path, "dawny adres na tej stronie")]
Flag = Annotated[bool, Reads(yes_or_no, "tak albo nie")]
Count = Annotated[int, Reads(_count, "liczba")]
Decimal = Annotated[str, Reads(_decimal, "liczba, np. 52.2297")]
Day = Annotated[date, Reads(dates.day, "dzień, np. 2026-03-12")]
Clock = Annotated[int, Reads(dates.clock, "godzina, np. 17:00")]
Minutes = Annotated[int, Reads(lengths.duration, "czas, np. 1 godz. 30 min")]
When = Annotated[dates.Moment, Reads(dates.moment, "termin, np. 2026-03-12 17:00")]
Stamp = Annotated[dates.Moment, Reads(_stamp, "dzień albo dzień z godziną")]
Publication = Annotated[dates.Moment, Reads(_publication, "dzień, dzień z godziną, nieznana")]
Weekday = Annotated[int, Reads(dates.weekday, "dzień tygodnia")]
Days = Annotated[int, Reads(lengths.span, "liczba dni, np. 14 dni")]
Months = Annotated[int, Reads(lengths.months, "liczba miesięcy, np. 12 miesięcy")]
Human = Annotated[people.Person, Reads(_human, "stopień imię nazwisko, funkcja", torn=True)]
Someone = Annotated[
    people.Party,
    Reads(_someone, "nazwa pliku podmiotu albo osoba lub tekst", torn=True),
    Refers("podmioty", loose=True),
]
