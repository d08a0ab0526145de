"""A new edition before anything of it is written: what it holds, what it changes, what is odd."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from plugins.desk.deploy import memory, plan
from plugins.desk.deploy.memory import Fates, Memory
from plugins.desk.deploy.naming import FINGERPRINTED
from plugins.desk.deploy.plan import WWW, Changes, Edition, Item, Manifest, Tree
from plugins.desk.deploy.servers import apache, nginx, plain
from plugins.desk.deploy.servers.rules import Rules, rules_of
from plugins.desk.deploy.targets import Form, Target
from plugins.newsroom.addresses import file
from plugins.problems import Problem, Problems

Leading = Callable[[str], bytes]
"""A page that leads on to a whole address."""


@dataclass(frozen=True)
class Past:
    """What stands at a target: the manifest of what is public, if it is known; what all editions
    that are still there remember of addresses; and every edition that they know of.
    """

    manifest: Manifest | None = None
    memories: tuple[Memory, ...] = ()
    history: tuple[Edition, ...] = ()


@dataclass(frozen=True)
class Draft:
    """``memory`` without what is told of the edition; ``tree`` without the list of addresses."""

    target: Target
    memory: Memory
    fates: Fates
    tree: Tree
    pages: frozenset[str]
    past: Past

    @property
    def prefix(self) -> str:
        """Where in the edition the site's own files begin."""
        return prefix(self.target, self.memory)


def prefix(target: Target, known: Memory) -> str:
    """``www/``, or ``www/debaty/`` where a server of ours shows the site below its root."""
    return f"{WWW}{known.base}/" if known.base and target.form.has_releases else WWW


def drafted(
    site: Mapping[str, Item],
    past: Past,
    target: Target,
    leading: Leading,
    abandon: str = "",
) -> Draft:
    """An edition of a built ``site``; with a reason in ``abandon``, dead addresses are given up.

    Raises :class:`Problems` if there is no list of addresses: then it is no site.
    """
    known = memory.merged(_memory(site), past.memories)
    found = memory.fates(known, site)
    if abandon:
        given_up = {**known.abandoned, **dict.fromkeys(found.dead, abandon)}
        known = replace(known, abandoned=given_up)
        found = memory.fates(known, site)
    start, base = prefix(target, known), known.site.rstrip("/")
    tree = {start + path: item for path, item in site.items() if path != memory.FILE}
    for old, new in found.folded:
        tree[start + file(old)] = leading(base + new)
    tree |= _server_files(target, rules_of(known, found), start)
    pages = frozenset(start + path for path in site if path.endswith(".html"))
    return Draft(target, known, found, tree, pages, past)


def _memory(site: Mapping[str, Item]) -> Memory:
    item = site.get(memory.FILE)
    if item is None:
        text = "to nie jest strona zbudowana przez ten program – zbuduj ją: ./debaty build"
        raise Problems([Problem(memory.FILE, 0, "", text)])
    return memory.read(plan.bytes_of(item))


def _server_files(target: Target, rules: Rules, start: str) -> dict[str, Item]:
    if target.form.has_releases:
        return {
            "nginx.conf": nginx.made(rules, target.path),
            f"{start}.htaccess": apache.made(rules),
        }
    if target.form is Form.PAGES:
        return {
            f"{start}_headers": plain.headers(rules),
            f"{start}_redirects": plain.redirects(rules),
        }
    return {f"{start}_redirects": plain.redirects(rules)} if target.form is Form.GITLAB else {}


class Whole(NamedTuple):
    """An edition with nothing left open."""

    tree: Tree
    manifest: Manifest


def finished(draft: Draft, edition: Edition) -> Whole:
    """The whole tree with its list of addresses, and its manifest; reads every file once."""
    told = {"czas": edition.name, "wersja": edition.version, "zbudowano na": edition.moment}
    known = replace(draft.memory, edition={key: value for key, value in told.items() if value})
    tree = {**draft.tree, draft.prefix + memory.FILE: memory.written(known)}
    files = plan.files_of(tree, edition, draft.past.manifest)
    manifest = Manifest(edition, files, history=draft.past.history)
    counts = changes(draft, manifest).counts
    after = draft.past.manifest.edition.name if draft.past.manifest else ""
    return Whole(tree, replace(manifest, edition=replace(edition, after=after, counts=counts)))


def changes(draft: Draft, manifest: Manifest) -> Changes:
    """What the edition changes at the target; the list of addresses does not count."""
    listing = draft.prefix + memory.FILE
    old, new = plan.digests(draft.past.manifest), plan.digests(manifest)
    return plan.plan_of(_without(old, listing), _without(new, listing))


def _without(digests: Mapping[str, str], path: str) -> dict[str, str]:
    return {name: digest for name, digest in digests.items() if name != path}


_BELOW = re.compile(rf"{WWW.rstrip('/')}(?:/[^/]+)*?({FINGERPRINTED})")


def stays(path: str) -> bool:
    """Whether a file of an edition has a digest in its name, whatever the site's base.

    Pages that are open in a browser may still ask for it when the edition is not public any more.
    """
    return bool(_BELOW.fullmatch(path))


def carried(manifests: Iterable[Manifest], new: Manifest) -> list[tuple[str, list[str]]]:
    """Edition → files that pages of it, open in a browser somewhere, may still ask for.

    Only what has a digest in its name, and is no part of the new edition; each file once.
    """
    done = set(new.files)
    found = []
    for manifest in manifests:
        paths = [path for path in manifest.files if path not in done and stays(path)]
        done.update(paths)
        twins = [twin for twin in manifest.twins if twin.rpartition(".")[0] in set(paths)]
        found.append((manifest.edition.name, sorted([*paths, *twins])))
    return [(name, paths) for name, paths in found if paths]
