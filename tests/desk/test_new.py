"""``new``: from a few options to a file that the newsroom reads and ``check`` accepts."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.desk import looking
from plugins.desk.new.words import meant
from plugins.newsroom.kinds.debate import Debate, Role
from plugins.newsroom.kinds.news import Section
from plugins.newsroom.kinds.report import Report
from plugins.newsroom.kinds.request import Request, Status
from tests.desk.office import Office

DEBATE = ("new", "debata", "--termin", "18.02.2027 17.00", "--miejsce", "biblio")


def made(office: Office, *words: str) -> list[str]:
    """Run and succeed; the new files, none of which ``check`` finds fault with."""
    before = office.files()
    office.done(*words)
    after = office.files()
    assert {path: after[path] for path in before} == before
    assert not looking.look(office.root, looking.now()).errors
    return sorted(after.keys() - before.keys())


@pytest.mark.parametrize(
    ("word", "folder"),
    [
        ("debata", "debaty"),
        ("DEBATĘ", "debaty"),
        ("sprawozdania", "sprawozdania"),
        ("wnioskow", "wnioski"),
        ("aktualnosc", "aktualnosci"),
        ("ostrzezenie", "aktualnosci"),
        ("Programme", "programy"),
        ("rejon", "rejony"),
        ("body", "podmioty"),
        ("miejsce", "miejsca"),
        ("cykle", "cykle"),
        ("page", "strony"),
    ],
)
def test_a_kind_is_known_by_many_words(word: str, folder: str) -> None:
    assert meant(word).folder == folder


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("debta", "nie znam rodzaju „debta” – czy chodziło o „debata”?"),
        ("xyz", "możliwe: debata, sprawozdanie"),
        ("działanie", "dopisz je w pliku programu"),
    ],
)
def test_an_unknown_kind_is_a_slip(office: Office, word: str, sentence: str) -> None:
    assert sentence in office.refused("new", word, code=2)


EACH = [
    (("debata", "--termin", "2027-02-18 17:00", "--miejsce", "biblioteka"), "debaty/2027"),
    (("aktualność", "--treść", "Tekst."), "aktualnosci/2026"),
    (("ostrzeżenie", "--do", "31.12.2026", "--treść", "Uważaj."), "aktualnosci/2026"),
    (("program", "--okres", "2027–2029"), "programy"),
    (("rejon", "--dzielnicowy", "asp. Jan Kot"), "rejony"),
    (("rejon", "--dzielnicowy", "wakat"), "rejony"),
    (("podmiot", "--adres", "ul. Lipowa 1, 00-000 Miasto"), "podmioty"),
    (("miejsce",), "miejsca"),
    (("cykl", "--częstotliwość", "co kwartał"), "cykle"),
    (("strona",), "strony"),
]


@pytest.mark.parametrize(("words", "folder"), EACH, ids=str)
def test_each_kind_is_made_from_its_options(
    office: Office, words: tuple[str, ...], folder: str
) -> None:
    (path,) = made(office, "new", *words, "--tytuł", "Zażółć: „gęślą” #1")

    assert path == f"content/{folder}/zazolc-gesla-1.md"
    assert office.record(path).title == "Zażółć: „gęślą” #1"


def test_a_debate_holds_its_answers_and_what_follows_from_them(office: Office) -> None:
    (path,) = made(
        office, *DEBATE, "--tytuł", "Park", "--koniec", "18.30", "--treść", "Zapraszamy."
    )

    debate = office.record(path)
    assert isinstance(debate, Debate)
    head = office.text(path).split("\n# ---")[0]
    assert "termin: 2027-02-18 17:00\nkoniec: 18:30\ndzień tygodnia: czwartek\n" in head
    assert "data publikacji: 2026-11-22\n" in head
    assert "szkic" not in head
    assert debate.place is not None
    assert debate.place.venue == "biblioteka"
    assert debate.body.lead == "Zapraszamy."
    assert [one.written for one in debate.organisers] == ["kmp"]


def test_without_its_text_a_record_is_a_draft_that_cannot_be_published_by_mistake(
    office: Office,
) -> None:
    (path,) = made(office, *DEBATE, "--tytuł", "Park")

    text = office.text(path)
    assert "stan publikacji: szkic\n" in text
    (office.root / path).write_text(text.replace("stan publikacji: szkic\n", ""), "utf-8")
    (problem,) = looking.look(office.root, looking.now()).errors
    assert (problem.path, "wpisz treść" in problem.message) == (path, True)


def test_a_day_without_its_hour_is_provisional(office: Office) -> None:
    words = ("--termin", "2027-03", "--miejsce", "online", "--link", "https://x.example")
    (path,) = made(office, "new", "debata", "--tytuł", "Sieć", *words)

    debate = office.record(path)
    assert isinstance(debate, Debate)
    assert (debate.provisional, debate.ends, debate.weekday) == (True, None, None)
    assert debate.form.value == "online"


def test_an_earlier_debate_lends_its_place_people_and_agenda_never_its_dates(
    office: Office,
) -> None:
    words = ("--jak", "park-wieczorem", "--termin", "2027-02-18 18:30", "--treść", "Zapraszamy.")
    (path,) = made(office, "new", "debata", "--tytuł", "Park wiosną", *words)

    debate = office.record(path)
    assert isinstance(debate, Debate)
    assert debate.place is not None
    assert debate.place.venue == "biblioteka"
    assert debate.leaders[0].name == "Jan Nowak"
    assert (debate.cycle, debate.districts, debate.role) == (
        "rozmowy",
        ("rejon-1",),
        Role.INITIATING,
    )
    assert [point.minute for point in debate.agenda] == [18 * 60 + 30, 18 * 60 + 50]
    assert debate.ends == 20 * 60
    assert debate.asking is not None
    assert (debate.asking.email, debate.asking.until) == ("pytania@policja.example", None)
    assert "2026-10" not in office.text(path)
    assert "#goście:\n#  - Ewa Lis, dyrektorka zieleni\n" in office.text(path)


def test_a_report_begins_with_the_announcement(office: Office) -> None:
    (path,) = made(office, "new", "sprawozdanie", "--debata", "park wieczorem")

    assert path == "content/sprawozdania/2026/park-wieczorem.md"
    report = office.record(path)
    assert isinstance(report, Report)
    assert report.title == "Park wieczorem – sprawozdanie"
    assert (report.debate, report.cycle, report.districts) == (
        *("park-wieczorem", "rozmowy"),
        ("rejon-1",),
    )
    assert [one.written for one in report.present] == [
        *("kmp", "straz", "asp. Jan Nowak, dzielnicowy"),
        "Ewa Lis, dyrektorka zieleni",
    ]
    assert report.requests.value == "spisane"
    assert "#   17:20 Rozmowa\n" in office.text(path)
    assert "stan publikacji: szkic\n" in office.text(path)


def test_an_evaluation_is_told_request_by_request_as_it_stood_on_its_day(office: Office) -> None:
    (path,) = made(office, "new", "sprawozdanie", "--debata", "park-po-roku")

    link = "[W-2026-004](../../wnioski/2026/w-2026-004.md)"
    line = f"- {link} Latarnie w alei: **w realizacji**. Zamówiono osiem lamp.\n"
    assert line in office.text(path)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--debata", "rynek-zima"), "debata jest dopiero 2026-12-10"),
        (("--debata", "nieznana-zupełnie"), "nie znam „nieznana-zupełnie”"),
        (("--debata", "park"), "pasuje do kilku – wybierz: park-po-roku, park-wieczorem"),
        ((), "brakuje: --debata"),
    ],
)
def test_no_report_of_what_was_not_held(
    office: Office, words: tuple[str, ...], sentence: str
) -> None:
    code = 1 if "dopiero" in sentence else 2
    assert sentence in office.refused("new", "sprawozdanie", *words, code=code)


def test_a_debate_has_one_report(office: Office) -> None:
    (path,) = made(office, "new", "sprawozdanie", "--debata", "park-wieczorem")

    told = office.refused("new", "sprawozdanie", "--debata", "park-wieczorem")

    assert told == f"ta debata ma już sprawozdanie: {path}\n"


def test_a_report_may_be_drafted_before_the_debate(office: Office) -> None:
    (path,) = made(office, "new", "sprawozdanie", "--debata", "rynek-zima", "--szkic")

    assert "data publikacji: 2026-12-10\n" in office.text(path)


def test_a_cancelled_debate_has_neither_report_nor_requests(office: Office) -> None:
    office.done("cancel", "rynek-zima", "--powód", "Remont.", "--tak")

    for kind in ("sprawozdanie", "wniosek"):
        words = ("new", kind, "--debata", "rynek-zima", "--tytuł", "X")
        assert "jest odwołana" in office.refused(*words)


def test_requests_number_themselves_after_the_highest(office: Office) -> None:
    words = ("new", "wniosek", "--debata", "park-wieczorem")
    titles = ("--tytuł", "Ławki", "--tytuł", "Kosze", "--treść", "Brakuje ławek.")
    paths = made(office, *words, *titles)

    assert paths == [f"content/wnioski/2026/w-2026-00{n}.md" for n in (5, 6)]
    bench, bins = (office.record(path) for path in paths)
    assert isinstance(bench, Request)
    assert (bench.title, bench.body.lead) == ("Ławki", "Brakuje ławek.")
    assert (bins.title, bool(bins.body)) == ("Kosze", False)
    assert [(one.day.isoformat(), one.status) for one in bench.history] == [
        ("2026-10-08", Status.RAISED)
    ]
    assert bench.districts == ("rejon-1",)


def test_of_several_requests_all_are_written_or_none(office: Office) -> None:
    words = ("new", "wniosek", "--debata", "park-wieczorem", "--tytuł", "Ławki")

    told = office.refused(*words, "--tytuł", "<b>Kosze</b>", code=2)

    assert "znaczniki HTML" in told


def test_a_number_is_never_used_again(office: Office) -> None:
    (office.root / "content/wnioski/2026/w-2026-009.md").write_text(
        "---\nzły: plik\n---\n", "utf-8"
    )

    office.done("new", "wniosek", "--debata", "brak", "--tytuł", "Ławki")

    assert (office.root / "content/wnioski/2026/w-2026-010.md").is_file()


def test_a_warning_takes_three_answers(office: Office) -> None:
    words = ("--tytuł", "Ślisko", "--do", "2026-11-30", "--treść", "Zwolnij na ul. Lipowej.")
    (path,) = made(office, "new", "ostrzezenie", *words)

    news = office.record(path)
    assert getattr(news, "section", None) is Section.WARNING
    assert "szkic" not in office.text(path).split("\n# ---")[0]


@pytest.mark.parametrize(
    ("words", "sentence", "code"),
    [
        (("debata",), "brakuje: --tytuł, --termin, --miejsce", 2),
        (("ostrzeżenie", "--tytuł", "X"), "brakuje: --do, --treść", 2),
        ((*DEBATE[1:], "--tytuł", "X", "--termin", "jutro"), "--termin: podaj tylko jedną", 2),
        (("debata", "--tytuł", "X", "--termin", "jutro", "--miejsce", "a"), "nie rozumiem daty", 2),
        ((*DEBATE[1:5], "zamek", "--tytuł", "X"), "--miejsce: nie znam „zamek”", 2),
        ((*DEBATE[1:], "--tytuł", "X", "--koniec", "16:00"), "koniec jest przed początkiem", 1),
        ((*DEBATE[1:], "--tytuł", "X", "--id", "Park!"), "--id: ", 2),
        ((*DEBATE[1:], "--tytuł", "X", "--id", "rynek-zima"), "„rynek-zima” już jest", 2),
        ((*DEBATE[1:], "--tytuł", "X", "--okres", "2027"), "--okres: ta opcja nie dotyczy", 2),
        ((*DEBATE[1:], "--tytuł", "X", "--cykl", "zebrania"), "nie znam „zebrania”", 2),
        ((*DEBATE[1:], "--tytuł", "a\x07b"), "niewidoczny znak", 2),
        (("aktualność", "--tytuł", "X", "--treść", "Pesel 44051401359."), "PESEL", 1),
    ],
)
def test_a_wrong_answer_writes_nothing(
    office: Office, words: tuple[str, ...], sentence: str, code: int
) -> None:
    told = office.refused("new", *words, code=code)

    assert sentence in told
    assert "44051401359" not in told


@pytest.mark.parametrize(
    "title",
    ['Rozmowa: „a” i "b"', "- #1", "---", "🙂 park", "x" * 500],
)
def test_a_hostile_title_is_only_a_title(office: Office, title: str) -> None:
    first = made(office, *DEBATE, f"--tytuł={title}", "--treść", "T.")
    again = made(office, *DEBATE, f"--tytuł={title}", "--treść", "T.")

    assert first != again
    assert len(Path(first[0]).stem) <= 80
    assert office.record(first[0]).title == office.record(again[0]).title


def test_faults_elsewhere_do_not_stop_a_new_file(office: Office) -> None:
    broken = office.root / "content/miejsca/zle.md"
    broken.write_text("---\nnazwa: X\nklucz: y\n---\n", "utf-8")

    office.done(*DEBATE, "--tytuł", "Park")


def test_options_may_be_written_without_polish_letters(office: Office) -> None:
    (path,) = made(office, *DEBATE, "--tytul", "Park", "--tresc", "Zapraszamy.")

    assert office.record(path).title == "Park"
