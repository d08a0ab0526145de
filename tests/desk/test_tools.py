"""Every judge that the tests call is here and judges; on CI none may be missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.desk import tools
from tests.desk.conftest import ROOT


def run(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(list(map(str, words)), capture_output=True, encoding="utf-8", check=False)


def test_vnu_tells_a_good_page_from_a_bad_one(java: Path, vnu: Path, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.html", tmp_path / "bad.html"
    good.write_text('<!doctype html><html lang="pl"><title>Żółw</title><h1>Żółw</h1>', "utf-8")
    bad.write_text('<!doctype html><html lang="pl"><title>Żółw</title><img src="a.png">', "utf-8")

    told = run(java, "-jar", vnu, "--stdout", "--format", "gnu", "--exit-zero-always", good, bad)

    assert "bad.html" in told.stdout
    assert "good.html" not in told.stdout


def test_lychee_finds_a_broken_anchor(lychee: Path, tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text('<p id="a"><a href="#a">a</a> <a href="#b">b</a>', "utf-8")

    told = run(lychee, "--offline", "--include-fragments", "--root-dir", tmp_path, page)

    assert told.returncode == 2
    assert "index.html#b" in told.stdout


def test_axe_is_a_script(axe: Path) -> None:
    assert "axe" in axe.read_text("utf-8")[:200]


def test_chromium_starts(chromium: Path) -> None:
    assert run(chromium, "--version").returncode == 0


SKIPS = """
import pytest

def test_passes(): pass

@pytest.mark.xfail(strict=True)
def test_fails_as_expected(): assert False

def test_skips(): pytest.skip("no tool")
"""


@pytest.mark.parametrize(
    ("ci", "source", "code"),
    [
        ("", SKIPS, 0),
        ("true", SKIPS, 1),
        ("true", "import pytest; pytest.skip('no tool', allow_module_level=True)", 2),
        ("true", SKIPS.replace('pytest.skip("no tool")', "pass"), 0),
    ],
)
def test_on_ci_a_skip_is_a_failure(tmp_path: Path, ci: str, source: str, code: int) -> None:
    shutil.copy(ROOT / "tests/conftest.py", tmp_path)
    (tmp_path / "test_it.py").write_text(source)

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--rootdir={tmp_path}"],
        cwd=tmp_path,
        env={
            **os.environ,
            "CI": ci,
            "PYTHONPATH": str(ROOT),
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == code, done.stdout


def test_node_packages_are_fetched_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lock = tmp_path / "package-lock.json"
    lock.write_text("{}")
    (tmp_path / "node_modules").mkdir()
    calls: list[list[str]] = []
    monkeypatch.setattr(tools, "NODE_FOLDER", tmp_path)
    monkeypatch.setattr(tools, "missing_packages", list)
    monkeypatch.setattr(tools, "missing_modules", list)
    monkeypatch.setattr(tools, "_npm", lambda: Path("npm"))
    monkeypatch.setattr(tools, "_succeeds", lambda words, _folder: calls.append(words) or True)

    tools.prepare()
    tools.prepare()
    assert [words[:3] for words in calls] == [["npm", "ci", "--ignore-scripts"]]

    lock.write_text('{"changed": true}')
    tools.prepare()
    assert len(calls) == 2


@pytest.mark.parametrize(
    ("root", "ci", "here", "prefix"),
    [
        (True, "", ("apt-get",), []),
        (False, "true", ("apt-get", "sudo"), ["sudo", "-n"]),
        (False, "", ("apt-get", "sudo"), None),
        (False, "true", ("apt-get",), None),
        (True, "", (), None),
    ],
)
def test_packages_are_installed_where_we_may_else_the_line_is_told(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    root: bool,
    ci: str,
    here: tuple[str, ...],
    prefix: list[str] | None,
) -> None:
    calls: list[list[str]] = []
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(tools.shutil, "which", lambda name: name if name in here else None)
    monkeypatch.setattr(tools, "_is_root", lambda: root)
    monkeypatch.setattr(tools, "_succeeds", lambda words: calls.append(words) or True)

    tools.install_packages(["newsboat", "sfeed"])

    told = "apt-get install -y newsboat sfeed" in capsys.readouterr().err
    assert told is (prefix is None)
    if prefix is not None:
        update, install = calls
        assert update == [*prefix, "apt-get", "-q", "update"]
        assert install[-2:] == ["newsboat", "sfeed"]


def test_what_the_system_lacks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "chromium", lambda: None)
    monkeypatch.setattr(tools, "PROGRAMS", ("newsboat", "sfeed", "zbarimg"))
    monkeypatch.setattr(tools, "find", lambda name: Path(name) if name == "sfeed" else None)
    assert tools.missing_packages() == ["chromium", "newsboat", "zbar-tools"]


@pytest.mark.parametrize(
    ("apt", "there", "missing"), [(True, False, 1), (True, True, 0), (False, False, 0)]
)
def test_nginx_gets_its_module_where_packages_have_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, apt: bool, there: bool, missing: int
) -> None:
    module = tmp_path / "module.so"
    if there:
        module.touch()
    monkeypatch.setattr(tools, "BROTLI", module)
    monkeypatch.setattr(tools.shutil, "which", lambda name: name if apt else None)
    assert len(tools.missing_modules()) == missing
