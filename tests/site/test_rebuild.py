"""What is made again after an edit, and nothing else."""

from __future__ import annotations

from tests.site.project import Project, rewritten, stamps

DEBATE = "content/debaty/2026/park-miejski-po-zmroku.md"


def test_a_second_build_touches_nothing(project: Project) -> None:
    before = stamps(project.output)
    said = project.build()
    assert rewritten(before, stamps(project.output)) == set()
    assert "zapisane: 0, usunięte: 0" in said


def outside_search(paths: set[str]) -> set[str]:
    """Without search, which holds every text and has tests of its own: the index, and the page that
    tells its edition."""
    return {path for path in paths if not path.startswith(("szukaj/indeks/", "szukaj/index.html"))}


def test_an_edit_of_a_body_rewrites_its_page_and_the_feed_with_that_text(project: Project) -> None:
    before = stamps(project.output)
    project.write(DEBATE, (project.root / DEBATE).read_text("utf-8") + "\nDopisane zdanie.\n")
    project.build()
    changed = outside_search(rewritten(before, stamps(project.output)))
    feeds = {path for path in changed if path.startswith("kanaly/")}
    assert changed - feeds == {"debaty/park-miejski-po-zmroku/index.html"}
    with_it = {
        path.relative_to(project.output).as_posix()
        for path in (project.output / "kanaly").iterdir()
        if "Dopisane zdanie." in path.read_text("utf-8")
    }
    assert feeds == with_it >= {"kanaly/wszystko.rss.xml", "kanaly/debaty.json"}
    assert "Dopisane zdanie." in project.text("debaty/park-miejski-po-zmroku/index.html")


def test_why_names_the_body_that_changed(project: Project) -> None:
    project.write(DEBATE, (project.root / DEBATE).read_text("utf-8") + "\nDopisane zdanie.\n")
    page = '"debaty/park-miejski-po-zmroku/index.html"'
    would = project.pelican("-s", "publishconf.py", "-e", f"WHY={page}").stdout
    project.build()
    was = project.pelican("-s", "publishconf.py", "-e", f"WHY={page}").stdout
    for said in (would, was):
        assert "prose" in said
        assert "Źródło: " + DEBATE in said
    assert "zostanie" in would
    assert "jest aktualny" in was


def test_a_title_reaches_every_list_that_shows_it(project: Project) -> None:
    old = "Debaty: park po nowemu"
    before = stamps(project.output)
    text = (project.root / DEBATE).read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("tytuł:"))
    project.edit(DEBATE, title, f'tytuł: "{old}"')
    project.build()
    changed = outside_search(rewritten(before, stamps(project.output)))
    showing = {one for one in changed if old.encode() in (project.output / one).read_bytes()}
    assert {"index.html", "debaty/index.html", "kalendarz.ics", "archiwum/2026/10/index.html"} & (
        showing
    ) >= {"index.html", "debaty/index.html", "kalendarz.ics"}
    data = {path for path in showing if path.startswith("dane/")}
    assert data == {f"dane/debaty{ending}" for ending in (".csv", "-excel.csv", ".json")}
    # What changed without the words themselves changed their address or their day: nothing did.
    # The catalogue and the page of the data say how large the files are.
    sizes = {"dane/katalog.jsonld", "dane/index.html"}
    own = {f"debaty/park-miejski-po-zmroku/{name}" for name in ("debata.ics", "odnosnik.png")}
    assert changed - showing - sizes <= own


def test_a_new_record_leaves_distant_pages_alone(project: Project) -> None:
    before = stamps(project.output)
    project.write(
        "content/aktualnosci/2026/nowa.md",
        "---\ntytuł: Nowa wiadomość\ndata publikacji: 2026-11-20\n---\nTreść wiadomości.\n",
    )
    project.build()
    changed = rewritten(before, stamps(project.output))
    assert "aktualnosci/nowa/index.html" in changed
    assert not any(path.startswith(("debaty/", "miejsca/", "podmioty/")) for path in changed)


def test_a_renamed_record_leaves_nothing_at_its_old_address(project: Project) -> None:
    old = project.root / "content/aktualnosci/2026/dojazd-na-cmentarze.md"
    old.rename(old.with_name("dojazd-na-cmentarze-komunalne.md"))
    project.build()
    assert not (project.output / "aktualnosci/dojazd-na-cmentarze").exists()
    assert (project.output / "aktualnosci/dojazd-na-cmentarze-komunalne/index.html").exists()
    for path in ("archiwum/2026/10/index.html", "sitemap-2026.xml", "kanaly/wszystko.rss.xml"):
        assert "/dojazd-na-cmentarze/" not in project.text(path)


def test_a_component_rewrites_only_pages_that_reach_it(project: Project) -> None:
    before = stamps(project.output)
    project.edit("theme/templates/components/agenda/agenda.html", "</", "<!-- zmiana --></")
    project.build()
    changed = rewritten(before, stamps(project.output))
    assert changed
    assert all(path.startswith("debaty/") for path in changed), changed


def test_a_damaged_file_heals(project: Project) -> None:
    page = project.output / "index.html"
    whole = page.read_bytes()
    page.write_bytes(whole[:100])
    (project.output / "kontakt/index.html").unlink()
    project.write("output/cudzy.html", "obcy plik")
    project.build()
    assert page.read_bytes() == whole
    assert (project.output / "kontakt/index.html").exists()
    assert not (project.output / "cudzy.html").exists()


def test_a_second_configuration_makes_nothing_anew(project: Project) -> None:
    before = stamps(project.output)
    done = project.pelican()
    assert done.returncode == 0, done.stderr
    assert rewritten(before, stamps(project.output)) == set()
