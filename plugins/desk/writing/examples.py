"""An example of what each key takes, made from the kind's own table.

Each can be written as it stands: the newsroom reads it without a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Any

from plugins.desk.writing.emit import Plain
from plugins.newsroom import grammar
from plugins.newsroom.fields import Refers
from plugins.newsroom.grammar import Form, Slot

Ids = Mapping[str, Sequence[str]]
"""Folder of a kind → ids of records that may be referred to, the likest first."""

NOTHING_SAID = "…"

_BY_SHAPE = {
    "tekst": NOTHING_SAID,
    "temat": "droga do szkoły",
    "kategoria Krajowej Mapy Zagrożeń": "Nieprawidłowe parkowanie",
    "nazwa pliku rekordu": "nazwa-pliku",
    "folder/nazwa rekordu": "programy/nazwa-pliku",
    "adres https://…": "https://www.gov.pl",
    "adres e-mail": "debaty@jednostka.policja.gov.pl",
    "numer telefonu": "47 700 00 00",
    "plik .vtt": "film.vtt",
    "nazwa pliku": "plik.pdf",
    "dawny adres na tej stronie": "/pl/aktualnosci/123.html",
    "tak albo nie": "tak",
    "liczba": "24",
    "dzień albo dzień z godziną": "2026-03-12",
    "dzień, dzień z godziną, nieznana": "2026-03-12",
    "dzień tygodnia": "czwartek",
    "stopień imię nazwisko, funkcja": "asp. Jan Nowak, dzielnicowy",
    "nazwa pliku podmiotu albo osoba lub tekst": "asp. Jan Nowak, dzielnicowy",
    "nazwa ulicy": "Lipowa",
}
"""By what a type says may be written, where that itself gives no example after „np.”."""

_SHORT = {
    "Address": "ul. Lipowa 1, 00-000 Miasto",
    "App": "Moja Komenda",
    "Archival": "tak",
    "Audit": "nazwa wykonawcy",
    "Locality": "Zalesie",
    "Officer": "asp. Jan Nowak",
    "Partner": "asp. Jan Nowak, dzielnicowy",
    "Period": "2025–2027",
    "Street": "Lipowa",
}
"""Classes that may be written as one text."""

_EITHER = {"Recording": ("link", "data transmisji", "wyłączenie")}
"""Keys that cannot all stand together: the ones that an example leaves out."""


_FILES = {
    ("Image", "plik"): "zdjecie.jpg",
    ("Recording", "plik"): "film.mp4",
    ("Recording", "transkrypcja"): "transkrypcja.txt",
    ("Recording", "okładka"): "okladka.jpg",
}
"""Files of the sort that a key takes."""


def example(slot: Slot, ids: Ids) -> Plain:
    """What may stand at a key; an empty text where only the officer's own words can."""
    found = _value(slot.type, slot.key.example, ids)
    return "" if found == NOTHING_SAID else found


def _value(hint: Any, said: str, ids: Ids) -> Plain:
    form = grammar.form(hint)
    if form.item is not None:
        return [_value(form.item, said, ids)]
    return said or next(_id_of(form, ids), "") or _made(form, ids)


def _id_of(form: Form, ids: Ids) -> Iterator[str]:
    """An id of the kind that is referred to."""
    nested = getattr(form.scalar, "refers", "") if form.nested else ""
    folders = (*([Refers(nested)] if nested else ()), *form.refers)
    for refers in folders:
        yield from ids.get(refers.kind, ())[:1]


def _made(form: Form, ids: Ids) -> Plain:
    if form.nested:
        return _nested(form.scalar, ids)
    if isinstance(form.scalar, type) and issubclass(form.scalar, Enum):
        return str(next(iter(form.scalar)).value)
    given = re.search(r"np\. (.+)$", form.shape)
    return _BY_SHAPE.get(form.shape) or (given[1] if given else NOTHING_SAID)


def _nested(cls: type, ids: Ids) -> Plain:
    if hasattr(cls, "from_pairs"):
        return {"Tak": "24", "Nie": "3"}
    if getattr(cls, "refers", ""):
        return "nazwa-pliku"
    if cls.__name__ in _SHORT:
        return _SHORT[cls.__name__]
    left_out = _EITHER.get(cls.__name__, ())
    keys = {slot.key.name: slot for slot in grammar.keys(cls) if slot.key.name not in left_out}
    return {
        name: _FILES.get((cls.__name__, name)) or _value(slot.type, slot.key.example, ids)
        for name, slot in keys.items()
    }
