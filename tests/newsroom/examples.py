"""For each warning of a debate, its text and its terms: files of which one gives it."""

from __future__ import annotations

from base64 import b64decode

from tests.newsroom.project import debate, district, news, report, request

N, A, B, R = (
    "content/aktualnosci/n.md",
    "content/debaty/a.md",
    "content/debaty/b.md",
    "content/wnioski/w-2026-001.md",
)
S = "content/sprawozdania/a.md"
HELD = {A: debate("rodzaj debaty: inna\n", when="2026-02-26 17:00")}
PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)
"""One grey point."""
LED = "miejsce: {}\nprowadzący:\n  - asp. Ewa Lis\n"
BODY = {"content/podmioty/straz.md": "---\nnazwa: Straż Miejska\n---\n"}
VENUE = {"content/miejsca/aula.md": "---\nnazwa: Aula\n---\n"}


def _led(place: str, extra: str = "") -> str:
    text = debate(LED.format(place) + extra)
    return text.replace("miejsce:\n  nazwa: Szkoła Podstawowa nr 5\n", "")


def _told(body: str, head: str = "wnioski: nie podano\n") -> dict[str, str]:
    """A report whose body is this."""
    text = report("a", f"{head}@").replace("Było.", body)
    return {**HELD, S: text}


EXAMPLES: dict[str, dict[str, str | bytes]] = {
    "późna zapowiedź": {
        A: debate("@", when="2026-02-26 17:00")
        .replace("02-26", "03-06")
        .replace("publikacji: 2026-02-20", "publikacji: 2026-03-01")
    },
    "debata w święto": {A: debate("@", when="2026-04-06 17:00")},
    "nietypowa godzina": {A: debate("@", when="2026-03-12 5:00")},
    "ogłoszona po terminie": {
        A: debate("@", when="2026-02-19 17:00"),
        S: report("a", "wnioski: nie podano\n"),
    },
    "ukryta debata": {A: debate("stan publikacji: ukryty\n@")},
    "zajęte miejsce": {A: debate(), B: debate("@", when="2026-03-12 17:30")},
    "zajęty prowadzący": {
        **VENUE,
        "content/miejsca/dom.md": "---\nnazwa: Dom\n---\n",
        A: _led("aula"),
        B: _led("dom", "@"),
    },
    "pisownia nazwy": {N: news("@", "Trwa program „Dzielnicowy Bliżej Nas”.")},
    "czas przyszły": _told("Debata odbędzie się w szkole."),
    "czas przeszły": {A: debate("@", "Debata odbyła się w szkole.")},
    "dzień bez daty": _told("W piątek policjanci spotkali się z mieszkańcami."),
    "dzień i data": {A: debate("@", "Spotkajmy się w piątek, 12 marca.")},
    "zapis stopnia": _told("Rozmowę prowadził mł.asp. Jan Kot."),
    "stopień nagłówka": {N: news("@", "## Gdzie\n\nTu.\n\n#### Kiedy\n\nDziś.")},
    "tekst odnośnika": {N: news("@", "Mapa jest [tutaj](https://mapa.example/).")},
    "odnośnik http": {N: news("@", "Zobacz [stronę miasta](http://miasto.example/).")},
    "opis obrazu": {
        N: news("zdjęcie:\n  plik: a.png\n  alt: zdjęcie\n@"),
        "content/media/a.png": PNG,
    },
    "opis załącznika": {
        N: news("załączniki:\n  - plik: plan.txt\n    opis: Załącznik 1\n@"),
        "content/media/plan.txt": "Plan",
    },
    "odległa publikacja": {N: news("@", published="2027-02-20")},
    "odległy rok": {A: debate("@", when="2062-03-12 17:00")},
    "wznowiony bez opisu": {
        R: request(
            "2026-02-26 zgłoszony", "2026-02-27 zrealizowany", "2026-03-02 w realizacji", head="@"
        )
    },
    "sprawozdanie po terminie": {
        A: debate("@", when="2026-02-22 17:00")
        .replace("publikacji: 2026-02-20", "publikacji: 2026-01-20")
        .replace("02-22", "02-12")
    },
    "ewaluacja po terminie": {
        A: debate("rodzaj debaty: inicjująca\n@", when="2025-02-26 17:00").replace(
            "publikacji: 2026-02-20", "publikacji: 2025-02-10"
        ),
        S: report("a", "wnioski: nie podano\n", published="2025-03-01"),
    },
    "odpowiedź po terminie": {
        **BODY,
        R: request("2026-01-10 zgłoszony", "2026-01-12 przekazany; podmiot: straz", head="@"),
    },
    "wynik planu po terminie": {
        "content/rejony/r.md": district(
            "plany:\n  - od: 2025-08-01\n    do: 2026-01-31\n    problem: Hałas\n@"
        )
    },
}
"""„@” stands where a head can lift the warning."""
