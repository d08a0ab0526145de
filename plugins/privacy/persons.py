"""Words that tell a private person: mail, plate, birthday, flat, and who raised a request.

No check digit confirms these, so each needs a word beside it, and all only warn. A text is
already :func:`plugins.privacy.plain.plain`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from plugins.privacy.patterns import Found

_MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@(?P<host>[\w-]{1,63}(?:\.[\w-]{1,63}){0,7}\.[^\W\d_]{2,24})\b"
)
_FILE = ("png", "jpg", "jpeg", "webp", "gif", "pdf", "svg")  # „rynek@2x.png”
_OFFICIAL = "gov.pl"


def host_of(mail: str) -> str:
    """The domain of an address.

    >>> host_of("Biuro@SP5.example")
    'sp5.example'
    """
    return mail.rpartition("@")[2].lower()


def mails(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Found]:
    """E-mail addresses but those of the government.

    >>> [found.value for found in mails("a@example.pl, b@kmp.policja.gov.pl, mapa@2x.png")]
    ['a@example.pl']
    """
    for found in _MAIL.finditer(text, start, end):
        if not _is_official(found["host"].lower()):
            yield Found(found.start(), found.end(), found[0])


def _is_official(host: str) -> bool:
    """Of the government; or no host at all but a picture for dense screens."""
    return f".{host}".endswith(f".{_OFFICIAL}") or host.endswith(_FILE)


_V = "[ACE-HJ-NPR-Y]"  # the vehicle's part of a plate has no B, D, I, O, Z
_PLATE = re.compile(
    rf"[A-Z](?<![\w/-][A-Z])(?:[A-Z] ?(?:[0-9]{{5}}|[0-9]{{4}}{_V}|[0-9]{{3}}{_V}{{2}}"
    rf"|[1-9]{_V}[0-9]{{3}}|[1-9]{_V}{{2}}[0-9]{{2}})"
    rf"|[A-Z]{{2}} ?(?:{_V}[0-9]{{3}}|[0-9]{{2}}{_V}{{2}}|[1-9]{_V}[0-9]{{2}}|[0-9]{{2}}{_V}[1-9]"
    rf"|[1-9]{_V}{{2}}[1-9]|{_V}{{2}}[0-9]{{2}}|[0-9]{{5}}|[0-9]{{4}}{_V}|[0-9]{{3}}{_V}{{2}}"
    rf"|{_V}[0-9]{{2}}{_V}|{_V}[1-9]{_V}{{2}}))(?![\w/-])"
)
CAR_WORDS = ("rej.", "rejestracyjn", "tablic", "pojaz", "pojeź", "samoch", "mark", "auto", "auta")
"""One of these stands near a plate."""

_NEAR = 40


def plates(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Found]:
    """Number plates within 40 characters of a word about cars.

    >>> [found.value for found in plates("samochód marki X, nr rej. XX 12345")]
    ['XX 12345']
    >>> list(plates("norma PN 12345"))
    []
    """
    for found in _PLATE.finditer(text, start, end):
        near = text[max(found.start() - _NEAR, 0) : found.end() + _NEAR].lower()
        if any(word in near for word in CAR_WORDS):
            yield Found(found.start(), found.end(), found[0])


_MONTH = (
    "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada"
    "|grudnia"
)
_BORN = re.compile(
    r"\b(?:ur\.|urodzon\w{1,4}|urodził(?:a|am|em)? się|dat[aęy] urodzenia)[^0-9\n]{0,30}?"
    rf"(?P<day>[0-9]{{1,2}}(?:[./-][0-9]{{1,2}}[./-]| (?:{_MONTH}) )(?:19|20)[0-9]{{2}}"
    r"|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}|(?:19[2-9]|20[0-9])[0-9])(?![0-9])",
    re.IGNORECASE,
)


def birthdays(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Found]:
    """A day or a year of birth after a word that says so; a patron's of long ago is none.

    >>> [found.value for found in birthdays("Jan (ur. 12.03.1980), patron ur. 1875")]
    ['12.03.1980']
    """
    for found in _BORN.finditer(text, start, end):
        yield Found(found.start("day"), found.end("day"), found["day"])


_CAPITAL = "[A-ZĄĆĘŁŃÓŚŹŻ]"
_WORD = rf"{_CAPITAL}[\w-]{{1,30}}"
_FLAT = re.compile(
    rf"(?:\b(?:ul|al|pl|os)\.|\b(?:ulic|alej|osiedl)\w{{1,3}}) (?P<n>(?:[0-9]{{1,2}} )?{_WORD}"
    rf"(?: {_WORD}){{0,3}} [0-9]{{1,3}}[A-Za-z]? ?(?:/|m\. ?|lok\. ?)[0-9]{{1,3}}[a-z]?)(?![\w/-])"
)
STREET_WORDS = ("ul.", "al.", "pl.", "os.", "ulic", "alej", "osiedl", " m.")
"""One of these stands in an address."""

_HOUSE = re.compile(r"[0-9][A-Za-z]? ?(?:/|m\. ?|lok\. ?)[0-9]")
_BARE_FLAT = re.compile(
    rf"(?<![\w])(?P<n>{_WORD} [0-9]{{1,3}}[A-Za-z]? ?m\. ?[0-9]{{1,3}})(?![\w/])"
)


def flats(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Found]:
    """A street, a house and a flat.

    >>> [found.value for found in flats("ul. Polna 5/7; Lipowa 5 m. 7; ul. Polna 5")]
    ['Polna 5/7', 'Lipowa 5 m. 7']
    """
    if not _HOUSE.search(text, start, end):
        return
    starts = set()
    for shape in (_FLAT, _BARE_FLAT):
        for found in shape.finditer(text, start, end):
            if found.end("n") not in starts:
                starts.add(found.end("n"))
                yield Found(found.start("n"), found.end("n"), found["n"])


_GIVEN = (
    "Adam|Aleksander|Andrzej|Antoni|Artur|Bartosz|Bogdan|Cezary|Damian|Daniel|Dariusz|"
    "Dawid|Edward|Filip|Grzegorz|Henryk|Hubert|Jacek|Jakub|Jan|Janusz|Jarosław|Jerzy|"
    "Józef|Kamil|Karol|Kazimierz|Krystian|Krzysztof|Leszek|Łukasz|Maciej|Marcin|Marek|"
    "Mariusz|Mateusz|Michał|Mieczysław|Mikołaj|Mirosław|Paweł|Patryk|Piotr|Przemysław|"
    "Rafał|Robert|Roman|Ryszard|Sebastian|Sławomir|Stanisław|Stefan|Szymon|Tadeusz|"
    "Tomasz|Wacław|Waldemar|Wiesław|Witold|Wojciech|Zbigniew|Zdzisław|Zenon|"
    "Agata|Agnieszka|Aleksandra|Alicja|Alina|Anna|Barbara|Beata|Bożena|Celina|Danuta|"
    "Dorota|Edyta|Elżbieta|Emilia|Ewa|Ewelina|Grażyna|Halina|Hanna|Helena|Irena|Iwona|"
    "Izabela|Jadwiga|Janina|Joanna|Jolanta|Julia|Justyna|Karolina|Katarzyna|Kinga|"
    "Krystyna|Lucyna|Magdalena|Małgorzata|Maria|Marta|Marzena|Monika|Natalia|Olga|"
    "Patrycja|Paulina|Renata|Stanisława|Sylwia|Teresa|Urszula|Wanda|Weronika|Wiesława|"
    "Zofia|Zuzanna"
)
_NAME = rf"(?P<n>{_CAPITAL}\w{{2,20}} (?:{_WORD}|{_CAPITAL}\.))"
_KNOWN_NAME = rf"(?P<n>(?:{_GIVEN}) (?:{_WORD}|{_CAPITAL}\.))"
_RAISED = re.compile(
    r"\b(?:zgłosi|zgłasza|zawiadomi|poinformowa|wni[oó]s|złoży|zapyta|pyta|popros|prosi|zwróci|"
    r"skarży|napisa|zauważy|postulowa|zaproponowa)",
    re.IGNORECASE,
)
_SIR = re.compile(rf"[Pp]an(?<!\w[Pp]an)(?:i|a|u|ią|em)? {_NAME}")
_RESIDENT = re.compile(
    r"(?:[Mm]ieszkan(?:iec|ka)|[Ll]okator(?:ka)?|[Zz]głaszając[ya]|[Ww]nioskodaw(?:ca|czyni))[:,]?"
    rf" (?:[Pp]ani? )?{_KNOWN_NAME}"
)
_ASKED = r"(?:zgłosił|zawnioskował|wniosł|poprosił|poskarżył|zapytał|postulował)a?|wniósł"
_ASKED_BY = re.compile(rf"\b(?i:{_ASKED})(?: się)? {_KNOWN_NAME}")
_BY_NAME = re.compile(rf"{_KNOWN_NAME}(?: się)? (?:{_ASKED})\b")
_TITLED = re.compile(
    r"[\w)],? $|\b(?:post|sierż|szt|asp|kom|podkom|nadkom|insp|podinsp|st|mł|dr|inż|mgr|ks)\. $"
)
"""Who has a rank, a title or an office before the name speaks for an office."""
APPLICANT_WORDS = (
    *("zgłosił", "nioskował", "niosł", "niósł", "poprosił", "poskarżył", "zapytał", "postulował"),
    *("pan ", "pani ", "pana ", "panu ", "panią ", "panem "),
    *("mieszkaniec ", "mieszkanka ", "lokator", "zgłaszając", "wnioskodaw"),
)
"""One of these stands before an applicant's name."""


def applicants(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Found]:
    """A resident named as the one who raised something; officers have ranks and are not met.

    >>> [found.value for found in applicants("Pan Jan Kowalski zgłosił, że mieszkanka Anna K.")]
    ['Jan Kowalski', 'Anna K.']
    >>> list(applicants("Wniosek zgłosiła Rada Osiedla, odpowiedział asp. Jan Kot."))
    []
    """
    for found in _SIR.finditer(text, start, end):
        sentence = text[max(found.start() - 30, 0) : found.end() + 60]
        if _RAISED.search(sentence):
            yield Found(found.start("n"), found.end("n"), found["n"])
    for shape in (_RESIDENT, _ASKED_BY):
        for found in shape.finditer(text, start, end):
            yield Found(found.start("n"), found.end("n"), found["n"])
    for found in _BY_NAME.finditer(text, start, end):
        if not _TITLED.search(text[max(found.start() - 12, 0) : found.start()]):
            yield Found(found.start("n"), found.end("n"), found["n"])
