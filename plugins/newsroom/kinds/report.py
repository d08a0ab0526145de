"""``sprawozdania``: what happened at a debate; shown at the debate's URL, one a debate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any

from plugins.newsroom import fields as f
from plugins.newsroom.fields import Key
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.media import Contradiction, Fault
from plugins.newsroom.kinds.period import Period


class Requests(Enum):
    """Whether residents' requests were written down."""

    RECORDED = "spisane"
    NONE = "brak"
    UNSAID = "nie podano"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question asked at the debate; without an answer it is still open."""

    question: Annotated[f.Line, Key("pytanie", "o co zapytano")]
    answer: Annotated[f.Line, Key("odpowiedź", "co odpowiedziano")] = ""
    who: Annotated[f.Human | None, Key("kto", "kto odpowiedział")] = None
    request: Annotated[
        f.Identifier, f.Refers("wnioski"), Key("wniosek", "wniosek, który z tego wyniknął")
    ] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Reports on the Krajowa Mapa Zagrożeń shown at the debate."""

    category: Annotated[f.Category, Key("kategoria", "kategoria Mapy Zagrożeń")]
    period: Annotated[Period | None, Key("okres", "za jaki czas", "2025")] = None
    reported: Annotated[f.Count | None, Key("zgłoszeń", "ile zgłoszeń")] = None
    confirmed: Annotated[f.Count | None, Key("potwierdzonych", "ile potwierdzono")] = None
    removed: Annotated[f.Count | None, Key("wyeliminowanych", "ile wyeliminowano")] = None
    source: Annotated[f.Line, Key("źródło", "skąd te liczby")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Answer → how many gave it; the answers are the officer's own words."""

    rows = "wiersze „odpowiedź: ile osób”"

    counts: tuple[tuple[str, int], ...] = ()

    @classmethod
    def from_pairs(cls, walk: Any, node: Any, key: str) -> Any:
        """Read a mapping whose keys are free text."""
        counts = [_count(walk, name, value, key) for name, value in node.value]
        texts = [text for text, _ in counts]
        if len(set(texts)) < len(texts):
            return walk.fail(node, key, "ta sama odpowiedź jest dwa razy – zsumuj je")
        return cls(counts=tuple((text, n) for text, n in counts if isinstance(n, int)))


def _count(walk: Any, name: Any, value: Any, key: str) -> tuple[str, Any]:
    try:
        text = f.line(name.value)
    except ValueError as error:
        return "", walk.fail(name, key, str(error))
    return text, walk.value(f.Count, value, f"{key}.{text}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyQuestion:
    """One question of the survey with its answers."""

    question: Annotated[f.Line, Key("pytanie", "pytanie ankiety")]
    answers: Annotated[Answers, Key("odpowiedzi", "odpowiedź: ile osób", required=True)] = Answers()


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """The anonymous survey after a debate."""

    filled: Annotated[f.Count | None, Key("wypełnionych", "ile ankiet")] = None
    results: Annotated[tuple[SurveyQuestion, ...], Key("wyniki", "pytania i odpowiedzi")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Record):
    """The report of one debate; its body tells what happened."""

    debate: Annotated[
        f.Identifier, f.Refers("debaty"), Key("debata", "nazwa pliku debaty", required=True)
    ] = ""
    attendance: Annotated[f.Count | None, Key("liczba uczestników", "ile osób przyszło")] = None
    present: Annotated[tuple[f.Someone, ...], Key("obecni", "goście i przedstawiciele")] = ()
    questions: Annotated[tuple[Question, ...], Key("pytania", "pytania i odpowiedzi")] = ()
    kmzb: Annotated[tuple[Figures, ...], Key("kmzb", "liczby z Mapy Zagrożeń")] = ()
    survey: Annotated[Survey | None, Key("ankieta", "wyniki ankiety")] = None
    requests: Annotated[Requests, Key("wnioski", "czy spisano wnioski")] = Requests.RECORDED

    @classmethod
    def contradictions(cls) -> tuple[Contradiction, ...]:
        """Contradictions within the report."""
        return (*Record.contradictions(), _figures)


def _figures(report: Report) -> Iterator[Fault]:
    for number, figures in enumerate(report.kmzb, 1):
        if figures.period and figures.period.backwards:
            yield f"kmzb[{number}].okres", "koniec jest przed początkiem – popraw daty"
        if (figures.confirmed or 0) > (figures.reported or figures.confirmed or 0):
            yield f"kmzb[{number}].potwierdzonych", "więcej niż zgłoszeń – popraw liczby"
