"""A bundle of the index: small files, of which a browser fetches those that a query needs.

``spis.json``: which there are; ``gdzie/``: where words stand, with cards of some of those pages;
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
from hashlib import blake2b
from pathlib import Path

from plugins.layout import dating
from plugins.outputs import Tools
from plugins.search import lookups
from plugins.search.document import Document
from plugins.search.postings import Postings
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
    """Where files are put; ``edition`` comes to stand for all of them, ``names`` by their sort."""

    path: Path
    names: dict[str, str] = field(default_factory=dict)
    edition: str = ""

    def put(self, name: str, text: str) -> None:
        """Write a file, in a folder that is there."""
        data = text.encode()
        (self.path / name).write_bytes(data)
        self.edition = blake2b(self.edition.encode() + data, digest_size=6).hexdigest()

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
        _put_words(made, *_read(view, tools, made))
        made.put_all("podpowiedzi", lookups.suggestions(view.documents))
        made.put("strony.json", _json(_facets(view.documents)))
    about = {"stron": len(view.documents), "razem": TOGETHER, "wydanie": made.edition, **made.names}
    made.put("spis.json", _json(about))


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


def _put_words(folder: Folder, found: Postings, tokens: Counter[str]) -> None:
    """Write what words lead to, and what leads to words."""
    files = list(found.files())
    folder.put_all("gdzie", {str(number): text for number, (_, text) in enumerate(files)})
    folder.names["gdzie"] = " ".join(least for least, _ in files)
    seen = lookups.words(tokens)
    folder.put_all("slowa", lookups.inflections(seen))
    folder.put_all("litery", lookups.spellings(seen))


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
