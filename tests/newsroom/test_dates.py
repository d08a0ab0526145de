from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom import dates
from plugins.newsroom.dates import WARSAW, Precision

DAYS = st.dates(date(1920, 1, 1), date(2199, 12, 31))


def said(parse: object, text: str) -> str:
    with pytest.raises(ValueError, match=" – ") as caught:
        parse(text)  # type: ignore[operator]
    return str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-03-05", "2026-3-5", "05.03.2026", "5.3.2026", "5.03.2026 r.", "5 marca 2026"),
        *("5 Marca 2026 r.", "5 MARCA 2026 roku", "  5  marca\u00a02026 "),
    ],
)
def test_a_day_is_read_in_every_spelling(text: str) -> None:
    assert dates.day(text) == date(2026, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-03-12 17:00", "2026-03-12T17:00", "2026-03-12 17.00", "12.03.2026, 17:00"),
        *("12 marca 2026 r., godz. 17:00", "12 marca 2026 o godz. 17", "12.03.2026 godzinie 17"),
        *("2026-03-12 17:00:00", "2026-03-12T17:00+01:00", "2026-03-12 17:00 +0100"),
    ],
)
def test_a_moment_is_read_in_every_spelling(text: str) -> None:
    assert dates.moment(text).iso == "2026-03-12T17:00+01:00"


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2024-02", Precision.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-12", Precision.MONTH, date(2026, 12, 1), date(2026, 12, 31)),
        ("2026", Precision.YEAR, date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-03-12", Precision.DAY, date(2026, 3, 12), date(2026, 3, 12)),
        ("Nieznany", Precision.UNKNOWN, None, None),
    ],
)
def test_less_than_a_minute_spans_what_it_may_mean(
    text: str, precision: Precision, first: date | None, last: date | None
) -> None:
    moment = dates.moment(text)
    assert (moment.precision, moment.first, moment.last) == (precision, first, last)


ADVICE = {
    "12 marzec 2026": "„marzec” nie jest miesiącem w dopełniaczu – napisz „12 marca 2026”",
    "5 wrz 2026": "„wrz” nie jest miesiącem w dopełniaczu – napisz „5 września 2026”",
    "5 wrzesnia 2026": "„wrzesnia” nie jest miesiącem w dopełniaczu – napisz „5 września 2026”",
    "5 march 2026": "„march” nie jest miesiącem w dopełniaczu – napisz „5 marca 2026”",
    "5 juno 2026": "„juno” nie jest miesiącem w dopełniaczu – napisz np. 12 marca 2026",
    "12/03/2026": "nie rozumiem daty „12/03/2026” – nie wiadomo, co jest dniem, a co miesiącem; "
    "napisz np. 2026-03-12",
    "12 marca": "nie rozumiem daty „12 marca” – brakuje roku; napisz np. 12 marca 2026",
    "12 marca 17:00": "nie rozumiem daty „12 marca 17:00” – brakuje roku; napisz np. 12 marca 2026",
    "12.03": "nie rozumiem daty „12.03” – brakuje roku; napisz np. 12 marca 2026",
    "marzec 2026": "nie rozumiem daty „marzec 2026” – napisz „2026-03”",
    "03.2026": "nie rozumiem daty „03.2026” – napisz „2026-03”",
    "czwartek, 12.03.2026": "nie rozumiem daty „czwartek, 12.03.2026” – "
    "dzień tygodnia wpisz w osobnym kluczu, a tu np. 2026-03-12",
    "٢٠٢٦-03-12": "nie rozumiem daty „٢٠٢٦-03-12” – napisz np. 2026-03-12 17:00",
    "2026-02-29": "w kalendarzu nie ma dnia „2026-02-29” – popraw datę",
    "2026-13": "w kalendarzu nie ma „2026-13” – napisz np. 2026-03",
    "9999": "rok 9999 to na pewno pomyłka – popraw go",
    "0206-03-12": "rok 0206 to na pewno pomyłka – popraw go",
    "2026-03-12 17": "„17” nie jest godziną – napisz 17:00",
    "2026-03-12 24:00": "nie ma godziny „24:00” – napisz od 00:00 do 23:59",
    "2026-03-12 17:00-18:30": "„17:00-18:30” nie jest godziną – podaj tylko początek; "
    "godzinę końca wpisz w kluczu „koniec”",
    "2026-03-12 17:00 do 19:00": "„17:00 do 19:00” nie jest godziną – podaj tylko początek; "
    "godzinę końca wpisz w kluczu „koniec”",
}


