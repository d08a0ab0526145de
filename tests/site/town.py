"""Five years of one town: debates, requests and editions of a programme, as Markdown files.

Everything is written from the first day on; the day of the build alone decides what has happened.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from tests.newsroom.project import BARE, debate, district, report, request

UNIT, NEIGHBOUR = "kmp", "sasiad"
BODIES = {"drogi": "Zarząd Dróg", "miasto": "Urząd Miasta", "straz": "Straż Miejska"}
DISTRICTS = {"polnoc": "Rejon Północ", "poludnie": "Rejon Południe", "zalesie": "Rejon Zalesie"}
CATEGORIES = ("Akty wandalizmu", "Nieprawidłowe parkowanie", "Dzikie wysypiska śmieci")
YEARS = range(2021, 2026)
FIRST, LAST = date(2021, 1, 4), date(2025, 12, 31)

Files = dict[str, str | bytes]


def files() -> Files:
    """The whole town."""
    unit = BARE["content/jednostka.yml"] + f"podmiot: {UNIT}\n".encode()
    names = {UNIT: "Komenda", NEIGHBOUR: "Komenda obok", **BODIES}
    return {
        **BARE,
        "content/jednostka.yml": unit,
        **{f"content/podmioty/{id}.md": f"---\nnazwa: {n}\n---\n" for id, n in names.items()},
        **{
            f"content/rejony/{id}.md": district().replace("nazwa: Rejon", f"nazwa: {n}")
            for id, n in DISTRICTS.items()
        },
        **_programmes(),
        **dict(_debates()),
        **dict(_told()),
        **_drawn(),
        **_unseen(),
    }


def _programmes() -> Files:
    head = "---\ntytuł: Bezpieczne miasto {0}–{1}\ndata publikacji: {0}-01-04\nokres:\n  od: {0}\n"
    ends = {"2021": "2022", "2023": "2025"}
    follow = {"2021": "następna edycja: miasto-2023\n", "2023": "poprzednia edycja: miasto-2021\n"}
    return {
        f"content/programy/miasto-{since}.md": (
            head.format(since, until) + f"  do: {until}\n{follow[since]}---\n\nProgram.\n"
        )
        for since, until in ends.items()
    }


def _debates() -> Iterator[tuple[str, str]]:
    """A debate each spring, and from the second year on one that evaluates the last."""
    for year in YEARS:
        posted = f"{year}-02-20"
        spring = debate("program: miasto-2021\n" if year < 2023 else "", when=f"{year}-04-15 17:00")
        yield f"content/debaty/wiosna-{year}.md", spring.replace("2026-02-20", posted)
        told = report(f"wiosna-{year}", published=f"{year}-04-20")
        yield f"content/sprawozdania/wiosna-{year}.md", told
        if year > YEARS[0]:
            head = f"rodzaj debaty: ewaluacyjna\newaluacja debat: wiosna-{year - 1}\n"
            again = debate(head, when=f"{year}-10-06 17:00").replace("2026-02-20", f"{year}-09-01")
            yield f"content/debaty/ewaluacja-{year}.md", again
    other = debate(f"wydawca: {NEIGHBOUR}\n", when="2022-05-05 17:00")
    yield "content/debaty/u-sasiada.md", other.replace("2026-02-20", "2022-04-01")


REFUSED, ANSWER = "niezrealizowany; opis: Brak pieniędzy", "odpowiedź: tak"


def _told() -> Iterator[tuple[str, str]]:
    """Requests that each stand for something; the head names where they were raised."""
    spring, north = "debata: wiosna-2021\n", "rejony: polnoc\nkategorie zagrożeń: Akty wandalizmu\n"
    stories = {
        "w-2021-001": (  # done, and looked at once more a year later
            spring + north,
            *("2021-04-15 zgłoszony", "2021-04-20 w weryfikacji", "2021-05-10 w realizacji"),
            *("2021-09-01 zrealizowany", "2022-10-06 zrealizowany; debata: ewaluacja-2022"),
        ),
        "w-2021-002": (  # answered late, done in part, then whole
            spring + north,
            *("2021-04-15 zgłoszony", "2021-04-20 przekazany; podmiot: drogi"),
            f"2021-06-01 w realizacji; podmiot: drogi; {ANSWER}",
            *("2022-03-01 zrealizowany częściowo; opis: Połowa", "2022-11-02 zrealizowany"),
        ),
        "w-2021-003": (  # refused with the body's answer, within its own term; two districts
            spring + "rejony:\n  - polnoc\n  - poludnie\n",
            *("2021-04-15 zgłoszony", "2021-04-22 przekazany; podmiot: miasto; termin: 2021-06-30"),
            f"2021-06-20 {REFUSED}; podmiot: miasto; {ANSWER}",
        ),
        "w-2021-004": (  # settled though nobody answered; the answer came after all
            spring,
            *("2021-04-15 zgłoszony", "2021-05-01 przekazany; podmiot: drogi"),
            f"2021-12-01 {REFUSED}",
            f"2022-02-01 {REFUSED}; podmiot: drogi; {ANSWER}",
        ),
        "w-2021-005": (  # not from a debate; the end of a month; a reminder starts no clock
            north,
            *("2021-08-31 zgłoszony", "2021-08-31 przekazany; podmiot: straz"),
            "2021-10-05 przekazany; podmiot: straz",
            f"2021-10-11 zrealizowany; podmiot: straz; {ANSWER}",
        ),
        "w-2022-001": (  # says no more than the first
            "debata: wiosna-2022\npowtarza: w-2021-001\n",
            *("2022-04-15 zgłoszony", "2022-05-05 powtórzony"),
        ),
        "w-2022-002": (  # the same matter, worked on anew
            "debata: wiosna-2022\npowtarza: w-2021-003\nrejony: poludnie\n",
            *("2022-04-15 zgłoszony", "2022-06-01 w realizacji", "2023-01-31 zrealizowany"),
        ),
        "w-2022-003": (  # two bodies at once; one of them owes an answer for a year
            "debata: wiosna-2022\nkategorie zagrożeń:\n  - Akty wandalizmu\n"
            "  - Dzikie wysypiska śmieci\n",
            *("2022-04-15 zgłoszony", "2022-04-30 przekazany; podmiot: drogi"),
            "2022-05-02 przekazany; podmiot: straz",
            f"2022-05-20 w realizacji; podmiot: straz; {ANSWER}",
            f"2023-06-01 w realizacji; podmiot: drogi; {ANSWER}",
        ),
        "w-2022-004": (  # asked twice, and the second time in vain
            "debata: wiosna-2022\nrejony: zalesie\n",
            *("2022-04-15 zgłoszony", "2023-01-31 przekazany; podmiot: drogi"),
            f"2023-02-14 w weryfikacji; podmiot: drogi; {ANSWER}",
            "2023-05-05 przekazany; podmiot: drogi; termin: 2023-07-14",
        ),
        "w-2023-001": (  # given up, then done after all
            "rejony: zalesie\n",
            *("2023-02-01 zgłoszony", f"2023-03-01 {REFUSED}", "2024-03-01 w realizacji"),
            "2024-08-15 zrealizowany częściowo; opis: Jedna strona ulicy",
        ),
    }
    for id, (head, *history) in stories.items():
        yield f"content/wnioski/{id}.md", request(*history, head=head)


def _unseen() -> Files:
    """What must count nowhere."""
    done = ("2022-05-06 zgłoszony", "2022-05-07 przekazany; podmiot: drogi")
    heads = {
        "w-2022-901": f"wydawca: {NEIGHBOUR}\n",
        "w-2022-902": "debata: u-sasiada\n",
        "w-2022-903": "stan publikacji: ukryty\n",
        "w-2022-904": "stan publikacji: szkic\n",
        "w-2022-905": "data publikacji: 2030-01-01\n",
        "w-2022-906": (
            "stan publikacji: wycofany\nwycofano:\n  data: 2022-06-01\n  powód: Pomyłka.\n"
        ),
        "w-2022-907": "język: en\ntłumaczenie z: wnioski/w-2021-001\n",
    }
    place = "rejony: polnoc\nkategorie zagrożeń: Akty wandalizmu\n"
    return {
        f"content/wnioski/{id}.md": request(*done, head=place + head) for id, head in heads.items()
    }


# -- drawn by lot ------------------------------------------------------------------------


def _drawn() -> Files:
    """Thirty more whose histories are drawn, the same each time."""
    lot = random.Random(2021)
    return {f"content/wnioski/w-2020-{n:03}.md": _request(lot) for n in range(1, 31)}


def _request(lot: random.Random) -> str:
    raised = date(lot.choice(YEARS), lot.randint(1, 12), lot.randint(1, 28))
    held = raised.replace(month=4, day=15)
    head = f"debata: wiosna-{held.year}\n" if raised >= held else ""
    for key, names in (("rejony", tuple(DISTRICTS)), ("kategorie zagrożeń", CATEGORIES)):
        some = lot.sample(names, lot.randint(0, 2))
        head += f"{key}:\n" + "".join(f"  - {one}\n" for one in some) if some else ""
    return request(f"{raised} zgłoszony", *_steps(lot, raised), head=head)


def _steps(lot: random.Random, day: date) -> Iterator[str]:
    """Up to eight lawful entries: only a body that waits can answer."""
    waiting: list[str] = []
    for _ in range(lot.randint(0, 8)):
        day += timedelta(lot.choice((0, 3, 17, 31, 80)))
        if waiting and lot.random() < 0.4:
            body = waiting.pop(lot.randrange(len(waiting)))
            status = lot.choice(("w weryfikacji", "w realizacji", "zrealizowany", REFUSED))
            entry = f"{status}; podmiot: {body}; {ANSWER}"
        elif lot.random() < 0.5:
            body = lot.choice(tuple(BODIES))
            waiting += [] if body in waiting else [body]
            status, entry = "przekazany", f"przekazany; podmiot: {body}"
        else:
            entry = status = lot.choice(("w realizacji", "zrealizowany", REFUSED, "w weryfikacji"))
        if status in ("zrealizowany", REFUSED):
            waiting.clear()
        yield f"{day} {entry}"
