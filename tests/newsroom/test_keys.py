"""Every key of every kind: read in each spelling, answered once where it is wrong.

The keys come from the grammar itself, values and faults from the type of the field.
"""

from __future__ import annotations

from itertools import chain
from typing import Any

import pytest

from plugins.newsroom import grammar
from plugins.newsroom.grammar import Slot
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.report import Answers
from plugins.newsroom.spelling import fold
from plugins.problems import Problem
from tests.newsroom import heads
from tests.newsroom.heads import Path, Raw, head, written
from tests.newsroom.samples import BEFORE, BESIDE, COMMON_BESIDE, SAMPLES, SHORT, Tree

ALL = [path for root, cls in heads.ROOTS.items() for path in heads.paths(root, cls)]
_FIRST = {path.steps: path for path in reversed(ALL)}
PATHS = [path for path in ALL if not path.steps[1:] or _FIRST[path.steps] is path]
"""Every key of every kind; what stands within a key that all kinds share is met once."""

CLASSES = list(dict.fromkeys(path.owner for path in PATHS))

every_key = pytest.mark.parametrize("path", PATHS, ids=str)


def said(path: Path, tree: Tree) -> tuple[list[Problem], dict[str, int]]:
    text = written(path.root, tree)
    return heads.problems(path.root, text), text.lines


def read(path: Path, tree: Tree) -> Any:
    return heads.read(path.root, written(path.root, tree))


# -- a. accepted ---------------------------------------------------------------------

_PLAIN = str.maketrans("ąćęłńóśźż", "acelnoszz")


def spellings(slot: Slot) -> set[str]:
    words = (slot.key.name, *slot.key.aliases)
    name = slot.key.name
    spaced = (name, name.translate(_PLAIN), name.replace(" ", "_"), name.replace(" ", "-"))
    return {*words, *spaced, *(word.upper() for word in words)}


@every_key
def test_a_key_gives_one_value_in_every_spelling(path: Path) -> None:
    wanted = read(path, head(path))
    for spelling in spellings(path.slot) - {path.slot.key.name}:
        assert read(path, head(path, spelling=spelling)) == wanted, spelling


@pytest.mark.parametrize("path", [p for p in PATHS if not p.slot.required], ids=str)
def test_a_key_changes_what_is_read(path: Path) -> None:
    without = head(path)
    place: Any = without
    for step in path.steps[:-1]:
        place = place[step.key.name]
        place = place[-1] if isinstance(place, list) else place
    del place[path.slot.key.name]
    text = written(path.root, without)
    assert heads.problems(path.root, text) or heads.read(path.root, text) != read(path, head(path))


@pytest.mark.parametrize("name", SHORT)
def test_what_may_be_written_as_one_text_is_read(name: str) -> None:
    found = [path for path in PATHS if path.form.nested and path.form.scalar.__name__ == name]
    assert found
    for path in found:
        value = SHORT[name].good
        assert read(path, head(path, [value] if path.is_list else value)), path


# -- b. refused ----------------------------------------------------------------------


def wrongs(path: Path) -> list[tuple[Any, str]]:
    """Values that a key refuses, each with words of the refusal."""
    listed = [(heads.listed(path, value), words) for value, words in _typed(path)]
    return [*listed, *_shaped(path)]


def _typed(path: Path) -> list[tuple[Any, str]]:
    form = path.form
    if form.scalar is Answers:
        return [("dużo", "to za mało"), ({"Tak": "dużo"}, "nie jest liczbą")]
    if form.nested and hasattr(form.scalar, "from_text"):
        sample = SHORT[form.scalar.__name__]
        return [(sample.wrong, sample.words)]
    if form.nested:
        return [("Próba", "to za mało – zapisz niżej, z wcięciem, klucze: ")]
    if form.reads:
        return [(SAMPLES[form.reads.shape].wrong, SAMPLES[form.reads.shape].words)]
    near = str(next(iter(form.scalar)).value)
    offered = f"nie ma wartości „{near}x” – napisz „{near}”"
    return [("zzz", "nie ma wartości „zzz” – możliwe: "), (f"{near}x", offered)]


def _shaped(path: Path) -> list[tuple[Any, str]]:
    """Lists and keys where one text should stand, and the other way round."""
    form = path.form
    if path.is_list:
        torn = [(Raw("[a, b]"), "lista w nawiasie rozrywa tekst")] if form.torn else []
        return [*torn, *([] if form.nested else [({"a": "b"}, "tu ma stać lista – zacznij")])]
    if form.nested:
        return [([{"a": "b"}], "to za mało – zapisz niżej, z wcięciem, ")]
    return [
        (["Próba"], "tu nie może stać lista – wpisz jedną wartość: "),
        (Raw("[Próba]"), "nawias na początku wartości – ujmij ją w cudzysłów"),
    ]


