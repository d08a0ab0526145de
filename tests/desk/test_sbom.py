"""The list of what the program is made of holds every library of the lock, and says it alike."""

from __future__ import annotations

import json
import re
import subprocess
import sys

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from plugins.desk.sbom import inventory
from tests.desk.conftest import ROOT

LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PROJECT = (ROOT / "pyproject.toml").read_text("utf-8")
FOUND = inventory(LOCK, PROJECT)


def test_every_library_of_the_lock_is_there_with_its_hashes() -> None:
    pinned = dict(re.findall(r"^([a-z0-9][a-z0-9._-]*)(?:\[.*\])?==(\S+)", LOCK, re.MULTILINE))
    listed = {one["name"]: one["version"] for one in FOUND["components"]}
    assert listed == pinned
    hashes = [one["content"] for library in FOUND["components"] for one in library["hashes"]]
    assert sorted(hashes) == sorted(re.findall(r"--hash=sha256:([0-9a-f]{64})", LOCK))


def test_it_keeps_the_schema_of_its_format() -> None:
    """The schema comes with CycloneDX's own library: nothing is fetched."""
    schema = JsonStrictValidator(SchemaVersion.from_version(FOUND["specVersion"]))
    assert schema.validate_str(json.dumps(FOUND)) is None
    assert schema.validate_str(json.dumps({**FOUND, "zbędne": 1})) is not None


def test_who_asks_for_whom_is_told() -> None:
    names = {one["bom-ref"] for one in FOUND["components"]}
    edges = {one["ref"]: set(one["dependsOn"]) for one in FOUND["dependencies"]}
    own = FOUND["metadata"]["component"]["bom-ref"]
    assert edges.keys() == names | {own}
    assert set().union(*edges.values()) == names, "each is wanted by someone"
    pelican = next(ref for ref in names if ref.startswith("pkg:pypi/pelican@"))
    assert pelican in edges[own]
    assert any(ref.startswith("pkg:pypi/jinja2@") for ref in edges[pelican])


def test_it_says_no_time_and_is_the_same_each_time() -> None:
    assert json.dumps(inventory(LOCK, PROJECT)) == json.dumps(FOUND)
    assert "timestamp" not in FOUND["metadata"]
    other = inventory(LOCK.replace("markdown==", "markdown==9", 1), PROJECT)
    assert other["serialNumber"] != FOUND["serialNumber"]


def test_the_command_prints_it() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "plugins.desk", "sbom"], cwd=ROOT, capture_output=True, check=True
    )
    assert json.loads(done.stdout) == FOUND


def test_a_file_that_cannot_be_written_is_told() -> None:
    words = [sys.executable, "-m", "plugins.desk", "sbom", "--plik", "nie-ma/sbom.json"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stderr.decode().startswith("Nie udało się zapisać nie-ma/sbom.json: ")
