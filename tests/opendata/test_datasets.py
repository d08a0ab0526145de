"""What stands in the rows: the unit's own listed records, on one day."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from plugins.newsroom.dates import WARSAW
from plugins.newsroom.kinds.request import Status
from plugins.opendata import schema, writing
from plugins.opendata.collection import DATASETS, issues
from plugins.opendata.fields import AnyDataset
from plugins.opendata.schema import Schema
from tests.newsroom.project import BARE, Project, debate, district, news, report, request, write

NOW = datetime(2026, 6, 1, 12, tzinfo=WARSAW)
BY_NAME = {dataset.name: dataset for dataset in DATASETS}
NAMES = pytest.mark.parametrize("dataset", DATASETS, ids=list(BY_NAME))

BODY = "---\nnazwa: {0}\n---\n"
TOWN = {
    "content/podmioty/drogi.md": BODY.format("Zarząd Dróg"),
    "content/podmioty/obcy.md": BODY.format("Obca komenda"),
    "content/debaty/nasza.md": debate("organizatorzy: drogi\nrejony: [jeden, ukryty]\n"),
    "content/debaty/obca.md": debate("wydawca: obcy\n"),
    "content/rejony/jeden.md": district("ulice:\n  - Lipowa\n"),
    "content/rejony/ukryty.md": district("stan publikacji: ukryty\n"),
    "content/wnioski/w-2026-001.md": request(
        "2026-03-12 zgłoszony",
        "2026-03-16 przekazany; podmiot: drogi",
        "2026-04-30 w realizacji; podmiot: drogi; odpowiedź: tak; opis: Stanie latarnia.",
        "2026-12-01 zrealizowany; opis: Przyszłość.",
        head="debata: nasza\n",
    ),
    "content/wnioski/w-2026-002.md": request(head="debata: obca\n"),
    "content/wnioski/w-2026-003.md": request(head="stan publikacji: ukryty\n"),
}


def project(root: Path, files: dict[str, str] | None = None) -> Project:
    write(root, {**BARE, **TOWN, **(files or {})})
    return Project(root)


def objects(found: Project, now: datetime = NOW) -> dict[str, list[dict[str, Any]]]:
    """The rows of every JSON file."""
    made = issues(found.prepare(now).catalogue)
    return {name: json.loads(writing.objects(one.table, None)) for name, one in made.items()}


def test_only_our_own_listed_records_are_rows(tmp_path: Path) -> None:
    found = objects(project(tmp_path))
    assert [row["id"] for row in found["debaty"]] == ["nasza"]
    assert [row["id"] for row in found["wnioski"]] == ["w-2026-001"]
    assert [row["id"] for row in found["rejony"]] == ["jeden"]
    assert {row["wniosek"] for row in found["wnioski-historia"]} == {"w-2026-001"}


STATES = {
    "szkic": "stan publikacji: szkic\n",
    "ukryty": "stan publikacji: ukryty\n",
    "wycofany": "stan publikacji: wycofany\nwycofano:\n  data: 2026-04-01\n  powód: Pomyłka.\n",
    "obcy": "wydawca: obcy\n",
    "przekład": "język: en\ntłumaczenie z: debaty/nasza\n",
}


@pytest.mark.parametrize(
    "state", STATES.values(), ids=["szkic", "ukryty", "wycofany", "obcy", "en"]
)
def test_what_is_no_row_is_named_by_none(state: str, tmp_path: Path) -> None:
    """A debate in each state, to which our own records refer by every key that can."""
    own = "" if "język" in state else state  # only its debate is a translation
    raised = request("2026-03-12 zgłoszony; debata: boczna", head="debata: nasza\n")
    files = {
        "content/debaty/boczna.md": debate(state, when="2026-02-26 17:00"),
        "content/debaty/ocena.md": debate("rodzaj debaty: ewaluacyjna\newaluacja debat: boczna\n"),
        "content/sprawozdania/boczna.md": report("boczna", own + "pytania:\n  - pytanie: Kiedy?\n"),
        "content/wnioski/w-2026-004.md": raised,
    }
    found = objects(project(tmp_path, files))
    told = json.dumps([one for name, one in found.items() if name != "podmioty"])
    assert '"w-2026-004"' in told
    assert "boczna" not in told


def test_a_record_to_come_is_no_row_until_it_has(tmp_path: Path) -> None:
    late = news(published="2026-06-02").replace("Komunikat", "Później")
    coming = "---\ntytuł: Program\ndata publikacji: 2026-06-02\nokres: 2026\n---\n"
    found = project(tmp_path, {"content/aktualnosci/a.md": late, "content/programy/p.md": coming})
    assert objects(found)["programy"] == []
    tomorrow = NOW.replace(day=2)
    assert [row["id"] for row in objects(found, tomorrow)["programy"]] == ["p"]


def test_a_request_tells_to_whom_it_was_handed_and_when_they_answered(tmp_path: Path) -> None:
    found = objects(project(tmp_path))
    (row,) = found["wnioski"]
    assert row["stan"] == "w realizacji"
    assert row["opis_stanu"] == "Stanie latarnia."
    assert (row["podmiot"], row["podmiot_nazwa"]) == ("drogi", "Zarząd Dróg")
    assert (row["termin_odpowiedzi"], row["data_odpowiedzi"]) == ("2026-04-16", "2026-04-30")
    assert row["dni_odpowiedzi"] == 45
    (handed,) = found["wnioski-przekazania"]
    assert (handed["krok"], handed["po_terminie"], handed["czeka"]) == (2, True, False)
    assert [step["stan"] for step in found["wnioski-historia"]] == [
        "zgłoszony",
        "przekazany",
        "w realizacji",
    ]
    assert "Przyszłość" not in json.dumps(found, ensure_ascii=False)


def test_a_debate_of_an_unsettled_day_has_its_month_only(tmp_path: Path) -> None:
    unsettled = debate("termin wstępny: tak\n", when="2026-09")
    (row,) = (
        one
        for one in objects(project(tmp_path, {"content/debaty/x.md": unsettled}))["debaty"]
        if one["id"] == "x"
    )
    assert (row["data"], row["godzina"], row["termin"]) == (None, None, "2026-09")


def test_an_edit_that_no_column_shows_changes_no_table(tmp_path: Path) -> None:
    found = project(tmp_path)
    before = issues(found.prepare(NOW).catalogue)
    file = tmp_path / "content/debaty/nasza.md"
    file.write_text(file.read_text("utf-8") + "\nDopisane zdanie.\n", "utf-8")
    assert issues(found.prepare(NOW).catalogue) == before


def test_an_edit_changes_the_tables_that_show_it(tmp_path: Path) -> None:
    found = project(tmp_path)
    before = issues(found.prepare(NOW).catalogue)
    file = tmp_path / "content/podmioty/drogi.md"
    file.write_text(BODY.format("Miejski Zarząd Dróg"), "utf-8")
    after = issues(found.prepare(NOW).catalogue)
    assert {name for name in after if after[name] != before[name]} == {
        *("podmioty", "wnioski", "wnioski-przekazania")
    }


def test_no_table_says_on_which_day_it_was_made(tmp_path: Path) -> None:
    found = project(tmp_path)
    later = NOW.replace(month=11)
    assert issues(found.prepare(NOW).catalogue) == issues(found.prepare(later).catalogue)


def test_dates_of_a_dataset_are_its_records(tmp_path: Path) -> None:
    found = issues(project(tmp_path).prepare(NOW).catalogue)
    assert str(found["wnioski"].appeared) == "2026-03-12"
    assert str(found["wnioski"].changed) == "2026-04-30"
    assert found["programy"].changed is None


def test_officers_are_left_to_the_pages(tmp_path: Path) -> None:
    assert "Jan Kot" not in json.dumps(objects(project(tmp_path)))


# -- columns and schemas -----------------------------------------------------------------


@NAMES
def test_names_are_what_programs_like(dataset: AnyDataset) -> None:
    names = [column.name for column in dataset.columns]
    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch(r"[a-z][a-z_]*", name)] == []
    assert re.fullmatch(r"[a-z-]+", dataset.name)


@NAMES
def test_every_column_is_explained(dataset: AnyDataset) -> None:
    for column in dataset.columns:
        assert column.title, column.name
        assert re.match(r"[A-ZŻŹĆŁŚ].*[.…]$", column.about), column.name
        assert not column.leads or column.leads in BY_NAME, column.name


def checked(dataset: AnyDataset) -> Draft202012Validator:
    view = Schema("https://a.example/s.json", dataset.title, dataset.about, dataset.columns)
    made = json.loads(schema.made(view, None))
    Draft202012Validator.check_schema(made)
    return Draft202012Validator(made, format_checker=Draft202012Validator.FORMAT_CHECKER)


@NAMES
def test_a_schema_wants_all_columns_and_nothing_else(dataset: AnyDataset) -> None:
    validator = checked(dataset)
    assert not validator.is_valid([{}])
    assert validator.schema["items"]["required"] == [c.name for c in dataset.columns]
    assert validator.schema["items"]["additionalProperties"] is False


WRONG = {
    "stan": "załatwiony",
    "data_zgloszenia": "2026-02-30",
    "tytul": "",
    "id": "W 1",
    "otwarty": "tak",
    "powtorzenia": -1,
    "rejony": ["jeden", "jeden"],
    "numer": None,
    "termin_odpowiedzi": "jutro",
    "zgłaszający": "ktoś",
}


@pytest.mark.parametrize("name", WRONG)
def test_a_schema_refuses_what_is_wrong(name: str, tmp_path: Path) -> None:
    (row,) = objects(project(tmp_path))["wnioski"]
    validator = checked(BY_NAME["wnioski"])
    validator.validate([row])
    assert not validator.is_valid([{**row, name: WRONG[name]}])


def test_words_come_from_the_codes_own_list() -> None:
    stan = next(column for column in BY_NAME["wnioski"].columns if column.name == "stan")
    assert stan.words == tuple(status.value for status in Status)
