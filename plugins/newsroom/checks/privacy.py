"""Numbers that identify a person keep the site from being published."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom import privacy
from plugins.newsroom.holdings import Holdings
from plugins.problems import Problem


def identifying(holdings: Holdings) -> Iterator[Problem]:
    """PESEL, identity card, passport, bank account; the unit's own numbers are allowed.

    Masked in the message: it stands in the log of every build.
    """
    allowed = {privacy.digest_of(number) for number in holdings.unit.allowed}
    for entry in holdings.entries:
        lifted = {lift.rule for lift in entry.record.lifts}
        for found in entry.findings:
            if found.digest not in allowed and found.masked not in lifted:
                message = (
                    f"{found.what} „{found.masked}” – usuń go; jeśli to nie dane osoby, dopisz "
                    f"w „wyjątki” regułę „{found.masked}” z powodem"
                )
                yield Problem(entry.record.path, found.line, "", message)
