"""What a photograph knows of its place and its author never reaches the site."""

from __future__ import annotations

import json
import subprocess
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
from PIL import Image

from plugins.newsroom import variants
from tests import photograph
from tests.newsroom import papers
from tests.site.project import Project, tree
from tests.ssim import ssim

SECRETS = (b"KOMENTARZ-TAJNY", b"Fotograf Tajny", b"OPIS-TAJNY", b"MIASTO-TAJNE", b"Exif\0\0")
BLOCKS = (b"EXIF", b"XMP ", b"http://ns.adobe.com/xap", b"8BIM", b"photoshop")
NEWS = """---
tytuł: Patrole nad zalewem
data publikacji: 2026-11-20
zdjęcie:
  plik: patrol.jpg
  alt: Dwoje policjantów idzie brzegiem zalewu
galeria:
  - plik: patrol-2.png
    alt: Łódź patrolowa przy pomoście
załączniki:
  - plik: patrol.jpg
    opis: Zdjęcie patrolu do pobrania
---

![Patrol z daleka](patrol.jpg)
"""


def test_no_metadata_and_no_original_is_published(project: Project) -> None:
    photo = papers.jpeg(
        "KOMENTARZ-TAJNY",
        gps=True,
        artist="Fotograf Tajny",
        xmp="<dc:title>OPIS-TAJNY</dc:title>",
        city="MIASTO-TAJNE",
        size=(1200, 800),
    )
    assert all(secret in photo for secret in SECRETS)
    folder = "content/aktualnosci/2026/"
    project.write(f"{folder}patrole-nad-zalewem.md", NEWS)
    project.write(f"{folder}patrol.jpg", photo)
    project.write(f"{folder}patrol-2.png", papers.png("KOMENTARZ-TAJNY"))
    said = project.build()
    assert f"Uwaga: {folder}patrol.jpg: zapisano w nim, gdzie je zrobiono" in said
    published = tree(project.output)
    pictures = {path: data for path, data in published.items() if path.startswith("obrazy/patrol")}
    assert len(pictures) == 8
    for path, data in pictures.items():
        shown = Image.open(BytesIO(data))
        assert not dict(shown.getexif()), path
        assert not {"exif", "xmp", "comment", "photoshop"} & shown.info.keys(), path
        assert not [block for block in BLOCKS if block in data], path
    for path, data in published.items():
        assert not [secret for secret in SECRETS if secret in data], path
        assert photo[:2000] not in data, path


TOLD = {"File", "SourceFile", "ExifTool", "Composite", "RIFF", "JFIF", "ICC_Profile"}
"""Groups of exiftool that tell of the file itself, its coding and its colours."""


@pytest.fixture(scope="module")
def photo() -> bytes:
    """A telephone's photograph; its grain is harder to keep than what cameras leave."""
    return photograph.taken(photograph.scene(7))


@pytest.fixture(scope="module")
def published(photo: bytes) -> dict[str, bytes]:
    """Each of its variants, by name."""
    with Image.open(BytesIO(photo)) as original:
        assert original.size == photograph.SIZE
        widest = variants.widest(original)
    names = product(variants.WIDTHS, variants.SUFFIXES)
    return {f"{width}.{suffix}": variants.made(widest, suffix, width) for width, suffix in names}


def test_a_reader_of_metadata_finds_none_in_a_telephone_s_photograph(
    photo: bytes, published: dict[str, bytes], tmp_path: Path, exiftool: Path
) -> None:
    (tmp_path / "oryginal.jpg").write_bytes(photo)
    (before,) = _read(exiftool, tmp_path / "oryginal.jpg")
    names = {name.partition(":")[2] for name in before}
    assert {"GPSLatitude", "Artist", "ThumbnailImage", "Comment"} <= names
    for name, made in published.items():
        (tmp_path / name).write_bytes(made)
        assert not [secret for secret in SECRETS if secret in made]
    for tags in _read(exiftool, *(tmp_path / name for name in published)):
        assert {name.partition(":")[0] for name in tags} <= TOLD, tags
        assert not {"File:Comment", "EXIF:Artist"} & tags.keys()


def test_a_photograph_of_a_gallery_is_light_and_like(
    photo: bytes, published: dict[str, bytes]
) -> None:
    with Image.open(BytesIO(photo)) as original:
        plain = original.resize((780, 585), Image.Resampling.LANCZOS)
    for suffix in variants.SUFFIXES:
        data = published[f"780.{suffix}"]
        assert len(data) <= 90_000, suffix
        with Image.open(BytesIO(data)) as shown:
            assert ssim(plain, shown) >= 0.95, suffix


def _read(exiftool: Path, *files: Path) -> list[dict[str, object]]:
    """Every tag of each file, with its group."""
    words = [str(exiftool), "-json", "-G", "-a", "-u", *map(str, files)]
    done = subprocess.run(words, capture_output=True, check=True)
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found
