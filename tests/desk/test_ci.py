"""What CI does: the commands are ours, nothing of a pull request can publish."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from plugins.desk.commands import parse
from tests.desk.conftest import ROOT

GITHUB = sorted((ROOT / ".github/workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
SITE = {".debaty", "output", "public"}
HALF_HOURLY = re.compile(r"(\d+),(\d+) \* \* \* \*")


def read(path: Path) -> dict[Any, Any]:
    found = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def triggers(path: Path) -> dict[str, Any]:
    """YAML 1.1 reads the key ``on`` as true."""
    found: dict[str, Any] = read(path)[True]
    return found


def jobs(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = read(path)["jobs"]
    return found


def steps(path: Path) -> Iterator[dict[str, Any]]:
    return (step for job in jobs(path).values() for step in job["steps"])


def scripts() -> Iterator[str]:
    """Every line that some shell of CI runs."""
    for path in GITHUB:
        yield from (line for step in steps(path) for line in step.get("run", "").splitlines())
    for job in read(GITLAB).values():
        if isinstance(job, dict):
            yield from (line for text in job.get("script", []) for line in text.splitlines())


COMMANDS = [
    match[1].replace('"$@"', "")
    for line in scripts()
    if (match := re.search(r"\./debaty ([^|&;]+)", line))
]


def test_both_build_and_both_ask_the_clock() -> None:
    assert len(COMMANDS) >= 6
    assert sum(command.startswith("due --kod --wersja") for command in COMMANDS) == 2


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_one_of_ours(command: str) -> None:
    words = command.replace('"', "").split()
    assert parse(words)[0].name == words[0]


def test_what_the_command_says_of_nothing_to_do_is_what_ci_waits_for() -> None:
    from plugins.desk.due import NOTHING_TO_DO

    (publishing,) = (step["run"] for path in GITHUB for step in steps(path) if "case" in str(step))
    assert f'{NOTHING_TO_DO}) echo "built=false"' in publishing
    assert read(GITLAB)["pages"]["allow_failure"] == {"exit_codes": NOTHING_TO_DO}


def test_it_is_asked_every_half_hour() -> None:
    (publish,) = (path for path in GITHUB if "schedule" in triggers(path))
    half_hourly, nightly = (one["cron"] for one in triggers(publish)["schedule"])
    assert re.fullmatch(r"\d+ [0-5] \* \* \*", nightly)
    (restoring,) = (step for step in steps(publish) if "Przywrócenie" in step.get("name", ""))
    assert f"github.event.schedule == '{half_hourly}'" in restoring["if"]
    for text in (half_hourly, GITLAB.read_text("utf-8")):
        match = HALF_HOURLY.search(text)
        assert match is not None
        assert int(match[2]) - int(match[1]) == 30


def test_every_action_is_one_commit_for_ever() -> None:
    """A tag can be moved to other code; a commit cannot."""
    used = [step["uses"] for path in GITHUB for step in steps(path) if "uses" in step]
    assert len(used) > 10
    assert [one for one in used if not re.fullmatch(r"actions/[\w/-]+@[0-9a-f]{40}", one)] == []
    versions = re.findall(r"@([0-9a-f]{40}) # v\d+\.\d+\.\d+$", _whole(), re.MULTILINE)
    assert len(versions) == len(used)


def _whole() -> str:
    return "\n".join(path.read_text("utf-8") for path in GITHUB)


def test_what_publishing_refuses_ci_refuses() -> None:
    """Errors, a loss of pages and dead addresses; lifted only with a reason, by a person."""
    assert [command.split()[0] for command in COMMANDS].count("publish") == 2
    (publish,) = (path for path in GITHUB if path.stem == "publish")
    names = [step.get("name", "") for step in jobs(publish)["build"]["steps"]]
    looked, handed = (
        names.index(one)
        for one in ("Sprawdzenie tego, co się zmieni", "Przekazanie strony do publikacji")
    )
    assert looked < handed


def test_the_site_and_its_memory_are_always_in_one_cache() -> None:
    caches = [
        set(step["with"]["path"].split())
        for path in GITHUB
        for step in steps(path)
        if step.get("uses", "").startswith("actions/cache")
    ]
    caches.append({path.rstrip("/") for path in read(GITLAB)["pages"]["cache"]["paths"]})
    assert [paths for paths in caches if paths & SITE] == [SITE] * 5


def test_what_is_restored_is_what_was_published() -> None:
    """The name that a run restores is given only after the site is published.

    What carries the memory over may fail without keeping the site from being published.
    """
    (publish,) = (path for path in GITHUB if path.stem == "publish")
    uses = [step.get("uses", "").partition("@")[0] for step in jobs(publish)["deploy"]["steps"]]
    saved = jobs(publish)["deploy"]["steps"][-1]["with"]["key"]
    (restored,) = (s["with"] for s in jobs(publish)["build"]["steps"] if "publikowanej" in str(s))

    first, *rest = jobs(publish)["deploy"]["steps"]
    assert uses == ["actions/deploy-pages", "actions/cache/restore", "actions/cache/save"]
    assert "continue-on-error" not in first
    assert all(step["continue-on-error"] for step in rest)
    assert saved == restored["key"]
    assert saved.startswith(restored["restore-keys"])


def test_hidden_files_are_published() -> None:
    (upload,) = (s for p in GITHUB for s in steps(p) if "upload-pages" in s.get("uses", ""))
    assert upload["with"] == {"path": "public", "include-hidden-files": True}
    assert read(GITLAB)["pages"]["pages"] == {"publish": "public"}


@pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.stem)
def test_a_pull_request_can_neither_write_nor_publish(path: Path) -> None:
    if "pull_request" not in triggers(path):
        assert path.stem == "publish"
        return
    assert read(path)["permissions"] == {"contents": "read"}
    assert not [job for job in jobs(path).values() if "permissions" in job]
    assert not [step for step in steps(path) if "deploy" in str(step) or "save" in str(step)]
    assert not [step for step in steps(path) if "cache" in str(step)]  # nor leave anything there


@pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.stem)
def test_no_workflow_runs_with_the_rights_of_the_branch_it_is_asked_to_join(path: Path) -> None:
    assert not {"pull_request_target", "workflow_run"} & set(triggers(path))


def test_each_job_has_only_the_rights_that_it_needs() -> None:
    (publish,) = (path for path in GITHUB if path.stem == "publish")
    assert read(publish)["permissions"] == {}
    assert {name: job["permissions"] for name, job in jobs(publish).items()} == {
        "build": {"contents": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    }


def test_a_merge_request_is_never_published() -> None:
    ours = read(GITLAB)["pages"]
    first = ours["rules"][0]
    assert first == {"if": '$CI_PIPELINE_SOURCE == "merge_request_event"', "when": "never"}


def test_two_runs_never_publish_at_once() -> None:
    (publish,) = (path for path in GITHUB if path.stem == "publish")
    assert read(publish)["concurrency"] == {"group": "publish", "cancel-in-progress": False}
    assert read(GITLAB)["pages"]["resource_group"]


@pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.stem)
def test_no_job_runs_for_hours(path: Path) -> None:
    assert all(job["timeout-minutes"] <= 60 for job in jobs(path).values())


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        (("vendor.github-workflows",), GITHUB),
        (("vendor.gitlab-ci", "--data-transform", "gitlab-ci"), [GITLAB]),
    ],
    ids=["GitHub", "GitLab"],
)
def test_the_files_keep_the_schema_of_their_host(
    schema: tuple[str, ...], paths: list[Path]
) -> None:
    """The schemas come with the package: nothing is fetched."""
    words = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", *schema]
    done = subprocess.run(
        [*words, *map(str, paths)], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
