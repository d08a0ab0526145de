"""Make again what shows a body that has changed, when nothing else has: from kept views.

Neither the archive is read nor the site planned. Whatever is not as the last build left it, or not
known, makes the answer None: then the whole way is to be gone, which ends in the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from plugins.outputs import Bundle, Output
from plugins.press import kept
from plugins.press.build import Report, carried_out
from plugins.press.kept import Item
from plugins.press.making import Workshop
from plugins.press.production import Progress
from plugins.press.recipes import KeptRecipes
from plugins.press.site import Site
from plugins.press.standing import Standing, settled
from plugins.press.store import Known
from plugins.press.survey import Survey, files_at
from plugins.press.workers import Workers

Layers = Callable[["Amendment"], Iterable[Item] | None]
"""What the features that grow in layers make of an edit; see :data:`plugins.signals.plan_edits`."""


@dataclass(frozen=True)
class Amendment:
    """The :class:`plugins.outputs.Edits` of one site; ``layered``: places that grow in layers."""

    site: Site
    known: Mapping[str, Known]
    instead: Mapping[str, str]
    layered: Set[str]

    def kept(self, place: str) -> Output | Bundle | None:
        """What last stood at a place, if its view was kept for the key that is known."""
        return next(iter(self._loaded([place], {}).values()), None)

    def plain(self) -> dict[str, Item] | None:
        """What shows a body that changed, by place; None if that cannot be told."""
        places = set(self._places())
        items = self._loaded(places, self.instead)
        return items if items.keys() == places else None

    def _places(self) -> Iterator[str]:
        """Places outside layers that hold a body that changed, or so many that it is not told."""
        folders = tuple(place for place in self.layered if place.endswith("/"))
        for place, row in self.known.items():
            held = row.texts[:1] == "#" or any(one in row.texts for one in self.instead)
            if held and place not in self.layered and not place.startswith(folders):
                yield place

    def _loaded(self, places: Iterable[str], instead: Mapping[str, str]) -> dict[str, Item]:
        """The items of places whose views were kept for the keys that are known."""
        views = self.site.store.views(self.site.name, places)
        sound = {place: view for place, view in views.items() if self.known[place].key == view.key}
        pieces = self.site.store.pieces(p for view in sound.values() for p in view.pieces.split())
        items = ((place, kept.loaded(view, pieces, instead)) for place, view in sound.items())
        return {place: item for place, item in items if item}


def amended(
    site: Site,
    workshop: Workshop,
    workers: Workers,
    *,
    instead: Mapping[str, str],
    layered: Set[str],
    layers: Layers,
    progress: Progress | None = None,
) -> Report | None:
    """Make ``site`` show the bodies ``instead`` of those before; under the lock.

    Raises :class:`Problems` as :func:`plugins.press.build.build` does.
    """
    known = site.store.outputs(site.name)
    found = settled(known, site.folder)
    if found is None:
        return None
    moved, standing = found
    site.store.put_outputs(site.name, moved)
    known |= moved
    amendment = Amendment(site, known, instead, layered)
    plain = amendment.plain()
    grown = layers(amendment) if plain is not None and layered else ()
    if plain is None or grown is None:
        return None
    look = _look(amendment, plain, list(grown), standing)
    return carried_out(look, site, workshop, workers, progress)


def _look(
    amendment: Amendment, plain: Mapping[str, Item], grown: list[Item], standing: Standing
) -> Survey:
    known, site = amendment.known, amendment.site
    items = {**plain, **{item.place: item for item in grown}}
    texts = {place: _after(known[place].texts, amendment.instead) for place in plain}
    recipes = {p: view.recipe for p, view in site.store.views(site.name, items).items()}
    return Survey(
        items=items,
        recipes=KeptRecipes(site.store, recipes),
        texts={**texts, **{item.place: "#" for item in grown}},
        known=known,
        same={},
        standing=standing,
        basis=site.store.basis(site.name),
        apart=frozenset(known)
        - {path for place in items for path in (place, *files_at(place, known))},
    )


def _after(texts: str, instead: Mapping[str, str]) -> str:
    for before, after in instead.items():
        texts = texts.replace(before, after)
    return texts
