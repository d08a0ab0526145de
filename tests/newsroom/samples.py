"""What each type of field takes and refuses, and which keys go together.

Only what follows from no annotation stands here; a new type needs one line in a table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.district import District, Plan
from plugins.newsroom.kinds.media import Recording
from plugins.newsroom.kinds.news import News
from plugins.newsroom.kinds.page import Page
from plugins.newsroom.kinds.request import Request, Update
from plugins.newsroom.kinds.unit import EmergencyNumber, Security, Unit
from plugins.newsroom.kinds.venue import Place, Venue

Tree = dict[str, Any]
"""A head as keys and values: texts, lists and trees."""


@dataclass(frozen=True)
class Sample:
    """What a type takes, what it refuses, and words of the refusal."""

    good: str
    wrong: str
    words: str


SAMPLES = {
    "tekst": Sample("Próba", "<b>Próba</b>", "znaczniki HTML"),
    "temat": Sample("piesi i rowery", "???", "„???” nie jest tematem – napisz np."),
    "kategoria Krajowej Mapy Zagrożeń": Sample("Wypalanie traw", "Śpiew", "nie jest kategorią"),
    "nazwa pliku rekordu": Sample("proba", "Próba.md", "napisz „proba”"),
    "folder/nazwa rekordu": Sample("programy/proba", "Próba", "nie wskazuje rekordu – napisz np."),
    "adres https://…": Sample("https://gov.pl/x", "gov.pl", "nie jest adresem strony"),
    "adres e-mail": Sample("biuro@policja.gov.pl", "biuro", "nie jest adresem e-mail"),
    "numer telefonu": Sample("47 700 00 00", "brak", "nie jest numerem telefonu"),
    "plik .vtt": Sample("film.vtt", "film.txt", "zapisz je jako .vtt"),
    "od lewej i od góry, np. 30% 40%": Sample("30% 40%", "góra", "nie jest miejscem na zdjęciu"),
    "nazwa pliku": Sample("plan.png", "/etc/plan.png", "nie jest plikiem"),
    "dawny adres na tej stronie": Sample("/pl/123.html", "/a/../b", "nie jest dawnym adresem"),
    "tak albo nie": Sample("tak", "może", "napisz tak albo nie"),
    "liczba": Sample("7", "około 20", "nie jest liczbą"),
    "liczba, np. 52.2297": Sample("52,2297", "52°13'", "nie jest współrzędną"),
    "dzień, np. 2026-03-12": Sample("2026-03-12", "31 lutego 2026", "w kalendarzu nie ma dnia"),
    "godzina, np. 17:00": Sample("18:30", "25:00", "nie ma godziny „25:00”"),
    "czas, np. 1 godz. 30 min": Sample("90 min", "długo", "nie jest czasem trwania"),
    "termin, np. 2026-03-12 17:00": Sample("2026-03-12 17:00", "wczoraj", "nie rozumiem daty"),
    "dzień albo dzień z godziną": Sample("12.03.2026", "2026", "to za mało – podaj dzień"),
    "dzień, dzień z godziną, nieznana": Sample("2026-03-01", "2026-03", "to za mało"),
    "dzień tygodnia": Sample("Czwartek", "jutro", "nie jest dniem tygodnia"),
    "liczba dni, np. 14 dni": Sample("10 dni", "14", "nie jest liczbą dni"),
    "liczba miesięcy, np. 12 miesięcy": Sample("6 miesięcy", "6", "nie jest liczbą miesięcy"),
    "stopień imię nazwisko, funkcja": Sample("asp. Jan Kot", "<b>Jan</b>", "znaczniki HTML"),
    "nazwa pliku podmiotu albo osoba lub tekst": Sample("Szkoła", "straz-a, straz-b", "w osobnym"),
    "numery, np. nieparzyste 1–31": Sample("2–40, 7a", "obok sklepu", "nie jest numerem domu"),
    "nazwa ulicy": Sample("Lipowa", "Lipowa 5", "to ulica z numerem"),
    "stopień, np. asp.": Sample("asp.", "kapitan", "nie jest stopniem policyjnym"),
}
"""By what the type says may be written."""

SHORT = {
    "Address": Sample("ul. Lipowa 1, 00-000 Miasto", "<b>", "znaczniki HTML"),
    "App": Sample("Dzielnicowi", "<b>", "znaczniki HTML"),
    "Archival": Sample("tak", "może", "napisz tak albo nie"),
    "Audit": Sample("Fundacja", "<b>", "znaczniki HTML"),
    "Edition": Sample("proba", "Próba.md", "napisz „proba”"),
    "Locality": Sample("Zalesie", "<b>", "znaczniki HTML"),
    "Name": Sample("Komenda", "<b>", "znaczniki HTML"),
    "Officer": Sample("asp. Jan Kot", "<b>", "znaczniki HTML"),
    "Partner": Sample("straz-miejska", "straz-a, straz-b", "w osobnym"),
    "Period": Sample("2025–2027", "kiedyś", "nie rozumiem daty"),
    "Place": Sample("aula", "Szkoła nr 5", "nie jest nazwą pliku"),
    "Street": Sample("Lipowa", "Lipowa 5", "to ulica z numerem"),
}
"""Classes that may be written as one text."""

LEAST: dict[type, Tree] = {
    Unit: {"domena identyfikatorów": "x.policja.gov.pl"},
    District: {"wakat": "tak"},
    Plan: {"od": "2026-02-01", "do": "2026-07-31"},
    Recording: {"link": "https://film.pl/1", "napisy": "film.vtt", "transkrypcja": "film.txt"},
}
"""What a head must say besides its required keys to contradict nothing."""

BESIDE: dict[tuple[type, str], Tree] = {
    (Debate, "stan"): {
        "zmiany": [{"kiedy": "2026-03-02", "co": "stan", "jest": "odroczona", "powód": "Choroba"}]
    },
    (Debate, "ewaluacja debat"): {"rodzaj debaty": "ewaluacyjna"},
    (Debate, "forma"): {"link do transmisji": "https://film.pl/1"},
    (News, "ważne do"): {"dział": "ostrzeżenie"},
    (Page, "niezgodności"): {"stan zgodności": "częściowo zgodna"},
    (Page, "wyłączenia"): {"stan zgodności": "częściowo zgodna"},
    (Page, "nadmierne koszty"): {"stan zgodności": "częściowo zgodna"},
    (Page, "badanie"): {"metoda": "badanie zewnętrzne"},
    (Recording, "plik"): {"link": ""},
    (Place, "szerokość"): {"długość": "21,0122"},
    (Place, "długość"): {"szerokość": "52,2297"},
    (Venue, "szerokość"): {"długość": "21,0122"},
    (Venue, "długość"): {"szerokość": "52,2297"},
    (District, "dzielnicowy"): {"wakat": ""},
    (Request, "data publikacji"): {"historia": [{"data": "2026-03-01", "status": "nowy"}]},
    (Request, "powtarza"): {"historia": [{"data": "2026-03-01", "status": "powtórzony"}]},
    (Security, "ważny do"): {"e-mail": "bezpieczenstwo@policja.przykladow.example"},
    (Update, "odpowiedź"): {"podmiot": "straz"},
    (Update, "termin"): {"status": "przekazany", "podmiot": "straz"},
}
"""What goes with a key; an empty text takes a key away."""

COMMON_BESIDE: dict[str, Tree] = {
    "wycofano": {"stan publikacji": "wycofany"},
    "tłumaczenie z": {"język": "en"},
}

OWN = {
    (EmergencyNumber, "numer"): "112",
    (Place, "długość"): "21,0122",
    (Venue, "długość"): "21,0122",
}
"""Where the value that its type takes would contradict the key."""

BEFORE = {(Update, "odpowiedź"): [{"data": "1.3.2026", "status": "przekazany", "podmiot": "straz"}]}
"""Entries that a list must hold before the one in question."""
