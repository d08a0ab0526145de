"""Keys that every kind has, said once and looked for on a page of each kind."""

from __future__ import annotations

from tests.site.shown.seen import On, Only, Rows, Unshown, element, sights

NOT_PUBLISHED = "only keeps a check from warning"
OF_FILMS = "a sound recording shows nothing"
FOR_THE_TERM = "only tells since when captions are owed"

COMMON: Rows = {
    "tytuł": On("{own}", "Tytuł {whose}", "h1, #sprawozdanie-tytul"),
    "streszczenie": On("{own}", "Streszczenie {whose}", "main"),
    "data publikacji": (
        On("{own}", "Opublikowano 5 października 2026 r.", "{part} .metka"),
        Only("Tytuł {embargoed}"),
    ),
    "data aktualizacji": On("{own}", "zaktualizowano 6 października 2026 r.", "{part} .metka"),
    "osoba publikująca": On("{own}", "Zofia Zamieszczająca z {whose}", "{part} .metka"),
    "podmiot publikujący": On("{own}", "Zespół Prasowy {whose}", "{part} .metka"),
    "osoba zatwierdzająca": On("{own}", "Zenon Zatwierdzający z {whose}", "{part} .metka"),
    "wydawca": On("{foreign}", "{publisher}", "{part}"),
    "źródło": On("{foreign}", "Źródło", "{part} .metka dt"),
    "źródło.nazwa": On("{foreign}", "Źródło {others}", "{part} .metka"),
    "źródło.link": element("{foreign}", '{part} .metka a[href="https://zrodlo.example/{kind}"]'),
    "źródło.odczytano": On("{foreign}", "2026-10-07", "{part} .metka"),
    "stan publikacji": (
        Only("Tytuł {hiding}", "{hidden}"),
        element("{hidden}", 'meta[name="robots"][content="noindex"]'),
        Only("Tytuł {draft}"),
    ),
    "wycofano": On("{gone}", "wycofan", "main .notice"),
    "wycofano.data": On("{gone}", "4 listopada 2026 r.", "main .notice"),
    "wycofano.powód": On("{gone}", "Powód wycofania {withdrawn}", "main .notice"),
    "wycofano.zamiast": element("{gone}", 'main .notice a[href="/aktualnosci/wspolna/"]'),
    "dawne adresy": element(
        "stare/{kind}.html",
        'meta[http-equiv="refresh"][content="0; url=https://strona.example{address}"]',
    ),
    "tematy": On("{own}", "temat {whose}", 'main dl a[href^="/tematy/temat-"]'),
    "kategorie zagrożeń": element("{own}", 'main dl a[href="/kategorie/wypalanie-traw/"]'),
    "rejony": element("{own}", 'main dl a[href="/rejony/wspolny/"]'),
    "program": element("{own}", 'main dl a[href="/programy/wspolny/"]'),
    "cykl": element("{own}", 'main dl a[href="/cykle/wspolny/"]'),
    "zdjęcie": element("{own}", "{part} figure img"),
    "zdjęcie.plik": element("{own}", '{part} img[src^="/obrazy/zdjecie-"]'),
    "zdjęcie.alt": element("{own}", '{part} img[alt="Widok na zdjęciu {whose}"]'),
    "zdjęcie.autor": On("{own}", "Autorka zdjęcia {whose}", "{part} figcaption"),
    "zdjęcie.licencja": On("{own}", "Licencja zdjęcia {whose}", "{part} figcaption"),
    "zdjęcie.zgoda": On("{own}", "Za zgodą osoby", "{part} .picture figcaption"),
    "zdjęcie.kadr": element("{own}", "{part} .picture--x3.picture--y9"),
    "galeria": On("{own}", "Zdjęcia", "{part} .gallery"),
    "galeria.plik": element("{own}", '{part} .gallery img[src^="/obrazy/galeria-"]'),
    "galeria.alt": element("{own}", '{part} .gallery img[alt="Widok w galerii {whose}"]'),
    "galeria.autor": On("{own}", "Autorka galerii {whose}", "{part} .gallery"),
    "galeria.licencja": On("{own}", "Licencja galerii {whose}", "{part} .gallery"),
    "galeria.zgoda": On("{own}", "Za zgodą osoby", "{part} .gallery figcaption"),
    "galeria.kadr": element("{own}", "{part} .gallery .picture--x3.picture--y9"),
    "film": element("{own}", "{part} video"),
    "film.plik": element("{own}", '{part} video source[src^="/pliki/film-"][src$=".mp4"]'),
    "film.link": element("{foreign}", '{part} a[href="https://film.example/{kind}"]'),
    "film.napisy": (
        element("{own}", '{part} video track[src^="/pliki/film-"][src$=".vtt"]'),
        element("{foreign}", '{part} a[href^="/pliki/film-"][href$=".vtt"]'),
    ),
    "film.transkrypcja": (
        element("{own}", '{part} a[href^="/pliki/film-"][href$=".txt"]'),
        element("{own}", "{part} .media details p"),
    ),
    "film.okładka": element("{own}", '{part} video[poster^="/obrazy/okladka-"]'),
    "film.data transmisji": Unshown(FOR_THE_TERM, "2019-08-17"),
    "film.wyłączenie": On("{foreign}", "Wyłączenie filmu {others}", "{part}"),
    "nagranie": element("{foreign}", "{part} audio"),
    "nagranie.plik": element(
        "{foreign}", '{part} audio source[src^="/pliki/nagranie-"][src$=".mp3"]'
    ),
    "nagranie.link": element("{own}", '{part} a[href="https://dzwiek.example/{kind}"]'),
    "nagranie.napisy": element("{own}", '{part} a[href^="/pliki/nagranie-"][href$=".vtt"]'),
    "nagranie.transkrypcja": element("{own}", '{part} a[href^="/pliki/nagranie-"][href$=".txt"]'),
    "nagranie.okładka": Unshown(OF_FILMS),
    "nagranie.data transmisji": Unshown(FOR_THE_TERM, "2019-08-17"),
    "nagranie.wyłączenie": On("{foreign}", "Wyłączenie nagrania {others}", "{part}"),
    "załączniki": On("{own}", "Pliki do pobrania", "{part} .downloads"),
    "załączniki.plik": element("{own}", '{part} .downloads a[href^="/pliki/zalacznik-"]'),
    "załączniki.opis": On("{own}", "Załącznik do {whose}", "{part} .downloads a"),
    "zobacz także": element("{own}", 'main .also a[href="/aktualnosci/wspolna/"]'),
    "archiwalne": On("{foreign}", "Komunikat archiwalny", "{part} .notice"),
    "archiwalne.od": On("{foreign}", "od 3 listopada 2026 r.", "{part} .notice"),
    "archiwalne.powód": On("{foreign}", "Nieaktualność {others}", "{part} .notice"),
    "archiwalne.aktualne": element("{foreign}", '{part} .notice a[href="/aktualnosci/wspolna/"]'),
    "zmiany": On("{own}", "Rejestr zmian", "{part} .metka table"),
    "zmiany.kiedy": On("{own}", "2026-10-06", "{part} .metka table"),
    "zmiany.co": On("{own}", "Trasa {whose}", "{part} .metka table"),
    "zmiany.było": On("{own}", "Stara trasa {whose}", "{part} .metka table s"),
    "zmiany.jest": On("{own}", "Nowa trasa {whose}", "{part} .metka table"),
    "zmiany.powód": On("{own}", "Powód zmiany {whose}", "{part} .metka table"),
    "wyjątki": Unshown(NOT_PUBLISHED),
    "wyjątki.reguła": Unshown(NOT_PUBLISHED, "podobne tematy"),
    "wyjątki.powód": Unshown(NOT_PUBLISHED, "Wyjątek {whose}"),
    "język": On("{foreign}", "Tytuł {others}", '{part} [lang="en"]'),
    "tłumaczenie z": (
        element("{foreign}", 'main a[hreflang="pl"][href="{address}"]'),
        element("{own}", 'main a[hreflang="en"][href="{translated}"]'),
    ),
}

