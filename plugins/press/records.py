"""What a build leaves in the store: written only after the bytes are on disk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from plugins.press.finishing import Fresh
from plugins.press.pile import Pile
from plugins.press.site import Site
from plugins.press.store import KeptView, Known
from plugins.press.survey import Survey

Files = Mapping[str, tuple[Fresh, ...]]
"""The files that were made, by place."""


def record(site: Site, look: Survey, made: Files, pieces: Mapping[str, bytes], pile: Pile) -> None:
    """Keep what now stands and why, forget what is no longer planned; ``pieces`` of views."""
    store, name = site.store, site.name
    known = dict(_retold(look)) | dict(_known(look, made))
    recipes = {recipe.digest: recipe for recipe in look.made_by.values()}
    with store.together():
        store.settle()
        store.put_outputs(name, known)
        store.drop_outputs(name, look.known.keys() - known.keys() - look.kept(made))
        store.put_views(name, _views(look, made, pile), pieces)
        if store.basis(name) != look.basis:
            store.put_basis(name, look.basis)
        store.put_recipes({d: msgspec.json.encode(r.parts) for d, r in recipes.items()})


def _retold(look: Survey) -> Iterator[tuple[str, Known]]:
    """Places that are kept though they declare other bodies: the key is that of the new ones."""
    for place, texts in look.texts.items():
        row = look.known.get(place)
        if row and row.texts != texts:
            yield place, row._replace(texts=texts)


def _known(look: Survey, made: Files) -> Iterator[tuple[str, Known]]:
    for place, files in made.items():
        key, texts = look.keys[place], look.texts[place]
        if place.endswith("/"):
            yield place, Known(key, 0, 0, "", texts)
        for file in files:
            yield file.path, Known(key, *file.stamp, file.digest, texts)


def _views(look: Survey, made: Files, pile: Pile) -> Iterator[tuple[str, KeptView]]:
    """What was made, of what and why."""
    for place in made:
        kept, verdict = pile.get(place), look.verdicts[place].value
        yield place, KeptView(look.keys[place], look.made_by[place].digest, *kept, verdict)
