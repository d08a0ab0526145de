"""Where the facts of ``jednostka.yml`` are shown: in the frame, the statement, feeds, calendars."""

from __future__ import annotations

from tests.site.shown.seen import In, On, Rows, Unshown, element

_FEED, _EVENT = "kanaly/wszystko.rss.xml", "debaty/pelna/debata.ics"
_SECURITY, _STATEMENT = ".well-known/security.txt", "deklaracja-dostepnosci"
_RECORD, _FOOTER = "aktualnosci/wspolna", "#kontakt"
_CASE = "for texts to come: none of ours needs this case yet"

UNIT: Rows = {
    "nazwa": On(_RECORD, "Komenda Pełna w Mianowniku", ".header__name"),
    "nazwa.mianownik": (
        On(_RECORD, "Komenda Pełna w Mianowniku", ".header__name"),
        On(_RECORD, "Komenda Pełna w Mianowniku", f"{_FOOTER} h2"),
        On(_RECORD, "Komenda Pełna w Mianowniku", "main .metka"),
        In(_FEED, "Wszystko, co publikuje Komenda Pełna w Mianowniku"),
    ),
    "nazwa.dopełniacz": element(
        "", 'meta[name="description"][content*="Komendy Pełnej w Dopełniaczu"]'
    ),
    "nazwa.celownik": Unshown(_CASE, "w Celowniku"),
    "nazwa.biernik": Unshown(_CASE, "w Bierniku"),
    "nazwa.narzędnik": Unshown(_CASE, "w Narzędniku"),
    "nazwa.miejscownik": Unshown(_CASE, "w Miejscowniku"),
    "nazwa krótka": (
        On(_RECORD, "Wiadomość wspólna – KP w Skrócie", "title"),
        In(_FEED, "<title>KP w Skrócie: "),
        In("kalendarz.ics", "X-WR-CALNAME:Debaty – KP w Skrócie"),
    ),
    "podmiot": Unshown("only tells which publisher of records is the unit itself"),
    "adres": On(_RECORD, "ul. Komendowa 44, 44-444 Komendowo", _FOOTER),
    "adres.ulica": On(_RECORD, "ul. Komendowa 44", _FOOTER),
    "adres.kod": On(_RECORD, "44-444", _FOOTER),
    "adres.miejscowość": On(_RECORD, "Komendowo", _FOOTER),
    "TERYT": In("dane/katalog.jsonld", "0061011"),
    "telefony": element(_RECORD, f'{_FOOTER} a[href^="tel:"]'),
    "telefony.nazwa": On(_RECORD, "Dyżurny pełny", _FOOTER),
    "telefony.numer": On(_RECORD, "47 700 04 44", f'{_FOOTER} a[href="tel:+48477000444"]'),
    "e-mail": element(_RECORD, f'{_FOOTER} a[href="mailto:jednostka@policja.przykladow.example"]'),
    "godziny": On(_RECORD, "Czynne w pełne godziny", _FOOTER),
    "numery alarmowe": element(_RECORD, '.footer__alarm a[href="tel:112"]'),
    "numery alarmowe.sprawdzono": Unshown("only tells a check when to look at the numbers again"),
    "numery alarmowe.numery": element(_RECORD, ".footer__numbers li"),
    "numery alarmowe.numery.numer": On(
        _RECORD, "800 55 55 55", '.footer__numbers a[href="tel:+48800555555"]'
    ),
    "numery alarmowe.numery.nazwa": (
        On(_RECORD, "Zagrożenie pełne życia", ".footer__main"),
        On(_RECORD, "Wsparcie pełne w kryzysie", ".footer__numbers li"),
    ),
    "komendant": On(_STATEMENT, "komendant pełny", "#a11y-procedura"),
    "oficer prasowy": On(_RECORD, "Pelagia Prasowa", ".metka"),
    "adres strony": (
        element(
            _RECORD, 'link[rel="canonical"][href="https://strona.example/aktualnosci/wspolna/"]'
        ),
        In("robots.txt", "Sitemap: https://strona.example/sitemap.xml"),
        In(_FEED, "<link>https://strona.example/aktualnosci/wspolna/</link>"),
    ),
    "domena identyfikatorów": (
        In(_EVENT, "UID:debata-pelna@domena.przykladow.example"),
        In(_FEED, "tag:domena.przykladow.example,2024:aktualnosci/wspolna"),
    ),
    "BIP": (
        element(_RECORD, '.header a[href="https://bip.example/pelny"]'),
        element(_RECORD, '.footer a[href="https://bip.example/pelny"]'),
    ),
    "media społecznościowe": element(_RECORD, '.footer a[href="https://serwis.example/pelny"]'),
    "media społecznościowe.nazwa": On(_RECORD, "Serwis pełny", ".footer a"),
    "media społecznościowe.link": element(
        _RECORD, '.footer a[href="https://serwis.example/pelny"]'
    ),
    "koordynator dostępności": On(_STATEMENT, "Klara Koordynatorka", "#a11y-kontakt"),
    "koordynator dostępności.imię i nazwisko": On(_STATEMENT, "Klara Koordynatorka", "#a11y-osoba"),
    "koordynator dostępności.telefon": On(_STATEMENT, "47 700 05 55", "#a11y-telefon"),
    "koordynator dostępności.e-mail": On(
        _STATEMENT, "koordynatorka@policja.przykladow.example", "#a11y-email"
    ),
    "plan dostępności": element(
        "dostepnosc-cyfrowa", 'main .terms a[href="https://plan.example/pelny"]'
    ),
    "inspektor ochrony danych": On("klauzula-informacyjna", "Inspektor ochrony danych"),
    "inspektor ochrony danych.imię i nazwisko": On("klauzula-informacyjna", "Ignacy Inspektor"),
    "inspektor ochrony danych.telefon": element(
        "klauzula-informacyjna", 'main a[href="tel:+48477000666"]'
    ),
    "inspektor ochrony danych.e-mail": element(
        "klauzula-informacyjna", 'main a[href="mailto:inspektor@policja.przykladow.example"]'
    ),
    "data publikacji strony": (
        On(_STATEMENT, "2 września 2024 r.", "#a11y-data-publikacja"),
        In(_FEED, "tag:domena.przykladow.example,2024:"),
    ),
    "warunki ponownego wykorzystywania": On(
        "ponowne-wykorzystywanie", "Warunki pełne wykorzystywania"
    ),
    "kontakt bezpieczeństwa": In(_SECURITY, "Contact: "),
    "kontakt bezpieczeństwa.e-mail": In(
        _SECURITY, "Contact: mailto:luki@policja.przykladow.example"
    ),
    "kontakt bezpieczeństwa.link": In(_SECURITY, "Contact: https://luki.example/pelne"),
    "kontakt bezpieczeństwa.ważny do": In(_SECURITY, "Expires: 2027-06-30T"),
    "dane dozwolone": Unshown("only tells the check of personal data which numbers are ours"),
    "wiek archiwalny": (
        On("aktualnosci/stara", "Komunikat archiwalny", ".notice"),
        On("aktualnosci/stara", "od 20 października 2026 r.", ".notice"),
    ),
    "termin sprawozdania": (
        On("debaty/odbyta-niedawno", "Sprawozdanie do 30 listopada", ".title__state"),
        On("debaty/odbyta-ze-szkicem", "Brak sprawozdania, 48 dni po terminie", ".title__state"),
    ),
    "termin ogłoszenia": Unshown("only tells a check when an announcement comes late"),
    "znak": element(_RECORD, '.header img[src^="/obrazy/znak-"]'),
    "demonstracja": On(_RECORD, "Serwis demonstracyjny", ".demonstration"),
}
