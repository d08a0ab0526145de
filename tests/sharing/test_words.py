"""Which picture a page is shared with, and when that changes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from plugins.layout import sharing
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import WARSAW
from plugins.newsroom.kinds.common import Record
from plugins.sharing import plan
from tests.newsroom.project import BARE, NOW, Project, debate, news, request, write

PHOTO = "zdjęcie:\n  plik: a.png\n  alt: Rynek.\n"


def catalogue(root: Path, files: dict[str, str | bytes], now: datetime = NOW) -> Catalogue:
    write(root, {**BARE, **files})
    return Project(root).prepare(now).catalogue


def record(found: Catalogue, name: str) -> Record:
    return next(one for one in (*found.listed, *found.hidden) if one.id == name)


def share(root: Path, text: str, now: datetime = NOW) -> sharing.Share:
    found = catalogue(root, {"content/debaty/x.md": text}, now)
    return sharing.of(found, record(found, "x"))


def test_a_debate_shows_its_day_and_state(tmp_path: Path) -> None:
    told = share(tmp_path, debate())
    assert (told.kind, told.title) == ("Debata społeczna", "Droga do szkoły")
    assert told.when == "czwartek, 12 marca 2026 r., godz. 17:00"
    assert (told.badge, told.is_off) == ("Zapowiedziana", False)


def test_a_cancelled_one_is_struck_out_and_says_so(tmp_path: Path) -> None:
    head = "stan: odwołana\nzmiany:\n  - kiedy: 2026-03-01\n    co: stan\n    powód: Zawody.\n"
    told = share(tmp_path, debate(head + "    jest: odwołana\n"))
    assert (told.badge, told.is_off) == ("Odwołana", True)


@pytest.mark.parametrize("day", [12, 13, 31])
def test_days_are_not_counted(tmp_path: Path, day: int) -> None:
    """Networks keep a picture for weeks, and a build should not draw it anew each morning."""
    told = share(tmp_path, debate(), datetime(2026, 3, day, 12, tzinfo=WARSAW))
    assert told.badge == ("Zapowiedziana" if day == 12 else "Po debacie")


def test_a_month_is_told_in_the_officers_words(tmp_path: Path) -> None:
    head = "termin wstępny: tak\ntermin opisowo: w drugiej połowie maja\n"
    assert share(tmp_path, debate(head, when="2026-05")).when == "w drugiej połowie maja"


def test_a_request_shows_its_number_and_where_it_stands(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {"content/wnioski/w-2026-001.md": request()})
    told = sharing.of(found, record(found, "w-2026-001"))
    assert (told.kind, told.badge) == ("Wniosek W-2026-001", "Zgłoszony")


def test_a_body_that_changes_changes_no_picture(tmp_path: Path) -> None:
    one = share(tmp_path / "a", debate(body="Zapraszamy."))
    other = share(tmp_path / "b", debate(body="Zapraszamy wszystkich."))
    moved = share(tmp_path / "c", debate(when="2026-03-13 17:00"))
    assert one == other
    assert one.version == other.version != moved.version


def test_a_photograph_stands_for_news_but_not_for_a_debate(tmp_path: Path) -> None:
    photo = (Path(__file__).parents[2] / "content/media/rozmowa-przy-telefonie.png").read_bytes()
    files = {"content/media/a.png": photo, "content/aktualnosci/n.md": news(PHOTO)}
    found = catalogue(tmp_path, {**files, "content/debaty/d.md": debate(PHOTO)})
    shown = {name: sharing.picture(found, record(found, name)) for name in ("n", "d")}
    assert shown["n"] is not None
    assert shown["n"].alt == "Rynek."
    assert shown["d"] is not None
    assert shown["d"].picture.src.startswith("/debaty/d/odnosnik.png?v=")
    made = {one.path for one in plan(found, ())}
    assert "debaty/d/odnosnik.png" in made
    assert "aktualnosci/n/odnosnik.png" not in made


def test_a_title_in_letters_that_the_type_lacks_shows_its_section(tmp_path: Path) -> None:
    text = news("język: uk\n").replace("Komunikat", "Новини 2026")
    found = catalogue(tmp_path, {"content/aktualnosci/n.md": text})
    assert sharing.picture(found, record(found, "n")) is None
    sections = dict(sharing.pictures(found))
    assert sections["/aktualnosci/"].alt == "Aktualności."


def test_every_picture_that_is_told_is_made_and_no_other(tmp_path: Path) -> None:
    files = {
        "content/debaty/d.md": debate(),
        "content/aktualnosci/n.md": news("stan publikacji: ukryty\n"),
    }
    found = catalogue(tmp_path, files)
    records = (*found.listed, *found.hidden)
    told = [sharing.picture(found, one) for one in records] + [
        p for _, p in sharing.pictures(found)
    ]
    addresses = {one.picture.src.partition("?")[0].lstrip("/") for one in told if one}
    assert {one.path for one in plan(found, ())} == addresses
    assert not any(path.startswith(("wnioski/", "rejony/")) for path in addresses)
