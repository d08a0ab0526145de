from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom import typography
from plugins.newsroom.typography import NBSP, corrected, quoted, shortened, tied, untied

PIECES = st.sampled_from(
    [
        *"aiouwzAWZbcdąż.,;:!?()[]\"'„”“«»–-—…/\n019%§",
        *(" ", " ", NBSP, ",,", "''", "...", " - ", "- ", "2022", "2024", "12", "17:00", "18:30"),
        *("marca", "ul.", "nr", "godz.", "zł", "http://a.pl/x--y", "a@b.pl", "1999", "mł.", "asp."),
    ]
)
TEXT = st.lists(PIECES, max_size=14).map("".join)


@given(TEXT)
def test_what_is_corrected_stays_as_it_is(text: str) -> None:
    once = corrected(text)
    assert corrected(once) == once
    assert quoted(quoted(text)) == quoted(text)


@given(TEXT)
def test_a_hint_hides_nothing_that_a_pattern_would_mend(text: str) -> None:
    for hint, rules in typography._FIXES:
        if not (hint in text if isinstance(hint, str) else hint.search(text)):
            assert all(pattern.sub(right, text) == text for pattern, right in rules)


@given(TEXT)
def test_what_is_tied_stays_as_it_is(text: str) -> None:
    once = tied(corrected(text))
    assert tied(once) == once
    assert tied(corrected(once)) == once
    assert untied(tied(text)) == untied(text)


@given(TEXT)
def test_letters_and_digits_are_never_touched(text: str) -> None:
    assert re.findall(r"\w", corrected(text)) == re.findall(r"\w", text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ('"Razem bezpieczniej"', "„Razem bezpieczniej”"),
        (",,Bezpieczny Kraków”", "„Bezpieczny Kraków”"),
        ("''Razem''", "„Razem”"),
        ("”Razem”", "„Razem”"),
        ("“Razem”", "„Razem”"),
        ('("Razem")', "(„Razem”)"),
        ('„Dzielnicowy bliżej nas".', "„Dzielnicowy bliżej nas”."),
        ('"A", "B" i "C".', "„A”, „B” i „C”."),
        ("„Moja Komenda” , a także", "„Moja Komenda”, a także"),
        ("bezpieczeństwie- możesz", "bezpieczeństwie – możesz"),
        ("policja - mieszkańcy", "policja – mieszkańcy"),
        ("2022 – 2024", "2022–2024"),
        ("2022-2024", "2022–2024"),
        ("17:00 - 18:30", "17:00–18:30"),
        ("17.00-18.30", "17.00–18.30"),
        ("s. 22-27", "s. 22–27"),
        ("15 %", "15%"),
        ("tak...", "tak…"),
        ("dwa  odstępy", "dwa odstępy"),
    ],
)
def test_a_slip_is_corrected(text: str, right: str) -> None:
    assert corrected(text) == right


@pytest.mark.parametrize(
    "text",
    [
        *("biało-czerwony", "polsko- i niemieckojęzyczny", "2026-03-12", "LXXVI/2139/22"),
        *("47 700 00 00", "-5 °C", "https://gov.pl/2022-2024/a...b", "j.2022-2024@policja.gov.pl"),
        *("www.gov.pl/x,,y", "7:30–15:30", "„Razem «od dziś» bezpieczniej”", "(w domu)"),
    ],
)
def test_what_is_right_or_an_address_stays(text: str) -> None:
    assert corrected(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("w domu i w szkole", "w~domu i~w~szkole"),
        ("i a o zł", "i~a~o~zł"),
        ("(w domu) „w domu” Z sąsiadem", "(w~domu) „w~domu” Z~sąsiadem"),
        ("12 stycznia 2022 r.", "12~stycznia 2022~r."),
        ("o godz. 17:00", "o~godz.~17:00"),
        ("ul. Rostka, nr 5, § 7", "ul.~Rostka, nr~5, §~7"),
        ("art. 81 ust. 2 pkt 2", "art.~81 ust.~2 pkt~2"),
        ("poz. 848", "poz.~848"),
        ("tel. 47 700 00 00", "tel.~47~700~00~00"),
        ("5 zł, 30 km/h, 14 528 osób", "5~zł, 30~km/h, 14~528~osób"),
        ("J. Kowalski, asp. szt. Jan Kot", "J.~Kowalski, asp.~szt.~Jan Kot"),
        ("policja – mieszkańcy", "policja~– mieszkańcy"),
        ("sierż. Kot, PODINSP. Lis, pkt. 3, kor. 5", "sierż.~Kot, PODINSP.~Lis, pkt.~3, kor. 5"),
        ("policja –\nmieszkańcy", "policja~–\nmieszkańcy"),
        ("do domu na rowerze", "do domu na rowerze"),
    ],
)
def test_words_that_belong_together_are_tied(text: str, shown: str) -> None:
    assert tied(text).replace(NBSP, "~") == shown


BYTOM = (
    "W Bytomiu odbyła się debata społeczna z mieszkańcami pn. „Porozmawiajmy o bezpieczeństwie – "
    "możesz mieć na nie wpływ”. Przeprowadzone spotkanie było okazją do omówienia aplikacji "
    "„Krajowa Mapa Zagrożeń Bezpieczeństwa” oraz „Moja Komenda” , a także przybliżenia zebranym "
    'koncepcji pracy „Dzielnicowy bliżej nas". W piątek policjanci przeprowadzili debatę z pn. '
    "”Porozmawiajmy o bezpieczeństwie- możesz mieć na nie wpływ”. Kolejnym elementem było "
    'omówienie założeń programu "Dzielnicowy Bliżej Nas". Ładowanie odtwarzacza...'
)
KRAKOW = (
    "Nowy Program poprawy bezpieczeństwa dla miasta Krakowa na lata 2022 – 2024 pn. ,,Bezpieczny "
    "Kraków” . 12 stycznia 2022 roku Rada Miasta Krakowa Uchwałą Nr LXXVI/2139/22 przyjęła Nowy "
    "Program na stronie http://bezpieczny.krakow.pl/"
)


def test_the_two_real_documents_come_out_clean() -> None:
    for text in map(corrected, (BYTOM, KRAKOW)):
        assert text.count("„") == text.count("”")
        assert not re.search(r"[\"“]|,,|\.\.\.|\w- \w| [,.;:!?](?:\s|$)|\d – \d", text)
    assert "„Porozmawiajmy o bezpieczeństwie – możesz mieć na nie wpływ”. Kolejnym" in corrected(
        BYTOM
    )
    assert "2022–2024 pn. „Bezpieczny Kraków”. 12 stycznia" in corrected(KRAKOW)
    assert "Nr LXXVI/2139/22" in corrected(KRAKOW)
    assert corrected(KRAKOW).endswith("http://bezpieczny.krakow.pl/")


@given(st.text(max_size=300), st.integers(10, 200))
def test_what_is_shortened_fits_and_is_stable(text: str, limit: int) -> None:
    cut = shortened(text, limit)
    assert len(cut) <= limit + 1
    assert shortened(cut, limit + 1) == cut
