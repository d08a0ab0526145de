from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom import relations
from plugins.newsroom.dates import UNKNOWN, Moment, Precision
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.kinds.news import News
from plugins.newsroom.kinds.report import Report

DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 31))


@st.composite
def records(draw: st.DrawFn) -> list[News]:
    """News with few programmes, cycles and topics, so that many are tied."""
    names = draw(st.lists(st.integers(0, 99), unique=True, min_size=1, max_size=25))
    return [
        News(
            id=f"n{name}",
            path=f"content/aktualnosci/n{name}.md",
            published=Moment(Precision.DAY, draw(DAYS)),
            programme=draw(st.sampled_from(["", "p", "q"])),
            cycle=draw(st.sampled_from(["", "c"])),
            categories=tuple(draw(st.lists(st.sampled_from(["wypalanie-traw"]), max_size=2))),
            topics=tuple(draw(st.lists(st.sampled_from(["Piesi", "piesi", "rowery"]), max_size=3))),
        )
        for name in names
    ]


def lists(members: list[News]) -> dict[str, list[str]]:
    ties = relations.bonded(members)
    return {
        one.id: [r.id for r in relations.related(one, ties, lambda _: True, 5)] for one in members
    }


def near(one: News, new: News, members: list[News]) -> bool:
    """Whether the new record stands within two places of one, by any bond that both have."""
    for bond in set(relations.bonds(one)) & set(relations.bonds(new)):
        row = sorted((m for m in members if bond in relations.bonds(m)), key=relations.order)
        if abs(row.index(one) - row.index(new)) <= 2:
            return True
    return False


@given(records())
def test_a_new_record_changes_only_the_lists_of_its_neighbours(members: list[News]) -> None:
    *old, new = members
    before, after = lists(old), lists(members)
    changed = {one.id for one in old if before[one.id] != after[one.id]}
    assert changed <= {one.id for one in old if near(one, new, members)}


@given(records())
def test_a_record_is_related_to_others_once_each_and_never_to_itself(members: list[News]) -> None:
    by_id = {one.id: set(relations.bonds(one)) for one in members}
    for name, found in lists(members).items():
        assert len(found) == len(set(found)) <= 5
        assert name not in found
        assert all(by_id[name] & by_id[other] for other in found)


@given(records(), st.randoms())
def test_the_order_of_files_does_not_matter(members: list[News], random: object) -> None:
    shuffled = list(members)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert lists(members) == lists(shuffled)


def test_topics_that_are_spelled_apart_tie_all_the_same() -> None:
    one, two = (
        News(topics=("Droga do szkoły",)),
        News(topics=("droga do szkoły", "DROGA do szkoły")),
    )
    assert list(relations.bonds(one)) == list(relations.bonds(two))


def test_a_report_stands_for_no_one() -> None:
    report = Report(id="r", path="r", programme="p")
    assert relations.bonded([report]) == {}


def test_an_unknown_day_comes_before_all_others() -> None:
    first, second = (
        News(id="a", published=UNKNOWN),
        News(id="b", published=Moment(Precision.DAY, date(1990, 1, 1))),
    )
    assert sorted([second, first], key=relations.order) == [first, second]


@given(records())
def test_neighbours_form_one_row(members: list[News]) -> None:
    row = sorted(members, key=relations.order)
    found = relations.neighbours(row)
    walk: list[Record] = []
    here: Record | None = row[0]
    while here:
        walk.append(here)
        here = found[here.path][1]
    assert walk == row
    assert [found[one.path][0] for one in row] == [None, *row[:-1]]
