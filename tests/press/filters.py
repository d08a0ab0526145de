"""Filters of the tiny site's theme."""

from __future__ import annotations


def shout(value: str) -> str:
    return f"{value}!"


FILTERS = {"shout": shout}