_WHOSE = {
    "debaty": "debaty {}ej",
    "sprawozdania": "sprawozdania {}ego",
    "wnioski": "wniosku {}ego",
    "aktualnosci": "aktualności {}ej",
    "programy": "programu {}ego",
    "rejony": "rejonu {}ego",
    "podmioty": "podmiotu {}ego",
    "miejsca": "miejsca {}ego",
    "cykle": "cyklu {}ego",
    "strony": "strony {}ej",
}
"""A kind as its records' texts name it."""

_STEMS = ("pełn", "obc", "wycofan", "ukryt", "robocz", "przyszł")

_PAGES = {
    "debaty": "debaty/{0}a",
    "aktualnosci": "aktualnosci/{0}a",
    "programy": "programy/{0}y",
    "rejony": "rejony/{0}y",
    "podmioty": "podmioty/{0}y",
    "miejsca": "miejsca/{0}e",
    "cykle": "cykle/{0}y",
    "strony": "{0}a",
}

PAGES = {
    kind: tuple(pattern.format(stem) for stem in ("peln", "obc", "wycofan", "ukryt"))
    for kind, pattern in _PAGES.items()
} | {
    "sprawozdania": (
        "debaty/odbyta",
        "debaty/odbyta-z-obcym",
        "debaty/odbyta-z-wycofanym",
        "debaty/ukryta",
    ),
    "wnioski": tuple(f"wnioski/w-2026-00{number}" for number in (1, 2, 3, 4)),
}
"""Kind → pages of the whole record, the foreign, the withdrawn and the hidden one."""

NAMED = ("rejony", "podmioty", "miejsca")
"""Kinds whose title is called „nazwa”."""


def names(kind: str) -> dict[str, str]:
    """What stands for the words in braces."""
    words = ("whose", "others", "withdrawn", "hiding", "draft", "embargoed")
    told = {w: _WHOSE[kind].format(s) for w, s in zip(words, _STEMS, strict=True)}
    report = kind == "sprawozdania"
    anchor = "#sprawozdanie" if report else ""
    pages = dict(zip(("own", "foreign", "gone", "hidden"), PAGES[kind], strict=True))
    return {
        **told,
        **pages,
        "kind": kind,
        "address": f"/{pages['own']}/{anchor}",
        "translated": f"/{pages['foreign']}/{anchor}",
        "part": anchor or "main",
        "publisher": "Wydawca cudzych sprawozdań" if report else "Wydawca cudzych treści",
    }


def rows(kind: str) -> Rows:
    """The common keys as they are looked for in one kind."""
    known = names(kind)
    placed: Rows = {k: tuple(s.placed(known) for s in sights(row)) for k, row in COMMON.items()}
    if kind in NAMED:
        placed["nazwa"] = placed.pop("tytuł")
    return placed
