"""Which classes a view may be of, told by what their fields declare.

A field that could hold something mutable, unordered or ambiguous is refused before any page
is made: what is frozen and exact can be a key.
"""

from __future__ import annotations

import datetime
import types
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Literal, NewType, Union, get_args, get_origin, get_type_hints

_TEXT_LIKE = frozenset({"text", "day", "moment", "hour", "decimal"})
_PLAIN: dict[object, frozenset[str]] = {
    str: _TEXT_LIKE,
    int: frozenset({"number"}),
    bool: frozenset({"truth"}),
    types.NoneType: frozenset({"none"}),
    datetime.date: frozenset({"day"}),
    datetime.datetime: frozenset({"moment"}),
    datetime.time: frozenset({"hour"}),
    Decimal: frozenset({"decimal"}),
}
"""What each plain type looks like in JSON: two that overlap cannot share a union."""


@cache
def classes(view: type[Any]) -> frozenset[type]:
    """The view's class and every dataclass and enum that its fields reach.

    Raises TypeError naming ``Class.field`` when a field may hold anything but text, integers,
    decimals, booleans, None, dates, enums of these, tuples and frozen dataclasses of these. A
    float is refused: NaN has no JSON. A union is refused when its members look alike in JSON.
    """
    found: set[type] = set()
    waiting = list(_nested(view, view.__qualname__))
    while waiting:
        cls = waiting.pop()
        if cls not in found:
            found.add(cls)
            waiting += _of_fields(cls)
    return frozenset(found)


@cache
def record_fields(view: type[Any]) -> tuple[str, ...]:
    """The fields that always hold a record with fields of its own."""
    hints = get_type_hints(view)
    return tuple(field.name for field in fields(view) if is_dataclass(hints[field.name]))


def _of_fields(cls: type) -> Iterator[type]:
    if not is_dataclass(cls):
        return
    try:
        hints = get_type_hints(cls)
    except NameError as error:
        raise TypeError(f"{cls.__qualname__}: {error}; import its types at run time") from error
    for field in fields(cls):
        yield from _nested(hints[field.name], f"{cls.__qualname__}.{field.name}")


def _nested(hint: Any, place: str) -> Iterator[type]:
    """The classes directly inside a type; raises TypeError if the type is refused."""
    hint = _bare(hint)
    members = get_args(hint)
    if get_origin(hint) in (Union, types.UnionType):
        _tell_apart(members, place)
    elif get_origin(hint) is tuple:
        members = tuple(member for member in members if member is not Ellipsis)
    elif get_origin(hint) is Literal:
        members = tuple(type(member) for member in members)
    elif hint not in _PLAIN:
        yield _record(hint, place)
    for member in members:
        yield from _nested(member, place)


def _bare(hint: Any) -> Any:
    return _bare(hint.__supertype__) if isinstance(hint, NewType) else hint


def _record(hint: Any, place: str) -> type:
    """An enum of text or integers, or a frozen dataclass; else TypeError."""
    if isinstance(hint, type) and issubclass(hint, Enum):
        if all(type(member.value) in (str, int) for member in hint):
            return hint
        raise TypeError(f"{place}: an enum's values must be text or integers")
    if isinstance(hint, type) and is_dataclass(hint):
        if hint.__dataclass_params__.frozen:  # type: ignore[attr-defined]
            return hint
        raise TypeError(f"{place}: the dataclass {hint.__qualname__} must be frozen")
    name = getattr(hint, "__qualname__", repr(hint))
    raise TypeError(f"{place}: a view cannot hold {name}, only frozen plain values")


def _tell_apart(members: Iterable[Any], place: str) -> None:
    taken: set[str] = set()
    for member in members:
        shapes = _shapes(_bare(member))
        if taken & shapes:
            raise TypeError(f"{place}: members of the union look alike in a key")
        taken |= shapes


def _shapes(hint: Any) -> frozenset[str]:
    """What values of a type may look like in JSON."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if get_origin(hint) is Literal:
        return frozenset().union(*(_PLAIN[type(value)] for value in get_args(hint)))
    if get_origin(hint) is tuple:
        return frozenset({"list"})
    if isinstance(hint, type) and issubclass(hint, Enum):
        return frozenset().union(*(_PLAIN.get(type(m.value), set()) for m in hint))
    if isinstance(hint, type) and is_dataclass(hint):
        return frozenset({"record " + " ".join(field.name for field in fields(hint))})
    return frozenset()  # refused by `_record`, which says why
