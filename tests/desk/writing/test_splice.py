"""Changed heads say what was meant, and every other byte is where it was."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plugins.desk.writing import emit
from plugins.desk.writing.emit import Plain
from plugins.desk.writing.heads import Keys, canonical, merged
from plugins.desk.writing.splice import body, edited, plain
from plugins.newsroom import grammar
from plugins.problems import Problems

ROOT = Path(__file__).parents[3]
FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in ("*/**/*.md", "jednostka.yml")
    for path in (ROOT / "content").glob(pattern)
)
PATH = "content/debaty/x.md"

HEAD = """\
---
# z góry
tytuł: Bezpieczna droga   # po tytule
data publikacji: 2026-03-03

termin: "2026-03-12 17:00"  # wyznaczył komendant
prowadzący:
  # najpierw naczelnik
  - podkom. Anna Zawilska, naczelnik   # po pierwszym
  - asp. Jan Nowak, dzielnicowy
porządek:
  - godz: 17:00
    # o czym
    punkt: Otwarcie   # po punkcie
  - godz: 17:10
    punkt: Rozmowa
nieznany: zostaje
# na końcu
---

Treść.
"""


def changed(changes: dict[str, Plain | None], text: str = HEAD) -> str:
    return edited(PATH, text.encode(), changes).decode()


def test_a_value_changes_in_its_quotes_before_its_comment() -> None:
    assert changed({"termin": "2026-03-19 17:00"}) == HEAD.replace("03-12", "03-19")
    assert changed({"tytuł": "Nowa: droga"}) == HEAD.replace(
        "tytuł: Bezpieczna droga ", 'tytuł: "Nowa: droga" '
    )


def test_a_key_may_be_spelled_in_any_way() -> None:
    assert changed({"TYTUL": "Inny"}) == HEAD.replace("Bezpieczna droga", "Inny")
    text = HEAD.replace("tytuł:", "title:")
    assert changed({"tytuł": "Inny"}, text) == text.replace("Bezpieczna droga", "Inny")


def test_a_removed_key_takes_only_its_lines() -> None:
    assert changed({"termin": None}) == HEAD.replace(
        'termin: "2026-03-12 17:00"  # wyznaczył komendant\n', ""
    )


def test_a_new_key_stands_where_the_table_puts_it() -> None:
    lines = changed({"stan": "odwołana", "zmiany": [{"kiedy": "2026-03-05"}]}).split("\n")
    order = [line.split(":")[0] for line in lines if line and line[0] not in " -#"]
    table = [name for name in Keys.of(PATH).order() if name in order]
    assert [name for name in order if name in table] == table
    assert {"stan", "zmiany"} <= set(order)


def test_an_entry_of_a_list_changes_alone() -> None:
    people: list[Plain] = ["podkom. Anna Zawilska, naczelnik", "st. asp. Ewa Lis", "Jan Wilk"]
    assert changed({"prowadzący": people}) == HEAD.replace(
        "  - asp. Jan Nowak, dzielnicowy\n", "  - st. asp. Ewa Lis\n  - Jan Wilk\n"
    )


def test_a_key_of_an_entry_changes_alone() -> None:
    agenda: list[Plain] = [
        {"godz": "17:00", "punkt": "Powitanie"},
        {"godz": "17:10", "punkt": "Rozmowa", "kto": "wszyscy"},
    ]
    assert changed({"porządek": agenda}) == HEAD.replace("Otwarcie", "Powitanie").replace(
        "    punkt: Rozmowa\n", "    punkt: Rozmowa\n    kto: wszyscy\n"
    )


def test_a_removed_entry_leaves_the_others_and_their_comments() -> None:
    agenda: list[Plain] = [{"godz": "17:00", "punkt": "Otwarcie"}]
    assert changed({"porządek": agenda}) == HEAD.replace(
        "  - godz: 17:10\n    punkt: Rozmowa\n", ""
    )


def test_the_first_key_of_an_entry_may_go_or_come() -> None:
    agenda: list[Plain] = [{"punkt": "Otwarcie"}, {"godz": "17:10", "punkt": "Rozmowa"}]
    text = changed({"porządek": agenda})
    assert plain(PATH, text.encode())["porządek"] == agenda
    assert "po punkcie" in text
    assert changed({"porządek": [{"godz": "17:00", **agenda[0]}, agenda[1]]}, text) == HEAD.replace(  # type: ignore[dict-item]
        "    # o czym\n", ""
    )


def test_an_empty_key_of_a_scaffold_is_filled_before_its_hint() -> None:
    text = HEAD.replace("termin:", "koniec:   # godzina\ntermin:")
    assert changed({"koniec": "18:30"}, text) == text.replace("koniec:", "koniec: 18:30")


def test_one_value_in_place_of_a_list_is_no_change() -> None:
    text = HEAD.replace("nieznany", "rejony: rejon-1\nnieznany")
    assert changed({"rejony": ["rejon-1"]}, text) == text
    assert "rejony:\n  - rejon-1\n  - rejon-2\n" in changed(
        {"rejony": ["rejon-1", "rejon-2"]}, text
    )


def test_line_ends_and_the_byte_order_mark_stay() -> None:
    data = b"\xef\xbb\xbf" + HEAD.replace("\n", "\r\n").encode()
    new = edited(PATH, data, {"stan": "odwołana"})
    assert new.startswith(b"\xef\xbb\xbf---\r\n")
    assert new.count(b"\n") == new.count(b"\r\n") == data.count(b"\r\n") + 1
    mixed = HEAD.replace("Treść.\n", "Treść.\r\n").encode()
    assert edited(PATH, mixed, {"tytuł": "X"}).endswith(b"Tre\xc5\x9b\xc4\x87.\r\n")


def test_a_body_changes_between_its_blank_lines() -> None:
    assert edited(PATH, HEAD.encode(), {}, "Nowa\r\ntreść.\n\n").decode() == HEAD.replace(
        "Treść.", "Nowa\ntreść."
    )
    empty = HEAD[: HEAD.index("\nTreść")].rstrip("\n")
    assert body(PATH, edited(PATH, empty.encode(), {}, "Treść.")) == "Treść."


@pytest.mark.parametrize("path", FILES)
def test_what_does_not_change_is_not_written(path: str) -> None:
    data = (ROOT / path).read_bytes()
    assert edited(path, data, plain(path, data)) == data
    if path.endswith(".md"):
        assert edited(path, data, {}, body(path, data)) == data


TEXT = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1).map(str.strip)


@given(TEXT.filter(bool) | st.lists(TEXT.filter(bool), min_size=2).map("\n".join))
def test_every_text_is_written_so_that_yaml_reads_it_back(text: str) -> None:
    tree = {text: {"a": text, "b": [text, {"c": text, "d": text}]}} if "\n" not in text else {}
    written = emit.block("k", {"x": text, "y": [text, text], **tree})
    read = yaml.load(written, Loader=yaml.CBaseLoader)["k"]
    assert _stripped(read) == {"x": text, "y": [text, text], **tree}


def _stripped(value: Plain) -> Plain:
    """A literal's last newline is no part of what was written."""
    if isinstance(value, str):
        return value.removesuffix("\n")
    if isinstance(value, list):
        return [_stripped(one) for one in value]
    return {key: _stripped(one) for key, one in value.items()}


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, bytes, str, Plain | None]:
    """A sample file, one of its keys or another that it could have, and a new value."""
    path = draw(st.sampled_from(FILES))
    data = (ROOT / path).read_bytes()
    known = plain(path, data)
    key = draw(st.sampled_from(sorted({*known, *Keys.of(path).order()})))
    return path, data, key, draw(_another(known.get(key, "")))


