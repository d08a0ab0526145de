"""The same names as in `filters`, another code."""

from __future__ import annotations


def shout(value: str) -> str:
    return f"{value}?!"


FILTERS = {"shout": shout}
