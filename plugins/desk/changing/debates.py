"""``move``, ``postpone``, ``cancel``: the plan of a debate changes."""

from __future__ import annotations

from plugins.desk import finding
from plugins.desk.asking import SLIP, Halt
from plugins.desk.changing import plans
from plugins.desk.changing.applying import apply
from plugins.desk.changing.job import Job
from plugins.desk.changing.plans import Wish
from plugins.newsroom import dates
from plugins.newsroom.kinds.debate import Debate, Form, State
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.kinds.venue import Venue


def move(job: Job) -> int:
    """Another time or place; gives the exit code."""
    debate = _debate(job)
    wish = _wish(job, debate)
    plans.refuse_no_move(debate, wish, job.today)
    told = job.told(debate, never=plans.settles(debate, wish))
    return apply(job, debate, plans.moved(debate, job.head(debate), wish, told))


def postpone(job: Job) -> int:
    """Off until a new date is known; gives the exit code."""
    return _off(job, State.POSTPONED)


def cancel(job: Job) -> int:
    """Off for good; gives the exit code."""
    return _off(job, State.CANCELLED)


def _off(job: Job, state: State) -> int:
    debate = _debate(job)
    plans.refuse_again(debate, state)
    told = job.told(debate, always=True)
    return apply(job, debate, plans.off(debate, job.head(debate), state, told))


def _debate(job: Job) -> Debate:
    """The debate that is meant, if its plan can still change."""
    now = job.look.holdings.now
    debates = job.of(Debate)
    reported = {report.debate for report in job.of(Report)}
    likely = [
        one for one in reversed(debates) if one.id not in reported and plans.is_open(one, now)
    ]
    debate = job.record(debates, "DEBATA", likely)
    plans.refuse(debate, debate.id in reported, now)
    return debate


# -- what is wished ------------------------------------------------------------------


def _wish(job: Job, debate: Debate) -> Wish:
    """The new time and place; on a terminal both are asked for if neither was given."""
    told = job.arguments
    nothing = told.when is None and told.end is None and told.place is None
    if nothing and not job.desk.is_terminal:
        raise Halt("brakuje: --termin, --koniec albo --miejsce", SLIP)
    when = _when(job) if nothing or told.when is not None else ""
    end = (
        job.ask("--koniec", "Do której?", job.reads(Debate, "koniec"), told.end) if told.end else ""
    )
    place = _place(job, debate) if nothing or told.place is not None else None
    if not when and not end and not place:
        raise Halt("nic się nie zmienia – niczego nie zapisano")
    return Wish(
        when=dates.moment(when) if when else None,
        end=dates.clock(end) if end else None,
        place=place.id if place else "",
        was=_name(job, debate),
        now=place.title if place else "",
    )


def _when(job: Job) -> str:
    words = "Nowy termin? Dzień i godzina, np. 2027-02-18 17:00 (Enter: bez zmiany)"
    when = job.ask("--termin", words, job.reads(Debate, "termin"), job.arguments.when, needed=False)
    day = dates.moment(when).day if when else None
    if job.desk.is_terminal and day:
        print(f"  To {dates.WEEKDAYS[day.weekday()]}.")
    return when


def _place(job: Job, debate: Debate) -> Venue | None:
    """A venue other than the present one."""
    venues = sorted(job.of(Venue), key=lambda venue: venue.id)
    lines = tuple(finding.offer(number, venue) for number, venue in enumerate(venues, 1))

    def read(text: str) -> str:
        venue = finding.numbered(venues, text, offered=venues)
        if debate.place and venue.id == debate.place.venue:
            raise ValueError(f"debata już jest w miejscu „{venue.title}” – podaj inne")
        return venue.id

    words = "Nowe miejsce? Numer, nazwa pliku albo część nazwy (Enter: bez zmiany)"
    given = job.arguments.place
    name = job.ask("--miejsce", words, read, given, needed=False, offers=lines)
    if name and debate.form is Form.ONLINE:
        raise Halt(f"debata jest online – zmień „forma” i „miejsce” w pliku {debate.path}")
    return next((venue for venue in venues if venue.id == name), None)


def _name(job: Job, debate: Debate) -> str:
    """The present place as residents know it."""
    if debate.place is None:
        return ""
    venue = job.look.holdings.by_target.get(f"miejsca/{debate.place.venue}")
    return venue.title if venue else debate.place.name or debate.place.venue
