"""A bundle of the index: small files, of which a browser fetches those that a query needs.

``gdzie/``: forms → lemmas, where these stand, cards of some of those pages; which file has a word,
:mod:`plugins.search.shelves` tells. ``spis.json``: which other files there are;
``strony/``: four pages each, with their words as they are read; ``slowa/``: forms → lemmas;
``litery/``: words by length; ``podpowiedzi/``: titles and streets; ``strony.json``: what pages are
narrowed by. All is plain text, which servers compress, and a page of the index is a number: its
document's place.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from plugins.layout import dating
from plugins.outputs import Tools
from plugins.search import lookups
from plugins.search.document import Document
from plugins.search.postings import Postings
from plugins.search.shelves import count, shelf
from plugins.search.tokens import written

TOGETHER = 4
"""Pages in a file: one alone would be the least to fetch, but thousands of files to write and to
send to the server."""


@dataclass(frozen=True, slots=True)
class Index:
    """``base``: the path that the site is served under."""

    documents: tuple[Document, ...]
    base: str


@dataclass
class Folder:
    """Where files are put, and their names by sort."""

    path: Path
    names: dict[str, str] = field(default_factory=dict)

    def put(self, name: str, text: str) -> None:
        """Write a file, in a folder that is there."""
        (self.path / name).write_bytes(text.encode())

    def put_all(self, sort: str, texts: Mapping[str, str]) -> None:
        """Write the files of one sort, and note their names."""
        (self.path / sort).mkdir()
        for name, text in texts.items():
            self.put(f"{sort}/{name}.txt", text)
        self.names[sort] = " ".join(texts)


def make(view: Index, tools: Tools, folder: Path) -> None:
    """Write the bundle; an empty one has but a word that it is."""
    made = Folder(folder)
    if view.documents:
        _put_words(made, len(view.documents), *_read(view, tools, made))
        made.put_all("podpowiedzi", lookups.suggestions(view.documents))
        made.put("strony.json", _json(_facets(view.documents)))
    made.put("spis.json", _json({"stron": len(view.documents), **made.names}))


def _read(view: Index, tools: Tools, folder: Folder) -> tuple[Postings, Counter[str]]:
    """Write the pages; give where their words stand, and how often Polish ones are used."""
    (folder.path / "strony").mkdir()
    found, tokens = Postings(), Counter[str]()
    for start in range(0, len(view.documents), TOGETHER):
        pages: list[object] = []
        for number, document in enumerate(view.documents[start : start + TOGETHER], start):
            text = written(document, tools)
            card = _card(document, view.base)
            pages.append(text and {**card, "od": text.title, "slowa": " ".join(text.shown)})
            if text:
                found.add(number, text, _json(card))
                tokens.update(text.shown if text.is_polish else ())
        folder.put(f"strony/{start // TOGETHER}.json", _json(pages))
    return found, tokens


def _card(document: Document, base: str) -> dict[str, str]:
    """What stands in a result but for an excerpt."""
    shown = {
        "tytul": document.title,
        "adres": f"{base}{document.address}",
        "rodzaj": document.kind,
        "dzien": document.moment.iso if document.moment else "",
        "kiedy": dating.dated(document.moment) if document.moment else "",
        "stan": document.state if document.state != document.archived else "",
        "archiwalne": document.archived,
        "jezyk": document.lang if document.lang != "pl" else "",
    }
    return {name: text for name, text in shown.items() if text}


def _put_words(folder: Folder, pages: int, found: Postings, tokens: Counter[str]) -> None:
    """Write what words lead to, and what leads to words."""
    seen = lookups.words(tokens)
    forms = lookups.inflections(seen)
    _put_shelves(folder.path / "gdzie", pages, forms.lines(partial(shelf, pages=pages)), found)
    folder.put_all("slowa", lookups.by_letters(forms))
    folder.put_all("litery", lookups.spellings(seen))


def _put_shelves(folder: Path, pages: int, forms: Mapping[int, list[str]], found: Postings) -> None:
    """Write forms, an empty line, lemmas, cards; also where nothing is: it is asked for, too."""
    folder.mkdir()
    lines = found.files(pages)
    for number in range(count(pages)):
        text = "\n".join((*forms.get(number, ()), "", *lines.get(number, ()), ""))
        (folder / f"{number}.txt").write_bytes(text.encode())


def _facets(documents: Iterable[Document]) -> dict[str, object]:
    """For each page: kind, day, archival or not, districts, categories; texts by their places."""
    texts: dict[str, int] = {}
    rows = [
        [
            texts.setdefault(one.kind, len(texts)),
            one.day.isoformat() if one.day else "",
            int(bool(one.archived)),
            [texts.setdefault(text, len(texts)) for text in one.districts],
            [texts.setdefault(text, len(texts)) for text in one.categories],
        ]
        for one in documents
    ]
    return {"wartosci": list(texts), "strony": rows}


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
