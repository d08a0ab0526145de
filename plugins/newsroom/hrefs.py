"""Where a link of a body leads: what is wrong with its address, and which record it means."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches

from plugins.newsroom.rooms import PAGES, RESERVED, ROOMS
from plugins.privacy.masks import hidden

_FILE = re.compile(r"\.(?:pdf|docx?|odt|xlsx?|ods|csv|pptx?|zip)$", re.IGNORECASE)
RECORDING = re.compile(r"\.(?:mp[34]|m4a|mov|webm|og[gva]|wav)$", re.IGNORECASE)
PLAYED = "film wpisz w kluczu „film”, dźwięk w kluczu „nagranie”: tam będzie odtwarzacz i napisy"
_ATTACHED = "plik do pobrania wpisz w kluczu „załączniki”, a tu zostaw same słowa"
_PREVIEW = re.compile(r"https?://(?:127\.|localhost\b|0\.0\.0\.0|\[::1\])", re.IGNORECASE)
_RECORD = re.compile(r"\.md(?:#|$)", re.IGNORECASE)


def fault(href: str) -> str:
    """What is wrong with a link's address, in Polish; empty if nothing is."""
    shown = hidden(href)[:60]
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", href)
    if scheme and scheme[1].lower() not in ("http", "https", "mailto", "tel"):
        return f"adres „{shown}” jest niedozwolony – użyj https://, mailto: lub tel:"
    if scheme and scheme[1].lower().startswith("http"):
        return _web_fault(href, shown)
    if href.startswith(("//", "/\\")):
        return f"odnośnik „{shown}” nie ma początku – dopisz https:"
    if scheme or href.startswith(("/", "#")) or _RECORD.search(href):
        return ""
    return f"odnośnik „{shown}” donikąd nie prowadzi – {_advice(href)}"


def _web_fault(href: str, shown: str) -> str:
    if not re.match(r"https?://[^\s/?#\\]+", href, re.IGNORECASE):
        return f"adres „{shown}” jest niepełny – napisz np. https://www.gov.pl"
    if _PREVIEW.match(href):
        rest = hidden(re.sub(r"^https?://[^/]*", "", href)) or "/"
        return f"„{shown}” to adres podglądu na Twoim komputerze – zostaw samo „{rest[:60]}”"
    return ""


def _advice(href: str) -> str:
    if RECORDING.search(href):
        return PLAYED
    if _FILE.search(href):
        return _ATTACHED
    if re.fullmatch(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", href):
        return "przed adresem poczty dopisz „mailto:”"
    return "wskaż plik (../programy/x.md) albo pełny adres https://…"


def record_at(href: str, folders: Collection[str]) -> str:
    """``kind/id`` of the record whose address a link gives; empty if it is no record's.

    >>> [record_at(one, {"debaty"}) for one in ("/debaty/x/#y", "/kontakt", "/debaty/rok/2026/")]
    ['debaty/x', 'strony/kontakt', '']
    """
    if not href.startswith("/") or "?" in href:
        return ""
    kind, _, name = href.partition("#")[0].strip("/").rpartition("/")
    if "." in name or not name or name in RESERVED:
        return ""
    if not kind:
        return "" if name in ROOMS else f"{PAGES}/{name}"
    return f"{kind}/{name}" if kind in folders and kind != PAGES else ""


AROUND = re.compile(
    r"tresc|menu|kontakt|historia|sprawozdanie|wnioski|debat[ay]|aktualnosci|programy|odpowiedzi"
    r"|edycje|plany|ulice|dzielnicowy|dalej|o-debacie|pytanie-[0-9]+|dzialanie-[a-z0-9-]+"
)
"""Parts of a page around its text."""


def no_part(name: str, parts: Iterable[str]) -> str:
    """What to tell of a link to a part that a text does not have."""
    near = get_close_matches(name, list(parts), 1, 0.5)
    advice = f"napisz „#{near[0]}”" if near else "popraw nazwę albo usuń odnośnik"
    return f"w tekście nie ma części „#{hidden(name)[:60]}” – {advice}"
