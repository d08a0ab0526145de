"""What a build says on a terminal while it runs, and when it is stopped."""

from __future__ import annotations

from io import StringIO

import pelican
import pytest
from rich.console import Console

from plugins.publisher import quick
from plugins.publisher.site import Site


def test_what_runs_is_told_in_polish(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pelican opens its line after the run is made and before it begins."""
    shown = Console(file=StringIO(), force_terminal=True)
    monkeypatch.setattr(pelican, "console", shown)
    Site({})
    with pelican.console.status("Generating..."):
        pelican.console.print("Done: Processed 0 articles")
    said = shown.file.getvalue()  # type: ignore[attr-defined]  # a StringIO
    assert "Przygotowuję stronę…" in said
    assert "Generating" not in said
    assert "Done" not in said


def test_who_stops_a_build_is_told_what_comes_of_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(pelican, "console", pelican.console)
    monkeypatch.setattr(quick, "done", stopped)
    monkeypatch.setattr("sys.argv", ["pelican"])
    with pytest.raises(SystemExit) as end:
        Site({}).run()
    assert end.value.code == 130
    assert capsys.readouterr().err.startswith("Przerwano.")
