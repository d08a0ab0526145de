"""Make again what shows a body that has changed, when nothing else has: from kept views.

Neither the archive is read nor the site planned. Whatever is not as the last build left it, or not
known, makes the answer None: then the whole way is to be gone, which ends in the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from plugins.outputs import Bundle, Output
from plugins.press import kept, seal
from plugins.press.build import Report, carried_out
from plugins.press.faults import midway
from plugins.press.kept import Item
from plugins.press.making import Workshop
from plugins.press.recipes import KeptRecipes
from plugins.press.site import Site
from plugins.press.standing import Standing, files_of, parents, unmoved
from plugins.press.store import Known
from plugins.press.survey import Survey
from plugins.press.workers import Workers

Layers = Callable[["Amendment"], Iterable[Item] | None]
"""What the features that grow in layers make of an edit; see :data:`plugins.signals.plan_edits`."""


@dataclass(frozen=True)
class Amendment:
    """The :class:`plugins.outputs.Edits` of one site; ``layered``: places that grow in layers."""

    site: Site
    instead: Mapping[str, str]
    layered: Set[str]

    def kept(self, place: str) -> Output | Bundle | None:
        """What last stood at a place, if its view was kept for the key that is known."""
        known = self.site.store.at(self.site.name, place)
        return self._loaded({place: known[place]}, {}).get(place) if place in known else None

    def plain(self) -> dict[str, Item] | None:
        """What shows a body that changed, by place; None if that cannot be told."""
        known = dict(self._showing())
        items = self._loaded(known, self.instead)
        return items if items.keys() == known.keys() else None

    def _showing(self) -> Iterator[tuple[str, Known]]:
        """Places outside layers that hold a body that changed, or so many that it is not told."""
        folders = tuple(place for place in self.layered if place.endswith("/"))
        for place, row in self.site.store.showing(self.site.name, self.instead).items():
            if place not in self.layered and not place.startswith(folders):
                yield place, row

    def _loaded(self, known: Mapping[str, Known], instead: Mapping[str, str]) -> dict[str, Item]:
        """The items of places whose views were kept for the keys that are known."""
        views = self.site.store.views(self.site.name, known)
        sound = {place: view for place, view in views.items() if known[place].key == view.key}
        pieces = self.site.store.pieces(p for view in sound.values() for p in view.pieces.split())
        items = ((place, kept.loaded(view, pieces, instead)) for place, view in sound.items())
        return {place: item for place, item in items if item}


@dataclass(frozen=True)
class Amending:
    """Makes ``site`` show other bodies; under the lock."""

    amendment: Amendment
    workshop: Workshop
    workers: Workers

    def shown(self) -> Report | None:
        """Make what shows them, but for layers, if these very files stand as they were left.

        For who cannot wait until the whole folder has been looked at; :meth:`amended` comes next.
        """
        plain = self.amendment.plain()
        look = self._look(plain) if plain else None
        if look is None or not unmoved(look.known, self.amendment.site.folder):
            return None
        return self._carried_out(look)

    def amended(self, layers: Layers) -> Report | None:
        """Make all that shows them, and what grows in layers.

        Raises :class:`Problems` as :func:`plugins.press.build.build` does.
        """
        site = self.amendment.site
        left = seal.settled(site.store, site.name, site.folder)
        if left is None:
            return None
        plain = self.amendment.plain()
        grown = layers(self.amendment) if plain is not None and self.amendment.layered else ()
        if plain is None or grown is None:
            return None
        look = self._look({**plain, **{item.place: item for item in grown}})
        report = self._carried_out(look)
        self._seal(look, left)
        return report

    def _carried_out(self, look: Survey) -> Report:
        return carried_out(look, self.amendment.site, self.workshop, self.workers, None)

    def _seal(self, look: Survey, left: seal.Seal) -> None:
        site, before = self.amendment.site, look.standing.files
        now = files_of(self._known(look.items))
        gone, came = before.keys() - now.keys(), dict(now.items() - before.items())
        with midway(self.workshop.root):
            seal.renewed(site.store, site.name, site.folder, left, gone, came)

    def _known(self, places: Iterable[str]) -> dict[str, Known]:
        site = self.amendment.site
        return {path: row for one in places for path, row in site.store.at(site.name, one).items()}

    def _look(self, items: Mapping[str, Item]) -> Survey:
        """At these places alone: all others stand, as far as a run of bodies is concerned."""
        site, store = self.amendment.site, self.amendment.site.store
        known = self._known(items)
        files = files_of(known)
        recipes = {place: view.recipe for place, view in store.views(site.name, items).items()}
        return Survey(
            items=items,
            recipes=KeptRecipes(store, recipes),
            texts={place: self._texts(place, known) for place in items},
            known=known,
            same={},
            standing=Standing({**files}, parents(files)),
            basis=store.basis(site.name),
        )

    def _texts(self, place: str, known: Mapping[str, Known]) -> str:
        """What a place declares: other bodies, or, in layers, more than are told."""
        if place in self.amendment.layered:
            return "#"
        texts = known[place].texts
        for before, after in self.amendment.instead.items():
            texts = texts.replace(before, after)
        return texts
