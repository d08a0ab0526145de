"""The picture of a link: its weight, its letters, its colours, its words in their room."""

from __future__ import annotations

import io
from itertools import pairwise

import font_lato
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFont

from plugins.layout import sharing
from plugins.layout.sharing import HEIGHT, WIDTH, Share
from plugins.sharing import drawing
from plugins.sharing.drawing import AMBER, NAVY, SIDE, STRIP, WHITE, Type, fitted, made, width

LONG = "Bezpieczeństwo pieszych i rowerzystów na skrzyżowaniach w całym mieście i gminie. " * 6
ROOM = WIDTH - 2 * SIDE


def share(title: str = "Okolice dworca wieczorem", **given: object) -> Share:
    usual = {"when": "czwartek, 10 grudnia 2026 r., godz. 17:00", "badge": "Zmieniony termin"}
    words = {"kind": "Debata społeczna", "unit": "KMP w Przykładowie", "is_fictional": True}
    return Share(title=title, **{"is_off": False, **usual, **words, **given})  # type: ignore[arg-type]


def drawn(one: Share) -> Image.Image:
    return Image.open(io.BytesIO(made(one, None)))  # type: ignore[arg-type]


def test_it_is_a_png_as_large_as_networks_want_and_light() -> None:
    data = made(share(LONG), None)  # type: ignore[arg-type]
    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, image.size) == ("PNG", (1200, 630))
    assert len(data) < 60_000
    assert data == made(share(LONG), None)  # type: ignore[arg-type]


def _luminance(colour: tuple[int, ...]) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [c / 255 for c in colour]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_every_pair_of_colours_that_meet_in_words_can_be_read() -> None:
    assert min(_contrast(WHITE, NAVY), _contrast(AMBER, NAVY)) >= 7


def test_only_these_colours_and_those_between_them_are_used() -> None:
    image = drawn(share()).convert("RGB")
    used = {colour for _, colour in image.getcolors(1 << 20)}
    assert {AMBER, NAVY, WHITE} <= used
    assert len(used) <= 16


def _inked(image: Image.Image, box: tuple[int, int, int, int]) -> bool:
    return len(image.convert("RGB").crop(box).getcolors(1 << 20) or ()) > 1


def test_words_keep_off_the_edges_and_off_each_other() -> None:
    image = drawn(share(LONG))
    assert not _inked(image, (0, 0, SIDE - 8, STRIP - 8))
    assert not _inked(image, (WIDTH - SIDE + 8, 0, WIDTH, STRIP - 8))
    assert not _inked(image, (0, 0, WIDTH, 40))


def test_a_day_that_holds_no_more_is_struck_out() -> None:
    line = (SIDE, 490, SIDE + 300, 496)
    assert _inked(drawn(share()), line)
    assert not _inked(drawn(share(is_off=True)), line)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("aąWł –fi.AV"), min_size=1, max_size=400))
def test_a_title_has_room_whatever_it_is(title: str) -> None:
    size, lines = fitted(title, ROOM)
    assert len(lines) <= drawing.TITLE_LINES[size]
    assert all(width(line, Type("Black", size)) <= ROOM for line in lines)


def test_a_short_title_is_set_whole_and_large() -> None:
    size, lines = fitted("Okolice dworca i rynku", ROOM)
    assert size == drawing.TITLE_SIZES[0]
    assert " ".join(lines).replace("\N{NO-BREAK SPACE}", " ") == "Okolice dworca i rynku"
    assert not any(line.endswith(" i") for line in lines)


def test_a_title_without_end_is_cut_with_an_ellipsis() -> None:
    size, lines = fitted(LONG, ROOM)
    assert size == drawing.TITLE_SIZES[-1]
    assert lines[-1].endswith("…")


def test_letters_stand_where_the_library_would_set_them() -> None:
    for text in ("AVAWA – Tor „Łąka”", "godz. 17:00"):
        font = ImageFont.truetype(font_lato.font_files["LatoBlack"], 66, layout_engine=0)
        assert abs(width(text, Type("Black", 66)) - font.getlength(text)) < 2


def test_sizes_go_down() -> None:
    assert all(one > other for one, other in pairwise(drawing.TITLE_SIZES))


def test_the_type_has_every_sign_that_is_said_to_be_shown() -> None:
    for cut in ("LatoBold", "LatoBlack"):
        font = ImageFont.truetype(font_lato.font_files[cut], 40, layout_engine=0)
        missing = bytes(font.getmask("\ufffe"))
        lacking = {sign for sign in sharing._SIGNS - {" "} if bytes(font.getmask(sign)) == missing}
        assert lacking == set()


def test_the_size_is_that_which_pages_tell() -> None:
    assert drawn(share()).size == (WIDTH, HEIGHT)
