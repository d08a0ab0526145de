"""``check``: what it tells, to whom, and with which code."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from plugins.desk import check, child
from plugins.desk.commands import main
from plugins.desk.reporting import Findings, as_json, github, sarif, text
from plugins.problems import Problem
from tests.newsroom.project import BARE, debate, news, write

ERROR = Problem("content/debaty/ż a.md", 4, "termin", "źle, 100%: tak – popraw", paste="a: 1\nb: 2")
WARNING = Problem("content/aktualnosci/n.md", 0, "", "uwaga – zobacz (reguła „x”)", "x")
FOUND = Findings((ERROR,), (WARNING,), tuple("abcdefg"))

SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "properties": {
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {"type": "object", "required": ["id"]},
                                    }
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message"],
                            "properties": {
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "ruleId": {"type": "string"},
                                "message": {
                                    "type": "object",
                                    "required": ["text"],
                                    "properties": {"text": {"type": "string", "minLength": 1}},
                                },
                                "locations": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "properties": {
                                            "physicalLocation": {
                                                "type": "object",
                                                "required": ["artifactLocation"],
                                                "properties": {
                                                    "artifactLocation": {
                                                        "type": "object",
                                                        "properties": {
                                                            "uri": {
                                                                "type": "string",
                                                                "pattern": "^[!-~]+$",
                                                            }
                                                        },
                                                    },
                                                    "region": {
                                                        "type": "object",
                                                        "properties": {
                                                            "startLine": {
                                                                "type": "integer",
                                                                "minimum": 1,
                                                            }
                                                        },
                                                    },
                                                },
                                            }
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}
"""What SARIF 2.1.0 (sections 3.13, 3.14, 3.27, 3.28) asks of the parts that we write."""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one error and one warning, and the user standing in it."""
    monkeypatch.setattr(child, "ROOT", tmp_path)
    monkeypatch.setenv("BUILD_DATE", "2026-03-05")
    monkeypatch.chdir(tmp_path)
    write(
        tmp_path,
        {
            **BARE,
            "content/debaty/a.md": debate(when="jutro"),
            "content/debaty/b.md": debate(),
            "content/aktualnosci/n.md": news(body="Mapa jest [tutaj](https://mapa.example/)."),
        },
    )
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    return main(["check", *words]), capsys.readouterr().out


@pytest.mark.usefixtures("project")
def test_everything_is_told_by_file_with_the_sums(capsys: pytest.CaptureFixture[str]) -> None:
    code, out = told(capsys)
    assert code == 1
    first, second, sums = out.strip().split("\n\n")
    assert first.splitlines()[0] == "content/aktualnosci/n.md"
    assert first.splitlines()[1].startswith("  uwaga, wiersz 6: odnośnik „tutaj”")
    assert second.splitlines()[1].startswith("  błąd, wiersz 4: termin: nie rozumiem daty „jutro”")
    assert sums.startswith("Błędy: 1, ostrzeżenia: 1, w 2 plikach. Popraw błędy")
    assert "\x1b" not in out


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("words", "code", "files"),
    [
        (["content/debaty/b.md"], 0, set()),
        (["content/debaty/a.md"], 1, {"content/debaty/a.md"}),
        (["content/debaty"], 1, {"content/debaty/a.md"}),
        (["content/aktualnosci"], 0, {"content/aktualnosci/n.md"}),
        (["content/aktualnosci", "--strict"], 1, {"content/aktualnosci/n.md"}),
        (["content/aktualnosci", "--surowo"], 1, {"content/aktualnosci/n.md"}),
        (["content/debaty/b.md", "--strict"], 0, set()),
    ],
)
def test_only_the_files_asked_for_are_told(
    words: list[str], code: int, files: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    given, out = told(capsys, *words, "--format", "json")
    assert given == code
    assert {one["file"] for one in json.loads(out)["problems"]} == files


def test_files_are_named_as_the_user_sees_them(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project / "content/debaty")
    code, out = told(capsys, "a.md")
    assert (code, out.splitlines()[0]) == (1, "content/debaty/a.md")


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("nie-ma.md", "nie ma pliku „nie-ma.md”"),
        ("/", "nie leży w folderze content/"),
        ("--format=yaml", "nie znam „yaml”"),
    ],
)
def test_what_cannot_be_checked_ends_with_2(
    word: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(["check", word])
    assert end.value.code == 2
    assert sentence in capsys.readouterr().err


def test_a_wrong_day_of_the_build_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BUILD_DATE", "jutro")
    assert main(["check"]) == 1
    assert "BUILD_DATE" in capsys.readouterr().err


def test_lines_to_paste_stand_below_their_problem() -> None:
    assert "popraw\n      a: 1\n      b: 2" in text(FOUND)


def test_colour_tells_errors_from_warnings() -> None:
    shown = text(FOUND, color=True)
    assert "\x1b[31mbłąd\x1b[0m" in shown
    assert "\x1b[33muwaga\x1b[0m" in shown


def test_json_keeps_its_shape() -> None:
    whole = json.loads(as_json(FOUND))
    assert (whole["version"], whole["checked"], whole["errors"], whole["warnings"]) == (1, 7, 1, 1)
    assert whole["problems"][1] == {
        "level": "error",
        "file": "content/debaty/ż a.md",
        "line": 4,
        "key": "termin",
        "message": "źle, 100%: tak – popraw",
        "rule": "",
        "paste": "a: 1\nb: 2",
    }
    assert whole["problems"][0]["rule"] == "x"


def test_github_reads_one_command_a_problem() -> None:
    warning, error, sums = github(FOUND).splitlines()
    assert warning == "::warning file=content/aktualnosci/n.md,title=treść::" + WARNING.message
    assert error == (
        "::error file=content/debaty/ż a.md,line=4,title=termin"
        "::źle, 100%25: tak – popraw%0Aa: 1%0Ab: 2"
    )
    assert sums.startswith("Błędy: 1")


def test_a_command_s_properties_hide_no_comma_or_colon() -> None:
    odd = Problem("content/a,b.md", 1, "miejsce: x", "źle – popraw")
    line = github(Findings((odd,), (), ("x",))).splitlines()[0]
    assert line.startswith("::error file=content/a%2Cb.md,line=1,title=miejsce%3A x::")


def test_sarif_keeps_the_standard() -> None:
    whole = json.loads(sarif(FOUND))
    jsonschema.validate(whole, SARIF)
    (run,) = whole["runs"]
    assert {one["id"] for one in run["tool"]["driver"]["rules"]} == {
        one["ruleId"] for one in run["results"]
    }
    assert [one["level"] for one in run["results"]] == ["warning", "error"]
    assert "region" not in run["results"][0]["locations"][0]["physicalLocation"]
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/debaty/%C5%BC%20a.md"
    assert place["region"] == {"startLine": 4}


def test_the_sample_has_no_error_and_no_false_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is warned of is what the office really owes on that day."""
    from plugins.desk.looking import look, now

    monkeypatch.setenv("BUILD_DATE", "2026-11-22")
    seen = look(check.child.ROOT, now())
    assert seen.errors == ()
    assert {(one.path.rpartition("/")[2], one.rule) for one in seen.warnings} == {
        ("smieci-za-torami.md", "sprawozdanie po terminie"),
        ("rejon-4-dworzec.md", "wynik planu po terminie"),
        ("w-2026-008.md", "odpowiedź po terminie"),
        ("w-2026-017.md", "odpowiedź po terminie"),
    }
