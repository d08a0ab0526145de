"""What tells a person: numbers keep the site from being published, the rest is warned of.

Every value is masked: the messages stand in the log of every build.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from plugins.newsroom import contacts
from plugins.newsroom.checks.permitted import Permitted
from plugins.newsroom.holdings import Holdings
from plugins.newsroom.kinds import FOLDER_OF
from plugins.newsroom.kinds.body import Body
from plugins.newsroom.kinds.common import Lift
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.kinds.request import Request
from plugins.newsroom.spelling import fold
from plugins.privacy.findings import Finding, findings
from plugins.problems import Problem

APPLICANT = "nazwisko zgłaszającego"

RULES = {
    "REGON": "numer REGON, którego nie ma w „dane dozwolone”",
    "NIP": "numer NIP, którego nie ma w „dane dozwolone”",
    "numer telefonu": "telefon, którego nie ma w kontaktach jednostki ani podmiotów",
    "adres e-mail": "e-mail, którego nie ma w kontaktach jednostki ani podmiotów",
    "numer rejestracyjny": "tablica rejestracyjna obok słowa o pojeździe",
    "data urodzenia": "data albo rok urodzenia",
    "adres mieszkania": "ulica z numerem domu i mieszkania",
    APPLICANT: "imię i nazwisko przy zgłoszeniu, we wnioskach i sprawozdaniach",
}
"""Warnings by the name of what is found: „wyjątki” lift all of a kind in a record, or one mask."""

_LISTED = ("REGON", "NIP", "numer telefonu", "adres e-mail")
_RESIDENTS = (FOLDER_OF[Request], FOLDER_OF[Report])


def identifying(holdings: Holdings) -> Iterator[Problem]:
    """PESEL, identity card, passport, bank account; the unit's own numbers are allowed."""
    permitted = Permitted.by(holdings.unit)
    for file in holdings.files:
        for found in left(file.findings, permitted, file.lifts):
            if found.is_grave:
                yield _problem(file.path, found)


def of_unit(holdings: Holdings) -> Iterator[Problem]:
    """The same in ``jednostka.yml``, but for the numbers that it allows."""
    permitted = Permitted.by(holdings.unit)
    for key, text in contacts.texts(holdings.unit):
        found = findings(text, grave=True)
        for one in () if key.startswith("dane dozwolone[") else left(found, permitted, ()):
            yield Problem(holdings.unit.path, 0, key, _grave(one, "„dane dozwolone”"))


def warned(holdings: Holdings) -> Iterator[Problem]:
    """What may tell a private person: phones, mails, plates, birthdays, flats, names."""
    permitted = permitted_by(holdings)
    for file in holdings.files:
        folder = file.path.split("/")[1]
        for found in left(file.findings, permitted, file.lifts):
            if not found.is_grave and (found.what != APPLICANT or folder in _RESIDENTS):
                yield _problem(file.path, found)


def left(
    found: Iterable[Finding], permitted: Permitted, lifts: Iterable[Lift]
) -> Iterator[Finding]:
    """Findings that are neither permitted anywhere nor lifted here by their masks."""
    lifted = {fold(lift.rule) for lift in lifts}
    for one in found:
        if not permitted.allows(one) and fold(one.masked) not in lifted:
            yield one


def _problem(path: str, found: Finding) -> Problem:
    told = _grave(found, "„wyjątki”") if found.is_grave else private(found)
    rule = "" if found.is_grave else found.what
    return Problem(path, found.line, found.key, told, rule=rule)


def _grave(found: Finding, where: str) -> str:
    if where == "„wyjątki”":
        advice = f"dopisz w {where} regułę „{found.masked}” z powodem"
    else:
        advice = f"dopisz go w {where}"
    return f"{found.what} „{found.masked}” – usuń go; jeśli to nie dane osoby, {advice}"


def private(found: Finding) -> str:
    """What to say of what only may tell a private person."""
    advice = f"dopisz w „wyjątki” regułę „{found.masked}” z powodem"
    if found.what in _LISTED:
        advice = f"dopisz w „dane dozwolone” albo {advice.removeprefix('dopisz ')}"
    told = f"{found.what} „{found.masked}”"
    return f"{told} – usuń, jeśli to dane osoby prywatnej; jeśli nie, {advice}"


def permitted_by(holdings: Holdings) -> Permitted:
    """All that may stand anywhere: the contacts of every record, and the domains of bodies."""
    records = [entry.record for entry in holdings.entries]
    reached = [text for thing in (holdings.unit, *records) for text in contacts.contacts(thing)]
    links = [body.link for body in holdings.of(Body)]
    site, domain = (getattr(holdings.unit, name, "") for name in ("site", "identifier_domain"))
    hosts = (urlsplit(link).hostname or "" for link in (*links, site, f"//{domain}"))
    return Permitted.by(holdings.unit).with_contacts(reached, hosts)
