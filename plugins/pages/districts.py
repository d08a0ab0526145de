"""Districts: who the neighbourhood officer is, which streets are theirs, what they work on."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.layout import cards, making, requests
from plugins.layout.frame import head
from plugins.layout.surroundings import illustration, members, prose, surroundings
from plugins.layout.values import Badge, Frame, Link
from plugins.newsroom import addresses
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.categories import CATEGORIES
from plugins.newsroom.kinds.district import District, Plan, Street
from plugins.newsroom.kinds.request import Request
from plugins.newsroom.relations import grouped
from plugins.newsroom.spelling import alphabetical, initial
from plugins.outputs import Later, Output
from plugins.pages import finder, heading, records
from plugins.pages.outcomes import (
    DistrictPage,
    DistrictRow,
    DistrictsPage,
    PlanPart,
    StreetLine,
    StreetsPage,
)

CRUMB = Link("Rejony", addresses.DISTRICTS)


def plan(catalogue: Catalogue, frame: Frame) -> Iterator[Output]:
    """Districts, their list and the list of streets; nothing where the unit has none."""
    for district in heading.paged(catalogue, District):
        path = addresses.file(addresses.of(district))
        later = Later(_district, catalogue, frame, district, texts=(district.body.digest,))
        yield Output(path, making.page, later, "district.html", district.path)
    if catalogue.has(District):
        front, streets = addresses.file(addresses.DISTRICTS), addresses.file(addresses.STREETS)
        later = Later(_districts, catalogue, frame)
        yield Output(front, making.page, later, "districts.html")
        yield Output(streets, making.page, Later(_streets, catalogue, frame), "streets.html")
        yield from finder.plan(catalogue)


def _district(catalogue: Catalogue, frame: Frame, district: District) -> DistrictPage:
    officer = district.officer
    found = catalogue.by_district.get(district.id, ())
    own = [one for one in reversed(found) if isinstance(one, Request)]
    rest = (one for one in found if not isinstance(one, Request))
    station = catalogue.body(district.station) if district.station else None
    return DistrictPage(
        frame=frame,
        head=heading.record_head(catalogue, district, CRUMB),
        district=district,
        officer=officer.person if officer else None,
        portrait=illustration(catalogue, district, officer.picture if officer else None),
        station=cards.link(station),
        streets=tuple(lines(district)),
        plans=tuple(plan_part(catalogue, one) for one in _by_urgency(catalogue, district)),
        requests=requests.table(
            catalogue,
            "Wnioski z tego rejonu",
            own,
            limit=records.LIMIT,
            more=requests.older(catalogue, "rejony", district.id),
        ),
        groups=records.groups(catalogue, rest),
        prose=prose(catalogue, district),
        around=surroundings(catalogue, district),
    )


def _by_urgency(catalogue: Catalogue, district: District) -> list[Plan]:
    """Current and coming plans, then the past ones, newest first."""
    newest = sorted(district.plans, key=lambda plan: plan.since, reverse=True)
    ahead = [plan for plan in newest if plan.until >= catalogue.today]
    return [*reversed(ahead), *(plan for plan in newest if plan not in ahead)]


def plan_part(catalogue: Catalogue, plan: Plan) -> PlanPart:
    """A plan with its state and what it is linked to."""
    request = catalogue.record(f"wnioski/{plan.request}") if plan.request else None
    category = plan.category
    return PlanPart(
        plan=plan,
        state=_state(catalogue, plan),
        category=Link(CATEGORIES[category], addresses.category(category)) if category else None,
        partners=members(catalogue, plan.partners),
        request=cards.link(request),
    )


def _state(catalogue: Catalogue, plan: Plan) -> Badge:
    if catalogue.today < plan.since:
        return Badge(f"Od {requests.on_day(plan.since)}", "quiet", "calendar")
    if catalogue.today <= plan.until:
        return Badge("Trwa", "now", "clock")
    return (
        Badge("Zakończony", "ok", "check")
        if plan.result
        else Badge("Brak wyniku", "stop", "question")
    )


def lines(district: District) -> Iterator[StreetLine]:
    """Streets of the unit's town, then those of other localities; A to Z in each."""
    yield from map(_line, _sorted(district.streets))
    for locality in district.localities:
        if not locality.streets:
            yield StreetLine(locality.name)
        for street in _sorted(locality.streets):
            yield _line(street, locality.name)


def _sorted(streets: tuple[Street, ...]) -> list[Street]:
    return sorted(streets, key=lambda street: alphabetical(street.name))


def _line(street: Street, town: str = "", district: Link | None = None) -> StreetLine:
    return StreetLine(street.name, street.houses.text, town, district)


_LEAD = "Rejon to część miasta albo gminy, za którą odpowiada jeden dzielnicowy. Znajdź swój."


def _districts(catalogue: Catalogue, frame: Frame) -> DistrictsPage:
    ordered = sorted(catalogue.districts, key=lambda district: alphabetical(district.title))
    return DistrictsPage(
        frame=frame,
        head=head(
            "Rejony dzielnicowych",
            addresses.DISTRICTS,
            description=_LEAD,
            scripts=finder.SCRIPTS,
        ),
        title="Rejony dzielnicowych",
        lead=_LEAD,
        rows=tuple(map(_row, ordered)),
        example=_example(catalogue),
    )


_FEW = 6


def _row(district: District) -> DistrictRow:
    names = list(dict.fromkeys(line.town or line.name for line in lines(district)))
    more = ", …" if len(names) > _FEW else ""
    officer = district.officer.person if district.officer else None
    link = Link(district.title, addresses.of(district))
    return DistrictRow(link, officer, district.phone, ", ".join(names[:_FEW]) + more)


_STREETS = "Znajdź swoją ulicę i sprawdź, w którym jest rejonie."


def by_letter(catalogue: Catalogue) -> dict[str, tuple[StreetLine, ...]]:
    """First letter → the streets that start with it, both from A to Ż."""
    found = [line for district in catalogue.districts for line in _with_district(district)]
    found.sort(key=lambda line: (alphabetical(_plain(line.name)), line.town, line.houses))
    return grouped(found, lambda line: (initial(_plain(line.name)),))


def _streets(catalogue: Catalogue, frame: Frame) -> StreetsPage:
    return StreetsPage(
        frame=frame,
        head=head(
            "Ulice od A do Ż",
            addresses.STREETS,
            CRUMB,
            description=_STREETS,
            scripts=finder.SCRIPTS,
        ),
        title="Ulice od A do Ż",
        lead=_STREETS,
        letters=tuple(by_letter(catalogue).items()),
        example=_example(catalogue),
    )


def _example(catalogue: Catalogue) -> str:
    """An address as one may write it in the finder's box; empty: there is no street."""
    streets = (street.name for district in catalogue.districts for street in district.streets)
    first = min(streets, key=alphabetical, default="")
    return f"{first} 7a" if first else ""


def _with_district(district: District) -> Iterator[StreetLine]:
    link = Link(district.title, addresses.of(district))
    for line in lines(district):
        yield StreetLine(line.name, line.houses, line.town, link)


def _plain(name: str) -> str:
    """A street's name as it is looked up: without „ul.”."""
    return name.removeprefix("ul. ")
