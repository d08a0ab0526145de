"""The head of a record that is imported, as far as a source tells it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from plugins.desk.importing import guessing
from plugins.desk.importing.values import SELF, Facts, Written
from plugins.desk.writing import emit
from plugins.desk.writing.emit import Plain
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.spelling import fold, slug

Head = dict[str, Plain]

FOLDERS = {fold(kind.one): kind.folder for kind in KINDS.values()}
"""A kind as an officer says it, folded → its folder."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line says of all texts.

    ``kind``: a folder, or empty: guess. ``folder``: below ``content/``, or empty: by kind and
    year. ``host``: that of our own site, whose addresses become „dawne adresy”. ``bodies``: ids
    of known bodies; ``ourselves``: our own unit's name.
    """

    today: str
    kind: str = ""
    folder: str = ""
    publisher: str = ""
    debate: str = ""
    host: str = ""
    ready: bool = False
    bodies: frozenset[str] = frozenset()
    ourselves: str = ""


@dataclass
class Thought:
    """What is decided on the way."""

    head: Head = field(default_factory=dict)
    marks: list[str] = field(default_factory=list)


def common(
    thought: Thought, source: str, facts: Facts, kind: str, wishes: Wishes, written: Written
) -> None:
    """The keys of every kind, in the order of their table, then those of news."""
    own = thought.head
    updated = facts.updated if facts.updated[:10] >= facts.published[:10] else ""
    title_key = "nazwa" if kind in ("podmioty", "miejsca", "rejony") else "tytuł"
    publisher = wishes.publisher or _publisher(facts, wishes)
    origin = _origin(facts, source, publisher, wishes)
    head: Head = {
        title_key: facts.title,
        "streszczenie": facts.summary,
        "dział": guessing.section(facts) if kind == "aktualnosci" else "",
        "data publikacji": facts.published or ("nieznana" if KINDS[kind].dated else ""),
        "data aktualizacji": updated if facts.published else "",
        "osoba publikująca": facts.author,
        "podmiot publikujący": facts.office,
        "osoba zatwierdzająca": facts.approved,
        "wydawca": publisher,
        "źródło": origin,
        "stan publikacji": "szkic",
        "dawne adresy": _old_paths(facts, wishes),
        "tematy": list(_topics(facts.words)),
        "archiwalne": "tak" if facts.archival else "",
        "załączniki": [
            {"plik": f"{SELF}-{one.name}", "opis": one.label} for one in written.downloads
        ],
    }
    if facts.office and not publisher and fold(facts.office) != fold(wishes.ourselves):
        thought.marks.append(
            f"publikował „{facts.office}” – jeśli to nie nasza jednostka, dopisz „wydawca”"
        )
    thought.head = {**{k: v for k, v in head.items() if not emit.is_empty(v)}, **own}


def _topics(words: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(word for word in words if slug(word) and len(slug(word)) <= 80)


def _publisher(facts: Facts, wishes: Wishes) -> str:
    """The body that a source names, if it has a record."""
    return slug(facts.office) if slug(facts.office) in wishes.bodies else ""


def _origin(facts: Facts, source: str, publisher: str, wishes: Wishes) -> Plain:
    """Where a text comes from: told of others' texts, and of those whose day is not known."""
    foreign = publisher or (facts.link and not _is_own(facts.link, wishes))
    if not foreign and facts.published:
        return ""
    link = facts.link if _is_whole(facts.link) and not _is_own(facts.link, wishes) else ""
    return {
        "nazwa": facts.office or _host(link) or f"plik {source}",
        "link": link,
        "odczytano": wishes.today,
    }


def _is_whole(link: str) -> bool:
    return bool(_host(link) and re.fullmatch(r"https?://[^\s/?#<>\"'\\]+\.[^\s<>\"'\\]*", link))


def _is_own(link: str, wishes: Wishes) -> bool:
    return bool(wishes.host) and _host(link) == wishes.host


def _host(link: str) -> str:
    """The host of an address; empty where there is none."""
    try:
        return urlsplit(link).hostname or ""
    except ValueError:  # „https://[x”
        return ""


def _old_paths(facts: Facts, wishes: Wishes) -> list[Plain]:
    """The path on our own former site, which will lead to the record."""
    if not _is_own(facts.link, wishes):
        return []
    path = urlsplit(facts.link).path.strip("/")
    return [f"/{path}"] if path and ".." not in path.split("/") else []
