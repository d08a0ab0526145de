"""Words that tell time or rank wrongly; what is quoted is somebody else's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.newsroom.copyedit.copy import Copy
from plugins.newsroom.dates import MONTHS
from plugins.newsroom.people import RANKS
from plugins.problems import Problem

_MEETING = r"\b(?:debat[aey]|debaty|spotkani[ea])\b"
_WILL = re.compile(
    r"\b(?:odbędzie się|odbędą się|rozpocznie się|zacznie się|potrwa)\b", re.IGNORECASE
)
_WILL_HINTS = ("odbęd", "zacznie", "rozpocznie", "potrwa")
_DID = re.compile(r"\b(?:odbył[ao]? się|odbyły się|zakończył[ao] się|trwał[ao])\b", re.IGNORECASE)
_DID_HINTS = ("odby", "zakończy", "trwa")
_ANOTHER_AHEAD = re.compile(
    r"następn|kolejn|ewaluac|przyszł|ponown|drug[aąi]|jeszcze|jesieni|wiosn|za rok|za pół|nowa",
    re.IGNORECASE,
)
_ANOTHER_BEFORE = re.compile(
    r"poprzedni|pierwsz|inicjując|wcześniej|ubiegł|zeszł|tem[uó]|ostatni|tamt|dotychczas|już|"
    rf"minion|po debacie|\b(?:19|20)\d\d\b|{'|'.join(MONTHS)}|w marcu|w czerwcu|wiosn|jesieni",
    re.IGNORECASE,
)


def future_in_report(copy: Copy) -> Iterator[Problem]:
    """„Debata odbędzie się” was copied from the announcement; of a next one it may be said."""
    if copy.folder != "sprawozdania":
        return
    for line, sentence in _told(copy, _WILL, _WILL_HINTS, _ANOTHER_AHEAD):
        said = sentence.group(0)
        message = f"„{said}” w sprawozdaniu – napisz, że debata się odbyła"
        yield copy.problem("czas przyszły", message, line)


def past_in_announcement(copy: Copy) -> Iterator[Problem]:
    """„Debata odbyła się” in an announcement; of an earlier one it may be said."""
    if getattr(copy.record, "unannounced", True) or copy.folder != "debaty":
        return
    for line, sentence in _told(copy, _DID, _DID_HINTS, _ANOTHER_BEFORE):
        said = sentence.group(0)
        message = f"„{said}” w zapowiedzi – napisz, że debata się odbędzie"
        yield copy.problem("czas przeszły", message, line)


def _told(
    copy: Copy, tense: re.Pattern[str], hints: tuple[str, ...], another: re.Pattern[str]
) -> Iterator[tuple[int, re.Match[str]]]:
    """Sentences in which a debate, and no other one, has this tense."""
    for line, sentence, _ in copy.sentences(tense, hints):
        found = tense.search(sentence)
        named = re.search(_MEETING, sentence, re.IGNORECASE)
        if found and named and not another.search(sentence):
            yield line + sentence.count("\n", 0, found.start()), found


_DAYS = ("poniedziałek", "środę", "czwartek", "piątek", "sobotę", "niedzielę", "wtorek")
_WEEKDAY = re.compile(
    rf"(?<![\w-])(?:w (?:{'|'.join(_DAYS[:-1])})|we {_DAYS[-1]})(?!\w)",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"\b\d{{1,2}}\.? ?(?:{'|'.join(MONTHS)})|\b\d{{1,2}}\.\d{{1,2}}\b|\b\d{{4}}-\d\d-\d\d\b"
)
_HABIT = re.compile(
    r"\b(?:każd\w+|co tydzień|zawsze|zwykle|jeśli|jeżeli|gdy|kiedy|dyżur\w*|czynn\w+|otwart\w+)\b",
    re.IGNORECASE,
)
_ONCE = re.compile(r"\w(?:ł|ła|ło|li|ły)\b|\b(?:odbędzie|będzie|będą|spotka|spotkają)\b")
"""A verb that tells of one occasion: past, or to come."""


def weekday_without_date(copy: Copy) -> Iterator[Problem]:
    """„W piątek” means nothing a month later; a date in the same paragraph is enough."""
    if copy.folder not in ("sprawozdania", "aktualnosci"):
        return
    for line, sentence, paragraph in copy.sentences(_WEEKDAY, _DAYS):
        found = _WEEKDAY.search(sentence) if _ONCE.search(sentence) else None
        if found and not _DATE.search(paragraph) and not _HABIT.search(sentence):
            place = line + sentence.count("\n", 0, found.start())
            message = f"„{found[0]}” bez daty – dopisz dzień, np. „{found[0]} 12 marca”"
            yield copy.problem("dzień bez daty", message, place)


def _variants(short: str) -> str:
    """A pattern of an abbreviation however it is spaced, dotted and written without ogonki."""
    words = [re.escape(word.rstrip(".")) for word in short.split(" ")]
    loose = [word.replace("ż", "[żz]").replace("ł", "[łl]") for word in words]
    return r"\.?[ \u00a0]?".join("szt(?:ab)?" if word == "szt" else word for word in loose)


_RANKS = {short: _variants(short) for short in sorted(RANKS, key=len, reverse=True)}
_RANK = re.compile(
    rf"(?<![\w.@/-])(?:{'|'.join(f'(?:{one})' for one in _RANKS.values())})\.?[ \u00a0]?"
    r"(?=[A-ZĆŁŚŹŻ][a-ząćęłńóśźż]+(?:-[A-Z]\w+)? [A-ZĆŁŚŹŻ])",
    re.IGNORECASE,
)
_LIKELY = tuple(
    re.compile(rf"{end}\.?[ \u00a0]?[A-ZĆŁŚŹŻ]")
    for end in ("ost", "zt", "tab", "ier[żz]", "sp", "om")
)
"""A quick look whether the end of any rank stands before a name. Python's engine finds a
pattern's first letters at once, but not those of one of several."""
_NAMED = re.compile(r"[A-ZĆŁŚŹŻ]")


def misspelt_rank(copy: Copy) -> Iterator[Problem]:
    """A rank's abbreviation before a name: full stops, spaces, ogonki (facts, section 5)."""
    likely = [one for one in _LIKELY if one.search(copy.source.body)]
    for number, line in copy.lines if likely else ():
        for found in _RANK.finditer(line) if any(one.search(line) for one in likely) else ():
            written = " ".join(found[0].split())
            right = _right(written)
            named = _NAMED.match(line, found.end())
            if named and written.casefold() != right and found[0] != found[0].rstrip():
                message = f"„{written}” – skrót stopnia zapisz „{right}”"
                yield copy.problem("zapis stopnia", message, number)
            elif named and right and found[0] == found[0].rstrip():
                message = f"„{written}” – po skrócie stopnia („{right}”) wstaw spację"
                yield copy.problem("zapis stopnia", message, number)


def _right(written: str) -> str:
    """The abbreviation that was meant."""
    return next(
        short
        for short, pattern in _RANKS.items()
        if re.fullmatch(rf"(?:{pattern})\.?", written, re.IGNORECASE)
    )
