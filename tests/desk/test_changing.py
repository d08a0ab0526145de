"""``move``, ``postpone``, ``cancel``, ``withdraw``, ``step``: keys and reasons change together."""

from __future__ import annotations

from difflib import ndiff
from typing import Any

import pytest

from plugins.desk import finding, looking
from plugins.desk.asking import Halt
from plugins.newsroom.kinds.common import Publicity
from plugins.newsroom.kinds.debate import Debate, State
from plugins.newsroom.kinds.request import Request, Status
from tests.desk.office import WINTER, Office
from tests.newsroom.project import write

RYNEK = "content/debaty/2026/rynek-zima.md"
PARK = "content/wnioski/2026/w-2026-004.md"
WHY = ("--powód", "W sali trwa remont.")


def changed(office: Office, *words: str) -> list[str]:
    """Run and succeed; the lines that went and came. Nothing else changed, nothing is wrong."""
    before = office.files()
    office.done(*words, "--tak")
    after = office.files()
    assert before.keys() == after.keys()
    (path,) = (path for path in before if before[path] != after[path])
    assert not looking.look(office.root, looking.now()).errors
    lines = ndiff(before[path].splitlines(), after[path].splitlines())
    return [line for line in lines if line[0] in "+-"]


def rynek(office: Office) -> Debate:
    debate = office.record(RYNEK)
    assert isinstance(debate, Debate)
    return debate


def test_a_move_writes_the_day_its_reason_and_all_that_follows(office: Office) -> None:
    lines = changed(office, "move", "rynek", "--termin", "17.12.2026 18:30", *WHY)

    debate = rynek(office)
    assert debate.when.iso == "2026-12-17T18:30+01:00"
    assert (debate.ends, debate.weekday, debate.state) == (20 * 60, 3, State.PLANNED)
    assert str(debate.signing_until) == "2026-12-11"
    assert [point.minute for point in debate.agenda] == [18 * 60 + 30, 19 * 60 + 30]
    (change,) = debate.changes
    assert (change.day.iso, change.what, change.was, change.now, change.reason) == (
        *("2026-11-22", "termin", "2026-12-10 17:00", "2026-12-17 18:30"),
        "W sali trwa remont.",
    )
    assert debate.updated is not None
    assert debate.updated.iso == "2026-11-22"
    assert not any("komentarz" in line or "tytuł" in line for line in lines)


def test_a_move_says_where_the_text_still_tells_the_old_day(office: Office) -> None:
    told = office.done("move", "rynek-zima", "--termin", "2026-12-17 17:00", *WHY, "--tak")

    assert "mówi o dniu 10 grudnia: Spotykamy się 10 grudnia o 17:00." in told
    assert "+ termin: 2026-12-17 17:00" in told


def test_another_place_alone(office: Office) -> None:
    changed(office, "move", "rynek", "--miejsce", "latarnia", *WHY)

    debate = rynek(office)
    assert debate.place is not None
    assert debate.place.venue == "dom-kultury"
    (change,) = debate.changes
    assert (change.what, change.was, change.now) == (
        "miejsce",
        "Biblioteka",
        "Dom Kultury „Latarnia”",
    )


def test_another_end_alone_is_told_too(office: Office) -> None:
    changed(office, "move", "rynek", "--koniec", "19:00", *WHY)

    assert [(one.what, one.was, one.now) for one in rynek(office).changes] == [
        ("koniec", "18:30", "19:00")
    ]


def test_an_hour_that_is_not_known_yet_and_then_is(office: Office) -> None:
    changed(office, "move", "rynek", "--termin", "2027-01", *WHY)
    coarse = rynek(office)
    assert (coarse.provisional, coarse.ends, coarse.weekday) == (True, None, None)

    changed(office, "move", "rynek", "--termin", "2027-01-14 16:00", *WHY)
    debate = rynek(office)
    assert (debate.provisional, debate.weekday) == (False, 3)
    assert [point.minute for point in debate.agenda] == [16 * 60, 17 * 60]
    assert [one.now for one in debate.changes] == ["2027-01", "2027-01-14 16:00"]


