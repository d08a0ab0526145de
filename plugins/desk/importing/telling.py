"""What came of an import, told at its end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plugins.desk.importing.drafting import Draft
    from plugins.desk.importing.filing import Filed
    from plugins.problems import Problem


class Found:
    """What came of a run, to be told at its end."""

    def __init__(self) -> None:
        self.filed: list[Filed] = []
        self.known: list[tuple[str, str]] = []
        self.refused: list[Problem] = []
        self.left_out: dict[str, list[str]] = {}

    def take(self, draft: Draft, filed: list[Filed]) -> None:
        """Note what a draft became."""
        self.filed.extend(filed)
        for said in draft.left_out:
            self.left_out.setdefault(said, []).append(draft.source)

    def tell(self) -> None:
        """Say what was made, what to look at, what was left out, and what cannot be read."""
        for one in self.filed:
            print(f"{one.path}  ← {one.source}")
        _listed("Do sprawdzenia", [str(p) for one in self.filed for p in one.problems()])
        _listed("Nie przeniesiono", [_left(said, of) for said, of in self.left_out.items()])
        _listed("Już są", [f"{source}: {path}" for source, path in self.known])
        for problem in sorted(self.refused):
            print(problem, file=sys.stderr)
        if not self.filed:
            print("Nie ma nic nowego do zapisania.")


def _listed(title: str, lines: list[str]) -> None:
    if lines:
        print(f"\n{title} ({len(lines)}):")
        print(*(f"  {line}" for line in lines), sep="\n")


def _left(said: str, sources: list[str]) -> str:
    """What was left out, and of which file, or of how many."""
    text = said if len(said) <= 300 else f"{said[:299]}…"
    where = sources[0] if len(set(sources)) == 1 else f"plików: {len(set(sources))}"
    return f"„{text}” ({where})"
