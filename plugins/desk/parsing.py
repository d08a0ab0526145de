"""What a command is, and an ``argparse`` that speaks Polish."""

from __future__ import annotations

import argparse
import difflib
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NoReturn

from plugins.privacy.masks import hidden

PROGRAM = "py debaty" if os.name == "nt" else "./debaty"

Arguments = argparse.Namespace


@dataclass(frozen=True, slots=True)
class Command:
    """One command of the desk.

    ``summary`` is its Polish line in the list of commands, ``examples`` are whole command
    lines without the program's name. ``add_options`` declares what it takes, ``run`` does it
    and gives the exit code. With ``passes_on``, arguments that it does not know are handed to
    it as ``rest``.
    """

    name: str
    summary: str
    examples: tuple[str, ...]
    add_options: Callable[[Parser], None]
    run: Callable[[Arguments], int]
    passes_on: bool = False

    def parse(self, words: Sequence[str]) -> Arguments:
        """Read the words after the command's name; on a slip say so and exit with 2."""
        parser = Parser(self)
        arguments, rest = parser.parse_known_args(words)
        if rest and not self.passes_on:
            parser.error(unknown(rest[0], parser.option_names()))
        arguments.rest = rest
        return arguments


class Parser(argparse.ArgumentParser):
    """The parser of one command's options."""

    def __init__(self, command: Command) -> None:
        super().__init__(
            prog=f"{PROGRAM} {command.name}",
            description=command.summary,
            epilog="przykłady:\n" + "\n".join(f"  {PROGRAM} {e}" for e in command.examples),
            formatter_class=_Help,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title = "argumenty"
        self._optionals.title = "opcje"
        command.add_options(self)
        self.add_argument("-h", "--help", action="help", help="pokaż tę pomoc")

    def option_names(self) -> list[str]:
        """Every option as it is written, such as ``--port``."""
        return [name for action in self._actions for name in action.option_strings]

    def error(self, message: str) -> NoReturn:
        """Say in Polish what is wrong and where help is; exit with 2."""
        print(f"{self.prog}: {hidden(in_polish(message))}", file=sys.stderr)
        print(f"Pomoc: {self.prog} --help", file=sys.stderr)
        sys.exit(2)


class _Help(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "użycie: ")


# argparse words its errors by gettext in the user's language, which may lack Polish.
_WORDS = (
    (r"the following arguments are required: (.*)", r"brakuje: \1"),
    (r"argument ([^:]*): expected one argument", r"\1: podaj wartość"),
    (r"argument ([^:]*): ignored explicit argument '(.*)'", r"\1: nie przyjmuje wartości „\2”"),
    (
        r"argument ([^:]*): invalid choice: '(.*)' \(choose from (.*)\)",
        r"\1: nie ma wartości „\2” – możliwe: \3",
    ),
    (r"argument ([^:]*): (.*)", r"\1: \2"),
)


def in_polish(message: str) -> str:
    """One of the errors of argparse that our options can cause, in Polish.

    >>> in_polish("argument --port: expected one argument")
    '--port: podaj wartość'
    >>> in_polish("argument --as: invalid choice: 'fax' (choose from 'post', 'sms')")
    "--as: nie ma wartości „fax” – możliwe: 'post', 'sms'"
    """
    for pattern, words in _WORDS:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return match.expand(words)
    return message


_ELSEWHERE = {"deploy": "publish", "preview": "serve", "server": "serve", "pomoc": "help"}
"""What other programs call a command of ours."""


def unknown(word: str, known: Iterable[str]) -> str:
    """What to say of a word that is none of the ``known``.

    >>> unknown("biuld", ["build", "serve"])
    'nie znam „biuld” – czy chodziło o „build”?'
    """
    near = [_ELSEWHERE[word]] if word in _ELSEWHERE else []
    near = near or difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    question = f" – czy chodziło o „{near[0]}”?" if near else ""
    return f"nie znam „{word}”{question}"
