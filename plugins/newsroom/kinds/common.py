"""What every record may say: the keys common to all kinds, and the values they share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Annotated

from plugins.newsroom import fields as f
from plugins.newsroom import typography
from plugins.newsroom.dates import Moment
from plugins.newsroom.fields import Key
from plugins.newsroom.kinds import media
from plugins.newsroom.kinds.media import (
    Attachment,
    Contradiction,
    Fault,
    Image,
    Recording,
    Recordings,
)
from plugins.newsroom.kinds.parts import Archival as Archival
from plugins.newsroom.kinds.parts import Change as Change
from plugins.newsroom.kinds.parts import Lift as Lift
from plugins.newsroom.kinds.parts import Origin as Origin
from plugins.newsroom.kinds.parts import Withdrawal as Withdrawal
from plugins.newsroom.prose import NO_PROSE, Prose


class Publicity(Enum):
    """Where a record may appear (content model, „stan publikacji”)."""

    PUBLISHED = "opublikowany"
    DRAFT = "szkic"
    HIDDEN = "ukryty"
    WITHDRAWN = "wycofany"

    @classmethod
    def also(cls) -> dict[str, tuple[str, ...]]:
        """Pelican's words."""
        return {"opublikowany": ("published",), "szkic": ("draft",), "ukryty": ("hidden",)}


