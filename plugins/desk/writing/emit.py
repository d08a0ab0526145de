"""Plain values become YAML as a press officer would write it.

Block style, two spaces a level, quotes only where YAML needs them: each text is written in the
first way that a YAML parser reads back as the same text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import yaml

Plain = str | list["Plain"] | dict[str, "Plain"]
"""What a head holds: texts, lists, mappings."""

STEP = "  "


def block(key: str, value: Plain, indent: int = 0) -> str:
    """One key with its value, whole lines; what is empty inside a value is left out.

    >>> print(block("prowadzący", ["asp. Jan Nowak, dzielnicowy: rejon 3"]), end="")
    prowadzący:
      - "asp. Jan Nowak, dzielnicowy: rejon 3"
    """
    return "".join(f"{' ' * indent}{line}\n" for line in _pair(key, value))


def item(value: Plain, indent: int = 0) -> str:
    """One entry of a list with its dash, whole lines.

    >>> print(item({"godz": "17:00", "punkt": "Otwarcie"}, 2), end="")
      - godz: 17:00
        punkt: Otwarcie
    """
    return "".join(f"{' ' * indent}{line}\n" for line in _item(value))


def is_empty(value: Plain | None) -> bool:
    """Whether nothing would be written.

    >>> is_empty({"plik": "", "opis": [""]})
    True
    """
    if isinstance(value, dict):
        return all(map(is_empty, value.values()))
    if isinstance(value, list):
        return all(map(is_empty, value))
    return not value


def _pair(key: str, value: Plain) -> Iterator[str]:
    name = scalar(key)
    if is_empty(value):
        yield f"{name}:"
    elif isinstance(value, str):
        first, *rest = scalar(value).split("\n")
        yield f"{name}: {first}"
        yield from rest
    else:
        yield f"{name}:"
        yield from (STEP + line for line in _inside(value))


def _inside(value: list[Plain] | dict[str, Plain]) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if not is_empty(inner):
                yield from _pair(key, inner)
    else:
        for inner in value:
            if not is_empty(inner):
                yield from _item(inner)


def _item(value: Plain) -> Iterator[str]:
    lines = scalar(value).split("\n") if isinstance(value, str) else list(_inside(value))
    indented = isinstance(value, str)  # a literal's own lines stand two spaces in already
    for number, line in enumerate(lines):
        yield f"- {line}" if not number else line if indented else STEP + line


def scalar(text: str) -> str:
    r"""One value, quoted if it must be; a text of several lines as a literal.

    >>> scalar("17:00"), scalar("nr 5 #1"), scalar("- w domu"), scalar('„A”: "b"')
    ('17:00', '"nr 5 #1"', '"- w domu"', '\'„A”: "b"\'')
    >>> print(scalar("jeden\ndwa"))
    |
      jeden
      dwa
    """
    return next(way for way in _ways(text) if _reads_back(way, text))


def _ways(text: str) -> Iterator[str]:
    if "\n" in text:
        lines = text.rstrip("\n").split("\n")
        yield "|\n" + "\n".join(STEP + line if line else "" for line in lines)
    else:
        yield text
        if '"' not in text and "\\" not in text:
            yield f'"{text}"'
        yield "'" + text.replace("'", "''") + "'"
    yield json.dumps(text)  # YAML's double quotes read what JSON escapes


def _reads_back(way: str, text: str) -> bool:
    """As a value, as an entry of a list and as a key's start, where each sign may mean more."""
    # What may follow decides too: a literal must not swallow the next key.
    for frame in (f"k: {way}\nl: m\n", f"- {way}\n- m\n"):
        try:
            root = yaml.compose(frame, Loader=yaml.CBaseLoader)
        except yaml.YAMLError:
            return False
        assert isinstance(root, yaml.MappingNode | yaml.SequenceNode)
        found = root.value[0][1] if isinstance(root, yaml.MappingNode) else root.value[0]
        if len(root.value) != 2 or not _is_text(found, text):
            return False
    return True


def _is_text(node: yaml.Node, text: str) -> bool:
    if not isinstance(node, yaml.ScalarNode) or node.tag != "tag:yaml.org,2002:str":
        return False
    return bool(node.value.rstrip("\n") == text.rstrip("\n"))
