"""The sample's open data, read back by parsers that we did not write."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

import pytest
from check_jsonschema.formats import FormatOptions, make_format_checker
from check_jsonschema.regex_variants import RegexImplementation, RegexVariantName
from jsonschema import Draft202012Validator
from selectolax.lexbor import LexborHTMLParser

from plugins.opendata.collection import DATASETS, FORMATS
from plugins.opendata.fields import AnyDataset
from tests.opendata.reading import rows
from tests.site.project import Project
from tests.site.test_publishers import BYTOM, KRAKOW

SITE = "https://policja.przykladow.example"
NAMES = pytest.mark.parametrize("dataset", DATASETS, ids=[one.name for one in DATASETS])


def objects(sample: Project, name: str) -> list[dict[str, Any]]:
    return json.loads(sample.text(f"dane/{name}.json"))


@NAMES
def test_the_json_keeps_to_its_published_schema(dataset: AnyDataset, sample: Project) -> None:
    schema = json.loads(sample.text(f"dane/schemat/{dataset.name}.json"))
    assert schema["$id"] == f"{SITE}/dane/schemat/{dataset.name}.json"
    formats = make_format_checker(
        FormatOptions(regex_impl=RegexImplementation(RegexVariantName.default))
    )
    found = objects(sample, dataset.name)
    assert found
    Draft202012Validator.check_schema(schema)
    assert [*Draft202012Validator(schema, format_checker=formats).iter_errors(found)] == []


@NAMES
def test_both_csvs_hold_what_the_json_holds(dataset: AnyDataset, sample: Project) -> None:
    plain = (sample.output / f"dane/{dataset.name}.csv").read_bytes()
    excel = (sample.output / f"dane/{dataset.name}-excel.csv").read_bytes()
    assert not plain.startswith(b"\xef\xbb\xbf")
    assert excel.startswith(b"\xef\xbb\xbf")
    assert plain.count(b"\r\n") == plain.count(b"\n") == plain.count(b"\r")
    found = objects(sample, dataset.name)
    assert rows(plain, dataset.columns) == found
    assert rows(excel, dataset.columns, excel=True) == found


def test_polish_letters_are_themselves(sample: Project) -> None:
    whole = sample.text("dane/wnioski.csv") + sample.text("dane/debaty-excel.csv")
    assert set("ąćęłńóśźż") <= set(whole.lower())
    assert "\u00a0" not in whole


def test_every_id_leads_to_a_row(sample: Project) -> None:
    ids = {
        dataset.name: {row["id"] for row in objects(sample, dataset.name)}
        for dataset in DATASETS
        if dataset.columns[0].name == "id"
    }
    leading = 0
    for dataset in DATASETS:
        for column in dataset.columns:
            if column.leads:
                said = [row[column.name] for row in objects(sample, dataset.name)]
                named = {one for v in said for one in (v if isinstance(v, list) else [v]) if one}
                assert named <= ids[column.leads], (dataset.name, column.name)
                leading += bool(named)
    assert leading > 15


def test_every_page_that_a_row_names_is_there(sample: Project) -> None:
    for dataset in DATASETS:
        for row in objects(sample, dataset.name):
            if "strona" in row:
                path = urlsplit(row["strona"]).path.lstrip("/")
                assert (sample.output / path / "index.html").is_file(), row["strona"]


def test_another_publishers_records_are_in_no_file(sample: Project) -> None:
    for file in (sample.output / "dane").rglob("*.*"):
        if file.suffix not in (".html", ".png"):
            text = file.read_text("utf-8")
            assert BYTOM not in text, file
            assert KRAKOW not in text, file
            assert "bezpieczny-krakow" not in text, file


def test_the_register_can_be_recounted_from_the_history(sample: Project) -> None:
    latest = {row["wniosek"]: row["stan"] for row in objects(sample, "wnioski-historia")}
    said = {row["id"]: row["stan"] for row in objects(sample, "wnioski")}
    assert latest == said
    assert len(set(said.values())) > 4


# -- the page ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def page(sample: Project) -> LexborHTMLParser:
    return LexborHTMLParser(sample.text("dane/index.html"))


def test_the_page_links_every_file(page: LexborHTMLParser, sample: Project) -> None:
    linked = {one.attributes["href"] for one in page.css("main a[href^='/dane/']")}
    files = (file.relative_to(sample.output) for file in (sample.output / "dane").rglob("*.*"))
    assert linked == {
        f"/{file.as_posix()}" for file in files if file.suffix not in (".html", ".png")
    }


@NAMES
def test_the_page_explains_every_column(dataset: AnyDataset, page: LexborHTMLParser) -> None:
    told = [one.text() for one in page.css(f"#{dataset.name} .dataset__name")]
    assert told == [column.name for column in dataset.columns]


def test_the_page_gives_the_units_terms(page: LexborHTMLParser) -> None:
    terms = page.css_first("#warunki")
    assert terms is not None
    words = " ".join(terms.text().split())
    assert "Podaj źródło: „Komenda Miejska Policji w Przykładowie”." in words
    assert terms.css_first('a[href="/ponowne-wykorzystywanie/"]') is not None


def test_the_page_is_found_from_every_page(sample: Project) -> None:
    assert 'href="/dane/"' in sample.text("index.html")
    assert 'href="/dane/"' in sample.text("mapa-strony/index.html").split("</main>")[0]


# -- DCAT-AP -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def catalogue(sample: Project) -> dict[str, Any]:
    return json.loads(sample.text("dane/katalog.jsonld"))


def nodes(value: Any) -> list[dict[str, Any]]:
    """Every node within a JSON-LD value but the context."""
    if isinstance(value, list):
        return [node for one in value for node in nodes(one)]
    if not isinstance(value, dict):
        return []
    return [value, *nodes([below for name, below in value.items() if name != "@context"])]


def test_every_name_of_the_catalogue_has_its_vocabulary(catalogue: dict[str, Any]) -> None:
    known = catalogue["@context"]
    for node in nodes(catalogue):
        types = node.get("@type", [])
        for name in (*node, *([types] if isinstance(types, str) else types)):
            prefix, _, rest = name.partition(":")
            assert name.startswith("@") or prefix in known or rest.startswith("//"), name


def test_the_catalogue_describes_each_file_as_it_is(
    catalogue: dict[str, Any], sample: Project
) -> None:
    assert len(catalogue["dcat:dataset"]) == len(DATASETS)
    for dataset in catalogue["dcat:dataset"]:
        assert len(dataset["dcat:distribution"]) == len(FORMATS)
        for file in dataset["dcat:distribution"]:
            address = file["dcat:downloadURL"]["@id"]
            assert address.startswith(f"{SITE}/dane/")
            size = (sample.output / address.removeprefix(f"{SITE}/")).stat().st_size
            assert int(file["dcat:byteSize"]["@value"]) == size
            media = "json" if address.endswith(".json") else "csv"
            assert file["dcat:mediaType"]["@id"].endswith(f"/{media}")
            assert file["dct:license"]["@id"] == f"{SITE}/ponowne-wykorzystywanie/"


MANDATORY = {
    "dcat:Catalog": {"dct:title", "dct:description", "dct:publisher"},
    "dcat:Dataset": {"dct:title", "dct:description"},
    "dcat:Distribution": {"dcat:accessURL"},
    "foaf:Agent": {"foaf:name"},
}
RECOMMENDED = {
    "dcat:Catalog": {"dcat:dataset", "dct:language", "dct:license", "dct:issued", "dct:spatial"}
    | {"foaf:homepage", "dcat:themeTaxonomy", "dct:modified"},
    "dcat:Dataset": {"dcat:contactPoint", "dcat:distribution", "dcat:keyword", "dct:publisher"}
    | {"dct:spatial", "dcat:theme"},
    "dcat:Distribution": {"dct:description", "dct:format", "dct:license"},
}
"""Of DCAT-AP 3.0; a dataset's ``dct:temporal`` is left out: nothing says it of most of ours."""


def test_the_catalogue_says_what_dcat_ap_wants(catalogue: dict[str, Any]) -> None:
    seen = set()
    for node in nodes(catalogue):
        kind = node.get("@type")
        if isinstance(kind, str) and kind in MANDATORY:
            wanted = MANDATORY[kind] | RECOMMENDED.get(kind, set())
            assert wanted <= node.keys(), (node.get("@id"), wanted - node.keys())
            seen.add(kind)
    assert seen == MANDATORY.keys()


def test_days_of_the_catalogue_come_from_the_records(
    catalogue: dict[str, Any], sample: Project
) -> None:
    modified = {one["@id"]: one.get("dct:modified") for one in catalogue["dcat:dataset"]}
    newest = max(row["data_aktualizacji"] for row in objects(sample, "wnioski"))
    assert modified[f"{SITE}/dane/#wnioski"]["@value"] == newest
    days = {day["@value"] for day in modified.values() if day}
    assert catalogue["dct:modified"]["@value"] == max(days)
    assert catalogue["dct:issued"]["@value"] == "2024-09-02"
