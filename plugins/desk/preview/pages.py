"""What an address of the preview shows: a file of the folder, its type, and our script in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

SCRIPT = "/.debaty/reload.js"
EVENTS = "/.debaty/events"

# Written out, because the system's table differs from machine to machine.
TYPES = {
    ".atom": "application/atom+xml; charset=utf-8",
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".geojson": "application/geo+json",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".map": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".opml": "text/x-opml; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".webm": "video/webm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "text/xml; charset=utf-8",
    ".xsl": "text/xsl; charset=utf-8",
    ".zip": "application/zip",
}
UNKNOWN = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Moved:
    """The address is written otherwise: ``location``, percent-encoded."""

    location: str


def media_type(file: Path) -> str:
    """The type of a file by its name.

    >>> media_type(Path("kalendarz.ics")), media_type(Path("wszystko.rss.XML"))
    ('text/calendar; charset=utf-8', 'text/xml; charset=utf-8')
    """
    return TYPES.get(file.suffix.lower(), UNKNOWN)


def locate(folder: Path, base: str, target: str) -> Path | Moved | None:
    """The file for a request's ``target``, or where it is, or None when there is none.

    ``base`` is the path under which the site stands on its server, with ``/`` at both ends. A
    folder shows its ``index.html`` and is never listed; nothing out of ``folder`` is shown,
    whatever the target spells and wherever links in the folder lead.
    """
    path = unquote(urlsplit(target).path)
    if not path.startswith(base):
        return Moved(quote(base)) if path in ("/", base[:-1]) else None
    parts = path.removeprefix(base).split("/")
    is_folder = parts[-1] == ""
    parts = parts[:-1] if is_folder else parts
    if not all(map(_is_name, parts)):
        return None
    return _existing(folder, folder.joinpath(*parts), path, is_folder)


def _existing(folder: Path, file: Path, path: str, is_folder: bool) -> Path | Moved | None:
    if is_folder:
        file /= "index.html"
    elif file.is_dir():
        return Moved(quote(path + "/"))
    if not file.is_file() or not file.resolve().is_relative_to(folder.resolve()):
        return None
    return file


_STRANGE = re.compile(r"[\\:\x00-\x1f\x7f]")


def _is_name(part: str) -> bool:
    r"""Whether a part of a path names something below it on every system.

    >>> [_is_name(p) for p in ("a", ".well-known", "..", ".", "", "c:", "a\\b", "a\0")]
    [True, True, False, False, False, False, False, False]
    """
    return part not in ("", ".", "..") and not _STRANGE.search(part)


def with_script(html: bytes, edition: str) -> bytes:
    """The page with our script at its end; by address, so that a strict CSP lets it run.

    >>> with_script(b"<body><p>A</body>", "x-1")
    b'<body><p>A<script src="/.debaty/reload.js" data-edition="x-1"></script></body>'
    """
    script = f'<script src="{SCRIPT}" data-edition="{edition}"></script>'.encode()
    end = html.lower().rfind(b"</body>")
    return html[:end] + script + html[end:] if end >= 0 else html + script


NOT_YET = """<!doctype html>
<html lang="pl">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Podgląd w przygotowaniu</title>
<h1>Podgląd w przygotowaniu</h1>
<p>Strona pojawi się tutaj sama, gdy tylko da się ją zbudować.</p>
</html>
"""

NO_PAGE = NOT_YET.replace("Podgląd w przygotowaniu", "Nie ma takiej strony").replace(
    "Strona pojawi się tutaj sama, gdy tylko da się ją zbudować.",
    '<a href="/">Strona główna</a>',
)
