"""Templates: a Jinja environment in which a page can depend on its view and nothing else.

Autoescape always, StrictUndefined, no globals but pure ones, only the project's filters beside
Jinja's own, no template name that is computed. Every file is read once, when the theme is made,
so that what is rendered is what was digested.
"""

from __future__ import annotations

import importlib
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from types import TracebackType

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    nodes,
)
from jinja2.bccache import Bucket

from plugins.press.digest import of_bytes
from plugins.press.faults import told
from plugins.press.libraries import versions
from plugins.press.memo import Memo
from plugins.problems import Problem, Problems

_PURE_GLOBALS = ("namespace", "range")
_IMPURE_FILTERS = ("random",)
_REFERENCES = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)


class Theme:
    """The templates in ``folder`` with the ``FILTERS`` of the module named ``filters``.

    ``compiled``: where templates are kept as Python compiled them, for runs to come.
    """

    def __init__(self, folder: Path, filters: str, compiled: Path | None = None) -> None:
        self.folder = folder
        self.filters = filters
        self._compiled = compiled
        with told(folder):
            self._sources = dict(_read(folder))
        self._digests = {name: of_bytes(source) for name, source in self._sources.items()}

    @property
    def version(self) -> str:
        """One digest of every file in the folder."""
        return of_bytes(repr(sorted(self._digests.items())).encode())

    @cached_property
    def environment(self) -> Environment:
        """The Jinja environment, made at first use."""
        environment = Environment(
            loader=FunctionLoader(self._load),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            cache_size=-1,
            auto_reload=False,
            bytecode_cache=_Compiled.of(self._compiled),
        )
        pure = {name: environment.globals[name] for name in _PURE_GLOBALS}
        environment.globals.clear()
        environment.globals.update(pure)
        for name in _IMPURE_FILTERS:
            del environment.filters[name]
        environment.filters.update(importlib.import_module(self.filters).FILTERS)
        return environment

    def render(self, template: str, view: object, **also: object) -> str:
        """The text of ``template``, in which ``page`` is ``view``, beside what is in ``also``.

        Raises :class:`Problems` with the template's file and line.
        """
        try:
            return self.environment.get_template(template).render(page=view, **also)
        except TemplateSyntaxError as error:
            raise self._syntax(error, template) from error
        except Exception as error:
            raise self._failed(error, template) from error

    def load(self) -> None:
        """Have every template ready for the first page that needs it; one with faults is left."""
        for name in self._sources:
            if name.endswith(".html"):
                with suppress(TemplateError):  # told by the build of what needs it
                    self.environment.get_template(name)

    def closure(self, template: str, memo: Memo | None = None) -> tuple[tuple[str, str], ...]:
        """Name and digest of every template that ``template`` can reach, itself too, sorted.

        Raises :class:`Problems` for a missing template and for a computed name, which could
        reach a file that no key knows.
        """
        found: dict[str, str] = {}
        memo = memo or Memo()
        waiting = [(template, "")]
        while waiting:
            name, parent = waiting.pop()
            if name not in self._digests:
                raise self._problem(parent or name, 0, f"nie ma szablonu „{name}” – dodaj go")
            if name not in found:
                found[name] = self._digests[name]
                waiting += ((child, name) for child in self._references(name, memo))
        return tuple(sorted(found.items()))

    def _references(self, name: str, memo: Memo) -> tuple[str, ...]:
        return memo.of(name, self._digests[name], lambda: sorted(set(self._named(name))))

    def _named(self, name: str) -> Iterator[str]:
        """Templates that one template names."""
        try:
            tree = self.environment.parse(self._text(name), name)
        except TemplateSyntaxError as error:
            raise self._syntax(error, name) from error
        for node in tree.find_all(_REFERENCES):
            reference = node.template  # type: ignore[attr-defined]
            if not isinstance(reference, nodes.Const) or not isinstance(reference.value, str):
                text = "nazwa szablonu musi być stałym napisem – wpisz ją wprost, w cudzysłowie"
                raise self._problem(name, node.lineno, text)
            yield reference.value

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        if name not in self._sources:
            return None
        return self._text(name), self._place(name), lambda: True

    def _text(self, name: str) -> str:
        try:
            return self._sources[name].decode()
        except UnicodeDecodeError as error:
            text = "szablon nie jest zapisany w UTF-8 – zapisz go w UTF-8"
            raise self._problem(name, 0, text) from error

    def _place(self, name: str) -> str:
        return (self.folder / name).as_posix()

    def _problem(self, name: str, line: int, text: str) -> Problems:
        return Problems([Problem(self._place(name), line, "", text)])

    def _syntax(self, error: TemplateSyntaxError, name: str) -> Problems:
        text = f"błąd w szablonie: {error.message} – popraw szablon"
        return self._problem(error.name or name, error.lineno, text)

    def _failed(self, error: Exception, name: str) -> Problems:
        """Any other error, at the innermost line of a template that was running."""
        if isinstance(error, Problems):
            return error
        place, line = _innermost(error.__traceback__, self._place("")) or (self._place(name), 0)
        text = f"błąd w szablonie: {type(error).__name__}: {error} – popraw szablon"
        return Problems([Problem(place, line, "", text)])


class _Compiled(FileSystemBytecodeCache):
    """Jinja's own cache, which knows a template by its source; one that cannot be kept is none."""

    @classmethod
    def of(cls, folder: Path | None) -> _Compiled | None:
        """Below ``folder``, apart for each version of Jinja; None if nothing can be kept there."""
        if folder is None:
            return None
        place = folder / f"jinja-{versions(frozenset({'jinja2'}))['jinja2']}"
        try:
            place.mkdir(parents=True, exist_ok=True)
        except OSError:
            return None
        return cls(str(place), "%s.bin")

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, if the disk lets us; what is wrong with it, the build will tell."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _read(folder: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield file.relative_to(folder).as_posix(), file.read_bytes()


def _innermost(trace: TracebackType | None, folder: str) -> tuple[str, int] | None:
    """File and line of the last frame that ran a template; Jinja puts them there."""
    frames = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(trace)]
    templates = [(file, line) for file, line in frames if file.startswith(f"{folder}/")]
    return templates[-1] if templates else None
