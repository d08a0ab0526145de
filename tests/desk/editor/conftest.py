"""The editor over a copy of the sample content, asked as a browser asks."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from werkzeug.test import TestResponse

from plugins.desk.editor.app import make
from plugins.desk.editor.commits import Author
from plugins.desk.editor.office import Office
from plugins.desk.looking import look
from plugins.newsroom.warsaw import WARSAW

ROOT = Path(__file__).resolve().parents[3]
NOW = datetime(2026, 11, 22, 12, tzinfo=WARSAW)
OURS = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}


@dataclass(frozen=True)
class Page:
    """An answer, read as a browser reads it."""

    answer: TestResponse

    @property
    def status(self) -> int:
        return self.answer.status_code

    @property
    def tree(self) -> Any:
        return html.fromstring(self.answer.get_data(as_text=True))

    @property
    def text(self) -> str:
        return " ".join(self.tree.text_content().split())

    @property
    def form(self) -> dict[str, str]:
        """What its form would send if nothing was changed."""
        long = {one.get("name") for one in self._form().iter("textarea")}
        values = dict(self._form().form_values())
        # A newline right after the tag does not count (HTML, 13.1.2.5); lxml keeps it.
        return {k: v.removeprefix("\n") if k in long else v for k, v in values.items()}

    def _form(self) -> Any:
        return self.tree.xpath("//form[@method='post']")[0]

    def one(self, path: str) -> Any:
        (found,) = self.tree.xpath(path)
        return found

    def control(self, name: str) -> Any:
        """The control of a field by its name."""
        return self.one(f"//*[@name='{name}']")

    def error(self, name: str) -> str:
        """The error that is told at a field, found as a screen reader finds it."""
        ids = (self.control(name).get("aria-describedby") or "").split()
        said = [self.one(f"//*[@id='{one}']") for one in ids]
        return " ".join(one.text_content() for one in said if "error" in one.get("class"))

    @property
    def summary(self) -> list[str]:
        """Lines of the summary of errors."""
        return [
            " ".join(li.text_content().split()) for li in self.tree.xpath("//*[@id='bledy']//li")
        ]


@dataclass(frozen=True)
class Desk:
    """An editor, its project and a browser."""

    root: Path
    office: Office
    client: FlaskClient

    @property
    def office_app(self) -> Flask:
        """The application itself, to be served."""
        return self.client.application

    def open(self, address: str) -> Page:
        return Page(self.client.get(f"/redakcja/{address}"))

    def send(self, address: str, form: Mapping[str, Any], action: str = "zapisz") -> Page:
        answer = self.client.post(
            f"/redakcja/{address}",
            data={**form, "akcja": action},
            headers=OURS,
            content_type="multipart/form-data",
        )
        return Page(answer)

    def change(self, address: str, action: str = "zapisz", **fields: str) -> Page:
        """Open a form, fill these in (``_`` for a space), press a button."""
        form = self.open(address).form
        form.update({name.replace("_", " "): value for name, value in fields.items()})
        return self.send(address, form, action)

    def read(self, path: str) -> str:
        return (self.root / "content" / path).read_bytes().decode()

    def files(self) -> dict[str, bytes]:
        """Everything in ``content/``."""
        paths = (path for path in (self.root / "content").rglob("*") if path.is_file())
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture(scope="session")
def warmed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample project that was looked at once."""
    root = tmp_path_factory.mktemp("redakcja") / "projekt"
    for folder in ("content", "theme"):
        shutil.copytree(ROOT / folder, root / folder)
    look(root, NOW)
    return root


def opened(root: Path, author: Author | None = None, base: str = "/") -> Desk:
    office = Office(root, lambda: NOW, lambda: base, author)
    return Desk(root, office, make(office).test_client())


@pytest.fixture
def desk(warmed: Path) -> Iterator[Desk]:
    """An editor that a test may write with; afterwards everything is as it was.

    Not a copy: what is remembered of pictures would be lost with their stamps.
    """
    desk = opened(warmed)
    before = desk.files()
    yield desk
    shutil.rmtree(warmed / ".git", ignore_errors=True)
    for path, data in desk.files().items():
        if path not in before:
            (warmed / path).unlink()
        elif data != before[path]:
            (warmed / path).write_bytes(before[path])
    for path in before.keys() - desk.files().keys():
        (warmed / path).write_bytes(before[path])


@pytest.fixture(scope="session")
def reader(warmed: Path) -> Desk:
    """An editor for reading only."""
    return opened(warmed)
