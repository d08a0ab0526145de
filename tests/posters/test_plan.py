"""Which debates have a poster, until when, and what makes one anew."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from plugins.desk.poster import copied
from plugins.layout import posters
from plugins.newsroom.catalogue import Catalogue
from plugins.newsroom.dates import WARSAW
from plugins.newsroom.kinds.debate import Debate
from plugins.outputs import File
from plugins.posters import plan
from plugins.posters.views import Poster
from plugins.problems import Problems
from tests.newsroom.project import BARE, Project, debate, report, write
from tests.posters.making import TEMPLATE

OFF = "zmiany:\n  - kiedy: 2026-03-01\n    co: stan\n    jest: {0}\n    powód: Zawody.\nstan: {0}\n"
MOVED = (
    "zmiany:\n  - kiedy: 2026-03-01\n    co: termin\n    było: {}\n    jest: {}\n"
    "    powód: Remont.\n"
)


def catalogue(root: Path, *, day: int = 5, drafts: bool = False, **debates: str) -> Catalogue:
    write(root, {**BARE, **{f"content/debaty/{name}.md": text for name, text in debates.items()}})
    now = datetime(2026, 3, day, 12, tzinfo=WARSAW)
    return Project(root).prepare(now, drafts=drafts).catalogue


def made(found: Catalogue, assets: tuple[File, ...] = (TEMPLATE,)) -> dict[str, Poster]:
    views = {one.path: one.view for one in plan(found, assets)}
    assert all(isinstance(view, Poster) for view in views.values())
    return views  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (debate(), 12),
        (debate(OFF.format("odwołana")), 12),
        (debate(OFF.format("odroczona")), 12),
        (debate(MOVED.format("2026-03-06 17:00", "2026-03-12 17:00")), 12),
        (debate("termin wstępny: tak\n", when="2026-03"), 31),
    ],
    ids=["announced", "cancelled", "postponed", "moved", "some day of a month"],
)
def test_a_poster_hangs_until_its_day_has_passed(tmp_path: Path, text: str, last: int) -> None:
    assert list(made(catalogue(tmp_path, day=last, x=text))) == ["debaty/x/plakat.pdf"]
    if last < 31:
        assert not made(catalogue(tmp_path, day=last + 1, x=text))


def test_one_moved_to_a_day_unknown_warns_until_the_day_that_was_said(tmp_path: Path) -> None:
    head = MOVED.format("2026-03-12 17:00", "nieznany") + "termin wstępny: tak\n"
    text = debate(head, when="nieznany")
    [poster] = made(catalogue(tmp_path, x=text)).values()
    assert poster.former is not None
    assert not made(catalogue(tmp_path, day=13, x=text))


def test_only_what_the_unit_itself_announces_has_one(tmp_path: Path) -> None:
    other = debate("wydawca: inna\n")
    files = {"content/podmioty/inna.md": "---\nnazwa: Inna\nrodzaj: gmina\n---\n"}
    write(tmp_path, files)
    hidden = debate("stan publikacji: ukryty\n")
    draft = debate("stan publikacji: szkic\n")
    found = catalogue(tmp_path, x=debate(), other=other, hidden=hidden, draft=draft)
    assert list(made(found)) == ["debaty/x/plakat.pdf"]


def test_a_debate_that_was_told_of_has_none(tmp_path: Path) -> None:
    write(tmp_path, {"content/sprawozdania/x.md": report("x")})
    assert not made(catalogue(tmp_path, x=debate(when="2026-02-26 17:00")))


def test_a_preview_marks_a_draft(tmp_path: Path) -> None:
    draft = debate("stan publikacji: szkic\n")
    [poster] = made(catalogue(tmp_path, drafts=True, x=draft)).values()
    assert poster.is_draft


def test_neither_the_body_nor_the_day_makes_one_anew(tmp_path: Path) -> None:
    first = made(catalogue(tmp_path / "a", x=debate(body="Zapraszamy.")))
    assert made(catalogue(tmp_path / "b", day=11, x=debate(body="Inna treść."))) == first
    other = made(catalogue(tmp_path / "c", x=debate("wstęp: za okazaniem karty\n")))
    assert other != first


def test_a_theme_without_its_sheet_is_told(tmp_path: Path) -> None:
    with pytest.raises(Problems, match=r"posters/debata\.typ"):
        made(catalogue(tmp_path, x=debate()), ())


def test_the_page_and_the_maker_agree(tmp_path: Path) -> None:
    past = debate(when="2026-02-26 17:00")
    found = catalogue(tmp_path, x=debate(), past=past)
    told = {posters.address(found, one).lstrip("/") for one in found.debates}
    assert told - {""} == set(made(found))


def _debate(root: Path) -> Debate:
    [found] = catalogue(root, x=debate()).debates
    return found


def test_the_command_copies_the_poster_of_the_preview(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site, target = tmp_path / "site", tmp_path / "na klatkę.pdf"
    write(site, {"debaty/x/plakat.pdf": b"%PDF"})
    assert copied(site, _debate(tmp_path), target) == 0
    assert target.read_bytes() == b"%PDF"
    assert "na klatkę.pdf" in capsys.readouterr().out


def test_the_command_says_why_there_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert copied(tmp_path / "nie ma", _debate(tmp_path), tmp_path / "a.pdf") == 1
    assert "nie ma plakatu: content/debaty/x.md" in capsys.readouterr().err
