"""A project in a temporary folder: its theme, its store, its site."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from plugins.outputs import Bundle, Output, Plan
from plugins.press import lock
from plugins.press.amending import Amending, Amendment
from plugins.press.build import Report, build
from plugins.press.digest import of_bytes
from plugins.press.explain import explain, made_for
from plugins.press.making import Workshop
from plugins.press.production import Progress
from plugins.press.site import Site
from plugins.press.store import Store
from plugins.press.theme import Theme
from plugins.press.workers import Workers

Tree = dict[str, bytes]

TEMPLATES = {
    "base.html": "<title>{% block title %}{% endblock %}</title>\n{% block main %}{% endblock %}",
    "page.html": (
        '{% extends "base.html" %}\n{% from "components/link/link.html" import link %}\n'
        "{% block title %}{{ page.title | shout }}{% endblock %}\n"
        "{% block main %}{% for l in page.links %}{{ link(l) }}{% endfor %}{% endblock %}"
    ),
    "components/link/link.html": (
        '{% macro link(l) %}<a href="{{ l.url }}">{{ l.title }}</a>{% endmacro %}'
    ),
}


class Project:
    """Builds with a new store and a new theme each time, as separate runs would."""

    def __init__(self, root: Path, name: str = "output") -> None:
        self.root = root
        self.output = root / name
        self.filters = "tests.press.filters"
        self.texts: dict[str, str] = {}
        self.basis = ""
        self.templates = root / "theme" / "templates"
        for path, source in TEMPLATES.items():
            self.template(path, source)

    def template(self, path: str, source: str) -> None:
        file = self.templates / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(source, encoding="utf-8")

    def theme(self) -> Theme:
        return Theme(self.templates, self.filters)

    def store(self) -> Store:
        store = Store(self.root / ".debaty" / "store.sqlite")
        store.put_texts(self.texts)
        return store

    def build(
        self,
        *items: Output | Bundle,
        workers: Workers | None = None,
        progress: Progress | None = None,
        wait: float = lock.WAIT,
    ) -> Report:
        with self.store() as store, workers or Workers() as staff:
            return build(
                Plan.of(items, self.basis),
                root=self.root,
                output=self.output,
                store=store,
                theme=self.theme(),
                workers=staff,
                progress=progress,
                wait=wait,
            )

    def amend(self, before: str, html: str, *, early: bool = False) -> Report | None:
        """Another body instead of one, and nothing read but what was kept."""
        after = of_bytes(html.encode())
        self.texts[after] = html
        with self.store() as store, Workers(processes=1) as staff:
            site = Site.of(self.output, self.root, store)
            amendment = Amendment(site, {before: after}, layered=frozenset())
            amending = Amending(amendment, Workshop.of(self.root, self.theme()), staff)
            if early:
                amending.shown()
            return amending.amended(lambda _: ())

    def made(self, *items: Output | Bundle, workers: Workers | None = None) -> list[str]:
        return [made.path for made in self.build(*items, workers=workers).made]

    def reasons(self, *items: Output | Bundle) -> dict[str, str]:
        """Why each place was made that a build makes."""
        made = self.made(*items)
        with self.store() as store:
            stories = store.stories("output", made)
            return {path: made_for(stories[path], store) for path in made}

    def explain(self, path: str, *items: Output | Bundle) -> str:
        with self.store() as store:
            return explain(
                Plan.of(items, self.basis),
                path,
                root=self.root,
                output=self.output,
                store=store,
                theme=self.theme(),
            )

    def tree(self) -> Tree:
        """Bytes by path; folders have a slash at their end."""
        return dict(_entries(self.output))

    def stamps(self) -> dict[str, tuple[int, int, int]]:
        """Inode, size and time of every file."""
        files = {file: file.lstat() for file in self.output.rglob("*") if file.is_file()}
        return {str(f): (s.st_ino, s.st_size, s.st_mtime_ns) for f, s in files.items()}

    def leftovers(self) -> list[str]:
        """Anything in the store's folder but the store, the lock and compiled templates."""
        expected = {"store.sqlite", "lock", "lock.holder", "templates"}
        return [f.name for f in (self.root / ".debaty").iterdir() if f.name not in expected]


def _entries(folder: Path) -> Iterable[tuple[str, bytes]]:
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        yield (f"{name}/", b"") if path.is_dir() else (name, path.read_bytes())
