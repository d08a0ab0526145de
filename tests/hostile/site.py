"""A site whose every text is hostile: each payload under each key that takes it, and in bodies.

The keys are those of the kinds' own tables, so a new key is attacked without a word here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from functools import cache
from typing import Any

import yaml

from plugins.newsroom import parsing
from plugins.newsroom.kinds import KINDS
from plugins.problems import Problems
from tests.hostile.payloads import PAYLOADS, Payload
from tests.newsroom import heads
from tests.newsroom.examples import PNG
from tests.newsroom.heads import Path, Raw
from tests.newsroom.project import SITES
from tests.newsroom.samples import Tree

SHAPES = (
    *("tekst", "temat", "nazwa ulicy", "dawny adres na tej stronie"),
    *("stopień imię nazwisko, funkcja", "nazwa pliku podmiotu albo osoba lub tekst"),
)
"""Types that take words; what others take of the payloads, a test of each key asks."""

_APART = ("wycofano", "dzielnicowy")
"""Keys that leave no room for others: of a withdrawn record nothing else is shown."""

_NAMES = ("reguła", "działanie")
"""Keys of words that must name something that is there."""

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


@cache
def heads_of(root: str) -> tuple[tuple[Tree, dict[str, Path]], ...]:
    """Heads that together hold every key that takes words, and what stands for each of these."""
    found: dict[str, tuple[Tree, dict[str, Path]]] = {}
    for number, path in enumerate(heads.paths(root, heads.ROOTS[root])):
        if takes_words(path):
            first = path.steps[0].key.name
            tree, holders = found.get(first if first in _APART else "", ({}, {}))
            holder = f"@{number}@"
            tree = merged(tree, heads.head(path, heads.listed(path, holder)))
            found[first if first in _APART else ""] = tree, {**holders, holder: path}
    return tuple(found.values())


def takes_words(path: Path) -> bool:
    """Whether any words may stand under a key."""
    reads, name = path.form.reads, path.slot.key.name
    return bool(reads) and reads.shape in SHAPES and name not in _NAMES


def merged(one: Any, other: Any) -> Any:
    """Two trees in one; of two lists of trees the last items are made one."""
    if isinstance(one, dict) and isinstance(other, dict):
        both = {key: merged(one[key], other[key]) for key in one if key in other}
        return {**one, **other, **both}
    if isinstance(one, list) and isinstance(other, list) and isinstance(other[-1], dict):
        return [*one[:-1], merged(one[-1], other[-1])]
    return deepcopy(one if isinstance(one, str) and one.startswith("@") else other)


Value = Callable[[Path], str | list[str]]
"""What stands under a key: a text, or the items of a list."""


def filled(tree: Any, holders: dict[str, Path], value: Value) -> Any:
    """A tree with a value in each place that was held."""
    if isinstance(tree, dict):
        return {key: filled(one, holders, value) for key, one in tree.items()}
    if isinstance(tree, list):
        items = [filled(one, holders, value) for one in tree]
        return [item for one in items for item in (one if isinstance(one, list) else [one])]
    if tree not in holders:
        return tree
    found = value(holders[tree])
    return [quoted(one) for one in found] if isinstance(found, list) else quoted(found)


def quoted(text: str) -> Raw:
    """A text between double quotes, as YAML and JSON have it alike."""
    return Raw(json.dumps(text, ensure_ascii=False))


def takes(path: Path, text: str) -> bool:
    """Whether a key of words takes a text."""
    assert path.form.reads is not None
    try:
        path.form.reads.parse(text)
    except ValueError:
        return False
    return not _UNSEEN.search(text)


def hostile(texts: Sequence[str], place: str) -> Value:
    """As many of the texts as a key takes: side by side, another one first under each key.

    Old addresses begin with ``place``, for no two records may have one; each is a page, so each
    payload is one of a single kind.
    """

    def value(path: Path) -> str | list[str]:
        turn = len(str(path)) % len(texts)
        wanted = [*texts[turn:], *texts[:turn]]
        if path.form.reads and path.form.reads.shape.startswith("dawny adres"):
            own = [text for text in wanted if _ORDER[text] % len(KINDS) == _RANK[path.root]]
            wanted = [f"/stare/{place}/{text}" for text in own]
        taken = [text for text in wanted if takes(path, text)]
        return taken if path.is_list else " ".join(taken) or "Nic"

    return value


_ORDER = {one.text: number for number, one in enumerate(PAYLOADS)}
_RANK = {kind: number for number, kind in enumerate((*KINDS, "jednostka"))}

BODIES = (
    "{0}\n\n## {0}\n\n- {0}\n\n> {0}\n\n**{0}** i *{0}*\n\n!!! uwaga\n    {0}\n\n"
    "| A | B |\n|---|---|\n| {1} | x |\n"
)
"""A body with a payload in each construct; ``{1}`` has no line of a table in it."""


def body_of(kind: str, texts: Sequence[str]) -> str:
    """The payloads that the newsroom lets into a body; in every construct of one kind's bodies."""
    form = BODIES if kind == "aktualnosci" else "{0}"
    return "\n\n".join(form.format(one, one.replace("|", "/")) for one in texts if lets_in(one))


