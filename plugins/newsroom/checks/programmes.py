"""Editions of a programme point at each other."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.holdings import Holdings
from plugins.newsroom.kinds.programme import Edition, Programme
from plugins.problems import Problem


def editions_agree(holdings: Holdings) -> Iterator[Problem]:
    """If A is followed by B and B names what came before it, that must be A."""
    for programme in holdings.of(Programme):
        for key, edition, back in (
            ("następna edycja", programme.following, "previous"),
            ("poprzednia edycja", programme.previous, "following"),
        ):
            other = _other(holdings, edition)
            said: Edition | None = getattr(other, back) if other else None
            if other and said and said.programme != programme.id:
                written = said.programme or said.title
                message = f"„{other.id}” wskazuje na „{written}” – uzgodnij oba pliki"
                yield Problem(programme.path, 0, key, message)


def _other(holdings: Holdings, edition: Edition | None) -> Programme | None:
    other = holdings.by_target.get(f"programy/{edition.programme}") if edition else None
    return other if isinstance(other, Programme) else None
