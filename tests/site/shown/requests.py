"""Where the own keys of requests and districts are shown."""

from __future__ import annotations

from tests.site.shown.programmes import points_at_an_activity
from tests.site.shown.seen import On, Row, Rows, element

_WHOLE, _HANDED = "wnioski/w-2026-001", "wnioski/w-2026-010"
_HISTORY = "#historia"

_STATUSES: Row = tuple(
    On(f"wnioski/{name}", word, ".title__state")
    for name, word in (
        ("w-2026-001", "Powtórzony"),
        ("w-2026-010", "Przekazany"),
        ("w-2026-011", "Zgłoszony"),
        ("w-2026-012", "W weryfikacji"),
        ("w-2026-013", "W realizacji"),
        ("w-2026-014", "Zrealizowany"),
        ("w-2026-015", "Zrealizowany częściowo"),
        ("w-2026-016", "Niezrealizowany"),
    )
)

REQUEST: Rows = {
    "działanie": points_at_an_activity("wnioski/w-2026-001"),
    "debata": (
        element(_WHOLE, '#debata a[href="/debaty/odbyta-z-obcym/"]'),
        element("debaty/odbyta-z-obcym", '#wnioski a[href="/wnioski/w-2026-001/"]'),
    ),
    "powtarza": (
        On(_WHOLE, "W-2026-010", '.terms a[href="/wnioski/w-2026-010/"]'),
        On(_HANDED, "W-2026-001", '.terms a[href="/wnioski/w-2026-001/"]'),
    ),
    "miejsce": (
        On(_WHOLE, "Skrzyżowanie Pełnej z Pustą", ".terms"),
        On("wnioski", "Skrzyżowanie Pełnej z Pustą", "td, th"),
    ),
    "historia": On(_WHOLE, "Historia wniosku", f"{_HISTORY} h2"),
    "historia.data": On(_WHOLE, "16 września 2026 r.", f"{_HISTORY} time"),
    "historia.status": (
        *_STATUSES,
        On(_WHOLE, "W realizacji", _HISTORY),
        On("wnioski/stan/niezrealizowany", "Wniosek o stanie „niezrealizowany”"),
    ),
    "historia.opis": On(_WHOLE, "Opis zgłoszenia pełny", _HISTORY),
    "historia.podmiot": (
        On(_WHOLE, "Tytuł podmiotu pełnego", f'{_HISTORY} a[href="/podmioty/pelny/"]'),
        element("podmioty/pelny", '#wnioski a[href="/wnioski/w-2026-001/"]'),
    ),
    "historia.debata": (
        element(_WHOLE, f'{_HISTORY} a[href="/debaty/odbyta-niedawno/"]'),
        element("debaty/odbyta-niedawno", '#wrocono a[href="/wnioski/w-2026-001/"]'),
    ),
    "historia.plik": element(_WHOLE, f'{_HISTORY} a[href^="/pliki/pismo-"]'),
    "historia.znak sprawy": On(_WHOLE, "Znak sprawy: ZP.541.77.2026", _HISTORY),
    "historia.odpowiedź": (
        On(_WHOLE, "Odpowiedź podmiotu", _HISTORY),
        On(_WHOLE, "Odpowiedź 8 października 2026 r., w terminie", _HISTORY),
    ),
    "historia.termin": (
        On(_HANDED, "Odpowiedź do 30 grudnia 2026 r.", _HISTORY),
        On(_HANDED, "odpowiedź do 30 grudnia 2026 r.", ".terms"),
    ),
}

_DISTRICT, _VACANT = "rejony/pelny", "rejony/wspolny"
_OFFICER, _STREETS, _PLAN = ".officer", "#ulice", "#plany .plan"

