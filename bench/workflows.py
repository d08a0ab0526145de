"""What CI's files say, done on this machine from the first publication to a failed one.

    python -m bench.workflows FOLDER

Every shell command of ``.github/workflows`` and ``.gitlab-ci.yml`` but the tests' is run in a
checkout of a small site, with the environment that is here already. FOLDER must be empty.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.desk.workflows import Host, github, gitlab
from tests.newsroom.project import write
from tests.site.cutting import NEW, OLD, A
from tests.site.project import ROOT, TODAY
from tests.site.test_edges import bare

MORE = ("debaty", "requirements.in", "requirements.lock", "pyproject.toml", ".gitignore")
PUBLISH = ROOT / ".github/workflows/publish.yml"
CHECK = ROOT / ".github/workflows/check.yml"
GITLAB = ROOT / ".gitlab-ci.yml"
QUARTER = {"github__event__schedule": "7,37 * * * *"}


def host(folder: Path) -> Host:
    """A checkout of a small site, and places for what a host keeps."""
    work = bare(folder / "work").root
    for name in MORE:
        shutil.copy(ROOT / name, work / name)
    (work / ".venv").symlink_to((ROOT / ".venv").resolve())
    write(work, OLD)
    _git(work, "init", "-q")
    commit(work)
    for name in ("store", "live"):
        (folder / name).mkdir()
    return Host(work, folder / "store", folder / "live")


def commit(work: Path) -> str:
    """Everything as it stands; the commit."""
    _git(work, "add", "-A")
    _git(work, "-c", "user.name=CI", "-c", "user.email=ci@x.example", "commit", "-qm", "Zmiana")
    return _git(work, "rev-parse", "HEAD")


def _git(work: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=work, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def shown(one: Host) -> str:
    """The title of the second piece of news, as residents see it."""
    page = one.live / "aktualnosci/b/index.html"
    return page.read_text("utf-8").partition("<h1")[2][:120] if page.exists() else ""


def story(one: Host, run: Callable[..., int], *, first: Callable[[], int]) -> None:
    """From the first publication to one that failed; ``run(kind, deploys)`` runs CI."""
    expect("a site is published for the first time", _told(one, first()) and "Druga" in shown(one))
    seen = (one.live / "index.html").stat().st_mtime_ns
    code = run("schedule")
    expect("half an hour later nothing is due", code in (0, 3))
    expect("and nothing is published", (one.live / "index.html").stat().st_mtime_ns == seen)
    write(one.work, NEW)
    commit(one.work)
    expect("a push that cannot be deployed", run("push", deploys=False) in (0, 1))
    expect("leaves what was there", "zmieniona" not in shown(one))
    expect("and is made good by the clock", run("schedule") == 0 and "zmieniona" in shown(one))
    write(one.work, {A: "---\ntytuł: X\ndata publikacji: 2026-13-40\n---\nX\n"})
    commit(one.work)
    expect("a fault in the content ends the run", run("push") == 1)
    expect("and residents see the last good site", "zmieniona" in shown(one))
    _git(one.work, "revert", "--no-edit", "HEAD")
    expect("mended, it goes on", run("push") == 0)
    for path in ("aktualnosci/b", "aktualnosci/c", "aktualnosci/a"):
        (one.work / f"content/{path}.md").unlink()
    commit(one.work)
    expect("records that vanish are refused", run("push") not in (0, 3))
    expect("with what to do", "--mimo-martwych" in one.said and "zmieniona" in shown(one))


def expect(what: str, holds: bool) -> None:
    print(f"{'yes' if holds else 'NO '} {what}", flush=True)
    if not holds:
        raise SystemExit(1)


def _told(one: Host, code: int) -> bool:
    """Whether a run succeeded; what it said, if not."""
    if code:
        print(one.said[-1500:])
    return code == 0


def main(folder: Path) -> None:
    """Both hosts in turn."""
    os.environ |= {"BUILD_DATE": TODAY, "GIT_AUTHOR_NAME": "CI", "GIT_AUTHOR_EMAIL": "ci@x.example"}
    os.environ |= {"GIT_COMMITTER_NAME": "CI", "GIT_COMMITTER_EMAIL": "ci@x.example"}
    print("GitHub")
    one = host(folder / "github")
    expect("a pull request is checked and built", _told(one, github(CHECK, one, "pull_request")))
    expect("its preview is kept", (one.store / "artifact/index.html").exists())

    def on_github(event: str, *, deploys: bool = True) -> int:
        also = QUARTER if event == "schedule" else {}
        return github(PUBLISH, one, event, deploys=deploys, **also)

    story(
        one,
        on_github,
        first=lambda: github(PUBLISH, one, "workflow_dispatch", inputs__first="true"),
    )
    print("GitLab")
    other = host(folder / "gitlab")
    expect("a merge request is checked and built", _told(other, gitlab(GITLAB, "build", other)))

    def on_gitlab(event: str, *, deploys: bool = True, options: str = "") -> int:
        sha = _git(other.work, "rev-parse", "HEAD")
        told = {"CI_COMMIT_SHA": sha, "CI_PIPELINE_SOURCE": event, "PUBLISH_OPTIONS": options}
        return gitlab(GITLAB, "pages", other, deploys=deploys, **told)

    story(other, on_gitlab, first=lambda: on_gitlab("web", options="--pierwszy-raz"))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
