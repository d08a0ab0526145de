"""Which documents a run indexes anew."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.desk.deploy.ready import NEWER
from plugins.outputs import Later, Text
from plugins.search import layers, plan
from plugins.search.document import Document
from plugins.search.layers import HOT, SMALL, Layers
from tests.newsroom.project import BARE, Project, write
from tests.search.corpus import document
from tests.site.inprocess import assets


@dataclass
class Noted:
    """A ledger in memory."""

    is_whole: bool = False
    noted: bytes = b""

    def read(self) -> bytes:
        return self.noted

    def write(self, noted: bytes) -> None:
        self.noted = noted


def many(count: int = SMALL + 50) -> tuple[Document, ...]:
    """Pages of 2007 to 2026, and one without a day."""
    days = [None, *(date(2007 + n % 20, 1 + n % 12, 1) for n in range(count - 1))]
    return tuple(document(f"/{n:05}/", f"Strona {n}", day=day) for n, day in enumerate(days))


def edited(documents: tuple[Document, ...], *places: int) -> tuple[Document, ...]:
    now = list(documents)
    for place in places:
        now[place] = replace(now[place], title="Nowy tytuł")
    return tuple(now)


def test_an_edit_is_all_that_is_new() -> None:
    ledger, before = Noted(), many()
    whole = layers.layers(before, ledger)
    assert whole == Layers(before)
    now = edited(before, 7)
    assert layers.layers(now, ledger) == Layers(before, (now[7],), (7,))
    more = (*now, document("/zzz/", "Nowa", day=date(2026, 5, 1)))
    assert layers.layers(more, ledger) == Layers(before, (now[7], more[-1]), (7,))


def test_taken_back_an_edit_leaves_nothing_new() -> None:
    ledger, before = Noted(), many()
    whole = layers.layers(before, ledger)
    layers.layers(edited(before, 7), ledger)
    assert layers.layers(before, ledger) == whole


def test_of_a_page_that_is_gone_no_trace_stays() -> None:
    """Hidden, withdrawn or deleted: the index is made without it at once."""
    ledger, before = Noted(), many()
    layers.layers(before, ledger)
    now = edited(before[:3] + before[4:], 9)
    assert layers.layers(now, ledger) == Layers(now)


def test_of_a_report_that_is_gone_from_its_debates_page_no_trace_stays() -> None:
    ledger, before = Noted(), many()
    told = (replace(before[0], bodies=(Text("debata"), Text("sprawozdanie"))), *before[1:])
    layers.layers(told, ledger)
    now = (replace(told[0], bodies=(Text("debata"),)), *before[1:])
    assert layers.layers(now, ledger) == Layers(now)


def test_a_whole_run_a_small_site_and_many_edits_leave_nothing_new() -> None:
    ledger, before = Noted(), many()
    layers.layers(before, ledger)
    now = edited(before, 7)
    assert layers.layers(now, replace(ledger, is_whole=True)).fresh == ()
    small = Noted()
    layers.layers(before[:SMALL], small)
    assert layers.layers(edited(before[:SMALL], 7), small).fresh == ()
    assert layers.layers(edited(before, *range(HOT + 1)), ledger).fresh == ()


def test_an_edit_of_a_site_that_has_just_outgrown_the_small_ones_goes_the_whole_way() -> None:
    """What is new since then stands in a part of its own, which must not be lost."""
    ledger, before = Noted(), many(SMALL - 5)
    layers.layers(before, ledger)
    grown = layers.layers(many(SMALL + 5), ledger)
    assert grown.fresh
    assert layers.edited(grown.fresh, {}, ledger) is None
    assert layers.edited((), {}, ledger) == Layers(before)


def test_an_edition_is_of_its_documents() -> None:
    """By it a browser knows whether what it kept still holds."""
    one, other = many(3), edited(many(3), 1)
    told = [layers.told("spis", documents) for documents in (one, one, other, ())]
    assert told[0] == told[1]
    assert len(set(told)) == 3


def test_a_whole_run_looks_though_no_text_has_changed_since_a_quick_one(tmp_path: Path) -> None:
    """Otherwise it would keep that one's index, and in it what was taken out of a page."""
    write(tmp_path, BARE)
    catalogue = Project(tmp_path).prepare().catalogue
    quick, whole = (
        {
            one.place: one.given.texts
            for one in plan(catalogue, tuple(assets()), Noted(is_whole=is_whole))
            if isinstance(one.given, Later)
        }
        for is_whole in (False, True)
    )
    looked = {place for place, texts in whole.items() if texts != quick[place]}
    assert looked == {"szukaj/index.html", "szukaj/indeks/nowe/", "szukaj/indeks/spis/"}
    assert NEWER == "szukaj/indeks/nowe/spis.json", "where publishing looks"


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(st.integers(0, SMALL), max_size=5), max_size=4))
def test_every_page_is_found_once_and_as_it_is_now(edits: list[list[int]]) -> None:
    ledger, now = Noted(), many()
    layers.layers(now, ledger)
    for places in edits:
        now = edited(now, *places)
        found = layers.layers(now, ledger)
        kept = [one for n, one in enumerate(found.whole) if n not in found.replaced]
        assert sorted((*kept, *found.fresh), key=lambda one: one.address) == list(now)
