"""What waits until it is recorded comes back as it was put, and leaves nothing."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.press import pile
from plugins.press.pile import Pile

VIEWS = st.dictionaries(st.text(max_size=9), st.tuples(st.binary(max_size=99), st.text(max_size=9)))


@pytest.mark.parametrize("held", [1, 1_000_000])
@given(views=VIEWS)
def test_all_that_was_put_comes_back_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, held: int, views: dict[str, tuple[bytes, str]]
) -> None:
    folder = tmp_path_factory.getbasetemp()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pile, "_HELD", held)
        with closing(Pile(folder)) as made:
            for place, (view, pieces) in views.items():
                made.put(place, view, pieces)
            for place in sorted(views, reverse=True):
                assert made.get(place) == views[place]


def test_no_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pile, "_HELD", 1)
    with closing(Pile(tmp_path)) as made:
        made.put("a", b"x" * 1_000, "")
        assert list(tmp_path.iterdir()) == []
    assert list(tmp_path.iterdir()) == []
