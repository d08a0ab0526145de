"""Which file of a part of the index holds a word.

It follows from the word and the number of pages, so a browser asks for the file at once, without
a list of files (``theme/static/lookup.js`` reckons as :func:`shelf`).
"""

from __future__ import annotations

from bisect import bisect_right

_LEAST = """
    1 10- 1120 14- 160 18- 2- 2017 2024- 2088 23- 290 3- 310 380 4- 460 4975 50 6- 630 7000
    8- 870 ac af alf andr ank ano ar ata autom ban be bezpl bie blo bok boro bri budy byl
    call ce che chodz chy cias ciep cod cor cy czata czek czes czest czt czu czy czyl czyn d
    dal dan dane dany danyc debo dlat dluz doc dok domn dos doste dot dow drogi drogo drugi
    druk duzy dwad dy dziad dzie dzied dziel dzien dzies dzik e ed eu fil for gale gd glosn
    go godzi gol gru gruz han here how if inf infr ins io isci jakis jed jedn jer jesz jezdz
    ju kam kami kas kg kieru kilo kl klaw klop kluc kog kolej koli komi koni kont konty kos
    krak kras krz ktor ktos ku kur laczy lan latar late latw le lesne let lez lezec liczy
    linie lis liste loda lut maj mak maly mar men metro metry mie mieci mier miesz mig minu
    mly mo moj mont moz mozny mr musie muszy mys nad nagry nalo napr nas nasza naw ne nica
    nieby nies nim no nos nowe nr o obe obow obr oby odby oddal odl odr oglas ogrz okolo one
    opl opu osi osiem oso osobi ost ostr osz otw ow pan parka part pasc paw pe piatk pie
    pier pies piet pijan pism place plany plyw pocze podaw podi podn podsu poko polac polis
    polny poloz polt pomin pomos poni popro pora poru poste pote potrz potw powin powto pozi
    pozo praco prawd prawo pre prez proc proj prost pry przed przej przek przem przes przet
    przyd przyj przyk przyn przyw pun pus pytac pytan q ra radny rami rann rany raze regu
    rejo rek remo rez robo rodo rok ron rown rozli rozlo rozn rozs ruchl rus rynk rynka rys
    rzed sam same samor sci se ser set siedz sim skali skle skop sku slu sly sobo space
    spisa spol spor spoty spro sr stacj stan starc starz sto stola stro stru styl swie swiez
    swoje sym szesn szl t taks te tel tem tenz ter tez th ti to toa tore traw trwal trz
    trzec trzyd tw twoja ty tyl tym tyma ubr uczes udan uko uma upo us uste uw uwaz uzyt
    warto wc we wel who wiat wie wied win wis wlasn wnis wodn wolno wozi wpl wrz wsp wstr wt
    wty wyc wyg wyje wyko wymu wynis wypro wysok wysy wzorn zabe zaci zad zadaw zag zai zajr
    zakry zale zalew zalez zamo zano zapl zapy zas zaste zau zawis zb zdaz ze zeg zglo zgo
    zi zimac zloz zmale zmier znacz znak znal zno zol zr zrod zwin zwy аб вх дн зап ми нав
    ніж пог прис розп ту чи із
"""
LEAST = tuple(_LEAST.split())
"""Words between which ranges of like weight lie, in ten thousand records made of the sample's
sentences; with other words some files are larger than others, and nothing else."""

_PAGES = 8_000
"""Pages for which each range is a file of its own."""


def step(pages: int) -> int:
    """How many ranges make a file, in a part of that many pages.

    >>> step(10_000), step(90)
    (1, 88)
    """
    return max(1, _PAGES // max(1, pages))


def shelf(word: str, pages: int) -> int:
    """The number of the file that holds a word, and what its forms lead to.

    >>> shelf("0", 10_000), shelf("debacie", 10_000) == shelf("debata", 10_000)
    (0, True)
    """
    return bisect_right(LEAST, word) // step(pages)


def count(pages: int) -> int:
    """How many files there are."""
    return len(LEAST) // step(pages) + 1