DISTRICT: Rows = {
    "dzielnicowy": (
        On(_DISTRICT, "mł. asp. Bogusław Dzielnicowy", _OFFICER),
        On("rejony", "mł. asp. Bogusław Dzielnicowy"),
    ),
    "dzielnicowy.stopień": element(_DISTRICT, f'{_OFFICER} abbr[title="młodszy aspirant"]'),
    "dzielnicowy.imię i nazwisko": On(_DISTRICT, "Bogusław Dzielnicowy", _OFFICER),
    "dzielnicowy.zdjęcie": element(_DISTRICT, f"{_OFFICER} figure img"),
    "dzielnicowy.zdjęcie.plik": element(_DISTRICT, f'{_OFFICER} img[src^="/obrazy/portret-"]'),
    "dzielnicowy.zdjęcie.alt": element(
        _DISTRICT, f'{_OFFICER} img[alt="Widok na portrecie dzielnicowego"]'
    ),
    "dzielnicowy.zdjęcie.autor": On(_DISTRICT, "Autorka portretu dzielnicowego", _OFFICER),
    "dzielnicowy.zdjęcie.licencja": On(_DISTRICT, "Licencja portretu dzielnicowego", _OFFICER),
    "dzielnicowy.zdjęcie.zgoda": On(_DISTRICT, "Za zgodą osoby", f"{_OFFICER} figcaption"),
    "dzielnicowy.zdjęcie.kadr": element(_DISTRICT, f"{_OFFICER} .picture--x3.picture--y9"),
    "wakat": (
        On(_VACANT, "Dzielnicowego jeszcze nie wyznaczono", _OFFICER),
        On("rejony", "Dzielnicowego jeszcze nie wyznaczono"),
    ),
    "telefon": (
        On(_DISTRICT, "47 700 02 22", f'{_OFFICER} a[href="tel:+48477000222"]'),
        On(_DISTRICT, "To nie jest numer alarmowy.", _OFFICER),
        On("rejony", "47 700 02 22"),
    ),
    "e-mail": element(
        _DISTRICT, f'{_OFFICER} a[href="mailto:rejon-pelny@policja.przykladow.example"]'
    ),
    "przyjmuje": On(_DISTRICT, "Przyjmuje w pełne środy", _OFFICER),
    "jednostka": On(_DISTRICT, "Tytuł podmiotu pełnego", f'{_OFFICER} a[href="/podmioty/pelny/"]'),
    "ulice": (On(_DISTRICT, "Jarzębinowa", _STREETS), On("ulice", "Jarzębinowa", "#litera-j")),
    "ulice.ulica": (On(_DISTRICT, "Kalinowa", _STREETS), On("ulice", "Kalinowa", "#litera-k")),
    "ulice.numery": (
        On(_DISTRICT, "Kalinowa, numery nieparzyste 1–31", f"{_STREETS} li"),
        On("ulice", "nieparzyste 1–31", "#litera-k"),
    ),
    "miejscowości": On(_DISTRICT, "Łęgi", f"{_STREETS} li"),
    "miejscowości.nazwa": On(_DISTRICT, "Zagajnik", f"{_STREETS} li"),
    "miejscowości.ulice": On(_DISTRICT, "Olchowa (Zagajnik)", f"{_STREETS} li"),
    "miejscowości.ulice.ulica": On("ulice", "Modrzewiowa", "#litera-m"),
    "miejscowości.ulice.numery": On(_DISTRICT, "Modrzewiowa, nr 2–40", f"{_STREETS} li"),
    "plany": On(_DISTRICT, "Plan działania priorytetowego", "#plany h2"),
    "plany.od": On(_DISTRICT, "Od 1 sierpnia 2026 r.", _PLAN),
    "plany.do": On(_DISTRICT, "do 31 stycznia 2027 r.", _PLAN),
    "plany.problem": (
        On(_DISTRICT, "Problem pełny przy młynie", _PLAN),
        On("kategorie/utoniecia", "Problem pełny przy młynie", _PLAN),
    ),
    "plany.kategoria": element(_DISTRICT, f'{_PLAN} a[href="/kategorie/utoniecia/"]'),
    "plany.cel": On(_DISTRICT, "Cel pełny planu", _PLAN),
    "plany.działania": On(_DISTRICT, "Działanie pełne planu", _PLAN),
    "plany.partnerzy": (
        On(_DISTRICT, "Rada Partnerów Pełnych", _PLAN),
        element(_DISTRICT, f'{_PLAN} a[href="/podmioty/pelny/"]'),
    ),
    "plany.wniosek": (
        element(_DISTRICT, f'{_PLAN} a[href="/wnioski/w-2026-010/"]'),
        element(_HANDED, '#dalej a[href="/rejony/pelny/"]'),
    ),
    "plany.wynik": On(_DISTRICT, "Wynik pełny planu", _PLAN),
}
