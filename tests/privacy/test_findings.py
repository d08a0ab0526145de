"""Every kind of value in every disguise, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.privacy.findings import GRAVE, KINDS, findings, sign_of

FOUND = {
    "PESEL": [
        "PESEL 44051401359.",
        "440514 01359",
        "4405\u00ad1401359",
        "440514\u00a001359",
        "997212-00017",
        "997212–00017",
        "997212.00017",
        "99 72 12 00017",
        "99.72.12.00017",
        "PESEL: 997 212 000 17",
        "PESEL świadka to 9 9 7 2 1 2 0 0 0 1 7",
        "997212\n00017",
        "> 997212\n> 00017",
        "**99**721200017",
        "`997212`00017",
        "99721&#50;00017",
        "99721&#x32;00017",
        "9972\\-1200017 997212\\-00017",
        'tytuł: "\\x39\\x39721200017"',
        'tytuł: "\\u0039\\u0039721200017"',
        "\uff19\uff19\uff17\uff12\uff11\uff12\uff10\uff10\uff10\uff11\uff17",
        "99\u200b7212\u20600\u200d0017",
        "997212\u202f00017",
        "skan_99721200017_a",
    ],
    "numer dowodu osobistego": [
        "dowód ABA300000",
        "XYZ 100001",
        "XYZ-100001",
        "XYZ\n100001",
        "**XYZ**100001",
        "dowód osobisty xyz 100 001",
        "seria i nr dowodu: XYZ\u00a0100\u00a0001",
    ],
    "numer paszportu": ["XX 3000001", "XX3000001", "paszport xx 3000 001", "XX\u20113000001"],
    "numer rachunku": [
        "PL61109010140000071219812874",
        "61 1090 1014 0000 0712 1981 2874",
        "61-1090-1014-0000-0712-1981-2874",
        "konto: 611090 101400 000712 198128 74",
        "61 1090 1014 0000\n0712 1981 2874",
    ],
    "NIP": ["123-456-32-18", "123-45-63-218", "NIP 1234563218", "NIP: 123 456 32 18", "1234563218"],
    "REGON": ["REGON 123456785", "Regon: 12345678512347", "REGON nr 123 456 785"],
    "numer telefonu": [
        "47 700 00 10",
        "tel. 601 234 567",
        "601-234-567",
        "601.234.567",
        "+48 601 234 567",
        "0048601234567",
        "(22) 555 12 34",
        "601 23 45 67",
        "601\u2009234\u2009567",
        "601**234**567",
    ],
    "adres e-mail": ["a@example.pl", "<jan.kot+x@poczta.example.com>", "a&#64;example.pl"],
    "numer rejestracyjny": [
        "samochód o nr rej. XX 12345",
        "XX 1234A – tablica rejestracyjna",
        "pojazd marki X, XXX 12AC",
    ],
    "data urodzenia": [
        "ur. 12.03.1980",
        "urodzony 12 marca 1980 r.",
        "urodzona w 1980 r.",
        "data urodzenia: 1980-03-12",
        "urodziła się 1.2.1999",
    ],
    "adres mieszkania": [
        "ul. Polna 5/7",
        "przy ulicy Józefa Polnego 5a m. 7",
        "os. Tysiąclecia 12 lok. 3",
        "zam. Lipowa 5 m. 7",
    ],
    "nazwisko zgłaszającego": [
        "Pan Jan Kowalski zgłosił dziurę",
        "pani Anna Nowak-Kot prosi o lampę",
        "Wniosek złożył pan Jan K.",
        "mieszkaniec Jan K. pytał",
        "Mieszkanka Anna Nowak",
        "zgłaszający: Piotr Wiśniewski",
        "Wniosek zgłosiła Anna Nowak z ulicy Polnej",
        "Zebranie trwało długo. Jan Kowalski zapytał o lampę",
        "– Ewa Lis poskarżyła się na hałas",
    ],
}

PASSED = [
    *("44051401358", "44053201359", "1/44051401359", "00000000000", "99721200018"),
    *("ABA300001", "XYZ100002", "XX3000002", "xyz 100001"),
    *("61109010140000071219812875", "123-456-32-19", "0000000000", "KRS 0000123456"),
    *("REGON 123456786", "REGON 12345678512348", "REGON 000000000"),
    *("uchwała LXXVI/2139/22", "2026-03-12 17:00", "PR.073.21.2026", "znak PR-5123.12.2026.JK"),
    *("150 000 000 zł", "1 234 567 890", "52.229712345", "112, 997, 986, 116 111", "800 12 12 12"),
    *("12.03.2026–14.03.2026", "km 123+400", "Dz. U. z 2023 r. poz. 1428", "PLN 100001"),
    *("kontakt@kmp.policja.gov.pl", "biuro@mswia.gov.pl", "rynek@2x.png", "@policja"),
    *("norma PN 12345", "KPP 12345", "samochód ABC", "ISO 27001"),
    *("patron urodzony w 1875 r.", "100. urodziny 12.03.2026", "natur. 12.03.1980"),
    *("ul. Polna 5", "ul. Polna 5–7", "od 5/2026", "ul. Polna 5, 00-000 Miasto"),
    *("Wniosek zgłosiła Rada Osiedla", "mieszkaniec Osiedla Północ", "asp. Jan Kot zapytał"),
    *("Pan Tadeusz", "mieszkanka Nowej Huty zapytała", "panel Jan Kowalski zgłosił"),
    *("zapraszamy panie i panów", "Odpowiedział mł. asp. Jan Kot. Wniosek zgłosiła Rada"),
    *(
        "dyrektor Anna Nowak zapytała",
        "Jan Kot z komendy odpowiedział",
        "mł. asp. Ewa Lis zapytała",
    ),
    *("radna, Anna Nowak zgłosiła", "Wniosek zgłosił dzielnicowy asp. Jan Kot"),
]


@pytest.mark.parametrize(
    ("text", "what"), [(text, what) for what, texts in FOUND.items() for text in texts]
)
def test_a_value_is_found_however_it_is_written(text: str, what: str) -> None:
    found = findings(f"pierwszy wiersz\n\n{text}\n")
    assert {one.what for one in found} == {what}
    assert {one.line for one in found} == {3}
    for one in found:
        assert text not in repr(one)


def test_every_kind_has_a_sample() -> None:
    assert FOUND.keys() == {kind.what for kind in KINDS}


@pytest.mark.parametrize("text", PASSED)
def test_what_only_looks_like_one_is_no_finding(text: str) -> None:
    assert findings(text) == ()


def test_what_is_grave_is_what_the_law_numbers() -> None:
    assert {"PESEL", "numer dowodu osobistego", "numer paszportu", "numer rachunku"} == GRAVE
    everything = "\n\n".join(text for texts in FOUND.values() for text in texts)
    assert {one.what for one in findings(everything, grave=True)} == GRAVE


def test_the_longest_reading_wins() -> None:
    account = "61 1090 1014 0000 0712 1981 2874"
    assert [one.what for one in findings(account)] == ["numer rachunku"]


def test_a_telephone_with_its_country_is_no_pesel() -> None:
    assert [one.what for one in findings("+48721234563")] == ["numer telefonu"]


def test_a_finding_cannot_be_worked_back() -> None:
    """What is kept of a PESEL fits hundreds of others."""
    (found,) = findings("44051401359")
    assert (found.masked, len(found.tag)) == ("44…59", 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("47 700 00 10", "+48477000010"),
        ("PL61 1090 1014 0000 0712 1981 2874", "61109010140000071219812874"),
        ("Biuro@Example.pl", "biuro@example.pl"),
    ],
)
def test_a_value_is_known_again_however_it_is_spaced(one: str, other: str) -> None:
    assert sign_of(one)[1] == sign_of(other)[1]
    assert [found.sign[1] for found in findings(one)] == [
        found.sign[1] for found in findings(other)
    ]


def test_values_that_look_alike_stand_in_one_order_always() -> None:
    """A set's order changes with each process, and with it the bytes that are remembered."""
    mails = [f"do.{letter}@kot.example" for letter in "abcdefgh"]
    tags = [found.tag for found in findings(", ".join(mails))]
    assert len(tags) == len(mails)
    assert tags == sorted(tags)


