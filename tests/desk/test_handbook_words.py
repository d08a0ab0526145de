"""The handbook's commands run, its messages are said, its names and links lead somewhere."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from PIL import Image

from plugins.desk import commands, reporting
from plugins.newsroom import checks, grammar, marks, parsing, revisions
from plugins.newsroom.kinds import KINDS
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.unit import Unit
from plugins.newsroom.spelling import fold
from plugins.problems import Problem, Problems
from tests.desk.test_handbook import PATTERNS, PRINTED, ROOT, TEXT

WRITTEN = TEXT.partition("<!-- klucze: początek -->")[0]
"""The handbook without the tables that the code writes."""


def _part(title: str) -> str:
    """What stands under a heading, up to the next one."""
    heading = rf"^##+ {re.escape(title)}\n(.*?)(?=^##+ |\Z)"
    found = re.search(heading, TEXT, re.DOTALL | re.MULTILINE)
    assert found is not None, title
    return found[1]


# -- commands ------------------------------------------------------------------------

ALONE = re.compile(r"^ *\./debaty (.+)$", re.MULTILINE)
INLINE = re.compile(r"`\./debaty ([^`]+)`")
LINES = sorted({*ALONE.findall(TEXT), *(line for line in INLINE.findall(TEXT) if " " in line)})


@pytest.mark.parametrize("line", [line for line in LINES if "--help" not in line])
def test_a_command_line_is_understood(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    commands.parse(shlex.split(line))


def test_every_command_is_named() -> None:
    named = {line.split()[0] for line in INLINE.findall(_part("Polecenia")) if " " not in line}
    assert named == {*commands.PLACES}


def test_command_lines_are_about_records_of_the_sample_or_of_the_handbook() -> None:
    known = {path.stem for path in (ROOT / "content").rglob("*.md")}
    known |= {Path(path).stem for path, _ in PATTERNS}
    words = (word.split("/")[-1] for line in LINES for word in shlex.split(line)[1:])
    names = {word for word in words if re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)+", word)}
    assert "okolice-dworca-wieczorem" in names
    assert names - known == set()


# -- messages ------------------------------------------------------------------------


def _messages(title: str) -> list[str]:
    """The first column of a table of messages."""
    rows = re.findall(r"^\| (.+?) \| .+ \|$", _part(title), re.MULTILINE)
    return [row for row in rows if row != "komunikat"]


def _is_said(shown: str, said: Iterator[str]) -> bool:
    """Whether one message is what is shown, with anything in the place of each „…”."""
    words = ".*".join(re.escape(part) for part in shown.split("…"))
    pattern = re.compile(f"(?:^|: ){words.removeprefix('.*: ')}")
    return any(pattern.search(one) for one in said)


@pytest.mark.parametrize(
    "shown", [*_messages("Częste błędy"), *_messages("Gdy program nie rozumie metryczki")]
)
def test_a_message_is_one_that_a_slip_gets(shown: str) -> None:
    slips = (ROOT / "tests/slips/expected.txt").read_text("utf-8").splitlines()
    left = marks.left("content/debaty/x.md", "Do sprawdzenia: tu wpisz treść")
    assert _is_said(shown, iter([*slips, *map(str, left)]))


@pytest.mark.parametrize("shown", _messages("Co było już opublikowane"))
def test_a_message_about_what_was_published_is_given(shown: str) -> None:
    assert _is_said(shown, (one.message for one in _revised()))


HEAD, FILE = "miejsce: dom", "content/debaty/2027/bezpieczne-osiedle.md"
TOLD = "zmiany:\n  - kiedy: 2026-11-21\n    co: sala\n    powód: {}\n"


def _debate(old: str = "", new: str = "") -> Record:
    """The first debate of the handbook with some words otherwise."""
    block = re.search(r"   ```\n(   ---\n.*?)   ```", TEXT, re.DOTALL)
    assert block is not None
    record = "\n".join(line[3:] for line in block[1].split("\n"))
    assert old in record
    return parsing.parse(FILE, record.replace(old, new).encode())[0].record


def _revised() -> Iterator[Problem]:
    """What is said of changes that residents would not be told of."""
    first = _debate()
    later = [
        _debate("koniec: 18:30", "koniec: 19:00"),
        _debate(HEAD, f"stan publikacji: szkic\n{HEAD}"),
        _debate(HEAD, f"stan publikacji: ukryty\n{HEAD}"),
        _debate("publikacji: 2026-11-20", "publikacji: 2026-11-21"),
        _debate("Zapraszamy", "Prosimy"),
    ]
    pairs = [(first, one) for one in later]
    pairs.append(
        (_debate(HEAD, TOLD.format("Remont.") + HEAD), _debate(HEAD, TOLD.format("Upał.") + HEAD))
    )
    for before, after in pairs:
        revision = revisions.Revision(before, after, PRINTED)
        yield from (*revisions.errors(revision), *revisions.warnings(revision))
    yield from revisions.gone(first, frozenset(), PRINTED)
    yield from _of_the_unit()


def _of_the_unit() -> Iterator[Problem]:
    path = "content/jednostka.yml"
    data = (ROOT / path).read_bytes()
    key = "domena identyfikatorów: ".encode()
    before, after = (
        parsing.parse_unit(path, text) for text in (data, data.replace(key, key + b"x"))
    )
    return revisions.moved_for_good(before, after)


def test_the_report_of_a_check_is_the_real_one() -> None:
    shown = re.search(r"^```\n(content/rejony/\S+\n.*?)^```", TEXT, re.DOTALL | re.MULTILINE)
    assert shown is not None
    path, record = next(one for one in PATTERNS if one[0].startswith("content/rejony/"))
    with pytest.raises(Problems) as told:
        parsing.parse(path, record.replace("47 700 00 49", "47 7OO 00 49").encode())
    found = reporting.Findings(tuple(told.value.problems), (), ("x",))
    assert reporting.text(found) + "\n" == shown[1]


# -- names ---------------------------------------------------------------------------


def _keys(cls: type) -> Iterator[str]:
    """Every key that may stand in a head, those inside others too."""
    for slot in grammar.keys(cls):
        yield from (fold(name) for name in (slot.key.name, *slot.key.aliases))
        form = grammar.form(slot.type)
        one = grammar.form(form.item) if form.item else form
        if isinstance(one.scalar, type) and one.nested and is_dataclass(one.scalar):
            yield from _keys(one.scalar) if fields(one.scalar) else ()


def test_every_key_that_is_named_with_a_value_exists() -> None:
    known = {name for kind in KINDS.values() for name in _keys(kind.record)} | set(_keys(Unit))
    named = set(re.findall(r"`(\w[\w -]*): [^`]+`", WRITTEN))
    assert {"reguła", "odpowiedź", "stan publikacji"} <= named
    assert {name for name in named if fold(name) not in known} == set()


@pytest.mark.parametrize(
    "lines",
    re.findall(r"^ *```\n( *(?:zdjęcie|film|wyjątki):\n.*?)^ *```", TEXT, re.DOTALL | re.MULTILINE),
)
def test_a_key_that_is_shown_alone_can_stand_in_a_head(lines: str) -> None:
    indent = len(lines) - len(lines.lstrip())
    text = "".join(line[indent:] for line in lines.splitlines(keepends=True))
    record = _debate(HEAD, text + HEAD)
    rules = {fold(name) for name in checks.RULES}
    assert all("…" in lift.rule or fold(lift.rule) in rules for lift in record.lifts)


def test_the_groups_hold_every_warning_once() -> None:
    rows = re.findall(r"^\| [^|]+ \| (`[^|]+) \|", _part("Ostrzeżenia"), re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"`([^`]+)`", row)]
    assert sorted(named) == sorted(checks.RULES)


# -- links and pictures --------------------------------------------------------------


def _anchor(heading: str) -> str:
    """As GitHub makes it: small letters, spaces as hyphens, no other signs."""
    return re.sub(r"[^\w-]", "", heading.lower().replace(" ", "-"))


def test_every_link_leads_to_a_heading() -> None:
    headings = {_anchor(one) for one in re.findall(r"^##+ (.+)$", TEXT, re.MULTILINE)}
    links = set(re.findall(r"\]\(#([^)]+)\)", TEXT))
    assert "słownik-kluczy" in links
    assert links - headings - {"dzialanie-przeglad-latarni"} == set()


@pytest.mark.parametrize(
    ("alt", "name"), re.findall(r"^ *!\[(.*?)\]\(([\w-]+\.png)\)$", WRITTEN, re.M)
)
def test_a_picture_is_described_and_light(alt: str, name: str) -> None:
    file = ROOT / "docs" / name
    assert len(alt) > 80
    assert file.stat().st_size <= 200_000
    with Image.open(file) as image:
        assert image.width == 1280