def _another(value: Plain) -> st.SearchStrategy[Plain | None]:
    """A value like this one: a leaf changed, an entry gone, moved or new; or another text."""
    text = TEXT.filter(bool)
    if isinstance(value, list) and value:
        some = st.sampled_from(value).flatmap(_another).filter(lambda one: one is not None)
        more = st.tuples(st.integers(0, len(value)), some)
        return st.one_of(
            st.permutations(value),
            st.integers(0, len(value) - 1).map(lambda n: value[:n] + value[n + 1 :]),
            more.map(lambda put: [*value[: put[0]], put[1], *value[put[0] :]]),  # type: ignore[list-item]
            more.map(lambda put: [*value[: put[0]], put[1], *value[put[0] + 1 :]]),  # type: ignore[list-item]
        )
    if isinstance(value, dict) and value:
        pair = st.sampled_from(sorted(value)).flatmap(
            lambda key: st.tuples(st.just(key), _another(value[key]))
        )
        return pair.map(lambda put: {**value, put[0]: put[1]})  # type: ignore[dict-item]
    return st.none() | text | st.lists(text, min_size=2, max_size=3).map("\n".join)


@given(changes())
def test_only_the_lines_of_the_key_change(case: tuple[str, bytes, str, Plain | None]) -> None:
    path, data, key, value = case
    new = edited(path, data, {key: value})
    old_plain = plain(path, data)
    assert plain(path, new) == merged(old_plain, canonical({key: value}, Keys.of(path)))
    head, tail = _around(path, data, key)
    assert new.startswith(head)
    assert new.endswith(tail)


def _around(path: str, data: bytes, key: str) -> tuple[bytes, bytes]:
    """What stands before and behind the lines of a top-level key, found without our code."""
    lines = data.decode().splitlines(keepends=True)
    ours = [n for n, line in enumerate(lines) if _is_key(path, line, key)]
    if not ours:
        return b"", b""
    end = ours[0] + 1
    while end < len(lines) and (lines[end].startswith(" ") or lines[end].startswith("- ")):
        end += 1
    return "".join(lines[: ours[0]]).encode(), "".join(lines[end:]).encode()


def _is_key(path: str, line: str, key: str) -> bool:
    name, colon, _ = line.partition(":")
    return bool(colon) and not line.startswith((" ", "#", "-")) and Keys.of(path).name(name) == key


def test_the_table_knows_every_key_of_the_samples() -> None:
    for path in FILES:
        keys = Keys.of(path)
        assert keys.cls
        names = {slot.key.name for slot in grammar.keys(keys.cls)}
        assert set(plain(path, (ROOT / path).read_bytes())) <= names


def test_what_no_head_may_hold_is_refused_as_a_problem() -> None:
    with pytest.raises(Problems, match="niewidoczn"):
        changed({"tytuł": "Park\N{RIGHT-TO-LEFT OVERRIDE} nocą"})
