"""Say of one path whether it is up to date, what would make it again, why it was made last."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

import msgspec

from plugins.outputs import Plan
from plugins.press.digest import encoded
from plugins.press.faults import told
from plugins.press.kept import loaded
from plugins.press.reasons import Verdict, reason
from plugins.press.recipes import Parts
from plugins.press.site import Site
from plugins.press.store import KeptView, Store, Story
from plugins.press.survey import Item, Survey, survey
from plugins.press.theme import Theme
from plugins.problems import Problems


class NotPlanned(Exception):
    """The site has no such page or file: a Polish sentence."""


def explain(plan: Plan, path: str, *, root: Path, output: Path, store: Store, theme: Theme) -> str:
    """Polish sentences about ``path``, given as an address or as a file of the output folder.

    Makes nothing. Raises :class:`NotPlanned` when the site has no such place, and
    :class:`Problems` as a build would before it makes anything.
    """
    with told(root):
        site = Site.of(output, root, store)
        look = survey(plan, site, theme)
        wanted = _within(path, site)
        place = _place(wanted, look.items)
        if place is None:
            raise NotPlanned(_missing(wanted, look.items))
        return _about(place, site, look)


def _within(path: str, site: Site) -> str:
    """A path as the plan writes it, still without ``index.html``."""
    path = path.strip().replace("\\", "/").partition("#")[0].partition("?")[0]
    for folder in (site.folder.as_posix(), f"./{site.name}", site.name):
        path = path.removeprefix(f"{folder}/")
    return path.removeprefix("./").strip("/")


def _place(path: str, items: Mapping[str, Item]) -> str | None:
    """The place of a page, a file, a bundle or a file in a bundle."""
    candidates = (path, f"{path}/index.html".lstrip("/"), f"{path}/")
    bundles = (place for place in items if place.endswith("/") and path.startswith(place))
    return next((place for place in (*candidates, *bundles) if place in items), None)


def _missing(path: str, items: Mapping[str, Item]) -> str:
    file = path if "." in path.rpartition("/")[2] else f"{path}/index.html"
    near = get_close_matches(file, items, n=3)
    hint = f" Najbliższe: {', '.join(f'/{place}' for place in near)}." if near else ""
    return f"Witryna nie ma strony ani pliku „/{path}”.{hint}"


def _about(place: str, site: Site, look: Survey) -> str:
    verdicts = _verdicts(look)
    past = site.store.stories(site.name, [place]).get(place)
    last = f"Ostatnio utworzony z powodu: {made_for(past, site.store)}." if past else _NEVER
    source = look.items[place].source
    origin = f" Źródło: {source}." if source else ""
    if place not in verdicts:
        return f"„/{place}” jest aktualny. {last}{origin}"
    why = verdicts[place].value
    if past and verdicts[place] is Verdict.CHANGED:
        item, was = look.items[place], _parts(site.store, past.kept.recipe)
        view = _view(past.kept, site.store)
        why = reason(was, look.recipes.of(item).parts, view, encoded(item.view))
    return f"„/{place}” zostanie utworzony przy najbliższym budowaniu: {why}. {last}{origin}"


_NEVER = "Jeszcze nie powstał."


def made_for(story: Story, store: Store) -> str:
    """Why an output was last made, as Polish clauses."""
    kept = story.kept
    if kept.verdict != Verdict.CHANGED.value or not story.old_recipe:
        return kept.verdict
    old = kept._replace(data=story.old_data, pieces=story.old_pieces) if story.old_data else kept
    was, now = _parts(store, story.old_recipe), _parts(store, kept.recipe)
    return reason(was, now, _view(old, store), _view(kept, store))


def _parts(store: Store, recipe: str) -> Parts:
    return msgspec.json.decode(store.recipes()[recipe], type=Parts)


def _view(view: KeptView, store: Store) -> bytes:
    """A kept view as JSON; empty if it is not kept, or by code that knew other views."""
    item = loaded(view, store.pieces(view.pieces.split()), {})
    return encoded(item.view) if item else b""


def _verdicts(look: Survey) -> Mapping[str, Verdict]:
    """Why each stale place is stale; raises :class:`Problems` of views that cannot be."""
    for _ in look.stale():
        pass  # only to know
    if look.faults:
        raise Problems(look.faults)
    return look.verdicts
