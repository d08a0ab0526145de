"""What is not public is in no file: every kind as a draft, under embargo and hidden.

Each such record holds a word of its own, and public records refer to it by every key that can.
"""

from __future__ import annotations

import shutil
from io import BytesIO

import pytest
from PIL import Image

from plugins.newsroom.kinds import KINDS
from plugins.search.words import fold
from tests.site.project import Project, tree

DUE = "2026-12-01"
STATES = {
    "szkic": "stan publikacji: szkic\n",
    "embargo": "",
    "ukryty": "stan publikacji: ukryty\n",
}
OWN = {
    "debaty": "termin: 2026-12-17 17:00\nforma: online\nlink do transmisji: https://film.example/1\n",
    "sprawozdania": "debata: podstawa\nwnioski: nie podano\n",
    "programy": "okres: 2025–2027\n",
    "rejony": "dzielnicowy: asp. {word}\nulice: {word}\n",
    "wnioski": "historia:\n  - data: {day}\n    status: zgłoszony\n    opis: {word}\n",
}
"""Keys that a kind must have; ``{word}`` is the record's own."""

PUBLIC = {
    "debaty/podstawa": "data publikacji: 2026-01-02\ntermin: 2026-02-12 17:00\n"
    "miejsce:\n  nazwa: Rynek\norganizatorzy: {podmioty}\ngoście: {podmioty}\n",
    "debaty/inna": "data publikacji: 2026-01-02\ntermin: 2026-02-13 17:00\n"
    "forma: hybrydowa\nlink do transmisji: https://film.example/2\nmiejsce: {miejsca}\n",
    "sprawozdania/inna": "data publikacji: 2026-02-14\ndebata: inna\nobecni: {podmioty}\n"
    "pytania:\n  - pytanie: Dlaczego?\n    wniosek: {wnioski}\nwnioski: nie podano\n",
    "wnioski/w-2026-500": "debata: {debaty}\nhistoria:\n"
    "  - data: 2026-03-01\n    status: przekazany\n    podmiot: {podmioty}\n    debata: {debaty}\n"
    "  - data: 2027-01-05\n    status: w realizacji\n    opis: Przyszłokwiat\n",
    "wnioski/w-2026-501": "powtarza: {wnioski}\nhistoria:\n"
    "  - data: 2026-03-01\n    status: powtórzony\n",
    "rejony/jawny": "wakat: tak\njednostka: {podmioty}\nplany:\n  - od: 2026-08-01\n"
    "    do: 2027-01-31\n    problem: Hałas.\n    partnerzy: {podmioty}\n    wniosek: {wnioski}\n",
    "podmioty/urzad": "nadrzędna: {podmioty}\n",
    "programy/jawny": "data publikacji: 2026-01-02\nokres: 2025–2027\n"
    "realizatorzy: {podmioty}\nwspółtwórcy: {podmioty}\nnastępna edycja: {programy}\n",
    "aktualnosci/jawna": "data publikacji: 2026-01-02\nwydawca: {podmioty}\n"
    "tłumaczenie z: aktualnosci/{aktualnosci}\njęzyk: en\n"
    "archiwalne:\n  od: 2026-05-01\n  aktualne: strony/{strony}\n",
}
ANY = (
    "rejony: [{rejony}]\nprogram: {programy}\ncykl: {cykle}\nzobacz także: "
    "[aktualnosci/{aktualnosci}, strony/{strony}, debaty/{debaty}, miejsca/{miejsca}]\n"
)
"""Keys that every kind has."""


def stem(kind: str) -> str:
    """The id of the record that is not public."""
    return "w-2026-100" if kind == "wnioski" else f"{kind}-tajne"


def word(kind: str) -> str:
    """A word that stands nowhere else: in the title, the body and keys of one record."""
    return f"{kind}kwiat".capitalize()


def secret(kind: str, state: str) -> str:
    day = DUE if state == "embargo" else "2026-03-02"
    own = OWN.get(kind, "").format(word=word(kind), day=day)
    published = f"data publikacji: {day}{' 08:00' if state == 'embargo' else ''}"
    head = f"{_titled(kind, word(kind))}{published}\n{own}{STATES[state]}{PICTURED[state]}"
    return f"---\n{head}---\n{word(kind)}\n"


