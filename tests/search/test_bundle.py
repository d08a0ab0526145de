"""What a bundle holds, read back by other means than those that wrote it."""

from __future__ import annotations

import gzip
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from plugins.problems import Problems
from plugins.search import engine, page
from plugins.search.tokens import HEAD
from plugins.search.words import fold
from tests.search.corpus import DOCUMENTS, document, made
from tests.site.project import tree


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("spis") / "lata")


def fragments(folder: Path) -> list[dict[str, Any]]:
    data = (gzip.decompress(file.read_bytes()) for file in (folder / "fragment").iterdir())
    return [json.loads(one.removeprefix(b"pagefind_dcd")) for one in data]


def lemma_of(folder: Path, form: str) -> str:
    lines = (folder / f"slowa/{form[:2]}.txt").read_text("utf-8").splitlines()
    for lemma, _, stem, ends in (line.split(";") for line in lines):
        if form in {stem + end for end in ends.split(",")}:
            return lemma
    return ""


def test_the_same_documents_make_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    assert tree(made(tmp_path / "drugi")) == tree(folder)


def test_only_what_a_browser_fetches_is_kept(folder: Path) -> None:
    names = {path.name for path in folder.iterdir()}
    assert names == {
        *("fragment", "index", "slowa", "litery", "podpowiedzi", "spis.json", "strony.json"),
        *("pagefind.js", "wasm.pl.pagefind", "pagefind-entry.json", "pagefind.pl.pf_meta"),
    }


def test_a_result_shows_the_words_as_they_were_written(folder: Path) -> None:
    found = {one["meta"]["adres"]: one for one in fragments(folder)}
    assert found.keys() == {one.address for one in DOCUMENTS}
    assert found["/c/"]["content"] == "Psy na skwerze · Kosze na śmieci"
    assert found["/a/"]["meta"] | {"wiecej": []} == {
        "title": "Kamery w tunelu",
        "adres": "/a/",
        "rodzaj": "aktualność",
        "dzien": "2025-03-01",
        "kiedy": "1\u00a0marca 2025\u00a0r.",
        "tytul": 3,
        "glowa": 4,  # „kamery” may be two words
        "wiecej": [],
        "klucz": DOCUMENTS[0].key,
    }
    assert found["/d/"]["meta"]["jezyk"] == "en"


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        *(("dzielnicowym", "dzielnicowy"), ("psu", "pies"), ("kamer", "kamera")),
        *(("mieszkancom", "mieszkaniec"), ("podinsp", "podinspektor"), ("smieciami", "smiec")),
    ],
)
def test_any_form_of_a_word_of_the_site_leads_to_it(folder: Path, form: str, lemma: str) -> None:
    assert fold(lemma_of(folder, form)).startswith(lemma)


def test_small_files_are_those_that_are_listed(folder: Path) -> None:
    listed = json.loads((folder / "spis.json").read_bytes())
    assert listed.pop("stron") == len(DOCUMENTS)
    for sort, names in listed.items():
        assert set(names.split()) == {path.stem for path in (folder / sort).iterdir()}


def test_suggestions_are_titles_and_streets_by_any_word(folder: Path) -> None:
    read = {path.stem: path.read_text("utf-8") for path in (folder / "podpowiedzi").iterdir()}
    assert read["tu"] == "Kamery w tunelu"
    assert read["je"] == "ul. Jesionowa"
    assert "ul" not in read


def test_what_narrows_a_search_names_pages_as_pagefind_does(folder: Path) -> None:
    rows = json.loads((folder / "strony.json").read_bytes())
    assert set(rows) == {path.stem for path in (folder / "fragment").iterdir()}
    assert sorted(row[0] for row in rows.values()) == sorted(one.key for one in DOCUMENTS)


def test_a_title_keeps_to_its_places(tmp_path: Path) -> None:
    """However long it is, the text begins at the same place."""
    long = document("/x/", " ".join(["kot"] * 40), "mysz")
    folder = made(tmp_path / "x", (long,))
    (one,) = fragments(folder)
    assert (one["meta"]["tytul"], one["meta"]["glowa"]) == (40, HEAD)


def test_an_empty_bundle_says_so(tmp_path: Path) -> None:
    folder = made(tmp_path / "x", ())
    assert tree(folder) == {"spis.json": b"{}"}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("/usr/bin/python: No module named pagefind", "brak programu Pagefind"),
        ("thread panicked\nNo space left on device", "No space left on device"),
        ("", "nie powiedział dlaczego"),
    ],
)
def test_pagefind_that_fails_is_told_in_polish(
    said: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = subprocess.CompletedProcess([], 1, "", said)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: failed)
    with pytest.raises(Problems, match=told):
        engine.index(tmp_path, tmp_path / "out")


def test_the_description_is_an_opensearch_document() -> None:
    view = page.Description(
        "KMP <X>", "Szukaj", "https://x.example/szukaj/?q={searchTerms}", "i", "s"
    )
    root = etree.fromstring(page.opensearch(view, None))  # type: ignore[arg-type]
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    assert root.findtext(f"{space}ShortName") == "KMP <X>"
    (url,) = [one for one in root.iter(f"{space}Url") if one.get("type") == "text/html"]
    assert "{searchTerms}" in url.get("template")
