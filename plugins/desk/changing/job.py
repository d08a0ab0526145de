"""What every change of a record needs: all records, where questions are asked, the day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from plugins.desk import child, finding, looking
from plugins.desk.asking import SLIP, Desk, Halt, Question, desk
from plugins.desk.looking import Look
from plugins.desk.new.answers import written
from plugins.desk.parsing import PROGRAM, Arguments
from plugins.desk.writing import splice
from plugins.desk.writing.emit import Plain
from plugins.newsroom import dates, grammar
from plugins.newsroom.holdings import Visibility
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.relations import order
from plugins.newsroom.spelling import fold
from plugins.problems import Problems

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Told:
    """When and why. ``public``: residents have seen the record; ``ledger``: so its changes are
    told in „zmiany”, or they were before.
    """

    today: date
    reason: str
    public: bool = True
    ledger: bool = True


@dataclass
class Job:
    """One run: what was asked for, where questions are asked, all that there is."""

    arguments: Arguments
    desk: Desk
    look: Look

    @classmethod
    def begun(cls, arguments: Arguments) -> Job:
        """With a look at everything there is at this moment."""
        here = desk()
        if here.is_terminal:
            print("Czytam pliki… (Ctrl+C kończy bez zapisu)", flush=True)
        try:
            return cls(arguments, here, looking.look(child.ROOT, looking.now()))
        except Problems as problems:
            raise Halt(str(problems)) from None

    @cached_property
    def today(self) -> date:
        """The day of the run in Poland."""
        return self.look.holdings.now.astimezone(dates.WARSAW).date()

    def of(self, kind: type[R]) -> list[R]:
        """All records of a kind, the latest first."""
        return sorted(self.look.holdings.of(kind), key=order, reverse=True)

    def record(self, records: Sequence[R], name: str, likely: Sequence[R] = ()) -> R:
        """The record that is meant; ``name``: its argument, such as ``DEBATA``."""
        given = self.arguments.record
        if given is None and not self.desk.is_terminal:
            raise Halt(f"brakuje: {name}", SLIP)
        if given and not finding.matching(records, given):
            self._refuse_faulty(finding.named(given))
        words = f"{name.capitalize()}?"
        return finding.chosen(self.desk, records, given, name, words, likely)

    def _refuse_faulty(self, name: str) -> None:
        """A file with errors is there, but cannot be read."""
        for problem in self.look.errors:
            if problem.path.endswith(f"/{name}.md"):
                raise Halt(f"plik ma błędy – popraw je najpierw: {PROGRAM} check {problem.path}")

    def head(self, record: Record) -> dict[str, Plain]:
        """The record's head as it is written."""
        return splice.plain(record.path, (child.ROOT / record.path).read_bytes())

    def seen(self, record: Record) -> bool:
        """Whether residents have seen it."""
        hidden = (Visibility.DRAFT, Visibility.EMBARGO)
        return self.look.holdings.visibility(record) not in hidden

    def ask(
        self, option: str, words: str, read: Callable[[str], str], given: str | None, **more: Any
    ) -> str:
        """An answer, or an empty text where none is needed."""
        return self.desk.ask(Question(option, words, read, given, **more)) or ""

    def reads(self, kind: type, key: str) -> Callable[[str], str]:
        """What reads an answer for a key."""
        slot = grammar.slots(kind)[fold(key)]
        return lambda text: written(slot, text, known=self.look.holdings.known)

    def told(self, record: Record, *, always: bool = False, never: bool = False) -> Told:
        """Today and the reason, which is asked for if residents will read it.

        ``always``: they will in any case; ``never``: nothing changes that they were promised.
        """
        public = self.seen(record)
        silent = never and self.arguments.reason is None
        if silent or not (always or public or record.changes):
            return Told(self.today, "", public, ledger=False)
        words = "Dlaczego? (To zdanie przeczytają mieszkańcy.)"
        read = self.reads(Record, "streszczenie")
        return Told(self.today, self.ask("--powód", words, read, self.arguments.reason), public)
