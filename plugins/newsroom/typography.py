"""Polish typography of text: quotes, dashes, ranges, ellipses, and ties that keep words together.

Sources: facts, section 6 (PN-83/P-55366 for quotes, EU guide 10.1.6 for dashes, WSO 54.8 for
one-letter words). Every function is idempotent: ``f(f(x)) == f(x)``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

NBSP = "\u00a0"


class _Fix(NamedTuple):
    """Patterns, each with what it becomes, and what must stand in a text that holds any."""

    hint: str | re.Pattern[str]
    rules: tuple[tuple[re.Pattern[str], str], ...]


_FIXES = (
    _Fix(",,", ((re.compile(r",,(?=\S)"), "„"),)),
    _Fix("''", ((re.compile(r"''"), "”"),)),
    _Fix("...", ((re.compile(r"\.\.\.+"), "…"),)),
    _Fix(" - ", ((re.compile(r" - (?<=\S - )(?=\S)"), " – "),)),
    _Fix("- ", ((re.compile(r"- (?<=[^\W\d_]- )(?=[^\W\d_])(?!i |lub |oraz |albo )"), " – "),)),
    _Fix(
        re.compile(r"[-–] ?(?=\d)"),
        (
            (
                re.compile(
                    r"([12](?<!\w.)(?:(?<=1)9|(?<=2)0)\d\d) ?[-–] ?((?:19|20)\d\d)\b(?![-–\d])"
                ),
                r"\1–\2",
            ),
            (re.compile(r"(?<=\d[:.]\d\d) ?[-–] ?(?=\d{1,2}[:.]\d\d(?![\d.]))"), "–"),
        ),
    ),
    _Fix("s. ", ((re.compile(r"s\. (?<=\bs\. )(\d+)[-–](?=\d)"), r"s. \1–"),)),
    _Fix("%", ((re.compile(r"(?<=\d)[ \u00a0]%"), "%"),)),
    _Fix(
        re.compile(r"[,;:!?.](?<=[ \u00a0].)"),
        (
            (re.compile(r"(?<=[^\s.,;:!?(„])[ \u00a0]+(?=[,;:!?](?:\s|$))"), ""),
            (re.compile(r"(?<=[^\s.])[ \u00a0]+(?=\.(?:\s|$))"), ""),
        ),
    ),
    _Fix("  ", ((re.compile(r"  (?<=\S  ) *(?=\S)"), " "),)),
)
"""Python's engine finds at once what begins with one sign, or with one of a few, and most texts
hold no hint of the others."""

_HELD = "\ue000"
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s\"„”“<>]*[^\s\"„”“<>.,;:!?)…]"
    rf"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|{_HELD}"
)
"""What typography leaves as it is: web and mail addresses."""
_IN_ADDRESS = ("://", "www.", "@", _HELD)

_OPENING = re.compile(r"[\"“”](?:(?<=^.)|(?<=[\s(\[«–/\u00a0].))(?=[^\s.,;:!?)])")


def quoted(text: str) -> str:
    """Straight and wrong quotes become „ and ”; which one, the neighbours tell.

    >>> quoted('Program "Bezpieczna droga" i ”Nocny patrol”')
    'Program „Bezpieczna droga” i „Nocny patrol”'
    """
    if '"' not in text and "“" not in text and "”" not in text:
        return text
    return _OPENING.sub("„", text).replace('"', "”").replace("“", "”")


@lru_cache(maxsize=8192)
def corrected(text: str) -> str:
    """Quotes, dashes, ranges, ellipses and stray spaces as Polish typography wants them.

    >>> corrected('"Razem bezpieczniej" - edycja 2022 - 2024...')
    '„Razem bezpieczniej” – edycja 2022–2024…'
    """
    if not any(sign in text for sign in _IN_ADDRESS):
        return _settled(text)
    kept = iter(_ADDRESS.findall(text))
    return re.sub(_HELD, lambda _: next(kept), _settled(_ADDRESS.sub(_HELD, text)))


def _settled(text: str) -> str:
    """Ends: each rule removes a sign or turns it into its last form."""
    before = ""
    while text != before:
        text, before = _once(text), text
    return text


def _once(text: str) -> str:
    for hint, rules in _FIXES:
        if hint in text if isinstance(hint, str) else hint.search(text):
            for pattern, right in rules:
                text = pattern.sub(right, text)
    return quoted(text)


_MONTH = (
    "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października"
    "|listopada|grudnia"
)
_SHORT = (
    "ul|al|pl|os|nr|dz|np|im|św|pn|pt|ds|dr|mł|st",
    "art|ust|pkt|poz|tel|tzw|mgr|inż|str|szt|asp|kom|gen",
    "godz|post|insp",
    "sierż",
    "podkom|nadkom",
    "podinsp|nadinsp",
)
"""Shortened words, those of one length together: that is how Python looks back."""
_ONE_LETTER = re.compile(r" (?<=[aiouwzAIOUWZ] )(?=\S)(?<![^\s(„«–\u00a0-]. )")
"""Patterns begin with the space itself, which Python's engine finds at once."""
_AFTER_DIGIT = re.compile(r" (?<=\d )")
_NUMBERED = (
    (
        re.compile(r" (?<=\d\d )(?<!\d\d\d )(\d{3}) (\d\d) (\d\d)(?!\d)"),
        NBSP.join(("", "\\1", "\\2", "\\3")),
    ),
    (
        re.compile(
            rf" (?<=\d )(?:(?=(?:{_MONTH})\b)(?<!\d\d\d )(?<![^\W\d]\d )(?<![^\W\d]\d\d )"
            r"|(?=(?:r\.|roku|zł|km|m|kg|min|godz|proc|tys|mln|osób|dni)(?!\w))"
            r"|(?=\d{3}(?:\D|$)))"
        ),
        NBSP,
    ),
)
_AFTER_SHORT = re.compile(
    r" (?:(?<=\. )(?:"
    + "|".join(rf"(?<=\b(?i:{words})\. )" for words in _SHORT)
    + r")|(?<=[nN][rR] )(?<=\b.. )|(?<=(?i:pkt) )(?<=\b... )|(?<=§ )(?<!\w. ))(?=[\w§„])"
)
_INITIAL = re.compile(r" (?<=[A-ZĆŁŚŹŻ]\. )(?=[A-ZĆŁŚŹŻ])(?<![\w.].\. )")
_DASH = re.compile(r" (?=–(?:\s|$))(?<=\S )")


@lru_cache(maxsize=8192)
def tied(text: str) -> str:
    """Non-breaking spaces after one-letter words, in dates, units, abbreviations, before „–”.

    For HTML text nodes only: titles of windows, calendars, feeds' titles and data keep spaces.

    >>> tied("12 marca 2026 r. o godz. 17:00 w auli").count(NBSP)
    5
    """
    text = _ONE_LETTER.sub(NBSP, text)
    for pattern, glued in _NUMBERED if _AFTER_DIGIT.search(text) else ():
        text = pattern.sub(glued, text)
    text = _AFTER_SHORT.sub(NBSP, text)
    text = _INITIAL.sub(NBSP, text) if ". " in text else text
    return _DASH.sub(NBSP, text) if " –" in text else text


def untied(text: str) -> str:
    """Plain spaces again, for calendars, data and attributes."""
    return text.replace(NBSP, " ")


def shortened(text: str, limit: int = 200) -> str:
    """At most ``limit`` characters, cut at a word, with an ellipsis where something is cut.

    >>> shortened("Porozmawiajmy o bezpieczeństwie", 20)
    'Porozmawiajmy o…'
    """
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    cut = text[:limit].rsplit(" ", 1)[0]
    return cut.rstrip(" ,;:–-.(„") + "…"
