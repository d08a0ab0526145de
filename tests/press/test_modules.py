"""What code belongs to a key (rule 3)."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.press import modules
from plugins.press.libraries import versions
from plugins.press.memo import Memo
from plugins.press.modules import Code, Modules
from plugins.press.store import Store
from plugins.problems import Problems


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of modules in place of the project's."""
    sources = {
        "kit/__init__.py": "import kit.unused\nNAME = 1\n",
        "kit/page.py": "from kit import parts, NAME\nimport jinja2.nodes, os, json\n",
        "kit/parts.py": "def f():\n    from kit.deep.inner import g\n",
        "kit/deep/inner.py": "import kit.parts\nfrom PIL import Image\n",
        "kit/unused.py": "",
        "kit/alone.py": "from kit import parts\n",
    }
    for path, source in sources.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(source)
    monkeypatch.setattr(modules, "BASE", tmp_path)
    modules.own_file.cache_clear()
    yield tmp_path
    modules.own_file.cache_clear()


def code(*names: str) -> Code:
    return Modules(Memo()).code(names)


@pytest.mark.usefixtures("base")
def test_imports_are_followed_through_the_project() -> None:
    assert set(code("kit.page").files) == {
        "kit/page.py",
        "kit/parts.py",
        "kit/deep/inner.py",
        "kit/__init__.py",
        "kit/unused.py",
    }


@pytest.mark.usefixtures("base")
def test_a_package_counts_only_when_a_name_comes_from_it() -> None:
    assert set(code("kit.alone").files) == {"kit/alone.py", "kit/parts.py", "kit/deep/inner.py"}


@pytest.mark.usefixtures("base")
def test_libraries_count_with_those_that_they_need() -> None:
    assert set(code("kit.page").libraries) == {"python", "jinja2", "markupsafe", "pillow"}


def test_a_library_that_is_missing_has_no_version() -> None:
    assert versions(frozenset({"no_such_library"})) == {"no-such-library": ""}


def test_code_that_changes_while_it_runs_is_refused(base: Path) -> None:
    code("kit.page")
    (base / "kit/deep/inner.py").write_text("import kit.unused\n")
    with pytest.raises(Problems, match=r"kit/deep/inner\.py"):
        code("kit.page")


def test_a_changed_module_changes_the_code_in_the_next_process(base: Path) -> None:
    before = code("kit.alone").files
    (base / "kit/deep/inner.py").write_text("import kit.unused\n")
    modules._first_read.cache_clear()
    after = code("kit.alone").files
    assert before["kit/parts.py"] == after["kit/parts.py"]
    assert before["kit/deep/inner.py"] != after["kit/deep/inner.py"]
    assert "kit/unused.py" in after


@pytest.mark.usefixtures("base")
def test_imports_are_remembered_by_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store(tmp_path / "store.sqlite") as store:
        memo = Memo(store.shelf("imports", "1"))
        first = Modules(memo).code(["kit.page"])
        memo.save()
        monkeypatch.setattr(modules, "imports", pytest.fail)
        assert Modules(Memo(store.shelf("imports", "1"))).code(["kit.page"]) == first


def test_a_relative_import_is_refused() -> None:
    with pytest.raises(TypeError, match="line 2"):
        modules.imports(b"import os\nfrom . import x")


def test_the_press_reads_its_own_code() -> None:
    run = "from tests.press.test_modules import code; print(*code('plugins.press.making').files)"
    done = subprocess.run([sys.executable, "-c", run], capture_output=True, text=True, check=True)
    assert "plugins/press/theme.py" in done.stdout.split()
    assert "plugins/outputs.py" in done.stdout.split()
