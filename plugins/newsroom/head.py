"""A head of YAML becomes a tree of nodes that remember their lines.

Every scalar stays text (``CBaseLoader``): YAML 1.1 would turn ``17:00`` into 1020 and ``no``
into false. Anchors, aliases, tags, repeated keys and deep nesting are refused, because each
of them loses or multiplies text without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

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
    if not isinstance(root, yaml.MappingNode):
        message = "metryczka jest pusta albo nie ma kluczy – wpisz np. „tytuł: …”"
        raise Problems([Problem(path, first_line, "", message)])
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


_MESSAGES = (
    ("mapping values are not allowed", "dwukropek wewnątrz tekstu – ujmij tekst w cudzysłów"),
    ("cannot start any token", "znak, od którego wartość nie może się zaczynać – użyj cudzysłowu"),
    ("found unexpected end of stream", "cudzysłów nie jest zamknięty – dopisz zamykający"),
    ("found unexpected document indicator", "cudzysłów nie jest zamknięty – dopisz zamykający"),
    ("could not find expected ':'", "brak dwukropka po kluczu – zapisz „klucz: wartość”"),
    ("did not find expected key", "złe wcięcie albo tekst po cudzysłowie – wyrównaj wiersze"),
    ("did not find expected '-'", "złe wcięcie listy – wyrównaj myślniki"),
    ("did not find expected ',' or", "lista w nawiasie nie jest zamknięta – dopisz „]” albo „}”"),
    ("found undefined alias", "gwiazdka na początku wartości – ujmij tekst w cudzysłów"),
    ("found duplicate anchor", "znak „&” na początku wartości – ujmij tekst w cudzysłów"),
    ("found unknown escape", "ukośnik „\\” w cudzysłowie – użyj apostrofów zamiast cudzysłowu"),
    ("did not find expected alphabetic", "„&” albo „*” na początku wartości – ujmij w cudzysłów"),
    ("block sequence entries", "lista zaczyna się w wierszu klucza – przenieś myślnik niżej"),
    ("found undefined tag", "wykrzyknik na początku wartości – ujmij tekst w cudzysłów"),
)


def _translated(path: str, text: str, first_line: int, error: yaml.MarkedYAMLError) -> Problem:
    said = f"{error.problem}"
    message = next(
        (polish for english, polish in _MESSAGES if english in said),
        "nie rozumiem tego zapisu – sprawdź wcięcia, dwukropki i cudzysłowy",
    )
    scanning_quote = "quoted scalar" in f"{error.context}"
    mark = error.context_mark if scanning_quote and error.context_mark else error.problem_mark
    line = min(mark.line, text.rstrip("\n").count("\n")) if mark else 0
    shown = text.split("\n")[line] if text else ""
    if shown.startswith("\t") or re.match(r" *\t", shown):
        message = "tabulator na początku wiersza – użyj spacji"
    return Problem(path, line + first_line, "", message)


def _forbidden(path: str, text: str, first_line: int, root: Node) -> Iterator[Problem]:
    seen: set[int] = set()
    for node, depth, key in _walk(root, 1, ""):
        line = line_of(node, first_line)
        if id(node) in seen:
            yield Problem(
                path, line, key, "odwołanie „*” do innego miejsca – wpisz tekst drugi raz"
            )
        elif text[node.start_mark.index : node.start_mark.index + 1] in ("&", "!", "*"):
            sign = text[node.start_mark.index]
            yield Problem(path, line, key, f"„{sign}” na początku wartości – ujmij ją w cudzysłów")
        elif depth > DEPTH_LIMIT:
            yield Problem(path, line, key, f"więcej niż {DEPTH_LIMIT} poziomów – uprość zapis")
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            yield from _not_text_keys(path, first_line, node)


def _not_text_keys(path: str, first_line: int, node: yaml.MappingNode) -> Iterator[Problem]:
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            message = "klucz musi być słowem – usuń nawias albo „?” z początku wiersza"
            yield Problem(path, line_of(key, first_line), "", message)
        elif key.value == "<<":
            message = "„<<” nie jest tu używane – wpisz klucze wprost"
            yield Problem(path, line_of(key, first_line), "", message)


def _walk(node: Node, depth: int, key: str) -> Iterator[tuple[Node, int, str]]:
    yield node, depth, key
    if depth > DEPTH_LIMIT:
        return
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _walk(value, depth + 1, str(name.value))
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _walk(value, depth + 1, key)


_COMMENT = re.compile(r"[ \t]+#(?=\S)")


def swallowed(text: str, node: yaml.ScalarNode) -> bool:
    """Whether `` #`` cut an unquoted value short: ``tytuł: numer #1`` reads as „numer”."""
    if node.style is not None:
        return False
    rest = text[node.end_mark.index :].split("\n", 1)[0]
    return bool(node.value) and bool(_COMMENT.match(rest))
