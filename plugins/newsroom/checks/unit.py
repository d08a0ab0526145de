"""What ``jednostka.yml`` says of other files."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.holdings import Holdings
from plugins.problems import Problem


def unknown_body(holdings: Holdings) -> Iterator[Problem]:
    """The unit's own record among the bodies must be there."""
    body = holdings.unit.body
    if body and f"podmioty/{body}" not in holdings.known:
        message = f"nie ma podmiotu „{body}” – utwórz plik content/podmioty/{body}.md"
        yield Problem(holdings.unit.path, 0, "podmiot", message)
