"""Polish civil time: the offset of a minute in Warsaw, where the clock skips or repeats an hour."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

WARSAW = ZoneInfo("Europe/Warsaw")


def offset(first: date, minute: int, given: int | None) -> int:
    """Minutes from UTC of a minute of a day; ``given``: what was written, if anything.

    Raises ValueError in Polish where the hour does not exist, comes twice without its offset,
    or was written with an offset that Poland does not have then.
    """
    naive = datetime.combine(first, time(*divmod(minute, 60)))
    early, late = (_minutes(naive.replace(tzinfo=WARSAW, fold=fold)) for fold in (0, 1))
    if early == late:
        return early if given is None else _agreed(naive, given, (early,))
    if early < late:
        raise ValueError(
            f"godziny {naive:%H:%M} w dniu {first} nie ma (zmiana czasu z {_sign(early)} "
            f"na {_sign(late)}) – wybierz inną"
        )
    if given is None:
        raise ValueError(
            f"godzina {naive:%H:%M} w dniu {first} jest dwa razy – dopisz "
            f"{_sign(early)} (czas letni) albo {_sign(late)} (zimowy)"
        )
    return _agreed(naive, given, (early, late))


def _agreed(naive: datetime, given: int, possible: tuple[int, ...]) -> int:
    if given not in possible:
        right = " albo ".join(map(_sign, possible))
        raise ValueError(f"{naive:%Y-%m-%d %H:%M} ma w Polsce przesunięcie {right} – popraw je")
    return given


def _minutes(moment: datetime) -> int:
    shift = moment.utcoffset()
    assert shift is not None, "WARSAW always has an offset"
    return int(shift.total_seconds()) // 60


def _sign(minutes: int) -> str:
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
