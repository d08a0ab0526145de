"""The table of commands, and what each makes of its words."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.desk import verify
from plugins.desk.commands import every, main
from tests.desk.conftest import Kit

ENGLISH = ("usage", "options:", "positional", "show this", "error:", "argument ")


@pytest.mark.parametrize("command", every(), ids=lambda command: command.name)
def test_help_is_polish_and_has_examples(
    command: object, capsys: pytest.CaptureFixture[str]
) -> None:
    name = command.name
    with pytest.raises(SystemExit) as end:
        main([name, "--help"])

    shown = capsys.readouterr().out
    assert end.value.code == 0
    assert shown.startswith("użycie: ")
    assert "pokaż tę pomoc" in shown
    assert f"debaty {name}" in shown[shown.index("przykłady:") :]
    assert not [word for word in ENGLISH if word in shown]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["tset"], "nie znam „tset” – czy chodziło o „test”?"),
        (["zzz"], "nie znam „zzz”"),
        (["serve", "--port"], "--port: podaj wartość"),
        (["export", "--as", "fax", "x"], "nie ma wartości „fax” – możliwe:"),
        (["check", "44051401359.md"], "nie ma pliku „44…59.md”"),
        (["serve", "--port", "70000"], "--port: „70000” to nie numer portu"),
        (["serve", "--prot", "1"], "nie znam „--prot” – czy chodziło o „--port”?"),
        (["serve", "--help=1"], "nie przyjmuje wartości „1”"),
        (["why"], "brakuje: STRONA"),
        (["build", "--data", "jutro"], "„jutro” to nie data"),
        (["build", "--output", "content"], "--output: nie zapiszę witryny w „"),
        (["build", "--output", "content"], "to folder źródeł „content” – wskaż inny, pusty folder"),
        (["due", "--output", ".github/x"], "to folder źródeł „.github” – wskaż inny, pusty folder"),
        (["build", "--output", "/"], "zawiera cały projekt – wskaż inny, pusty folder"),
        (["due", "--wersja"], "--wersja: podaj wartość"),
    ],
)
def test_a_slip_is_told_in_polish_and_exits_with_2(
    words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(words)

    told = capsys.readouterr().err
    assert end.value.code == 2
    assert sentence in told
    assert not [word for word in ENGLISH if word in told]


def test_without_a_command_the_list_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([])

    told = capsys.readouterr().err
    assert end.value.code == 2
    assert all(command.summary in told for command in every())


def test_build_hands_on_the_day_and_a_folder_as_the_user_sees_it(kit: Kit, tmp_path: Path) -> None:
    done = kit.desk("build", "--data", "2026-03-01", "--output", "gotowe", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "gotowe/index.html").is_file()
    (run,) = kit.runs()
    assert run["date"] == "2026-03-01"
    assert run["arguments"] == [
        *("-s", "publishconf.py", "--fatal", "errors"),
        *("-o", str(tmp_path / "gotowe")),
    ]


def test_build_gives_the_code_and_the_words_of_the_run(kit: Kit) -> None:
    (kit.root / "content/index.html").write_text("ŹLE", "utf-8")

    failed = kit.desk("build")

    assert failed.returncode == 1
    assert failed.stderr == "content/index.html:1: źle – popraw\n"


@pytest.mark.parametrize(
    ("page", "path"),
    [
        ("/debaty/", "debaty/index.html"),
        ("output", "index.html"),
        ("output/index.html", "index.html"),
        ("/kontakt%20a.html", "kontakt a.html"),
        ("content/index.html", "content/index.html"),
    ],
)
def test_why_asks_about_the_path_of_an_output(kit: Kit, page: str, path: str) -> None:
    kit.desk("why", page)

    (run,) = kit.runs()
    assert run["arguments"][-2:] == ["-e", f"WHY={json.dumps(path)}"]


def test_the_first_failing_step_gives_the_code_and_every_step_runs(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """With Python itself in the place of the checks."""
    monkeypatch.setattr(verify.tools, "prepare", lambda: None)
    monkeypatch.setattr(verify, "_module", lambda *words: [verify.sys.executable, "-c", words[-1]])
    monkeypatch.setattr(verify, "CHECKS", (("a", ("a", "exit(3)")), ("b", ("b", "exit(0)"))))

    code = main(["test", "-k", "print('closing line')"])

    out = capfd.readouterr().out
    assert code == 3
    assert [line.split(" (")[0] for line in out.splitlines() if line] == [
        "a: BŁĄD",
        "b: dobrze",
        "closing line",
    ]


TALKING = """
import sys
from plugins.desk import commands
from plugins.desk.parsing import Command
talk = Command("talk", "", (), lambda parser: None, lambda _: print("word " * 99999) or 0)
commands._loaded = lambda name: talk
sys.exit(commands.main(["why"]))
"""


def test_a_reader_that_leaves_early_is_no_fault() -> None:
    words = [sys.executable, "-c", TALKING]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as one:
        assert one.stdout
        assert one.stderr
        one.stdout.close()
        assert one.stderr.read() == b""
    assert one.returncode == 141
