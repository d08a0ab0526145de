"""Where a warning in force is a banner, and where the archive stays quiet."""

from __future__ import annotations

import pytest

from plugins.layout import quiet
from plugins.layout.frame import frame
from plugins.newsroom.catalogue import Catalogue
from tests.newsroom.project import BARE, Project, news, write

WARNING = "dział: ostrzeżenie\nważne do: 2026-03-31\n"  # the run's day is 5 March 2026


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    root = tmp_path_factory.mktemp("cisza")
    folder = "content/aktualnosci"
    files = {
        f"{folder}/nowa.md": news(published="2025-03-06"),
        f"{folder}/stara.md": news(published="2025-03-05"),
        f"{folder}/odwolana.md": news("archiwalne: tak\n"),
        f"{folder}/gaz.md": news(WARNING),
    }
    write(root, BARE | files)
    return Project(root).prepare().catalogue


@pytest.mark.parametrize(
    ("name", "banners"), [("nowa", 1), ("gaz", 1), ("stara", 0), ("odwolana", 0)]
)
def test_a_banner_is_on_what_is_new_and_holds(
    catalogue: Catalogue, name: str, banners: int
) -> None:
    record = catalogue.record(f"aktualnosci/{name}")
    assert record is not None
    assert len(quiet.of_record(catalogue, frame(catalogue, ()), record).warnings) == banners


@pytest.mark.parametrize(
    ("month", "banners"), [((2027, 1), 1), ((2026, 3), 1), ((2025, 3), 1), ((2025, 2), 0)]
)
def test_a_list_of_a_month_falls_quiet_when_that_is_over_a_year_ago(
    catalogue: Catalogue, month: tuple[int, int], banners: int
) -> None:
    assert len(quiet.of_month(catalogue, frame(catalogue, ()), month).warnings) == banners


def test_a_list_of_a_year_falls_quiet_with_its_december(catalogue: Catalogue) -> None:
    whole = frame(catalogue, ())
    loud = [year for year in (2024, 2025) if quiet.of_year(catalogue, whole, year).warnings]
    assert loud == [2025]


def test_quiet_pages_share_one_frame(catalogue: Catalogue) -> None:
    whole = frame(catalogue, ())
    first = quiet.of_month(catalogue, whole, (2024, 1))
    assert quiet.of_month(catalogue, whole, (2023, 1)) is first


def test_every_page_leads_to_the_warnings(catalogue: Catalogue) -> None:
    links = [link.href for column in frame(catalogue, ()).footer for link in column]
    assert "/aktualnosci/#ostrzezenia" in links
