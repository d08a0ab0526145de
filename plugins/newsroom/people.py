"""People and bodies as they are written: ``podinsp. Jan Kot, naczelnik Wydziału Prewencji``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

RANKS = {
    "post.": "posterunkowy",
    "st. post.": "starszy posterunkowy",
    "sierż.": "sierżant",
    "st. sierż.": "starszy sierżant",
    "sierż. szt.": "sierżant sztabowy",
    "mł. asp.": "młodszy aspirant",
    "asp.": "aspirant",
    "st. asp.": "starszy aspirant",
    "asp. szt.": "aspirant sztabowy",
    "podkom.": "podkomisarz",
    "kom.": "komisarz",
    "nadkom.": "nadkomisarz",
    "podinsp.": "podinspektor",
    "mł. insp.": "młodszy inspektor",
    "insp.": "inspektor",
    "nadinsp.": "nadinspektor",
    "gen. insp.": "generalny inspektor",
}
"""Abbreviation → full name of every Police rank (Act on the Police, art. 47; facts, section 5)."""


@dataclass(frozen=True, slots=True)
class Person:
    """``rank`` is a key of :data:`RANKS` or empty; a person without a function has no ``role``."""

    name: str
    rank: str = ""
    role: str = ""

    @property
    def rank_name(self) -> str:
        """The rank in full, for ``<abbr title>``."""
        return RANKS.get(self.rank, "")


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part: the id of a body (if such a body exists), or a person or text."""

    written: str
    person: Person


def _squeezed(text: str) -> str:
    return re.sub(r"[.\s]+", "", text.lower())


_BY_SQUEEZED = {
    _squeezed(form): short
    for short, full in RANKS.items()
    for form in (short, full, short.replace("szt.", "sztab."))
}


def person(text: str) -> Person:
    """A person with rank and function told apart; raises ValueError in Polish for two people.

    >>> person("st.sierż. Ewa Lis, dzielnicowa")
    Person(name='Ewa Lis', rank='st. sierż.', role='dzielnicowa')
    """
    text = " ".join(text.split())
    rank, rest = _rank(text)
    name, _, role = rest.partition(",")
    later = name.split(" ")[1:]
    if any(_rank(part.strip())[0] for part in role.split(",")) or _holds_rank(later):
        raise ValueError("dwie osoby w jednym wierszu – każdą zapisz w osobnym, od „- ”")
    return Person(name.strip(), rank, role.strip())


def _holds_rank(words: list[str]) -> bool:
    """Whether an abbreviated rank, and so another person, stands within a name."""
    return any(word.endswith(".") and _squeezed(word) in _BY_SQUEEZED for word in words)


def party(text: str) -> Party:
    """A body's id, or a person (recognised by the rank), or plain text kept whole.

    Raises ValueError in Polish for several ids, which would be published as words.

    >>> party("przedstawiciele straży, szkół i spółdzielni").person.name
    'przedstawiciele straży, szkół i spółdzielni'
    """
    text = " ".join(text.split())
    parts = [part.strip() for part in text.split(",")]
    if len(parts) > 1 and all(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)+", part) for part in parts):
        raise ValueError("kilka nazw plików w jednym wierszu – każdą zapisz w osobnym, od „- ”")
    rank, _ = _rank(text)
    return Party(text, person(text) if rank else Person(text))


def rank(text: str) -> str:
    """The abbreviation of a rank, however it is written; raises ValueError in Polish.

    >>> rank("młodszy aspirant"), rank("asp.sztab.")
    ('mł. asp.', 'asp. szt.')
    """
    found = _BY_SQUEEZED.get(_squeezed(text))
    if found is None:
        near = get_close_matches(_squeezed(text), _BY_SQUEEZED, 1, 0.75)
        advice = f"napisz „{_BY_SQUEEZED[near[0]]}”" if near else "napisz np. asp."
        raise ValueError(f"„{text}” nie jest stopniem policyjnym – {advice}")
    return found


def _rank(text: str) -> tuple[str, str]:
    """The rank at the beginning of a text, and what follows it."""
    words = text.split(" ")
    for count in (3, 2, 1):
        head = _squeezed(" ".join(words[:count]))
        if head in _BY_SQUEEZED and len(words) > count:
            return _BY_SQUEEZED[head], " ".join(words[count:])
    return _glued(text)


def _glued(text: str) -> tuple[str, str]:
    """``st.sierż.Lis``: a rank written without spaces, told by its full stops."""
    found = re.match(r"((?:[a-ząćęłńóśźż]+\.\s?)+)(.+)", text)
    if found and _squeezed(found[1]) in _BY_SQUEEZED:
        return _BY_SQUEEZED[_squeezed(found[1])], found[2].strip()
    return "", text
