"""What may not change in a published record without a word: two versions of it compared.

The earlier one is what residents have seen: the committed file, or the one that is published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import NamedTuple

from plugins.newsroom import addresses
from plugins.newsroom.dates import WARSAW
from plugins.newsroom.holdings import Visibility, visibility
from plugins.newsroom.kinds import ledger
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.kinds.venue import Place
from plugins.newsroom.spelling import fold
from plugins.problems import Problem


class Revision(NamedTuple):
    """A record as it was and as it is, at a moment."""

    before: Record
    after: Record
    now: datetime

    def problem(self, key: str, message: str, paste: str = "") -> Problem:
        """Something wrong with the later version."""
        return Problem(self.after.path, 0, key, message, paste=paste)


Comparison = Callable[[Revision], Iterator[Problem]]


def errors(revision: Revision) -> list[Problem]:
    """What keeps the later version from being published."""
    return _found(revision, (_disappeared, _rewritten, _unsaid))


def warnings(revision: Revision) -> list[Problem]:
    """What an officer should look at."""
    return _found(revision, (_republished, _not_updated))


def _found(revision: Revision, comparisons: tuple[Comparison, ...]) -> list[Problem]:
    """Nothing, if nobody has seen the earlier version."""
    seen = visibility(revision.before, revision.now) is Visibility.LISTED
    return [one for compare in comparisons for one in compare(revision)] if seen else []


def gone(before: Record, old_paths: frozenset[str], now: datetime) -> list[Problem]:
    """A published record's file was deleted or renamed; ``old_paths``: that are redirected."""
    address = addresses.of(before)
    if visibility(before, now) is not Visibility.LISTED or address.strip("/") in old_paths:
        return []
    message = (
        "opublikowany wpis zniknął – przywróć plik i wpisz „stan publikacji: wycofany” albo "
        "w pliku, który go zastąpił, podaj dawny adres"
    )
    return [Problem(before.path, 0, "", message, paste=f"dawne adresy:\n  - {address}")]


def moved_for_good(before: Unit, after: Unit) -> Iterator[Problem]:
    """The domain of identifiers never changes: calendars and readers would show all anew."""
    if before.identifier_domain != after.identifier_domain:
        message = f"nigdy się nie zmienia – przywróć „{before.identifier_domain}”"
        yield Problem(after.path, 0, "domena identyfikatorów", message)


def _disappeared(revision: Revision) -> Iterator[Problem]:
    """A record that was listed becomes a draft, or a debate ahead is hidden."""
    shown, debate = visibility(revision.after, revision.now), revision.before
    if not shown.has_page:
        message = "wpis był już opublikowany – zamiast ukrywać, wpisz „wycofany” i „wycofano”"
        yield revision.problem("stan publikacji", message)
    elif shown is Visibility.HIDDEN and isinstance(debate, Debate):
        last = debate.when.last
        if last and last >= revision.now.astimezone(WARSAW).date():
            message = (
                "zapowiedziana debata zniknie z kalendarzy bez słowa – wpisz „stan: odwołana” "
                "z powodem w „zmiany”"
            )
            yield revision.problem("stan publikacji", message)


def _rewritten(revision: Revision) -> Iterator[Problem]:
    """``zmiany`` only grow: what was told stays told."""
    before, after = revision.before.changes, revision.after.changes
    for number, change in enumerate(before, 1):
        if after[number - 1 : number] != (change,):
            message = "wpisu w „zmiany” się nie zmienia – przywróć go i dopisz nowy na końcu"
            key = f"zmiany[{number}]" if number <= len(after) else "zmiany"
            yield revision.problem(key, message)
            return


def _unsaid(revision: Revision) -> Iterator[Problem]:
    """A date, an end, a place or a state of a debate that changed without an entry."""
    before, after = revision.before, revision.after
    if not (isinstance(before, Debate) and isinstance(after, Debate)):
        return
    told = {fold(change.what) for change in after.changes[len(before.changes) :]}
    for key, also, was, now in _kept_promises(before, after):
        if was != now and not {fold(key), fold(also)} & told:
            message = f"zmienione bez wpisu w „zmiany” (było: {was or 'nic'}) – dopisz go z powodem"
            yield revision.problem(key, message, ledger.entry(after.changes, key, was, now))


def _kept_promises(before: Debate, after: Debate) -> Iterator[tuple[str, str, str, str]]:
    """Key, another under which its change may be told, what it was and is.

    A date that was not certain yet is only made more exact, and a place may follow with it.
    """
    settled = before.provisional and _within(before, after)
    if not settled:
        yield "termin", "", ledger.written(before.when), ledger.written(after.when)
        yield "miejsce", "", _named(before.place), _named(after.place)
    if before.end:
        yield "koniec", "termin", _ending(before), _ending(after)
    yield "stan", "", before.state.value, after.state.value


def _within(before: Debate, after: Debate) -> bool:
    """Whether a date lies where the less exact one before it said."""
    first, last, day = before.when.first, before.when.last, after.when.first
    return first is None or bool(last and day and first <= day <= last)


def _named(place: Place | None) -> str:
    if place is None:
        return ""
    return place.venue or ", ".join(part for part in (place.name, place.room) if part)


def _ending(debate: Debate) -> str:
    return f"{debate.end:%H:%M}" if debate.end else ""


def _republished(revision: Revision) -> Iterator[Problem]:
    """The day on which residents have read it is a fact."""
    was, now = revision.before.published, revision.after.published
    if was and now and was.first != now.first:
        message = (
            f"wpis ukazał się już {was.iso[:10]} – przywróć ten dzień, a późniejszą zmianę "
            "zaznacz w „data aktualizacji”"
        )
        yield revision.problem("data publikacji", message)


def _not_updated(revision: Revision) -> Iterator[Problem]:
    """A body that changed on a later day than it was published, under the old date."""
    before, after = revision.before, revision.after
    today = revision.now.astimezone(WARSAW).date()
    known = (after.updated or after.published or after.appeared) if after.published else None
    changed = before.body.digest != after.body.digest and before.updated == after.updated
    if changed and known and known.first and known.first < today:
        message = f"treść się zmieniła, a data nie – wpisz „data aktualizacji: {today}”"
        paste = f"data aktualizacji: {today}"
        yield revision.problem("data aktualizacji", message, paste)
