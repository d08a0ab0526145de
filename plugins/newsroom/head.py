"""A head of YAML becomes a tree of nodes that remember their lines.

Every scalar stays text (``CBaseLoader``): YAML 1.1 would turn ``17:00`` into 1020 and ``no``
into false. Anchors, aliases, tags, repeated keys and deep nesting are refused, because each
of them loses or multiplies text without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from plugins.newsroom.source import CONTROL
from plugins.problems import Problem, Problems

Node = yaml.ScalarNode | yaml.SequenceNode | yaml.MappingNode

DEPTH_LIMIT = 8


def compose(path: str, text: str, first_line: int) -> yaml.MappingNode:
    """The head's root node; raise :class:`Problems` of everything that YAML itself forbids.

    Node marks count lines from 0 inside ``text``; :func:`line_of` adds ``first_line``.
    """
    _refuse_depth(path, text, first_line)
    try:
        root = yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        raise Problems([_translated(path, text, first_line, error)]) from None
    except yaml.reader.ReaderError as error:
        code = int(error.character)
        message = f"niedozwolony znak U+{code:04X} – usuń go z tekstu"
        line = text.count("\n", 0, text.find(chr(code))) + first_line
        raise Problems([Problem(path, line, "", message)]) from None
    if not isinstance(root, yaml.MappingNode):
        told = _NO_UNIT if path.endswith(".yml") else _NO_KEYS
        raise Problems([Problem(path, first_line, "", _NO_SPACE if _tight(text) else told)])
    problems = [*_forbidden(path, text, first_line, root)]
    if problems:
        raise Problems(problems)
    return root


def line_of(node: Node, first_line: int) -> int:
    """The line of a node in its file."""
    return int(node.start_mark.line) + first_line


_DEEP = re.compile(rf"^[ ]*(?:[-?][ ]+){{{DEPTH_LIMIT + 1}}}", re.MULTILINE)


def _refuse_depth(path: str, text: str, first_line: int) -> None:
    """Before parsing: the C parser's stack is finite, and Python's composer recurses."""
    brackets = text.count("[") + text.count("{")
    deep = _DEEP.search(text)
    indent = max((len(line) - len(line.lstrip(" ")) for line in text.split("\n")), default=0)
    if brackets > 200 or deep or indent > 200:
        message = f"zagnieżdżenie głębsze niż {DEPTH_LIMIT} poziomów – uprość zapis"
        raise Problems([Problem(path, first_line, "", message)])


_NO_KEYS = "metryczka jest pusta albo nie ma kluczy – wpisz np. „tytuł: …”"
_NO_UNIT = "plik jest pusty albo nie ma kluczy – wpisz dane jednostki, np. „nazwa: …”"
_NO_SPACE = "brak zwykłej spacji po dwukropku – zapisz „klucz: wartość”"
_NO_SPACE_IN_LIST = "po „-” brakuje spacji – zapisz „- klucz: wartość”"
_QUOTE = "cudzysłów nie jest zamknięty – dopisz zamykający"
_SIGN = "„&” albo „*” na początku wartości – ujmij ją w cudzysłów"
_INDENT = "złe wcięcie – wyrównaj klucze do jednej kolumny"

_MESSAGES = (
    ("mapping values are not allowed", "dwukropek wewnątrz tekstu – ujmij cały tekst w cudzysłów"),
    ("cannot start any token", "znak, od którego wartość nie może się zaczynać – użyj cudzysłowu"),
    ("found unexpected end of stream", _QUOTE),
    ("found unexpected document indicator", _QUOTE),
    ("could not find expected ':'", "brak dwukropka po kluczu – zapisz „klucz: wartość”"),
    ("did not find expected key", _INDENT),
    ("did not find expected <document start>", _INDENT),
    ("did not find expected '-'", "złe wcięcie listy – wyrównaj myślniki"),
    ("did not find expected ',' or", "nawias nie jest zamknięty – dopisz „]” albo użyj cudzysłowu"),
    ("did not find expected comment", "po „|” i „>” nie może nic stać – przenieś tekst niżej"),
    ("found undefined alias", _SIGN),
    ("found duplicate anchor", _SIGN),
    ("did not find expected alphabetic", _SIGN),
    ("found unknown escape", "ukośnik „\\” w cudzysłowie – użyj apostrofów zamiast cudzysłowu"),
    ("did not find expected node content", "nawias nie jest zamknięty – usuń „[” albo dopisz „]”"),
    ("invalid Unicode character", "zły kod znaku po „\\” – wpisz sam znak"),
    ("block sequence entries", "lista zaczyna się w wierszu klucza – przenieś myślnik niżej"),
    ("found undefined tag", "wykrzyknik na początku wartości – ujmij ją w cudzysłów"),
)

_AFTER_QUOTE = re.compile(r"[^:]*:[ ]+(?:\"[^\"]*(\")|'[^']*(')|\[[^\]]*(\]))[ ]*[^ #]")


_TIGHT = re.compile(r"^ *(?:- )?[^\W\d_][\w -]*:(?=[^ \t\n/])")


def _tight(line: str) -> bool:
    """A key whose colon touches its value, or is followed by a hard space."""
    return bool(_TIGHT.match(line))


def _translated(path: str, text: str, first_line: int, error: yaml.MarkedYAMLError) -> Problem:
    said = f"{error.problem}"
    message = next(
        (polish for english, polish in _MESSAGES if english in said),
        "nie rozumiem tego zapisu – sprawdź wcięcia, dwukropki i cudzysłowy",
    )
    scanning_quote = "quoted scalar" in f"{error.context}"
    began = scanning_quote or "expected ':'" in said  # the parser notices on the next line
    mark = error.context_mark if began and error.context_mark else error.problem_mark
    lines = text.rstrip("\n").split("\n")
    line = min(mark.line, len(lines) - 1) if mark else 0
    if "expected ':'" in said and _tight(lines[line]):
        message = _NO_SPACE
    if line and _GLUED.match(lines[line - 1]):
        line -= 1  # an entry without its space is a key, and what follows lies too deep
    if "mapping values" in said and not _GLUED.match(lines[line]):
        line, message = _colon(lines, line, message)
    elif "document" in said and not scanning_quote:
        line, message = _document(lines, line, message)
    return Problem(path, line + first_line, "", _seen(lines[line]) or message)


_GLUED = re.compile(r"[ ]*-[^\W\d_][\w -]*:(?: |$)")


def _seen(line: str) -> str:
    """What the faulty line itself shows, where that tells more than the parser does."""
    if re.match(r"[ ]*\t", line):
        return "tabulator na początku wiersza – użyj spacji"
    if re.match(r"[ ]*[*•] ", line):
        return "wiersz listy zaczyna się od „- ” – zamień na to początek wiersza"
    if _GLUED.match(line):
        return _NO_SPACE_IN_LIST
    found = _AFTER_QUOTE.match(line)
    if not found:
        return ""
    other = "apostrofy" if found[1] else "cudzysłów"
    return f"po zamykającym {found[1] or found[2] or found[3]} stoi tekst – ujmij całość w {other}"


def _document(lines: list[str], line: int, message: str) -> tuple[int, str]:
    """Marks of YAML's own that end or direct a document have no place in a head."""
    for number, text in enumerate(lines[: line + 1]):
        if text.startswith(("...", "%")):
            return number, f"wiersz „{text[:20]}” nie należy do metryczki – usuń go"
    return line, message


