"""Other publishers' records: shown everywhere, counted nowhere."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from tests.site.project import Project, tree

BYTOM = "bytom-porozmawiajmy-o-bezpieczenstwie"
KRAKOW = "bezpieczny-krakow-nowy-program"


def test_another_publisher_is_named_in_lists_and_archive(sample: Project) -> None:
    assert "Wydawca" in sample.text("archiwum/2022/01/index.html")
    assert f"/aktualnosci/{KRAKOW}/" in sample.text("archiwum/2022/01/index.html")
    assert f"/debaty/{BYTOM}/" in sample.text("debaty/index.html")


def test_another_publishers_record_is_in_no_figure(sample: Project, project: Project) -> None:
    def figures(one: Project) -> str:
        home = LexborHTMLParser(one.text("index.html"))
        found = home.css_first(".figures")
        assert found is not None
        return " ".join(found.text().split())

    report = f"content/sprawozdania/inne/{BYTOM}.md"
    project.edit(report, "wnioski:", "liczba uczestników: 4000\nwnioski:")
    project.build()
    assert figures(project) == figures(sample)


def test_a_debate_of_unknown_day_is_in_no_calendar(sample: Project) -> None:
    calendars = {p: d for p, d in tree(sample.output).items() if p.startswith("kalendarz")}
    assert calendars
    assert not any(BYTOM.encode() in data for data in calendars.values())
    assert not (sample.output / "debaty" / BYTOM / "debata.ics").exists()
    assert "debata.ics" not in sample.text(f"debaty/{BYTOM}/index.html")
    assert "w piątek" in sample.words(f"debaty/{BYTOM}/index.html").lower()


def test_the_true_facts_of_the_two_documents_are_shown(sample: Project) -> None:
    debate = sample.words(f"debaty/{BYTOM}/index.html")
    for fact in ("Dariusz Dziurka", "Biuro Promocji Bytomia"):
        assert fact in debate
    notice = sample.words(f"aktualnosci/{KRAKOW}/index.html")
    for fact in ("Agata Chełstowska", "Rozwój Krakowa", "2022-01-31", "Komunikat archiwalny"):
        assert fact in notice
    programme = sample.words("programy/bezpieczny-krakow-2022-2024/index.html")
    assert "LXXVI/2139/22" in programme
    assert "Program zakończony" in programme
