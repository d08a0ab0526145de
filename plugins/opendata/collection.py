"""Every dataset and every format of one: what is published under ``/dane/``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from plugins.newsroom.catalogue import Catalogue
from plugins.opendata import writing
from plugins.opendata.columns import Table
from plugins.opendata.debates import DEBATES
from plugins.opendata.districts import BODIES, DISTRICTS, PLANS, STREETS
from plugins.opendata.fields import AnyDataset
from plugins.opendata.history import HANDOVERS, STEPS
from plugins.opendata.programmes import PROGRAMMES
from plugins.opendata.reports import FIGURES, QUESTIONS
from plugins.opendata.requests import REQUESTS

GROUPS: tuple[tuple[str, tuple[AnyDataset, ...]], ...] = (
    ("Wnioski mieszkańców", (REQUESTS, STEPS, HANDOVERS)),
    ("Debaty", (DEBATES, QUESTIONS, FIGURES)),
    ("Programy i rejony", (PROGRAMMES, DISTRICTS, STREETS, PLANS, BODIES)),
)
"""Every dataset under a heading, as on the page. Every site has all, be they empty, so that no
address dies."""

DATASETS: tuple[AnyDataset, ...] = tuple(one for _, group in GROUPS for one in group)


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a table. ``ending``: of the file's name; ``word``: what the page calls it.

    ``media``: of IANA; ``sort``: of the EU's authority table of file types.
    """

    ending: str
    word: str
    media: str
    sort: str
    make: Callable[[Table, object], bytes]
    has_schema: bool = False


FORMATS = (
    Format("-excel.csv", "Excel", "text/csv", "CSV", writing.excel),
    Format(".csv", "CSV", "text/csv", "CSV", writing.rfc4180),
    Format(".json", "JSON", "application/json", "JSON", writing.objects, has_schema=True),
)


@dataclass(frozen=True, slots=True)
class Issue:
    """A dataset as it stands. ``sizes``: bytes of its files, in the order of :data:`FORMATS`.

    ``appeared``, ``changed``: from the dates of its records; ``None``: it has no row.
    """

    dataset: AnyDataset
    table: Table
    sizes: tuple[int, ...]
    appeared: date | None
    changed: date | None


Issues = Callable[[], dict[str, Issue]]


def issues(catalogue: Catalogue) -> dict[str, Issue]:
    """Name → dataset with its rows, of all datasets."""
    return {dataset.name: _issue(catalogue, dataset) for dataset in DATASETS}


def _issue(catalogue: Catalogue, dataset: AnyDataset) -> Issue:
    table = dataset.table(catalogue)
    sizes = tuple(len(one.make(table, None)) for one in FORMATS)
    return Issue(dataset, table, sizes, *dataset.dates(catalogue))