class Language(Enum):
    """Languages of articles; the interface stays Polish."""

    POLISH = "pl"
    ENGLISH = "en"
    UKRAINIAN = "uk"

    @classmethod
    def also(cls) -> dict[str, tuple[str, ...]]:
        """Names of the languages, and the country's code that is often taken for one."""
        return {"pl": ("polski",), "en": ("angielski",), "uk": ("ukraiński", "ua")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record of any kind. ``path`` is relative to the project's folder, ``id`` its stem."""

    id: str = ""
    path: str = ""
    body: Prose = NO_PROSE

    title: Annotated[
        f.Line,
        Key("tytuł", "tytuł strony", "Bezpieczna droga do szkoły", ("title",), required=True),
    ] = ""
    summary: Annotated[
        f.Line, Key("streszczenie", "jedno–dwa zdania do list i kanałów", "", ("summary",))
    ] = ""
    published: Annotated[
        f.Publication | None,
        Key("data publikacji", "kiedy ukazuje się na stronie", "2026-03-03", ("date",)),
    ] = None
    updated: Annotated[
        f.Stamp | None,
        Key("data aktualizacji", "ostatnia zmiana treści", "2026-03-05", ("modified",)),
    ] = None
    published_by: Annotated[
        f.Line, Key("osoba publikująca", "kto zamieścił", "", ("author", "authors"))
    ] = ""
    published_for: Annotated[f.Line, Key("podmiot publikujący", "w czyim imieniu")] = ""
    approved_by: Annotated[f.Line, Key("osoba zatwierdzająca", "kto zatwierdził")] = ""
    publisher: Annotated[
        f.Identifier,
        f.Refers("podmioty"),
        Key("wydawca", "podmiot, jeśli inny niż nasza jednostka"),
    ] = ""
    origin: Annotated[Origin | None, Key("źródło", "skąd pochodzi cudza treść")] = None
    publicity: Annotated[
        Publicity, Key("stan publikacji", "czy i gdzie się pokazuje", "szkic", ("status",))
    ] = Publicity.PUBLISHED
    withdrawn: Annotated[Withdrawal | None, Key("wycofano", "kiedy i dlaczego")] = None
    old_paths: Annotated[
        tuple[f.OldPath, ...], Key("dawne adresy", "adresy tej treści w starym serwisie")
    ] = ()
    topics: Annotated[
        tuple[f.Topic, ...], Key("tematy", "hasła tematyczne", "", ("tags",), commas=True)
    ] = ()
    categories: Annotated[
        tuple[f.Category, ...], Key("kategorie zagrożeń", "kategorie Mapy Zagrożeń")
    ] = ()
    districts: Annotated[
        tuple[Annotated[f.Identifier, f.Refers("rejony")], ...],
        Key("rejony", "rejony, których dotyczy (nazwy plików)"),
    ] = ()
    programme: Annotated[
        f.Identifier, f.Refers("programy"), Key("program", "program, którego dotyczy")
    ] = ""
    cycle: Annotated[f.Identifier, f.Refers("cykle"), Key("cykl", "cykl spotkań")] = ""
    picture: Annotated[Image | None, Key("zdjęcie", "główne zdjęcie")] = None
    gallery: Annotated[tuple[Image, ...], Key("galeria", "kolejne zdjęcia")] = ()
    film: Annotated[Recording | None, Key("film", "film z napisami i transkrypcją")] = None
    sound: Annotated[Recording | None, Key("nagranie", "nagranie dźwiękowe")] = None
    attachments: Annotated[tuple[Attachment, ...], Key("załączniki", "pliki do pobrania")] = ()
    see_also: Annotated[tuple[f.Anywhere, ...], Key("zobacz także", "powiązane rekordy")] = ()
    archival: Annotated[Archival | None, Key("archiwalne", "od kiedy i dlaczego")] = None
    changes: Annotated[tuple[Change, ...], Key("zmiany", "rejestr zmian, od najstarszej")] = ()
    lifts: Annotated[tuple[Lift, ...], Key("wyjątki", "uchylone ostrzeżenia")] = ()
    language: Annotated[Language, Key("język", "język tekstu", "", ("lang",))] = Language.POLISH
    translation_of: Annotated[
        f.Anywhere, Key("tłumaczenie z", "rekord, którego to tłumaczenie")
    ] = ""

    @property
    def lead(self) -> str:
        """The summary, or the beginning of the first paragraph."""
        return self.summary or typography.shortened(self.body.lead)

    @property
    def appeared(self) -> Moment | None:
        """When it was published; a kind may know it by other means."""
        return self.published

    @property
    def pictures(self) -> tuple[str, ...]:
        """Files of all pictures, as the record names them."""
        heads = (self.picture, *self.gallery, *self.own_pictures)
        posters = (part.poster for _, part in self.recordings if part.poster)
        return (*(image.file for image in heads if image), *posters, *self.body.pictures)

    @property
    def recordings(self) -> Recordings:
        """Its film and its sound recording, each under its key."""
        both = (("film", self.film), ("nagranie", self.sound))
        return tuple((key, part) for key, part in both if part)

    @property
    def downloads(self) -> tuple[str, ...]:
        """Files that are published as they are."""
        return (*self.shared_downloads, *self.own_downloads)

    @property
    def shared_downloads(self) -> tuple[str, ...]:
        """Files to download that the keys of every kind name."""
        files = (
            name for _, one in self.recordings for name in (one.file, one.captions, one.transcript)
        )
        attached = (one.file for one in self.attachments)
        return (*attached, *(name for name in files if name))

    @property
    def own_pictures(self) -> tuple[Image, ...]:
        """Pictures that only this kind's keys name."""
        return ()

    @property
    def own_downloads(self) -> tuple[str, ...]:
        """Files to download that only this kind's keys name."""
        return ()

    @classmethod
    def contradictions(cls) -> tuple[Contradiction, ...]:
        """What may contradict itself within one record; each kind adds its own.

        Each looks at as few keys as it can: of a record with a faulty key only those are told
        that need it not.
        """
        return (_of_unknown_day, _updated_before, _withdrawn, _translated, _recorded, _in_order)


def _of_unknown_day(record: Record) -> Iterator[Fault]:
    if record.published and record.published.start is None and record.origin is None:
        yield "data publikacji", "„nieznana” tylko przy cudzej treści – dopisz „źródło” albo datę"


def _updated_before(record: Record) -> Iterator[Fault]:
    if record.published and record.updated and earlier(record.updated, record.published):
        yield "data aktualizacji", "jest przed datą publikacji – popraw jedną z nich"


def earlier(one: Moment, other: Moment) -> bool:
    """Whether a day is before another, where both are known."""
    return bool(one.first and other.first and one.first < other.first)


def _withdrawn(record: Record) -> Iterator[Fault]:
    withdrawn = record.publicity is Publicity.WITHDRAWN
    if withdrawn and not record.withdrawn:
        yield "wycofano", "brak – przy stanie „wycofany” podaj datę i powód"
    if record.withdrawn and not withdrawn:
        yield "stan publikacji", "jest klucz „wycofano”, a stan inny – wpisz „wycofany”"


def _translated(record: Record) -> Iterator[Fault]:
    if record.translation_of and record.language is Language.POLISH:
        yield "język", "tłumaczenie musi podać język – wpisz „en” albo „uk”"


def _recorded(record: Record) -> Iterator[Fault]:
    yield from media.faults(record.published, record.recordings)


def _in_order(record: Record) -> Iterator[Fault]:
    days = [change.day.start for change in record.changes if change.day.start]
    if days != sorted(days):
        yield "zmiany", "wpisy nie są po kolei – ułóż je od najstarszego"
