"""Which questions are one, which answer stands for them, and what they are about."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from plugins.newsroom import questions
from plugins.newsroom.catalogue import Catalogue
from tests.newsroom.project import BARE, NOW, Project, debate, report, request, write

DAYS = {"a": "2026-01-05 17:00", "b": "2026-01-12 17:00", "c": "2026-01-19 17:00"}
PUBLISHED = "2026-02-20"


def asked(*lines: str) -> str:
    """The head of a report; a line is ``question / answer / request``."""
    entries = ""
    for line in lines:
        question, answer, name = (f"{line}//".split("/"))[:3]
        entries += f'  - pytanie: "{question}"\n'
        entries += f"    odpowiedź: {answer}\n" if answer else ""
        entries += f"    wniosek: {name}\n" if name else ""
    return f"pytania:\n{entries}wnioski: nie podano\n"


def it(root: Path, heads: Mapping[str, str], more: Mapping[str, str] = {}) -> Catalogue:
    files = {f"content/debaty/{name}.md": debate(when=DAYS[name]) for name in heads}
    told = {f"content/sprawozdania/{name}.md": report(name, head) for name, head in heads.items()}
    write(root, {**BARE, **files, **told, **more})
    return Project(root).prepare(NOW).catalogue


def often(found: Catalogue) -> list[tuple[str, str, list[str]]]:
    """(question, answer, debates from the newest on) of each that is asked often."""
    return [
        (one.told[2].question, one.told[2].answer, [report.debate for report, _, _ in one.asked])
        for one in questions.frequent(found)
    ]


@pytest.mark.parametrize(
    "again", ["Kto odśnieża schody?", "KTO ODŚNIEŻA  SCHODY", "kto odsnieza – schody?!"]
)
def test_letters_and_digits_make_two_questions_one(again: str, tmp_path: Path) -> None:
    heads = {"a": asked("Kto odśnieża schody?/Miasto."), "b": asked(f"{again}/Spółdzielnia.")}
    assert often(it(tmp_path, heads)) == [(" ".join(again.split()), "Spółdzielnia.", ["b", "a"])]


@pytest.mark.parametrize(
    "other", ["Kto odśnieża schody i chodnik?", "Kto odśnieżał schody?", "Kto odśnieża schody 2?"]
)
def test_any_other_word_makes_another_question(other: str, tmp_path: Path) -> None:
    one = "Kto odśnieża schody?/Miasto./w-2026-001"
    made = {"content/wnioski/w-2026-001.md": request()}
    heads = {"a": asked(one), "b": asked(f"{other}/Miasto./w-2026-001")}
    assert often(it(tmp_path, heads, made)) == []


def test_the_newest_answer_stands_though_it_was_asked_again_in_vain(tmp_path: Path) -> None:
    heads = {"a": asked("Kiedy?/Wkrótce."), "b": asked("Kiedy?/W maju."), "c": asked("Kiedy?")}
    assert often(it(tmp_path, heads)) == [("Kiedy?", "W maju.", ["c", "b", "a"])]


def test_without_any_answer_or_at_one_debate_it_is_not_asked_often(tmp_path: Path) -> None:
    heads = {"a": asked("Kiedy?", "Gdzie?/Tu.", "Gdzie?/Tam."), "b": asked("Kiedy?")}
    assert often(it(tmp_path, heads)) == []


def test_what_was_asked_at_most_debates_comes_first(tmp_path: Path) -> None:
    heads = {
        "a": asked("Raz?/Tak.", "Trzy?/Tak.", "Dwa?/Tak."),
        "b": asked("Trzy?/Tak."),
        "c": asked("Dwa?/Tak.", "Trzy?/Tak."),
    }
    assert [question for question, *_ in often(it(tmp_path, heads))] == ["Trzy?", "Dwa?"]


def test_another_publisher_s_answer_is_not_ours(tmp_path: Path) -> None:
    body = {"content/podmioty/obcy.md": "---\nnazwa: Obca Komenda\n---\n"}
    heads = {"a": asked("Kiedy?/Nigdy.") + "wydawca: obcy\n", "b": asked("Kiedy?/Jutro.")}
    assert often(it(tmp_path, heads, body)) == []


@pytest.mark.parametrize(
    ("of_request", "of_report", "of_debate", "expected"),
    [
        ("Wypalanie traw", "Kłusownictwo", "Akty wandalizmu", ["wypalanie-traw"]),
        ("", "Kłusownictwo", "Akty wandalizmu", ["klusownictwo"]),
        ("", "", "Akty wandalizmu", ["akty-wandalizmu"]),
        ("", "", "", []),
    ],
)
def test_a_question_is_about_what_the_nearest_record_says(
    of_request: str, of_report: str, of_debate: str, expected: list[str], tmp_path: Path
) -> None:
    def said(category: str) -> str:
        return f"kategorie zagrożeń: {category}\n" if category else ""

    more = {
        "content/debaty/a.md": debate(said(of_debate), when=DAYS["a"]),
        "content/wnioski/w-2026-001.md": request(head=said(of_request)),
    }
    head = asked("Kiedy?/Jutro./w-2026-001") + said(of_report)
    assert list(questions.by_category(it(tmp_path, {"a": head}, more))) == expected
