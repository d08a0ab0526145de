"""Which views can be keys (rule 1)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, make_dataclass
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Any, Literal, NewType

import pytest
from markupsafe import Markup

from plugins.outputs import File, Text
from plugins.press import digest
from plugins.press.declared import classes

Slug = NewType("Slug", str)


class Phase(StrEnum):
    PLANNED = "planowana"
    OVER = "zakończona"


class Odd(Enum):
    LIST = ("a",)


@dataclass
class Melted:
    title: str


@dataclass(frozen=True)
class Leaf:
    title: str


@dataclass(frozen=True)
class Other:
    name: str


@dataclass(frozen=True)
class Twin:
    title: str


@dataclass(frozen=True)
class Tree:
    leaf: Leaf | Other | None
    trees: tuple[Tree, ...] = ()


def view(hint: Any) -> type:
    return make_dataclass("View", [("field", hint)], frozen=True)


@pytest.mark.parametrize(
    "hint",
    [
        str,
        int,
        bool,
        None,
        Decimal,
        Slug,
        Phase,
        Text,
        File,
        Leaf,
        Tree,
        Literal["a", "b"],
        str | None,
        int | bool | str | None,
        dt.date | dt.datetime,
        tuple[str, ...],
        tuple[int, tuple[Leaf, ...]],
        Leaf | Other,
        tuple[Leaf, ...] | Leaf | str,
    ],
)
def test_plain_frozen_fields_are_accepted(hint: Any) -> None:
    classes(view(hint))


@pytest.mark.parametrize(
    "hint",
    [
        float,
        bytes,
        dict,
        dict[str, str],
        set[str],
        frozenset[str],
        list[str],
        tuple,
        tuple[list[str], ...],
        Any,
        object,
        Melted,
        tuple[Melted, ...],
        Odd,
        Markup,
        dt.timedelta,
        str | dt.date,
        str | Phase,
        Literal["a"] | dt.date,
        Leaf | Twin,
        tuple[str, ...] | tuple[int, ...],
        Decimal | str,
    ],
)
def test_any_other_field_is_refused_by_name(hint: Any) -> None:
    with pytest.raises(TypeError, match=r"View\.field"):
        classes(view(hint))


@pytest.mark.parametrize("view", [Melted("x"), {}, [], (), 1.5, b""])
def test_a_view_itself_is_checked(view: Any) -> None:
    with pytest.raises(TypeError, match=type(view).__name__):
        digest.of(view)


def test_every_reachable_class_is_found() -> None:
    assert classes(Tree) == {Tree, Leaf, Other}


@dataclass(frozen=True)
class Anything:
    """Declares text; a careless maker may put in anything."""

    field: str


@pytest.mark.parametrize("value", [object(), Markup("x"), (i for i in "ab"), len, 1j])
def test_a_value_of_unknown_type_raises(value: Any) -> None:
    with pytest.raises(TypeError):
        digest.of(Anything(value))


def test_the_order_in_a_set_never_shows() -> None:
    one, two = {"a", "b", "c"}, {"c", "b", "a"}
    assert digest.of(Anything(one)) == digest.of(Anything(two))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (Anything("1"), Anything(1)),  # type: ignore[arg-type]
        (Anything(True), Anything(1)),  # type: ignore[arg-type]
        (Anything(""), Anything(None)),  # type: ignore[arg-type]
        (Leaf("a"), Other("a")),
        (Tree(Leaf("a")), Tree(Other("a"))),
        (Tree(None, (Tree(None),)), Tree(None)),
    ],
)
def test_different_views_have_different_digests(one: Any, two: Any) -> None:
    assert digest.of(one) != digest.of(two)
