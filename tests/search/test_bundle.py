"""What a bundle holds, read back by other means than those that wrote it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from plugins.search import page
from plugins.search.postings import Postings, character
from plugins.search.shelves import LEAST, count, shelf
from plugins.search.tokens import Written
from plugins.search.words import fold
from tests.search.corpus import DOCUMENTS, document, made, shelves
from tests.site.project import tree


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("spis") / "lata")


def pages(folder: Path) -> list[dict[str, Any]]:
    files = sorted((folder / "strony").iterdir(), key=lambda one: int(one.stem))
    return [one for file in files for one in json.loads(file.read_bytes())]


Found = dict[int, tuple[int, list[int]]]
"""Number of a page → the sign's lower half, and places."""


def read(line: str) -> Found:
    """What a line says between its tabs, as the page's script reads it."""
    numbers = [ord(one) - 35 - (0x800 if ord(one) > 0xDFFF else 0) for one in line]
    found: Found = {}
    number = -1
    while numbers:
        number += numbers[0] + 1
        count, grade = divmod(numbers[1], 16)
        found[number] = (grade, list(accumulate(numbers[2 : 2 + count])))
        numbers = numbers[2 + count :]
    return found


def standing(files: Mapping[int, list[str]], pages: int) -> dict[str, Found]:
    """Every lemma, found in the file that it is looked for in."""
    rows = [
        (n, *row.split("\t")) for n, own in files.items() for row in own if not row.startswith("#")
    ]
    for place, lemma, _ in rows:
        assert shelf(lemma, pages) == place
    return {lemma: read(line) for _, lemma, line in rows}


def lemmas_of(lines: Iterable[str], form: str) -> set[str]:
    rows = [line.split(";") for line in lines]
    return {one for one, _, stem, ends in rows if form in {stem + end for end in ends.split(",")}}


def test_the_same_documents_make_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    assert tree(made(tmp_path / "drugi")) == tree(folder)


def test_a_result_shows_the_words_as_they_were_written(folder: Path) -> None:
    found = {one["adres"]: one for one in pages(folder)}
    assert found.keys() == {one.address for one in DOCUMENTS}
    assert found["/c/"]["slowa"] == "Psy na skwerze · Kosze na śmieci"
    assert found["/a/"] == {
        "tytul": "Kamery w tunelu",
        "adres": "/a/",
        "rodzaj": "aktualność",
        "dzien": "2025-03-01",
        "kiedy": "1\u00a0marca 2025\u00a0r.",
        "od": 3,
        "slowa": "Kamery w tunelu · Podinsp. Anna Zawilska o lampach.",
    }
    assert found["/d/"]["jezyk"] == "en"


def test_words_lead_to_pages_and_their_places(folder: Path) -> None:
    """A page that is called so has 8 in its sign, one that is about such a street 4."""
    lines = {number: rows for number, (_, rows) in shelves(folder).items()}
    found = standing(lines, len(DOCUMENTS))
    shown = [one["slowa"].split() for one in pages(folder)]
    for lemma, word in (("kosz", "Kosze"), ("lampa", "lampach."), ("mieszkaniec", "mieszkańcami.")):
        ((number, (grade, places)),) = found[lemma].items()
        assert [shown[number][place] for place in places] == [word]
        assert grade < 4
    assert [(grade & 12, places) for grade, places in found["tunel"].values()] == [(8, [2])]
    assert not [
        lemma for lemma in found if lemma.startswith("jesionow")
    ]  # a street that the text does not name is nowhere
    assert "w" not in found


def test_streets_of_a_page_are_marked(tmp_path: Path) -> None:
    street = document("/r/", "Rejon", "ul. Jesionowa 1–9", streets=("ul. Jesionowa",))
    ((_, rows),) = shelves(made(tmp_path / "x", (street,))).values()
    line = next(row for row in rows if row.startswith("jesionow"))
    assert [grade & 12 for grade, _ in read(line.split("\t")[1]).values()] == [4]


def test_a_file_has_the_cards_of_the_pages_that_its_words_find_first(tmp_path: Path) -> None:
    """Those that are called so, and of these the shorter, which are more about it; each once."""
    told = [document(f"/b/{n}/", "Ławka", "Kosz.") for n in range(40)]
    called = [document(f"/t/{n}/", "Kosz", *(["inne " * 900] if n < 4 else [])) for n in range(40)]
    folder = made(tmp_path / "x", (*told, *called))
    (lines,) = (own for _, own in shelves(folder).values() if any(map(_is_of_bin, own)))
    rows = [line[1:].split("\t") for line in lines if line.startswith("#")]
    cards = {int(number): json.loads(card) for number, card in rows}
    assert [int(number) for number, _ in rows] == [*range(30), *range(40, 74)]
    shown = pages(folder)
    for number, card in cards.items():
        assert card.items() < shown[number].items()
        assert shown[number].keys() - card.keys() == {"od", "slowa"}


