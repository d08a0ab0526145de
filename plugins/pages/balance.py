"""The balance of requests: „Zapytaliśmy – powiedzieliście – zrobiliśmy”, whole and by year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from plugins.layout import making, quiet
from plugins.layout.frame import head
from plugins.layout.requests import on_day
from plugins.layout.values import Frame, Head, Link
from plugins.layout.wording import percent
from plugins.newsroom import addresses, balance
from plugins.newsroom.balance import Case, Tally, tally
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.debate import Debate
from plugins.newsroom.kinds.request import Request, Status
from plugins.newsroom.spelling import plural
from plugins.outputs import Later, Output
from plugins.pages import replies, tallies
from plugins.pages.tallies import TallyTable

REGISTER = Link("Wnioski", addresses.REQUESTS)
CRUMB = Link("Rozliczenie wniosków", addresses.BALANCE)


@dataclass(frozen=True, slots=True)
class Step:
    """A part of the account: a number, what it counts, and sentences that say the rest."""

    title: str
    count: int
    what: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BalancePage:
    """``/wnioski/rozliczenie/``, or a year of it; ``tables`` empty: there is nothing to count."""

    frame: Frame
    head: Head
    title: str
    lead: str
    steps: tuple[Step, ...]
    tables: tuple[TallyTable, ...]
    years: tuple[Link, ...]
    years_title: str
    links: tuple[Link, ...]
    """Where the requests themselves are."""


class Ledger:
    """The requests that count, gathered once for all pages of a run."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """All of them, oldest first."""
        return balance.cases(self.catalogue)

    @cached_property
    def debates(self) -> tuple[Debate, ...]:
        """The debates that asked."""
        return balance.asking(self.catalogue)

    def years(self, but: int = 0) -> tuple[Link, ...]:
        """The pages of the years in which any was raised, the latest first."""
        found = sorted({case.year for case in self.cases} - {but}, reverse=True)
        return tuple(Link(str(year), addresses.balance(year)) for year in found)


def plan(catalogue: Catalogue, frame: Frame) -> Iterator[Output]:
    """The balance and its years; nothing where no request was ever raised."""
    if not catalogue.has(Request):
        return
    ledger = Ledger(catalogue)
    yield _output(addresses.BALANCE, Later(_front, ledger, frame))
    for year in sorted({case.year for case in ledger.cases}):
        yield _output(addresses.balance(year), Later(_year, ledger, frame, year))


def _output(address: str, later: Later) -> Output:
    return Output(addresses.file(address), making.page, later, "balance.html")


_LEAD = "Zapytaliśmy, powiedzieliście, zrobiliśmy: ile wniosków zgłosiliście i co się z nimi stało."


def _front(ledger: Ledger, frame: Frame) -> BalancePage:
    found = ledger.cases
    whole = tally(found)
    return BalancePage(
        frame=frame,
        head=head(CRUMB.text, CRUMB.href, REGISTER, description=_LEAD),
        title=CRUMB.text,
        lead=f"{_LEAD} {_as_of(ledger.catalogue, found)}".strip(),
        steps=_steps(ledger.catalogue, ledger.debates, found, whole) if found else (),
        tables=tuple(_tables(ledger.catalogue, found, whole, is_whole=True)) if found else (),
        years=ledger.years(),
        years_title="Rozliczenie według lat",
        links=(Link("Wszystkie wnioski", addresses.REQUESTS),),
    )


def _year(ledger: Ledger, frame: Frame, year: int) -> BalancePage:
    found = tuple(case for case in ledger.cases if case.year == year)
    debates = tuple(one for one in ledger.debates if one.when.first and one.when.first.year == year)
    whole = tally(found)
    title = f"Rozliczenie wniosków z {year} roku"
    lead = f"Wnioski zgłoszone w {year} roku i to, co stało się z nimi do dziś."
    return BalancePage(
        frame=quiet.of_year(ledger.catalogue, frame, year),
        head=head(title, addresses.balance(year), REGISTER, CRUMB, description=lead),
        title=title,
        lead=f"{lead} {_as_of(ledger.catalogue, found)}",
        steps=_steps(ledger.catalogue, debates, found, whole),
        tables=tuple(_tables(ledger.catalogue, found, whole, is_whole=False)),
        years=ledger.years(but=year),
        years_title="Rozliczenie innych lat",
        links=(
            Link(f"Wnioski zgłoszone w {year} roku", addresses.year(addresses.REQUESTS, year)),
            Link("Rozliczenie wszystkich lat", addresses.BALANCE),
        ),
    )


def _tables(
    catalogue: Catalogue, found: tuple[Case, ...], whole: Tally, *, is_whole: bool
) -> Iterator[TallyTable]:
    yield tallies.outcomes(whole, linked=is_whole)
    if is_whole:
        yield tallies.by_year(found)
    if any(case.request.districts for case in found):
        yield tallies.by_district(catalogue, found)
    if any(case.request.categories for case in found):
        yield tallies.by_category(found)
    if whole.answers.received:
        yield replies.by_body(catalogue, found)


def _as_of(catalogue: Catalogue, found: tuple[Case, ...]) -> str:
    """The day of the last entry: a printed balance can be cited, and no day rewrites the page."""
    days = [catalogue.history(case.request)[-1].day for case in found]
    return f"Ostatni wpis: {on_day(max(days))}" if days else ""


# -- in sentences ------------------------------------------------------------------------


def _steps(
    catalogue: Catalogue, debates: tuple[Debate, ...], found: tuple[Case, ...], whole: Tally
) -> tuple[Step, ...]:
    at_debates = sum(bool(case.request.debate) for case in found)
    fruitful = sum(_is_fruitful(catalogue, debate) for debate in debates)
    return (
        _step("Zapytaliśmy", len(debates), _HELD, _asked(len(debates), fruitful)),
        _step("Powiedzieliście", whole.raised, _RAISED, _said(whole, at_debates)),
        _step("Zrobiliśmy", whole.number(Status.DONE), _REALISED, _done(whole)),
    )


_HELD = ("debata się odbyła", "debaty się odbyły", "debat się odbyło")
_RAISED = ("wniosek zgłoszony", "wnioski zgłoszone", "wniosków zgłoszonych")
_REALISED = ("wniosek zrealizowany", "wnioski zrealizowane", "wniosków zrealizowanych")


def _step(title: str, count: int, forms: tuple[str, str, str], sentences: Iterator[str]) -> Step:
    return Step(title, count, plural(count, *forms), tuple(sentences))


def _is_fruitful(catalogue: Catalogue, debate: Debate) -> bool:
    raised = catalogue.raised_at.get(debate.id, ())
    return any(catalogue.counts(request) for request in raised)


def _asked(debates: int, fruitful: int) -> Iterator[str]:
    """At how many of the debates requests were raised."""
    if debates == 1:
        yield "Zgłoszono na niej wnioski." if fruitful else "Nie zgłoszono na niej wniosków."
    elif debates:
        yield f"Wnioski zgłoszono na {fruitful} z nich."


def _said(whole: Tally, at_debates: int) -> Iterator[str]:
    elsewhere = whole.raised - at_debates
    yield f"Na debatach: {at_debates}, w inny sposób, na przykład u dzielnicowego: {elsewhere}."
    repeated = whole.number(Status.REPEATED)
    if repeated:
        again = plural(repeated, *_REPEATING)
        yield f"{repeated} {again}, więc różnych spraw jest {whole.matters}."


_REPEATING = ("powtarza wcześniejszy", "powtarzają wcześniejsze", "powtarza wcześniejsze")


def _done(whole: Tally) -> Iterator[str]:
    """What became of the different matters: each number with its share."""
    done, partly = whole.number(Status.DONE), whole.number(Status.PARTLY_DONE)
    ours, away = whole.number(*balance.OURS), whole.number(Status.HANDED_OVER)
    part = f" W części zrealizowano {_part(partly, whole)}." if partly else ""
    matters = plural(whole.matters, "różnej sprawy", "różnych spraw", "różnych spraw")
    yield f"To {percent(done, whole.matters)} z {whole.matters} {matters}.{part}"
    if refused := whole.number(Status.REFUSED):
        yield f"Nie zrealizowano {_part(refused, whole)}. Powód jest na stronie każdego wniosku."
    if ours or away:
        yield f"W toku: {_part(ours, whole)}, przekazane i bez załatwienia: {_part(away, whole)}."
    yield from _awaited(whole)
    if whole.settling.number:
        took, number = tallies.lasting(whole.settling), whole.settling.number
        yield f"Mediana czasu od zgłoszenia do zakończenia: {took} (z {number} zakończonych)."


def _part(number: int, whole: Tally) -> str:
    return f"{number} ({percent(number, whole.matters)})"


def _awaited(whole: Tally) -> Iterator[str]:
    """Whose answers are awaited, and how long those that came took."""
    if whole.waiting:
        matters = plural(whole.waiting, "sprawie", "sprawach", "sprawach")
        over = f"; termin minął w {whole.overdue} z nich" if whole.overdue else ""
        yield f"Na odpowiedź innego podmiotu czekamy w {whole.waiting} {matters}{over}."
    if whole.answers.answered:
        took, number = tallies.lasting(whole.answers.days), whole.answers.answered
        yield f"Mediana czasu odpowiedzi innych podmiotów: {took} (z {number} odpowiedzi)."
