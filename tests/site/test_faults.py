"""Bad input: exit 1, every fault named once, the published site as it was."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.site.project import Project, rewritten, stamps, tree

HEAD = "---\ntytuł: Próba\ndata publikacji: 2026-11-20\n{}---\nTreść.\n"
DEBATE = HEAD.format("termin: {}\nmiejsce: klub-seniora\n{}")

FAULTS: dict[str, tuple[str | bytes, str]] = {
    "aktualnosci/klucz-dwa-razy.md": (
        HEAD.format("tytuł: Druga\n"),
        r":4: tytuł: klucz jest już w wierszu 2 – zostaw jeden",
    ),
    "aktualnosci/klucz-nieznany.md": (
        HEAD.format("streszczanie: x\n"),
        r":4: streszczanie: nieznany klucz – .*„streszczenie”",
    ),
    "debaty/zla-data.md": (
        DEBATE.format("2026-02-30 17:00", ""),
        r":4: termin: w kalendarzu nie ma dnia .* – popraw",
    ),
    "debaty/godzina-ktorej-nie-ma.md": (
        DEBATE.format("2027-03-28 02:30", ""),
        r":4: termin: godziny 02:30 .*\+01:00.*\+02:00.* – ",
    ),
    "debaty/nie-ma-miejsca.md": (
        HEAD.format("termin: 2027-01-20 17:00\nmiejsce: klub-seniorow\n"),
        r":5: miejsce: nie ma takiego .*klub-seniorow.* – napisz „klub-seniora”",
    ),
    "aktualnosci/cp1250.md": (
        HEAD.format("").replace("Treść", "Zażółć gęślą jaźń").encode("cp1250"),
        r":\d+: .*cp1250 \(Windows\) – zapisz go jako UTF-8 albo uruchom ./debaty fix",
    ),
    "aktualnosci/kotwica.md": (HEAD.format("streszczenie: *skrót\n"), r":4: .*„\*” .* – "),
    "aktualnosci/stary-adres-1.md": (HEAD.format("dawne adresy: /stary/1.html\n"), ""),
    "aktualnosci/stary-adres-2.md": (
        HEAD.format("dawne adresy: /stary/1.html\n"),
        r":4: .*należy już do content/aktualnosci/stary-adres-1\.md – ",
    ),
    "aktualnosci/skrypt-w-tytule.md": (
        "---\ntytuł: <script>alert(1)</script>\ndata publikacji: 2026-11-20\n---\nTreść.\n",
        r":2: tytuł: znaczniki HTML .* – wpisz sam tekst",
    ),
    "aktualnosci/bez-tytulu.md": (
        "---\ndata publikacji: 2026-11-20\n---\nTreść.\n",
        r":2: tytuł: brak wymaganego klucza – dopisz „tytuł: ",
    ),
    "debaty/dzien-tygodnia.md": (
        DEBATE.format("2027-01-20 17:00", "dzień tygodnia: piątek\n"),
        r":6: dzień tygodnia: 2027-01-20 to środa – popraw",
    ),
}


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights there")
def test_each_fault_is_named_once_and_nothing_published_changes(project: Project) -> None:
    for path, (text, _) in FAULTS.items():
        project.write(f"content/{path}", text)
    (project.root / "sekret.md").write_text(HEAD.format(""), "utf-8")
    (project.root / "content/aktualnosci/dowiazanie.md").symlink_to(project.root / "sekret.md")
    before = stamps(project.output)
    said = project.refused()
    assert rewritten(before, stamps(project.output)) == set()
    expected = {f"content/{p}": words for p, (_, words) in FAULTS.items() if words}
    expected["content/aktualnosci/dowiazanie.md"] = r": dowiązanie symboliczne – wstaw sam plik"
    assert len(said) == len(expected), said
    for path, words in expected.items():
        (line,) = (line for line in said if line.startswith(f"{path}:"))
        assert re.search(words, line.removeprefix(path)), line


def test_a_template_that_fails_leaves_the_site_as_it_was(project: Project) -> None:
    before = stamps(project.output)
    project.edit("theme/templates/home.html", "<main", "{{ page.nie_ma_mnie }}<main")
    (said,) = project.refused()
    assert said.startswith("theme/templates/home.html:")
    assert rewritten(before, stamps(project.output)) == set()


def test_no_content_is_refused(tmp_path: Path) -> None:
    project = Project.copied(tmp_path / "p")
    for file in (project.root / "content").rglob("*.md"):
        file.unlink()
    assert any("folder jest pusty" in line for line in project.refused())
    assert not project.output.exists() or not any(project.output.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights there")
def test_content_behind_a_link_is_refused_and_nothing_is_written_beside_it(tmp_path: Path) -> None:
    project, elsewhere = Project.copied(tmp_path / "p"), tmp_path / "gdzie-indziej"
    elsewhere.mkdir()
    (project.root / "content").rename(elsewhere / "content")
    (project.root / "content").symlink_to(elsewhere / "content")
    assert project.refused()[0] == "content: dowiązanie symboliczne – wstaw sam folder"
    assert [one.name for one in elsewhere.iterdir()] == ["content"]


def test_a_theme_elsewhere_gives_the_same_site(
    unit: Project, first_day: Project, tmp_path: Path
) -> None:
    (unit.root / "theme").rename(tmp_path / "motyw")
    unit.build("-t", str(tmp_path / "motyw"))
    assert tree(unit.output) == tree(first_day.output)
