"""The catalogue of a site that has next to nothing, and of one that says all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from plugins.newsroom.catalogue import Catalogue
from plugins.opendata import dcat, descriptions
from plugins.opendata.collection import DATASETS, issues
from tests.newsroom.project import BARE, Project, write

UNIT = "content/jednostka.yml"


def described(root: Path, more: str = "") -> dict[str, Any]:
    """The catalogue of a bare site whose unit says ``more``."""
    write(root, {**BARE, UNIT: BARE[UNIT] + more.encode()})
    catalogue: Catalogue = Project(root).prepare().catalogue
    view = descriptions.portal(catalogue, lambda: issues(catalogue))
    return json.loads(dcat.made(view, None))


def test_a_bare_site_describes_every_dataset_and_claims_nothing(tmp_path: Path) -> None:
    told = described(tmp_path)
    assert len(told["dcat:dataset"]) == len(DATASETS)
    assert told["dct:license"]["@id"].endswith("/dane/#warunki")
    assert "dct:rights" not in told
    assert "dct:modified" not in told
    assert len(told["dct:spatial"]) == 1
    assert "null" not in json.dumps(told)


def test_terms_place_and_contact_come_from_the_unit(tmp_path: Path) -> None:
    terms = "warunki ponownego wykorzystywania:\n  - Podaj źródło.\n"
    told = described(tmp_path, f'TERYT: "0061011"\ne-mail: a@b.example\n{terms}')
    assert told["dct:rights"]["rdfs:label"] == {"@language": "pl", "@value": "Podaj źródło."}
    assert told["dct:spatial"][1]["dct:identifier"] == "0061011"
    assert told["dcat:dataset"][0]["dcat:contactPoint"]["vcard:hasEmail"]["@id"] == (
        "mailto:a@b.example"
    )


def test_a_dataset_keeps_its_identifier_when_the_site_moves(tmp_path: Path) -> None:
    before = described(tmp_path)
    file = tmp_path / UNIT
    site = before["dct:publisher"]["@id"].rstrip("/")
    file.write_text(file.read_text("utf-8").replace(site, "https://nowa.example"), "utf-8")
    catalogue = Project(tmp_path).prepare().catalogue
    view = descriptions.portal(catalogue, lambda: issues(catalogue))
    after = json.loads(dcat.made(view, None))
    assert after["@id"] != before["@id"]
    tags = [[one["dct:identifier"] for one in told["dcat:dataset"]] for told in (before, after)]
    assert tags[0] == tags[1]
