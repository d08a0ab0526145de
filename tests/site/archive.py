"""500 requests of six years, and what is known of each without asking the project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.newsroom.project import BARE, district

COUNT, BUSY = 500, 160
"""How many in all, and how many more in one year than in others."""
DISTRICTS = {f"rejon-{n}": f"Rejon nr {n}" for n in range(1, 8)}
BODIES = {
    "zarzad-drog": "Zarząd Dróg",
    "urzad-miasta": "Urząd Miasta",
    "straz-miejska": "Straż Miejska",
    "spoldzielnia": "Spółdzielnia Mieszkaniowa",
}
CATEGORIES = {
    "akty-wandalizmu": "Akty wandalizmu",
    "bezpanskie-psy": "Wałęsające się bezpańskie psy",
    "niszczenie-zieleni": "Niszczenie zieleni",
    "zebractwo": "Żebractwo",
}
STATUSES = {
    "zgłoszony": "zgloszony",
    "w weryfikacji": "w-weryfikacji",
    "w realizacji": "w-realizacji",
    "przekazany": "przekazany",
    "zrealizowany": "zrealizowany",
    "niezrealizowany": "niezrealizowany",
}
_WEIGHTS = (30, 30, 40, 60, 240, 100)
_WHAT = (
    *("Łata na jezdni", "Światło", "Śmietnik", "Ławka", "Żywopłot", "Źle widoczny znak"),
    *("Ćwiczące motocykle", "Czujka", "Lustro", "Azyl dla pieszych", "Ósmy patrol", "Zamek"),
)
_WHERE = (
    *("Lipowej", "Łąkowej", "Świerkowej", "Żwirowej", "Źródlanej", "Ogrodowej", "Ósmej"),
    *("Cichej", "Ćwiartki", "Zamkowej", "Sosnowej", "Stawowej", "Leśnej", "Młyńskiej"),
    *("Nowej", "Krótkiej", "Długiej", "Polnej", "Wodnej", "Kolejowej", "Parkowej"),
)
_HOW = ("przy ulicy", "na rogu")


@dataclass(frozen=True)
class Known:
    """One request as it was written."""

    number: str
    title: str
    status: str
    since: date
    changed: date
    district: str
    category: str
    body: str

    @property
    def marks(self) -> set[str]:
        """What the filters know it by."""
        marks = {f"stan/{STATUSES[self.status]}", f"rok/{self.since.year}"}
        marks |= {f"rejony/{self.district}", f"kategorie/{self.category}"}
        return marks | ({f"podmioty/{self.body}"} if self.body else set())


def requests() -> list[Known]:
    """The same on every run, oldest first."""
    chance = Random(500)
    titles = [f"{what} {how} {where}" for what in _WHAT for how in _HOW for where in _WHERE]
    spread = [date(2021, 1, 10) + timedelta(chance.randrange(2060)) for _ in range(COUNT - BUSY)]
    days = sorted(
        [*spread, *(date(2025, 1, 1) + timedelta(chance.randrange(365)) for _ in range(BUSY))]
    )
    counted: dict[int, int] = {}
    found = []
    for day, title in zip(days, chance.sample(titles, COUNT), strict=True):
        counted[day.year] = counted.get(day.year, 0) + 1
        (status,) = chance.choices(tuple(STATUSES), _WEIGHTS)
        body = chance.choice(tuple(BODIES)) if status in ("przekazany", "zrealizowany") else ""
        known = Known(
            number=f"W-{day.year}-{counted[day.year]:03}",
            title=title,
            status=status,
            since=day,
            changed=day if status == "zgłoszony" else day + timedelta(chance.randrange(1, 60)),
            district=chance.choices(tuple(DISTRICTS), (6, 5, 4, 3, 2, 1, 1))[0],
            category=chance.choices(tuple(CATEGORIES), (9, 5, 2, 1))[0],
            body=body,
        )
        found.append(known)
    return found


def files(known: list[Known]) -> dict[str, str | bytes]:
    """The project's files."""
    return {
        **BARE,
        **{f"content/rejony/{n}.md": _named(district(), t) for n, t in DISTRICTS.items()},
        **{f"content/podmioty/{n}.md": f"---\nnazwa: {t}\n---\n" for n, t in BODIES.items()},
        **{f"content/wnioski/{one.number.lower()}.md": _file(one) for one in known},
    }


def _named(text: str, title: str) -> str:
    return text.replace("nazwa: Rejon\n", f"nazwa: {title}\n")


def _file(one: Known) -> str:
    history = [f"  - data: {one.since}\n    status: zgłoszony"]
    if one.body:
        history.append(f"  - data: {one.since}\n    status: przekazany\n    podmiot: {one.body}")
    if one.status != "zgłoszony" and not (one.body and one.status == "przekazany"):
        history.append(
            f"  - data: {one.changed}\n    status: {one.status}\n    opis: Sprawdziliśmy"
        )
    elif one.body:
        history[-1] = f"  - data: {one.changed}\n    status: przekazany\n    podmiot: {one.body}"
    return (
        f"---\ntytuł: {one.title}\nmiejsce: odcinek od kładki do zatoki, numer {one.number[-3:]}\n"
        f"rejony: {one.district}\nkategorie zagrożeń: {one.category}\nhistoria:\n"
        + "\n".join(history)
        + "\n---\n\nProsimy.\n"
    )
