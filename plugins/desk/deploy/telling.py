"""What will change, what is odd and what was done, in Polish for who publishes."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.desk.deploy.doubts import Doubt, address
from plugins.desk.deploy.draft import Draft
from plugins.desk.deploy.plan import Changes, Edition, time_of
from plugins.newsroom.dates import WARSAW
from plugins.newsroom.spelling import plural

SHOWN = 10


def changes(draft: Draft, found: Changes) -> Iterator[str]:
    """The counts, and the first names of each kind."""
    if draft.past.manifest is None:
        yield f"Cel: {draft.target}. Nic tam jeszcze nie opublikowano."
    else:
        yield f"Cel: {draft.target}. Teraz widać wydanie {draft.past.manifest.edition.name}."
    yield f"Bez zmian: {found.same} {_files(found.same)}."
    for word, paths in (
        ("Dodane", found.added),
        ("Zmienione", found.changed),
        ("Usunięte", found.removed),
    ):
        yield from _listed(word, [address(path, draft.prefix) for path in paths])
    folded = [f"{old} → {new}" for old, new in draft.fates.folded]
    yield from _listed("Puste listy, z których prowadzi przekierowanie", folded)
    yield from _listed("Adresy części, których już nie ma", list(draft.fates.gone))


def _listed(word: str, lines: list[str]) -> Iterator[str]:
    if not lines:
        return
    yield f"{word}: {len(lines)}"
    yield from (f"  {line}" for line in lines[:SHOWN])
    if len(lines) > SHOWN:
        yield f"  … i jeszcze {len(lines) - SHOWN}"


def _files(number: int) -> str:
    return plural(number, "plik", "pliki", "plików")


def refusal(found: list[Doubt]) -> Iterator[str]:
    """Every doubt that nobody lifted, and how that is done."""
    for doubt in found:
        yield from doubt.lines
        yield f"  Jeśli tak ma być, dodaj {doubt.option} „POWÓD” – powód zostanie zapisany."
    yield "Nic nie opublikowano."


def edition(one: Edition, *, is_public: bool) -> str:
    """One line of the list of editions."""
    when = f"{time_of(one.name).astimezone(WARSAW):%d.%m.%Y, %H:%M}"
    added, changed, removed = one.counts
    counts = f"+{added} ~{changed} -{removed}"
    words = [one.name, when, counts, one.by, one.version[:10]]
    lifted = [f"{option}: {why}" for option, why in one.reasons.items()]
    mark = "→" if is_public else " "
    return visible(f"{mark} {'  '.join(word for word in [*words, *lifted] if word)}")


def visible(text: str) -> str:
    """A line as a target told it, without what a terminal would obey.

    >>> visible("Anna\\x1b[2J")
    'Anna?[2J'
    """
    return "".join(letter if letter.isprintable() else "?" for letter in text)
