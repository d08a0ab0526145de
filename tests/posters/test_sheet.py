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
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from plugins.layout.posters import LARGEST
from plugins.newsroom import dates
from plugins.newsroom.kinds.debate import Form, State
from plugins.newsroom.kinds.venue import Accessibility, Address, Place
from plugins.outputs import File
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


# -- one sheet, whatever is written -----------------------------------------------------------


def _all_on_one_sheet(data: bytes) -> None:
    """One page, and the lowest line of text above its edge."""
    [page] = making.reader(data).pages
    low: list[float] = []
    wide: list[float] = []

    def place(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip():
            low.append(tm[5] * cm[3] + cm[5])
            wide.append(tm[4] * cm[0] + cm[4])

    page.extract_text(visitor_text=place)
    assert tuple(round(float(side)) for side in page.mediabox[2:]) == A4
    assert min(low) > 0
    assert min(wide) > 0
    assert max(wide) < A4[0]


NAMES = st.text(st.characters(max_codepoint=0x2FFF, exclude_categories=("Cs",)), max_size=400)
WORDS = st.lists(
    st.sampled_from(["Bezpieczeństwo", "i", "na", "ul. Żółwiej", "a" * 90]), max_size=60
)
TEXTS = st.one_of(NAMES, WORDS.map(" ".join))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, TEXTS, TEXTS, TEXTS, st.booleans())
def test_whatever_is_written_it_is_one_sheet(
    title: str, name: str, street: str, other: str, moved: bool
) -> None:
    place = Place(
        name=name,
        room=other,
        address=Address(street=street, postcode="00-000", town=name),
        access=Accessibility(ramp=True, lift=False),
    )
    former = dates.moment("2026-09-30 18:30") if moved else None
    data = pdf(title=title, place=place, audience=other, entry=other, former=former, moved=street)
    _all_on_one_sheet(data)


LONGEST = "Wzajemne bezpieczeństwo " * 30


def test_the_longest_of_everything_is_one_sheet_of_readable_type() -> None:
    place = Place(
        name=LONGEST,
        room=LONGEST,
        address=Address(street=LONGEST, postcode="00-000", town=LONGEST),
        access=Accessibility(ramp=True, lift=False, toilet=None),
    )
    former = {"former": dates.moment("2026-09-30 18:30"), "moved": LONGEST}
    texts = {"title": LONGEST, "unit": LONGEST, "audience": LONGEST, "entry": f"wolny {LONGEST}"}
    stream = {"form": Form.HYBRID, "stream": "https://youtube.example/" + "a" * 300}
    data = pdf(**texts, **former, **stream, place=place, hosts=(LONGEST,) * 9)
    _all_on_one_sheet(data)
    assert min(_sizes(data)) > 5


def _sizes(data: bytes) -> list[float]:
    """Sizes of type in points."""
    found: list[float] = []

    def size(text: str, _: object, tm: list[float], __: object, points: float) -> None:
        if text.strip():
            found.append(abs(points * tm[3]))

    making.reader(data).pages[0].extract_text(visitor_text=size)
    return found


def test_the_date_is_the_largest_and_readable_from_two_metres() -> None:
    """At two metres letters want about 28 points; the place's name counts with the date."""
    sizes: dict[str, float] = {}

    def size(text: str, _: object, tm: list[float], __: object, points: float) -> None:
        sizes[text.strip()] = abs(points * tm[3])

    making.reader(pdf()).pages[0].extract_text(visitor_text=size)
    largest = max(sizes, key=sizes.__getitem__)
    assert largest.startswith("10")
    assert sizes[largest] > 70
    for shown in ("Okolice", "czwartek", "godz. 17:00", "Dom Kultury"):
        assert max(size for text, size in sizes.items() if text.startswith(shown)) >= 28, shown


def test_no_poster_is_larger_than_its_page_says() -> None:
    plain = making.mark(1500, 1500)
    noise = io.BytesIO()
    Image.effect_noise((900, 600), 90).save(noise, "PNG")
    for mark in (plain, noise.getvalue()):
        files = Files({"znak.png": mark})
        former = dates.moment("2026-09-30 18:30")
        data = pdf(files, logo=File("znak.png", "1"), title=LONGEST, former=former)
        assert len(data) < LARGEST


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
