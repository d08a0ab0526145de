"""One build at a time (rule 5)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from plugins.press.lock import held
from plugins.problems import Problems

HOLDER = """
import sys
from pathlib import Path
from plugins.press.lock import held
with held(Path(sys.argv[1])):
    print("mam", flush=True)
    sys.stdin.readline()
"""


def test_the_second_build_names_who_holds_the_lock(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "mam\n"
        with pytest.raises(Problems, match=f"proces {other.pid} na komputerze"), held(tmp_path, 0):
            pytest.fail("two builds at once")
        other.communicate("\n")
    with held(tmp_path, 0):
        pass


def test_a_killed_build_lets_go(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        other.stdout.readline()
        other.kill()
    with held(tmp_path, 0):
        pass


def test_the_lock_may_be_taken_again_inside(tmp_path: Path) -> None:
    with held(tmp_path, 5), held(tmp_path, 0), held(tmp_path):
        pass
