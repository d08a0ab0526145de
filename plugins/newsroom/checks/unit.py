"""What ``jednostka.yml`` says of other files."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.dates import WARSAW
from plugins.newsroom.holdings import Holdings
from plugins.newsroom.phases import months_after
from plugins.problems import Problem


def unknown_body(holdings: Holdings) -> Iterator[Problem]:
    """The unit's own record among the bodies must be there."""
    body = holdings.unit.body
    if body and f"podmioty/{body}" not in holdings.known:
        message = f"nie ma podmiotu „{body}” – utwórz plik content/podmioty/{body}.md"
        yield Problem(holdings.unit.path, 0, "podmiot", message)


def stale_contact(holdings: Holdings) -> Iterator[Problem]:
    """Whom to tell about a security hole holds for a year at most (RFC 9116, 2.5.5)."""
    until = holdings.unit.security.until if holdings.unit.security else None
    today = holdings.now.astimezone(WARSAW).date()
    if until and not today <= until <= months_after(today, 12):
        message = (
            f"kontakt jest ważny do {until}, a ma to być dzień w ciągu roku od dziś – sprawdź "
            "kontakt i wpisz taki dzień albo usuń ten klucz, a strona poda go sama"
        )
        yield Problem(holdings.unit.path, 0, "kontakt bezpieczeństwa.ważny do", message)
