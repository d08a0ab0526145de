"""A small unit's content on disk, and the desk's commands run over it in this process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.desk import child
from plugins.desk.commands import main
from plugins.newsroom import parsing
from plugins.newsroom.kinds.common import Record
from plugins.newsroom.marks import MARK
from tests.newsroom.project import BARE, write

TODAY = "2026-11-22"

UNIT = BARE["content/jednostka.yml"].decode() + "podmiot: kmp\ne-mail: kmp@policja.example\n"

AUTUMN = """---
tytuł: Park wieczorem
data publikacji: 2026-09-01
termin: 2026-10-08 17:00
koniec: 18:30
dzień tygodnia: czwartek
rodzaj debaty: inicjująca
miejsce: biblioteka
cykl: rozmowy
rejony:
  - rejon-1
dla kogo: Sąsiedzi parku.
jak zadać pytanie:
  e-mail: pytania@policja.example
  do: 2026-10-07
organizatorzy:
  - kmp
  - straz
prowadzący:
  - asp. Jan Nowak, dzielnicowy
goście:
  - Ewa Lis, dyrektorka zieleni
porządek:
  - godz: 17:00
    punkt: Otwarcie
  - godz: 17:20
    punkt: Rozmowa
---
Zapraszamy.
"""

WINTER = """---
tytuł: "Rynek zimą: „światło”"
# Ten komentarz ma zostać.
data publikacji: 2026-11-02
termin: 2026-12-10 17:00
koniec: 18:30
dzień tygodnia: czwartek
miejsce: biblioteka
zgłoszenia PJM: 2026-12-04
porządek:
  - godz: 17:00
    punkt: Otwarcie
  - godz: 18:00
    punkt: Rozmowa
---
Spotykamy się 10 grudnia o 17:00.
"""

EVALUATION = """---
tytuł: Park po roku
data publikacji: 2026-10-20
termin: 2026-11-12 17:00
rodzaj debaty: ewaluacyjna
ewaluacja debat:
  - park-wieczorem
miejsce: biblioteka
---
Rozliczamy się.
"""

REQUEST = """---
tytuł: Latarnie w alei
debata: park-wieczorem
historia:
  - data: 2026-10-08
    status: zgłoszony
  - data: 2026-11-02
    status: w realizacji
    opis: Zamówiono osiem lamp
  - data: 2026-11-20
    status: zrealizowany
    opis: Świecą.
---
"""

CONTENT = {
    **BARE,
    "content/jednostka.yml": UNIT,
    "content/podmioty/kmp.md": "---\nnazwa: Komenda\n---\n",
    "content/podmioty/straz.md": "---\nnazwa: Straż\n---\n",
    "content/miejsca/biblioteka.md": "---\nnazwa: Biblioteka\n---\n",
    "content/miejsca/dom-kultury.md": "---\nnazwa: Dom Kultury „Latarnia”\n---\n",
    "content/cykle/rozmowy.md": "---\ntytuł: Rozmowy\n---\n",
    "content/rejony/rejon-1.md": "---\nnazwa: Rejon 1\nwakat: tak\n---\n",
    "content/debaty/2026/park-wieczorem.md": AUTUMN,
    "content/debaty/2026/rynek-zima.md": WINTER,
    "content/debaty/2026/park-po-roku.md": EVALUATION,
    "content/wnioski/2026/w-2026-004.md": REQUEST,
}


@dataclass(frozen=True)
class Office:
    """The project's folder, what stands in it, and its commands."""

    root: Path
    capsys: pytest.CaptureFixture[str]

    @classmethod
    def opened(
        cls,
        root: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        day: str = TODAY,
    ) -> Office:
        write(root, CONTENT)
        monkeypatch.setattr(child, "ROOT", root)
        monkeypatch.setenv("BUILD_DATE", day)
        return cls(root, capsys)

    def run(self, *words: str) -> tuple[int, str, str]:
        """The exit code of a command, what it printed and what it complained of."""
        try:
            code = main(words)
        except SystemExit as end:
            code = int(end.code or 0)
        shown = self.capsys.readouterr()
        return code, shown.out, shown.err

    def done(self, *words: str) -> str:
        """Run and succeed; what was printed."""
        code, out, err = self.run(*words)
        assert code == 0, out + err
        return out

    def refused(self, *words: str, code: int = 1) -> str:
        """Run and fail, changing nothing; why."""
        before = self.files()
        found, out, err = self.run(*words)
        assert found == code, out + err
        assert self.files() == before
        return err

    def files(self) -> dict[str, str]:
        """Every file below ``content/``, hidden leftovers too."""
        files = (file for file in (self.root / "content").rglob("*") if file.is_file())
        return {file.relative_to(self.root).as_posix(): file.read_text("utf-8") for file in files}

    def text(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def record(self, path: str) -> Record:
        """A file as the newsroom reads it: no problem, and no warning but of a missing text."""
        entry, _ = parsing.parse(path, (self.root / path).read_bytes())
        assert not [one for one in entry.warnings if MARK[:-1] not in one.message]
        return entry.record
