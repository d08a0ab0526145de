"""One sheet always, the same bytes, a code that is read, words in their order."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdf
import pytest
import zxingcpp
from PIL import Image

from plugins.newsroom import dates
from plugins.newsroom.kinds.debate import Form, State
from plugins.newsroom.kinds.venue import Accessibility, Place
from plugins.posters import sheet
from plugins.problems import Problems
from tests.posters import making
from tests.posters.making import URL, Files, pdf, text

A4 = (595, 842)


def _in_order(found: str, *parts: str) -> None:
    places = [found.find(part) for part in parts]
    assert -1 not in places, (parts[places.index(-1)], found)
    assert places == sorted(places), found


ORDER = (
    "Debata społeczna",
    "Komenda Miejska Policji w Przykładowie",
    "Okolice dworca wieczorem",
    "czwartek",
    "10 grudnia 2026 r.",
    "godz. 17:00–18:30",
    "Dom Kultury „Latarnia”",
    "sala kameralna, I piętro",
    "ul. Żółwia 8",
    "00-000 Przykładów",
    "Debata ma charakter otwarty. Wstęp wolny, bez zapisów.",
    "Jest: podjazd albo wejście bez progu, winda, toaleta dostosowana",
    "Nie ma: pętla indukcyjna",
    "debaty@policja.przykladow.example",
    "Potrzebę tłumacza zgłoś do 4 grudnia 2026 r.",
    "Zapraszają: Komenda Miejska Policji w Przykładowie, Straż Miejska w Przykładowie",
    "jednostka fikcyjna",
)


def test_the_words_come_out_in_reading_order() -> None:
    found = text(pdf())
    _in_order(found, *ORDER)
    assert "policja.przykladow.example/debaty/okolice-dworca-wieczorem" in found.replace(" ", "")


def test_a_second_reader_takes_out_the_same_letters(tmp_path: Path, pdftoppm: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf())
    words = [str(pdftoppm.with_name("pdftotext")), "-raw", str(tmp_path / "a.pdf"), "-"]
    found = subprocess.run(words, capture_output=True, check=True).stdout.decode()
    _in_order(" ".join(found.split()), *ORDER)


def _drawn(data: bytes, folder: Path, pdftoppm: Path) -> Image.Image:
    (folder / "a.pdf").write_bytes(data)
    words = [pdftoppm, "-r", "150", "-png", "-singlefile", folder / "a.pdf", folder / "a"]
    subprocess.run(words, check=True, capture_output=True)
    return Image.open(folder / "a.png")


def test_a_telephone_reads_the_code(tmp_path: Path, pdftoppm: Path, zbarimg: Path) -> None:
    image = _drawn(pdf(), tmp_path, pdftoppm)
    assert [one.text for one in zxingcpp.read_barcodes(image)] == [URL]
    words = [zbarimg, "--quiet", "--raw", tmp_path / "a.png"]
    read = subprocess.run(words, capture_output=True, check=True)
    assert read.stdout.decode().strip() == URL


# -- what befalls a debate ------------------------------------------------------------------


def test_a_moved_debate_strikes_out_its_old_day_and_says_so() -> None:
    found = text(pdf(former=dates.moment("2026-11-26 17:00"), moved="Trwa naprawa ogrzewania."))
    _in_order(
        found,
        "NOWY TERMIN",
        "Trwa naprawa ogrzewania.",
        "Poprzedni termin (nieaktualny):",
        "26 listopada 2026 r., godz. 17:00",
        "10 grudnia 2026 r.",
    )


@pytest.mark.parametrize(
    ("given", "banner"),
    [
        ({"state": State.CANCELLED, "reason": "Zawody w hali."}, "ODWOŁANA Zawody w hali."),
        ({"state": State.POSTPONED, "reason": "Remont."}, "ODROCZONA Remont. Nowy termin podamy"),
        (
            {"when": dates.UNKNOWN, "former": dates.moment("2026-12-10 17:00"), "moved": "Remont."},
            "ODROCZONA Remont. Nowy termin podamy",
        ),
    ],
    ids=["cancelled", "postponed", "moved to a day unknown"],
)
def test_what_is_off_says_so_first_and_invites_to_nothing(
    given: dict[str, Any], banner: str
) -> None:
    found = text(pdf(**given))
    _in_order(found, banner, "Okolice dworca", "10 grudnia 2026 r.", "Ten termin jest nieaktualny.")
    for word in ("Zaprasza", "charakter otwarty", "tłumacza", "debaty@"):
        assert word not in found


def test_a_new_place_is_said() -> None:
    assert "NOWE MIEJSCE W szkole jest remont." in text(pdf(relocated="W szkole jest remont."))
    both = pdf(relocated="Remont.", former=dates.moment("2026-11-26 17:00"))
    assert "NOWY TERMIN I MIEJSCE" in text(both)


def test_a_day_that_is_not_known_yet_is_told_in_the_officers_words() -> None:
    month = {"when": dates.moment("2027-02"), "is_provisional": True, "length": 0}
    _in_order(text(pdf(**month)), "luty 2027", "Termin wstępny.")
    told = text(pdf(**month, when_told="w drugiej połowie lutego 2027 r."))
    assert "w drugiej połowie lutego 2027 r. Termin wstępny." in told


def test_an_online_debate_tells_where_to_look() -> None:
    found = text(pdf(form=Form.ONLINE, stream="https://youtube.example/policja/na-zywo"))
    _in_order(found, "Online", "youtube.example/policja/na-zywo")
    assert "Latarnia" not in found
    assert "Dostępność miejsca" not in found


def test_unknown_is_not_no() -> None:
    place = Place(name="Klub", access=Accessibility(ramp=True))
    found = text(pdf(place=place))
    assert "Brak danych: winda, toaleta dostosowana, pętla indukcyjna" in found
    assert "Nie ma" not in found


def test_a_draft_is_not_to_be_hung() -> None:
    assert "SZKIC Debaty jeszcze nie ogłoszono." in text(pdf(is_draft=True))


# -- made alike, refused clearly --------------------------------------------------------------


def test_the_same_view_gives_the_same_bytes_in_any_process() -> None:
    code = "import sys; from tests.posters.making import pdf; sys.stdout.buffer.write(pdf())"
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert other.stdout == pdf() == pdf()


def test_it_is_as_old_as_what_it_shows() -> None:
    info = pypdf.PdfReader(io.BytesIO(pdf())).metadata
    assert info is not None
    assert info.creation_date is not None
    assert info.creation_date.timestamp() == dates.moment("2026-11-16").start.timestamp()  # type: ignore[union-attr]


def test_what_a_unit_writes_is_never_read_as_markup() -> None:
    found = text(pdf(title='#panic("x") *a* $b$ \\ "cytat" <b>', audience="= Nagłówek #1"))
    assert '#panic("x") *a* $b$ \\ "cytat" <b>' in found
    assert "= Nagłówek #1" in found


def test_a_fault_in_the_sheet_is_told_with_its_line() -> None:
    with pytest.raises(Problems) as caught:
        pdf(Files({making.TEMPLATE.path: b"#let a = 1\n#b\n"}))
    [problem] = caught.value.problems
    assert (problem.path, problem.line) == (making.TEMPLATE.path, 2)
    assert "unknown variable: b" in problem.message


def test_a_font_that_is_missing_is_no_silent_change_of_look() -> None:
    with pytest.raises(Problems, match="unknown font family"):
        pdf(Files({making.TEMPLATE.path: b'#set document(title: "x")\n#set text(font: "Brak")\na'}))


def test_without_the_library_it_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(Problems, match="brakuje biblioteki typst"):
        sheet.made(making.poster(), Files())
