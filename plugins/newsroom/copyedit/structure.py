"""Headings, links, pictures and attachments that tell too little."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from plugins.newsroom.copyedit.copy import Copy
from plugins.newsroom.spelling import fold
from plugins.problems import Problem

_HEADING = re.compile(r" {0,3}(#{2,6})(?!#)\s*\S")


def skipped_level(copy: Copy) -> Iterator[Problem]:
    """A heading two levels below the one before it (WCAG 1.3.1)."""
    level = 1
    for number, line in copy.lines:
        found = _HEADING.match(line)
        if found and len(found[1]) > level + 1:
            right = "#" * (level + 1)
            message = f"przeskoczony stopień nagłówka – zamiast „{found[1]}” napisz „{right}”"
            yield copy.problem("stopień nagłówka", message, number)
        level = len(found[1]) if found else level


_LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\(\s*<?([^()\s>]+)")
_AUTOMATIC = re.compile(r"<(https?://[^\s<>]+)>")
_EMPTY_WORDS = frozenset(
    map(
        fold,
        (
            *("kliknij", "kliknij tutaj", "kliknij tu", "tutaj", "tu", "link", "odnośnik"),
            *("więcej", "czytaj więcej", "czytaj dalej", "zobacz", "zobacz więcej", "pobierz"),
            *("strona", "ten link", "pod tym adresem", "pod linkiem", "sprawdź", "szczegóły"),
        ),
    )
)


def telling_nothing(copy: Copy) -> Iterator[Problem]:
    """A link's words must say where it leads, read alone (WCAG 2.4.4)."""
    for number, line in copy.lines:
        if "](" not in line and "<" not in line:
            continue
        for found in _LINK.finditer(line):
            words = found[1].strip()
            if not words or fold(words) in _EMPTY_WORDS or _is_address(words):
                said = f"odnośnik „{words[:40]}” nie mówi, dokąd prowadzi"
                message = f"{said} – nazwij stronę lub plik"
                yield copy.problem("tekst odnośnika", message, number)
        for found in _AUTOMATIC.finditer(line):
            message = f"sam adres „{found[1][:40]}” – napisz [nazwa strony]({found[1][:40]})"
            yield copy.problem("tekst odnośnika", message, number)


def _is_address(words: str) -> bool:
    return bool(re.match(r"(?:https?://|www\.)\S+$", words, re.IGNORECASE))


_PLAIN = re.compile(r"\bhttp://(?!localhost|127\.)[^\s<>()\"„”\[\]]+", re.IGNORECASE)


def unencrypted(copy: Copy) -> Iterator[Problem]:
    """A link to ``http://``, which a browser calls insecure; old addresses are not links."""
    for number, line in copy.lines if copy.hints(("http://",)) else ():
        for found in _PLAIN.finditer(line):
            yield copy.problem("odnośnik http", _insecure(found[0]), number)
    for key, text in copy.texts() if "http://" in copy.source.head.lower() else ():
        if text.lower().startswith("http://") and not key.startswith("dawne adresy"):
            yield copy.problem("odnośnik http", _insecure(text), key=key)


def _insecure(address: str) -> str:
    return f"„{address[:50]}” jest bez szyfrowania – sprawdź, czy działa z https://, i popraw"


_PICTURE = re.compile(r"!\[([^\[\]]*)\]\(\s*<?([^()\s>]+)")
_ALT_WORDS = frozenset(
    map(
        fold,
        (
            *("zdjęcie", "obraz", "obrazek", "foto", "fotografia", "grafika", "ilustracja"),
            *("plakat", "logo", "image", "photo", "baner", "zdjęcie z debaty", "opis", "alt"),
        ),
    )
)
_FILE = re.compile(r"^\S+\.(?:jpe?g|png|webp|gif|svg|heic)$|^(?:IMG|DSC|DSCN|P)[_-]?\d+$", re.I)


def alt_of_no_use(copy: Copy) -> Iterator[Problem]:
    """An alternative text that is a file's name, or „zdjęcie” (WCAG 1.1.1)."""
    lines = copy.lines if "![" in copy.source.body else ()
    texts = copy.texts() if "alt" in copy.source.head.lower() else ()
    body = ((n, "", found[1], found[2]) for n, line in lines for found in _PICTURE.finditer(line))
    head = ((0, key, text, "") for key, text in texts if key == "alt" or key.endswith(".alt"))
    for line, key, alt, file in (*body, *head):
        words = alt.strip()
        numbered = re.sub(r"(?: nr)? ?\d+$", "", words)
        same = bool(file) and fold(words) == fold(_stem(file))
        if words and (fold(numbered) in _ALT_WORDS or _FILE.match(words) or same):
            message = f"opis „{words[:40]}” nic nie mówi niewidomym – napisz, co widać na obrazie"
            yield copy.problem("opis obrazu", message, line, key)


def _stem(file: str) -> str:
    return posixpath.splitext(posixpath.basename(file))[0]


_ATTACHMENT_WORDS = frozenset(map(fold, ("plik", "pdf", "załącznik", "dokument", "do pobrania")))


def attachment_untold(copy: Copy) -> Iterator[Problem]:
    """What a PDF holds is said on the page: who cannot open it learns the gist."""
    for number, one in enumerate(getattr(copy.record, "attachments", ()), 1):
        about = re.sub(r" ?\d+$", "", one.about)
        is_file = _stem(about) != about and " " not in about
        if is_file or fold(about) in _ATTACHMENT_WORDS or fold(about) == fold(_stem(one.file)):
            message = f"opis „{one.about[:40]}” nie mówi, co jest w pliku – napisz to zdaniem"
            yield copy.problem("opis załącznika", message, key=f"załączniki[{number}].opis")
