"""A poster is for everyone: what typst claims of it (PDF/UA-1) is looked at by others."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest

from plugins.newsroom import dates
from plugins.newsroom.kinds.debate import Form, State
from plugins.outputs import File
from tests.posters import making
from tests.posters.tagged import elements, opened, untagged

SIGNED = {"files": making.Files({"znak.png": making.mark()}), "logo": File("znak.png", "1")}
MOVED = {"former": dates.moment("2026-11-26 17:00"), "moved": "Remont sali."}
CASES: dict[str, dict[str, Any]] = {
    "announced": {},
    "signed": SIGNED,
    "moved": MOVED,
    "cancelled": {"state": State.CANCELLED, "reason": "Zawody w hali."},
    "online": {"form": Form.ONLINE, "place": None, "stream": "https://youtube.example/x"},
    "in another language": {"lang": "en", "title": "Safe way to school"},
}


@pytest.fixture(params=CASES.values(), ids=CASES.keys(), scope="module")
def poster(request: pytest.FixtureRequest) -> bytes:
    return making.pdf(**request.param)


def test_another_checker_finds_no_fault(poster: bytes) -> None:
    page = pytest.importorskip("page", reason="page-validation is not here")
    report = page.validate_pdf_bytes(poster, profile=page.ValidationProfile.PDF_UA_1)
    assert [f"{one.rule_id}: {one.message}" for one in report.failures] == []


def test_it_says_what_it_is(poster: bytes) -> None:
    pdf = opened(poster)
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.Root.Lang) == "pl"
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as told:
        assert told["pdfuaid:part"] == "1"
        assert told["dc:title"]


def test_all_that_is_drawn_is_told_or_said_to_be_decoration(poster: bytes) -> None:
    assert untagged(opened(poster)) == []


def test_headings_go_down_a_step_at_a_time(poster: bytes) -> None:
    levels = [int(one.kind[1]) for one in elements(opened(poster)) if one.kind in ("H1", "H2")]
    assert levels[0] == 1
    assert set(levels[1:]) == {2}


def test_every_picture_has_words(poster: bytes) -> None:
    figures = [one for one in elements(opened(poster)) if one.kind == "Figure"]
    assert figures
    assert all(one.alt for one in figures)
    assert any(making.URL in one.alt for one in figures)


def test_the_judge_of_untagged_content_can_fail() -> None:
    pdf = opened(making.pdf())
    pdf.pages[0].contents_add(b"0 0 9 9 re f")
    out = io.BytesIO()
    pdf.save(out)
    assert len(untagged(pikepdf.open(out))) == 1


def test_links_are_named_and_lead_where_they_say() -> None:
    pdf = opened(making.pdf())
    links = [(str(one.A.URI), str(one.Contents)) for one in pdf.pages[0].Annots]
    targets = {uri for uri, _ in links}
    assert targets == {making.URL, "mailto:debaty@policja.przykladow.example", "tel:+48477000020"}
    assert all(words for _, words in links)
