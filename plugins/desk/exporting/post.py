"""A social post: one thought, when and where, the link; no tags, no pictures of letters."""

from __future__ import annotations

from plugins.desk.exporting.matter import Matter
from plugins.newsroom.typography import shortened, untied

LIMIT = 280
"""What the strictest of the common services takes."""


def post(matter: Matter) -> str:
    """The text, with the description of its picture below for the service's own field."""
    text = untied(_text(matter))
    told = f"\n\n(Opis obrazu do wklejenia: {matter.picture})" if matter.picture else ""
    return f"{text}{told}\n"


def _text(matter: Matter) -> str:
    room = LIMIT - len(matter.link) - 2
    first, *rest = _sentences(matter)
    text = shortened(first, room)
    for sentence in rest:
        if len(text) + len(sentence) + 1 <= room:
            text = f"{text} {sentence}"
    return f"{text}\n\n{matter.link}"


def _sentences(matter: Matter) -> list[str]:
    """What to say, the most important first; what does not fit is left out."""
    if matter.is_ahead and not matter.occasion.turn:
        where, entry = matter.fact("Miejsce"), matter.fact("Wstęp")
        return [
            f"Zapraszamy na debatę „{matter.record.title}”.",
            _end(f"Kiedy: {matter.fact('Termin')}"),
            *([_end(f"Gdzie: {where}")] if where else []),
            *([_end(f"Wstęp {entry}")] if entry else []),
        ]
    facts = [_end(f"{what}: {value}") for what, value in matter.facts if what not in _SAID]
    return [_end(matter.title), *facts, *([] if matter.occasion.turn else [_end(matter.lead)])]


_SAID = (
    "Termin",
    "Nowy termin",
    "Termin debaty",
    "Termin bez zmian",
    "Termin, który nie obowiązuje",
    "Stan",
)
"""Facts that the title has told already."""


def _end(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
