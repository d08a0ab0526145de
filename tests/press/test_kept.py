"""Views as they go to workers and into the store, and back."""

from __future__ import annotations

import pickle
import zlib
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from plugins.outputs import Later, Output, Text
from plugins.press import kept
from plugins.press.kept import Keeper, Packed, loaded
from plugins.press.store import KeptView
from tests.press import makers


class Tone(Enum):
    LOUD = "głośny"
    QUIET = "cichy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    tone: Tone
    menu: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sum:
    """Not what it is given."""

    of: tuple[int, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "of", (*self.of, sum(self.of)))


@dataclass(frozen=True, slots=True)
class View:
    frame: Frame
    body: Text
    day: date | None
    at: datetime
    share: Decimal
    sums: tuple[Sum, ...] = ()


LOUD, QUIET = Frame(tone=Tone.LOUD, menu=("a", "b")), Frame(tone=Tone.QUIET)
AT = datetime(2026, 11, 23, 8, tzinfo=ZoneInfo("Europe/Warsaw"))


def output(number: int, frame: Frame) -> Output:
    view = View(frame, Text(f"{number:032}"), None, AT, Decimal("1.50"), (Sum((1, 2)),))
    later = Later(lambda: view, texts=[view.body.digest])
    return Output(f"{number}.html", makers.page, later, "page.html", "x.md")


def packed(*items: Output) -> list[Packed]:
    keeper = Keeper()
    found = [keeper.packed(item) for item in items]
    assert all(found)
    return [one for one in found if one]


def test_what_is_packed_comes_back_from_either() -> None:
    items = [output(n, frame) for n, frame in enumerate((LOUD, LOUD, QUIET, LOUD, QUIET))]
    many = packed(*items)
    assert len({piece for one in many for piece in one.pieces}) == 2
    for item, one in zip(items, many, strict=True):
        data, pieces = one.kept()
        view = KeptView("key", "recipe", data, pieces, "nowy plik")
        for back in (one.item(), loaded(view, one.pieces, {})):
            assert back is not None
            assert (back.place, back.make, back.source) == (item.place, item.make, item.source)
            assert back.view == item.view
            assert back.view.at.tzinfo is AT.tzinfo  # type: ignore[attr-defined]


def test_another_body_may_be_put_in() -> None:
    [one] = packed(output(1, LOUD))
    view = KeptView("key", "recipe", *one.kept(), "nowy plik")
    back = loaded(view, {}, {f"{1:032}": f"{2:032}"})
    assert back is not None
    assert back.view == output(2, LOUD).view


class _Evil:
    def __init__(self, call: Any, *args: object) -> None:
        self.way = call, args

    def __reduce__(self) -> tuple[Any, tuple[object, ...]]:
        return self.way


@pytest.mark.parametrize(
    "evil",
    [
        _Evil(print, "x"),
        _Evil(kept._made, "os:system", "x"),
        _Evil(kept._made, "builtins:print", "x"),
        _Evil(kept._made, "plugins.press.staging:write", "x", b"x"),
    ],
)
def test_nothing_else_is_called(evil: _Evil, capsys: pytest.CaptureFixture[str]) -> None:
    data = zlib.compress(pickle.dumps(evil))
    assert loaded(KeptView("key", "recipe", data, "", "nowy plik"), {}, {}) is None
    assert capsys.readouterr().out == ""
