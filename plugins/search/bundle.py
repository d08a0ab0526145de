"""A bundle of the index: Pagefind's files, and what the page needs beside them.

``fragment/``: a page each, with the words as they are read; ``slowa/``: forms → lemmas;
``litery/``: words by length; ``podpowiedzi/``: titles and streets; ``strony.json``: what pages
are narrowed by; ``spis.json``: which of the small files there are.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.layout import dating
from plugins.outputs import Tools
from plugins.search import engine, lookups
from plugins.search.documents import Document
from plugins.search.tokens import HEAD, NOTHING, Written, written


@dataclass(frozen=True, slots=True)
class Index:
    """``base``: the path that the site is served under; ``has_program``: with Pagefind for
    browsers, which one bundle of a site carries for all."""

    documents: tuple[Document, ...]
    base: str
    has_program: bool


Texts = dict[str, tuple[Document, Written]]
"""Name of a page as Pagefind sees it → what it is of."""


def make(view: Index, tools: Tools, folder: Path) -> None:
    """Write the bundle, an empty one with a word that it is; raises :class:`Problems` when
    Pagefind cannot."""
    found = ((one, written(one, tools)) for one in view.documents)
    texts = {_name(one, text): (one, text) for one, text in found if text}
    if not texts:
        return _write(folder / "spis.json", {})
    with TemporaryDirectory(prefix="debaty-") as pages:
        for name, (_, text) in texts.items():
            Path(pages, name).write_text(_html(text), "utf-8")
        engine.index(Path(pages), folder)
    if not view.has_program:
        for name in engine.BROWSER:
            (folder / name).unlink()
    _write(folder / "strony.json", _facets(folder, texts, view.base))
    return _write(folder / "spis.json", _lookups(folder, texts))


def _name(document: Document, text: Written) -> str:
    """Differs when anything in the result does: Pagefind names a page's file after it."""
    digest = blake2b(repr((document, text)).encode(), digest_size=8).hexdigest()
    return f"{document.key}-{digest}.html"


def _html(text: Written) -> str:
    head, rest = text.indexed[: text.head], text.indexed[text.head :]
    head += [NOTHING] * (HEAD - len(head))
    return (
        '<!doctype html><html lang="pl"><body data-pagefind-body>'
        f'<h1 data-pagefind-weight="10">{" ".join(head)}</h1><p>{" ".join(rest)}</p></body></html>'
    )


def _facets(folder: Path, texts: Texts, base: str) -> dict[str, object]:
    """Put the words as they are read into every page's file; give what pages are narrowed by."""
    pages: dict[str, object] = {}
    for file, content in engine.fragments(folder):
        document, text = texts[str(content["url"]).lstrip("/")]
        content.update(
            url=f"{base}{document.address}",
            content=" ".join(text.shown),
            meta=_meta(document, text, base),
        )
        engine.write_fragment(file, content)
        pages[file.stem] = _row(document)
    return pages


def _meta(document: Document, text: Written, base: str) -> dict[str, object]:
    """What stands in a result."""
    shown = {
        "adres": f"{base}{document.address}",
        "rodzaj": document.kind,
        "dzien": document.moment.iso if document.moment else "",
        "kiedy": dating.dated(document.moment) if document.moment else "",
        "stan": document.state if document.state != document.archived else "",
        "archiwalne": document.archived,
        "jezyk": document.lang if document.lang != "pl" else "",
    }
    places = {"tytul": text.title, "glowa": text.head, "wiecej": text.more, "klucz": document.key}
    return {"title": document.title, **{k: v for k, v in shown.items() if v}, **places}


def _row(document: Document) -> list[object]:
    """Key, kind, day, archival or not, districts, categories."""
    day = document.day.isoformat() if document.day else ""
    archived = int(bool(document.archived))
    return [document.key, document.kind, day, archived, document.districts, document.categories]


def _lookups(folder: Path, texts: Texts) -> dict[str, object]:
    """Write the small files; give the names of each sort, and how many pages there are."""
    seen = lookups.words(text for _, text in texts.values())
    sorts = {
        "slowa": lookups.inflections(seen),
        "litery": lookups.spellings(seen),
        "podpowiedzi": lookups.suggestions(document for document, _ in texts.values()),
    }
    for sort, files in sorts.items():
        (folder / sort).mkdir()
        for name, text in files.items():
            (folder / sort / f"{name}.txt").write_text(text, "utf-8")
    names = {sort: " ".join(sorted(files)) for sort, files in sorts.items()}
    return {"stron": len(texts), **names}


def _write(file: Path, content: object) -> None:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    file.write_text(text, "utf-8")
