"""Lighthouse's four scores of the pages that matter most: mobile, the median of several runs.

    .venv/bin/python -m bench.lighthouse --runs 3

Brings Lighthouse into ``bench/node_modules`` the first time. Its figures of speed depend on what
else the machine does: measure on a quiet one.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from bench import site
from bench.progress import counted
from plugins.desk import tools
from tests.browser import SWITCHES

HERE = Path(__file__).resolve().parent
SCRIPT = HERE / "node_modules/lighthouse/cli/index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    _install()
    reports: dict[str, list[Any]] = {name: [] for name in site.PAGES}
    with site.built() as (_, origin), tempfile.TemporaryDirectory() as folder:
        for name in counted([name for name in site.PAGES for _ in range(runs)], "runs"):
            reports[name].append(_report(origin + site.PAGES[name], Path(folder)))
    _print(reports)


def _install() -> None:
    if SCRIPT.is_file():
        return
    words = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    subprocess.run(words, cwd=HERE, check=True)


def _report(url: str, folder: Path) -> Any:
    """One run's report; raises SystemExit with what Lighthouse said if it gives none."""
    node = tools.find("node")
    if node is None:
        raise SystemExit("No Node here: apt-get install nodejs, or ./debaty test once")
    file = folder / "report.json"
    file.unlink(missing_ok=True)
    done = subprocess.run(
        [
            *(str(node), str(SCRIPT), url, "--quiet", "--output=json", f"--output-path={file}"),
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags=--headless=new {' '.join(SWITCHES)}",
        ],
        env={**os.environ, "CHROME_PATH": str(site.chromium())},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode or not file.is_file():
        raise SystemExit(f"\n{url}: {done.stdout}{done.stderr}")
    return json.loads(file.read_text("utf-8"))


def _print(reports: dict[str, list[Any]]) -> None:
    version = next(iter(reports.values()))[0]["lighthouseVersion"]
    print(f"Lighthouse {version}, mobile, {os.cpu_count()} cores, Python {sys.version.split()[0]}")
    print(f"{'':12}" + "".join(f"{name:>16}" for name in CATEGORIES))
    for name, runs in reports.items():
        scores = (statistics.median(_score(run, c) for run in runs) for c in CATEGORIES)
        print(f"{name:12}" + "".join(f"{score:16.0f}" for score in scores))
    for (audit, pages), count in _complaints(reports).items():
        print(f"{audit} ({pages}): in {count} runs")


def _score(report: Any, category: str) -> float:
    return 100 * float(report["categories"][category]["score"] or 0)


def _complaints(reports: dict[str, list[Any]]) -> Counter[tuple[str, str]]:
    """Audits that lower a score: id with its words, page, number of runs."""
    found: Counter[tuple[str, str]] = Counter()
    for name, runs in reports.items():
        for run in runs:
            weights = {
                ref["id"]
                for c in run["categories"].values()
                for ref in c["auditRefs"]
                if ref["weight"]
            }
            for key in sorted(weights):
                audit = run["audits"][key]
                if audit["score"] is not None and audit["score"] < 0.9:
                    said = audit.get("displayValue") or audit["title"]
                    found[f"{key}: {said}", name] += 1
    return found


if __name__ == "__main__":
    main()
