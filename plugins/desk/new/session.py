"""What every kind of new record needs: what stands in ``content/``, the answers, the day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from plugins.desk import finding
from plugins.desk.asking import SLIP, Desk, Halt, Question
from plugins.desk.looking import Look
from plugins.desk.new.answers import written
from plugins.desk.writing.examples import Ids
from plugins.desk.writing.scaffold import Scaffold
from plugins.newsroom import grammar
from plugins.newsroom.dates import WARSAW
from plugins.newsroom.holdings import Holdings
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.relations import order
from plugins.newsroom.spelling import fold

T = TypeVar("T")
R = TypeVar("R", bound=Record)

LISTED = 12  # records of a kind that are shown with their numbers


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to be written: its id, the year of its folder, and what stands in it."""

    name: str
    year: int
    scaffold: Scaffold


@dataclass
class Session:
    """One run of ``new``.

    ``given``: option → what was given or typed, ``[""]`` for a question passed over; a second
    round asks only what is missing there. ``used``: the options that this kind knows.
    ``made``: ``kind/id`` of what this run has made before.
    """

    look: Look
    desk: Desk
    now: datetime
    given: dict[str, list[str]]
    flags: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    made: set[str] = field(default_factory=set)

    @property
    def holdings(self) -> Holdings:
        """All records."""
        return self.look.holdings

    @cached_property
    def today(self) -> date:
        """The day of the run in Poland."""
        return self.now.astimezone(WARSAW).date()

    def of(self, kind: type[R]) -> list[R]:
        """All records of a kind, the latest first."""
        return sorted(self.holdings.of(kind), key=order, reverse=True)

    def taken(self, folder: str) -> set[str]:
        """The ids of a kind's files, those that cannot be read too."""
        every = self.holdings.known | self.made
        return {one.partition("/")[2] for one in every if one.startswith(f"{folder}/")}

    # -- questions -------------------------------------------------------------------

    def ask(
        self,
        option: str,
        words: str,
        read: Callable[[str], T],
        *,
        default: str = "",
        needed: bool = True,
        offers: tuple[str, ...] = (),
    ) -> T | None:
        """The answer to one question, noted for a second round."""
        self.used.add(option)
        given = self.given.get(option, [])
        if len(given) > 1:
            raise Halt(f"{option}: podaj tylko jedną wartość", SLIP)
        if given == [""] and not needed:
            return None
        typed: list[str] = []

        def noting(text: str) -> T:
            value = read(text)
            typed.append(text)
            return value

        one = next(filter(None, given), None)
        answer = self.desk.ask(Question(option, words, noting, one, default, needed, offers))
        self.given[option] = typed[-1:] or [""]
        return answer

    def key(
        self,
        kind: type,
        key: str,
        words: str,
        *,
        option: str = "",
        default: str = "",
        needed: bool = True,
    ) -> str:
        """The text of one of the kind's keys, read by the kind's own parser; or empty."""
        slot = grammar.slots(kind)[fold(key)]
        return (
            self.ask(
                option or f"--{slot.key.name}",
                words,
                lambda text: written(slot, text, known=self.holdings.known),
                default=default,
                needed=needed,
            )
            or ""
        )

    def option(self, kind: type, key: str, option: str = "") -> str:
        """The text of a key that is not asked for; empty if its option was not given."""
        option = option or f"--{key}"
        self.used.add(option)
        return self.key(kind, key, key, option=option) if option in self.given else ""

    def named(self, kind: type[Record], option: str, words: str) -> list[str]:
        """The ids of the records that an option names, each by its id or a part of its title."""
        self.used.add(option)
        texts, records = self.given.get(option, []), self.of(kind)
        found = [finding.chosen(self.desk, records, text, option, words) for text in texts if text]
        self.given.update({option: [one.id for one in found]} if found else {})
        return [one.id for one in found]

    def maybe(self, kind: type[Record], option: str, words: str) -> list[str]:
        """As :meth:`named`, but asked for on a terminal; Enter passes it over."""
        records = sorted(self.of(kind), key=lambda one: one.id)
        if option in self.given or not (records and self.desk.is_terminal):
            return self.named(kind, option, words)
        offered = records[:LISTED]
        lines = tuple(finding.offer(number, one) for number, one in enumerate(offered, 1))

        def read(text: str) -> str:
            return finding.numbered(records, text, offered=offered).id

        answer = self.ask(option, words, read, needed=False, offers=lines)
        self.given[option] = [answer or ""]
        return [answer] if answer else []

    def record(self, records: Sequence[R], option: str, words: str, likely: Sequence[R] = ()) -> R:
        """One of some records, by its number in the list shown, id, or a part of its title."""
        self.used.add(option)
        given = self.given.get(option, [None])[0]
        found = finding.chosen(self.desk, records, given, option, words, likely)
        self.given[option] = [found.id]
        return found

    # -- what is known ---------------------------------------------------------------

    @cached_property
    def ids(self) -> Ids:
        """What may be referred to: the kinds' ids, those that are named most often first."""
        named = Counter(ref.target for e in self.holdings.entries for ref in e.references)
        found: dict[str, list[str]] = {folder: [] for folder in KINDS}
        for target in sorted(self.holdings.by_target, key=lambda one: (-named[one], one)):
            folder, _, name = target.partition("/")
            found[folder].append(name)
        return found