@cache
def lets_in(text: str) -> bool:
    """Whether a body with this payload is read without a problem."""
    body = BODIES.format(text, text.replace("|", "/"))
    data = f"---\ntytuł: X\n---\n{body}".encode()
    try:
        read = parsing.parse("content/strony/x.md", data)[0].record
    except Problems:
        return False
    return not read.body.pictures  # a picture that is not there is refused by the catalogue


COMMON: dict[str, str | bytes] = {
    "media/plan.png": PNG,
    "media/film.vtt": "WEBVTT\n\n00:00.000 --> 00:02.000\nTak.\n",
    "media/film.txt": "Tak.",
    "podmioty/straz.md": "---\nnazwa: Straż\n---\n",
}


def files(rounds: int) -> dict[str, str | bytes]:
    """Path below content/ → a hostile file; each payload is in one of so many records a kind."""
    found = {f"content/{path}": data for path, data in COMMON.items()}
    for kind in KINDS:
        first, *others = heads_of(kind)
        for number in range(rounds):
            found |= _hostile(kind, number, first, PAYLOADS[number::rounds])
        for number in range(_SHORT * len(others)):
            form, texts = others[number // _SHORT], PAYLOADS[number % _SHORT :: _SHORT]
            found |= _hostile(kind, 100 + number, form, texts)
    for number in range(rounds):
        found |= _coming(number, PAYLOADS[number::rounds])
    return {**found, "content/jednostka.yml": unit(rounds)}


_SHORT = 2
"""Records that share all payloads where the head is short."""


def _hostile(
    kind: str, number: int, form: tuple[Tree, dict[str, Path]], payloads: Sequence[Payload]
) -> dict[str, str]:
    """One record, by its path."""
    texts, stem = [one.text for one in payloads], _stem(kind, number + 1)
    head = filled(*form, hostile(texts, f"{kind}-{stem}"))
    return {f"content/{kind}/{stem}.md": _record(kind, head, number, body_of(kind, texts))}


def _stem(kind: str, number: int) -> str:
    return f"w-2026-{number:03}" if kind == "wnioski" else f"h-{number:03}"


def _record(kind: str, head: Tree, number: int, body: str) -> str:
    """A record whose keys agree with the other records; a report is that of one debate."""
    agreed: Tree = {}
    if kind == "sprawozdania":
        agreed = {"debata": _stem("debaty", number % 100 + 1), "data publikacji": "2026-03-20"}
    if kind == "debaty":
        agreed = {
            "miejsce": head.get("miejsce") or {"nazwa": "Rynek"},
            "zmiany": head.get("zmiany", []),
        }
    for lift in head.get("wyjątki", ()):
        lift["reguła"] = "opis obrazu"
    text = heads.written(kind, {**head, **agreed}).data.decode()
    return text.removesuffix("Treść.\n") + body


def _coming(number: int, payloads: Sequence[Payload]) -> dict[str, str]:
    """A debate that is still to come, for calendars and posters tell of no other."""
    (tree, holders), *_ = heads_of("debaty")
    stem = _stem("debaty", 300 + number)
    head = filled(tree, holders, hostile([one.text for one in payloads], stem))
    day = f"2026-12-{number % 28 + 1:02} 17:00"
    return {
        f"content/debaty/{stem}.md": _record("debaty", {**head, "termin": day}, 0, "Zapraszamy.")
    }


def unit(rounds: int) -> str:
    """The unit's own file, with the first round's payloads."""
    ((tree, holders),) = heads_of("jednostka")
    head = filled(tree, holders, hostile([one.text for one in PAYLOADS[::rounds]], ""))
    plain = yaml.safe_load((SITES / "base/content/jednostka.yml").read_text("utf-8"))
    kept = {key: str(plain[key]) for key in ("adres strony", "domena identyfikatorów")}
    day = {"data publikacji strony": str(plain["data publikacji strony"])}
    head["e-mail"] = "biuro@x.policja.gov.pl"
    head["koordynator dostępności"]["telefon"] = "47 700 00 00"
    return heads.written("jednostka", {**head, **kept, **day}).data.decode()
