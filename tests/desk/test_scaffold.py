"""New files: what is known is read back, what is offered can be uncommented as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.desk.new import naming
from plugins.desk.writing.scaffold import Scaffold, blocks, grouped, uncommented
from plugins.newsroom import fields, grammar, parsing, source
from plugins.newsroom.kinds import KINDS

LIVE = {
    "debaty": {"termin": "2027-02-18 17:00", "miejsce": "aula"},
    "sprawozdania": {"debata": "park"},
    "wnioski": {"historia": [{"data": "2026-10-08", "status": "zgłoszony"}]},
    "aktualnosci": {},
    "programy": {"okres": "2025–2027"},
    "rejony": {"dzielnicowy": "asp. Jan Nowak"},
    "podmioty": {},
    "miejsca": {},
    "cykle": {},
    "strony": {},
}
IDS = {folder: ["pierwszy", "drugi"] for folder in KINDS}


def scaffold(folder: str, title: str = "Tytuł") -> str:
    record: type = KINDS[folder].record
    key = grammar.slots(record)["tytul"].key.name
    head = {key: title, "data publikacji": "2026-11-22", **LIVE[folder]}
    return Scaffold(folder, head, "Treść.", ids=IDS).text


def path(folder: str) -> str:
    return naming.path(folder, "w-2026-001" if folder == "wnioski" else "nowy", 2026)


def offered() -> Iterator[tuple[str, tuple[str, ...]]]:
    for folder in KINDS:
        for _, slots in grouped(folder):
            keys = tuple(slot.key.name for slot in slots)
            if not set(keys) & set(LIVE[folder]):
                yield folder, keys


@pytest.mark.parametrize(("folder", "keys"), list(offered()), ids=str)
def test_what_is_offered_can_be_uncommented_as_it_stands(
    folder: str, keys: tuple[str, ...]
) -> None:
    before = text = scaffold(folder)
    for key in keys:
        text = uncommented(text, key)
    assert text != before

    entry, _ = parsing.parse(path(folder), text.encode())

    assert not entry.warnings
    head = yaml.load(source.split("", text).head, Loader=yaml.BaseLoader)
    assert set(keys) <= set(head)


@pytest.mark.parametrize("folder", KINDS)
def test_a_scaffold_as_it_stands_is_right(folder: str) -> None:
    entry, _ = parsing.parse(path(folder), scaffold(folder).encode())

    assert entry.record.title == "Tytuł"
    assert entry.record.body.lead == "Treść."


@pytest.mark.parametrize("folder", KINDS)
def test_every_key_that_is_offered_is_explained(folder: str) -> None:
    lines = scaffold(folder).split("\n")
    for number, line in enumerate(lines):
        if found := re.match(r"#(\w[^:]*):", line):
            slot = grammar.slots(KINDS[folder].record)[fields.fold(found[1])]
            assert lines[number - 1].startswith(f"# {slot.key.help}")


@pytest.mark.parametrize("folder", KINDS)
def test_no_key_stands_in_a_file_twice(folder: str) -> None:
    keys = [slot.key.name for block in blocks(folder) for slot in block]

    assert len(keys) == len(set(keys))


HOSTILE = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp")), max_size=500
) | st.sampled_from(
    ["---", "- x", "a: b", "#1", "'", '"', "tak", "null", "[a]", "{a: b}", "|", "@"]
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(HOSTILE)
def test_any_title_is_read_back_or_named_as_wrong(title: str) -> None:
    title = " ".join(title.split())
    try:
        wanted = fields.line(title)
    except ValueError:
        return  # HTML is refused when it is typed
    if not wanted:
        return
    entry, _ = parsing.parse(path("miejsca"), scaffold("miejsca", title).encode())

    assert entry.record.title == wanted
    assert not entry.warnings


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(HOSTILE, st.sampled_from(sorted(KINDS)), st.integers(0, 3))
def test_a_suggested_name_is_one_that_a_file_may_have(title: str, folder: str, again: int) -> None:
    taken: set[str] = set()
    for _ in range(again + 1):
        name = naming.suggested(title, folder, taken, 2027)
        assert not naming.fault(name, folder, taken)
        assert fields.identifier(name) == name
        taken.add(name)


def test_a_long_title_gives_a_name_of_whole_words() -> None:
    title = "Bezpieczna droga do szkoły i z powrotem do domu przez osiedle i park"

    name = naming.suggested(title, "debaty", set(), 2027)

    assert name == "bezpieczna-droga-do-szkoly-i-z-powrotem-do-domu-przez"


@pytest.mark.parametrize(
    ("title", "folder", "name"),
    [
        ("Rok", "debaty", "rok-2027"),
        ("Debaty", "strony", "debaty-2027"),
        ("🙂", "debaty", "debata"),
        ("Park", "debaty", "park-2027-2"),
    ],
)
def test_a_name_that_is_taken_gets_the_year(title: str, folder: str, name: str) -> None:
    assert naming.suggested(title, folder, {"park", "park-2027"}, 2027) == name
