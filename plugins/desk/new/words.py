"""The words of the command line: which kind a word means, and the options.

Only the standard library: this is read before any other library is there.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher

from plugins.desk.asking import SLIP, Halt


@dataclass(frozen=True, slots=True)
class Meant:
    """The kind of record to be made: its ``folder``, and its name in the singular.

    ``title_words``: how its title is asked for. ``needs``: the options without which nothing
    can be made.
    """

    folder: str
    one: str
    title_words: str = "Tytuł"
    needs: tuple[str, ...] = ("--tytuł",)

    @property
    def starts_with_title(self) -> bool:
        """Whether that is the first question."""
        return self.needs[0] == "--tytuł"

    @property
    def is_warning(self) -> bool:
        """News that is a banner until its day."""
        return self.one == "ostrzeżenie"


_KINDS = {
    ("debata", "debaty", "debate"): Meant(
        "debaty", "debata", "Tytuł debaty", ("--tytuł", "--termin", "--miejsce")
    ),
    ("sprawozdanie", "sprawozdania", "report"): Meant(
        "sprawozdania", "sprawozdanie", needs=("--debata",)
    ),
    ("wniosek", "wnioski", "request"): Meant(
        "wnioski", "wniosek", "O co wnoszą mieszkańcy?", ("--tytuł", "--debata")
    ),
    ("aktualność", "aktualności", "news", "komunikat"): Meant("aktualnosci", "aktualność"),
    ("ostrzeżenie", "ostrzeżenia", "warning"): Meant(
        "aktualnosci", "ostrzeżenie", "Przed czym ostrzegamy?", ("--tytuł", "--do", "--treść")
    ),
    ("program", "programy", "programme"): Meant(
        "programy", "program", "Tytuł programu", ("--tytuł", "--okres")
    ),
    ("rejon", "rejony", "district"): Meant(
        "rejony", "rejon", "Nazwa rejonu", ("--tytuł", "--dzielnicowy")
    ),
    ("podmiot", "podmioty", "body"): Meant("podmioty", "podmiot", "Pełna nazwa podmiotu"),
    ("miejsce", "miejsca", "venue", "place"): Meant("miejsca", "miejsce", "Nazwa miejsca"),
    ("cykl", "cykle", "cycle", "series"): Meant("cykle", "cykl", "Nazwa cyklu"),
    ("strona", "strony", "page"): Meant("strony", "strona", "Tytuł strony"),
}

_STEM = 4  # letters by which an inflected word is known


def meant(word: str) -> Meant:
    """The kind that a word means, whatever its case, ending and diacritics; else a slip.

    >>> meant("Wniosków").folder, meant("ostrzezenie").is_warning, meant("report").one
    ('wnioski', True, 'sprawozdanie')
    """
    folded = _folded(word)
    known = {_folded(name): kind for names, kind in _KINDS.items() for name in names}
    if folded in known:
        return known[folded]
    likest = max(known, key=lambda name: SequenceMatcher(None, folded, name).ratio())
    likeness = SequenceMatcher(None, folded, likest).ratio()
    if likeness > 0.7 and folded[:_STEM] == likest[:_STEM]:
        return known[likest]
    if folded.startswith("dzialani"):
        raise Halt(_NO_RECORD, SLIP)
    names = ", ".join(kind.one for kind in _KINDS.values())
    advice = f"czy chodziło o „{known[likest].one}”?" if likeness > 0.5 else f"możliwe: {names}"
    raise Halt(f"nie znam rodzaju „{word}” – {advice}", SLIP)


_NO_RECORD = "działanie nie ma własnego pliku – dopisz je w pliku programu, pod kluczem „działania”"


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFD", word.casefold().replace("ł", "l"))
    return re.sub(r"[^a-z]", "", plain)


@dataclass(frozen=True, slots=True)
class Option:
    """``name`` is its key in what was given; without ``value`` it is a switch."""

    name: str
    value: str
    help: str
    also: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """As it may be written: also without Polish letters."""
        bare = unicodedata.normalize("NFD", self.name.replace("ł", "l"))
        ascii_only = bare.encode("ascii", "ignore").decode()
        return tuple(dict.fromkeys((self.name, ascii_only, *self.also)))


OPTIONS = (
    Option("--tytuł", "TEKST", "tytuł albo nazwa (przy wnioskach kilka razy)", ("--nazwa",)),
    Option("--treść", "TEKST", "treść; bez niej powstanie szkic, a dopiszesz ją w pliku"),
    Option("--streszczenie", "TEKST", "jedno–dwa zdania do list i kanałów"),
    Option("--data", "DZIEŃ", "data publikacji (bez tej opcji: dziś)"),
    Option("--id", "NAZWA", "nazwa pliku, czyli adres strony (bez tej opcji: z tytułu)"),
    Option("--szkic", "", "zapisz jako szkic, którego strona nie pokaże"),
    Option("--termin", "TERMIN", "debata: dzień i godzina, np. „2027-02-18 17:00”"),
    Option("--koniec", "GODZINA", "debata: godzina zakończenia, np. 18:30"),
    Option("--miejsce", "MIEJSCE", "debata: nazwa pliku z miejsca/ albo online; wniosek: gdzie"),
    Option("--link", "ADRES", "debata online: gdzie oglądać"),
    Option("--rodzaj", "RODZAJ", "debata: inicjująca, ewaluacyjna albo inna"),
    Option("--ewaluacja", "DEBATA", "debata: którą rozlicza (można kilka razy)"),
    Option("--jak", "DEBATA", "debata: weź miejsce, prowadzących i porządek z tej debaty"),
    Option("--debata", "DEBATA", "sprawozdanie, wniosek: z której debaty (wniosek: albo brak)"),
    Option("--uczestników", "LICZBA", "sprawozdanie: ile osób przyszło"),
    Option("--wnioski", "STAN", "sprawozdanie: spisane, brak albo nie podano"),
    Option("--do", "DZIEŃ", "ostrzeżenie, aktualność: do kiedy ważne"),
    Option("--dział", "DZIAŁ", "aktualność: program, debata, komunikat, profilaktyka"),
    Option("--okres", "LATA", "program: lata, np. 2027–2029"),
    Option("--dzielnicowy", "OSOBA", "rejon: stopień imię nazwisko albo wakat"),
    Option("--telefon", "NUMER", "rejon, podmiot: numer telefonu"),
    Option("--adres", "ADRES", "miejsce, podmiot: adres pocztowy"),
    Option("--częstotliwość", "TEKST", "cykl: jak często"),
    Option("--cykl", "CYKL", "cykl spotkań"),
    Option("--program", "PROGRAM", "program, którego dotyczy"),
    Option("--rejon", "REJON", "rejon, którego dotyczy (można kilka razy)"),
)
"""One option for every question, and for what is often known beforehand."""

EXAMPLES = (
    "new debata",
    "new debata --jak bezpieczna-droga-do-szkoly",
    'new debata --tytuł "Bezpieczny park" --termin "2027-02-18 17:00" '
    '--miejsce klub-seniora --treść "Zapraszamy."',
    "new sprawozdanie --debata bezpieczna-droga-do-szkoly",
    'new wniosek --debata bezpieczna-droga-do-szkoly --tytuł "Latarnia przy ul. Lipowej"',
    "new ostrzeżenie",
)
