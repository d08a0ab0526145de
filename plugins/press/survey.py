"""What is wanted and what stands: all that decides which outputs are stale."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.outputs import Bundle, Later, Output, Plan
from plugins.press.digest import Views, of_bytes
from plugins.press.reasons import Verdict
from plugins.press.recipes import Recipes
from plugins.press.site import Site
from plugins.press.standing import Stamp, Standing, scan
from plugins.press.store import Known
from plugins.press.theme import Theme
from plugins.problems import Problem, Problems

Item = Output | Bundle


@dataclass(frozen=True, slots=True)
class Survey:
    """One look at the plan, the store and the output folder.

    A *place* is the path of an output, or a bundle's folder with ``/`` at its end. ``known``
    holds places (a bundle's has no size) and, for bundles, each of their files. ``basis`` is
    what the keys were worked out from.
    """

    items: Mapping[str, Item]
    recipes: Recipes
    keys: Mapping[str, str]
    texts: Mapping[str, str]
    known: Mapping[str, Known]
    standing: Standing
    basis: str

    def stale(self) -> dict[str, Verdict]:
        """The places to make, in the plan's order."""
        return decide(self.keys, self.known, self.standing.files)

    def kept(self, made: Container[str]) -> set[str]:
        """The paths of all places that were not made, and the places themselves."""
        kept = {place for place in self.keys if place not in made}
        bundles = [place for place in kept if place.endswith("/")]
        return kept.union(*(files_at(place, self.known) for place in bundles))


def survey(plan: Plan, site: Site, theme: Theme) -> Survey:
    """Look, change nothing in the site."""
    items = {place_of(item): item for item in plan}
    recipes = Recipes(theme, site.store)
    basis = recipes.basis(plan)
    known = site.store.outputs(site.name)
    same = known if basis and basis == site.store.basis(site.name) else {}
    texts = {place: _texts(item) for place, item in items.items()}
    keys = dict(_keys(items, recipes, same, texts))
    recipes.save()
    standing = scan(site.folder)
    refreshed = dict(_restored(known, standing.files, site.folder))
    site.store.put_outputs(site.name, refreshed)
    return Survey(items, recipes, keys, texts, known | refreshed, standing, basis)


def place_of(item: Item) -> str:
    """Where an output stands.

    >>> place_of(Output("robots.txt", str.encode, "")), place_of(Bundle("search", str.split, ""))
    ('robots.txt', 'search/')
    """
    return item.path if isinstance(item, Output) else f"{item.folder}/"


def _texts(item: Item) -> str:
    """What stands for the bodies that a view which is made later declares; else empty."""
    if not isinstance(item, Output) or not isinstance(item.given, Later):
        return ""
    texts = item.given.texts
    if not texts:
        return "-"  # most of them
    return texts[0] if len(texts) == 1 else of_bytes(" ".join(texts).encode())


def _keys(
    items: Mapping[str, Item],
    recipes: Recipes,
    same: Mapping[str, Known],
    texts: Mapping[str, str],
) -> Iterator[tuple[str, str]]:
    """Every place and its key; the known one where basis and bodies are the ``same``."""
    views, problems = Views(), []
    for place, item in items.items():
        row = same.get(place)
        if row and row.texts and row.texts == texts[place]:
            yield place, row.key  # without making the view
            continue
        recipe = recipes.of(item).digest
        try:
            yield place, views.digest(item.view, recipe)
        except ValueError as error:
            text = f"dane strony „/{place}” mają niedozwolony znak ({error}) – popraw tekst"
            problems.append(Problem(item.source or place, 0, "", text))
    if problems:
        raise Problems(problems)


def _restored(
    known: Mapping[str, Known], standing: Mapping[str, Stamp | None], output: Path
) -> Iterator[tuple[str, Known]]:
    """Outputs of another time but the same bytes, as after a cache was restored."""
    for path, row in known.items():
        found = standing.get(path)
        if (
            found
            and found != row[1:3]
            and found[0] == row.size
            and of_bytes((output / path).read_bytes()) == row.digest
        ):
            yield path, row._replace(mtime_ns=found[1])


def decide(
    keys: Mapping[str, str], known: Mapping[str, Known], standing: Mapping[str, Stamp | None]
) -> dict[str, Verdict]:
    """Which places are stale and why, from keys wanted, keys known and stamps that stand."""
    stale = {}
    for place, key in keys.items():
        row = known.get(place)
        if row and row.key == key and standing.get(place) == row[1:3]:
            continue  # nearly all of them, nearly always
        if verdict := _verdict(place, key, known, standing):
            stale[place] = verdict
    return stale


def _verdict(
    place: str, key: str, known: Mapping[str, Known], standing: Mapping[str, Stamp | None]
) -> Verdict | None:
    if place not in known:
        return Verdict.NEW
    for path in files_at(place, known):
        if path not in standing:
            return Verdict.GONE
        if standing[path] != known[path][1:3]:
            return Verdict.TOUCHED
    return Verdict.CHANGED if known[place].key != key else None


def files_at(place: str, known: Mapping[str, Known]) -> list[str]:
    """The known files of a place: itself, or what a bundle left in its folder."""
    if not place.endswith("/"):
        return [place]
    return [path for path in known if path.startswith(place) and path != place]
