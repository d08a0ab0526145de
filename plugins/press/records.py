"""What a build leaves in the store: written only after the bytes are on disk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from plugins.press.digest import encoded
from plugins.press.kept import Keeper
from plugins.press.production import Fresh
from plugins.press.reasons import Verdict, fields, reason
from plugins.press.recipes import Parts
from plugins.press.site import Site
from plugins.press.standing import Stamp
from plugins.press.store import KeptView, Known, Story
from plugins.press.survey import Survey

Files = Mapping[str, tuple[Fresh, ...]]
"""The files that were made, by place."""


def record(
    site: Site, look: Survey, stories: Mapping[str, Story], made: Files, stamps: Mapping[str, Stamp]
) -> None:
    """Keep what now stands and why, forget what is no longer planned."""
    store, name = site.store, site.name
    known = dict(_retold(look)) | dict(_known(look, made, stamps))
    recipes = [look.recipes.of(look.items[place]) for place in stories]
    keeper = Keeper()
    views = dict(_views(look, keeper, made))
    with store.together():
        store.put_outputs(name, known)
        store.drop_outputs(name, look.known.keys() - known.keys() - look.kept(made))
        store.put_stories(name, stories)
        store.put_views(name, views, keeper.pieces)
        if store.basis(name) != look.basis:
            store.put_basis(name, look.basis)
        store.put_recipes({r.digest: msgspec.json.encode(r.parts) for r in recipes})


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


def stories(site: Site, look: Survey, stale: Mapping[str, Verdict]) -> dict[str, Story]:
    """Why each stale place is made."""
    changed = [place for place, verdict in stale.items() if verdict is Verdict.CHANGED]
    old = site.store.stories(site.name, changed)
    recipes = site.store.recipes() if changed else {}
    parts = {digest: msgspec.json.decode(json, type=Parts) for digest, json in recipes.items()}
    return {
        place: _story(look, place, verdict, old.get(place), parts)
        for place, verdict in stale.items()
    }


def _story(
    look: Survey, place: str, verdict: Verdict, old: Story | None, parts: Mapping[str, Parts]
) -> Story:
    item = look.items[place]
    recipe, now = look.recipes.of(item), fields(encoded(item.view))
    told = verdict.value
    if old and old.recipe in parts:
        was = msgspec.json.decode(old.fields, type=dict[str, str])
        told = reason(parts[old.recipe], recipe.parts, was, now)
    return Story(recipe.digest, msgspec.json.encode(now), told)
