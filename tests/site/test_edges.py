"""Sites at the edge: nearly empty, all drafts, under a path, with what must not be seen."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.site.project import Project, tree

NEWS = "---\ntytuł: {title}\ndata publikacji: {day}\n{more}---\nTreść.\n"


def bare(folder: Path) -> Project:
    """A unit on its first day: its data and one page."""
    project = Project.copied(folder)
    for path in (project.root / "content").iterdir():
        if path.is_dir() and path.name != "strony":
            shutil.rmtree(path)
    for path in (project.root / "content/strony").iterdir():
        if path.stem != "kontakt":
            path.unlink()
    project.write("content/strony/kontakt.md", "---\ntytuł: Kontakt\n---\nAdres.\n")
    project.edit("content/jednostka.yml", "podmiot: kmp-przykladow\n", "")
    return project


def test_a_units_first_day_is_published(first_day: Project) -> None:
    assert "Żadna debata" in first_day.words("index.html")
    assert 'href="/etr/"' not in first_day.text("index.html")


def test_a_preview_shows_a_draft_of_a_year_of_its_own(unit: Project) -> None:
    draft = NEWS.format(title="Szkic", day="2027-01-04", more="stan publikacji: szkic\n")
    unit.write("content/aktualnosci/szkic.md", draft)
    said = unit.build()
    assert "Poza stroną: szkice: 1" in said
    preview = unit.root / ".debaty/preview"
    done = unit.pelican("-e", "DRAFTS=true", "-o", str(preview))
    assert done.returncode == 0, done.stderr
    assert (preview / "aktualnosci/szkic/index.html").exists()
    assert not (unit.output / "aktualnosci/szkic").exists()


def test_equal_files_beside_two_records_are_published_once(unit: Project) -> None:
    attached = "załączniki:\n  - plik: regulamin.txt\n    opis: Regulamin\n"
    for year in (2025, 2026):
        folder = f"content/aktualnosci/{year}"
        text = NEWS.format(title=f"Rok {year}", day=f"{year}-05-05", more=attached)
        unit.write(f"{folder}/rok-{year}.md", text)
        unit.write(f"{folder}/regulamin.txt", "Ten sam tekst.")
    unit.build()
    assert len(list((unit.output / "pliki").iterdir())) == 1


def test_what_is_hidden_is_at_its_address_only(unit: Project) -> None:
    hidden = NEWS.format(title="Kalinokwiat", day="2026-05-05", more="stan publikacji: ukryty\n")
    unit.write("content/aktualnosci/kalinokwiat.md", hidden)
    unit.build()
    naming = [path for path, data in tree(unit.output).items() if b"alinokwiat" in data]
    assert naming == ["aktualnosci/kalinokwiat/index.html"]
    assert "noindex" in unit.text(naming[0])


def test_a_withdrawn_record_leaves_a_dated_trace(unit: Project) -> None:
    gone = (
        "stan publikacji: wycofany\nwycofano:\n  data: 2026-11-02\n  powód: Pomyłka w treści.\n"
        "dawne adresy: /stare/1.html\n"
    )
    unit.write("content/aktualnosci/x.md", NEWS.format(title="X", day="2026-05-05", more=gone))
    unit.build()
    trace = unit.words("aktualnosci/x/index.html")
    assert "Pomyłka w treści." in trace
    assert "2 listopada 2026" in trace
    assert "/aktualnosci/x/" not in unit.text("archiwum/index.html")
    assert "/aktualnosci/x/" in unit.text("stare/1.html")


def test_a_site_under_a_path_links_below_it(project: Project) -> None:
    site = "https://policja.przykladow.example"
    project.edit("content/jednostka.yml", f"adres strony: {site}", f"adres strony: {site}/kmp")
    project.build()
    for path, data in tree(project.output).items():
        if path.endswith(".html"):
            assert b'href="/kmp/' in data or b"http-equiv" in data
            for start in (b'href="/', b'src="/', b'srcset="/', b'-ahead="/', b'-suggest="/'):
                assert data.count(start) == data.count(start + b"kmp/"), path
    assert 'data-ahead="/kmp/theme/lookup.' in project.text("index.html")
    assert 'data-suggest="/kmp/theme/' in project.text("szukaj/index.html")
    assert f"{site}/kmp/debaty/" in project.text("kanaly/wszystko.rss.xml")
    assert f"{site}/kmp/debaty/" in project.text("kalendarz.ics").replace("\n ", "")
