"""A picture of a title, drawn by Pillow: 16 colours, some 15 kB, a few milliseconds.

All is drawn in shades between two colours, so that a pixel's number is its colour: 0 amber, 5
navy, 15 white. Letters are drawn once a process and set side by side, five times as fast as
line by line: a site of 10,000 pages has as many pictures.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from plugins.layout.sharing import HEIGHT, WIDTH, Share
from plugins.newsroom import typography
from plugins.outputs import Tools

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

AMBER, NAVY, WHITE = (255, 192, 46), (12, 44, 94), (255, 255, 255)
_AMBER, _NAVY, _WHITE = 0, 5, 15

SIDE = 64
STRIP = 540
"""Where the unit's white strip starts."""

TITLE_SIZES = (88, 76, 66, 58, 50, 44)
TITLE_LINES = {88: 3, 76: 3, 66: 4, 58: 4, 50: 5, 44: 6}
"""Size of type → lines for which there is room."""


class Type(NamedTuple):
    """A cut of Lato and its size in pixels."""

    cut: str
    size: int


KIND, WHEN, BADGE, UNIT = Type("Bold", 38), Type("Bold", 48), Type("Bold", 34), Type("Bold", 36)


def made(view: Share, tools: Tools) -> bytes:
    """A PNG, the same bytes for the same words."""
    del tools
    image = _ground().copy()
    _set(image, SIDE, 92, view.kind, KIND, _AMBER)
    size, lines = fitted(view.title, WIDTH - 2 * SIDE)
    top = 128 if view.kind or view.badge else 60
    for number, line in enumerate(lines):
        _set(
            image,
            SIDE,
            top + round(size * (0.9 + 1.12 * number)),
            line,
            Type("Black", size),
            _WHITE,
        )
    end = _set(image, SIDE, 508, view.when, WHEN, _WHITE)
    if view.is_off and view.when:
        image.paste(_WHITE, (SIDE - 6, 490, end + 6, 496))
    if view.badge:
        _pill(image, view.badge)
    _strip(image, view)
    image.putpalette(_palette())
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=6, compress_type=3, bits=4)  # 3: zlib.Z_RLE
    return out.getvalue()


def fitted(title: str, room: int) -> tuple[int, list[str]]:
    """The largest size at which a title has room, and its lines; the longest is cut at the end."""
    title = typography.tied(title)
    for size in TITLE_SIZES:
        lines = wrapped(title, Type("Black", size), room)
        if len(lines) <= TITLE_LINES[size]:
            return size, lines
    kept = lines[: TITLE_LINES[size]]
    return size, [*kept[:-1], f"{kept[-1][:-2].rstrip(' ,.–-')}…"]


def wrapped(text: str, type_: Type, room: int) -> list[str]:
    """Lines no wider than ``room``; a word wider than that is cut."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, type_) <= room:
            lines[-1] = longer
        else:
            lines += _cut(word, type_, room)
    return [line for line in lines if line]


def _cut(word: str, type_: Type, room: int) -> list[str]:
    pieces = [""]
    for sign in word:
        if width(pieces[-1] + sign, type_) > room:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def _strip(image: Image, view: Share) -> None:
    """Whose page it is; that the unit is fictional."""
    _set(image, SIDE, 598, view.unit, UNIT, _NAVY)
    if view.is_fictional:
        words = "jednostka fikcyjna"
        _set(image, WIDTH - SIDE - round(width(words, BADGE)), 598, words, BADGE, _NAVY)


def _pill(image: Image, words: str) -> None:
    """The state, at the right of the first line."""
    left = WIDTH - SIDE - 48 - round(width(words, BADGE))
    image.paste(_AMBER, (left, 48, WIDTH - SIDE, 108))
    _set(image, left + 24, 90, words, BADGE, _NAVY)


# -- letters ---------------------------------------------------------------------------------


def _set(image: Image, left: int, line: int, text: str, type_: Type, colour: int) -> int:
    """Letters on a line; where they end."""
    place = float(left)
    for sign, following in _pairs(text):
        letter = _letter(type_, sign)
        if letter:
            image.paste(colour, (round(place) + letter.left, line + letter.top), letter.mask)
        place += _step(type_, sign, following)
    return round(place)


def width(text: str, type_: Type) -> float:
    """Pixels that a line takes."""
    return sum(_step(type_, *pair) for pair in _pairs(text))


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Each sign with the one after it; a space follows the last."""
    return zip(text, text[1:] + " ", strict=False)


class _Letter(NamedTuple):
    mask: Image
    left: int
    top: int


@cache
def _letter(type_: Type, sign: str) -> _Letter | None:
    """A sign as drawn, and where from its place on the line; ``None``: a space."""
    from PIL import Image, ImageDraw

    if sign in f" {typography.NBSP}":
        return None
    font = _font(type_)
    left, top, right, bottom = map(round, font.getbbox(sign, anchor="ls"))
    mask = Image.new("L", (right - left + 1, bottom - top + 1))
    ImageDraw.Draw(mask).text((-left, -top), sign, font=font, fill=255, anchor="ls")
    return _Letter(mask, left, top)


@cache
def _step(type_: Type, sign: str, following: str) -> float:
    """How far the next sign stands from this one, their kerning included."""
    font = _font(type_)
    return font.getlength(sign + following) - font.getlength(following)


@cache
def _font(type_: Type) -> FreeTypeFont:
    import font_lato
    from PIL import ImageFont

    path = font_lato.font_files[f"Lato{type_.cut}"]
    return ImageFont.truetype(path, type_.size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _ground() -> Image:
    from PIL import Image

    ground = Image.new("L", (WIDTH, HEIGHT), _NAVY)
    ground.paste(_WHITE, (0, STRIP, WIDTH, HEIGHT))
    ground.paste(_AMBER, (0, STRIP - 8, WIDTH, STRIP))
    return ground


@cache
def _palette() -> list[int]:
    """The colours between amber, navy and white."""
    first = [_between(AMBER, NAVY, step / _NAVY) for step in range(_NAVY)]
    rest = _WHITE - _NAVY
    second = [_between(NAVY, WHITE, step / rest) for step in range(rest + 1)]
    return [part for colour in (*first, *second) for part in colour]


def _between(one: tuple[int, ...], other: tuple[int, ...], share: float) -> tuple[int, ...]:
    return tuple(round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
