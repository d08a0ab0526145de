"""One sheet always, whatever is written, in type that is read from afar."""

from __future__ import annotations

import io

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from plugins.layout.posters import LARGEST
from plugins.newsroom import dates
from plugins.newsroom.kinds.debate import Form
from plugins.newsroom.kinds.venue import Accessibility, Address, Place
from plugins.outputs import File
from tests.posters import making
from tests.posters.making import Files, pdf

A4 = (595, 842)


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
