"""What a text probably is, by its words: its kind, its section, its name."""

from __future__ import annotations

import re

from plugins.desk.importing.values import Facts
from plugins.newsroom.marks import MARK
from plugins.newsroom.rooms import PAGES, is_reserved
from plugins.newsroom.spelling import slug


def stem(title: str) -> str:
    """What a record may be called: at most 70 letters, cut at a word.

    >>> stem("Debata społeczna: „Bezpieczny park”")
    'debata-spoleczna-bezpieczny-park'
    """
    name = slug(title.replace(MARK, ""))
    if len(name) > 70:
        name = name[:70].rsplit("-", 1)[0]
    is_free = name and not is_reserved(PAGES, name)
    return name if is_free else f"wpis-{name}".strip("-")


_REPORT = re.compile(
    r"odbyl[ao] sie|sprawozdani|relacj|podsumowani|po debacie|za nami|przeprowadzil|wzieli udzial"
)
_INVITATION = re.compile(r"odbedzie sie|zaprasza|zaproszen|zapowied")


def kind(facts: Facts, words: str) -> str:
    """By the words of the title and of the categories, and those of the text's beginning."""
    title = _latin(" ".join((facts.title, *facts.words)))
    if "debat" not in title:
        return "aktualnosci"
    whole = f"{title} {_latin(words[:1500])}"
    if _REPORT.search(title) or (_REPORT.search(whole) and not _INVITATION.search(title)):
        return "sprawozdania"
    return "debaty" if _INVITATION.search(whole) else "aktualnosci"


def _latin(text: str) -> str:
    return slug(text).replace("-", " ")


def section(facts: Facts) -> str:
    """``dział``; a warning needs its last day, which no old page tells."""
    words = _latin(" ".join((facts.title, *facts.words)))
    for part, section in (
        ("debat", "debata"),
        ("program", "program"),
        ("profilakty", "profilaktyka"),
        ("prewencj", "profilaktyka"),
    ):
        if part in words:
            return section
    return "komunikat"
