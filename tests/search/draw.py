"""Draw the frozen queries: ``python -m tests.search.draw`` writes ``queries.json`` anew.

Done once, before any tuning, by a fixed seed. A query is two to four content words that stand
side by side in one title or one sentence of the sample's listed records, each of them put into
another form by morfeusz2. It is kept only where it can have one answer: of titles, no other
title has all its words; of bodies, no other page has them all. A misspelt query is one of these
with one letter of one word dropped, doubled, swapped with its neighbour or mistyped.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import morfeusz2

from plugins.newsroom import addresses
from plugins.newsroom.kinds.common import Language, Record
from tests.newsroom.project import Project
from tests.search.written import WRITTEN
from tests.site.inprocess import NOW
from tests.site.project import ROOT

FILE = Path(__file__).with_name("queries.json")
SEED = 2026
TITLES = BODIES = 150
MISSPELT = 100
_CLASSES = ("subst", "adj", "fin", "praet", "inf", "impt")
_RARE = ("depr", "voc", "neg", "sup", "com")
_MORFEUSZ = morfeusz2.Morfeusz(generate=True, praet="composite")

Page = tuple[str, list[str]]
"""An address and its texts: titles first, then sentences."""


def main() -> None:
    """Write the file."""
    chance = random.Random(SEED)
    titles, sentences = _texts()
    drawn = _drawn(chance, titles, _by_page(titles), TITLES)
    whole = _by_page([*titles, *sentences])
    drawn += _drawn(chance, sentences, whole, BODIES)
    rows = [{"q": query, "a": [address]} for query, address in drawn]
    wrong = [
        {"q": misspelt(chance, one["q"]), "a": one["a"]} for one in chance.sample(rows, MISSPELT)
    ]
    written = [{"q": query, "a": list(answers)} for query, *answers in WRITTEN]
    lists = {"drawn": rows, "written": written, "misspelt": wrong}
    body = ",\n".join(
        f'"{name}": [\n' + ",\n".join(json.dumps(r, ensure_ascii=False) for r in rows) + "\n]"
        for name, rows in lists.items()
    )
    FILE.write_text(f"{{\n{body}\n}}\n", "utf-8")


def _texts() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """(address, title) and (address, sentence) of every listed Polish record."""
    project = Project(ROOT)
    catalogue = project.prepare(NOW).catalogue
    polish = [one for one in catalogue.listed if one.language is Language.POLISH]
    titles = [(_page(one), one.title) for one in polish]
    bodies = [(_page(one), project.texts[one.body.digest]) for one in polish if one.body.digest]
    return titles, [(page, part) for page, html in bodies for part in _sentences(html)]


def _page(record: Record) -> str:
    return addresses.of(record).split("#")[0]


def _sentences(html: str) -> Iterator[str]:
    for block in re.split(r"</(?:p|li|h\d|td|th|dd|dt)>", html):
        plain = unescape(re.sub(r"<[^>]+>", " ", block))
        yield from re.split(r"(?<=[.?!:])\s+", " ".join(plain.split()))


def _by_page(texts: list[tuple[str, str]]) -> dict[str, set[str]]:
    """Page → every lemma that any of its words may have."""
    found: dict[str, set[str]] = {}
    for page, text in texts:
        found.setdefault(page, set()).update(*map(_lemmas, _words(text)))
    return found


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)


def _lemmas(word: str) -> set[str]:
    return {one[2][1].split(":")[0].lower() for one in _MORFEUSZ.analyse(word)}


def _drawn(
    chance: random.Random, texts: list[tuple[str, str]], pages: dict[str, set[str]], count: int
) -> list[tuple[str, str]]:
    found: dict[str, str] = {}
    while len(found) < count:
        page, text = chance.choice(texts)
        content = [word for word in _words(text) if _is_content(word)]
        length = min(len(content), chance.choice((2, 3, 3, 4)))
        if length < 2:
            continue
        start = chance.randrange(len(content) - length + 1)
        words = content[start : start + length]
        if _answers(words, pages) == [page]:
            found.setdefault(" ".join(_inflected(chance, one) for one in words), page)
    return list(found.items())


def _is_content(word: str) -> bool:
    """Nouns, adjectives and verbs of four letters and more; names that morfeusz does not know."""
    kinds = {one[2][2].split(":")[0] for one in _MORFEUSZ.analyse(word)}
    return len(word) > 3 and kinds <= {*_CLASSES, "ign"}


def _answers(words: list[str], pages: dict[str, set[str]]) -> list[str]:
    wanted = [_lemmas(word) for word in words]
    return [page for page, has in pages.items() if all(one & has for one in wanted)]


def _inflected(chance: random.Random, word: str) -> str:
    """Another form of the same word; one that may be two words stays as it is."""
    forms = _MORFEUSZ.analyse(word)
    lemmas = {one[2][1] for one in forms}
    if len({lemma.split(":")[0] for lemma in lemmas}) > 1 or forms[0][2][2] == "ign":
        return word.lower()
    lemma, tag = forms[0][2][1], forms[0][2][2]
    kind = tag.split(":")[0]
    others = sorted(
        {
            one[0].lower()
            for one in _MORFEUSZ.generate(lemma)
            if one[2].split(":")[0] == kind and not set(_RARE) & set(one[2].split(":"))
        }
        - {word.lower()}
    )
    return chance.choice(others) if others else word.lower()


def misspelt(chance: random.Random, query: str) -> str:
    """One slip in one of the longer words."""
    words = query.split()
    place = chance.choice([n for n, word in enumerate(words) if len(word) >= 5] or [0])
    words[place] = _slip(chance, words[place])
    return " ".join(words)


def _slip(chance: random.Random, word: str) -> str:
    at = chance.randrange(1, len(word) - 1)
    near = chance.choice("aeiorstnkwlmpz")
    ways = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + near + word[at + 1 :],
    )
    return next((one for one in chance.sample(ways, 4) if one != word), word[:-1])


if __name__ == "__main__":
    main()
