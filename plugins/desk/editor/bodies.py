"""A text as residents will read it, before it is saved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from markupsafe import Markup
from PIL import Image

from plugins.desk.editor.library import Place
from plugins.desk.memory import CONTENT
from plugins.newsroom import addresses, folders, prose
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.prose import Picture
from plugins.newsroom.source import Source
from plugins.problems import Problem

FILES = "/redakcja/plik/"
SHOWN = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".webp": "image/webp"}


@dataclass(frozen=True, slots=True)
class Shown:
    """HTML of the site's own making, and what is wrong in the text."""

    html: Markup
    problems: tuple[Problem, ...]


def shown(root: Path, place: Place, body: str, records: Mapping[str, Record], base: str) -> Shown:
    """Render a record's body as the site does; ``base``: where the preview stands."""
    kind = KINDS[place.folder]
    done = prose.rendered(Source(place.path, "", 1, body, 1), kind.prefix, KINDS)
    links = {one: addresses.of(records[one]) for one in done.prose.links if one in records}
    links = {target: base.rstrip("/") + address for target, address in links.items()}
    pictures = {name: _picture(root, name) for name in done.prose.pictures}
    return Shown(Markup(prose.finished(done.html, links, pictures)), done.problems)


def _picture(root: Path, name: str) -> Picture:
    """A picture's own file, as large as it is; of what is no picture, nothing."""
    found = next(_files(root, name), None)
    try:
        with Image.open(root / (found or ""), formats=("JPEG", "PNG", "WEBP")) as image:
            width, height = image.size
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return Picture(f"{FILES}brak", 1, 1)  # the check says what is wrong with it
    assert found is not None, "the project's folder is no picture"
    return Picture(FILES + quote(found.removeprefix(f"{CONTENT}/")), width, height)


def _files(root: Path, name: str) -> Iterator[str]:
    """Where a picture may lie: where it is named, or in the shared folder."""
    places = (name, f"{CONTENT}/{folders.MEDIA}/{PurePosixPath(name).name}")
    return (one for one in places if picture_type(root, one))


def picture_type(root: Path, path: str) -> str:
    """The media type of a picture below ``content/``; empty for anything else, links too."""
    parts = path.split("/")
    if parts[0] != CONTENT or any(part in ("", ".", "..") for part in parts) or "\\" in path:
        return ""
    kind = SHOWN.get(PurePosixPath(path).suffix.lower(), "")
    if not kind or "\0" in path or not (root / path).is_file():
        return ""
    return kind if (root / path).resolve() == root.resolve() / path else ""
