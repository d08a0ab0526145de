"""The table of commands, and the choice among them."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from plugins.desk import (
    build,
    check,
    due,
    edit,
    export,
    fleet,
    new,
    pdf,
    poster,
    publish,
    rollback,
    sbom,
    serve,
    verify,
    why,
)
from plugins.desk.changing import commands as changing
from plugins.desk.fixing import command as fixing
from plugins.desk.importing import command as importing
from plugins.desk.parsing import PROGRAM, Arguments, Command, unknown

COMMANDS: tuple[Command, ...] = (
    build.COMMAND,
    fleet.COMMAND,
    check.COMMAND,
    due.COMMAND,
    new.COMMAND,
    changing.MOVE,
    changing.POSTPONE,
    changing.CANCEL,
    changing.WITHDRAW,
    changing.STEP,
    importing.COMMAND,
    fixing.COMMAND,
    serve.COMMAND,
    edit.COMMAND,
    export.COMMAND,
    pdf.COMMAND,
    poster.COMMAND,
    publish.COMMAND,
    rollback.COMMAND,
    sbom.COMMAND,
    why.COMMAND,
    verify.COMMAND,
)

INTERRUPTED = 130  # 128 + SIGINT, as shells count it
NOBODY_READS = 141  # 128 + SIGPIPE


def main(words: Sequence[str]) -> int:
    """Run the command that ``words`` ask for; give its exit code."""
    command, arguments = parse(words)
    try:
        code = command.run(arguments)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Who read us (``| head``) has seen enough; Python's own last flush must not fail too.
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


def overview() -> str:
    """The help of the program as a whole."""
    width = max(len(command.name) for command in COMMANDS)
    return "\n".join(
        [
            "Debaty: strona jednostki Policji o debatach społecznych.",
            "",
            f"użycie: {PROGRAM} POLECENIE [opcje]",
            "",
            "polecenia:",
            *(f"  {command.name:<{width}}  {command.summary}" for command in COMMANDS),
            "",
            f"Pomoc o poleceniu: {PROGRAM} POLECENIE --help",
        ]
    )


def _find(name: str) -> Command:
    for command in COMMANDS:
        if command.name == name:
            return command
    print(f"{PROGRAM}: {unknown(name, [c.name for c in COMMANDS])}", file=sys.stderr)
    print(f"Lista poleceń: {PROGRAM} --help", file=sys.stderr)
    sys.exit(2)
