"""What becomes an entry, when, under which name, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.feeds.project import Site
from tests.newsroom.project import debate, district, news, report, request

MOVED = """zmiany:
  - kiedy: 2026-03-02
    co: termin
    było: 2026-03-12 17:00
    jest: 2026-03-19 18:00
    powód: Aula jest zajęta.
"""
AGAIN = """  - kiedy: 2026-03-04
    co: termin
    było: 2026-03-19 18:00
    jest: 2026-03-26 17:00
    powód: Znowu zajęta.
"""
OFF = """  - kiedy: 2026-03-05
    co: stan
    jest: odwołana
    powód: Choroba prowadzącego.
"""
ON = """  - kiedy: 2026-03-08
    co: stan
    jest: planowana
    powód: Jest zastępstwo.
"""
ELSEWHERE = """zmiany:
  - kiedy: 2026-03-03
    co: miejsce
    było: Szkoła Podstawowa nr 5
    jest: Biblioteka
    powód: Remont.
"""
BODY = "---\nnazwa: {}\nrodzaj: urząd\n---\n"


def moved(*more: str, when: str = "2026-03-19 18:00", head: str = "") -> str:
    return debate(MOVED + "".join(more) + head, when=when)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site.of(tmp_path, {"debaty/droga.md": moved()})


def test_a_moved_debate_is_a_new_entry_with_its_reason(site: Site) -> None:
    for name in ("wszystko", "debaty"):
        assert site.ids(name, "2026-03-05") == ["debaty/droga#termin-1", "debaty/droga"]
    item = site.item("debaty", "#termin-1", "2026-03-05")
    assert item["title"] == (
        "Zmiana terminu: debata 19 marca 2026 r., godz. 18:00 – Droga do szkoły"
    )
    assert item["date_published"] == "2026-03-02T00:00:00+01:00"
    for told in ("czwartek, 12 marca 2026 r., godz. 17:00", "Aula jest zajęta."):
        assert told in item["content_html"]
        assert told.rstrip(".") in item["summary"]
    first = site.item("debaty", "debaty/droga", "2026-03-05")
    assert first["title"].startswith("Debata 19 marca 2026 r., godz. 18:00: ")
    assert first["date_published"].startswith("2026-02-20")
    assert first["date_modified"].startswith("2026-03-02")


def test_a_change_to_come_is_not_there_yet(site: Site) -> None:
    assert site.ids("debaty", "2026-03-01") == ["debaty/droga"]


def test_a_change_before_the_publication_was_news_to_nobody(site: Site) -> None:
    site.edit("debaty/droga.md", "publikacji: 2026-02-20", "publikacji: 2026-03-03")
    assert site.ids("debaty", "2026-03-05") == ["debaty/droga"]


def test_a_change_of_the_day_of_publication_comes_after_it(site: Site) -> None:
    site.edit("debaty/droga.md", "publikacji: 2026-02-20", "publikacji: 2026-03-02 12:00")
    assert site.ids("debaty", "2026-03-05") == ["debaty/droga#termin-1", "debaty/droga"]


def test_ids_outlive_every_edit(site: Site) -> None:
    before = site.ids("debaty", "2026-03-10")
    site.write(
        {"debaty/droga.md": moved(AGAIN, OFF, head="stan: odwołana\n", when="2026-03-26 17:00")}
    )
    site.edit("debaty/droga.md", "Droga do szkoły", "Bezpieczna droga")
    site.edit("debaty/droga.md", "publikacji: 2026-02-20", "publikacji: 2026-02-21")
    after = site.ids("debaty", "2026-03-10")
    assert after == ["debaty/droga#stan-1", "debaty/droga#termin-2", *before]


def test_what_is_no_longer_true_says_so(site: Site) -> None:
    site.write({"debaty/droga.md": moved(AGAIN, when="2026-03-26 17:00")})
    items = site.feed("debaty", "2026-03-10")["items"]
    assert [one["title"].partition(":")[0] for one in items] == [
        "Zmiana terminu",
        "Zmiana terminu (już nieaktualne)",
        "Debata 26 marca 2026 r., godz. 17",
    ]
    old = items[1]
    assert (
        "Debata jest zaplanowana: czwartek, 26 marca 2026 r., godz. 17:00." in old["content_html"]
    )
    assert old["date_modified"].startswith("2026-03-04")


def test_a_debate_called_off_and_on_again(site: Site) -> None:
    site.write({"debaty/droga.md": moved(OFF, head="stan: odwołana\n")})
    off = site.item("debaty", "#stan-1", "2026-03-10")
    assert off["title"] == "Odwołana: debata 19 marca 2026 r., godz. 18:00 – Droga do szkoły"
    assert "Choroba prowadzącego." in off["content_html"]
    assert site.feed("debaty", "2026-03-10")["items"][-1]["title"] == (
        "Debata 19 marca 2026 r., godz. 18:00, odwołana: Droga do szkoły"
    )
    site.write({"debaty/droga.md": moved(OFF, ON)})
    back = site.item("debaty", "#stan-2", "2026-03-10")
    assert back["title"].startswith("Jednak się odbędzie: debata 19 marca 2026 r.")
    assert "(już nieaktualne)" in site.item("debaty", "#stan-1", "2026-03-10")["title"]


def test_a_new_date_tells_that_a_postponed_debate_is_on_again(site: Site) -> None:
    put_off = OFF.replace("odwołana", "odroczona")
    late = AGAIN.replace("2026-03-04", "2026-03-08")
    site.write({"debaty/droga.md": moved(put_off, late, ON, when="2026-03-26 17:00")})
    assert site.ids("debaty", "2026-03-10")[:2] == [
        "debaty/droga#termin-2",
        "debaty/droga#stan-1",
    ]


def test_another_place_is_news_too(site: Site) -> None:
    site.write({"debaty/droga.md": debate(ELSEWHERE)})
    item = site.item("debaty", "#miejsce-1", "2026-03-10")
    assert item["title"].startswith("Zmiana miejsca: debata 12 marca 2026 r., godz. 17:00 – ")
    for told in ("Biblioteka", "Szkoła Podstawowa nr 5", "Remont."):
        assert told in item["content_html"]


def test_other_changes_are_no_entries(site: Site) -> None:
    site.write({"debaty/droga.md": debate(ELSEWHERE.replace("miejsce", "prowadzący"))})
    assert site.ids("debaty", "2026-03-10") == ["debaty/droga"]


def test_a_report_is_an_entry_of_its_own(site: Site) -> None:
    site.write({"sprawozdania/droga.md": report("droga", published="2026-03-25")})
    for name in ("wszystko", "debaty", "sprawozdania"):
        assert site.ids(name, "2026-03-26")[0] == "sprawozdania/droga"
    item = site.item("sprawozdania", "", "2026-03-26")
    assert item["title"] == "Sprawozdanie z debaty 19 marca 2026 r., godz. 18:00: Sprawozdanie"
    assert item["url"].endswith("/debaty/droga/#sprawozdanie")


def test_an_unannounced_debate_is_known_from_its_report_only(site: Site) -> None:
    site.write(
        {
            "debaty/droga.md": debate("bez zapowiedzi: tak\n", when="2026-02-12 17:00"),
            "sprawozdania/droga.md": report("droga"),
        }
    )
    assert site.ids("wszystko", "2026-03-05") == ["sprawozdania/droga"]


def test_a_report_stands_in_the_feeds_of_its_debates_place_and_subject(tmp_path: Path) -> None:
    about = "rejony: centrum\nkategorie zagrożeń: akty-wandalizmu\n"
    site = Site.of(
        tmp_path,
        {
            "rejony/centrum.md": district(),
            "debaty/droga.md": debate(about, when="2026-02-26 17:00"),
            "sprawozdania/droga.md": report("droga"),
            "debaty/inna.md": debate(when="2026-04-26 17:00"),
        },
    )
    for name in ("rejon-centrum", "kategoria-akty-wandalizmu"):
        assert site.ids(name, "2026-03-05") == ["sprawozdania/droga", "debaty/droga"]


STEPS = (
    "2026-02-26 zgłoszony",
    "2026-02-27 przekazany; podmiot: urzad; opis: Poszło pismo",
    "2026-03-03 w realizacji; podmiot: urzad; odpowiedź: tak",
    "2026-03-10 zrealizowany; opis: Lampa świeci",
)


def test_a_request_is_followed_step_by_step(tmp_path: Path) -> None:
    files = {"wnioski/w-2026-001.md": request(*STEPS), "podmioty/urzad.md": BODY.format("Urząd")}
    site = Site.of(tmp_path, files)
    marks = ("zrealizowany", "w-realizacji", "przekazany", "zgloszony")
    steps = [f"wnioski/w-2026-001#{mark}" for mark in marks]
    assert site.ids("wnioski", "2026-03-05") == steps[1:]
    assert site.ids("wnioski", "2026-03-10") == steps
    assert site.ids("podmiot-urzad", "2026-03-10") == steps[:3]
    # The whole site's feed tells how it began and how it ended.
    assert site.ids("wszystko", "2026-03-10") == [steps[0], steps[3]]
    item = site.item("wnioski", "#przekazany", "2026-03-10")
    assert item["title"] == "Wniosek W-2026-001, przekazany: Doświetlić przejście"
    for told in ("Poszło pismo", "Urząd", "27 lutego 2026 r."):
        assert told in item["content_html"]


def test_steps_published_late_are_not_older_than_their_publication(tmp_path: Path) -> None:
    late = request(*STEPS[:1], "2026-03-03 w weryfikacji", head="data publikacji: 2026-03-02\n")
    site = Site.of(tmp_path, {"wnioski/w-2026-001.md": late})
    days = [one["date_published"][:10] for one in site.feed("wnioski", "2026-03-05")["items"]]
    assert days == ["2026-03-03", "2026-03-02"]


def test_a_feed_holds_the_thirty_newest(tmp_path: Path) -> None:
    files = {f"aktualnosci/n{n:02}.md": news(published=f"2026-01-{n:02}") for n in range(1, 32)}
    site = Site.of(tmp_path, files)
    expected = [f"aktualnosci/n{n:02}" for n in range(31, 1, -1)]
    assert site.ids("aktualnosci", "2026-03-05") == expected


@pytest.mark.parametrize(
    "head",
    [
        "stan publikacji: szkic\n",
        "stan publikacji: ukryty\n",
        "stan publikacji: wycofany\nwycofano:\n  data: 2026-03-01\n  powód: Pomyłka.\n",
        "data aktualizacji: 2026-04-02\n",
    ],
)
def test_what_is_not_listed_is_in_no_feed(site: Site, head: str) -> None:
    published = "2026-04-01 08:00" if "aktualizacji" in head else "2026-02-20"
    text = moved(head=head).replace("publikacji: 2026-02-20", f"publikacji: {published}")
    site.write({"debaty/droga.md": text.replace("Droga do", "Tajemnica")})
    files = site.files("2026-03-05")
    assert files
    assert not [path for path, data in files.items() if b"Tajemnica" in data]
    assert not [path for path, data in files.items() if b"debaty/droga" in data]


def test_another_publishers_record_is_an_entry_by_its_publisher(tmp_path: Path) -> None:
    site = Site.of(
        tmp_path,
        {
            "podmioty/urzad.md": BODY.format("Urząd Miasta"),
            "aktualnosci/obca.md": news("wydawca: urzad\n"),
            "aktualnosci/nasza.md": news(),
        },
    )
    authors = {
        one["id"].rpartition("/")[2]: [author["name"] for author in one["authors"]]
        for one in site.feed("wszystko", "2026-03-05")["items"]
    }
    assert authors["obca"] == ["Urząd Miasta"]
    assert authors["nasza"] != authors["obca"]
    assert site.ids("podmiot-urzad", "2026-03-05") == ["aktualnosci/obca"]


def test_a_withdrawn_subject_keeps_its_feed(tmp_path: Path) -> None:
    site = Site.of(tmp_path, {"rejony/centrum.md": district()})
    address = "kanaly/rejon-centrum.atom.xml"
    assert address in site.files("2026-03-05")
    gone = "stan publikacji: wycofany\nwycofano:\n  data: 2026-03-01\n  powód: Podział.\n"
    site.write({"rejony/centrum.md": district(gone)})
    assert address in site.files("2026-03-05")


def test_no_id_depends_on_the_sites_address(site: Site) -> None:
    def ids() -> dict[str, list[str]]:
        files = site.files("2026-03-05")
        return {path: _ids(data) for path, data in files.items()}

    before = ids()
    unit = site.project.root / "content/jednostka.yml"
    unit.write_text(
        unit.read_text("utf-8").replace("adres strony: https://", "adres strony: https://nowy."),
        "utf-8",
    )
    assert ids() == before
    assert b"https://nowy." in site.files("2026-03-05")["kanaly/debaty.atom.xml"]


def _ids(data: bytes) -> list[str]:
    return [part.split(b"<")[0].split(b'"')[0].decode() for part in data.split(b"tag:")[1:]]
