"""``jednostka.yml``: the unit that publishes the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from plugins.newsroom import fields as f
from plugins.newsroom.fields import Key
from plugins.newsroom.kinds.media import Contradiction, Fault
from plugins.newsroom.kinds.venue import Address


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """The unit's name in the cases that texts need."""

    nominative: Annotated[f.Line, Key("mianownik", "kto? co?")]
    genitive: Annotated[f.Line, Key("dopełniacz", "kogo? czego?")] = ""
    dative: Annotated[f.Line, Key("celownik", "komu? czemu?")] = ""
    accusative: Annotated[f.Line, Key("biernik", "kogo? co?")] = ""
    instrumental: Annotated[f.Line, Key("narzędnik", "z kim? z czym?")] = ""
    locative: Annotated[f.Line, Key("miejscownik", "o kim? o czym?")] = ""

    @classmethod
    def from_text(cls, text: str) -> Name:
        """The nominative alone."""
        return cls(nominative=f.line(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Telephone:
    """A number and whose it is."""

    name: Annotated[f.Line, Key("nazwa", "czyj to numer")]
    number: Annotated[f.Phone, Key("numer", "numer telefonu")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A profile in social media."""

    name: Annotated[f.Line, Key("nazwa", "nazwa serwisu")]
    link: Annotated[f.Link, Key("link", "adres profilu")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person with a duty: coordinator, data protection officer."""

    name: Annotated[f.Line, Key("imię i nazwisko", "kto")]
    phone: Annotated[f.Phone, Key("telefon", "numer telefonu")] = ""
    email: Annotated[f.Email, Key("e-mail", "adres e-mail")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Security:
    """Whom to tell about a security hole (RFC 9116); ``until``: by then someone looks again."""

    email: Annotated[f.Email, Key("e-mail", "adres e-mail")] = ""
    link: Annotated[f.Link, Key("link", "formularz")] = ""
    until: Annotated[f.Day | None, Key("ważny do", "do kiedy aktualny")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyNumber:
    """A number for emergencies or crises, called as it stands."""

    number: Annotated[f.Phone, Key("numer", "numer telefonu")]
    name: Annotated[f.Line, Key("nazwa", "kto odbiera albo w jakiej sprawie")]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyNumbers:
    """The numbers that end every page, 112 first; ``checked``: when someone last called them."""

    checked: Annotated[
        f.Day | None, Key("sprawdzono", "kiedy ostatnio sprawdzono numery", required=True)
    ] = None
    numbers: Annotated[
        tuple[EmergencyNumber, ...], Key("numery", "numery, pierwszy 112", required=True)
    ] = (EmergencyNumber(number="112", name="zagrożenie życia, zdrowia lub mienia"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """The unit, its addresses and its terms. Days and months are counts."""

    path: str = ""
    name: Annotated[
        Name, Key("nazwa", "pełna nazwa z odmianą", "Komenda Miejska Policji w …", required=True)
    ] = Name(nominative="")
    short: Annotated[f.Line, Key("nazwa krótka", "skrót nazwy", "KMP w …", required=True)] = ""
    body: Annotated[f.Identifier, Key("podmiot", "nazwa pliku jednostki w podmioty/")] = ""
    address: Annotated[
        Address | None, Key("adres", "adres pocztowy", "ul. Lipowa 1, 00-000 Miasto", required=True)
    ] = None
    teryt: Annotated[f.Plain, Key("TERYT", "kod terytorialny")] = ""
    phones: Annotated[tuple[Telephone, ...], Key("telefony", "numery telefonów")] = ()
    email: Annotated[f.Email, Key("e-mail", "adres e-mail")] = ""
    hours: Annotated[f.Line, Key("godziny", "kiedy czynne")] = ""
    emergency: Annotated[
        EmergencyNumbers, Key("numery alarmowe", "numery na dole każdej strony")
    ] = EmergencyNumbers()
    commander: Annotated[f.Human | None, Key("komendant", "stopień imię nazwisko, funkcja")] = None
    press_officer: Annotated[f.Human | None, Key("oficer prasowy", "stopień imię nazwisko")] = None
    site: Annotated[
        f.Link, Key("adres strony", "adres tej strony", "https://x.policja.gov.pl", required=True)
    ] = ""
    identifier_domain: Annotated[
        f.Plain,
        Key("domena identyfikatorów", "nigdy się nie zmienia", "x.policja.gov.pl", required=True),
    ] = ""
    bip: Annotated[f.Link, Key("BIP", "adres w Biuletynie Informacji Publicznej")] = ""
    profiles: Annotated[tuple[Profile, ...], Key("media społecznościowe", "profile")] = ()
    coordinator: Annotated[
        Contact | None, Key("koordynator dostępności", "kto odpowiada za dostępność")
    ] = None
    access_plan: Annotated[
        f.Link, Key("plan dostępności", "adres planu działania na rzecz dostępności")
    ] = ""
    data_officer: Annotated[
        Contact | None, Key("inspektor ochrony danych", "kto odpowiada za dane")
    ] = None
    site_published: Annotated[
        f.Day | None, Key("data publikacji strony", "od kiedy działa", "2024-09-02", required=True)
    ] = None
    reuse: Annotated[
        tuple[f.Line, ...], Key("warunki ponownego wykorzystywania", "na jakich zasadach")
    ] = ()
    security: Annotated[Security | None, Key("kontakt bezpieczeństwa", "zgłaszanie luk")] = None
    allowed: Annotated[tuple[f.Plain, ...], Key("dane dozwolone", "własne numery")] = ()
    archive_months: Annotated[f.Months, Key("wiek archiwalny", "po ilu miesiącach")] = 12
    report_days: Annotated[f.Days, Key("termin sprawozdania", "ile dni po debacie")] = 14
    notice_days: Annotated[f.Days, Key("termin ogłoszenia", "ile dni przed debatą")] = 7
    logo: Annotated[f.FileName, Key("znak", "plik ze znakiem jednostki")] = ""
    demonstration: Annotated[f.Flag, Key("demonstracja", "czy strona jest pokazowa")] = False

    @property
    def pictures(self) -> tuple[str, ...]:
        """The file of its mark."""
        return (self.logo,) if self.logo else ()

    @property
    def downloads(self) -> tuple[str, ...]:
        """None."""
        return ()

    @classmethod
    def contradictions(cls) -> tuple[Contradiction, ...]:
        """What may contradict itself in the unit's file."""
        return (_no_domain, _without_112, _nobody_to_tell)


def _no_domain(unit: Unit) -> Iterator[Fault]:
    if not f.is_domain(unit.identifier_domain):
        yield "domena identyfikatorów", "to nie jest domena – napisz np. x.policja.gov.pl"


def _without_112(unit: Unit) -> Iterator[Fault]:
    if unit.emergency.numbers[0].number != "112":
        yield "numery alarmowe.numery", "pierwszy nie jest 112 – dopisz go na początku"


def _nobody_to_tell(unit: Unit) -> Iterator[Fault]:
    if unit.security and not (unit.security.email or unit.security.link):
        yield "kontakt bezpieczeństwa", "nie wiadomo, jak się zgłosić – dopisz „e-mail” albo „link”"
