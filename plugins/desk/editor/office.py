"""What one run of the editor has: the project, the time, the officer's name, templates."""

from __future__ import annotations

import os
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, cached_property
from pathlib import Path
from typing import cast

from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from werkzeug import Response

from plugins.desk.editor.commits import Author, commit
from plugins.desk.editor.security import TOKEN
from plugins.desk.looking import Look, look
from plugins.desk.memory import CONTENT
from plugins.press.theme import Theme
from plugins.stamps import stamp

HERE = Path(__file__).parent
FILTERS = "plugins.layout.filters"


def _stamps(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file below a folder, by what must not have moved for it to be the same."""
    for path, _, names in os.walk(folder):
        for name in names:
            with suppress(FileNotFoundError):  # deleted while we looked
                file = f"{path}/{name}"
                yield file, stamp(os.lstat(file))


@cache
def environment(root: Path) -> Environment:
    """The site's own templates and filters as they were at first use, ours beside them."""
    theme = Theme(root / "theme" / "templates", FILTERS).environment
    loaders = [FileSystemLoader(HERE / "templates"), theme.loader]
    return theme.overlay(loader=ChoiceLoader([one for one in loaders if one]))


@dataclass(frozen=True)
class Office:
    """``now`` gives the moment, ``base`` the path under which the preview shows the site.

    ``author``: in whose name each save is committed; None: saves are not committed. ``lock`` is
    held while a file is saved; ``seen`` is for :meth:`look` alone.
    """

    root: Path
    now: Callable[[], datetime]
    base: Callable[[], str]
    author: Author | None = None
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    lock: threading.Lock = field(default_factory=threading.Lock)
    seeing: threading.Lock = field(default_factory=threading.Lock)
    seen: dict[str, object] = field(default_factory=dict, repr=False)

    def look(self) -> Look:
        """Everything as it stands now; while no file and no day is another, what was seen last."""
        state = (self.now().date(), *sorted(_stamps(self.root / CONTENT)))
        with self.seeing:
            if self.seen.get("state") != state:
                self.seen.update(state=state, look=look(self.root, self.now()))
            return cast(Look, self.seen["look"])

    @cached_property
    def stylesheet(self) -> str:
        """The site's stylesheet as it is written, and ours at its end."""
        theme = self.root / "theme"
        parts = [theme / "static" / name for name in ("tokens.css", "base.css")]
        parts += sorted(theme.glob("templates/components/*/*.css"))
        parts.append(HERE / "static" / "redakcja.css")
        return "\n".join(part.read_text("utf-8") for part in parts)

    def page(self, template: str, view: object, status: int = 200) -> Response:
        """One of our pages."""
        made = environment(self.root).get_template(template)
        base = self.base()
        html = made.render(page=view, token=self.token, token_name=TOKEN, base=base)
        return Response(html, status, mimetype="text/html")

    def noted(self, path: str, message: str) -> str:
        """Commit a saved file, if saves are committed; what git had against it."""
        return commit(self.root, path, message, self.author) if self.author else ""
