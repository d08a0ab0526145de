"""One address belongs to one district."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import combinations, product

from plugins.newsroom.holdings import Holdings, Visibility
from plugins.newsroom.houses import WHOLE_STREET, Houses
from plugins.newsroom.kinds.district import District, Street
from plugins.newsroom.relations import grouped
from plugins.newsroom.spelling import bare_street, fold
from plugins.problems import Problem


@dataclass(frozen=True, slots=True)
class _Claim:
    """Houses that one district takes; ``street`` as written, empty: a whole locality."""

    district: District
    key: str
    town: str
    street: str
    houses: Houses


def one_district(holdings: Holdings) -> Iterator[Problem]:
    """Two claims on one house, be they of two districts or twice in one."""
    towns = grouped(_claims(holdings), lambda claim: (fold(claim.town),))
    told: set[tuple[str, str]] = set()
    for one, other in (pair for claims in towns.values() for pair in _pairs(claims)):
        common = _common(one, other)
        if other.street and not one.street:
            one, other = other, one  # the whole locality is the one place to mend
        place = (other.district.path, other.key)
        if common and place not in told:
            told.add(place)
            yield Problem(other.district.path, 0, other.key, _told(one, other, common))


def _pairs(claims: Iterable[_Claim]) -> Iterator[tuple[_Claim, _Claim]]:
    """Claims that may meet: on one street, or a whole locality and anything in it."""
    whole = [claim for claim in claims if not claim.street]
    streets = grouped(
        (claim for claim in claims if claim.street), lambda claim: (bare_street(claim.street),)
    )
    for claims_of_street in streets.values():
        yield from combinations(claims_of_street, 2)
        yield from product(whole, claims_of_street)
    yield from combinations(whole, 2)


def _counts(holdings: Holdings, district: District) -> bool:
    """A draft and what was withdrawn take no house; what is to appear later does already."""
    shown = holdings.visibility(district)
    return shown not in (Visibility.DRAFT, Visibility.WITHDRAWN)


def _claims(holdings: Holdings) -> Iterator[_Claim]:
    seat = holdings.unit.address.town if holdings.unit.address else ""
    for district in filter(partial(_counts, holdings), holdings.of(District)):
        yield from _of_streets(district, "", seat, district.streets)
        for number, locality in enumerate(district.localities, 1):
            key = f"miejscowości[{number}]"
            if not locality.streets:
                yield _Claim(district, key, locality.name, "", WHOLE_STREET)
            yield from _of_streets(district, f"{key}.", locality.name, locality.streets)


def _of_streets(
    district: District, prefix: str, town: str, streets: tuple[Street, ...]
) -> Iterator[_Claim]:
    for number, street in enumerate(streets, 1):
        yield _Claim(district, f"{prefix}ulice[{number}]", town, street.name, street.houses)


def _common(one: _Claim, other: _Claim) -> str:
    """A house, street or locality that both take; empty: they take different ones."""
    if not (one.street and other.street):
        return one.town
    house = one.houses.common(other.houses)
    whole = WHOLE_STREET in (one.houses, other.houses)
    return (other.street if whole else f"{other.street} {house}") if house else ""


def _told(one: _Claim, other: _Claim, common: str) -> str:
    same = one.district is other.district
    whose = "jest tu dwa razy" if same else f"należy już do rejonu „{one.district.id}”"
    return f"„{common}” {whose} – zostaw ten adres w jednym miejscu"
