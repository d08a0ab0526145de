"""What is wanted and what stands: all that decides which outputs are stale."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from plugins.outputs import Bundle, Later, Output, Plan
from plugins.press.digest import Keyed, Views, of_bytes
from plugins.press.reasons import Verdict
from plugins.press.recipes import KeptRecipes, Recipe, Recipes
from plugins.press.site import Site
from plugins.press.standing import Stamp, Standing, restored, scan
from plugins.press.store import Known
from plugins.press.theme import Theme
from plugins.problems import Problem

Item = Output | Bundle


class Stale(NamedTuple):
    """An item to make, and the digests of the bodies that it shows."""

    item: Item
    texts: frozenset[str]


@dataclass
class Survey:
    """One look at the plan, the store and the output folder.

    A *place* is the path of an output, or a bundle's folder with ``/`` at its end. ``known``
    holds places (a bundle's has no size) and, for bundles, each of their files; ``same`` those
    whose views cannot have changed but by their bodies. ``basis`` is what keys are worked out
    from; ``apart``: files that stand and are none of this look's business. While :meth:`stale`
    is read, ``keys`` fills, ``verdicts`` and ``made_by`` with what is stale, ``faults`` with what
    cannot be.
    """

    items: Mapping[str, Item]
    recipes: Recipes | KeptRecipes
    texts: Mapping[str, str]
    known: Mapping[str, Known]
    same: Mapping[str, Known]
    standing: Standing
    basis: str
    apart: Set[str] = frozenset()
    keys: dict[str, str] = field(default_factory=dict)
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    made_by: dict[str, Recipe] = field(default_factory=dict)
    faults: list[Problem] = field(default_factory=list)

    def stale(self) -> Iterator[Stale]:
        """The items to make, in the plan's order, each as soon as that is known of it: while
        one view is made here, workers make pages of those before.
        """
        views = Views()
        for place, item in self.items.items():
            try:
                found = self._stale(place, item, views)
            except (AssertionError, LookupError, ValueError) as error:
                self.faults.append(Problem(item.source or place, 0, "", _fault(place, error)))
                continue
            if found:
                yield Stale(item, found.texts)
        self.recipes.save()

    def _stale(self, place: str, item: Item, views: Views) -> Keyed | None:
        """What an item must be made of; None if it stands, without making its view where that
        cannot have changed.
        """
        row = self.same.get(place)
        is_same = row and row.texts and row.texts == self.texts[place]
        if row and is_same and not verdict(place, row.key, self.known, self.standing.files):
            self.keys[place] = row.key
            return None
        recipe = self.recipes.of(item)
        keyed = views.keyed(item.view, recipe.digest)
        self.keys[place] = keyed.key
        found = verdict(place, keyed.key, self.known, self.standing.files)
        if found is None:
            return None
        self.verdicts[place], self.made_by[place] = found, recipe
        return keyed

    def kept(self, made: Container[str]) -> set[str]:
        """The paths of all places that were not made, and the places themselves."""
        kept = {*self.apart} | {place for place in self.keys if place not in made}
        bundles = [place for place in kept if place.endswith("/")]
        return kept.union(*(files_at(place, self.known) for place in bundles))


def _fault(place: str, error: Exception) -> str:
    """What is wrong with a view that cannot be made, in Polish."""
    if isinstance(error, UnicodeError):
        return f"dane strony „/{place}” mają niedozwolony znak ({error}) – popraw tekst"
    told = f"{type(error).__name__}: {error} – popraw dane albo zgłoś błąd programu"
    return f"nie udało się przygotować „/{place}”: {told}"


def survey(plan: Plan, site: Site, theme: Theme) -> Survey:
    """Look, change nothing in the site."""
    items = {item.place: item for item in plan}
    recipes = Recipes(theme, site.store)
    basis = recipes.basis(plan)
    known = site.store.outputs(site.name)
    same = known if basis and basis == site.store.basis(site.name) else {}
    texts = {place: texts_of(item) for place, item in items.items()}
    standing = scan(site.folder)
    refreshed = dict(restored(known, standing.files, site.folder))
    site.store.put_outputs(site.name, refreshed)
    return Survey(items, recipes, texts, known | refreshed, same, standing, basis)


_LISTED = 100
"""Bodies of an output up to which each is told; more are one digest, marked by ``#``."""


def texts_of(item: Item) -> str:
    """The bodies that a view which is made later declares: their digests by spaces, or ``-``.

    Empty for a view that is made already: what it holds, it shows itself.
    """
    if not isinstance(item.given, Later):
        return ""
    told = " ".join(item.given.texts) or "-"  # most of them
    return told if len(item.given.texts) <= _LISTED else f"#{of_bytes(told.encode())}"


def verdict(
    place: str, key: str, known: Mapping[str, Known], standing: Mapping[str, Stamp | None]
) -> Verdict | None:
    """Why a place is stale, from the key wanted, what is known and what stands; None: it is not."""
    row = known.get(place)
    if row and row.key == key and standing.get(place) == row[1:3]:
        return None  # nearly all of them, nearly always
    if row is None:
        return Verdict.NEW
    for path in files_at(place, known):
        if path not in standing:
            return Verdict.GONE
        if standing[path] != known[path][1:3]:
            return Verdict.TOUCHED
    return Verdict.CHANGED if row.key != key else None


def files_at(place: str, known: Mapping[str, Known]) -> list[str]:
    """The known files of a place: itself, or what a bundle left in its folder."""
    if not place.endswith("/"):
        return [place]
    return [path for path in known if path.startswith(place) and path != place]
