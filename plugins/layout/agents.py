"""Who acts and where, in the words of schema.org: the unit, bodies, people, places, references."""

from __future__ import annotations

from plugins.layout.jsonld import Thing, thing
from plugins.layout.linking import tel
from plugins.layout.surroundings import picture
from plugins.newsroom import addresses, published
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.body import Body
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.kinds.venue import Address, Place
from plugins.newsroom.people import Party
from plugins.newsroom.spelling import slug

_UNIT = "GovernmentOrganization"
"""The unit's type. ``PoliceStation`` would be a building to walk into and, through
``EmergencyService``, a number to call for help: the unit is an authority with several stations,
and none of its numbers is an emergency number (that is 112)."""


def whole(catalogue: Catalogue, address: str) -> str:
    """A whole address; empty stays empty."""
    return addresses.absolute(catalogue.unit, address) if address else ""


def _unit_id(catalogue: Catalogue) -> str:
    return whole(catalogue, f"{addresses.HOME}#jednostka")


def unit(catalogue: Catalogue) -> Thing:
    """The unit in few words, for what it publishes and organises."""
    name, url = catalogue.unit.name.nominative, whole(catalogue, addresses.HOME)
    return thing(_UNIT, _unit_id(catalogue), name=name, url=url)


def whole_unit(catalogue: Catalogue) -> Thing:
    """The unit with its address, telephones and profiles, for home and contact."""
    told = catalogue.unit
    return {
        **unit(catalogue),
        **thing(
            _UNIT,
            alternateName=told.short,
            address=_address(told.address),
            email=told.email,
            contactPoint=_telephones(told),
            sameAs=[one.link for one in told.profiles],
            logo=_logo(catalogue),
        ),
    }


def _telephones(told: Unit) -> list[Thing]:
    return [
        thing("ContactPoint", contactType=one.name, telephone=dialled(one.number))
        for one in told.phones
    ]


def _logo(catalogue: Catalogue) -> str:
    told = catalogue.unit
    original = catalogue.original(told, told.logo) if told.logo else None
    return whole(catalogue, published.picture(original).src) if original else ""


def dialled(number: str) -> str:
    """A telephone as it is dialled from anywhere.

    >>> dialled("47 700 00 10"), dialled("")
    ('+48477000010', '')
    """
    return tel(number).removeprefix("tel:") if number else ""


_PUBLIC = (
    *("policja", "komenda", "komisariat", "posterunek", "komorka-organizacyjna-policji"),
    *("jednostka-policji", "jednostka-miejska", "jednostka-gminna", "jednostka-samorzadu"),
    *("urzad", "samorzad", "rada-miasta", "rada-gminy", "starostwo", "straz-miejska"),
    *("straz-gminna", "prokuratura", "osrodek-pomocy-spolecznej"),
)
"""First words of „rodzaj” that name a public authority; of any other body less is claimed."""


def sort(written: str) -> str:
    """The type of a body, told by the officer's words for it.

    >>> [sort(one) for one in ("Urząd", "szkoła podstawowa", "straż pożarna", "")]
    ['GovernmentOrganization', 'School', 'Organization', 'Organization']
    """
    words = f"{slug(written)}-"
    if words.startswith("szkola-"):
        return "School"
    is_public = words.startswith(tuple(f"{first}-" for first in _PUBLIC))
    return "GovernmentOrganization" if is_public else "Organization"


def body(catalogue: Catalogue, one: Body) -> Thing:
    """A body in few words; the unit's own record stands for the unit."""
    if one.id == catalogue.unit.body:
        return unit(catalogue)
    return thing(sort(one.sort), name=one.title, url=whole(catalogue, addresses.of(one)))


def whole_body(catalogue: Catalogue, one: Body) -> Thing:
    """A body with all that its page says."""
    above = catalogue.body(one.parent) if one.parent else None
    return {
        **body(catalogue, one),
        **thing(
            _UNIT if one.id == catalogue.unit.body else sort(one.sort),
            alternateName=one.short,
            description=one.lead,
            address=_address(one.address),
            telephone=dialled(one.phone),
            email=one.email,
            sameAs=one.link,
            parentOrganization=body(catalogue, above) if above else None,
        ),
    }


def parties(catalogue: Catalogue, found: tuple[Party, ...]) -> list[Thing]:
    """Organisers or partners; a body whose record is not public is left out."""
    return [_party(catalogue, one) for one in found if not catalogue.is_withheld(one)]


def _party(catalogue: Catalogue, one: Party) -> Thing:
    """A body, a person (known by the rank), or words that name some group."""
    found = catalogue.party(one)
    if found:
        return body(catalogue, found)
    return thing("Person" if one.person.rank else "Organization", name=one.person.name)


def publisher(catalogue: Catalogue, record: Record) -> Thing | None:
    """Who publishes a record; None: a body that is not public."""
    if catalogue.is_own(record):
        return unit(catalogue)
    found = catalogue.body(catalogue.publisher(record))
    return body(catalogue, found) if found else None


def place(catalogue: Catalogue, one: Place) -> Thing:
    """A place; with the address of its page, if the venue has a public one."""
    venue = catalogue.record(f"miejsca/{one.venue}") if one.venue else None
    return thing(
        "Place",
        name=", ".join(part for part in (one.name, one.room) if part),
        url=whole(catalogue, addresses.of(venue)) if venue else "",
        address=_address(one.address),
        geo=_geo(one),
    )


def _geo(one: Place) -> Thing | None:
    if not (one.latitude and one.longitude):
        return None
    north, east = float(one.latitude), float(one.longitude)
    return thing("GeoCoordinates", latitude=north, longitude=east)


def _address(one: Address | None) -> Thing | None:
    if one is None:
        return None
    return thing(
        "PostalAddress",
        streetAddress=one.street,
        postalCode=one.postcode,
        addressLocality=one.town,
        addressCountry="PL",
    )


def named(catalogue: Catalogue, kind: str, record: Record | None) -> Thing | None:
    """A record in few words."""
    if record is None:
        return None
    return thing(kind, name=record.title, url=whole(catalogue, addresses.of(record)))


def image(catalogue: Catalogue, record: Record) -> str:
    """The whole address of a record's picture; empty without one."""
    shown = picture(catalogue, record, record.picture.file) if record.picture else None
    return whole(catalogue, shown.src) if shown else ""
