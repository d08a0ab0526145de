"""Where each debate of the sample stands on ten days, worked out by hand from its file.

The files are today's, the clock is that of the day: a debate that was called off counts as
called off from its publication on. While a report is awaited, the table also says until when it
is due, or by how many days it is late.
"""

from __future__ import annotations

import re
from datetime import datetime, time
from functools import cache
from pathlib import Path

import pytest

from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import WARSAW
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.phases import Phase
from tests.newsroom.project import Project

SAMPLE = Path(__file__).resolve().parents[2]

TABLE = {
    "targowisko-przy-mlynskiej": """
        2024-09-25 nie ma
        2024-09-26 2024-10-09 zapowiedziana
        2024-10-10 dziś
        2024-10-11 2024-10-20 po debacie, do 2024-10-24
        2024-10-21 2024-10-25 2025-10-21 2026-11-22 ze sprawozdaniem
    """,
    "osiedle-polnoc-swiatlo-halas-parkowanie": """
        2025-10-01 nie ma
        2025-10-02 2025-10-15 zapowiedziana
        2025-10-16 dziś
        2025-10-17 2025-10-23 po debacie, do 2025-10-30
        2025-10-24 2026-10-06 2026-10-21 ze sprawozdaniem
        2026-10-22 po ewaluacji
    """,
    "bezpieczna-droga-do-szkoly": """
        2026-02-23 nie ma
        2026-02-24 2026-03-11 zapowiedziana
        2026-03-12 dziś
        2026-03-13 2026-03-19 po debacie, do 2026-03-26
        2026-03-20 2026-03-26 2026-03-27 2026-11-22 ze sprawozdaniem
    """,
    "lato-nad-zalewem": """
        2026-05-06 nie ma
        2026-05-07 2026-05-20 zapowiedziana
        2026-05-21 dziś
        2026-05-22 2026-05-31 po debacie, do 2026-06-04
        2026-06-01 2026-06-04 2026-06-05 2026-11-22 ze sprawozdaniem
    """,
    "wieczory-na-rynku": """
        2026-06-01 nie ma
        2026-06-02 2026-06-10 2026-06-11 2026-06-17 2026-06-18 2026-06-19 odwołana
        2026-07-02 2026-07-03 2026-11-22 odwołana
    """,
    "dziecko-w-sieci": """
        2026-09-02 nie ma
        2026-09-03 2026-09-16 zapowiedziana
        2026-09-17 dziś
        2026-09-18 2026-09-27 po debacie, do 2026-10-01
        2026-09-28 2026-10-01 2026-10-02 2026-11-22 ze sprawozdaniem
    """,
    "skrzyzowanie-kolejowej-i-polnej": """
        2026-09-02 nie ma
        2026-09-03 2026-09-14 2026-09-15 2026-09-23 2026-09-24 2026-09-25 odroczona
        2026-10-09 2026-11-22 2027-03-01 odroczona
    """,
    "osiedle-polnoc-rok-po-debacie": """
        2026-10-05 nie ma
        2026-10-06 2026-10-21 zapowiedziana
        2026-10-22 dziś
        2026-10-23 2026-10-29 po debacie, do 2026-11-05
        2026-10-30 2026-11-05 2026-11-06 2026-11-22 ze sprawozdaniem
    """,
    "osiedle-polnoc-plac-zabaw-i-psy": """
        2026-10-05 nie ma
        2026-10-06 2026-10-21 zapowiedziana
        2026-10-22 dziś
        2026-10-23 2026-11-03 po debacie, do 2026-11-05
        2026-11-04 2026-11-05 2026-11-06 2026-11-22 ze sprawozdaniem
    """,
    "smieci-za-torami": """
        2026-10-14 nie ma
        2026-10-15 2026-10-28 zapowiedziana
        2026-10-29 dziś
        2026-10-30 2026-11-12 po debacie, do 2026-11-12
        2026-11-13 po debacie, po terminie od 1
        2026-11-14 po debacie, po terminie od 2
        2026-11-22 po debacie, po terminie od 10
        2026-12-01 po debacie, po terminie od 19
    """,
    "park-miejski-po-zmroku": """
        2026-11-02 nie ma
        2026-11-03 2026-11-16 zapowiedziana
        2026-11-17 dziś
        2026-11-18 2026-11-22 2026-12-01 po debacie, do 2026-12-01
        2026-12-02 po debacie, po terminie od 1
        2026-12-11 po debacie, po terminie od 10
        2027-01-01 po debacie, po terminie od 31
    """,
    "kto-naprawde-dzwoni": """
        2026-11-11 nie ma
        2026-11-12 2026-11-22 2026-12-02 zapowiedziana
        2026-12-03 dziś
        2026-12-04 2026-12-17 po debacie, do 2026-12-17
        2026-12-18 po debacie, po terminie od 1
        2026-12-31 po debacie, po terminie od 14
        2027-02-26 po debacie, po terminie od 71
    """,
    "okolice-dworca-wieczorem": """
        2026-11-04 nie ma
        2026-11-05 2026-11-15 2026-11-16 2026-11-26 2026-12-09 zapowiedziana
        2026-12-10 dziś
        2026-12-11 2026-12-24 po debacie, do 2026-12-24
        2026-12-25 po debacie, po terminie od 1
    """,
    "nocne-rajdy-na-obwodowej": """
        2026-11-18 nie ma
        2026-11-19 2026-11-22 2026-12-31 2027-01-31 2027-02-01 2027-02-14 zapowiedziana
        2027-02-28 zapowiedziana
        2027-03-01 2027-06-01 termin do ustalenia
    """,
    "rowerem-i-hulajnoga-przez-miasto": """
        2026-11-17 nie ma
        2026-11-18 2026-11-22 2027-03-10 zapowiedziana
        2027-03-11 dziś
        2027-03-12 2027-03-25 po debacie, do 2027-03-25
        2027-03-26 po debacie, po terminie od 1
        2027-04-01 po debacie, po terminie od 7
        2027-04-24 po debacie, po terminie od 30
    """,
    "bytom-porozmawiajmy-o-bezpieczenstwie": """
        2024-09-02 2024-10-10 2025-10-16 2026-03-12 2026-06-18 2026-10-22 ze sprawozdaniem
        2026-11-22 2026-12-10 2027-03-11 2027-06-01 ze sprawozdaniem
    """,
}