@given(st.text(alphabet="0123456789ABCX -/PLż\n\u00a0\uff11@.&#;*\\x", max_size=80))
def test_any_text_is_read(text: str) -> None:
    for found in findings(text):
        assert 1 <= found.line <= text.count("\n") + 1


PESELS = st.builds(
    lambda year, day, order: _completed(f"{year:02}{72:02}{day:02}{order:04}"),
    *(st.integers(0, 99), st.integers(1, 31), st.integers(0, 9999)),
)


def _completed(ten: str) -> str:
    """With its check digit (Act of 24 September 2010, art. 15); all are born after 2200."""
    weights = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
    return f"{ten}{-sum(w * int(d) for w, d in zip(weights, ten, strict=True)) % 10}"


@given(PESELS, st.sampled_from([" ", "-", ".", "\n", "\u00a0", "–"]), st.data())
def test_no_pesel_hides(pesel: str, gap: str, data: st.DataObject) -> None:
    disguise = data.draw(st.sampled_from(["{0}{1}", "{0}**{1}**", "{0}&#8203;{1}", "{0}{2}{1}"]))
    written = disguise.format(pesel[:6], pesel[6:], gap)
    (found,) = findings(f"Świadek {written} zeznał.")
    assert (found.what, found.masked) == ("PESEL", f"{pesel[:2]}…{pesel[-2:]}")
