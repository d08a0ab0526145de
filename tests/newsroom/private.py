"""For each warning of privacy: files of which one gives it."""

from __future__ import annotations

from tests.newsroom import papers
from tests.newsroom.project import news, request

N = "content/aktualnosci/n.md"

TEXTS = {
    "REGON": "REGON 123456785.",
    "NIP": "NIP 123-456-32-18.",
    "numer telefonu": "Dzwoń: 601 234 567.",
    "adres e-mail": "Pisz: jan&#64;poczta.example.",
    "numer rejestracyjny": "Samochód o nr rej. XX 12345.",
    "data urodzenia": "Zatrzymany (ur. 12.03.1980) przyznał się.",
    "adres mieszkania": "Awantura przy ul. Polnej 5/7.",
}
"""What may tell a person in any body."""

FILES = {
    "miejsce w pliku": ("a.mp4", b"\0\0\0\x18ftypmp42" + b"\0" * 50 + b"\xa9xyz+52.2297+021.0122/"),
    "autor w pliku": ("a.pdf", papers.pdf("x", info="/Author (X)")),
    "zmiany w pliku": ("a.docx", papers.docx("x", comments="<w:comment/>")),
    "plik nie do sprawdzenia": ("a.xls", b"\xd0\xcf\x11\xe0"),
}
"""What an attached file may give away."""


def _attached(name: str, data: bytes) -> dict[str, str | bytes]:
    head = f"załączniki:\n  - plik: {name}\n    opis: Wykaz ulic objętych zmianą\n@"
    return {N: news(head), f"content/media/{name}": data}


EXAMPLES: dict[str, dict[str, str | bytes]] = {
    **{rule: {N: news("@", text)} for rule, text in TEXTS.items()},
    **{rule: _attached(*file) for rule, file in FILES.items()},
    "nazwisko zgłaszającego": {
        "content/wnioski/w-2026-001.md": request(head="@").replace(
            "Wniosek.", "Pan Jan Kowalski zgłosił brak lampy."
        )
    },
}
