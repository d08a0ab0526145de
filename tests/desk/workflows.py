"""Runs what CI's files say: their shell commands in order, with stand-ins for what hosts do.

Of GitHub's actions a checkout is there already, a cache and an artifact are folders that are
copied, and a deployment copies the artifact to ``live``. GitLab restores and saves its cache
around the script of a job.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

Job = Mapping[str, Any]


@dataclass
class Host:
    """``work``: a checkout; ``store``: what outlives a run; ``live``: what residents see."""

    work: Path
    store: Path
    live: Path
    runs: int = 0
    said: str = ""
    context: dict[str, str] = field(default_factory=dict)

    def shell(self, script: str, environment: Mapping[str, str]) -> int:
        """Run a script as both hosts do: the first command that fails ends it."""
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", script],
            cwd=self.work,
            env={**os.environ, "CI": "", **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        self.said += done.stdout
        return done.returncode

    def keep(self, name: str, paths: list[str]) -> None:
        """Save folders of the checkout under a name."""
        target = self.store / name
        shutil.rmtree(target, ignore_errors=True)
        for path in paths:
            if (self.work / path).exists():
                shutil.copytree(self.work / path, target / path, symlinks=True)

    def restore(self, name: str, paths: list[str]) -> str:
        """Bring back the newest whose name begins so; its name, or nothing."""
        found = sorted(self.store.glob(f"{name}*"), key=lambda one: one.stat().st_mtime_ns)
        for path in paths:
            shutil.rmtree(self.work / path, ignore_errors=True)
            if found and (found[-1] / path).exists():
                shutil.copytree(found[-1] / path, self.work / path, symlinks=True)
        return found[-1].name if found else ""

    def deploy(self) -> None:
        """Show what was handed over."""
        shutil.rmtree(self.live, ignore_errors=True)
        shutil.copytree(self.store / "artifact", self.live)


def expanded(text: Any, context: Mapping[str, str]) -> str:
    """A text with its expressions replaced by what they stand for; unknown ones are empty."""
    return re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda m: context.get(m[1], ""), str(text))


def holds(condition: str, context: Mapping[str, str]) -> bool:
    """An ``if`` of GitHub: comparisons with ``||`` and ``&&`` between them.

    >>> holds("a.b == 'x' || a.c != ''", {"a.b": "y", "a.c": "1"})
    True
    """
    parts = [part.strip() for part in condition.split("||")]
    return any(all(_compared(one.strip(), context) for one in part.split("&&")) for part in parts)


def _compared(text: str, context: Mapping[str, str]) -> bool:
    found = re.fullmatch(r"([\w.-]+) (==|!=) '([^']*)'", text)
    assert found, f"not read: {text}"
    return (context.get(found[1], "") == found[3]) == (found[2] == "==")


def github(path: Path, host: Host, event: str, *, deploys: bool = True, **also: str) -> int:
    """A run of a workflow: the code of the first step that failed. ``also``: of the context."""
    host.runs += 1
    also = {key.replace("__", "."): value for key, value in also.items()}
    commit = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=host.work, capture_output=True, text=True, check=True
    ).stdout.strip()
    run = {"github.run_id": str(host.runs), "github.run_attempt": "1", "github.sha": commit}
    host.context = {"github.event_name": event, **run, **also}
    for name, job in yaml.safe_load(path.read_text("utf-8"))["jobs"].items():
        if name == "test" or ("if" in job and not holds(job["if"], host.context)):
            continue  # the tests are these tests
        for step in job["steps"]:
            if "deploy-pages" in step.get("uses", "") and not deploys:
                return 1
            if code := _step(step, host):
                return code
        outputs = {
            f"needs.{name}.outputs.{key}": one for key, one in job.get("outputs", {}).items()
        }
        host.context |= {key: expanded(one, host.context) for key, one in outputs.items()}
    return 0


def _step(step: Job, host: Host) -> int:
    if "if" in step and not holds(step["if"], host.context):
        return 0
    if "run" in step:
        return _run(step, host)
    _action(step["uses"].partition("@")[0], step, host)
    return 0


def _run(step: Job, host: Host) -> int:
    output = host.store / "output.txt"
    output.write_text("", "utf-8")
    given = {key: expanded(one, host.context) for key, one in step.get("env", {}).items()}
    code = host.shell(step["run"], {**given, "GITHUB_OUTPUT": str(output)})
    for line in output.read_text("utf-8").splitlines():
        key, _, value = line.partition("=")
        host.context[f"steps.{step['id']}.outputs.{key}"] = value
    return code


def _action(name: str, step: Job, host: Host) -> None:
    given = {key: expanded(one, host.context) for key, one in step.get("with", {}).items()}
    paths = given.get("path", "").split()
    match name.removeprefix("actions/"):
        case "cache/restore":
            found = host.restore(given.get("restore-keys") or given["key"], paths)
            host.context[f"steps.{step.get('id', '')}.outputs.cache-matched-key"] = found
        case "cache/save":
            host.keep(given["key"], paths)
        case "upload-pages-artifact" | "upload-artifact":
            shutil.rmtree(host.store / "artifact", ignore_errors=True)
            shutil.copytree(host.work / given["path"], host.store / "artifact")
        case "deploy-pages":
            host.deploy()
        case other:
            assert other in ("checkout", "setup-python", "cache"), other


def gitlab(path: Path, name: str, host: Host, *, deploys: bool = True, **variables: str) -> int:
    """A run of one job: its code. ``variables`` are those that GitLab or a person sets."""
    job: Job = yaml.safe_load(path.read_text("utf-8"))[name]
    paths = [one.rstrip("/") for one in job.get("cache", {}).get("paths", ())]
    host.restore("gitlab", paths)
    usual = {"CI_PAGES_URL": host.live.as_uri(), "PUBLISH_OPTIONS": "", "NOCNA": ""}
    given = {**usual, **job.get("variables", {}), **variables}
    code = host.shell("\n".join(job["script"]), given)
    if code == 0:
        host.keep("gitlab", paths)
        for one in job.get("artifacts", {}).get("paths", ()):
            shutil.rmtree(host.store / "artifact", ignore_errors=True)
            shutil.copytree(host.work / one, host.store / "artifact")
        if job.get("pages") and deploys:
            host.deploy()
    return code
