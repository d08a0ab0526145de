"""How a form is divided, which texts in it are long, and what one item of a list is called.

The kind's table says which keys there are; here stands only where an officer looks for them. A
key that no theme names comes last, so none is lost.
"""

from __future__ import annotations

FIRST: dict[str, tuple[str, ...]] = {
    "debaty": (
        *("termin", "koniec", "miejsce", "streszczenie", "rodzaj debaty", "ewaluacja debat"),
        *("dla kogo", "organizatorzy", "prowadzący", "porządek", "rejony"),
    ),
    "sprawozdania": ("debata", "streszczenie", "liczba uczestników", "obecni", "pytania"),
    "wnioski": ("debata", "miejsce", "kategorie zagrożeń", "rejony", "historia"),
    "aktualnosci": ("dział", "ważne do", "streszczenie"),
    "programy": ("okres", "streszczenie", "cele", "działania"),
    "rejony": ("dzielnicowy", "wakat", "telefon", "e-mail", "przyjmuje", "jednostka", "ulice"),
    "podmioty": ("nazwa krótka", "rodzaj", "adres", "telefon", "e-mail", "link"),
    "miejsca": ("adres", "sala", "dojście", "dostępność"),
    "cykle": ("częstotliwość", "streszczenie"),
    "strony": ("streszczenie",),
    "": ("adres", "telefony", "e-mail", "godziny", "komendant", "oficer prasowy"),
}
"""Folder → keys that are filled in first, beside those that must be; empty: the unit."""

THEMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Termin i przebieg",
        (
            *("czas trwania", "dzień tygodnia", "termin wstępny", "termin opisowo", "stan"),
            *("forma", "link do transmisji", "goście", "bez zapowiedzi", "wstrzymano"),
        ),
    ),
    ("Dla przychodzących", ("wstęp", "zgłoszenia PJM", "jak zadać pytanie")),
    ("Pytania, liczby i wnioski", ("kmzb", "ankieta", "wnioski", "powtarza")),
    (
        "Powiązania i tematy",
        (
            *("program", "działanie", "cykl", "tematy", "kategorie zagrożeń", "rejony"),
            *("zobacz także", "poprzednia edycja", "następna edycja", "nadrzędna"),
        ),
    ),
    ("Program", ("podstawa", "realizatorzy", "współtwórcy", "link")),
    ("Teren i plany", ("miejscowości", "plany", "szerokość", "długość")),
    ("Zdjęcia, nagrania, pliki", ("zdjęcie", "galeria", "film", "nagranie", "załączniki")),
    (
        "Deklaracja dostępności",
        (
            *("stan zgodności", "niezgodności", "wyłączenia", "nadmierne koszty"),
            *("data sporządzenia", "data przeglądu", "data aktualizacji strony", "metoda"),
            *("badanie", "aplikacje", "architektura", "architektura link", "komunikacja"),
        ),
    ),
    (
        "Publikacja i metka",
        (
            *(
                "streszczenie",
                "stan publikacji",
                "wycofano",
                "data publikacji",
                "data aktualizacji",
            ),
            *("osoba publikująca", "podmiot publikujący", "osoba zatwierdzająca"),
            *("wydawca", "źródło", "archiwalne", "dawne adresy", "język", "tłumaczenie z"),
        ),
    ),
    ("Rejestr zmian", ("zmiany",)),
    ("Uchylone ostrzeżenia", ("wyjątki",)),
    (
        "Kontakt i osoby",
        (
            *("numery alarmowe", "BIP", "media społecznościowe", "kontakt bezpieczeństwa"),
            *("koordynator dostępności", "plan dostępności", "inspektor ochrony danych"),
        ),
    ),
    (
        "Strona i jej zasady",
        (
            *("podmiot", "TERYT", "znak", "warunki ponownego wykorzystywania", "dane dozwolone"),
            *("wiek archiwalny", "termin sprawozdania", "termin ogłoszenia", "demonstracja"),
        ),
    ),
)
"""Title → keys, in the order in which they are shown."""

REST = "Pozostałe"

LONG = frozenset(
    {
        *("streszczenie", "opis", "alt", "odpowiedź", "pytanie", "powód", "wynik", "problem"),
        *("cel", "cele", "dla kogo", "dojście", "przyjmuje", "niezgodności", "wyłączenia"),
        *("nadmierne koszty", "architektura", "komunikacja", "warunki ponownego wykorzystywania"),
    }
)
"""Keys whose text takes more than a line."""

ITEMS: dict[str, tuple[str, str]] = {
    "aplikacje": ("aplikacja", "aplikację"),
    "architektura": ("punkt", "punkt"),
    "cele": ("cel", "cel"),
    "dane dozwolone": ("numer", "numer"),
    "dawne adresy": ("adres", "adres"),
    "działania": ("działanie", "działanie"),
    "ewaluacja debat": ("debata", "debatę"),
    "galeria": ("zdjęcie", "zdjęcie"),
    "goście": ("gość", "gościa"),
    "historia": ("wpis", "wpis"),
    "kategorie zagrożeń": ("kategoria", "kategorię"),
    "kmzb": ("wiersz", "wiersz"),
    "komunikacja": ("punkt", "punkt"),
    "media społecznościowe": ("profil", "profil"),
    "miejscowości": ("miejscowość", "miejscowość"),
    "nadmierne koszty": ("punkt", "punkt"),
    "niezgodności": ("punkt", "punkt"),
    "numery": ("numer", "numer"),
    "obecni": ("osoba", "osobę"),
    "organizatorzy": ("organizator", "organizatora"),
    "partnerzy": ("partner", "partnera"),
    "plany": ("plan", "plan"),
    "porządek": ("punkt", "punkt"),
    "prowadzący": ("prowadzący", "prowadzącego"),
    "pytania": ("pytanie", "pytanie"),
    "realizatorzy": ("realizator", "realizatora"),
    "rejony": ("rejon", "rejon"),
    "telefony": ("telefon", "telefon"),
    "tematy": ("temat", "temat"),
    "ulice": ("ulica", "ulicę"),
    "warunki ponownego wykorzystywania": ("warunek", "warunek"),
    "współtwórcy": ("współtwórca", "współtwórcę"),
    "wyjątki": ("wyjątek", "wyjątek"),
    "wyniki": ("pytanie", "pytanie"),
    "wyłączenia": ("punkt", "punkt"),
    "załączniki": ("plik", "plik"),
    "zmiany": ("zmiana", "zmianę"),
    "zobacz także": ("odnośnik", "odnośnik"),
}
"""Key of a list → one of its items: what it is, and what a button removes."""

OBJECTS = {
    "debaty": "debatę",
    "sprawozdania": "sprawozdanie",
    "wnioski": "wniosek",
    "aktualnosci": "aktualność",
    "programy": "program",
    "rejony": "rejon",
    "podmioty": "podmiot",
    "miejsca": "miejsce",
    "cykle": "cykl",
    "strony": "stronę",
    "": "dane jednostki",
}
"""Folder → one record of it as an object: „Zmieniono debatę”."""
