"""The site's channels: what residents can follow by a feed, with plain names.

A channel is a name and what it tells of; its files are feeds in several formats with the same
entries (``/kanaly/rejon-stare-miasto.rss.xml``, ``.atom.xml``, ``.json``). Whatever has a page
that gathers records has a channel, be it empty: a feed's address must not come and go.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.layout.values import Link
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.categories import CATEGORIES
from plugins.newsroom.kinds.body import Body
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.cycle import Cycle
from plugins.newsroom.kinds.district import District
from plugins.newsroom.kinds.programme import Programme
from plugins.newsroom.spelling import alphabetical

FORMS = {"rss.xml": "RSS", "atom.xml": "Atom", "json": "JSON Feed"}
"""How a feed's file ends → the format's name, the one that pages announce first."""


@dataclass(frozen=True, slots=True)
class Channel:
    """``title``: of what; ``about``: a sentence; ``page``: the address whose matter it follows."""

    name: str
    title: str
    about: str
    page: str
    forms: tuple[str, ...] = tuple(FORMS)

    @property
    def files(self) -> tuple[Link, ...]:
        """Its feeds, each with the name of its format."""
        return tuple(Link(FORMS[form], self.file(form)) for form in self.forms)

    def file(self, form: str) -> str:
        """The address of one of its feeds."""
        return addresses.channel(self.name, form)


EVERYTHING = Channel(
    "wszystko",
    "Wszystko",
    "Debaty i zmiany ich terminów, sprawozdania, wnioski i ich rozstrzygnięcia, programy, "
    "aktualności.",
    addresses.HOME,
)
DEBATES = Channel(
    "debaty",
    "Debaty",
    "Zapowiedzi debat, zmiany terminu i miejsca, odwołania, sprawozdania.",
    addresses.DEBATES,
)
REPORTS = Channel(
    "sprawozdania", "Sprawozdania", "Co było na debatach: same sprawozdania.", addresses.DEBATES
)
REQUESTS = Channel(
    "wnioski",
    "Wnioski",
    "Każdy krok każdego wniosku: kto go dostał, co odpowiedział, czym się skończyło.",
    addresses.REQUESTS,
)
PROGRAMMES = Channel("programy", "Programy", "Nowe programy.", addresses.PROGRAMMES)
NEWS = Channel("aktualnosci", "Aktualności", "Komunikaty, ostrzeżenia, porady.", addresses.NEWS)
REMINDERS = Channel(
    "przypomnienia",
    "Przypomnienia o debatach",
    "Tydzień przed każdą debatą i dzień przed nią. Gdy się przesunie albo nie odbędzie, też.",
    addresses.DEBATES,
    ("atom.xml",),
)

SECTIONS = (EVERYTHING, DEBATES, REMINDERS, REPORTS, REQUESTS, PROGRAMMES, NEWS)

_KINDS: tuple[tuple[str, type[Record], str], ...] = (
    ("Rejony", District, "Debaty, wnioski i wiadomości z tego rejonu."),
    ("Cykle spotkań", Cycle, "Debaty tego cyklu i ich sprawozdania."),
    ("Jeden program", Programme, "Debaty, wnioski i wiadomości tego programu."),
    ("Podmioty", Body, "Wnioski przekazane temu podmiotowi i to, w czym bierze udział."),
)

_IN_CATEGORY = "Debaty, wnioski i wiadomości o tym zagrożeniu."

Group = tuple[str, tuple[Channel, ...]]


def groups(catalogue: Catalogue) -> tuple[Group, ...]:
    """Every channel of the site under a heading, in the order in which to show them."""
    kinds = ((title, tuple(_of(catalogue, kind, about))) for title, kind, about in _KINDS)
    by_category = tuple(
        Channel(f"kategoria-{name}", title, _IN_CATEGORY, addresses.category(name))
        for name, title in CATEGORIES.items()
    )
    found = (("Cała strona", SECTIONS), *kinds, ("Kategorie zagrożeń", by_category))
    return tuple(group for group in found if group[1])


def of(record: Record, about: str = "") -> Channel:
    """The channel that follows a district, cycle, programme or body."""
    return Channel(addresses.channel_name(record), record.title, about, addresses.of(record))


def _of(catalogue: Catalogue, kind: type[Record], about: str) -> Iterator[Channel]:
    """Of a withdrawn one the feed stays as its page does: somebody may be subscribed."""
    records = (one for one in (*catalogue.listed, *catalogue.withdrawn) if isinstance(one, kind))
    return (of(one, about) for one in sorted(records, key=lambda one: alphabetical(one.title)))


_SECTIONS = {
    addresses.DEBATES: (DEBATES, REMINDERS),
    addresses.REQUESTS: (REQUESTS,),
    addresses.PROGRAMMES: (PROGRAMMES,),
    addresses.NEWS: (NEWS,),
}
"""A section's address → its channels; of reports one learns from those of debates."""

_PARTS = ("rok", "stan", "rozliczenie")

_FOLDERS = {
    "rejony": "rejon",
    "cykle": "cykl",
    "programy": "program",
    "podmioty": "podmiot",
    "kategorie": "kategoria",
}


def announced(title: str, address: str) -> tuple[Link, ...]:
    """The feeds of a page's own matter, in the first of their formats; told by its address.

    >>> [link.href for link in announced("Rynek", "/rejony/rynek/")]
    ['/kanaly/rejon-rynek.rss.xml']
    >>> [link.text for link in announced("Debaty z 2026 roku", "/debaty/rok/2026/")]
    ['Debaty', 'Przypomnienia o debatach']
    """
    folder, _, rest = address.strip("/").partition("/")
    if not rest or rest.split("/")[0] in _PARTS:
        found = _SECTIONS.get(f"/{folder}/", ())
        return tuple(Link(one.title, one.file(one.forms[0])) for one in found)
    if folder in _FOLDERS and "/" not in rest:
        name = addresses.channel(f"{_FOLDERS[folder]}-{rest}", next(iter(FORMS)))
        return (Link(f"{title} – nowości", name),)
    return ()
