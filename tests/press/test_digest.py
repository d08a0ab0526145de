"""Digests of many views at once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from plugins.outputs import Text
from plugins.press.digest import Views, encoded


@dataclass(frozen=True, slots=True)
class Frame:
    menu: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class View:
    title: str
    frame: Frame
    body: Text
    other: Frame | None = None


FRAME = Frame(("A", "B"), "KPP")
VIEW = View("A", FRAME, Text("t"))

frames = st.builds(Frame, st.tuples(st.sampled_from("ab")), st.sampled_from("ab"))
views = st.builds(
    View, st.sampled_from("ab"), frames, st.builds(Text, st.sampled_from("ab")), st.none() | frames
)


@given(st.lists(views))
def test_views_are_equal_exactly_when_their_digests_are(many: list[View]) -> None:
    digests = Views()
    by_digest = {digests.keyed(view, "r").key: view for view in many}
    assert set(by_digest.values()) == set(many)
    assert len(by_digest) == len(set(many))


@given(st.lists(views), st.lists(views))
def test_a_digest_does_not_depend_on_what_came_before(before: list[View], many: list[View]) -> None:
    digests = Views()
    for view in before:
        digests.keyed(view, "r")
    again = [digests.keyed(view, "r").key for view in many]
    assert again == [Views().keyed(view, "r").key for view in many]


def test_a_shared_record_is_encoded_once() -> None:
    digests = Views()
    digests.keyed(VIEW, "r")
    object.__setattr__(FRAME, "name", "zmieniona wbrew zasadom")
    try:
        same = digests.keyed(replace(VIEW, title="A"), "r").key
    finally:
        object.__setattr__(FRAME, "name", "KPP")
    assert same == Views().keyed(VIEW, "r").key


def test_the_recipe_is_part_of_a_digest() -> None:
    assert Views().keyed(VIEW, "r").key != Views().keyed(VIEW, "s").key
    assert Views().keyed("", "r").key != Views().keyed("", "s").key


def test_a_view_is_encoded_as_readable_json() -> None:
    assert encoded(VIEW).decode() == (
        '{"title":"A","frame":{"menu":["A","B"],"name":"KPP"},"body":{"digest":"t"},"other":null}'
    )
