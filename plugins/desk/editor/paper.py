"""A form while it is filled in: what it was made from, and what it holds now."""

from __future__ import annotations

import base64
import binascii
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from plugins.desk.editor import posted, values
from plugins.desk.editor.library import Place
from plugins.desk.editor.posted import BODY
from plugins.desk.editor.values import Change, Tree
from plugins.desk.writing import emit, splice
from plugins.desk.writing.emit import Plain
from plugins.newsroom import grammar
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.source import FILE_LIMIT

BASE, NAME, END = "podstawa", "nazwa pliku", "koniec-formularza"
"""Fields of ours in the form: the file it was made from, a new record's id, the last of all."""


@dataclass(frozen=True, slots=True)
class Paper:
    """``base``: the bytes of the file that the form was made from, empty for a new record.

    ``tree``: what the form holds, as :mod:`values` describes; ``name``: the id that a new record
    is to have, empty for one made from its title.
    """

    place: Place
    base: bytes
    tree: Tree
    body: str = ""
    name: str = ""
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_new(self) -> bool:
        """Whether there is no file yet."""
        return not self.base

    @property
    def old(self) -> dict[str, Plain]:
        """The head of the base, without what stands empty in it."""
        plain = splice.plain(self.place.path, self.base) if self.base else {}
        return cast("dict[str, Plain]", values.pruned(plain))

    @property
    def old_body(self) -> str:
        """The body of the base."""
        return splice.body(self.place.path, self.base) if self.base else ""

    @property
    def head(self) -> dict[str, Plain]:
        """The head that the form asks for."""
        return values.given(self.place.cls, self.tree, self.old)

    @property
    def changes(self) -> dict[str, Change]:
        """What of the base's head it changes."""
        return values.changes(self.head, self.old)

    @property
    def data(self) -> bytes:
        """The file that it asks for; raises :class:`Problems` for a base that is no record."""
        if self.is_new:
            return written(self.place, self.head, self.body)
        body = self.body if self.body != self.old_body else None
        return splice.edited(self.place.path, self.base, self.changes, body)

    @property
    def title(self) -> str:
        """What the record is called."""
        name = self.head.get("tytuł") or self.head.get("nazwa") or ""
        return values.as_text(name.get("mianownik", "") if isinstance(name, dict) else name)


def opened(place: Place, data: bytes) -> Paper:
    """The form of a file as it stands; raises :class:`Problems` if it cannot be read."""
    plain = splice.plain(place.path, data)
    return Paper(place, data, values.laid(place.cls, plain), splice.body(place.path, data))


def returned(place: Place, form: Mapping[str, str]) -> Paper:
    """The form that a browser sent; raises ValueError if it is not whole."""
    if END not in form:
        raise ValueError("formularz dotarł niepełny")
    body = posted.visible(form.get(BODY, "")).strip("\n")
    name = values.collapsed(form.get(NAME, ""))
    return Paper(place, unpacked(form.get(BASE, "")), posted.tree(place.cls, form), body, name)


def written(place: Place, head: Mapping[str, Plain], body: str) -> bytes:
    """A new file, its keys in the order of the kind's table; a record's name comes first."""
    order = [slot.key.name for slot in grammar.keys(place.cls)]
    order.sort(key=lambda key: key not in ("tytuł", "nazwa"))
    lines = "".join(emit.block(key, head[key]) for key in order if key in head)
    if not place.folder:
        return lines.encode()
    return f"---\n{lines}---\n{f'{chr(10)}{body}{chr(10)}' if body else ''}".encode()


def as_draft(paper: Paper) -> Paper:
    """The same, not to be published."""
    return replace(paper, tree={**paper.tree, "stan publikacji": "szkic"})


def packed(data: bytes) -> str:
    """A file in a field of the form, so that the form remembers what it was made from."""
    return base64.b64encode(zlib.compress(data)).decode("ascii") if data else ""


def unpacked(text: str) -> bytes:
    """What :func:`packed` made; raises ValueError for anything else."""
    if not text:
        return b""
    try:
        inflate = zlib.decompressobj()
        data = inflate.decompress(base64.b64decode(text, validate=True), FILE_LIMIT)
    except (binascii.Error, zlib.error):
        raise ValueError("formularz dotarł zniekształcony") from None
    if not inflate.eof:
        raise ValueError("formularz dotarł zniekształcony")
    return data


def has_body(place: Place) -> bool:
    """Whether there is a text under the head."""
    return place.folder in KINDS
