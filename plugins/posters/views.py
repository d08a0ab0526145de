"""What a poster says of a debate. Nothing here depends on the day: a printed sheet cannot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.layout.surroundings import latest, members
from plugins.newsroom import addresses, dates
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import Moment
from plugins.newsroom.kinds.common import Publicity
from plugins.newsroom.kinds.debate import Asking, Debate, Form, State
from plugins.newsroom.kinds.venue import Place
from plugins.outputs import File
from plugins.problems import Problem, Problems

TEMPLATE = "posters/debata.typ"


@dataclass(frozen=True, slots=True)
class Poster:
    """A debate as its poster shows it.

    ``length`` in minutes, 0: not said. ``former``: the date that holds no more; ``moved``,
    ``relocated`` and ``reason``: why the date, the place, the plan itself changed, empty: they
    did not, or nobody said. ``stamp``: when what is shown last changed.
    """

    template: File
    title: str
    lang: str
    url: str
    unit: str
    logo: File | None
    is_fictional: bool
    is_draft: bool
    when: Moment
    length: int
    is_provisional: bool
    when_told: str
    former: Moment | None
    moved: str
    relocated: str
    state: State
    reason: str
    form: Form
    place: Place | None
    stream: str
    audience: str
    entry: str
    signing_until: date | None
    asking: Asking | None
    hosts: tuple[str, ...]
    stamp: Moment | None


def template(assets: tuple[File, ...]) -> File:
    """The theme's own sheet; raises :class:`Problems` for a theme that has none."""
    found = next((one for one in assets if one.path.endswith(TEMPLATE)), None)
    if found is None:
        raise Problems([Problem("theme", 0, "", f"brak pliku {TEMPLATE} – przywróć go z wzoru")])
    return found


def view(catalogue: Catalogue, debate: Debate, template: File) -> Poster:
    """All that the poster of one debate shows."""
    unit = catalogue.unit
    logo = catalogue.original(unit, unit.logo) if unit.logo else None
    former = debate.moves[-1:]
    return Poster(
        template=template,
        title=debate.title,
        lang=debate.language.value,
        url=addresses.absolute(unit, addresses.of(debate)),
        unit=unit.name.nominative,
        logo=File(logo.path, logo.digest) if logo else None,
        is_fictional=unit.demonstration,
        is_draft=debate.publicity is Publicity.DRAFT,
        when=debate.when,
        length=debate.length,
        is_provisional=debate.provisional,
        when_told=debate.when_told,
        former=dates.moment(former[0]) if former else None,
        moved=debate.reason_of("termin"),
        relocated=debate.reason_of("miejsce"),
        state=debate.state,
        reason=debate.reason_of("stan"),
        form=debate.form,
        place=catalogue.place(debate),
        stream=debate.stream,
        audience=debate.audience,
        entry=debate.entry,
        signing_until=debate.signing_until,
        asking=debate.asking,
        hosts=tuple(one.person.name for one in members(catalogue, debate.organisers)),
        stamp=latest(catalogue, debate),
    )
