"""Lines that a site's template says on every page, by an explicit list."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bs4 import Tag

from plugins.desk.importing import lines, tree
from plugins.newsroom.spelling import fold

# Whole lines, folded; each is said by some site's template (facts, section 8.2, and both seeds).
_PHRASES = frozenset(
    map(
        fold,
        (
            *("Powrót", "Powrót na górę strony", "Powrót do listy", "Wróć", "Do góry", "Wstecz"),
            *("Drukuj", "Wydrukuj", "Generuj PDF", "Pobierz PDF", "Poleć", "Udostępnij"),
            *("Tweetnij", "Metryczka", "pokaż metkę", "ukryj metkę", "Rejestr zmian", "Znajdź"),
            *("Przejdź do treści", "Przejdź do menu", "Przejdź do wyszukiwarki", "Szukaj"),
            *("Strona główna", "Strona główna rozwiń menu", "rozwiń menu", "Menu", "Zamknij"),
            *("Przejdź do danych teleadresowych", "Wersja kontrastowa", "Wersja tekstowa"),
            *("Poprzedni wpis", "Następny wpis", "Czytaj więcej", "Więcej", "A A A"),
        ),
    )
)
_AT_THE_END = frozenset(map(fold, ("Zobacz także", "Zobacz też", "Czytaj także", "Podobne wpisy")))
_COOKIES = re.compile(
    r"(?:ta |ten |nasz[aey]? )?(?:serwis|strona|portal|witryna)(?: internetow[ay])? "
    r"(?:używa|korzysta z|wykorzystuje) (?:plik\w+ )?(?:cookies?|ciastecz\w+)",
    re.IGNORECASE,
)
_PLAYER = frozenset(map(fold, ("Ładowanie odtwarzacza...", "Ładowanie odtwarzacza")))
_ARCHIVAL = frozenset(
    map(fold, ("Komunikat archiwalny", "Strona znajduje się w archiwum", "Wersja archiwalna"))
)


_MEDIA = frozenset(("img", "iframe", "video", "audio", "object", "embed"))


@dataclass
class Dropped:
    """What was ``said`` in lines that were taken away, and what two kinds of them mean.

    ``followed``: whether anything was kept behind the place that is looked at.
    """

    said: list[str] = field(default_factory=list)
    archival: bool = False
    player: bool = False
    followed: bool = False


def dropped(root: Tag) -> Dropped:
    """Take lines of a template away, from the end: a heading over nothing is seen to be so."""
    found = Dropped()
    for leaf in reversed(tree.leaves(root)):
        if tree.holds(leaf, _MEDIA):
            found.followed = True
            continue
        told = lines.lines_of(leaf)
        kept = [line for line in told if not _is_template(found, lines.said(line))]
        lines.keep(leaf, kept)
        found.followed = found.followed or bool(kept)
    return found


def _is_template(found: Dropped, said: str) -> bool:
    word = fold(said)
    if word in _ARCHIVAL:
        found.archival = True
        return True
    if word in _PLAYER:
        found.player = True
        found.said.append(said)
        return True
    last = word in _AT_THE_END and not found.followed
    template = word in _PHRASES or last or (len(said) < 300 and bool(_COOKIES.match(said)))
    if template:
        found.said.append(said)
    return template
