"""What is to be published: outputs, bundles and the plan that holds them.

Making an output is a pure function of its *view*: the frozen plain values that are all it
may read. A view holds text, numbers, booleans, ``None``, dates, enums, tuples, frozen
dataclasses, :class:`Text` and :class:`File`; ``press`` resolves the last two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from plugins.problems import Problem, Problems


@dataclass(frozen=True, slots=True)
class Text:
    """A body of HTML kept in the store under the digest of its content."""

    digest: str


@dataclass(frozen=True, slots=True)
class File:
    """An original on disk: ``path`` relative to the project's folder, digest of its bytes."""

    path: str
    digest: str


class Tools(Protocol):
    """All that a maker may use besides its view."""

    def render(self, view: object, **also: object) -> str:
        """The output's own template, with ``view`` as the variable ``page`` and ``also``."""

    def text(self, text: Text) -> str:
        """The HTML of a body."""

    def file(self, file: File) -> bytes:
        """The bytes of an original."""


class Ledger(Protocol):
    """What an index noted of its last whole run; it may be lost at any time."""

    @property
    def is_whole(self) -> bool:
        """Whether this run is to be whole, whatever was noted."""

    def read(self) -> bytes:
        """What was noted for this site; empty: nothing."""

    def write(self, noted: bytes) -> None:
        """Note it instead of what was noted."""


class Edits(Protocol):
    """Bodies that changed since a site was made, of which nothing else has."""

    @property
    def instead(self) -> Mapping[str, str]:
        """Digest of a body as it was → as it is."""

    def kept(self, place: str) -> Output | Bundle | None:
        """What last stood at a place of this site, with the old bodies; None: it is not known."""


Make = Callable[[Any, Tools], bytes]
MakeBundle = Callable[[Any, Tools, Path], None]


class Later:
    """A view that is made when someone asks for it: ``Later(view, catalogue, record)``.

    ``texts``: digests of all bodies in it. As long as these and the plan's ``basis`` stand, the
    view is what it was, and nobody needs to ask.
    """

    __slots__ = ("_args", "_function", "_made", "texts")

    def __init__(
        self, function: Callable[..., object], *args: object, texts: Iterable[str] = ()
    ) -> None:
        self._function, self._args = function, args
        self.texts = tuple(filter(None, texts))
        self._made: object = None

    def __call__(self) -> object:
        """The view; made once."""
        if self._made is None:
            self._made = self._function(*self._args)
        return self._made

    def forget(self) -> None:
        """Let go of the view; whoever asks again has it made again."""
        self._made = None

    def __reduce__(self) -> tuple[Callable[[object], object], tuple[object]]:
        """What another process gets is the view itself."""
        return _itself, (self(),)


def _itself(view: object) -> object:
    return view


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site.

    ``path`` is relative to the site's root, with ``/`` between parts; ``given`` is the view or
    a :class:`Later`; ``template`` names the entry template whose closure takes part in the key;
    ``source`` is the record's file, named when two outputs claim one path.
    """

    path: str
    make: Make
    given: object
    template: str | None = None
    source: str = ""

    @property
    def place(self) -> str:
        """Where it stands."""
        return self.path

    @property
    def view(self) -> object:
        """The frozen value that the file is made from."""
        return self.given() if isinstance(self.given, Later) else self.given


@dataclass(frozen=True, slots=True)
class Bundle:
    """A folder of files whose names only the maker knows (a search index).

    ``given`` is the view or a :class:`Later`.
    """

    folder: str
    make: MakeBundle
    given: object
    source: str = ""

    @property
    def place(self) -> str:
        """Where it stands: a folder, told by ``/`` at its end."""
        return f"{self.folder}/"

    @property
    def view(self) -> object:
        """The frozen value that the files are made from."""
        return self.given() if isinstance(self.given, Later) else self.given


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything the site is to hold, sorted by path, each path claimed once.

    ``basis`` is a digest of all that views are made from, but bodies; empty: not known.
    """

    outputs: tuple[Output, ...]
    bundles: tuple[Bundle, ...] = ()
    basis: str = ""

    @classmethod
    def of(cls, items: Iterable[Output | Bundle], basis: str = "") -> Plan:
        """Sort and check; raise :class:`Problems` that name both claimants of a path."""
        claims = list(items)
        problems = [*_unsafe(claims), *_collisions(claims), *_inside(claims)]
        if problems:
            raise Problems(problems)
        return cls(
            tuple(sorted((c for c in claims if isinstance(c, Output)), key=_place)),
            tuple(sorted((c for c in claims if isinstance(c, Bundle)), key=_place)),
            basis,
        )

    def __iter__(self) -> Iterator[Output | Bundle]:
        yield from self.outputs
        yield from self.bundles


def _place(claim: Output | Bundle) -> str:
    return claim.path if isinstance(claim, Output) else claim.folder


def _unsafe(claims: Iterable[Output | Bundle]) -> Iterator[Problem]:
    for claim in claims:
        if not is_inside(_place(claim)):
            yield Problem(
                claim.source,
                0,
                "",
                f"adres „{_place(claim)[:80]}” nie może być plikiem – zmień go albo skróć",
            )


_OUTSIDE = re.compile(
    r"^/|^[A-Za-z]:|(?:^|/)\.{1,2}(?:/|$)|//|/$|^$|\\|[\x00-\x1f\x7f]"
    r"|[. ](?:/|$)|(?:^|/)(?:con|prn|aux|nul|com\d|lpt\d)(?:[./]|$)",  # names of Windows devices
    re.IGNORECASE,
)
_LONGEST = 200  # bytes of a name: file systems stop at 255


def is_inside(path: str) -> bool:
    r"""Whether a path stays inside the site on every system.

    >>> [is_inside(p) for p in ("a/index.html", "../a", "/a", "a//b", "C:/a", "a\\b", "a/")]
    [True, False, False, False, False, False, False]
    """
    long = len(path) > _LONGEST and any(len(n.encode()) > _LONGEST for n in path.split("/"))
    return not long and not _OUTSIDE.search(path)


def _collisions(claims: Iterable[Output | Bundle]) -> Iterator[Problem]:
    """Paths that are equal on some file system: same letters, letter case or normal form."""
    first: dict[str, Output | Bundle] = {}
    for claim in claims:
        other = first.setdefault(_folded(_place(claim)), claim)
        if other is not claim:
            yield _collision(claim, other)


def _folded(place: str) -> str:
    """A path as some file system takes it."""
    return (place if place.isascii() else unicodedata.normalize("NFC", place)).casefold()


def _collision(claim: Output | Bundle, other: Output | Bundle) -> Problem:
    one, two = sorted((claim.source or "witryna", other.source or "witryna"))
    path, same = (two, one) if two != "witryna" else (one, two)
    return Problem(
        path,
        0,
        "",
        f"adres „/{_place(claim)}” zajmuje już {same} – zmień jeden z nich",
    )


def _inside(claims: list[Output | Bundle]) -> Iterator[Problem]:
    """A file where a folder must be, and a file in a bundle's folder."""
    owners = {_folded(_place(claim)): claim for claim in claims}
    folders = {parent for place in owners for parent in _parents(place)}
    for taken in folders & owners.keys():
        for place, claim in owners.items():
            if place.startswith(f"{taken}/"):
                yield _collision(claim, owners[taken])


@lru_cache(maxsize=1 << 12)  # neighbours share folders; more would only fill the memory
def _parents(place: str) -> tuple[str, ...]:
    """``a/b/c`` lies in ``a`` and ``a/b``."""
    parent = place.rpartition("/")[0]
    return (*_parents(parent), parent) if parent else ()
