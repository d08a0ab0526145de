"""The slip for the signature, put at the end of a page of the preview."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from plugins.layout.dating import day

_STYLE = """
.zgoda { margin-top: 2rem; padding: 1rem; border: 2px solid; break-inside: avoid; font-size: 10pt; }
.zgoda h2 { margin: 0 0 .5rem; font-size: 12pt; }
.zgoda dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 0; }
.zgoda dd { margin: 0; overflow-wrap: anywhere; }
.zgoda p { margin: 1rem 0 0; }
.zgoda .kreski { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; padding-top: 2.5rem; }
.zgoda .kreski span { border-top: 1px solid; padding-top: .2rem; }
"""


@dataclass(frozen=True, slots=True)
class Slip:
    """What the signature stands under.

    ``version``: the start of the digest of the file, by which the approved text is known again;
    ``warnings``: what the checks say of the file.
    """

    path: str
    version: str
    printed: str
    approver: str
    warnings: tuple[str, ...] = ()


def signed(html: str, slip: Slip) -> str:
    """The page with the slip behind its main part."""
    end = html.rindex("</main>")
    return f"{html[:end]}{_slip(slip)}{html[end:]}"


def _slip(slip: Slip) -> str:
    told = (
        ("Plik", slip.path),
        ("Wersja", slip.version),
        ("Wydrukowano", day(slip.printed)),
        ("Sprawdzenie", "bez uwag" if not slip.warnings else "; ".join(slip.warnings)),
    )
    rows = "".join(f"<dt>{what}</dt><dd>{escape(value)}</dd>" for what, value in told)
    who = escape(slip.approver or "osoba zatwierdzająca")
    return (
        f"<style>{_STYLE}</style><section class='zgoda'><h2>Do zatwierdzenia</h2><dl>{rows}</dl>"
        "<p>☐ Zgadzam się na publikację&emsp;☐ Zwracam z uwagami</p>"
        f"<div class='kreski'><span>data</span><span>{who}, podpis</span></div></section>"
    )
