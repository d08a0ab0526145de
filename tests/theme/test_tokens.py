"""Contrast of every pair of colours that stands on the site, computed (WCAG 2, 1.4.3, 1.4.11)."""

from __future__ import annotations

import re

import pytest

from tests.theme.components import THEME

CSS = (THEME / "static/tokens.css").read_text("utf-8")

DARK, MORE = "prefers-color-scheme: dark", "prefers-contrast: more"
SCHEMES = {
    "light": (),
    "dark": (DARK,),
    "more contrast": (MORE,),
    "dark, more contrast": (DARK, MORE),
}

GROUNDS = ("surface", "surface-tint", "surface-raised")
TEXTS = (
    *(
        (text, ground)
        for text in ("text", "text-soft", "link", "link-visited")
        for ground in GROUNDS
    ),
    *(
        (text, tint)
        for text in ("text", "text-soft", "link")
        for tint in ("wait-tint", "stop-tint")
    ),
    *((name, f"{name}-tint") for name in ("now", "ok", "wait", "stop")),
    *(("mark", ground) for ground in GROUNDS),
    ("stop", "surface"),
    ("on-brand", "brand"),
    ("on-brand", "brand-strong"),
    ("on-accent", "accent"),
)
SHAPES = (
    *((mark, ground) for mark in ("mark", "line-strong", "now") for ground in GROUNDS),
    ("surface", "mark"),
    ("accent", "brand"),
    ("focus", "brand"),
)


def tokens(conditions: tuple[str, ...]) -> dict[str, str]:
    """Each token's value as written, where exactly these media conditions hold."""
    found: dict[str, str] = {}
    for condition, block in _blocks():
        if all(part in conditions for part in condition):
            found |= dict(re.findall(r"--([\w-]+):\s*([^;]+);", block))
    return found


def _blocks() -> list[tuple[tuple[str, ...], str]]:
    """(conditions, declarations) of every ``:root``, in order; other media are left out."""
    found = []
    for head, block in re.findall(r"(@media [^{]+\{\s*)?:root \{(.*?)\}", CSS, re.DOTALL):
        conditions = tuple(re.findall(r"\(([^)]+)\)", head))
        if "print" not in head and set(conditions) <= {DARK, MORE}:
            found.append((conditions, block))
    return found


def colour(values: dict[str, str], name: str) -> tuple[float, ...]:
    """Red, green and blue between 0 and 1."""
    value = values[name]
    while found := re.fullmatch(r"var\(--([\w-]+)\)", value):
        value = values[found[1]]
    assert re.fullmatch(r"#[0-9a-f]{6}", value), f"--{name}: {value}"
    return tuple(int(value[n : n + 2], 16) / 255 for n in (1, 3, 5))


def luminance(rgb: tuple[float, ...]) -> float:
    """Relative luminance (WCAG 2)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(values: dict[str, str], one: str, other: str) -> float:
    """From 1 to 21."""
    low, high = sorted(luminance(colour(values, name)) for name in (one, other))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_21() -> None:
    values = {"black": "#000000", "white": "#ffffff", "text": "var(--black)"}
    assert round(contrast(values, "text", "white"), 1) == 21


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_is_legible(scheme: str, text: str, ground: str) -> None:
    least = 7 if MORE in SCHEMES[scheme] else 4.5
    assert contrast(tokens(SCHEMES[scheme]), text, ground) >= least


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_shapes_are_seen(scheme: str, shape: str, ground: str) -> None:
    assert contrast(tokens(SCHEMES[scheme]), shape, ground) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", [*GROUNDS, "brand", "accent", "stop-tint", "wait-tint"])
def test_one_of_the_two_rings_of_focus_is_seen(scheme: str, ground: str) -> None:
    values = tokens(SCHEMES[scheme])
    assert max(contrast(values, ring, ground) for ring in ("focus", "focus-edge")) >= 3
