"""The views of feeds: what each channel shows, as values that a maker needs nothing beside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from weakref import WeakKeyDictionary

from plugins.feeds import telling
from plugins.feeds.occasions import Occasion
from plugins.feeds.turns import Turn
from plugins.feeds.values import Enclosure, Entry, Feed, Subscription, Subscriptions
from plugins.layout import channels, surroundings
from plugins.layout.channels import Channel
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.categories import CATEGORIES
from plugins.newsroom.dates import WARSAW, Moment
from plugins.newsroom.kinds import FOLDER_OF, KINDS
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.typography import untied


def feed(
    catalogue: Catalogue, channel: Channel, occasions: Sequence[Occasion], stylesheet: str
) -> Feed:
    """A channel with entries of these occasions."""
    return made_of(
        catalogue, channel, tuple(entry(catalogue, one) for one in occasions), stylesheet
    )


def made_of(
    catalogue: Catalogue, channel: Channel, entries: tuple[Entry, ...], stylesheet: str
) -> Feed:
    """A channel with these entries, newest first."""
    unit = catalogue.unit
    updated = max((one.updated for one in entries), default=_beginning(catalogue))
    whole = channel is channels.EVERYTHING
    about = f"Wszystko, co publikuje {unit.name.nominative}. " if whole else ""
    return Feed(
        id=addresses.channel_tag(unit, channel.name),
        title=untied(f"{unit.short}: {channel.title}"),
        subtitle=untied(f"{about}{channel.about}"),
        link=addresses.absolute(unit, channel.page),
        address=addresses.absolute(unit, channel.file("")).rstrip("."),
        site=unit.site.rstrip("/"),
        author=untied(unit.name.nominative),
        updated=updated,
        stylesheet=stylesheet,
        entries=entries,
    )


def _beginning(catalogue: Catalogue) -> datetime:
    """When an empty feed last changed: when the site began."""
    return datetime.combine(catalogue.unit.site_published or date(2024, 1, 1), time(), WARSAW)


_MADE: WeakKeyDictionary[Catalogue, dict[str, Entry]] = WeakKeyDictionary()
"""Entries by catalogue and id: an occasion stands in half a dozen channels."""


def entry(catalogue: Catalogue, one: Occasion) -> Entry:
    """One entry."""
    made = _MADE.setdefault(catalogue, {})
    name = addresses.tag(catalogue.unit, one.record, one.suffix)
    if name not in made:
        made[name] = _entry(catalogue, one, name)
    return made[name]


def _entry(catalogue: Catalogue, one: Occasion, name: str) -> Entry:
    record, unit = one.record, catalogue.unit
    facts = telling.facts(catalogue, one)
    published = start(one.at)
    return Entry(
        id=name,
        title=untied(telling.title(catalogue, one)),
        link=addresses.absolute(unit, addresses.of(record)),
        summary=untied(telling.summary(one, facts)),
        published=published,
        updated=max([published, *map(start, _changes(catalogue, one))]),
        categories=categories(record),
        author=untied(_author(catalogue, record)),
        lang=record.language.value,
        facts=facts,
        prose=surroundings.prose(catalogue, record) if one.is_whole else None,
        picture=_picture(catalogue, record) if one.is_whole else None,
    )


def start(moment: Moment) -> datetime:
    """A moment that is known at least to the day, with its offset."""
    start = moment.start
    assert start is not None, "only what has a date becomes an entry"
    return start


def _changes(catalogue: Catalogue, one: Occasion) -> list[Moment]:
    """Every moment at which what the entry says became another."""
    if one.turn:
        return _of_turn(one.turn)
    if one.step:
        said = catalogue.updated_as_said(one.record) if one.step == 1 else None
    else:
        said = catalogue.updated(one.record)
    ledger = catalogue.changes(one.record) if isinstance(one.record, Debate) else ()
    return [moment for moment in (said, *(change.day for change in ledger)) if moment]


def _of_turn(turn: Turn) -> list[Moment]:
    return [turn.ended] if turn.ended else []


def categories(record: Record) -> tuple[str, ...]:
    """What kind it is, the threats it is about, its topics; each once."""
    kind = KINDS[FOLDER_OF[type(record)]].one
    named = (CATEGORIES[name] for name in record.categories)
    return tuple(dict.fromkeys((kind, *named, *map(untied, record.topics))))


def _author(catalogue: Catalogue, record: Record) -> str:
    """The publisher; of a text of others whose body has no page, its source."""
    body = surroundings.metka(catalogue, record).body
    return body or (record.origin.name if record.origin else "")


def _picture(catalogue: Catalogue, record: Record) -> Enclosure | None:
    """The main picture in the size that stands for all."""
    image = record.picture
    original = catalogue.original(record, image.file) if image else None
    shown = surroundings.illustration(catalogue, record, image)
    if original is None or shown is None:
        return None
    picture = shown.picture
    address = addresses.absolute(catalogue.unit, picture.src)
    return Enclosure(address, original.shown, shown.alt, picture.width, picture.height)


def subscriptions(catalogue: Catalogue) -> Subscriptions:
    """Every channel in the first of its formats, for programs that take a list of feeds."""
    unit = catalogue.unit
    groups = tuple(
        (title, tuple(_subscription(catalogue, channel) for channel in members))
        for title, members in channels.groups(catalogue)
    )
    return Subscriptions(untied(f"{unit.short}: kanały"), untied(unit.name.nominative), groups)


def _subscription(catalogue: Catalogue, channel: Channel) -> Subscription:
    unit = catalogue.unit
    return Subscription(
        untied(f"{unit.short}: {channel.title}"),
        untied(channel.about),
        addresses.absolute(unit, channel.file(channel.forms[0])),
        addresses.absolute(unit, channel.page),
    )
