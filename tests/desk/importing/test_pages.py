"""Pages of old sites: what is understood, what is left out and told, what is marked."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from PIL import Image

from plugins.desk.importing import converting, drafting, readers
from plugins.desk.importing.drafting import Draft
from plugins.desk.importing.filing import Cabinet, Filed
from plugins.desk.importing.heading import Wishes
from plugins.desk.importing.values import Written
from tests.desk.importing.reading import html_of, plain, taken, texts

WISHES = Wishes(
    today="2026-11-22", host="dawna.policja.gov.pl", bodies=frozenset({"straz-miejska"})
)


def read(data: str | bytes, folder: Path = Path(), name: str = "strona.html") -> Written:
    raw = data if isinstance(data, bytes) else data.encode()
    (text,) = readers.texts(folder / name, raw)
    return converting.converted(text)


def draft(data: str, folder: Path = Path(), wishes: Wishes = WISHES) -> Draft:
    return drafting.drafted("strona.html", read(data, folder), wishes)


def filed(one: Draft, root: Path) -> list[Filed]:
    return Cabinet.opened(root).filed(one)


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "cp1250", "iso-8859-2", "utf-16"])
@pytest.mark.parametrize("said", ["", "utf-8", "iso-8859-2", "windows-1250"])
def test_polish_letters_are_read_whatever_the_page_says_of_itself(code: str, said: str) -> None:
    page = f'<meta charset="{said}"><h1>Śnieżka</h1><p>Zażółć gęślą jaźń, ćma i źdźbło.</p>'
    written = read(page.encode(code))
    assert written.facts.title == "Śnieżka"
    assert written.body == "Zażółć gęślą jaźń, ćma i źdźbło."


METKAS = [
    "<p>pokaż metkę</p><p>Osoba publikująca: Jan Kot<br>Podmiot publikujący: Straż Miejska<br>"
    "Data publikacji: 2022-01-31<br>Data aktualizacji: 2022-02-01<br>Powrót</p>",
    "<dl><dt>Osoba publikująca</dt><dd>Jan Kot</dd><dt>Podmiot publikujący:</dt>"
    "<dd>Straż Miejska</dd><dt>Data publikacji</dt><dd>31.01.2022</dd>"
    "<dt>Data aktualizacji</dt><dd>1 lutego 2022 r.</dd></dl>",
    "<table><tr><th>Osoba publikująca</th><td>Jan Kot</td></tr><tr><th>Podmiot publikujący</th>"
    "<td>Straż Miejska</td></tr><tr><td>Data publikacji</td><td>31.01.2022 r.</td></tr>"
    "<tr><td>Data modyfikacji:</td><td>2022-02-01</td></tr></table>",
    "<div>pokaż metkę\nOsoba publikująca: Jan Kot Podmiot publikujący: Straż Miejska "
    "Data publikacji: 2022-01-31 Data aktualizacji: 2022-02-01</div>",
]


@pytest.mark.parametrize("metka", METKAS)
def test_a_metka_becomes_keys_and_leaves_the_text(metka: str, tmp_path: Path) -> None:
    one = draft(f"<h1>Nowy patrol</h1><p>Treść.</p>{metka}")
    head, body = taken(filed(one, tmp_path)[0].text)
    assert str(head["data publikacji"]) == "2022-01-31"
    assert str(head["data aktualizacji"]) == "2022-02-01"
    assert head["osoba publikująca"] == "Jan Kot"
    assert head["podmiot publikujący"] == "Straż Miejska"
    assert head["wydawca"] == "straz-miejska"
    assert texts(body) == ["Treść."]


def test_a_sentence_about_a_date_is_no_metka() -> None:
    sentences = [
        "Data publikacji raportu nie jest znana.",
        "Opublikowano 5 raportów w 2022 r.",
        "Autor: nieznany, rzeźba z XIX wieku",
    ]
    page = "".join(f"<p>{one}</p>" for one in sentences)
    assert texts(read(f"<h1>Tytuł strony</h1>{page}").body) == sentences


def test_what_stands_around_a_text_is_left_out_and_told() -> None:
    written = read(
        "<body><header role=banner>Komenda</header><nav><a href=/>Strona główna</a></nav>"
        "<main><h1>Tytuł strony</h1><p>Powrót do zdrowia trwa.</p><p>Drukuj</p><p>Zobacz także</p>"
        "</main><footer>Stopka</footer>"
        "<p>Serwis używa plików cookies zgodnie z polityką.</p></body>"
    )
    assert written.body == "Powrót do zdrowia trwa."
    assert sorted(written.left_out) == sorted(
        [
            *("Komenda", "Strona główna", "Drukuj", "Zobacz także", "Stopka"),
            "Serwis używa plików cookies zgodnie z polityką.",
        ]
    )


def test_see_also_with_links_stays() -> None:
    page = "<h1>Tytuł strony</h1><p>A</p><h2>Zobacz także</h2><ul><li>Inny tekst</li></ul>"
    assert texts(read(page).body) == ["A", "Zobacz także", "Inny tekst"]


def test_an_archival_page_stays_archival(tmp_path: Path) -> None:
    one = draft("<h1>Dawny patrol</h1><p>Komunikat archiwalny</p><p>Treść.</p>")
    head, _ = taken(filed(one, tmp_path)[0].text)
    assert head["archiwalne"] == "tak"


def test_headings_follow_each_other_from_two() -> None:
    page = "<h1>Tytuł strony</h1><h3>A</h3><p>a</p><h5>B</h5><p>b</p><h1>C</h1><p>c</p>"
    html = html_of(read(page).body)
    assert [f"<h{n}" in html for n in range(1, 6)] == [False, True, True, True, False]


def test_players_and_forms_leave_a_mark_or_their_words() -> None:
    written = read(
        '<h1>Tytuł strony</h1><form><p>Zgłoś problem</p><input value="x"><button>Wyślij</button>'
        '</form><iframe src="https://film.pl/1"></iframe><script>alert(1)</script>'
    )
    assert "Zgłoś problem" in written.body
    assert "(https://film.pl/1)" in written.body
    assert "alert" not in written.body
    assert "Wyślij" in written.left_out


def test_footnotes_stay_footnotes() -> None:
    html = html_of(
        read(
            '<h1>Tytuł strony</h1><p>Pierwszy<a href="#p1" id="o1"><sup>1</sup></a> i drugi'
            '<sup><a id="o2" href="#p2">[2]</a></sup>.</p><ol><li id="p1"><p>Nota A '
            '<a href="#o1">↑</a></p></li><li id="p2">Nota B <a href="#o2">↩</a></li></ol>'
        ).body
    )
    assert html.count('class="footnote-ref"') == 2
    assert html.index("Nota A") < html.index("Nota B")
    assert "↑" not in html


def test_tables_of_layout_are_opened_and_merged_cells_keep_their_text() -> None:
    layout = read("<h1>Tytuł strony</h1><table><tr><td><p>A</p><p>B</p></td></tr></table>")
    assert layout.body == "A\n\nB"
    nested = read(
        "<h1>Tytuł strony</h1><table><tr><td>A</td><td><table><tr><td>B</td><td>C</td></tr>"
        "</table></td></tr></table>"
    )
    assert set(texts(nested.body)) == {"A", "B", "C"}
    merged = read(
        "<h1>Tytuł strony</h1><table><tr><th>A</th><th>B</th><th>C</th></tr>"
        "<tr><td rowspan=2>1</td><td colspan=2>2</td></tr><tr><td>3</td><td>4</td></tr></table>"
    )
    assert texts(merged.body) == [*"ABC", "1", "2", "3", "4"]
    assert "|  | 3 | 4 |" in merged.body
    assert "scalone komórki" in merged.body


def test_a_long_table_is_cut_so_that_the_site_reads_it(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{n}</td><td>b</td><td>c</td></tr>" for n in range(400))
    one = draft(
        f"<h1>Tytuł strony</h1><table><tr><th>n</th><th>x</th><th>y</th></tr>{rows}</table>"
    )
    (record,) = filed(one, tmp_path)
    assert record.problems() == []
    assert [f"{n}" in texts(one.body) for n in (0, 200, 399)] == [True] * 3


def picture(kind: str = "PNG", **more: object) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(made, kind, **more)
    return made.getvalue()


def test_pictures_beside_a_page_come_along(tmp_path: Path) -> None:
    site = tmp_path / "stara"
    (site / "strona_pliki").mkdir(parents=True)
    (site / "strona_pliki/a b.jpg").write_bytes(picture("JPEG"))
    (site / "plan.gif").write_bytes(picture("GIF"))
    inline = base64.b64encode(picture()).decode()
    one = draft(
        '<h1>Tytuł strony</h1><p><img src="strona_pliki/a%20b.jpg" alt="Patrol [nocny]"> '
        f'<img src="plan.gif"><img src="data:image/png;base64,{inline}" alt="C">'
        '<img src="https://inna.pl/x.png" alt="Zdalny"><img src="nie-ma.png"></p>',
        site,
    )
    (record,) = filed(one, tmp_path)
    name = "content/aktualnosci/inne/tytul-strony"
    assert sorted(record.files) == [f"{name}-{n}" for n in ("1.jpg", "2.png", "3.png")] + [
        f"{name}.md"
    ]
    assert "![Patrol \\[nocny](tytul-strony-1.jpg)" in record.text
    assert "![Do sprawdzenia: opis obrazu](tytul-strony-2.png)" in record.text
    assert "[obraz: Zdalny](https://inna.pl/x.png)" in record.text
    assert "brak obrazu „nie-ma.png”" in record.text


@pytest.mark.parametrize(
    "src", ["../tajne.png", "/etc/tajne.png", "link.png", "pliki/../../tajne.png"]
)
def test_no_picture_leaves_the_folder_of_its_page(src: str, tmp_path: Path) -> None:
    (tmp_path / "tajne.png").write_bytes(picture())
    (tmp_path / "strona/pliki").mkdir(parents=True)
    (tmp_path / "strona/link.png").symlink_to(tmp_path / "tajne.png")
    written = read(f'<h1>Tytuł strony</h1><img src="{src}">', tmp_path / "strona")
    assert written.pictures == ()


def test_links_that_lead_nowhere_are_told_and_documents_come_along(tmp_path: Path) -> None:
    (tmp_path / "Plan 2022.pdf").write_bytes(b"%PDF-1.4")
    one = draft(
        '<h1>Tytuł strony</h1><p><a href="Plan%202022.pdf">Plan</a> <a href="inna.html">inna</a> '
        '<a href="javascript:x()">skrypt</a> <a href="#a">kotwica</a> '
        '<a href="mailto:x@y.pl">poczta</a> <a href="https://x.pl/a b(c)[d]">dobra</a></p>',
        tmp_path,
    )
    (record,) = filed(one, tmp_path)
    head, body = taken(record.text)
    assert head["załączniki"] == [{"plik": "tytul-strony-plan-2022.pdf", "opis": "Plan"}]
    assert "odnośnik „inna” prowadził do „inna.html”" in body
    assert texts(body) == ["Plan inna skrypt kotwica poczta dobra"]
    assert "](https://x.pl/a%20b%28c%29%5Bd%5D)" in body


def test_a_page_of_our_own_former_site_keeps_its_address(tmp_path: Path) -> None:
    page = (
        '<link rel="canonical" href="https://dawna.policja.gov.pl/pl/news/12,Patrol.html?x=1">'
        "<h1>Nocny patrol</h1><p>Data publikacji: 2020-05-01</p><p><a href='/a.html'>a</a></p>"
    )
    head, body = taken(filed(draft(page), tmp_path)[0].text)
    assert head["dawne adresy"] == ["/pl/news/12,Patrol.html"]
    assert "źródło" not in head
    assert "](https://dawna.policja.gov.pl/a.html)" in body


def test_a_text_without_a_day_says_where_it_is_from(tmp_path: Path) -> None:
    head, _ = taken(filed(draft("<h1>Nocny patrol</h1><p>Treść.</p>"), tmp_path)[0].text)
    assert head["data publikacji"] == "nieznana"
    assert head["źródło"]["nazwa"] == "plik strona.html"


def test_a_report_comes_with_its_debate(tmp_path: Path) -> None:
    page = (
        "<h1>Debata społeczna w parku</h1><p>Data publikacji: 2022-03-14</p>"
        "<p>10 marca 2022 r. odbyła się debata z mieszkańcami.</p>"
    )
    debate, report = filed(draft(page), tmp_path)
    assert debate.path == "content/debaty/2022/debata-spoleczna-w-parku.md"
    assert report.path == "content/sprawozdania/2022/debata-spoleczna-w-parku.md"
    told, _ = taken(debate.text)
    assert (str(told["termin"]), told["bez zapowiedzi"]) == ("2022-03-10", "tak")
    assert taken(report.text)[0]["debata"] == "debata-spoleczna-w-parku"
    assert [
        p for one in (debate, report) for p in one.problems() if "sprawdź i" not in p.message
    ] == []


def test_an_invitation_becomes_a_debate_only_with_its_hour(tmp_path: Path) -> None:
    page = "<h1>Zaproszenie na debatę</h1><p>Data publikacji: 2022-03-01</p><p>Zapraszamy {}.</p>"
    told = draft(page.format("10 marca 2022 r. o godz. 17:00 do szkoły"))
    assert (told.kind, told.head["termin"]) == ("debaty", "2022-03-10 17:00")
    assert draft(page.format("wkrótce")).kind == "aktualnosci"
    assert [p for p in filed(told, tmp_path)[0].problems() if "sprawdź i" not in p.message] == []


def test_a_draft_with_marks_cannot_be_published_by_a_slip(tmp_path: Path) -> None:
    (record,) = filed(draft('<h1>Nocny patrol</h1><p>A</p><img src="x.png">'), tmp_path)
    text = record.text.replace("stan publikacji: szkic\n", "")
    published = Filed("x", record.path, {record.path: text.encode()})
    assert any("brak obrazu" in problem.message for problem in published.problems())
    from plugins.newsroom import parsing  # the parser decides, not our list of marks
    from plugins.problems import Problems

    parsing.parse(record.path, record.files[record.path])
    with pytest.raises(Problems, match="brak obrazu"):
        parsing.parse(record.path, text.encode())


def test_text_pasted_from_word_keeps_its_words() -> None:
    written = read(
        "<h1>Tytuł strony</h1><p><b>De</b><b>bata</b> w&nbsp;parku<o:p></o:p> <b> gruba&nbsp;</b>i"
        "<u> podkreślona</u> H<sub>2</sub>O, 5 m<sup>2</sup>, <s>nie</s> <q>cytat</q></p>"
        "<pre>a | b\n c</pre>"
    )
    got = [plain(text) for text in texts(written.body)]
    assert got == ['Debata w parku gruba i podkreślona H2O, 5 m2, nie "cytat"', "a | b c"]


def test_a_title_of_the_page_alone_is_its_title_and_the_text_stays_text() -> None:
    one = read("<html><head><title>Zażółć</title></head><body><p>Jeden krótki akapit</p></body>")
    assert one.facts.title == "Zażółć"
    assert "Jeden krótki akapit" in one.body
