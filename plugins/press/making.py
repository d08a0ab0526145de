"""Make one output. Runs in the build's own process or in a worker's.

What it needs comes with the job; it knows no store. Faults come back as values, so that all
of them can be told at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from plugins.outputs import Bundle, File, Output, Text, is_inside
from plugins.press.faults import cause
from plugins.press.kept import Packed
from plugins.press.theme import Theme
from plugins.problems import Problem, Problems

Faults = tuple[Problem, ...]

THEME = "theme/"
"""How paths of the theme's own files begin, wherever the theme lies."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where outputs are made: the project's folder, and the theme as the build read it."""

    root: Path
    templates: Path
    filters: str
    version: str

    @classmethod
    def of(cls, root: Path, theme: Theme) -> Workshop:
        """The workshop of a project; its paths hold wherever a worker was started."""
        return cls(root.resolve(), theme.folder.resolve(), theme.filters, theme.version)

    def theme(self) -> Theme:
        """The theme; one is kept in each process."""
        return _theme(self)


class Bodies(Protocol):
    """HTML by digest."""

    def __getitem__(self, digest: str, /) -> str:
        """Raises KeyError for one that is not kept."""


@dataclass(frozen=True, slots=True)
class Job:
    """An output, the bodies that its view names, and the output packed, as a worker gets it."""

    output: Output
    texts: Bodies
    packed: Packed | None = None

    def __reduce__(self) -> tuple[Callable[..., Job], tuple[Any, ...]]:
        if self.packed is None:
            return Job, (self.output, self.texts)
        return _unpacked, (self.texts, *self.packed)


def _unpacked(texts: Bodies, *packed: Any) -> Job:
    item = Packed(*packed)
    output = item.item()
    assert isinstance(output, Output), "bundles are no jobs"
    return Job(output, texts, item)


@dataclass(frozen=True, slots=True)
class Toolbox:
    """The :class:`plugins.outputs.Tools` of one output."""

    workshop: Workshop
    template: str | None
    texts: Bodies

    def render(self, view: object, **also: object) -> str:
        """The output's own template, with ``view`` as ``page`` and ``also``."""
        if self.template is None:
            raise ValueError("wyjście nie ma szablonu")
        return self.workshop.theme().render(self.template, view, **also)

    def text(self, text: Text) -> str:
        """The HTML of a body."""
        try:
            return self.texts[text.digest]
        except KeyError as error:
            raise LookupError(f"w pamięci podręcznej brak treści {error}") from error

    def file(self, file: File) -> bytes:
        """The bytes of an original."""
        if not is_inside(file.path):
            raise ValueError(f"plik „{file.path}” leży poza projektem")
        if file.path.startswith(THEME):
            return (self.workshop.templates.parent / file.path.removeprefix(THEME)).read_bytes()
        return (self.workshop.root / file.path).read_bytes()


def make_output(workshop: Workshop, job: Job) -> bytes | Faults:
    """The bytes of an output, or what is wrong."""
    output = job.output
    try:
        made = output.make(output.view, Toolbox(workshop, output.template, job.texts))
    except Exception as error:
        return _faults(error, output.path, output.source)
    if type(made) is bytes:
        return made
    return _faults(TypeError(f"zamiast bajtów: {type(made).__name__}"), output.path, output.source)


def make_bundle(workshop: Workshop, bundle: Bundle, texts: Bodies, folder: Path) -> Faults:
    """Let a bundle's maker write into ``folder``; what is wrong, if anything."""
    try:
        bundle.make(bundle.view, Toolbox(workshop, None, texts), folder)
    except Exception as error:
        return _faults(error, bundle.folder, bundle.source)
    return ()


def _faults(error: Exception, path: str, source: str) -> Faults:
    """Problems as they are; any other error as a problem of the source."""
    if isinstance(error, Problems):
        return error.problems
    told = f"{type(error).__name__}: {error} – popraw dane albo zgłoś błąd programu"
    if isinstance(error, OSError):
        told = f"{error.filename or 'dysk'}: {cause(error)}"
    return (Problem(source or path, 0, "", f"nie udało się utworzyć „/{path}”: {told}"),)


@lru_cache(maxsize=2)
def _theme(workshop: Workshop) -> Theme:
    theme = Theme(workshop.templates, workshop.filters, workshop.root / ".debaty" / "templates")
    if theme.version != workshop.version:
        text = "szablony zmieniły się w trakcie budowania – zbuduj jeszcze raz"
        raise Problems([Problem(workshop.templates.as_posix(), 0, "", text)])
    return theme
