"""What a record shows and lets hear: pictures, recordings, files, and what the law asks of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from plugins.newsroom import fields as f
from plugins.newsroom.dates import Moment
from plugins.newsroom.fields import Key

Fault = tuple[str, str] | tuple[str, str, str]
"""A key, what is wrong with it, and perhaps lines to paste; found by comparing fields."""

Contradiction = Callable[[Any], Iterator[Fault]]
"""Compares some fields of one record; one of which it needs may be missing from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture with what the law and a blind reader need."""

    file: Annotated[f.FileName, Key("plik", "plik obok tekstu albo w content/media/")]
    alt: Annotated[f.Line, Key("alt", "co widać, jednym zdaniem")]
    author: Annotated[f.Line, Key("autor", "autor zdjęcia")] = ""
    licence: Annotated[f.Line, Key("licencja", "licencja zdjęcia")] = ""
    consent: Annotated[f.Flag, Key("zgoda", "zgoda osoby na portrecie")] = False
    focus: Annotated[f.Focus, Key("kadr", "co musi zostać widoczne, gdy zdjęcie się przytnie")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A film or a sound recording with captions and transcript."""

    file: Annotated[f.FileName, Key("plik", "plik nagrania")] = ""
    link: Annotated[f.Link, Key("link", "adres nagrania")] = ""
    captions: Annotated[f.Captions, Key("napisy", "plik napisów .vtt")] = ""
    transcript: Annotated[f.FileName, Key("transkrypcja", "plik z transkrypcją")] = ""
    poster: Annotated[f.FileName, Key("okładka", "obraz widoczny przed odtworzeniem")] = ""
    live: Annotated[f.Day | None, Key("data transmisji", "dzień transmisji na żywo")] = None
    exempt: Annotated[f.Line, Key("wyłączenie", "podstawa wyłączenia z dostępności")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file to download."""

    file: Annotated[f.FileName, Key("plik", "plik obok tekstu albo w content/media/")]
    about: Annotated[f.Line, Key("opis", "co jest w pliku")]


CAPTIONS_SINCE = date(2020, 9, 23)
"""Recordings published before are exempt (Act of 4 April 2019, art. 3.2)."""


Recordings = tuple[tuple[str, Recording], ...]
"""Each recording of a record under its key: ``film``, ``nagranie``."""


def faults(published: Moment | None, recordings: Recordings) -> Iterator[Fault]:
    """What the recordings of a record contradict or lack."""
    for key, part in recordings:
        if bool(part.file) == bool(part.link):
            yield key, "nie wiadomo, co pokazać – podaj albo „plik”, albo „link”"
    old = published and published.first
    if not (old and old < CAPTIONS_SINCE):
        yield from ((key, told) for key, part, told in lacking(recordings) if not part.live)


def lacking(recordings: Recordings) -> Iterator[tuple[str, Recording, str]]:
    """What recordings lack for people who cannot hear or see them: key, recording, message."""
    for key, part in recordings:
        if part.exempt:
            continue
        if key == "film" and not part.captions:
            yield f"{key}.napisy", part, "brak – dodaj plik .vtt z napisami albo „wyłączenie”"
        if not part.transcript:
            yield f"{key}.transkrypcja", part, "brak – dodaj plik z transkrypcją albo „wyłączenie”"
