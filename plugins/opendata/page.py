"""``/dane/``: what each file holds, how to open it and on which terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.layout import wording
from plugins.layout.frame import head
from plugins.layout.jsonld import written
from plugins.layout.values import Frame, Head, Link
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.opendata.collection import FORMATS, GROUPS, Issue, Issues
from plugins.opendata.columns import Column
from plugins.opendata.descriptions import LEAD, TITLE, terms, things


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file to download: its format in a word, its size as people read it."""

    word: str
    href: str
    size: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """A dataset on the page. ``changed``: when a record of it last did."""

    id: str
    title: str
    about: str
    rows: int
    changed: date | None
    files: tuple[DataFile, ...]
    schema: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Shelving:
    """Datasets under a heading; ``id``: its anchor."""

    id: str
    title: str
    shelves: tuple[Shelf, ...]


@dataclass(frozen=True, slots=True)
class DataPage:
    """``/dane/``. ``terms``: the standing page of the terms of re-use, if the unit has one."""

    frame: Frame
    head: Head
    title: str
    lead: str
    groups: tuple[Shelving, ...]
    conditions: tuple[str, ...]
    terms: Link | None
    catalogue: str
    address: str
    """Of the page itself, whole, for quoting."""


def view(catalogue: Catalogue, frame: Frame, issues: Issues) -> DataPage:
    """The page of all datasets."""
    return DataPage(
        frame=frame,
        head=head(
            *(TITLE, addresses.DATA),
            description=LEAD,
            json_ld=tuple(map(written, things(catalogue, issues))),
            feeds=(Link("Opis zbiorów danych (DCAT-AP)", addresses.DATA_CATALOGUE),),
        ),
        title=TITLE,
        lead=LEAD,
        groups=tuple(_groups(issues)),
        conditions=catalogue.unit.reuse,
        terms=terms(catalogue),
        catalogue=addresses.DATA_CATALOGUE,
        address=addresses.absolute(catalogue.unit, addresses.DATA),
    )


def _groups(issues: Issues) -> Iterator[Shelving]:
    for title, datasets in GROUPS:
        shelves = (_shelf(issues()[dataset.name]) for dataset in datasets)
        yield Shelving(f"zbiory-{addresses.slug(title)}", title, tuple(shelves))


def _shelf(issue: Issue) -> Shelf:
    dataset = issue.dataset
    return Shelf(
        id=dataset.name,
        title=dataset.title,
        about=dataset.about,
        rows=len(issue.table.rows),
        changed=issue.changed,
        files=tuple(
            DataFile(one.word, addresses.data_file(dataset.name, one.ending), wording.size(size))
            for one, size in zip(FORMATS, issue.sizes, strict=True)
        ),
        schema=addresses.data_schema(dataset.name),
        columns=dataset.columns,
    )
