"""Open data: every table as CSV, CSV for Excel and JSON, its schema, a page, and DCAT-AP.

Data hold the unit's own listed records. Another publisher's are left out, as they count nowhere;
of people nothing is told but what a column says.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins import signals
from plugins.layout import frame as frames
from plugins.layout import making
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.opendata import collection, dcat, descriptions, page, schema
from plugins.opendata.collection import DATASETS, FORMATS, Issues
from plugins.opendata.columns import Table
from plugins.opendata.fields import AnyDataset
from plugins.opendata.schema import Schema
from plugins.outputs import File, Later, Output


def register() -> None:
    """Connect to the plan of outputs."""
    signals.plan_outputs.connect(plan)


def plan(catalogue: Catalogue, assets: tuple[File, ...]) -> Iterator[Output]:
    """The page, the catalogue, and four files of each dataset; rows are gathered once a run."""
    issues = Later(collection.issues, catalogue)
    frame = frames.frame(catalogue, assets)
    view = Later(page.view, catalogue, frame, issues)
    yield Output(addresses.file(addresses.DATA), making.page, view, "data.html")
    portal = Later(descriptions.portal, catalogue, issues)
    yield Output(addresses.file(addresses.DATA_CATALOGUE), dcat.made, portal)
    for dataset in DATASETS:
        yield from _files(catalogue, dataset, issues)


def _files(catalogue: Catalogue, dataset: AnyDataset, issues: Later) -> Iterator[Output]:
    rows = Later(_table, issues, dataset.name)
    for one in FORMATS:
        path = addresses.file(addresses.data_file(dataset.name, one.ending))
        yield Output(path, one.make, rows)
    path = addresses.file(addresses.data_schema(dataset.name))
    yield Output(path, schema.made, Later(_schema, catalogue, dataset))


def _table(issues: Issues, name: str) -> Table:
    return issues()[name].table


def _schema(catalogue: Catalogue, dataset: AnyDataset) -> Schema:
    address = addresses.absolute(catalogue.unit, addresses.data_schema(dataset.name))
    return Schema(address, dataset.title, dataset.about, dataset.columns)
