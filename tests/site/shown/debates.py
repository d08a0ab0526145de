"""Where a debate's and its report's own keys are shown."""

from __future__ import annotations

from tests.site.shown.programmes import points_at_an_activity
from tests.site.shown.seen import Lacks, On, Rows, Unshown, element

_WHOLE, _THERE, _HELD = "debaty/pelna", "debaty/na-miejscu", "debaty/odbyta"
_TICKET, _FACTS = ".ticket", ".facts"
_HAS = "Jest: pętla indukcyjna, miejsce parkingowe dla osoby z niepełnosprawnością, tłumacz PJM"
_LACKS = "Nie ma: podjazd albo wejście bez progu, winda, toaleta dostosowana"

DEBATE: Rows = {
    "działanie": points_at_an_activity("debaty/pelna"),
    "termin": (
        On(_WHOLE, "czwartek, 10 grudnia 2026 r.", _TICKET),
        On(_WHOLE, "godz. 17:00", _TICKET),
        On("debaty/przeniesiona", "Poprzedni termin: piątek, 18 grudnia 2026 r.", ".notice"),
        On("debaty/przeniesiona", "sobota, 19 grudnia 2026 r.", _TICKET),
        On("kalendarz/2026/12", "Tytuł debaty pełnej"),
    ),
    "koniec": On(_WHOLE, "17:00–18:30", _TICKET),
    "czas trwania": On(_THERE, "18:00–19:40", _TICKET),
    "dzień tygodnia": Unshown("only checked against the date, whose weekday is computed"),
    "termin wstępny": On("debaty/wstepna", "Termin wstępny", _TICKET),
    "termin opisowo": On("debaty/wstepna", "zaraz po feriach zimowych", _TICKET),
    "rodzaj debaty": On(_WHOLE, "Debata ewaluacyjna", _FACTS),
    "ewaluacja debat": (
        element(_WHOLE, '.also a[href="/debaty/odbyta/"]'),
        element("debaty/odbyta", '.also a[href="/debaty/pelna/"]'),
    ),
    "stan": (
        On("debaty/odwolana", "Debata odwołana", ".notice"),
        On("debaty/odwolana", "Powód odwołania pełny", ".notice"),
        On("debaty/odwolana", "czwartek, 3 grudnia 2026 r.", f"{_TICKET} s"),
        On("debaty/odroczona", "Debata odroczona", ".notice"),
        On("debaty/odroczona", "Powód odroczenia pełny", ".notice"),
    ),
    "forma": (
        On(_WHOLE, "oraz online", _TICKET),
        On("debaty/online", "Online", f"{_TICKET} .ticket__place"),
    ),
    "link do transmisji": element(_WHOLE, 'main a[href="https://transmisja.example/pelna"]'),
    "miejsce": (
        element(_WHOLE, f'{_TICKET} a[href="/miejsca/pelne/"]'),
        On(_WHOLE, "Tytuł miejsca pełnego", _TICKET),
    ),
    "miejsce.nazwa": On(_THERE, "Świetlica opisana na miejscu", _TICKET),
    "miejsce.adres": On(_THERE, "ul. Opisana 33, 33-333 Opisanowo", _TICKET),
    "miejsce.adres.ulica": On(_THERE, "ul. Opisana 33", _TICKET),
    "miejsce.adres.kod": On(_THERE, "33-333", _TICKET),
    "miejsce.adres.miejscowość": On(_THERE, "Opisanowo", _TICKET),
    "miejsce.sala": On(_THERE, "Sala opisana na parterze", _TICKET),
    "miejsce.dojście": On(_THERE, "Dojście opisane od rynku", _FACTS),
    "miejsce.szerokość": element(_THERE, f'{_TICKET} a[href*="mlat=53.3333&"]'),
    "miejsce.długość": element(_THERE, f'{_TICKET} a[href*="mlon=19.4444#"]'),
    "miejsce.dostępność": On(_THERE, "Dostępność miejsca", f"{_FACTS} dt"),
    "miejsce.dostępność.podjazd": On(_THERE, _LACKS, ".access li"),
    "miejsce.dostępność.winda": On(_THERE, _LACKS, ".access li"),
    "miejsce.dostępność.toaleta dostosowana": On(_THERE, _LACKS, ".access li"),
    "miejsce.dostępność.pętla indukcyjna": On(_THERE, _HAS, ".access li"),
    "miejsce.dostępność.miejsce parkingowe": On(_THERE, _HAS, ".access li"),
    "miejsce.dostępność.tłumacz PJM": On(_THERE, _HAS, ".access li"),
    "dla kogo": On(_WHOLE, "Mieszkańcy Pełnej i okolic", _FACTS),
    "wstęp": (
        On(_WHOLE, "Wstęp z pełnym biletem", _FACTS),
        On(_THERE, "Wolny, bez zapisów", _FACTS),
    ),
    "zgłoszenia PJM": On(_WHOLE, "Potrzebę tłumacza zgłoś do 2 grudnia 2026 r.", _FACTS),
    "jak zadać pytanie": On(_WHOLE, "Zadaj pytanie", f"{_FACTS} dt"),
    "jak zadać pytanie.e-mail": element(
        _WHOLE, f'{_FACTS} a[href="mailto:pytania-pelne@policja.przykladow.example"]'
    ),
    "jak zadać pytanie.telefon": element(_WHOLE, f'{_FACTS} a[href="tel:+48477000111"]'),
    "jak zadać pytanie.do": On(_WHOLE, "Zadaj pytanie do 8 grudnia 2026 r.", f"{_FACTS} dt"),
    "organizatorzy": (
        On(_WHOLE, "Stowarzyszenie Organizatorów Pełnych", _FACTS),
        element(_WHOLE, f'{_FACTS} a[href="/podmioty/pelny/"]'),
    ),
    "goście": On(_WHOLE, "mł. insp. Gustaw Gościnny, ekspert od gości", _FACTS),
    "prowadzący": On(_WHOLE, "podinsp. Prakseda Prowadząca, naczelniczka pełna", _FACTS),
    "porządek": On(_WHOLE, "Porządek", ".agenda h2"),
    "porządek.godz": On(_WHOLE, "17:45", ".agenda time"),
    "porządek.punkt": On(_WHOLE, "Punkt drugi pełny", ".agenda"),
    "porządek.kto": On(_WHOLE, "asp. Leon Referujący, referent pełny", ".agenda"),
    "bez zapowiedzi": (
        Lacks("debaty/bez-zapowiedzi", "Zapowiedź", ".life"),
        On(_HELD, "Zapowiedź", ".life"),
        On("archiwum/2026/10", "Sprawozdanie bez zapowiedzi"),
        Lacks("archiwum/2026/09", "Debata bez zapowiedzi", "main"),
    ),
}

