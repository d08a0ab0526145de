"""The table of commands, and the choice among them."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from plugins.desk.parsing import PROGRAM, Arguments, Command, unknown

PLACES = {
    "build": "build",
    "fleet": "fleet",
    "check": "check",
    "due": "due",
    "new": "new",
    "move": "changing.commands",
    "postpone": "changing.commands",
    "cancel": "changing.commands",
    "withdraw": "changing.commands",
    "step": "changing.commands",
    "import": "importing.command",
    "fix": "fixing.command",
    "serve": "serve",
    "edit": "edit",
    "export": "export",
    "pdf": "pdf",
    "poster": "poster",
    "publish": "publish",
    "rollback": "rollback",
    "sbom": "sbom",
    "why": "why",
    "test": "verify",
}
"""Every command and its module here. Only the one asked for is loaded: all take a tenth of a
second, and a command is to start in three."""

INTERRUPTED = 130  # 128 + SIGINT, as shells count it
NOBODY_READS = 141  # 128 + SIGPIPE


def main(words: Sequence[str]) -> int:
    """Run the command that ``words`` ask for; give its exit code."""
    try:
        command, arguments = parse(words)
        code = command.run(arguments)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return unread()


def unread() -> int:
    """Who read us (``| head``) has seen enough; Python's own last flush must not fail too."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return NOBODY_READS


def parse(words: Sequence[str]) -> tuple[Command, Arguments]:
    """The command and its options; on help exit with 0, on a slip with 2."""
    if not words:
        print(overview(), file=sys.stderr)
        sys.exit(2)
    if words[0] in ("-h", "--help", "help"):
        print(overview())
        sys.exit(0)
    command = _find(words[0])
    return command, command.parse(words[1:])


def every() -> tuple[Command, ...]:
    """All commands, in the order of the list."""
    return tuple(map(_loaded, PLACES))


def overview() -> str:
    """The help of the program as a whole."""
    width = max(map(len, PLACES))
    return "\n".join(
        [
            "Debaty: strona jednostki Policji o debatach społecznych.",
            "",
            f"użycie: {PROGRAM} POLECENIE [opcje]",
            "",
            "polecenia:",
            *(f"  {command.name:<{width}}  {command.summary}" for command in every()),
            "",
            f"Pomoc o poleceniu: {PROGRAM} POLECENIE --help",
        ]
    )


def _find(name: str) -> Command:
    if name in PLACES:
        return _loaded(name)
    print(f"{PROGRAM}: {unknown(name, PLACES)}", file=sys.stderr)
    print(f"Lista poleceń: {PROGRAM} --help", file=sys.stderr)
    sys.exit(2)


def _loaded(name: str) -> Command:
    there = vars(import_module(f"plugins.desk.{PLACES[name]}")).values()
    return next(one for one in there if isinstance(one, Command) and one.name == name)
