"""What a build leaves in the store: written only after the bytes are on disk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from plugins.press.kept import Keeper
from plugins.press.production import Fresh
from plugins.press.site import Site
from plugins.press.standing import Stamp
from plugins.press.store import KeptView, Known, Story
from plugins.press.survey import Survey

Files = Mapping[str, tuple[Fresh, ...]]
"""The files that were made, by place."""


def record(site: Site, look: Survey, made: Files, stamps: Mapping[str, Stamp]) -> None:
    """Keep what now stands and why, forget what is no longer planned."""
    store, name = site.store, site.name
    known = dict(_retold(look)) | dict(_known(look, made, stamps))
    recipes = {recipe.digest: recipe for recipe in (look.recipes.of(look.items[p]) for p in made)}
    keeper = Keeper()
    views = dict(_views(look, keeper, made))
    with store.together():
        store.put_outputs(name, known)
        store.drop_outputs(name, look.known.keys() - known.keys() - look.kept(made))
        store.put_stories(name, dict(_stories(look, made)))
        store.put_views(name, views, keeper.pieces)
        if store.basis(name) != look.basis:
            store.put_basis(name, look.basis)
        store.put_recipes({d: msgspec.json.encode(r.parts) for d, r in recipes.items()})


def _retold(look: Survey) -> Iterator[tuple[str, Known]]:
    """Places that are kept though they declare other bodies: the key is that of the new ones."""
    for place, texts in look.texts.items():
        row = look.known.get(place)
        if row and row.texts != texts:
            yield place, row._replace(texts=texts)


def _known(look: Survey, made: Files, stamps: Mapping[str, Stamp]) -> Iterator[tuple[str, Known]]:
    for place, files in made.items():
        key, texts = look.keys[place], look.texts[place]
        if place.endswith("/"):
            yield place, Known(key, 0, 0, "", texts)
        for file in files:
            yield file.path, Known(key, *stamps[file.path], file.digest, texts)


def _views(look: Survey, keeper: Keeper, made: Files) -> Iterator[tuple[str, KeptView]]:
    """What was made of bodies."""
    for place in made:
        item = look.items[place]
        packed = keeper.packed(item) if look.texts[place] not in ("", "-") else None
        if packed:
            yield place, KeptView(look.keys[place], look.recipes.of(item).digest, *packed)


def _stories(look: Survey, made: Files) -> Iterator[tuple[str, Story]]:
    """Why each place was made."""
    for place in made:
        recipe, verdict = look.recipes.of(look.items[place]), look.verdicts[place]
        yield place, Story(recipe.digest, look.told[place], verdict.value)
