"""What is told of the datasets to other portals and to search engines for data."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.layout import agents
from plugins.layout.agents import whole
from plugins.layout.jsonld import Thing, thing
from plugins.layout.values import Link
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.unit import Unit
from plugins.opendata.collection import FORMATS, Format, Issue, Issues
from plugins.opendata.dcat import Described, Distribution, Portal

TITLE = "Otwarte dane"
LEAD = (
    "Debaty, wnioski, programy i rejony w plikach, które otworzysz w Excelu albo przetworzysz "
    "programem. Bez konta i za darmo."
)


def terms(catalogue: Catalogue) -> Link | None:
    """The standing page of the terms of re-use."""
    page = catalogue.record("strony/ponowne-wykorzystywanie")
    return Link(page.title, addresses.of(page)) if page else None


def _terms_address(catalogue: Catalogue) -> str:
    """The whole address of the terms: the standing page, or this page's own part."""
    page = terms(catalogue)
    return whole(catalogue, page.href if page else f"{addresses.DATA}#warunki")


def _about(unit: Unit, issue: Issue) -> str:
    """What a dataset holds and whose it is."""
    return f"{issue.dataset.about} Wydawca: {unit.name.nominative}."


# -- DCAT-AP -----------------------------------------------------------------------------


def portal(catalogue: Catalogue, issues: Issues) -> Portal:
    """The catalogue of all datasets."""
    unit = catalogue.unit
    return Portal(
        id=whole(catalogue, f"{addresses.DATA}#katalog"),
        page=whole(catalogue, addresses.DATA),
        title=f"{TITLE}: {unit.name.nominative}",
        about=LEAD,
        publisher=unit.name.nominative,
        home=whole(catalogue, addresses.HOME),
        email=unit.email,
        terms=_terms_address(catalogue),
        conditions=unit.reuse,
        teryt=unit.teryt,
        town=unit.address.town if unit.address else "",
        issued=unit.site_published,
        datasets=tuple(_described(catalogue, issue) for issue in issues().values()),
    )


def _described(catalogue: Catalogue, issue: Issue) -> Described:
    name, since = issue.dataset.name, catalogue.unit.site_published
    return Described(
        id=whole(catalogue, f"{addresses.DATA}#{name}"),
        tag=addresses.data_tag(catalogue.unit, name),
        title=issue.dataset.title,
        about=_about(catalogue.unit, issue),
        keywords=issue.dataset.keywords,
        # Rows may be older than the site: before it, nobody could read them here.
        issued=max(filter(None, (issue.appeared, since)), default=None) if issue.appeared else None,
        modified=issue.changed,
        files=tuple(
            _distribution(catalogue, issue, one, size)
            for one, size in zip(FORMATS, issue.sizes, strict=True)
        ),
    )


def _distribution(catalogue: Catalogue, issue: Issue, one: Format, size: int) -> Distribution:
    name = issue.dataset.name
    address = addresses.data_file(name, one.ending)
    return Distribution(
        id=f"{whole(catalogue, addresses.DATA)}#{name}-{one.word.lower()}",
        title=f"{issue.dataset.title} ({one.word})",
        address=whole(catalogue, address),
        media=one.media,
        sort=one.sort,
        size=size,
        schema=whole(catalogue, addresses.data_schema(name)) if one.has_schema else "",
    )


# -- schema.org --------------------------------------------------------------------------


def things(catalogue: Catalogue, issues: Issues) -> Iterator[Thing]:
    """Every dataset for search engines of data, on the page ``/dane/``."""
    for issue in issues().values():
        dataset, files = issue.dataset, issue.dataset.name
        yield thing(
            "Dataset",
            whole(catalogue, f"{addresses.DATA}#{files}"),
            name=f"{dataset.title} – {catalogue.unit.short}",
            description=_about(catalogue.unit, issue),
            url=whole(catalogue, f"{addresses.DATA}#{files}"),
            keywords=list(dataset.keywords),
            license=_terms_address(catalogue),
            isAccessibleForFree=True,
            inLanguage="pl",
            creator=agents.unit(catalogue),
            dateModified=issue.changed.isoformat() if issue.changed else "",
            distribution=[
                thing(
                    "DataDownload",
                    encodingFormat=one.media,
                    contentUrl=whole(catalogue, addresses.data_file(files, one.ending)),
                )
                for one in FORMATS
            ],
        )
