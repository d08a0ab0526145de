"""A poster set in type by typst: a tagged PDF (ISO 14289-1), equal bytes for an equal view."""

from __future__ import annotations

import io
import json
import re
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from plugins.outputs import File, Tools
from plugins.posters.views import Poster
from plugins.posters.words import words
from plugins.problems import Problem, Problems

if TYPE_CHECKING:
    from typst import Compiler

FONT = "Lato"
_LOGO = (600, 240)
"""Pixels that the unit's mark needs at most: 17 mm high at 300 to the inch."""


def made(view: Poster, tools: Tools) -> bytes:
    """The PDF; raises :class:`Problems` for a fault in the sheet and for a font that is missing."""
    typst, compiler = _typst(view.template)
    logo = list(_mark(tools.file(view.logo))) if view.logo else None
    told = words(view) | {"qr": code(view.url), "logo": logo}
    try:
        pdf, warnings = compiler.compile_with_warnings(
            tools.file(view.template),
            format="pdf",
            sys_inputs={"debate": json.dumps(told)},
            pdf_standards="ua-1",
            timestamp=_stamp(view),
        )
    except typst.TypstError as error:
        raise _problem(view.template, error.message, error.diagnostic) from error
    if warnings:
        raise _problem(view.template, warnings[0].message, warnings[0].diagnostic)
    assert isinstance(pdf, bytes), "one sheet is one file"
    return pdf


def code(url: str) -> str:
    """An address as a QR code (ISO/IEC 18004), SVG, with its quiet zone."""
    import segno

    svg = io.BytesIO()
    made = segno.make(url, error="m", micro=False)
    made.save(
        svg, kind="svg", border=4, xmldecl=False, omitsize=True, lineclass=None, svgclass=None
    )
    return svg.getvalue().decode()


def _mark(original: bytes) -> bytes:
    """The unit's mark, small enough for a sheet, without what its file tells besides."""
    from PIL import Image

    with Image.open(io.BytesIO(original)) as image:
        small = image.convert("RGBA")
    small.thumbnail(_LOGO)
    out = io.BytesIO()
    small.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def _stamp(view: Poster) -> int:
    """Seconds since 1970 of the record's last change: what the file says of its own making."""
    start = view.stamp.start if view.stamp else None
    return int(start.timestamp()) if start else 0


def _typst(template: File) -> tuple[ModuleType, Compiler]:
    """The library, heavy to load, and the process's compiler."""
    try:
        import typst

        return typst, _compiler()
    except ImportError as error:
        text = f"do plakatu brakuje biblioteki {error.name} – uruchom „./debaty build”, doda ją"
        raise Problems([Problem(template.path, 0, "", text)]) from error


@cache
def _compiler() -> Compiler:
    """One a process, with no font of the machine's own; it reads no file but the sheet."""
    import font_lato
    import typst

    folder = Path(font_lato.font_directory)
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[folder])
    if FONT not in fonts.families():
        text = f"brakuje czcionki {FONT} (biblioteka font-lato) – zainstaluj biblioteki od nowa"
        raise Problems([Problem(folder.name, 0, "", text)])
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=True, root=folder)


_LINE = re.compile(r"\.typ:(\d+):")


def _problem(template: File, message: str, diagnostic: str) -> Problems:
    """What typst says, at the line of the sheet that it names."""
    line = _LINE.search(diagnostic)
    text = f"nie udało się złożyć plakatu: {message} – popraw arkusz"
    return Problems([Problem(template.path, int(line[1]) if line else 0, "", text)])
