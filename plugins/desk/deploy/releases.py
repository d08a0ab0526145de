"""The order in which an edition becomes public, or an earlier one again."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.desk.deploy import draft, memory, plan
from plugins.desk.deploy.draft import Past, Whole
from plugins.desk.deploy.memory import Memory
from plugins.desk.deploy.plan import MANIFEST, Edition, Manifest
from plugins.desk.deploy.prepared import Earlier, prepare
from plugins.desk.deploy.recycled import begun
from plugins.desk.deploy.shelf import Shelf
from plugins.desk.deploy.targets import Target
from plugins.problems import Problem, Problems

KEPT = 5
"""Editions that stay, the public one among them."""


def past(shelf: Shelf, target: Target) -> Past:
    """What is public now, and what any edition that is still there knows of."""
    manifests = {name: manifest(shelf, name) for name in shelf.published()}
    found = (_memory(shelf, target, one) for one in manifests.values())
    memories = tuple(one for one in found if one is not None)
    return Past(manifests.get(shelf.current()), memories, plan.history(manifests.values()))


def _memory(shelf: Shelf, target: Target, of: Manifest) -> Memory | None:
    listing = next((path for path in of.files if path.endswith(f"/{memory.FILE}")), "")
    data = shelf.read(of.edition.name, listing) if listing else None
    told = f"{target}: {of.edition.name}/{listing}"
    return None if data is None else memory.read(data, told)


def manifest(shelf: Shelf, name: str) -> Manifest:
    """Of one edition; raises :class:`Problems` if it has none that can be read."""
    data = shelf.read(name, MANIFEST)
    return plan.read(data or b"", f"{name}/{MANIFEST}")


def publish(shelf: Shelf, target: Target, whole: Whole) -> Manifest:
    """Make an edition and make it public; until its last step nothing public has changed."""
    old = _spare(shelf, whole.manifest.edition.name)
    made = prepare(
        whole.tree,
        whole.manifest,
        shelf.workspace(),
        shelf.earlier(),
        begun(whole.tree, whole.manifest, old) if old else None,
        is_compressed=target.form.is_compressed,
    )
    shelf.receive(made.edition.name)
    show(shelf, made)
    return made


def _spare(shelf: Shelf, new: str) -> Earlier | None:
    """An edition that a new one would push out, and that nobody sees now."""
    names = shelf.published()
    outdated_then = [one for one in outdated((*names, new), new) if one != shelf.current()]
    return shelf.reused(outdated_then[-1]) if outdated_then else None


def show(shelf: Shelf, new: Manifest) -> None:
    """Make a received edition public, and let go of what is too old."""
    name = new.edition.name
    others = [one for one in reversed(shelf.published()) if one != name]
    for source, paths in draft.carried((manifest(shelf, one) for one in others), new):
        shelf.carry(source, name, paths)
    shelf.switch(name)
    shelf.drop(outdated(shelf.published(), name))


def go_back(shelf: Shelf, name: str) -> None:
    """Make an earlier edition public again; what open pages of later ones ask for, stays."""
    show(shelf, manifest(shelf, name))


def outdated(published: tuple[str, ...], current: str) -> tuple[str, ...]:
    """Names of the editions to delete; never the public one.

    >>> outdated(("1", "2", "3", "4", "5", "6", "7"), "2")
    ('1', '3')
    """
    others = [name for name in published if name != current]
    return tuple(others[: -(KEPT - 1)])


def earlier_than(shelf: Shelf, wanted: str) -> str:
    """The edition to go back to: the wanted one, or the one that was public before this one.

    Raises :class:`Problems` that name those there are.
    """
    names, current = shelf.published(), shelf.current()
    if wanted:
        if wanted in names and wanted != current:
            return wanted
        raise _none(f"nie ma wcześniejszego wydania „{wanted}”", names)
    after = manifest(shelf, current).edition.after if current else ""
    before = [name for name in names if name < current]
    if not before:
        raise _none("nie ma wcześniejszego wydania", names)
    return after if after in before else before[-1]


def _none(what: str, names: tuple[str, ...]) -> Problems:
    there = ", ".join(names) or "żadnego"
    return Problems([Problem("rollback", 0, "", f"{what} – na serwerze są: {there}")])


def editions(shelf: Shelf) -> Iterator[tuple[Edition, bool]]:
    """Every edition that can be shown, the newest first; ``True``: it is public."""
    current = shelf.current()
    for name in reversed(shelf.published()):
        yield manifest(shelf, name).edition, name == current
