"""The medians as bars: an SVG that needs nothing beside it, drawn from values alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import chain

WIDTH, NAMES, LABELS = 760, 230, 70
"""Of the drawing, of the column of names, and of the room for a bar's own figure."""
ROW, BAR, HEAD, GAP = 20, 14, 26, 14
OURS, OTHERS, INK, QUIET = "#0c2c5e", "#8a9bb5", "#1a1a1a", "#5a5a5a"


@dataclass(frozen=True, slots=True)
class Bar:
    """A tool's seconds, as they are written beside the bar; ``ours`` stands out."""

    name: str
    seconds: float
    label: str
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """One scenario."""

    title: str
    bars: tuple[Bar, ...]


def svg(title: str, panels: Sequence[Panel]) -> str:
    """The drawing; one scale for all panels, from nought to the longest bar of all."""
    *tops, height = _tops(panels)
    longest = max(bar.seconds for panel in panels for bar in panel.bars)
    scale = (WIDTH - NAMES - LABELS) / longest
    drawn = (_panel(one, top, scale) for one, top in zip(panels, tops, strict=True))
    body = "\n".join(chain.from_iterable(drawn))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" role="img" aria-labelledby="tytul" '
        'font-family="system-ui, sans-serif" font-size="13">\n'
        f'<title id="tytul">{escape(title)}</title>\n'
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>\n'
        f"{_text(12, 24, title, size=15, weight='bold')}\n{body}\n</svg>\n"
    )


def _tops(panels: Sequence[Panel]) -> list[int]:
    """Where each panel begins, and where the last one ends."""
    tops = [40]
    for panel in panels:
        tops.append(tops[-1] + HEAD + ROW * len(panel.bars) + GAP)
    return tops


def _panel(panel: Panel, top: int, scale: float) -> Iterator[str]:
    yield _text(12, top + 17, panel.title, weight="bold")
    for place, bar in enumerate(panel.bars):
        yield from _bar(bar, top + HEAD + ROW * place, scale)


def _bar(bar: Bar, top: int, scale: float) -> Iterator[str]:
    width = max(bar.seconds * scale, 1)
    weight = "bold" if bar.ours else "normal"
    fill = OURS if bar.ours else OTHERS
    yield _text(NAMES - 8, top + 12, bar.name, anchor="end", weight=weight)
    yield f'<rect x="{NAMES}" y="{top}" width="{width:.1f}" height="{BAR}" fill="{fill}"/>'
    yield _text(NAMES + width + 6, top + 12, bar.label, weight=weight, fill=QUIET)


def _text(
    x: float,
    y: float,
    words: str,
    *,
    anchor: str = "start",
    weight: str = "normal",
    size: int = 13,
    fill: str = INK,
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y}" text-anchor="{anchor}" font-weight="{weight}" '
        f'font-size="{size}" fill="{fill}">{escape(words)}</text>'
    )
