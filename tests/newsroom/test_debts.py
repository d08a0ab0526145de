"""What is owed on a day, whose it is, and when it is settled; worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pytest

from plugins.newsroom import debts
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import WARSAW
from tests.newsroom.project import BARE, Project, debate, district, report, request, write

BODIES = {
    "content/podmioty/drogi.md": "---\nnazwa: Zarząd Dróg\n---\n",
    "content/podmioty/obcy.md": "---\nnazwa: Obca Komenda\n---\n",
}
FOREIGN = "wydawca: obcy\n"


def on(root: Path, day: str, files: Mapping[str, str], *, drafts: bool = False) -> Catalogue:
    write(root, {**BARE, **BODIES, **files})
    now = datetime.combine(date.fromisoformat(day), datetime.min.time(), WARSAW)
    return Project(root).prepare(now, drafts=drafts).catalogue


def told(it: Catalogue) -> list[str]:
    """Every debt in a line: what, of whom, until when, and „!” once that is over."""
    return [
        f"{one.owed.value} {one.record.id} {one.due}{'!' if one.is_late else ''}"
        for one in debts.debts(it)
    ]


HELD = {"content/debaty/a.md": debate("rodzaj debaty: inicjująca\n", when="2026-03-12 17:00")}
TOLD = {"content/sprawozdania/a.md": report("a", "wnioski: brak\n", published="2026-03-20")}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-03-11", []),
        ("2026-03-12", []),
        ("2026-03-13", ["sprawozdanie a 2026-03-26", "ewaluacja a 2027-03-12"]),
        ("2026-03-26", ["sprawozdanie a 2026-03-26", "ewaluacja a 2027-03-12"]),
        ("2026-03-27", ["sprawozdanie a 2026-03-26!", "ewaluacja a 2027-03-12"]),
        ("2027-03-12", ["sprawozdanie a 2026-03-26!", "ewaluacja a 2027-03-12"]),
        ("2027-03-13", ["sprawozdanie a 2026-03-26!", "ewaluacja a 2027-03-12!"]),
    ],
)
def test_a_debate_owes_its_report_and_an_initiating_one_its_evaluation(
    day: str, expected: list[str], tmp_path: Path
) -> None:
    assert told(on(tmp_path, day, HELD)) == expected


def test_a_report_that_is_public_is_owed_no_more_and_one_to_come_still_is(tmp_path: Path) -> None:
    files = {**HELD, **TOLD}
    assert told(on(tmp_path, "2026-03-19", files))[0] == "sprawozdanie a 2026-03-26"
    assert told(on(tmp_path, "2026-03-20", files)) == ["ewaluacja a 2027-03-12"]


def evaluation(when: str, head: str = "") -> dict[str, str]:
    role = "rodzaj debaty: ewaluacyjna\newaluacja debat: a\n"
    return {"content/debaty/e.md": debate(f"{role}{head}", when=when)}


OFF = (
    "stan: odwołana\nzmiany:\n  - kiedy: 2027-03-01\n    co: stan\n    było: planowana\n"
    "    jest: odwołana\n    powód: choroba\n"
)


@pytest.mark.parametrize(
    ("head", "day", "is_owed"),
    [
        ("", "2027-03-30", True),  # announced only
        ("", "2027-04-01", False),  # held today
        (OFF, "2027-04-02", True),  # called off: nothing was accounted for
        ("stan publikacji: szkic\n", "2027-04-02", True),
    ],
)
def test_only_an_evaluation_that_was_held_settles_it(
    head: str, day: str, is_owed: bool, tmp_path: Path
) -> None:
    it = on(tmp_path, day, {**HELD, **TOLD, **evaluation("2027-04-01 17:00", head)})
    assert ("ewaluacja a 2027-03-12!" in told(it)) is is_owed


@pytest.mark.parametrize("role", ["inna", "ewaluacyjna\newaluacja debat: b"])
def test_only_an_initiating_debate_is_to_be_evaluated(role: str, tmp_path: Path) -> None:
    files = {
        "content/debaty/b.md": debate(when="2026-01-05 17:00"),
        "content/debaty/a.md": debate(f"rodzaj debaty: {role}\n", when="2026-03-12 17:00"),
    }
    assert not [one for one in told(on(tmp_path, "2028-01-01", files)) if "ewaluacja" in one]


def test_a_debate_known_to_the_month_is_to_be_evaluated_a_year_after_its_end(
    tmp_path: Path,
) -> None:
    files = {"content/debaty/a.md": debate("rodzaj debaty: inicjująca\n", when="2026-02"), **TOLD}
    assert told(on(tmp_path, "2026-03-21", files)) == ["ewaluacja a 2027-02-28"]


@pytest.mark.parametrize(
    ("history", "day", "expected"),
    [
        (("2026-01-31 przekazany; podmiot: drogi",), "2026-02-28", ["2026-02-28"]),
        (("2026-01-31 przekazany; podmiot: drogi",), "2026-03-01", ["2026-02-28!"]),
        (
            ("2026-01-31 przekazany; podmiot: drogi; termin: 2026-05-01",),
            "2026-05-01",
            ["2026-05-01"],
        ),
        (
            (
                "2026-01-31 przekazany; podmiot: drogi",
                "2026-04-02 w realizacji; podmiot: drogi; odpowiedź: tak",
            ),
            "2026-04-01",
            ["2026-02-28!"],
        ),
        (
            (
                "2026-01-31 przekazany; podmiot: drogi",
                "2026-04-02 w realizacji; podmiot: drogi; odpowiedź: tak",
            ),
            "2026-04-02",
            [],
        ),
        (
            ("2026-01-31 przekazany; podmiot: drogi", "2026-04-02 zrealizowany"),
            "2026-04-02",
            [],
        ),
    ],
)
def test_an_answer_is_owed_until_it_comes_or_the_request_is_settled(
    history: tuple[str, ...], day: str, expected: list[str], tmp_path: Path
) -> None:
    files = {"content/wnioski/w-2026-001.md": request("2026-01-02 zgłoszony", *history)}
    found = told(on(tmp_path, day, files))
    assert found == [f"odpowiedź w-2026-001 {one}" for one in expected]


def test_two_bodies_owe_two_answers(tmp_path: Path) -> None:
    asked = request("2026-01-02 przekazany; podmiot: drogi", "2026-02-02 przekazany; podmiot: obcy")
    it = on(tmp_path, "2026-02-20", {"content/wnioski/w-2026-001.md": asked})
    found = [(one.body, one.is_late) for one in debts.debts(it)]
    assert found == [("drogi", True), ("obcy", False)]


PLAN = "plany:\n  - od: 2026-02-01\n    do: 2026-07-31\n    problem: Hałas\n"


@pytest.mark.parametrize(
    ("day", "result", "expected"),
    [
        ("2026-01-31", "", []),
        ("2026-02-01", "", ["wynik planu a 2026-07-31"]),
        ("2026-07-31", "", ["wynik planu a 2026-07-31"]),
        ("2026-08-01", "", ["wynik planu a 2026-07-31!"]),
        ("2026-08-01", "    wynik: Jest ciszej.\n", []),
    ],
)
def test_a_plan_owes_its_result_when_it_ends(
    day: str, result: str, expected: list[str], tmp_path: Path
) -> None:
    files = {"content/rejony/a.md": district(PLAN + result)}
    assert told(on(tmp_path, day, files)) == expected


STATEMENT = (
    "---\ntytuł: Deklaracja\nstan zgodności: w pełni zgodna\ndata sporządzenia: 2024-10-01\n"
    "data aktualizacji strony: 2024-10-01\nmetoda: samoocena\n{}---\nX.\n"
)


@pytest.mark.parametrize(
    ("reviewed", "day", "expected"),
    [
        ("", "2025-03-31", ["2025-03-31"]),
        ("", "2025-04-01", ["2025-03-31!"]),
        ("data przeglądu: 2025-02-10\n", "2025-04-01", ["2026-03-31"]),
        ("data przeglądu: 2025-02-10\n", "2026-04-01", ["2026-03-31!"]),
    ],
)
def test_the_statement_is_to_be_reviewed_by_the_31st_of_march(
    reviewed: str, day: str, expected: list[str], tmp_path: Path
) -> None:
    phone = "telefony:\n  - nazwa: Dyżurny\n    numer: 47 700 00 10\n"
    contact = f"{phone}e-mail: kontakt@policja.przykladow.example\n"
    files = {
        "content/strony/deklaracja-dostepnosci.md": STATEMENT.format(reviewed),
        "content/jednostka.yml": BARE["content/jednostka.yml"].decode() + contact,
    }
    found = told(on(tmp_path, day, files))
    assert found == [f"przegląd deklaracji deklaracja-dostepnosci {one}" for one in expected]


def everything(head: str) -> dict[str, str]:
    """One of each debt that is late on 1 January 2028, with more in its head."""
    return {
        "content/debaty/a.md": debate(
            f"rodzaj debaty: inicjująca\n{head}", when="2026-03-12 17:00"
        ),
        "content/wnioski/w-2026-001.md": request(
            "2026-01-02 przekazany; podmiot: drogi", head=head
        ),
        "content/rejony/a.md": district(PLAN + head),
    }


def test_what_is_late_is_told_by_kind(tmp_path: Path) -> None:
    kinds = [one.split()[0] for one in told(on(tmp_path, "2028-01-01", everything("")))]
    assert kinds == ["sprawozdanie", "ewaluacja", "odpowiedź", "wynik"]


@pytest.mark.parametrize(
    "head",
    [
        FOREIGN,
        "stan publikacji: szkic\n",
        "stan publikacji: ukryty\n",
        "stan publikacji: wycofany\nwycofano:\n  data: 2026-12-01\n  powód: pomyłka\n",
        "data publikacji: 2029-01-01\n",
    ],
)
def test_nothing_is_owed_for_what_is_another_s_or_not_public(head: str, tmp_path: Path) -> None:
    files = everything(head)
    if "2029" in head:
        files["content/debaty/a.md"] = debate(when="2026-03-12 17:00").replace(
            "2026-02-20", "2029-01-01"
        )
    assert told(on(tmp_path, "2028-01-01", files)) == []


def test_the_office_is_told_ahead_and_residents_when_it_is_late(tmp_path: Path) -> None:
    files = {**HELD, **TOLD, "content/rejony/a.md": district(PLAN)}
    it = on(tmp_path, "2026-07-01", files)
    assert [one.owed.value for one in debts.near(it)] == ["wynik planu"]
    assert debts.late(it) == ()
    it = on(tmp_path, "2026-06-30", files)
    assert debts.near(it) == ()
    it = on(tmp_path, "2026-12-12", files)
    assert [one.owed.value for one in debts.near(it)] == ["ewaluacja", "wynik planu"]
    assert [one.owed.value for one in debts.late(it)] == ["wynik planu"]
