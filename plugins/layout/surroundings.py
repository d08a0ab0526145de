"""What every record's page ends with: metka, see also, neighbours, pictures, files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from plugins.layout import cards
from plugins.layout.values import (
    Download,
    Illustration,
    Link,
    Media,
    Member,
    Metka,
    Notice,
    Prose,
    Surroundings,
)
from plugins.newsroom import addresses, editions, published
from plugins.newsroom.carriers.trace import Carried
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.categories import CATEGORIES
from plugins.newsroom.dates import Moment
from plugins.newsroom.kinds.activity import ActivityRecord
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.media import Image, Recording
from plugins.newsroom.kinds.programme import Programme
from plugins.newsroom.people import Party, Person
from plugins.newsroom.phases import Archived
from plugins.newsroom.prose import Picture
from plugins.outputs import File, Text


def surroundings(
    catalogue: Catalogue, record: Record, notices: tuple[Notice, ...] = ()
) -> Surroundings:
    """Everything around a record's own content."""
    before, after = catalogue.neighbours(record)
    own = catalogue.is_own(record)
    return Surroundings(
        metka=metka(catalogue, record),
        see_also=tuple(cards.card(catalogue, r, lead=False) for r in catalogue.related(record)),
        before=cards.link(before),
        after=cards.link(after),
        topics=tuple(Link(topic, addresses.topic(topic)) for topic in record.topics),
        categories=tuple(Link(CATEGORIES[c], addresses.category(c)) for c in record.categories),
        districts=tuple(
            link for name in record.districts if (link := _named(catalogue, "rejony", name))
        ),
        notices=(*_preview(catalogue, record), *_archival(catalogue, record), *notices),
        illustration=illustration(catalogue, record, record.picture),
        gallery=tuple(
            shown for one in record.gallery if (shown := illustration(catalogue, record, one))
        ),
        downloads=_downloads(catalogue, record),
        media=_recordings(catalogue, record),
        programme=_named(catalogue, "programy", record.programme),
        activity=_activity(catalogue, record),
        cycle=_named(catalogue, "cykle", record.cycle),
        publisher=None if own else cards.link(catalogue.body(catalogue.publisher(record))),
    )


def _named(catalogue: Catalogue, folder: str, name: str) -> Link | None:
    return cards.link(catalogue.record(f"{folder}/{name}")) if name else None


def _activity(catalogue: Catalogue, record: Record) -> Link | None:
    """The activity that a record is about, in the programme's own words."""
    named = record.activity if isinstance(record, ActivityRecord) else ""
    programme = catalogue.record(f"programy/{record.programme}") if named else None
    found = programme.activities if isinstance(programme, Programme) else ()
    told = (one.name for one in found if addresses.slug(one.name) == addresses.slug(named))
    href = addresses.activity(record.programme, named)
    return next((Link(name, href) for name in told), None)


def metka(catalogue: Catalogue, record: Record) -> Metka:
    """Who, for whom, when; the unit's own names fill in what its records leave out."""
    unit = catalogue.unit
    own = catalogue.is_own(record)
    officer = unit.press_officer.name if own and unit.press_officer else ""
    body = "" if own else catalogue.publisher(record)
    publisher = catalogue.body(body) if body else None
    name = publisher.title if publisher else unit.name.nominative if own else ""
    return Metka(
        person=record.published_by or officer,
        body=record.published_for or name,
        published=record.appeared,
        updated=catalogue.updated_as_said(record) or catalogue.updated(record),
        approved=record.approved_by,
        source=Link(record.origin.name, record.origin.link) if record.origin else None,
        read=record.origin.read if record.origin else None,
        changes=tuple(
            (one.day, one.what, _said(catalogue, one.was), _said(catalogue, one.now), one.reason)
            for one in catalogue.changes(record)
        ),
    )


def _said(catalogue: Catalogue, written: str) -> str:
    """A venue by its name, where a change gives its id."""
    venue = catalogue.record(f"miejsca/{written}")
    return venue.title if venue else written


def _archival(catalogue: Catalogue, record: Record) -> tuple[Notice, ...]:
    gone = catalogue.archived(record)
    if gone is None:
        return ()
    link = cards.link(_current(catalogue, record, gone))
    return (Notice("quiet", gone.label, gone.reason, link=link, since=gone.since),)


def _current(catalogue: Catalogue, record: Record, gone: Archived) -> Record | None:
    """What to read instead: what the officer said, of a programme the edition that runs now."""
    said = record.archival.current if record.archival else ""
    if isinstance(record, Programme) and not said:
        return editions.current(catalogue, record)
    return catalogue.record(gone.current) if gone.current else None


