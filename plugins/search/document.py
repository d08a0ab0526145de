"""One document of the index: a page, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.newsroom.dates import Moment
from plugins.outputs import Text


@dataclass(frozen=True, slots=True)
class Document:
    """A page: what stands in a result, what narrows a search, what is searched.

    ``moment``: the day that its card shows; ``names``: what else it may be called by; ``told``:
    facts as text; ``bodies``: what was written at length. ``archived``: why it is no longer
    current, in a word or two.
    """

    address: str
    title: str
    kind: str
    lang: str
    moment: Moment | None
    state: str
    archived: str
    districts: tuple[str, ...]
    categories: tuple[str, ...]
    names: tuple[str, ...]
    streets: tuple[str, ...]
    told: tuple[str, ...]
    bodies: tuple[Text, ...]

    @property
    def day(self) -> date | None:
        """The first day that ``moment`` may mean."""
        return self.moment.first if self.moment else None


def order(one: Document) -> tuple[date, str]:
    """By day, then by address."""
    return one.day or date.min, one.address
