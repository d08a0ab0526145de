"""A text becomes a record: its kind, its head, its name. Every record is a draft at first."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, fields, replace

from plugins.desk.importing import boxes, dating, guessing, heading
from plugins.desk.importing.heading import Head, Thought, Wishes
from plugins.desk.importing.values import SELF, Attached, Facts, Written
from plugins.desk.writing import emit
from plugins.newsroom import typography
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.marks import MARK
from plugins.newsroom.source import CONTROL
from plugins.newsroom.spelling import fold

NOTE = " (zostaw ten wiersz: po nim kolejny import pozna, że ten tekst już jest)"


@dataclass(frozen=True, slots=True)
class Draft:
    """A record to be written: ``body`` and files hold ``SELF`` where its id will stand."""

    source: str
    kind: str
    folder: str
    stem: str
    head: Head
    body: str
    known_by: tuple[str, ...]
    pictures: tuple[Attached, ...] = ()
    downloads: tuple[Attached, ...] = ()
    left_out: tuple[str, ...] = ()
    debate: Draft | None = None

    def text(self, name: str) -> str:
        """The whole file of the record that is called ``name``."""
        lines = "".join(emit.block(key, value) for key, value in self.head.items())
        note = f"# import: {' '.join(self.known_by)}{NOTE}\n" if self.known_by else ""
        return f"---\n{note}{lines}---\n\n{self.body}\n".replace(SELF, name)


def drafted(source: str, written: Written, wishes: Wishes) -> Draft:
    """The record that a text becomes."""
    facts = _legible(source, written.facts)
    words = _plain(written.body)
    kind = wishes.kind or guessing.kind(facts, words)
    thought = Thought(marks=_untold(facts))
    body = written.body
    debate = None
    if kind == "sprawozdania" and not wishes.debate:
        debate = _debate_of(source, facts, words, wishes)
    if kind == "debaty" and not _announced(thought, facts, words):
        kind = "aktualnosci"
    heading.common(thought, source, facts, kind, wishes, written)
    if kind == "sprawozdania":
        thought.head["debata"] = wishes.debate or SELF
    if not body.strip() and not KINDS[kind].bare:
        thought.marks.append("w źródle nie było treści – napisz ją")
    body = "\n\n".join(filter(str.strip, [*map(boxes.written, thought.marks), body]))
    if wishes.ready and debate is None and facts.published and MARK not in f"{thought.head}{body}":
        del thought.head["stan publikacji"]
    return Draft(
        source,
        kind,
        wishes.folder or _folder(kind, facts),
        guessing.stem(facts.title),
        thought.head,
        body,
        _known_by(facts, written),
        written.pictures,
        written.downloads,
        written.left_out,
        debate,
    )


def _legible(source: str, facts: Facts) -> Facts:
    """What a source says, in texts that a head may hold; without a title, a mark in its place."""
    texts = {f.name: _line(getattr(facts, f.name)) for f in fields(facts) if f.type == "str"}
    texts["title"] = texts["title"] or f"{MARK} tytuł ({source})"
    words = tuple(filter(None, map(_line, facts.words)))
    return replace(facts, words=words, **texts)  # type: ignore[arg-type]  # names of texts only


def _line(text: str) -> str:
    """One line without invisible signs and without what looks like HTML."""
    return " ".join(re.sub(r"<(?=[A-Za-z/!?])", "‹", CONTROL.sub(" ", text)).split())


def _plain(body: str) -> str:
    return " ".join(re.sub(r"!!! uwaga \"[^\"]*\"\n[^\n]*\n", " ", body).replace("\\", "").split())


def _untold(facts: Facts) -> list[str]:
    marks = []
    if facts.title.startswith(MARK):
        marks.append("tytuł – w źródle go nie było")
    if facts.published and facts.updated and facts.updated[:10] < facts.published[:10]:
        marks.append(f"data aktualizacji ({facts.updated}) była przed datą publikacji")
    return marks


def _folder(kind: str, facts: Facts) -> str:
    return f"{kind}/{facts.published[:4] or 'inne'}"


def _announced(thought: Thought, facts: Facts, words: str) -> bool:
    """The day and hour of a debate that a text announces; without them it is a piece of news."""
    told = [day for day in dating.told_in(words) if day[:10] >= facts.published[:10]]
    exact = [day for day in told if len(day) > 10]
    if not exact:
        thought.marks.append(
            "zapowiedź debaty bez dnia i godziny – wpisz ją do debat, gdy je znasz"
        )
        return False
    thought.head |= {"termin": exact[0], "miejsce": {"nazwa": f"{MARK} gdzie jest debata"}}
    thought.marks.append(f"termin {exact[0]} odczytano z tekstu")
    return True


_IN_A_DAY = re.compile(
    r"\bwe? (?:poniedziałek|wtorek|środę|czwartek|piątek|sobotę|niedzielę)\b", re.I
)


def _debate_of(source: str, facts: Facts, words: str, wishes: Wishes) -> Draft:
    """The debate that only its report tells of; the report stands at its address."""
    told = [day for day in dating.told_in(words) if day[:10] <= (facts.published[:10] or "9")]
    days = list(dict.fromkeys(day[:10] for day in told))
    thought = Thought(
        marks=["debata znana tylko ze sprawozdania – jeśli jest już w debatach, usuń"]
    )
    if len(days) == 1:
        thought.head["termin"] = told[0]
        thought.marks.append(f"termin {told[0]} odczytano ze sprawozdania")
    else:
        found = _IN_A_DAY.search(words)
        thought.head["termin"] = "nieznany"
        thought.head["termin opisowo"] = f"{MARK} {found[0].lower() if found else 'dzień debaty'}"
    thought.head["bez zapowiedzi"] = "tak"
    bare = replace(facts, summary="", link="", words=(), archival=False)
    heading.common(thought, source, bare, "debaty", wishes, Written(bare, ""))
    body = "\n\n".join(map(boxes.written, thought.marks))
    folder = _folder("debaty", facts)
    return Draft(source, "debaty", folder, guessing.stem(facts.title), thought.head, body, ())


def _known_by(facts: Facts, written: Written) -> tuple[str, ...]:
    """By which a text is known again: its address, and its words without their spelling."""
    said = fold(typography.corrected(f"{facts.title} {_plain(written.body)}"))
    return tuple(map(_digest, filter(None, (facts.link, said))))


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()