def _preview(catalogue: Catalogue, record: Record) -> tuple[Notice, ...]:
    mark = catalogue.mark(record)
    text = "Tej strony nie ma jeszcze w serwisie; widać ją tylko w podglądzie."
    return (Notice("wait", f"Podgląd: {mark}", text),) if mark else ()


def picture(catalogue: Catalogue, record: Record, name: str) -> Picture | None:
    """A picture's published addresses."""
    original = catalogue.original(record, name)
    return published.picture(original) if original else None


def illustration(catalogue: Catalogue, record: Record, image: Image | None) -> Illustration | None:
    """A picture of the head with its words."""
    shown = picture(catalogue, record, image.file) if image else None
    if image is None or shown is None:
        return None
    words = (image.alt, image.author, image.licence, image.consent)
    return Illustration(shown, *words, _tenths(image.focus))


def _tenths(focus: str) -> tuple[int, int]:
    """A picture's point of focus as the stylesheet knows it; without one, its middle.

    >>> _tenths("28% 40%"), _tenths("")
    ((3, 4), (5, 5))
    """
    across, down = (focus or "50% 50%").replace("%", "").split()
    return (int(across) + 5) // 10, (int(down) + 5) // 10


def prose(catalogue: Catalogue, record: Record) -> Prose | None:
    """A record's body with the addresses that it needs; None: it has none."""
    if not record.body:
        return None
    links = ((t, a) for t in record.body.links if (a := catalogue.address(t)))
    pictures = ((n, p) for n in record.body.pictures if (p := picture(catalogue, record, n)))
    return Prose(Text(record.body.digest), tuple(links), tuple(pictures))


def _downloads(catalogue: Catalogue, record: Record) -> tuple[Download, ...]:
    found = (download(catalogue, record, one.file, one.about) for one in record.attachments)
    return tuple(one for one in found if one)


def download(catalogue: Catalogue, record: Record, name: str, words: str) -> Download | None:
    """A file that a record names, as a link with its format, pages and size."""
    original = catalogue.original(record, name)
    if original is None:
        return None
    carried = catalogue.originals.carried.get(original.path, Carried())
    return Download(
        words,
        published.download(original),
        _format(name),
        original.size,
        pages=carried.count,
        is_scan=carried.is_scan,
    )


def _format(name: str) -> str:
    return PurePosixPath(name).suffix.lstrip(".").upper()


def _recordings(catalogue: Catalogue, record: Record) -> tuple[Media, ...]:
    return tuple(_recording(catalogue, record, *each) for each in record.recordings)


def _recording(catalogue: Catalogue, record: Record, kind: str, one: Recording) -> Media:
    def address(name: str) -> str:
        original = catalogue.original(record, name) if name else None
        return published.download(original) if original else ""

    original = catalogue.original(record, one.file) if one.file else None
    return Media(
        kind,
        address(one.file),
        one.link,
        address(one.captions),
        address(one.transcript),
        one.exempt,
        size=original.size if original else 0,
        poster=_poster(catalogue, record, one) if kind == "film" else "",
        spoken=_spoken(catalogue, record, one.transcript),
    )


def _poster(catalogue: Catalogue, record: Record, film: Recording) -> str:
    """What a film shows before it is played: its own picture, or else the record's."""
    name = film.poster or (record.picture.file if record.picture else "")
    still = picture(catalogue, record, name) if name else None
    return still.src if still else ""


def _spoken(catalogue: Catalogue, record: Record, name: str) -> File | None:
    """A transcript that can stand in the page; other formats are left to download."""
    original = catalogue.original(record, name) if _format(name) == "TXT" else None
    return File(original.path, original.digest) if original else None


def members(catalogue: Catalogue, parties: Iterable[Party]) -> tuple[Member, ...]:
    """Guests or organisers; a body whose record is not public is left out."""
    return tuple(member(catalogue, one) for one in parties if not catalogue.is_withheld(one))


def member(catalogue: Catalogue, party: Party) -> Member:
    """A guest or organiser: a body with its page, or a person or words."""
    body = catalogue.party(party)
    return Member(Person(body.title), addresses.of(body)) if body else Member(party.person)


def latest(catalogue: Catalogue, record: Record) -> Moment | None:
    """When what is shown of a record last changed."""
    return catalogue.updated(record) or record.appeared
