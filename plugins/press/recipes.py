"""How an output is made, apart from its view: maker, templates, code, libraries.

Outputs share recipes: a site of 13,000 pages has some twenty, each worked out once a run.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from plugins.outputs import Bundle, Output, Plan
from plugins.press.declared import classes
from plugins.press.digest import of_bytes
from plugins.press.memo import Memo
from plugins.press.modules import Modules
from plugins.press.store import Store
from plugins.press.theme import Theme

_PRESS = "plugins.press.making"  # what runs every maker
_FORMAT = "1"  # of what the memos hold

Parts = dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Recipe:
    """``parts``: ``make``, ``template``, ``code`` and ``library``, each name → digest, version."""

    digest: str
    parts: Parts


class Recipes:
    """The recipes of one run."""

    def __init__(self, theme: Theme, store: Store) -> None:
        self._theme = theme
        self._templates = Memo(store.shelf("templates", _FORMAT))
        self._imports = Memo(store.shelf("imports", _FORMAT))
        self._modules = Modules(self._imports)
        self._made: dict[tuple[object, ...], Recipe] = {}

    def of(self, item: Output | Bundle) -> Recipe:
        """The recipe of an output or a bundle.

        Raises TypeError for a maker that is no module-level function or a view that is not
        frozen and plain, :class:`Problems` for a fault in a template.
        """
        return self._of(item.make, _template(item), type(item.view))

    def basis(self, plan: Plan) -> str:
        """A digest of all that any view and any output of a plan is made from, but bodies.

        Empty if the plan does not tell its own.
        """
        if not plan.basis:
            return ""
        ways = {(item.make, _template(item)) for item in plan}
        digests = sorted(self._of(make, template, type(None)).digest for make, template in ways)
        return of_bytes(" ".join([plan.basis, *digests]).encode())

    def _of(self, make: Callable[..., Any], template: str | None, view: type) -> Recipe:
        signature = (make, template, view)
        if signature not in self._made:
            self._made[signature] = self._recipe(*signature)
        return self._made[signature]

    def save(self) -> None:
        """Keep what was read of templates and modules for the next run."""
        self._templates.save()
        self._imports.save()

    def _recipe(self, make: Callable[..., Any], template: str | None, view: type) -> Recipe:
        modules = {make.__module__, _PRESS, *(cls.__module__ for cls in classes(view))}
        if template:
            modules |= {self._theme.filters, "jinja2"}
        code = self._modules.code(modules)
        parts = {
            "make": {name_of(make): f"{view.__module__}.{view.__qualname__}"},
            "template": dict(self._theme.closure(template, self._templates)) if template else {},
            "code": code.files,
            "library": code.libraries,
        }
        return Recipe(of_bytes(msgspec.json.encode(parts, order="deterministic")), parts)


class KeptRecipes:
    """Recipes as the store knows them, for a run in which none can have changed."""

    def __init__(self, store: Store, digests: Mapping[str, str]) -> None:
        self._digests = digests
        self._parts = store.recipes()

    def of(self, item: Output | Bundle) -> Recipe:
        """The recipe that an item was last made by; raises KeyError for one that is not kept."""
        digest = self._digests[item.place]
        return Recipe(digest, msgspec.json.decode(self._parts[digest], type=Parts))

    def save(self) -> None:
        """Nothing was read."""


def _template(item: Output | Bundle) -> str | None:
    return item.template if isinstance(item, Output) else None


@cache
def name_of(make: Callable[..., Any]) -> str:
    """The dotted name by which a worker finds a maker; raises TypeError if it cannot."""
    module, name = getattr(make, "__module__", None), getattr(make, "__qualname__", None)
    found = getattr(sys.modules.get(module or ""), name or "", None)
    if found is not make or module == "__main__":
        raise TypeError(f"{make!r}: a maker must be a function at the top of an imported module")
    return f"{module}.{name}"
