"""Where the own keys of programmes, news and cycles are shown."""

from __future__ import annotations

from tests.site.shown.seen import On, Rows, element

_WHOLE = "programy/pelny"
_FACTS, _ACTS, _PARTNERS, _EDITIONS = ".terms", ".activities", ".partners", ".editions"

_ANCHOR = "/programy/wspolny/#dzialanie-dzialanie-wspolne"


def points_at_an_activity(page: str) -> tuple[On, On]:
    """From the record's page to the activity, and back."""
    there = element(page, f'main dl a[href="{_ANCHOR}"]')
    return there, element("programy/wspolny", f'#dzialanie-dzialanie-wspolne a[href="/{page}/"]')


PROGRAMME: Rows = {
    "okres": (
        On(_WHOLE, "od 1 lutego 2025 r. do 30 czerwca 2027 r.", _FACTS),
        On("programy", "2025–2027"),
    ),
    "okres.od": On(_WHOLE, "od 1 lutego 2025 r.", _FACTS),
    "okres.do": On(_WHOLE, "do 30 czerwca 2027 r.", _FACTS),
    "podstawa": On(_WHOLE, "Podstawa", f"{_FACTS} dt"),
    "podstawa.rodzaj": On(_WHOLE, "Uchwała pełna", _FACTS),
    "podstawa.numer": On(_WHOLE, "nr XII/345/2025", _FACTS),
    "podstawa.data": On(_WHOLE, "z 17 stycznia 2025 r.", _FACTS),
    "podstawa.organ": On(_WHOLE, "Rada Gminy Pełnej", _FACTS),
    "podstawa.link": element(_WHOLE, f'{_FACTS} a[href="https://akt.example/pelny"]'),
    "cele": On(_WHOLE, "Cel pełny programu", ".prose li"),
    "działania": On(_WHOLE, "Działanie bez stanu", _ACTS),
    "działania.nazwa": On(_WHOLE, "Działanie pełne", f"{_ACTS} #dzialanie-dzialanie-pelne"),
    "działania.opis": On(_WHOLE, "Opis działania pełnego", f"{_ACTS} #dzialanie-dzialanie-pelne"),
    "działania.stan": On(_WHOLE, "W toku", f"{_ACTS} #dzialanie-dzialanie-pelne"),
    "realizatorzy": On(_WHOLE, "Koło Realizatorów Pełnych", _PARTNERS),
    "realizatorzy.podmiot": element(_WHOLE, f'{_PARTNERS} a[href="/podmioty/pelny/"]'),
    "realizatorzy.rola": On(_WHOLE, "Rola pełna realizatora", _PARTNERS),
    "współtwórcy": On(_WHOLE, "Zespół Współtwórców Pełnych", ".people"),
    "link": element(_WHOLE, f'{_FACTS} a[href="https://program.example/pelny"]'),
    "poprzednia edycja": element("programy/wspolny", f'{_EDITIONS} a[href="/programy/dawny/"]'),
    "poprzednia edycja.tytuł": On(_WHOLE, "Edycja wcześniejsza niż pełna", _EDITIONS),
    "poprzednia edycja.okres": On(_WHOLE, "2019–2021", _EDITIONS),
    "poprzednia edycja.okres.od": On(_WHOLE, "2019", _EDITIONS),
    "poprzednia edycja.okres.do": On(_WHOLE, "2021", _EDITIONS),
    "następna edycja": element("programy/wspolny", f'{_EDITIONS} a[href="/programy/kolejny/"]'),
    "następna edycja.tytuł": On(_WHOLE, "Edycja późniejsza niż pełna", _EDITIONS),
    "następna edycja.okres": On(_WHOLE, "2031–2033", _EDITIONS),
    "następna edycja.okres.od": On(_WHOLE, "2031", _EDITIONS),
    "następna edycja.okres.do": On(_WHOLE, "2033", _EDITIONS),
    "wstrzymano": On(_WHOLE, "Wstrzymany", ".title__state"),
    "wstrzymano.data": On(_WHOLE, "od 12 października 2026 r.", ".notice"),
    "wstrzymano.powód": On(_WHOLE, "Powód wstrzymania pełny", ".notice"),
}

NEWS: Rows = {
    "dział": (
        On("aktualnosci/pelna", "Ostrzeżenie", ".title__state"),
        On("aktualnosci/wspolna", "Komunikat", ".title__state"),
        On("", "Tytuł aktualności pełnej", ".warnings"),
    ),
    "ważne do": On("aktualnosci/pelna", "ważne do 20 grudnia 2026 r."),
    "działanie": points_at_an_activity("aktualnosci/pelna"),
}

CYCLE: Rows = {
    "częstotliwość": On("cykle/pelny", "Raz na pełny kwartał", ".terms"),
}
