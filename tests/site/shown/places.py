"""Where the own keys of bodies, venues and standing pages are shown."""

from __future__ import annotations

from tests.site.shown.seen import On, Rows, element

_BODY, _VENUE, _TERMS = "podmioty/pelny", "miejsca/pelne", ".terms"
_HAS = "Jest: podjazd albo wejście bez progu, winda, toaleta dostosowana"
_LACKS = "Nie ma: pętla indukcyjna, miejsce parkingowe dla osoby z niepełnosprawnością, tłumacz PJM"

BODY: Rows = {
    "nazwa krótka": On(_BODY, "PP Pełny"),
    "rodzaj": On(_BODY, "Urząd pełny", ".title__kind"),
    "adres": On(_BODY, "ul. Podmiotowa 11, 11-111 Podmiotowo", _TERMS),
    "adres.ulica": On(_BODY, "ul. Podmiotowa 11", _TERMS),
    "adres.kod": On(_BODY, "11-111", _TERMS),
    "adres.miejscowość": On(_BODY, "Podmiotowo", _TERMS),
    "telefon": On(_BODY, "47 700 03 33", f'{_TERMS} a[href="tel:+48477000333"]'),
    "e-mail": element(_BODY, f'{_TERMS} a[href="mailto:podmiot-pelny@policja.przykladow.example"]'),
    "link": element(_BODY, f'{_TERMS} a[href="https://podmiot.example/pelny"]'),
    "nadrzędna": (
        element(_BODY, f'{_TERMS} a[href="/podmioty/kmp/"]'),
        element("podmioty/kmp", 'main li a[href="/podmioty/pelny/"]'),
    ),
}

VENUE: Rows = {
    "adres": On(_VENUE, "ul. Miejscowa 22, 22-222 Miejscowo", _TERMS),
    "adres.ulica": On(_VENUE, "ul. Miejscowa 22", _TERMS),
    "adres.kod": On(_VENUE, "22-222", _TERMS),
    "adres.miejscowość": On(_VENUE, "Miejscowo", _TERMS),
    "sala": On(_VENUE, "Sala pełna na piętrze", _TERMS),
    "dojście": On(_VENUE, "Dojście pełne od parku", _TERMS),
    "szerokość": element(_VENUE, f'{_TERMS} a[href*="mlat=52.1111&"]'),
    "długość": element(_VENUE, f'{_TERMS} a[href*="mlon=20.2222#"]'),
    "dostępność": On(_VENUE, "Dostępność", "main h2"),
    "dostępność.podjazd": On(_VENUE, _HAS, ".access li"),
    "dostępność.winda": On(_VENUE, _HAS, ".access li"),
    "dostępność.toaleta dostosowana": On(_VENUE, _HAS, ".access li"),
    "dostępność.pętla indukcyjna": On(_VENUE, _LACKS, ".access li"),
    "dostępność.miejsce parkingowe": On(_VENUE, _LACKS, ".access li"),
    "dostępność.tłumacz PJM": On(_VENUE, _LACKS, ".access li"),
}

_STATEMENT = "deklaracja-dostepnosci"

PAGE: Rows = {
    "stan zgodności": On(_STATEMENT, "jest częściowo zgodna", "#a11y-status"),
    "niezgodności": On(_STATEMENT, "Niezgodność pełna strony", "li"),
    "wyłączenia": On(_STATEMENT, "Wyłączenie pełne strony", "li"),
    "nadmierne koszty": On(_STATEMENT, "Koszt pełny nadmierny", "#a11y-ocena"),
    "data sporządzenia": On(_STATEMENT, "3 października 2024 r.", "#a11y-data-sporzadzenie"),
    "data przeglądu": On(_STATEMENT, "16 lutego 2026 r.", "#a11y-data-przeglad"),
    "data aktualizacji strony": On(_STATEMENT, "9 lutego 2026 r.", "#a11y-data-aktualizacja"),
    "metoda": On(_STATEMENT, "na podstawie badania przeprowadzonego przez podmiot zewnętrzny"),
    "badanie": On(_STATEMENT, "Wykonawca pełny badania"),
    "badanie.wykonawca": On(_STATEMENT, "Wykonawca pełny badania"),
    "badanie.raport": element(_STATEMENT, 'main a[href="https://raport.example/pelny"]'),
    "aplikacje": On(_STATEMENT, "Aplikacje mobilne", "main h3"),
    "aplikacje.nazwa": On(_STATEMENT, "Aplikacja pełna", "#a11y-aplikacje li"),
    "aplikacje.link": element(
        _STATEMENT, '#a11y-aplikacje a[href="https://aplikacja.example/pelna"]'
    ),
    "architektura": On(_STATEMENT, "Architektura pełna budynku", "#a11y-architektura"),
    "architektura link": element(
        _STATEMENT, '#a11y-architektura-url[href="https://architektura.example/pelna"]'
    ),
    "komunikacja": On(_STATEMENT, "Komunikacja pełna w budynku", "#a11y-komunikacja"),
}
