"""What a dataset is: its columns, each with the function that reads it from a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, Generic, TypeVar

from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.categories import CATEGORIES as NAMES
from plugins.newsroom.dates import Moment
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.relations import published_on
from plugins.opendata.columns import Column, Shape, Table, cell

M = TypeVar("M")
Read = TypeVar("Read", contravariant=True)
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Field(Generic[Read]):
    """A column and the value of a row in it."""

    column: Column
    value: Callable[[Catalogue, Read], object]


def field(
    name: str,
    title: str,
    about: str,
    shape: Shape,
    value: Callable[[Catalogue, M], object],
    *,
    words: type[Enum] | None = None,
    leads: str = "",
    always: bool = False,
) -> Field[M]:
    """A column with its value; ``words``: the enumeration that the value is of."""
    known = tuple(str(one.value) for one in words) if words else ()
    return Field(Column(name, title, about, shape, known, leads, always), value)


@dataclass(frozen=True, slots=True)
class Dataset(Generic[M]):
    """One file in all its formats. ``name``: its stem under ``/dane/``; never changes.

    ``members``: what its rows are made of, in their order; ``record``: whose dates are a row's.
    """

    name: str
    title: str
    about: str
    keywords: tuple[str, ...]
    members: Callable[[Catalogue], Iterable[M]]
    record: Callable[[M], Record]
    fields: tuple[Field[M], ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The header."""
        return tuple(field.column for field in self.fields)

    def table(self, catalogue: Catalogue) -> Table:
        """All rows on the day of the catalogue."""
        rows = (
            tuple(cell(field.value(catalogue, one)) for field in self.fields)
            for one in self.members(catalogue)
        )
        return Table(self.columns, tuple(rows))

    def dates(self, catalogue: Catalogue) -> tuple[date | None, date | None]:
        """When the first of its rows appeared and when one last changed; from the records only."""
        records = [self.record(one) for one in self.members(catalogue)]
        appeared = [day for one in records if (day := published_on(one))]
        changed = [day for one in records if (day := changed_on(catalogue, one))]
        return min(appeared, default=None), max(changed, default=None)


AnyDataset = Dataset[Any]


# -- what is ours ------------------------------------------------------------------------


def is_ours(catalogue: Catalogue, record: Record) -> bool:
    """Whether data hold a listed record: the unit's own, and no translation of another one."""
    return catalogue.counts(record)


def ours(catalogue: Catalogue, records: Iterable[R]) -> tuple[R, ...]:
    """The records that data hold, in the order given."""
    return tuple(record for record in records if is_ours(catalogue, record))


def key(catalogue: Catalogue, folder: str, name: str) -> str:
    """The id of a record that data hold; empty for any other, so that every id leads somewhere."""
    record = catalogue.record(f"{folder}/{name}") if name else None
    return name if record and is_ours(catalogue, record) else ""


def keys(catalogue: Catalogue, folder: str, names: Iterable[str]) -> tuple[str, ...]:
    """Ids of records that data hold, each once, in the order given."""
    return tuple(one for name in dict.fromkeys(names) if (one := key(catalogue, folder, name)))


def title(catalogue: Catalogue, folder: str, name: str) -> str:
    """The title of a record that data hold."""
    record = catalogue.record(f"{folder}/{key(catalogue, folder, name)}")
    return record.title if record else ""


# -- columns that several datasets have --------------------------------------------------


def changed_on(catalogue: Catalogue, record: Record) -> date | None:
    """The day of the last change of a record, or of its publication."""
    changed: Moment | None = catalogue.updated(record)
    return changed.first if changed else published_on(record)


def identifier(of: str) -> Field[Record]:
    """The id, by which other files name the row. ``of``: whose, in the genitive."""
    about = f"Stały identyfikator {of}. Tak nazywają ten wiersz inne pliki."
    return field("id", "Identyfikator", about, Shape.KEY, lambda _, one: one.id, always=True)


DISTRICTS: Field[Record] = field(
    *("rejony", "Rejony", "Których rejonów dzielnicowych dotyczy.", Shape.KEYS),
    lambda catalogue, one: keys(catalogue, "rejony", one.districts),
    leads="rejony",
)
CATEGORIES: tuple[Field[Record], ...] = (
    field(
        *("kategorie", "Kategorie zagrożeń", "Kategorie Krajowej Mapy Zagrożeń.", Shape.KEYS),
        lambda _, one: dict.fromkeys(one.categories),
    ),
    field(
        *("kategorie_nazwy", "Nazwy kategorii", "Te same kategorie po nazwie.", Shape.TEXTS),
        lambda _, one: (NAMES[category] for category in dict.fromkeys(one.categories)),
    ),
)
TOPICS: Field[Record] = field(
    *("tematy", "Tematy", "Hasła tematyczne.", Shape.TEXTS),
    lambda _, one: dict.fromkeys(one.topics),
)
PROGRAMME: Field[Record] = field(
    *("program", "Program", "Program, w którym się to dzieje.", Shape.KEY),
    lambda catalogue, one: key(catalogue, "programy", one.programme),
    leads="programy",
)
DATED: tuple[Field[Record], ...] = (
    field(
        *("data_publikacji", "Data publikacji", "Od kiedy jest na stronie.", Shape.DAY),
        lambda _, one: published_on(one),
    ),
    field(
        "data_aktualizacji",
        "Data aktualizacji",
        "Kiedy ostatnio zmieniono opis; jeśli nigdy, data publikacji.",
        Shape.DAY,
        changed_on,
    ),
)
PAGE: Field[Record] = field(
    *("strona", "Strona", "Adres strony z pełnym opisem.", Shape.ADDRESS),
    lambda catalogue, one: addresses.absolute(catalogue.unit, addresses.of(one)),
    always=True,
)
