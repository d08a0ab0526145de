"""Requests in a folder of Markdown, counted as any reader could; knows nothing of the project."""

from calendar import monthrange
from datetime import timedelta
from statistics import median

import yaml

ENDS = ("zrealizowany", "zrealizowany częściowo", "niezrealizowany", "powtórzony")


def requests(content, today, unit, others):
    """(head, history, hand-overs) of each own one; ``others``: debates of other publishers."""
    for path in (content / "wnioski").rglob("*.md"):
        one = yaml.safe_load(path.read_text("utf-8").split("---")[1])
        known = [entry for entry in one["historia"] if entry["data"] <= today]
        own = one.get("wydawca", unit) == unit and one.get("debata") not in others
        told = one.get("data publikacji", today) <= today and "stan publikacji" not in one
        if known and own and told and "tłumaczenie z" not in one:
            yield one, known, clocks(known)


def clocks(history):
    """Each hand-over: body, day, due, answered, settled."""
    found = []
    for one in history:
        body, day = one.get("podmiot"), one["data"]
        waiting = [clock for clock in found if not (clock[3] or clock[4])]
        if "odpowiedź" in one:
            last = [clock for clock in found if clock[0] == body][-1]
            last[3] = last[3] or day
        elif one["status"] == "przekazany" and body not in [clock[0] for clock in waiting]:
            later = day + timedelta(monthrange(day.year, day.month)[1])
            month = later if later.day == day.day else later - timedelta(later.day)
            found.append([body, day, one.get("termin", month), None, None])
        for clock in waiting if one["status"] in ENDS else ():
            clock[4] = day
    return found


def replies(found, today):
    """Handed over, answered, answered late, awaited, overdue, never answered, median of days."""
    days = [(clock[3] - clock[1]).days for clock in found if clock[3]]
    late = sum(clock[3] > clock[2] for clock in found if clock[3])
    wait = [clock[2] < today for clock in found if not (clock[3] or clock[4])]
    never = len(found) - len(days) - len(wait)
    return [len(found), len(days), late, len(wait), sum(wait), never, median(days or [0])]


def row(found, today):
    """Raised, done, partly, refused, repeated, handed over, overdue, median of days to answer."""
    states = [history[-1]["status"] for _, history, _ in found]
    overdue = sum(replies(handed, today)[4] > 0 for *_, handed in found)
    every = [clock for *_, handed in found for clock in handed]
    counts = map(states.count, (*ENDS, "przekazany"))
    return [len(found), *counts, overdue, replies(every, today)[-1]]