def test_an_uncertain_day_made_exact_breaks_no_promise(office: Office) -> None:
    coarse = WINTER.replace("2026-12-10 17:00", "2026-12\ntermin wstępny: tak")
    for key in ("koniec: 18:30\n", "dzień tygodnia: czwartek\n", "zgłoszenia PJM: 2026-12-04\n"):
        coarse = coarse.replace(key, "")
    write(office.root, {RYNEK: coarse})

    changed(office, "move", "rynek", "--termin", "2026-12-17 17:00")

    debate = rynek(office)
    assert (debate.provisional, debate.changes) == (False, ())
    assert debate.updated is not None


@pytest.mark.parametrize(
    ("command", "state"), [("postpone", State.POSTPONED), ("cancel", State.CANCELLED)]
)
def test_off(office: Office, command: str, state: State) -> None:
    changed(office, command, "/debaty/rynek-zima/", *WHY)

    debate = rynek(office)
    assert (debate.state, debate.when.iso) == (state, "2026-12-10T17:00+01:00")
    assert debate.reason_of("stan") == "W sali trwa remont."


def test_a_new_day_of_a_postponed_debate_is_two_entries(office: Office) -> None:
    changed(office, "postpone", "rynek", *WHY)
    changed(office, "move", "rynek", "--termin", "2027-01-14 17:00", *WHY)

    debate = rynek(office)
    assert debate.state is State.PLANNED
    assert [(one.what, one.now) for one in debate.changes] == [
        ("stan", "odroczona"),
        ("stan", "planowana"),
        ("termin", "2027-01-14 17:00"),
    ]


def test_what_nobody_has_seen_changes_without_a_reason(office: Office) -> None:
    write(office.root, {RYNEK: WINTER.replace("2026-11-02", "2026-12-01")})

    changed(office, "move", "rynek", "--termin", "2026-12-17 17:00")

    assert (rynek(office).changes, rynek(office).updated) == ((), None)


@pytest.mark.parametrize(
    ("words", "sentence", "code"),
    [
        (("move",), "brakuje: co zmienić, --termin albo --koniec albo --miejsce", 2),
        (("move", "rynek", "--termin", "2026-12-17 17:00", "--tak"), "brakuje: --powód", 2),
        (("move", "rynek", "--termin", "2026-12-17 17:00", *WHY), "dodaj --tak", 2),
        (("move", "rynek", "--termin", "2026-12-10 17:00", *WHY), "to jest obecny termin", 1),
        (("move", "rynek", "--termin", "2026-11-02 17:00", *WHY), "już minęło", 1),
        (("move", "rynek", "--termin", "nieznany", *WHY), "debaty postpone rynek-zima", 1),
        (("move", "rynek", "--termin", "2026-13-01", *WHY), "w kalendarzu nie ma dnia", 2),
        (("move", "rynek", "--koniec", "16:00", *WHY, "--tak"), "koniec jest przed początkiem", 1),
        (("move", "rynek", "--miejsce", "biblioteka", *WHY), "debata już jest w miejscu", 2),
        (("move", "rynek", "--miejsce", "zamek", *WHY), "nie znam „zamek”", 2),
        (("move", "park-wieczorem", "--miejsce", "dom-kultury", *WHY), "już się odbyła", 1),
        (("cancel", "park-wieczorem", *WHY), "już się odbyła (2026-10-08 17:00)", 1),
        (("cancel", "park", *WHY), "pasuje do kilku", 2),
        (("cancel", "44051401359", *WHY), "nie znam „44…59”", 2),
        (("postpone", "rynek", "--powód", "PESEL 44051401359", "--tak"), "PESEL", 1),
        (("withdraw", "debaty/nic", *WHY), "nie znam „debaty/nic”", 2),
        (("step", "w-2026-004"), "brakuje: --status", 2),
        (("step", "w-2026-004", "--status", "odrzucony"), "nie ma wartości „odrzucony”", 2),
        (("step", "w-2026-004", "--status", "niezrealizowany"), "brakuje: --opis", 2),
        (("step", "w-2026-004", "--status", "przekazany"), "brakuje: --podmiot", 2),
        (("step", "w-2026-004", "--status", "w realizacji", "--data", "2026-11-01", "--tak"),
         "wcześniejsza niż poprzednia", 1),
    ],
)  # fmt: skip
def test_nonsense_is_refused_and_nothing_is_written(
    office: Office, words: tuple[str, ...], sentence: str, code: int
) -> None:
    told = office.refused(*words, code=code)

    assert sentence in told
    assert "44051401359" not in told