def _titled(kind: str, title: str) -> str:
    return f"{'nazwa' if kind in ('podmioty', 'miejsca', 'rejony') else 'tytuł'}: {title}\n"


_FILES = (
    "zdjęcie:\n  plik: tajne.png\n  alt: Próba\nzałączniki:\n  - plik: tajne.txt\n    opis: Próba\n"
)
PICTURED = {"szkic": _FILES, "embargo": _FILES, "ukryty": ""}
"""A picture and a file of each such record; what hides beside its page is public with it."""


def laid_out(project: Project, state: str) -> Project:
    """A site of public records that name, by every key, a record of each kind in a state."""
    named = {kind: stem(kind) for kind in KINDS}
    for target, keys in PUBLIC.items():
        head = _titled(target.split("/")[0], "Jawny rekord") + (keys + ANY).format(**named)
        project.write(f"content/{target}.md", f"---\n{head}---\nTekst.\n")
    for kind in KINDS:
        project.write(f"content/{kind}/{stem(kind)}/{stem(kind)}.md", secret(kind, state))
        project.write(f"content/{kind}/{stem(kind)}/tajne.png", png(list(KINDS).index(kind)))
        project.write(f"content/{kind}/{stem(kind)}/tajne.txt", f"{word(kind)} w załączniku")
    return project


def png(number: int) -> bytes:
    """A picture that differs from every other."""
    found = BytesIO()
    Image.new("RGB", (64, 48), (200, 10 * number, 30)).save(found, "PNG")
    return found.getvalue()


def naming(project: Project, words: str) -> list[str]:
    """Files that hold a word, in their bytes or their name."""
    sought = words.lower()
    ways = {sought.encode(), fold(words).encode()}  # the index of search has no diacritics
    files = ((path, data.lower()) for path, data in tree(project.output).items())
    return [path for path, data in files if sought in path or any(way in data for way in ways)]


def pictures(project: Project) -> list[str]:
    """Files made of pictures and attachments that records name."""
    folders = ("obrazy", "pliki")
    found = (file for name in folders for file in (project.output / name).rglob("*"))
    return [file.name for file in found if file.is_file() and "tajne" in file.name]


@pytest.mark.parametrize("state", ["szkic", "embargo"])
def test_what_is_not_published_is_in_no_file(state: str, unit: Project) -> None:
    project = laid_out(unit, state)
    project.build(day=f"{DUE}T07:59")
    for kind in KINDS:
        assert naming(project, word(kind)) == [], kind
        assert naming(project, stem(kind)) == [], kind
    assert naming(project, "Przyszłokwiat") == []
    assert pictures(project) == []
    assert naming(project, "tajne") == []


def test_what_has_become_due_appears(unit: Project) -> None:
    project = laid_out(unit, "embargo")
    project.build(day=f"{DUE}T07:59")
    project.build(day=f"{DUE}T08:00")
    for kind in KINDS:
        own = {"sprawozdania": "debaty/podstawa", "strony": stem(kind)}
        page = f"{own.get(kind, f'{kind}/{stem(kind)}')}/index.html"
        named = naming(project, word(kind))
        assert page in named, kind
        assert any(path.startswith("szukaj/indeks/") for path in named), kind
        assert any(path.startswith("pliki/tajne") for path in named), kind
    assert len(pictures(project)) > 2 * len(KINDS), "an image and a file of each"
    project.build(day="2027-01-05")
    assert "wnioski/w-2026-500/index.html" in naming(project, "Przyszłokwiat")


def test_what_is_hidden_is_on_its_own_page_only(unit: Project) -> None:
    project = laid_out(unit, "ukryty")
    shutil.rmtree(project.root / "content/sprawozdania/sprawozdania-tajne")
    project.build(day=DUE)
    for kind in KINDS.keys() - {"sprawozdania", "miejsca"}:
        own = stem(kind) if kind == "strony" else f"{kind}/{stem(kind)}"
        assert naming(project, word(kind)) == [f"{own}/index.html"], kind
        assert "noindex" in project.text(f"{own}/index.html")
    # A hidden venue stands in no list of venues; a debate that is held there still says where.
    assert word("miejsca") in project.words("debaty/inna/index.html")
    assert "miejsca/index.html" not in naming(project, word("miejsca"))
    assert not [
        path for path in naming(project, stem("miejsca")) if not path.startswith("miejsca/")
    ]
