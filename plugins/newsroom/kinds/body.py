"""``podmioty``: bodies that take part or act, also the unit's own departments and stations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from plugins.newsroom import fields as f
from plugins.newsroom.fields import Key
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.venue import Address


@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Record):
    """A body; its departments name it in ``parent``."""

    title: Annotated[
        f.Line,
        Key("nazwa", "pełna nazwa", "Miejski Zarząd Dróg", ("tytuł", "title"), required=True),
    ] = ""
    short: Annotated[f.Line, Key("nazwa krótka", "skrót albo krótsza nazwa")] = ""
    sort: Annotated[f.Line, Key("rodzaj", "jednostka Policji, urząd, szkoła…")] = ""
    address: Annotated[Address | None, Key("adres", "adres pocztowy")] = None
    phone: Annotated[f.Phone, Key("telefon", "numer telefonu")] = ""
    email: Annotated[f.Email, Key("e-mail", "adres e-mail")] = ""
    link: Annotated[f.Link, Key("link", "strona internetowa")] = ""
    parent: Annotated[
        f.Identifier, f.Refers("podmioty"), Key("nadrzędna", "jednostka, do której należy")
    ] = ""
