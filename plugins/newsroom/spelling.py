"""How words are matched and sorted: keys without case and diacritics, lists in Polish order."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from unidecode import unidecode


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Letters and digits only, without case and diacritics: how keys and names are matched.

    >>> fold("Data_Publikacji") == fold("data publikacji") == fold("DATA-PUBLIKACJI")
    True
    """
    plain = unicodedata.normalize("NFD", text.casefold().replace("ł", "l"))
    return re.sub(r"[^a-z0-9]", "", plain)


def bare_street(text: str) -> str:
    """A street's name as it is compared: without „ul.”, case and diacritics.

    >>> bare_street("ul. Świętego Jana") == bare_street("świętego jana")
    True
    """
    return fold(re.sub(r"^\s*(?:ul\.|ul\s|ulica\s)\s*", "", text, flags=re.IGNORECASE))


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """Lower-case ASCII with hyphens; empty where no letter or digit is.

    >>> slug("Łódź: źródło zażółconych żądań")
    'lodz-zrodlo-zazolconych-zadan'
    """
    return re.sub(r"[^a-z0-9]+", "-", unidecode(text).lower()).strip("-")


_ALPHABET = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
_ORDER = {letter: place for place, letter in enumerate(_ALPHABET, 1000)}


def alphabetical(text: str) -> tuple[tuple[int, ...], str]:
    """A sort key by the Polish alphabet: „ć” after „c”, case only breaks ties.

    >>> sorted(["źródło", "Śrem", "lato", "łąka", "Sopot", "ląd"], key=alphabetical)
    ['lato', 'ląd', 'łąka', 'Sopot', 'Śrem', 'źródło']
    """
    folded = unicodedata.normalize("NFC", text).casefold()
    return tuple(_ORDER.get(letter, ord(letter)) for letter in folded), text


def initial(text: str) -> str:
    """The letter under which a name stands in a list from A to Z; „1–9” for a number.

    >>> initial("Żwirki i Wigury"), initial("3 Maja")
    ('Ż', '1–9')
    """
    first = unicodedata.normalize("NFC", text)[:1].upper()
    return "1–9" if first.isdigit() else first


def plural(number: int, one: str, few: str, many: str) -> str:
    """The form that goes with a whole number (CLDR, Polish cardinals).

    >>> [plural(n, "debata", "debaty", "debat") for n in (1, 2, 5, 12, 22, 112)]
    ['debata', 'debaty', 'debat', 'debat', 'debaty', 'debat']
    """
    if number == 1:
        return one
    return few if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else many