_REPORT = "#sprawozdanie"
_ASKED, _KMZB, _SURVEY = f"{_REPORT} .questions", f"{_REPORT} .kmzb", f"{_REPORT} .survey"

REPORT: Rows = {
    "debata": On(_HELD, "Tytuł sprawozdania pełnego", _REPORT),
    "liczba uczestników": On(_HELD, "Liczba uczestników: 137", _REPORT),
    "obecni": (
        On(_HELD, "podkom. Olga Obecna, kierowniczka obecnych", _REPORT),
        element(_HELD, f'{_REPORT} a[href="/podmioty/pelny/"]'),
    ),
    "pytania": On("pytania", "Czy pytanie otwarte poczeka?", "#otwarte"),
    "pytania.pytanie": (
        On(_HELD, "Czy pytanie pełne ma odpowiedź?", _ASKED),
        On("pytania", "Czy pytanie pełne ma odpowiedź?", "#z-odpowiedzia"),
    ),
    "pytania.odpowiedź": On(_HELD, "Odpowiedź pełna na pytanie.", _ASKED),
    "pytania.kto": On(_HELD, "kom. Oskar Odpowiadający, specjalista od odpowiedzi", _ASKED),
    "pytania.wniosek": (
        element(_HELD, f'{_ASKED} a[href="/wnioski/w-2026-010/"]'),
        element("wnioski/w-2026-010", 'main a[href="/debaty/odbyta/#pytanie-1"]'),
    ),
    "kmzb": On(_HELD, "Liczby z Mapy Zagrożeń", _KMZB),
    "kmzb.kategoria": On(_HELD, "Kłusownictwo", _KMZB),
    "kmzb.okres": On(_HELD, "od 1 marca 2025 r. do 31 sierpnia 2026 r.", _KMZB),
    "kmzb.okres.od": On(_HELD, "od 1 marca 2025 r.", _KMZB),
    "kmzb.okres.do": On(_HELD, "do 31 sierpnia 2026 r.", _KMZB),
    "kmzb.zgłoszeń": (On(_HELD, "543", f"{_KMZB} td"), On("kategorie/klusownictwo", "543", "td")),
    "kmzb.potwierdzonych": On(_HELD, "432", f"{_KMZB} td"),
    "kmzb.wyeliminowanych": On(_HELD, "321", f"{_KMZB} td"),
    "kmzb.źródło": On(_HELD, "Źródło liczb pełnych", _KMZB),
    "ankieta": On(_HELD, "Ankieta po debacie", _SURVEY),
    "ankieta.wypełnionych": On(_HELD, "Liczba wypełnionych ankiet: 98", _SURVEY),
    "ankieta.wyniki": element(_HELD, f"{_SURVEY} table"),
    "ankieta.wyniki.pytanie": On(_HELD, "Czy ankieta jest pełna?", f"{_SURVEY} caption"),
    "ankieta.wyniki.odpowiedzi": (
        On(_HELD, "Ankieta jest prawie pełna", f"{_SURVEY} th"),
        On(_HELD, "37", f"{_SURVEY} td"),
    ),
    "wnioski": (
        On(_HELD, "Na debacie nie zgłoszono wniosków.", _REPORT),
        On("debaty/bez-zapowiedzi", "nie podaje, czy zgłoszono wnioski", _REPORT),
    ),
}
