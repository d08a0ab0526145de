"""What the desk remembers between commands: a file of its own, so that no build is waited for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.press.digest import of_bytes
from plugins.press.memo import Memo
from plugins.press.modules import Modules
from plugins.press.store import Shelf, Store

CONTENT = "content"


@contextmanager
def shelves(root: Path, *rooms: str) -> Iterator[tuple[Shelf, ...]]:
    """Shelves of these names; raises :class:`Problems` if nothing can be remembered."""
    with Store(root / ".debaty" / "desk.sqlite") as store:
        version = _version(store)
        yield tuple(store.shelf(room, version) for room in rooms)


def _version(store: Store) -> str:
    """Of the code that reads; what other code read is forgotten."""
    imports = Memo(store.shelf("imports", "1"))
    code = Modules(imports).code(["plugins.newsroom.edition"])
    imports.save()
    return of_bytes(repr(code).encode())