@pytest.fixture(scope="module", name="on")
def _on():
    """The sample's catalogue on a day at noon; what has been read once is remembered."""
    project = Project(SAMPLE)

    @cache
    def catalogue(day: str) -> Catalogue:
        noon = datetime.combine(datetime.fromisoformat(day), time(12), WARSAW)
        return project.prepare(noon).catalogue

    return catalogue


def standing(it: Catalogue, name: str) -> str:
    """The phase as the table puts it."""
    debate = it.record(f"debaty/{name}")
    if not isinstance(debate, Debate):
        return "nie ma"
    phase, due = it.phase(debate), it.due(debate)
    if phase is not Phase.HELD or due is None:
        return phase.value
    return f"{phase.value}, {f'po terminie od {due.late}' if due.late else f'do {due.day}'}"


@pytest.mark.parametrize("name", TABLE)
def test_a_debate_of_the_sample_goes_through_its_phases(name: str, on) -> None:
    wanted = {
        day: line.strip().lstrip("0123456789- ")
        for line in TABLE[name].strip().splitlines()
        for day in re.findall(r"[0-9-]{10}(?= .)", line.partition(",")[0])
    }
    assert len(wanted) == 10
    assert {day: standing(on(day), name) for day in wanted} == wanted


def test_the_table_holds_every_debate_of_the_sample_and_every_phase() -> None:
    assert {path.stem for path in (SAMPLE / "content/debaty").rglob("*.md")} == set(TABLE)
    told = "".join(TABLE.values())
    assert [phase.value for phase in Phase if phase.value not in told] == []
    assert "po terminie od" in told
