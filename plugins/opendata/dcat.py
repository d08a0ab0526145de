"""The description of all datasets for other portals: DCAT-AP 3.0 as JSON-LD.

The context stands in the file, so that reading it asks no other server. Vocabularies are the EU's
authority tables that DCAT-AP prescribes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from plugins.outputs import Tools


@dataclass(frozen=True, slots=True)
class Distribution:
    """A file. ``address``: whole; ``media``: of IANA; ``sort``: of the EU's file types.

    ``schema``: whole address of what it keeps to; empty: none. ``size`` in bytes.
    """

    id: str
    title: str
    address: str
    media: str
    sort: str
    size: int
    schema: str


@dataclass(frozen=True, slots=True)
class Described:
    """A dataset. ``tag``: its identifier for ever, whatever the site's address (RFC 4151)."""

    id: str
    tag: str
    title: str
    about: str
    keywords: tuple[str, ...]
    issued: date | None
    modified: date | None
    files: tuple[Distribution, ...]


@dataclass(frozen=True, slots=True)
class Portal:
    """The catalogue of the site; addresses are whole.

    ``terms``: the page of the terms of re-use, ``conditions``: their text; ``teryt``, ``town``:
    where the unit is.
    """

    id: str
    page: str
    title: str
    about: str
    publisher: str
    home: str
    email: str
    terms: str
    conditions: tuple[str, ...]
    teryt: str
    town: str
    issued: date | None
    datasets: tuple[Described, ...]


_EU = "http://publications.europa.eu/resource/authority"

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

Node = dict[str, Any]


def made(view: Portal, _: Tools) -> bytes:
    """The catalogue with its datasets and their files."""
    return (json.dumps(_catalogue(view), ensure_ascii=False, indent=1) + "\n").encode()


def _catalogue(view: Portal) -> Node:
    changed = max((one.modified for one in view.datasets if one.modified), default=None)
    return _node(
        *(view.id, "dcat:Catalog"),
        {
            "@context": _CONTEXT,
            "dct:title": _polish(view.title),
            "dct:description": _polish(view.about),
            "dct:publisher": _publisher(view),
            "foaf:homepage": _typed(view.page, "foaf:Document"),
            "dct:language": _authority("language", "POL"),
            "dct:license": _typed(view.terms, "dct:LicenseDocument"),
            "dct:rights": _rights(view),
            "dct:spatial": _where(view),
            "dct:issued": _day(view.issued),
            "dct:modified": _day(changed),
            "dcat:themeTaxonomy": {
                **_typed(f"{_EU}/data-theme", "skos:ConceptScheme"),
                "dct:title": _english("Data theme"),
            },
            "dcat:dataset": [_dataset(view, one) for one in view.datasets],
        },
    )


def _dataset(view: Portal, one: Described) -> Node:
    return _node(
        *(one.id, "dcat:Dataset"),
        {
            "dct:identifier": one.tag,
            "dct:title": _polish(one.title),
            "dct:description": _polish(one.about),
            "dcat:keyword": [_polish(word) for word in one.keywords],
            "dcat:theme": [
                _concept("data-theme", "JUST", "Justice, legal system and public safety"),
                _concept("data-theme", "GOVE", "Government and public sector"),
            ],
            "dct:publisher": {"@id": view.home},
            "dcat:contactPoint": _contact(view),
            "dcat:landingPage": _typed(view.page, "foaf:Document"),
            "dct:language": _authority("language", "POL"),
            "dct:accessRights": _authority("access-right", "PUBLIC"),
            "dct:accrualPeriodicity": _authority("frequency", "IRREG"),
            "dct:spatial": _where(view),
            "dct:issued": _day(one.issued),
            "dct:modified": _day(one.modified),
            "dcat:distribution": [_distribution(view, one, file) for file in one.files],
        },
    )


def _distribution(view: Portal, dataset: Described, file: Distribution) -> Node:
    schema = _typed(file.schema, "dct:Standard") if file.schema else None
    return _node(
        *(file.id, "dcat:Distribution"),
        {
            "dct:title": _polish(file.title),
            "dct:description": _polish(dataset.about),
            "dcat:accessURL": _typed(file.address, "rdfs:Resource"),
            "dcat:downloadURL": _typed(file.address, "rdfs:Resource"),
            "dcat:mediaType": _typed(_iana(file.media), "dct:MediaType"),
            "dct:format": _authority("file-type", file.sort),
            "dcat:byteSize": {"@value": str(file.size), "@type": "xsd:nonNegativeInteger"},
            "dct:conformsTo": schema,
            "dct:language": _authority("language", "POL"),
            "dct:license": {"@id": view.terms},
            "dct:rights": _rights(view),
            "dct:modified": _day(dataset.modified),
            "http://data.europa.eu/r5r/availability": _concept(
                "planned-availability", "AVAILABLE", "available"
            ),
        },
    )


def _publisher(view: Portal) -> Node:
    name = {"foaf:name": _polish(view.publisher), "foaf:homepage": {"@id": view.home}}
    return _node(view.home, "foaf:Agent", name)


def _contact(view: Portal) -> Node:
    mail = {"@id": f"mailto:{view.email}"} if view.email else None
    return _node(
        "",
        ["vcard:Organization", "vcard:Kind"],
        {"vcard:fn": view.publisher, "vcard:hasEmail": mail},
    )


def _rights(view: Portal) -> Node | None:
    """The conditions in words, as the unit has set them."""
    words = _polish(" ".join(view.conditions))
    return _node("", "dct:RightsStatement", {"rdfs:label": words}) if view.conditions else None


def _where(view: Portal) -> list[Node]:
    """Poland, and the unit's own area by its code in the register TERYT, if it is given."""
    area = {"dct:identifier": view.teryt, "skos:prefLabel": _polish(view.town)}
    own = [_node("", "dct:Location", area)] if view.teryt else []
    return [_authority("country", "POL"), *own]


# -- JSON-LD -----------------------------------------------------------------------------


def _node(id: str, kind: str | list[str], properties: Node) -> Node:
    """A node without what is not known; without an id it is blank."""
    head: Node = {"@context": properties.pop("@context")} if "@context" in properties else {}
    named = {**head, **({"@id": id} if id else {}), "@type": kind, **properties}
    return {name: value for name, value in named.items() if value not in (None, "", [])}


def _polish(text: str) -> Node | None:
    return {"@language": "pl", "@value": text} if text else None


def _day(day: date | None) -> Node | None:
    return {"@value": day.isoformat(), "@type": "xsd:date"} if day else None


def _typed(id: str, kind: str) -> Node:
    return {"@id": id, "@type": kind}


_KINDS = {
    "language": "dct:LinguisticSystem",
    "data-theme": "skos:Concept",
    "access-right": "dct:RightsStatement",
    "frequency": "dct:Frequency",
    "file-type": "dct:MediaTypeOrExtent",
    "country": "dct:Location",
    "planned-availability": "skos:Concept",
}
"""Table of the EU's vocabularies → what its entries are, as DCAT-AP wants them."""


def _authority(table: str, entry: str) -> Node:
    return _typed(f"{_EU}/{table}/{entry}", _KINDS[table])


def _concept(table: str, entry: str, label: str) -> Node:
    """An entry with its label, which DCAT-AP wants where the entry is a concept."""
    return {**_authority(table, entry), "skos:prefLabel": _english(label)}


def _english(text: str) -> Node:
    return {"@language": "en", "@value": text}


def _iana(media: str) -> str:
    return f"http://www.iana.org/assignments/media-types/{media}"