@pytest.mark.parametrize(("text", "message"), ADVICE.items(), ids=list(ADVICE))
def test_a_slip_is_answered_with_what_to_write(text: str, message: str) -> None:
    assert said(dates.moment, text) == message


def test_an_hour_that_the_clock_skips_is_refused_with_both_offsets() -> None:
    assert said(dates.moment, "2026-03-29 02:30") == (
        "godziny 02:30 w dniu 2026-03-29 nie ma (zmiana czasu z +01:00 na +02:00) – wybierz inną"
    )


def test_an_hour_that_comes_twice_needs_its_offset() -> None:
    assert said(dates.moment, "2026-10-25 02:30") == (
        "godzina 02:30 w dniu 2026-10-25 jest dwa razy – "
        "dopisz +02:00 (czas letni) albo +01:00 (zimowy)"
    )
    summer, winter = (dates.moment(f"2026-10-25 02:30 {o}") for o in ("+02:00", "+01:00"))
    assert summer.start
    assert winter.start
    assert winter.start - summer.start == timedelta(hours=1)


def test_an_offset_that_poland_does_not_have_then_is_refused() -> None:
    for text in ("2026-07-01 17:00 +01:00", "2026-03-12T16:00Z", "2026-10-25 02:30 +03:00"):
        assert "ma w Polsce przesunięcie +0" in said(dates.moment, text)


@given(DAYS)
def test_every_day_is_read_back_from_what_people_write(day: date) -> None:
    polish = format_date(day, "d MMMM y", locale="pl")
    for text in (day.isoformat(), polish, f"{polish} r.", f"{day:%d.%m.%Y}"):
        assert dates.day(text) == day


@given(st.integers(-60 * 24 * 365 * 20, 60 * 24 * 365 * 200))
def test_every_minute_is_read_back_at_the_offset_that_the_zone_has(minutes: int) -> None:
    local = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)).astimezone(WARSAW)
    read = dates.moment(local.isoformat(timespec="minutes"))
    assert read.start is not None
    # In UTC: two zones never call an hour equal that one of them has twice (PEP 495).
    assert read.start.astimezone(UTC) == local.astimezone(UTC)
    assert read.iso == local.isoformat(timespec="minutes")


@given(DAYS, st.times())
def test_a_local_time_is_refused_exactly_where_the_clock_changes(day: date, at: time) -> None:
    naive = datetime.combine(day, at.replace(second=0, microsecond=0))
    early, late = (naive.replace(tzinfo=WARSAW, fold=fold).utcoffset() for fold in (0, 1))
    text = naive.isoformat(" ", "minutes")
    if early == late:
        assert dates.moment(text).clock == f"{naive:%H:%M}"
    else:
        assert "zmiana czasu" in (words := said(dates.moment, text)) or "dwa razy" in words


@given(st.text(max_size=30))
def test_any_text_is_a_moment_or_a_message(text: str) -> None:
    for parse in (dates.moment, dates.day, dates.clock, dates.weekday):
        try:
            parse(text)
        except ValueError as error:
            message = str(error)
        else:
            continue
        assert " – " in message


@pytest.mark.parametrize("text", ["czwartek", "Czwartek", "CZWARTEK", "czw.", "czw"])
def test_a_weekday_is_read_in_every_spelling(text: str) -> None:
    assert dates.weekday(text) == 3


def test_weekdays_need_no_diacritics() -> None:
    assert [dates.weekday(day) for day in ("poniedzialek", "sroda", "piatek")] == [0, 2, 4]
