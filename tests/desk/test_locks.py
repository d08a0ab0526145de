"""What the lock files promise to pip, npm and each other."""

from __future__ import annotations

import json
import re

import pytest

from plugins.desk import tools
from tests.desk.conftest import ROOT

LOCKS = ("requirements.lock", "requirements-test.lock")


def pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text("utf-8")
    return dict(re.findall(r"(?m)^([\w.-]+)==([^\s;]+)", text))


@pytest.mark.parametrize("name", [*LOCKS, "tests/tools/package-lock.json"])
def test_a_lock_holds_no_addresses(name: str) -> None:
    assert "://" not in (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_has_a_digest(name: str) -> None:
    blocks = re.split(r"(?m)^(?=[\w.-]+==)", (ROOT / name).read_text("utf-8"))[1:]

    # A package stands once for each range of Pythons that needs another version of it.
    assert {block.split("==")[0] for block in blocks} == set(pins(name))
    assert [b.split("==")[0] for b in blocks if "--hash=sha256:" not in b] == []


def test_the_tests_run_with_the_libraries_of_the_site() -> None:
    site, tests = map(pins, LOCKS)

    assert {name: tests.get(name) for name in site} == site


def test_node_packages_have_digests() -> None:
    lock = json.loads((tools.NODE_FOLDER / "package-lock.json").read_text("utf-8"))
    packages = {path: entry for path, entry in lock["packages"].items() if path}

    assert {"node_modules/axe-core", "node_modules/vnu-jar"} <= packages.keys()
    assert all(entry["integrity"] for entry in packages.values())