def _colon(lines: list[str], line: int, message: str) -> tuple[int, str]:
    """Why a colon is not allowed: the text above it was no key, or it stands too far right."""
    above = lines[line - 1] if line else ""
    if line and _tight(above):
        return line - 1, _NO_SPACE
    key = re.match(r"( +)[^\W\d_][\w -]*:(?: |$)", lines[line])
    if key and len(key[1]) > len(above) - len(above.lstrip(" ")):
        return (
            line,
            "zbędne wcięcie albo dwukropek w tekście – wyrównaj wiersz albo użyj cudzysłowu",
        )
    return line, message


def _forbidden(path: str, text: str, first_line: int, root: Node) -> Iterator[Problem]:
    visits = list(_walk(root, 1, "", set()))
    repeated = {id(node) for node, _, _, again in visits if again}
    for node, depth, key, again in visits:
        message = "" if again else _fault(text, node, depth, id(node) in repeated)
        if message:
            yield Problem(path, line_of(node, first_line), key, message)
        if isinstance(node, yaml.MappingNode) and not again:
            yield from _not_text_keys(path, first_line, node)


def _fault(text: str, node: Node, depth: int, repeated: bool) -> str:
    """What YAML allows and we do not, in Polish; an anchor and its aliases are one fault."""
    sign = text[node.start_mark.index : node.start_mark.index + 1]
    if repeated:
        return "„&” i „*” powtarzają tekst – wpisz go wprost w każdym miejscu"
    if sign in ("&", "!"):
        return f"„{sign}” na początku wartości – ujmij ją w cudzysłów"
    if isinstance(node, yaml.ScalarNode) and CONTROL.search(node.value):
        return "kod niewidocznego znaku po „\\” – usuń go"
    return f"więcej niż {DEPTH_LIMIT} poziomów – uprość zapis" if depth > DEPTH_LIMIT else ""


def _not_text_keys(path: str, first_line: int, node: yaml.MappingNode) -> Iterator[Problem]:
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            message = "klucz musi być słowem – usuń nawias albo „?” z początku wiersza"
            yield Problem(path, line_of(key, first_line), "", message)
        elif CONTROL.search(key.value) or "\n" in key.value:
            message = "kod niewidocznego znaku w kluczu – usuń go"
            yield Problem(path, line_of(key, first_line), "", message)
        elif key.value == "<<":
            message = "„<<” nie jest tu używane – wpisz klucze wprost"
            yield Problem(path, line_of(key, first_line), "", message)


def _walk(
    node: Node, depth: int, key: str, seen: set[int]
) -> Iterator[tuple[Node, int, str, bool]]:
    """Each node with its depth and key; one that an alias brings again is not entered again."""
    again = id(node) in seen
    yield node, depth, key, again
    seen.add(id(node))
    if again or depth > DEPTH_LIMIT:
        return
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            said = name.value if isinstance(name, yaml.ScalarNode) else ""
            yield from _walk(name, depth + 1, said, seen)
            yield from _walk(value, depth + 1, said, seen)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _walk(value, depth + 1, key, seen)
