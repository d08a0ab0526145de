"""Questions to the person at the keyboard; each may be answered by an option instead.

Without a terminal nothing is asked: the options must suffice.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from plugins.privacy.masks import hidden

T = TypeVar("T")

SLIP, REFUSED = 2, 1  # exit codes: the command line is wrong; it cannot be done


class Halt(Exception):
    """Why a command ends here, in Polish, and its exit ``code``."""

    def __init__(self, message: str, code: int = REFUSED) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Question(Generic[T]):
    """One question.

    ``option`` answers it on the command line with ``given``; ``read`` turns the answer into a
    value or raises ValueError in Polish; ``default`` is what Enter means. A question that is
    not ``needed`` may be left without an answer. ``offers``: lines shown above it.
    """

    option: str
    words: str
    read: Callable[[str], T]
    given: str | None = None
    default: str = ""
    needed: bool = True
    offers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """Where questions are asked; ``is_terminal``: someone is there to answer."""

    is_terminal: bool

    def require(self, questions: Sequence[Question[Any]]) -> None:
        """Without a terminal, name every option that is missing at once."""
        missing = [q.option for q in questions if q.given is None and q.needed and not q.default]
        if missing and not self.is_terminal:
            raise Halt(f"brakuje: {', '.join(missing)}", SLIP)

    def ask(self, question: Question[T]) -> T | None:
        """The answer; ``None`` where none is needed and none was given."""
        if question.given is not None:
            try:
                return question.read(question.given)
            except ValueError as error:
                if not self.is_terminal:
                    raise Halt(f"{question.option}: {error}", SLIP) from None
                print(f"  {question.option}: {hidden(str(error))}")
        self.require([replace(question, given=None)])
        return self._asked(question) if self.is_terminal else _unasked(question)

    def must(self, question: Question[T]) -> T:
        """The answer to a question that has one: it is needed, or Enter means something."""
        answer = self.ask(question)
        assert answer is not None, "a needed question is asked until it is answered"
        return answer

    def confirm(self, words: str, *, option: str, given: bool) -> bool:
        """Whether to go on: Enter means yes; ``option`` answers without asking."""
        if given:
            return True
        if not self.is_terminal:
            raise Halt(f"nikt nie może odpowiedzieć na pytanie – dodaj {option}", SLIP)
        print(f"{words} [Enter: tak, n: nie]")
        return _typed().lower() in ("", "t", "tak", "y")

    def _asked(self, question: Question[T]) -> T | None:
        for offer in question.offers:
            print(offer)
        print(question.words + (f" [Enter: {question.default}]" if question.default else ""))
        while True:
            text = _typed() or question.default
            if not text and not question.needed:
                return None
            try:
                return question.read(text) if text else _insist()
            except ValueError as error:
                print(f"  {hidden(str(error))}")


def desk() -> Desk:
    """The terminal of this process, if it has one."""
    is_terminal = bool(sys.stdin and sys.stdin.isatty() and sys.stdout.isatty())
    if is_terminal:
        with suppress(ImportError):  # Windows has none and edits lines itself
            import readline  # noqa: F401  input() takes its line editing from it
    return Desk(is_terminal)


def _unasked(question: Question[T]) -> T | None:
    return question.read(question.default) if question.default else None


def _insist() -> Any:
    raise ValueError("to trzeba podać (Ctrl+C kończy bez zapisu)")


def _typed() -> str:
    """One line without the spaces around it; the end of the input ends the command."""
    try:
        return input("> ").strip()
    except EOFError:
        raise KeyboardInterrupt from None


def reported(run: Callable[[], int]) -> int:
    """Run a command; say why it halted, no number of a person in it, and give its exit code."""
    try:
        return run()
    except Halt as halt:
        print(hidden(str(halt)), file=sys.stderr)
        return halt.code
    except KeyboardInterrupt:
        print("\nPrzerwano.", file=sys.stderr)
        raise