def _is_of_bin(line: str) -> bool:
    return line.startswith("kosz\t")


_WORDS = st.text("abcdefgh", min_size=1, max_size=8)
_PAGE = st.dictionaries(_WORDS, st.sets(st.integers(0, 70_000), min_size=1, max_size=5), max_size=9)


@given(st.lists(_PAGE, max_size=8), st.integers(0, 60_000), st.sampled_from((1, 900, 9_000)))
def test_postings_are_read_back_as_they_were_added(
    texts: list[dict[str, set[int]]], gap: int, pages: int
) -> None:
    made, wanted = Postings(), dict[str, dict[int, list[int]]]()
    for number, words in enumerate(texts):
        text = Written(shown=["x"] * 50)
        for lemma, places in words.items():
            text.places[lemma] = sorted(places)
            wanted.setdefault(lemma, {})[number * (gap + 1)] = sorted(places)
        made.add(number * (gap + 1), text, "{}")
    found = standing(made.files(pages), pages)
    assert {lemma: {n: p for n, (_, p) in row.items()} for lemma, row in found.items()} == wanted


def test_a_large_index_has_more_files_and_each_word_one_of_them() -> None:
    assert list(LEAST) == sorted(set(LEAST))
    assert [count(pages) for pages in (0, 4, 90, 900, 9_000, 90_000)] == [1, 1, 6, 60, 474, 474]
    for pages in (4, 90, 9_000):
        places = [shelf(word, pages) for word in ("", *LEAST, "ґ")]
        assert places == sorted(places)
        assert set(places) == set(range(count(pages)))


def test_a_number_is_never_a_control_nor_half_a_character() -> None:
    codes = [ord(character(number)) for number in range(0, 1_000_000, 7)]
    assert len(set(codes)) == len(codes)
    assert min(codes) > 32
    assert not [one for one in codes if 0xD800 <= one <= 0xDFFF]


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        *(("dzielnicowym", "dzielnicowy"), ("psu", "pies"), ("kamer", "kamera")),
        *(("mieszkancom", "mieszkaniec"), ("podinsp", "podinspektor"), ("smieciami", "smiec")),
    ],
)
def test_any_form_of_a_word_of_the_site_leads_to_it(folder: Path, form: str, lemma: str) -> None:
    """In the file that the form itself tells, and in that of its first letters."""
    by_letters = (folder / f"slowa/{form[:2]}.txt").read_text("utf-8").splitlines()
    for lines in (shelves(folder)[shelf(form, len(DOCUMENTS))][0], by_letters):
        (found,) = lemmas_of(lines, form)
        assert fold(found).startswith(lemma)


def test_small_files_are_those_that_are_listed(folder: Path) -> None:
    listed = json.loads((folder / "spis.json").read_bytes())
    assert listed["stron"] == len(DOCUMENTS)
    for sort in ("slowa", "litery", "podpowiedzi"):
        assert set(listed[sort].split()) == {path.stem for path in (folder / sort).iterdir()}


def test_suggestions_are_titles_and_streets_by_any_word(folder: Path) -> None:
    read = {path.stem: path.read_text("utf-8") for path in (folder / "podpowiedzi").iterdir()}
    assert read["tu"] == "Kamery w tunelu"
    assert read["je"] == "ul. Jesionowa"
    assert "ul" not in read


def test_what_narrows_a_search_is_told_of_every_page(folder: Path) -> None:
    table = json.loads((folder / "strony.json").read_bytes())
    kinds = [table["wartosci"][row[0]] for row in table["strony"]]
    assert kinds == [one.kind for one in DOCUMENTS]
    assert [row[1] for row in table["strony"]] == ["2025-03-01", "2026-03-01", "", ""]


def test_an_empty_bundle_says_so(tmp_path: Path) -> None:
    (path,) = made(tmp_path / "x", ()).iterdir()
    assert json.loads(path.read_bytes())["stron"] == 0


def test_the_description_is_an_opensearch_document() -> None:
    view = page.Description(
        "KMP <X>", "Szukaj", "https://x.example/szukaj/?q={searchTerms}", "i", "s"
    )
    root = etree.fromstring(page.opensearch(view, None))  # type: ignore[arg-type]
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    assert root.findtext(f"{space}ShortName") == "KMP <X>"
    (url,) = [one for one in root.iter(f"{space}Url") if one.get("type") == "text/html"]
    assert "{searchTerms}" in url.get("template")
