"""The pages of the balance: what they say, whom they name, when they change, how big they are."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest
from lxml import html

from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.kinds.request import Status
from plugins.pages import tallies
from tests.newsroom.project import NOW, district, request
from tests.newsroom.test_requests import FIRST, GUARD, ROADS, catalogue, debate, numbered
from tests.pages.making import FRONT, made, outputs

HANDED = ("2026-01-02 zgłoszony", "2026-02-05 przekazany; podmiot: drogi")


def pages(it: Catalogue) -> dict[str, bytes]:
    """All of them; no body has a text here."""
    return {one.path: made(one, {}) for one in outputs(it)}


def words(page: bytes, where: str = "//main") -> str:
    (found,) = html.fromstring(page).xpath(where)
    return " ".join(found.text_content().replace("\u00ad", "").split())


def front(root: Path, *requests: str, more: Iterable[tuple[str, str]] = ()) -> str:
    return words(pages(catalogue(root, {**ROADS, **numbered(*requests), **dict(more)}))[FRONT])


def test_without_any_request_there_is_no_balance(tmp_path: Path) -> None:
    assert FRONT not in pages(catalogue(tmp_path, ROADS))


def test_with_another_publisher_s_alone_there_is_nothing_to_count(tmp_path: Path) -> None:
    it = catalogue(tmp_path, {**ROADS, **numbered(request(head="wydawca: drogi\n"))})
    found = pages(it)
    assert [path for path in found if path.startswith("wnioski")] == [FRONT]
    assert "Nie mamy jeszcze żadnego wniosku" in words(found[FRONT])
    assert b"<table" not in found[FRONT]


def test_one_request_is_said_in_the_singular(tmp_path: Path) -> None:
    said = front(
        tmp_path,
        request("2026-02-26 zgłoszony", "2026-02-27 zrealizowany", head="debata: a\n"),
        more={FIRST: debate(when="2026-02-26 17:00")}.items(),
    )
    assert "Zapytaliśmy 1 debata się odbyła Zgłoszono na niej wnioski." in said
    assert "Powiedzieliście 1 wniosek zgłoszony Na debatach: 1" in said
    assert "Zrobiliśmy 1 wniosek zrealizowany To 100% z 1 różnej sprawy." in said
    assert "do zakończenia: 1 dzień (z 1 zakończonych)" in said


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (1, "1 powtarza wcześniejszy, więc różnych spraw jest 1."),
        (3, "3 powtarzają wcześniejsze, więc różnych spraw jest 1."),
        (5, "5 powtarza wcześniejsze, więc różnych spraw jest 1."),
    ],
)
def test_repetitions_are_no_matters_of_their_own(
    tmp_path: Path, number: int, sentence: str
) -> None:
    again = request("2026-02-27 powtórzony", head="powtarza: w-2026-001\n")
    said = front(
        tmp_path, request("2026-02-26 zgłoszony", "2026-03-01 zrealizowany"), *[again] * number
    )
    assert sentence in said
    assert "1 wniosek zrealizowany To 100% z 1 różnej sprawy." in said


def test_each_outcome_is_said_with_its_share(tmp_path: Path) -> None:
    said = front(
        tmp_path,
        request("2026-01-02 zrealizowany"),
        request("2026-01-02 zrealizowany częściowo; opis: Pół"),
        request("2026-01-02 niezrealizowany; opis: Nie ma pieniędzy"),
        request("2026-01-02 zgłoszony"),
        request(*HANDED),
        request("2026-01-02 zgłoszony", "2026-01-05 przekazany; podmiot: drogi"),
    )
    assert "To 17% z 6 różnych spraw. W części zrealizowano 1 (17%)." in said
    assert "Nie zrealizowano 1 (17%). Powód jest na stronie każdego wniosku." in said
    assert "W toku: 1 (17%), przekazane i bez załatwienia: 2 (33%)." in said
    assert "czekamy w 2 sprawach; termin minął w 1 z nich." in said


def test_every_status_is_in_one_part_of_the_bars() -> None:
    parts = [status for _, statuses in tallies.KINDS for status in statuses]
    assert sorted(parts, key=list(Status).index) == list(Status)


def test_a_hidden_body_or_district_is_not_named(tmp_path: Path) -> None:
    hidden = "stan publikacji: ukryty\n"
    more = {
        "content/podmioty/drogi.md": f"---\nnazwa: Zarząd Tajny\n{hidden}---\n",
        "content/rejony/polnoc.md": district(hidden).replace("Rejon", "Rejon Tajny"),
    }
    said = front(tmp_path, request(*HANDED, head="rejony: polnoc\n"), more=more.items())
    assert "Tajny" not in said
    assert "Bez rejonu zgłoszone: 1" in said
    assert "Inne podmioty przekazania: 1" in said


def test_another_publisher_s_request_changes_no_count(tmp_path: Path) -> None:
    own = request(*HANDED)
    other = request(*HANDED, head="wydawca: straz\nkategorie zagrożeń: Akty wandalizmu\n")
    files = {**ROADS, **GUARD}
    alone = pages(catalogue(tmp_path / "1", {**files, **numbered(own)}))
    both = pages(catalogue(tmp_path / "2", {**files, **numbered(own, other)}))
    assert alone.keys() == both.keys()
    assert alone[FRONT] == both[FRONT]
    where, path = "//section[@id='odpowiedzi']", "podmioty/drogi/index.html"
    assert words(alone[path], where) == words(both[path], where)


def test_a_day_changes_no_page_until_a_term_is_over(tmp_path: Path) -> None:
    """The answer is due on 5 March; from the next day on the page says so, and no more."""
    files = {**ROADS, **numbered(request(*HANDED), request("2026-02-26 zgłoszony"))}
    days = [pages(catalogue(tmp_path, files, NOW + timedelta(n))) for n in (-1, 0, 1, 2, 30)]
    before, on, after, next_, later = (one[FRONT] for one in days)
    assert before == on
    assert on != after
    assert after == next_ == later


def test_five_hundred_requests_make_no_big_page(tmp_path: Path) -> None:
    """The page grows with years, districts, categories and bodies, not with requests."""
    numbers = range(1, 501)
    place = "rejony: r{}\nkategorie zagrożeń: {}\n"
    names = ("Akty wandalizmu", "Dzikie wysypiska śmieci", "Nieprawidłowe parkowanie", "Utonięcia")
    files = {
        **{f"content/podmioty/b{n}.md": f"---\nnazwa: Zarząd nr {n}\n---\n" for n in range(8)},
        **{f"content/rejony/r{n}.md": district().replace("Rejon", f"Rejon {n}") for n in range(12)},
        **{
            f"content/wnioski/w-{2006 + n % 20}-{n:03}.md": request(
                f"{2006 + n % 20}-01-02 zgłoszony",
                f"{2006 + n % 20}-02-05 przekazany; podmiot: b{n % 8}",
                head=place.format(n % 12, names[n % 4]),
            )
            for n in numbers
        },
    }
    planned = list(outputs(catalogue(tmp_path, files)))
    page = made(next(one for one in planned if one.path == FRONT), {})
    assert "500 wniosków zgłoszonych" in words(page)
    assert len(gzip.compress(page, 9)) < 12 * 1024
    assert sum(one.template == "balance.html" for one in planned) == 21