def test_only_what_can_still_change_is_offered(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = "---\ntytuł: {}\ndata publikacji: nieznana\nstan publikacji: ukryty\n{}---\nByło.\n"
    held = old.format("Dawna", "bez zapowiedzi: tak\ntermin: nieznany\n")
    report = old.format("Dawna", "debata: dawna\nwnioski: nie podano\n")
    write(
        office.root,
        {"content/debaty/inne/dawna.md": held, "content/sprawozdania/inne/dawna.md": report},
    )
    offered: list[str] = []

    def chosen(*given: Any) -> None:
        offered.extend(one.id for one in given[-1])
        raise Halt("dość")

    monkeypatch.setattr(finding, "chosen", chosen)
    assert "dość" in office.refused("cancel", "rynek", *WHY, code=1)
    assert "rynek-zima" in offered
    assert not {"dawna", "park-wieczorem"} & set(offered)


def test_a_cancelled_debate_stays_cancelled(office: Office) -> None:
    changed(office, "cancel", "rynek", *WHY)

    assert "debaty new debata --jak rynek-zima" in office.refused("postpone", "rynek", *WHY)
    assert "odwołana" in office.refused("move", "rynek", "--termin", "2027-01-14 17:00", *WHY)


def test_a_debate_cannot_be_postponed_twice(office: Office) -> None:
    changed(office, "postpone", "rynek", *WHY)

    assert "jest już odroczona" in office.refused("postpone", "rynek", *WHY)


def test_on_its_day_a_debate_can_be_cancelled_until_it_begins(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BUILD_DATE", "2026-12-10T17:01")
    assert "już się odbyła" in office.refused("cancel", "rynek", *WHY)

    monkeypatch.setenv("BUILD_DATE", "2026-12-10T15:00")
    changed(office, "cancel", "rynek", *WHY)


def test_a_file_with_faults_is_named(office: Office) -> None:
    write(office.root, {RYNEK: WINTER.replace("koniec", "końec")})

    told = office.refused("cancel", "rynek-zima", *WHY)

    assert told.endswith(f"debaty check {RYNEK}\n")


def test_a_withdrawn_text_leaves_its_trace(office: Office) -> None:
    page = "content/strony/kontakt.md"

    changed(office, "withdraw", "strony/kontakt", "--zamiast", "debaty/rynek-zima", *WHY)

    record = office.record(page)
    assert record.publicity is Publicity.WITHDRAWN
    assert record.withdrawn is not None
    assert (str(record.withdrawn.day), record.withdrawn.instead) == (
        "2026-11-22",
        "debaty/rynek-zima",
    )
    assert "już wycofany" in office.refused("withdraw", "strony/kontakt", *WHY)


def test_a_step_is_one_more_entry(office: Office) -> None:
    words = ("--status", "przekazany", "--podmiot", "straz", "--znak", "PR.1.2026")
    lines = changed(office, "step", "W-2026-004", *words, "--opis", "Zgasły: dwie.")

    request = office.record(PARK)
    assert isinstance(request, Request)
    last = request.history[-1]
    assert (str(last.day), last.status, last.body) == ("2026-11-22", Status.HANDED_OVER, "straz")
    assert (last.case, last.about) == ("PR.1.2026", "Zgasły: dwie.")
    assert all(line.startswith("+") for line in lines)


def test_windows_line_ends_stay(office: Office) -> None:
    path = office.root / RYNEK
    path.write_bytes(b"\xef\xbb\xbf" + WINTER.replace("\n", "\r\n").encode())

    office.done("cancel", "rynek", *WHY, "--tak")

    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf---\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
