"""Numbers and addresses that may stand in any record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from plugins.newsroom.kinds.unit import Unit
from plugins.privacy.findings import Finding, findings, sign_of

_FREE_MAIL = frozenset(
    (
        *("gmail.com", "googlemail.com", "wp.pl", "o2.pl", "onet.pl"),
        *("onet.eu", "op.pl", "vp.pl", "poczta.onet.pl", "interia.pl"),
        *("interia.eu", "poczta.fm", "gazeta.pl", "int.pl", "tlen.pl"),
        *("go2.pl", "autograf.pl", "outlook.com", "hotmail.com", "live.com"),
        *("yahoo.com", "icloud.com", "me.com", "proton.me", "protonmail.com"),
    )
)
"""Where anyone has a box: a body's address there permits that address alone."""


@dataclass(frozen=True, slots=True)
class Permitted:
    """``own``: signs of what the unit allows; ``reached``: of contacts; ``hosts``: of mail."""

    own: frozenset[tuple[str, str]] = frozenset()
    reached: frozenset[tuple[str, str]] = frozenset()
    hosts: frozenset[str] = frozenset()
    unread: bool = False

    @classmethod
    def by(cls, unit: Unit) -> Permitted:
        """„dane dozwolone” alone; while they cannot be read, nothing is doubted."""
        allowed = getattr(unit, "allowed", None)  # a torn unit lacks it
        own = frozenset(sign_of(number) for number in allowed or ())
        return cls(own=own, unread=allowed is None)

    def with_contacts(self, contacts: Iterable[str], hosts: Iterable[str]) -> Permitted:
        """Also what stands under keys meant for contacts."""
        texts = set(contacts)
        signs = {sign_of(text) for text in texts}
        found = [one for text in texts for one in findings(text)]
        names = {host.removeprefix("www.") for host in hosts} | {one.host for one in found}
        reached = frozenset(signs | {one.sign for one in found})
        return replace(self, reached=reached, hosts=frozenset(names - _FREE_MAIL - {""}))

    def allows(self, found: Finding) -> bool:
        """A number of a person is allowed by the unit alone, whatever key it stands under."""
        if self.unread or found.is_grave:
            return self.unread or found.sign in self.own
        if found.sign in self.own or found.sign in self.reached:
            return True
        parts = found.host.split(".")
        return any(".".join(parts[start:]) in self.hosts for start in range(len(parts) - 1))
