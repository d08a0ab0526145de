"""Sentences such as a police site is full of: numbers that tell nobody give no alarm.

The generator is our own, with its seed fixed, so that the count is the same everywhere.
"""

from __future__ import annotations

import random
from collections import Counter

from plugins.privacy.findings import findings

SENTENCES = (
    "Dyżurny czeka pod numerem {phone}, a w nocy pod {phone}.",
    "Zadzwoń: {mobile} albo +48 {mobile}.",
    "Spotkanie odbędzie się {day} o godz. {hour}.",
    "Uchwała Nr {roman}/{n4}/{n2} Rady Miasta z dnia {day} r.",
    "Podstawa: Dz. U. z {year} r. poz. {n4}, z późn. zm.",
    "Dz.U.{year}.{n4} oraz Dz. Urz. KGP z {year} r. poz. {n2}.",
    "Koszt inwestycji wyniósł {price} zł, a dotacja {price},50 zł.",
    "Budżet to {price} złotych, czyli {n2} mln.",
    "Znak sprawy: {letters}.{n4}.{n2}.{year}.{letters}.",
    "Sprawa {letters}-{n5}/{n2}, L.dz. {n5}/{n4}/{year}.",
    "Sygnatura {letters}-{n4}-{n5}/{year}/{n2}.",
    "Zgłoszenie KMZB nr {n7} potwierdzono, {n6} jeszcze nie.",
    "Na km {n3}+{n3} drogi krajowej nr {n2} stanął znak B-{n2}.",
    "Współrzędne: {n2}.{n7}, {n2}.{n6}.",
    "W roku {year} było {n5} zgłoszeń, rok wcześniej {n4}.",
    "Tabela: {n3} {n3} {n3}; {n4} | {n4} | {n4}.",
    "Patrole pracują {day}–{day}, codziennie {hour}–{hour}.",
    "Norma PN-EN {n5}-{n2}:{year}, ISO {n5}.",
    "Kod pocztowy {n2}-{n3}, ulica Polna {n2}.",
    "Formularz {letters}{n2} z dnia {iso}, wersja {n2}.{n2}.{n2}.",
    "Droga DK {n2}, DW {n3}, autobusy linii {n3} i {n2}.",
    "Numer zamówienia {n10}, faktura {n3}/{n2}/{year}.",
    "KRS 0000{n6}, ISBN 978-83-{n5}-{n2}-1.",
    "Etap {n2}: {iso}–{iso}, dzielnica {roman}, {n6} mieszkańców.",
)


def _filled(draw: random.Random, pattern: str) -> str:
    def digits(count: int) -> str:
        return "".join(draw.choice("0123456789") for _ in range(count))

    def one(name: str) -> str:
        day, month = draw.randint(1, 28), draw.randint(1, 12)
        year, hour = draw.randint(1995, 2032), draw.randint(7, 21)
        values = {
            "phone": f"47 {digits(3)} {digits(2)} {digits(2)}",
            "mobile": f"{draw.randint(500, 799)} {digits(3)} {digits(3)}",
            "day": f"{day:02}.{month:02}.{year}",
            "iso": f"{year}-{month:02}-{day:02}",
            "hour": f"{hour}:{digits(1)}0",
            "roman": "".join(draw.choice("IVXLC") for _ in range(draw.randint(1, 6))),
            "year": str(year),
            "price": f"{draw.randint(1, 999)} {digits(3)} {digits(3)}",
            "letters": "".join(draw.choice("ABCDEJKMPRSWZ") for _ in range(draw.randint(1, 4))),
        }
        return values[name] if name in values else digits(int(name[1:]))

    text = pattern
    while "{" in text:
        name = text[text.index("{") + 1 : text.index("}")]
        text = text.replace(f"{{{name}}}", one(name), 1)
    return text


def test_ten_thousand_sentences_give_fewer_than_five_false_errors() -> None:
    draw = random.Random(20261122)
    alarms: Counter[str] = Counter()
    for number in range(10_000):
        sentence = _filled(draw, SENTENCES[number % len(SENTENCES)])
        alarms.update(one.what for one in findings(sentence) if one.is_grave)
    assert alarms.total() < 5, alarms


def test_numbers_of_the_two_pages_that_started_this_tell_nobody() -> None:
    """Resolutions, years, ranges, a link and dates, as a town and a command once published them."""
    retold = (
        "12 stycznia 2022 roku Rada Miasta Uchwałą Nr LXXVI/2139/22 przyjęła program na lata\n"
        "2022 – 2024. Nieprzerwanie od 1999 roku trwają działania. http://bezpieczny.krakow.pl/\n"
        "Data publikacji: 2022-01-31\nData aktualizacji: 2022-01-31\n"
        "W piątek rozmawiał Pierwszy Zastępca Komendanta podinsp. Jan Przykładny, obecni byli\n"
        "mundurowi z komisariatu przy ul. Polnej.\n"
    )
    assert findings(retold) == ()
