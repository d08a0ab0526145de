"""The categories of the Krajowa Mapa Zagrożeń Bezpieczeństwa (facts, section 4.3: 27 of them)."""

from __future__ import annotations

from difflib import get_close_matches

from plugins.newsroom.spelling import fold

CATEGORIES = {
    "akty-wandalizmu": "Akty wandalizmu",
    "dzikie-kapieliska": "Dzikie kąpieliska",
    "dzikie-wysypiska-smieci": "Dzikie wysypiska śmieci",
    "grupowanie-sie-maloletnich": "Grupowanie się małoletnich zagrożonych demoralizacją",
    "klusownictwo": "Kłusownictwo",
    "miejsce-niebezpieczne-na-terenach-wodnych": "Miejsce niebezpieczne na terenach wodnych",
    "miejsca-niebezpieczne-na-wodach": "Miejsca niebezpieczne na wodach",
    "niebezpieczna-dzialalnosc-rozrywkowa": "Miejsce niebezpiecznej działalności rozrywkowej",
    "nielegalna-wycinka-drzew": "Nielegalna wycinka drzew",
    "nielegalne-rajdy-samochodowe": "Nielegalne rajdy samochodowe",
    "nieprawidlowe-parkowanie": "Nieprawidłowe parkowanie",
    "niestrzezone-przejscie-przez-tory": "Niestrzeżone przejście przez tory",
    "niestrzezony-przejazd-kolejowy": "Niestrzeżony przejazd kolejowy",
    "niewlasciwa-infrastruktura-drogowa": "Niewłaściwa infrastruktura drogowa",
    "niszczenie-zieleni": "Niszczenie zieleni",
    "osoba-bezdomna-wymagajaca-pomocy": "Osoba bezdomna wymagająca pomocy",
    "quady-na-terenach-lesnych": "Poruszanie się po terenach leśnych quadami",
    "przekraczanie-predkosci": "Przekraczanie dozwolonej prędkości",
    "spozywanie-alkoholu": "Spożywanie alkoholu w miejscach niedozwolonych",
    "utoniecia": "Utonięcia",
    "uzywanie-srodkow-odurzajacych": "Używanie środków odurzających",
    "bezpanskie-psy": "Wałęsające się bezpańskie psy",
    "wypalanie-traw": "Wypalanie traw",
    "zdarzenia-ze-zwierzetami-lesnymi": "Zdarzenia drogowe z udziałem zwierząt leśnych",
    "znecanie-sie-nad-zwierzetami": "Znęcanie się nad zwierzętami",
    "zla-organizacja-ruchu": "Zła organizacja ruchu drogowego",
    "zebractwo": "Żebractwo",
}
"""Id (it is an address, so it never changes) → name as the map spells it."""

STATUSES = {
    "Nowe": "Zgłoszenie do nas dotarło.",
    "Weryfikacja": "Sprawdzamy je na miejscu.",
    "Potwierdzone": "Problem istnieje i zajmujemy się nim.",
    "Potwierdzone (przekazane poza Policję)": "Problem istnieje, ale rozwiązać może go ktoś inny, "
    "na przykład zarządca drogi. Przekazaliśmy mu sprawę.",
    "Potwierdzone (wyeliminowane)": "Problem był i już go nie ma.",
    "Niepotwierdzone": "Byliśmy na miejscu i nie zastaliśmy problemu.",
}
"""Statuses of a report on the map, as the map spells them, and what each means."""

_BY_SPELLING = {fold(word): one for one, name in CATEGORIES.items() for word in (one, name)}


def named(text: str) -> str:
    """The id of a category written by its name or id; raises ValueError in Polish.

    >>> named("Przekraczanie dozwolonej prędkości")
    'przekraczanie-predkosci'
    """
    if "," in text:
        raise ValueError("kilka kategorii w jednym wierszu – każdą zapisz w osobnym, od „- ”")
    found = _BY_SPELLING.get(fold(text))
    if found is None:
        near = get_close_matches(fold(text), _BY_SPELLING, 1, 0.5)
        advice = (
            f"napisz „{CATEGORIES[_BY_SPELLING[near[0]]]}”"
            if near
            else "wybierz z listy na stronie /kategorie/"
        )
        raise ValueError(f"„{text}” nie jest kategorią Mapy Zagrożeń – {advice}")
    return found
