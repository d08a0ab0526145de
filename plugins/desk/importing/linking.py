"""What a page points at: links, pictures, files and players, made fit for a record."""

from __future__ import annotations

import base64
import binascii
import io
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from bs4 import Tag
from PIL import Image, UnidentifiedImageError

from plugins.desk.importing import opening, tree
from plugins.desk.importing.marking import Marks
from plugins.desk.importing.values import SELF, Attached, Text
from plugins.newsroom.marks import MARK
from plugins.newsroom.spelling import slug
from plugins.problems import Problems

PICTURES_WHOLE = 100_000_000
"""Bytes of all pictures and files of one text."""

_DOCUMENTS = frozenset(
    (".pdf", ".docx", ".doc", ".odt", ".rtf", ".xlsx", ".xls", ".ods", ".csv", ".zip", ".pptx")
)
_PLAYERS = ("iframe", "video", "audio", "object", "embed")


@dataclass
class Links:
    """Gathers the files that go with a text while its tree is changed."""

    text: Text
    base: str
    marks: Marks
    pictures: list[Attached] = field(default_factory=list)
    downloads: list[Attached] = field(default_factory=list)
    _taken: dict[str, str] = field(default_factory=dict)

    def mend(self, root: Tag) -> None:
        """Make every link of the tree one that a record may hold."""
        for player in root.find_all(_PLAYERS):
            if not player.decomposed:
                self._player(player)
        for image in root.find_all("img"):
            self._image(image)
        for link in root.find_all("a"):
            self._link(link)

    def _player(self, player: Tag) -> None:
        """A player of another site sets cookies; the officer adds the film or its link."""
        inner = player.find(("source", "embed", "param"))
        sources = [player.get("src"), player.get("data"), inner.get("src") if inner else ""]
        address = self._absolute(next((str(one) for one in sources if one), ""))
        tells = f" ({address})" if address else ""
        self.marks.after(player, f"był tu odtwarzacz albo wstawka{tells} – dodaj film lub odnośnik")
        player.name = "div"
        for empty in player.find_all(("source", "track", "param", "embed")):
            if not empty.decomposed:
                empty.decompose()

    def _image(self, image: Tag) -> None:
        alt = " ".join(str(image.get("alt") or "").split()).strip("[]")
        source = str(image.get("src") or image.get("data-src") or "")
        file = self._picture(source)
        if file:
            image["src"], image["alt"] = file, alt or f"{MARK} opis obrazu"
            return
        address = self._absolute(source)
        if address.startswith("http"):
            image.name = "a"
            image["href"], image.string = address, f"obraz: {alt or urlsplit(address).path}"
            self.marks.after(image, "obraz jest na innej stronie – zapisz go obok tekstu i wstaw")
        else:
            self.marks.after(image, f"brak obrazu „{_brief(unquote(source))}” – wstaw go")
            image.name = "span"
            image.string = alt

    def _picture(self, source: str) -> str:
        """The name of a file beside the record, if the bytes of the picture are here."""
        if source in self._taken:
            return self._taken[source]
        data = _readable(self.bytes_of(source))
        if data is None:
            return ""
        name = f"{len(self.pictures) + 1}{data[0]}"
        self.pictures.append(Attached(name, data[1]))
        self._taken[source] = f"{SELF}-{name}"
        return self._taken[source]

    def bytes_of(self, source: str) -> bytes:
        """What an address names, if it came with the text; empty if not."""
        whole = sum(len(one.data) for one in (*self.pictures, *self.downloads))
        if source in self.text.pictures:
            data = self.text.pictures[source]
        elif source.startswith("data:"):
            data = _inline(source)
        else:
            data = self._beside(source)
        return data if whole + len(data) <= PICTURES_WHOLE else b""

    def _beside(self, source: str) -> bytes:
        """A file in the folder of the source or below it, never through a link."""
        folder, name = self.text.folder, unquote(source.split("?")[0].split("#")[0])
        if folder is None or not name or re.match(r"[a-z][a-z0-9+.-]*:|[/\\]", name, re.IGNORECASE):
            return b""
        try:
            inside, path = folder.resolve(), (folder / name).resolve()
            if not path.is_relative_to(inside) or path != inside / Path(name):
                return b""
            return opening.read(path) if path.is_file() else b""
        except (OSError, ValueError, RuntimeError, Problems):
            return b""

    def _absolute(self, address: str) -> str:
        """A whole address, if the page's own is known; without what no record may hold."""
        try:
            whole = urljoin(self.base, address.strip()) if self.base else address.strip()
            parts = urlsplit(whole)
        except ValueError:
            return ""
        if parts.scheme.lower() in ("http", "https") and parts.netloc:
            return quote(whole, safe="/:?#@!$&'*+,;=%~-._").replace("'", "%27").replace("*", "%2A")
        return whole if parts.scheme.lower() in ("mailto", "tel") else ""

    def _link(self, link: Tag) -> None:
        href = str(link.get("href") or "").strip()
        link.attrs = {}
        if not href or href.startswith("#"):
            link.name = "span"
            return
        address = self._absolute(href)
        if address and re.fullmatch(r"https?://[^\s/?#]+\S*|(?:mailto|tel):\S+", address, re.I):
            link["href"] = address
            if not tree.words(link) and link.find("img") is None:
                link.string = address
            return
        self._unreachable(link, href)
        link.name = "span"

    def _unreachable(self, link: Tag, href: str) -> None:
        """A link within the old site: a document beside it comes along, the rest is told."""
        suffix = Path(unquote(href.split("?")[0])).suffix.lower()
        data = self.bytes_of(href) if suffix in _DOCUMENTS else b""
        label = tree.words(link)
        if data:
            stem = slug(Path(unquote(href)).stem)[:40] or "plik"
            taken = {one.name for one in self.downloads}
            number = sum(name.startswith(stem) for name in taken)
            name = f"{stem}{f'-{number + 1}' if number else ''}{suffix}"
            self.downloads.append(Attached(name, data, label or stem))
            return
        if href.lower().startswith(("javascript:", "data:", "vbscript:")):
            return
        told = f"odnośnik „{_brief(label)}” prowadził do „{_brief(unquote(href))}”"
        self.marks.after(link, f"{told} – wskaż nowe miejsce")


def _brief(text: str) -> str:
    line = " ".join(re.sub(r"[<>]", " ", text).split())
    return line if len(line) <= 120 else f"{line[:119]}…"


def _inline(source: str) -> bytes:
    """The bytes of a ``data:`` address."""
    kind, _, data = source.partition(",")
    if not kind.endswith(";base64"):
        return b""
    try:
        return base64.b64decode(re.sub(r"\s+", "", unquote(data)), validate=True)
    except (binascii.Error, ValueError):
        return b""


_KEPT = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
PIXELS = 60_000_000


def _readable(data: bytes) -> tuple[str, bytes] | None:
    """A picture's suffix and bytes: what a site may show stays, other kinds become PNG."""
    if not data:
        return None
    try:
        with Image.open(io.BytesIO(data), formats=[*_KEPT, "GIF", "BMP", "TIFF"]) as image:
            if image.width * image.height > PIXELS:
                return None
            if image.format in _KEPT:
                return _KEPT[image.format], data
            made = io.BytesIO()
            image.convert("RGBA").save(made, "PNG")
            return ".png", made.getvalue()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        return None
