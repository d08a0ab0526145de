"""Warnings that keep nothing from being published, and how a record lifts them by name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.checks import RULES, topics
from tests.newsroom import private
from tests.newsroom.examples import EXAMPLES
from tests.newsroom.project import BARE, Project, debate, news, report, request, write

N, M = "content/aktualnosci/n.md", "content/aktualnosci/m.md"
R = "content/wnioski/w-2026-001.md"
LIFT = "wyjątki:\n  - reguła: {}\n    powód: Tak ma być.\n"


def warned(root: Path, files: Mapping[str, str | bytes]) -> list[str]:
    write(root, {**BARE, **files})
    return [str(one) for one in Project(root).prepare().warnings]


def holding(files: Mapping[str, str | bytes], head: str) -> dict[str, str | bytes]:
    """The files with these lines in the head that can lift the warning."""
    return {n: f if isinstance(f, bytes) else f.replace("@", head) for n, f in files.items()}


def example(rule: str) -> dict[str, str | bytes]:
    """Files of which one gives the warning; „@” stands where a head can lift it."""
    if rule in {**EXAMPLES, **private.EXAMPLES}:
        return {**EXAMPLES, **private.EXAMPLES}[rule]
    if rule == "brak wniosków":
        held = debate(when="2026-02-26 17:00")
        return {"content/debaty/a.md": held, "content/sprawozdania/a.md": report("a", "@")}
    if rule == "podobne tematy":
        others = {N: news("tematy: rowery\n"), "content/aktualnosci/o.md": news("tematy: rowery\n")}
        return {**others, M: news("tematy: rovery\n@")}
    if rule == "przegląd deklaracji":
        facts = "stan zgodności: w pełni zgodna\ndata sporządzenia: 2024-09-02\n"
        page = f"---\ntytuł: Deklaracja dostępności\n{facts}@---\nTreść.\n"
        unit = BARE["content/jednostka.yml"].decode()
        phone = "telefony:\n  - nazwa: Dyżurny\n    numer: 47 700 00 10\n"
        contact = f'e-mail: "biuro\\x40policja.example"\n{phone}'
        page_file = "content/strony/deklaracja-dostepnosci.md"
        return {page_file: page, "content/jednostka.yml": f"{unit}{contact}"}
    if rule == "wniosek przed debatą":
        held = {"content/debaty/a.md": debate(when="2026-02-26 17:00")}
        return {**held, R: request("2026-02-25 zgłoszony", head="debata: a\n@")}
    if rule == "wniosek z odwołanej debaty":
        change = "  - kiedy: 2026-02-21\n    co: stan\n    jest: odwołana\n    powód: Remont.\n"
        off = debate(f"stan: odwołana\nzmiany:\n{change}", when="2026-02-26 17:00")
        return {"content/debaty/a.md": off, R: request(head="debata: a\n@")}
    if rule == "wpis z przyszłości":
        return {R: request("2026-02-26 zgłoszony", "2026-09-01 w weryfikacji", head="@")}
    if rule == "powtórzony wcześniejszy":
        again = request("2026-02-25 powtórzony", head="powtarza: w-2026-002\n@")
        return {R: again, R.replace("001", "002"): request("2026-02-26 zgłoszony")}
    if rule == "powtórzony zrealizowany":
        again = request("2026-03-01 powtórzony", head="powtarza: w-2026-002\n@")
        return {R: again, R.replace("001", "002"): request("2026-02-26 zrealizowany")}
    if rule == "zmiana w przyszłości":
        return {N: news("zmiany:\n  - kiedy: 2026-09-01\n    co: treść\n    powód: Ruch.\n@")}
    if rule == "brak napisów":
        film = "film:\n  link: https://film.example/1\n"
        return {N: news(f"{film}@", published="2020-01-01")}
    draft = news("stan publikacji: szkic\n")
    return {N: draft, M: news("zobacz także: aktualnosci/n\n@")}


@pytest.mark.parametrize("newer", ["a", "b"])
def test_of_two_debates_at_once_the_newer_one_may_give_way(tmp_path: Path, newer: str) -> None:
    """The older one is announced already; files are read by name."""
    files = {f"content/debaty/{name}.md": debate() for name in "ab"}
    later = files[f"content/debaty/{newer}.md"].replace("2026-02-20", "2026-02-25")
    said = warned(tmp_path, {**files, f"content/debaty/{newer}.md": later})
    clashes = [one for one in said if "w tym miejscu i czasie" in one]
    assert [one.split(":")[0] for one in clashes] == [f"content/debaty/{newer}.md"]


@pytest.mark.parametrize("rule", RULES)
def test_a_warning_names_the_rule_by_which_it_is_lifted(tmp_path: Path, rule: str) -> None:
    files = example(rule)
    said = warned(tmp_path / "1", holding(files, ""))
    assert said
    assert all(one.endswith(f" (reguła „{rule}”)") for one in said)
    assert all(" – " in one for one in said)
    for spelling in (rule, rule.upper(), rule.replace(" ", "_")):
        lifted = holding(files, LIFT.format(spelling))
        assert warned(tmp_path / spelling, lifted) == []


def test_a_warning_is_lifted_in_one_record_alone(tmp_path: Path) -> None:
    files = {
        **example("brak napisów"),
        M: news("film:\n  link: https://film.example/2\n", published="2020-01-01"),
    }
    lifted = holding(files, LIFT.format("brak napisów"))
    assert {line.split(":")[0] for line in warned(tmp_path, lifted)} == {M}


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("rowery", "rower", True),
        ("rowery", "rovery", True),
        ("Rowery", "rowery", False),
        ("droga do szkoły", "droga do szkoly", False),
        ("las", "lis", False),
        ("piesi", "rowery", False),
        ("rowery", "rwoery", True),
    ],
)
def test_topics_that_differ_by_a_letter_are_told(
    tmp_path: Path, one: str, other: str, alike: bool
) -> None:
    files = {N: news(f"tematy: {one}\n"), M: news(f"tematy: {other}\n")}
    assert bool(warned(tmp_path, files)) is alike


def test_the_topic_in_less_use_is_told(tmp_path: Path) -> None:
    files = {
        N: news("tematy:\n  - piesi\n  - Droga do szkoy\n"),
        M: news("tematy: Droga do szkoły\n"),
        "content/aktualnosci/o.md": news("tematy: Droga do szkoły\n"),
    }
    (said,) = warned(tmp_path, files)
    start, _, meant = said.partition(" jest prawie taki jak ")
    assert start == f"{N}:6: tematy[2]: temat „Droga do szkoy”"
    assert meant.startswith("„Droga do szkoły” – ")


WORDS = st.text("abc", min_size=5, max_size=8)


@given(WORDS, WORDS)
def test_two_topics_share_a_form_if_one_letter_parts_them(one: str, other: str) -> None:
    shared = bool(topics._forms(one) & topics._forms(other))
    assert shared >= (one == other or _is_one_off(one, other))
    assert shared <= (abs(len(one) - len(other)) <= 1)


def _is_one_off(one: str, other: str) -> bool:
    """Whether one letter was put in, left out or mistaken."""
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long, strict=True)) == 1
    return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