@every_key
def test_a_wrong_value_is_answered_once_where_it_stands(path: Path) -> None:
    key = f"{path.prefix}{path.slot.key.name}"
    for value, words in wrongs(path):
        found, lines = said(path, head(path, value))
        (problem,) = found
        assert problem.key.partition(".Tak")[0] in (key, f"{key}[1]"), (value, problem)
        assert problem.line == lines[problem.key], (value, problem)
        assert words in problem.message, (value, problem)
        advice = problem.message.partition(" – ")[2].strip()
        assert advice, problem
        assert not advice.endswith(":"), problem


def test_every_wrong_value_names_the_key_in_its_own_spelling() -> None:
    for path in PATHS:
        value = heads.listed(path, _typed(path)[0][0])
        for spelling in {*path.slot.key.aliases, path.slot.key.name.upper()}:
            (problem,) = said(path, head(path, value, spelling))[0]
            assert problem.key.startswith(f"{path.prefix}{path.slot.key.name}")


# -- c. twice, misspelt, missing -----------------------------------------------------


@every_key
def test_a_key_given_twice_names_its_first_line(path: Path) -> None:
    name = path.slot.key.name
    again = name.upper() if name.upper() != name else name.lower()
    tree = head(path)
    _within(tree, path)[again] = heads.good(path)
    found, lines = said(path, tree)
    (problem,) = found
    first = _key_line(path, tree, name)
    assert problem.key == f"{path.prefix}{again}"
    assert problem.message == f"klucz jest już w wierszu {first} – zostaw jeden"
    assert problem.line == _key_line(path, tree, again)
    assert problem.line <= lines[problem.key]


def _within(tree: Tree, path: Path) -> Tree:
    """The mapping in which a key stands."""
    for step in path.steps[:-1]:
        found = tree[step.key.name]
        tree = found[-1] if isinstance(found, list) else found
    return tree


def _key_line(path: Path, tree: Tree, key: str) -> int:
    """The line of a key: of its value, if that is a text, else the one above."""
    value = _within(tree, path)[key]
    return written(path.root, tree).lines[f"{path.prefix}{key}"] - (not isinstance(value, str))


@every_key
def test_a_slip_is_answered_by_the_key_that_was_meant(path: Path) -> None:
    name = path.slot.key.name
    slip = f"{name}{name[-1]}"
    tree = head(path, spelling=slip)
    (problem,) = said(path, tree)[0]
    assert problem.key == f"{path.prefix}{slip}"
    assert problem.line == _key_line(path, tree, slip)
    assert problem.message == f"nieznany klucz – napisz „{name}”"


def slips(word: str) -> set[str]:
    """A word with a letter lost, doubled, mistaken, and with two letters swapped."""
    half = len(word) // 2
    left, letter, right = word[:half], word[half], word[half + 1 :]
    return {
        f"{left}{right}",
        f"{word}{word[-1]}",
        f"{left}x{right}",
        f"{left}{right[0]}{letter}{right[1:]}",
    }


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_slip_is_answered_by_the_key_that_was_meant(cls: type) -> None:
    known = grammar.slots(cls)
    common = grammar.slots(Record) if cls not in (Record, Debate) else {}
    for word in (word for word in known if len(word) > 4 and word not in common):
        for slip in slips(word) - known.keys():
            near = grammar.nearest(cls, slip)
            assert near, (word, slip)
            assert near == known[word], (word, slip, near.key.name)


@pytest.mark.parametrize("path", [p for p in PATHS if p.slot.required], ids=str)
def test_a_missing_key_is_asked_for_once(path: Path) -> None:
    name = path.slot.key.name
    tree = head(path)
    place = _within(tree, path)
    del place[name]
    if not place:
        spare = next(one for one in grammar.keys(path.owner) if one.key.name != name)
        place[spare.key.name] = heads.good(Path(path.root, (*path.steps[:-1], spare)))
    found, lines = said(path, tree)
    (problem,) = found
    assert problem.key == f"{path.prefix}{name}"
    assert problem.message.startswith(f"brak wymaganego klucza – dopisz „{name}:")
    top = 1 if path.root == "jednostka" else 2
    assert problem.line == (lines[path.prefix.rstrip(".")] if path.prefix else top)


def test_the_table_holds_every_type_and_no_other() -> None:
    used = {path.form.reads.shape for path in PATHS if path.form.reads}
    assert used == set(SAMPLES)
    nested = {path.form.scalar for path in PATHS if path.form.nested}
    assert {cls.__name__ for cls in nested if hasattr(cls, "from_text")} == set(SHORT)
    beside = {key for _, key in (*BESIDE, *BEFORE)} | set(COMMON_BESIDE)
    known = set(chain.from_iterable(grammar.slots(cls) for cls in CLASSES))
    assert {fold(key) for key in beside} <= known
