"""``/.well-known/debaty.json``: every address that was ever public, and what became of it."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from plugins.desk.deploy.naming import is_fingerprinted
from plugins.newsroom.addresses import file
from plugins.problems import Problem, Problems

FILE = ".well-known/debaty.json"


@dataclass(frozen=True, slots=True)
class Memory:
    """Addresses are root-relative.

    ``site``: its whole address; ``standing``: what is published; ``permanent``: addresses of
    records, and old ones that lead to them: they only grow; ``withdrawn``: of records that were
    withdrawn, with their feeds and calendars; ``moved``: old → present address; ``remembered``:
    what was published once and is not any more; ``abandoned``: which of those were given up,
    and why; ``edition``: what is told of the edition, for who wants to make it again.
    """

    site: str
    standing: frozenset[str]
    permanent: frozenset[str] = frozenset()
    withdrawn: frozenset[str] = frozenset()
    moved: Mapping[str, str] = field(default_factory=dict)
    remembered: frozenset[str] = frozenset()
    abandoned: Mapping[str, str] = field(default_factory=dict)
    edition: Mapping[str, str] = field(default_factory=dict)

    @property
    def base(self) -> str:
        """The path that the site is served under; empty at a domain's root."""
        return urlsplit(self.site).path.strip("/")

    @property
    def ever(self) -> frozenset[str]:
        """Every address that was ever published."""
        return self.standing | self.remembered


_SETS = {
    "adresy": "standing",
    "stałe": "permanent",
    "wycofane": "withdrawn",
    "pamiętane": "remembered",
}
_TABLES = {"dawne": "moved", "porzucone": "abandoned", "wydanie": "edition"}


def read(data: bytes, told: str = FILE) -> Memory:
    """The memory in a file's bytes; raises :class:`Problems` that name the file as ``told``."""
    try:
        found = json.loads(data)
        sets: dict[str, Any] = {name: _texts(found.get(key, [])) for key, name in _SETS.items()}
        tables = {name: _table(found.get(key, {})) for key, name in _TABLES.items()}
        return Memory(str(found.get("strona", "")), **{**sets, **tables})
    except (ValueError, TypeError, AttributeError):
        text = "to nie jest lista adresów strony – przywróć ten plik z kopii"
        raise Problems([Problem(told, 0, "", text)]) from None


def _texts(found: Any) -> frozenset[str]:
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise TypeError
    return frozenset(found)


def _table(found: Any) -> dict[str, str]:
    if not all(isinstance(one, str) for pair in found.items() for one in pair):
        raise TypeError
    return dict(found)


def written(memory: Memory) -> bytes:
    """JSON with sorted lists; what is empty is left out."""
    sets: dict[str, Any] = {key: sorted(getattr(memory, name)) for key, name in _SETS.items()}
    tables = {key: dict(sorted(getattr(memory, name).items())) for key, name in _TABLES.items()}
    whole = {"strona": memory.site, **sets, **tables}
    kept = {key: value for key, value in whole.items() if value}
    return (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode()


def merged(now: Memory, past: Iterable[Memory]) -> Memory:
    """What is published now, and all that was before."""
    every = tuple(past)
    ever = frozenset().union(*(one.ever for one in every))
    abandoned = {address: why for one in every for address, why in one.abandoned.items()}
    old = {address for one in every for address in one.moved}
    return replace(
        now,
        permanent=now.permanent.union(old, *(one.permanent for one in every)),
        remembered=frozenset(one for one in ever - now.standing if not is_fingerprinted(one)),
        abandoned={a: why for a, why in abandoned.items() if a not in now.standing},
    )


@dataclass(frozen=True, slots=True)
class Fates:
    """What becomes of addresses at which nothing stands any more, sorted.

    ``dead``: nobody said what they became; ``folded``: a list that is empty now → the nearest
    page above it; ``gone``: parts of what was withdrawn, or that a record no longer has.
    """

    dead: tuple[str, ...] = ()
    folded: tuple[tuple[str, str], ...] = ()
    gone: tuple[str, ...] = ()


def fates(memory: Memory, files: Container[str]) -> Fates:
    """Of every address that was ever published and has no file among ``files``."""
    lost = sorted(one for one in memory.ever | memory.permanent if file(one) not in files)
    dead, gone = [], []
    folded: list[tuple[str, str]] = []
    for address in (one for one in lost if one not in memory.moved):
        if address in memory.abandoned or address in memory.withdrawn:
            gone.append(address)
        elif address in memory.permanent:
            dead.append(address)
        elif owner := _owner(address, memory.permanent):
            if file(owner) in files or owner in memory.abandoned:
                gone.append(address)  # otherwise the owner itself is told
        elif _is_page(address):
            folded.append((address, _nearest(address, files)))
        elif not address.startswith("/sitemap"):
            dead.append(address)
    return Fates(tuple(dead), tuple(folded), tuple(gone))


def _is_page(address: str) -> bool:
    return address.endswith(("/", ".html"))


def _above(address: str) -> Iterator[str]:
    """Folders above an address, the nearest first.

    >>> list(_above("/debaty/x/debata.ics"))
    ['/debaty/x/', '/debaty/', '/']
    """
    while address != "/":
        address = address.rstrip("/").rpartition("/")[0] + "/"
        yield address


def _owner(address: str, permanent: Container[str]) -> str:
    return next((one for one in _above(address) if one in permanent), "")


def _nearest(address: str, files: Container[str]) -> str:
    return next((one for one in _above(address) if file(one) in files), "/")
