"""A town with thousands of records, made from the sample's own words by a fixed seed."""

from __future__ import annotations

import random
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COPIED = ("plugins", "theme", "content", "pelicanconf.py", "publishconf.py")
LAST = date(2026, 10, 30)


def project(folder: Path, records: int, seed: int = 1) -> Path:
    """A copy of the project in ``folder`` with ``records`` debates, reports and news more."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in COPIED:
        copy(ROOT / name, folder / name)
    _write_records(folder / "content", records, random.Random(seed))
    return folder


def copy(source: Path, target: Path) -> None:
    """A file or a folder of the project, without what Python leaves in it."""
    if source.is_dir():
        shutil.copytree(
            source, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__")
        )
    else:
        shutil.copy(source, target)


def _write_records(content: Path, records: int, chance: random.Random) -> None:
    words = sentences()
    for number in range(records):
        day = LAST - timedelta(days=int(7300 * number / records))
        kind = ("debaty", "sprawozdania", "debaty", "aktualnosci", "aktualnosci")[number % 5]
        if kind == "sprawozdania":
            continue  # written together with the debate before it
        _write(content, kind, number, day, words, chance)
        if number % 5 == 0 and number + 1 < records:
            _write(content, "sprawozdania", number, day + timedelta(days=9), words, chance)


def sentences() -> list[str]:
    """Sentences of the sample's bodies: Polish of a true-to-life mixture."""
    found = []
    for file in sorted((ROOT / "content").rglob("*.md")):
        text = file.read_text("utf-8").split("\n---\n", 1)[-1]
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)|[#*|>!_`\[\]<{}]", r"\1", text)
        found += [s.strip() for s in re.split(r"(?<=[.?!])\s+", plain) if 40 < len(s) < 240]
    return found


def _write(
    content: Path, kind: str, number: int, day: date, words: list[str], chance: random.Random
) -> None:
    file = content / kind / str(day.year) / f"wpis-{number:05}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    head = "\n".join(_head(kind, number, day, chance))
    file.write_text(f"---\n{head}\n---\n{body(words, chance)}\n", "utf-8")


TOPICS = ("ruch drogowy", "piesi", "rowery", "seniorzy", "hałas", "monitoring", "szkoły", "woda")


def _head(kind: str, number: int, day: date, chance: random.Random) -> list[str]:
    title = f"Rozmowa numer {number} o tym, co ważne na osiedlu"
    told = day if kind == "sprawozdania" else day - timedelta(days=20)
    head = [f"tytuł: {title}", f"data publikacji: {told}"]
    head += ["tematy:", f"  - {chance.choice(TOPICS)}", f"  - {chance.choice(TOPICS)} w mieście"]
    if kind == "debaty":
        head += [f"termin: {day} 17:00", "koniec: 18:30", "miejsce: dom-kultury-latarnia"]
        head += ["cykl: rozmowy-o-okolicy"] if number % 3 == 0 else []
        head += ["prowadzący:", "  - podkom. Anna Zawilska, naczelnik Wydziału Prewencji"]
    elif kind == "sprawozdania":
        head += [f"debata: wpis-{number:05}", f"liczba uczestników: {chance.randint(8, 90)}"]
        head += ["wnioski: brak"]
    else:
        head += [f"dział: {chance.choice(('komunikat', 'profilaktyka'))}"]
    return head


def body(words: list[str], chance: random.Random) -> str:
    """About 3,200 characters in paragraphs, with headings and a list."""
    parts, length = [], 0
    while length < 3000:
        paragraph = " ".join(chance.choices(words, k=4))
        parts.append(paragraph)
        length += len(paragraph)
        if len(parts) % 3 == 0:
            parts.append(f"## Część {len(parts) // 3 + 1}")
    points = "\n".join(f"- **Punkt.** {sentence}" for sentence in chance.choices(words, k=3))
    return "\n\n".join([*parts, points])
