"""What a photograph knows of its place and its author never reaches the site."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from tests.newsroom import papers
from tests.site.project import Project, tree

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
    assert len(pictures) == 4
    for path, data in pictures.items():
        shown = Image.open(BytesIO(data))
        assert not dict(shown.getexif()), path
        assert not {"exif", "xmp", "comment", "photoshop"} & shown.info.keys(), path
        assert not [block for block in BLOCKS if block in data], path
    for path, data in published.items():
        assert not [secret for secret in SECRETS if secret in data], path
        assert photo[:2000] not in data, path
