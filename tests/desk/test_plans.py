"""Whatever is wished of a debate, one after another: the file stays right and tells it all."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.desk.asking import Halt
from plugins.desk.changing import plans
from plugins.desk.changing.job import Told
from plugins.desk.changing.plans import Wish
from plugins.desk.writing import splice
from plugins.newsroom import dates, parsing
from plugins.newsroom.kinds.debate import Debate, State
from plugins.newsroom.warsaw import WARSAW
from tests.desk.office import WINTER

PATH = "content/debaty/2026/rynek-zima.md"
NOW = datetime(2026, 11, 22, 12, tzinfo=WARSAW)
TOLD = Told(date(2026, 11, 22), "Powód: „remont” #1")

TIMES = st.one_of(
    st.builds(
        lambda day, hour: f"{day} {hour:02}:30",
        st.dates(date(2026, 11, 1), date(2028, 1, 1)),
        st.integers(7, 20),
    ),
    st.dates(date(2026, 11, 1), date(2028, 1, 1)).map(str),
    st.sampled_from(["2026-12", "2027-03", "2027", "nieznany"]),
)
WISHES = st.one_of(
    st.sampled_from([State.POSTPONED, State.CANCELLED]),
    st.builds(lambda text: Wish(when=dates.moment(text)), TIMES),
    st.just(Wish(place="dom-kultury", was="Biblioteka", now="Dom Kultury")),
)


def debate_in(data: bytes) -> Debate:
    entry, _ = parsing.parse(PATH, data)
    assert isinstance(entry.record, Debate)
    return entry.record


def changed(data: bytes, wish: Wish | State) -> bytes:
    """The file after a wish; the same file where it makes no sense."""
    debate, head = debate_in(data), splice.plain(PATH, data)
    try:
        plans.refuse(debate, reported=False, now=NOW)
        if isinstance(wish, State):
            plans.refuse_again(debate, wish)
            return splice.edited(PATH, data, plans.off(debate, head, wish, TOLD))
        plans.refuse_no_move(debate, wish, TOLD.today)
    except Halt:
        return data
    return splice.edited(PATH, data, plans.moved(debate, head, wish, TOLD))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WISHES, max_size=6))
def test_wishes_lead_from_one_state_to_the_next(wishes: list[Wish | State]) -> None:
    data = WINTER.encode()
    for wish in wishes:
        before = debate_in(data)
        data = changed(data, wish)
        after = debate_in(data)

        assert after.changes[: len(before.changes)] == before.changes
        told = {change.what for change in after.changes[len(before.changes) :]}
        assert ("termin" in told) == (after.when != before.when)
        assert ("stan" in told) == (after.state != before.state)
        assert len(after.agenda) == len(before.agenda)
        if after.when.day:
            assert after.weekday == after.when.day.weekday()
    assert b"# Ten komentarz ma zosta\xc4\x87." in data


def test_by_way_of_some_month_all_that_goes_by_the_day_comes_along() -> None:
    """Not the old deadline, which residents would be told of a debate two months later."""
    data = WINTER.encode()
    for text in ("2027-02", "2027-02-04 17:00"):
        data = changed(data, Wish(when=dates.moment(text)))
    after = debate_in(data)
    assert after.signing_until == date(2027, 1, 29)
    assert after.end == datetime(2027, 2, 4, 18, 30, tzinfo=WARSAW)
    assert [point.minute for point in after.agenda] == [17 * 60, 18 * 60]
