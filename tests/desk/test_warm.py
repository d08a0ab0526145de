"""A warm process builds what a cold one does, and is of no use once code has changed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.project import TODAY, Project, tree
from tests.site.test_edges import NEWS, bare

SCRIPT = """
import json, pathlib, select, sys
from plugins.desk.preview.rebuild import PREVIEW, WORDS, Builder, rebuild
from plugins.desk.preview.warm import Warm

def loaded(warm):
    select.select([warm._process.stderr], [], [], 120)
    return warm.is_ready

shown = []
page = PREVIEW / "aktualnosci/nowa/index.html"
see = lambda: shown.append("Nowa treść" in page.read_text("utf-8"))
source = pathlib.Path("content/aktualnosci/nowa.md")
text = source.read_text("utf-8")
told = [rebuild()]
warm = Warm()
told.append(loaded(warm))
source.write_text(text.replace("Treść", "Nowa treść"), "utf-8")
told.append(list(warm.build(WORDS[3:], see)))
source.write_text(text.replace("2026-11-20", "2026-13-40"), "utf-8")
told.append(list(warm.build(WORDS[3:], see)))
source.write_text(text.replace("Treść", "Nowa treść"), "utf-8")
told.append(list(warm.build(WORDS[3:], see)))
code = pathlib.Path("plugins/signals.py")
code.write_text(code.read_text("utf-8") + "# inaczej", "utf-8")
told.append(warm.is_ready)
warm.close()
told.append(warm._process.returncode is not None)
told.append(shown)
print(json.dumps(told))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing forks here: builds start anew")
def test_builds_one_after_another(tmp_path: Path) -> None:
    project = bare(tmp_path / "p")
    text = NEWS.format(title="Nowa", day="2026-11-20", more="").replace("Treść.", "A.\n\nTreść.")
    project.write("content/aktualnosci/nowa.md", text)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=project.root,
        env={**os.environ, "BUILD_DATE": TODAY, "PYTHONPATH": str(project.root)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    told = json.loads(done.stdout.splitlines()[-1])
    first, loaded, good, wrong, mended, still, ended, shown = told
    assert shown == [True], "the page stands before the one edit's build has ended"
    assert (first, loaded, good, mended[-1:]) == ("", True, ["0\n"], ["0\n"])
    assert wrong[0].startswith("content/aktualnosci/nowa.md:3: ")
    assert wrong[-1] == "1\n"
    assert (still, ended) == (False, True)
    preview = Project(project.root).root / ".debaty/preview"
    words = ("-e", "DRAFTS=true", "-o", str(tmp_path / "plain"))
    assert project.pelican(*words).returncode == 0
    assert tree(preview) == tree(tmp_path / "plain")
