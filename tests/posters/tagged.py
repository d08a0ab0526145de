"""What a PDF says to a screen reader, walked through with pikepdf (ISO 14289-1, Matterhorn)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf


@dataclass(frozen=True)
class Element:
    """An element of the structure tree: its type, alternative text, and depth."""

    kind: str
    alt: str
    depth: int


def opened(data: bytes) -> Pdf:
    return pikepdf.open(io.BytesIO(data))


def elements(pdf: Pdf) -> list[Element]:
    """The structure tree in reading order."""
    return list(_below(pdf.Root.StructTreeRoot.K, 0))


def _below(node: pikepdf.Object, depth: int) -> Iterator[Element]:
    if isinstance(node, Array):
        for one in node:
            yield from _below(one, depth)
    elif isinstance(node, Dictionary) and Name.S in node:
        yield Element(str(node.S)[1:], str(node.get(Name.Alt, "")), depth)
        yield from _below(node.get(Name.K, Array()), depth + 1)


_DRAWS = frozenset(
    ("Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh")
)


def untagged(pdf: Pdf) -> list[str]:
    """Operators that draw outside all marked content: neither told nor said to be decoration."""
    found: list[str] = []
    for page in pdf.pages:
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            depth += name in ("BMC", "BDC")
            depth -= name == "EMC"
            if name in _DRAWS and not depth:
                found.append(f"{name} {operands}")
    return found
