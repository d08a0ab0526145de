"""What to write instead: advice for a value that does not fit its key."""

from __future__ import annotations

import re

import yaml

from plugins.newsroom import grammar
from plugins.newsroom.grammar import Slot
from plugins.newsroom.head import Node
from plugins.privacy.masks import hidden


def to_write(slot: Slot) -> str:
    """What to write for a key; of a list of entries, how the first one begins."""
    item = grammar.form(slot.type).item
    if item is None or not grammar.form(item).nested:
        return f"„{slot.key.name}: {slot.example}”"
    first, second = grammar.keys(grammar.form(item).scalar)[:2]
    entry = f"„- {first.key.name}: …” i „{second.key.name}: …”"
    return f"„{slot.key.name}:”, a pod nim pierwszy wpis: {entry}"


def bracketed(form: grammar.Form, node: Node) -> str:
    """A value in brackets: either they are a habit, or they belong to a text."""
    one = node.value[0] if isinstance(node, yaml.SequenceNode) and len(node.value) == 1 else None
    if isinstance(one, yaml.ScalarNode) and _reads(form, one.value) and not _is_words(form):
        return f"zbędny nawias – napisz „{one.value}”"
    return "nawias na początku wartości – ujmij ją w cudzysłów"


def unquoted(form: grammar.Form, text: str) -> str:
    """Quotation marks around what is no text, which YAML does not take for its own."""
    bare = text.strip("„”“’‘«»'\" ")
    return f"zbędny cudzysłów – napisz „{bare}”" if bare != text and _reads(form, bare) else ""


def _is_words(form: grammar.Form) -> bool:
    """Whether any text may stand there, so that its own brackets may too."""
    loose = ("tekst", "temat", "nazwa pliku")
    return bool(form.reads and (form.reads.torn or form.reads.shape in loose))


def _reads(form: grammar.Form, text: str) -> bool:
    try:
        form.parse(text)
    except ValueError:
        return False
    return True


def legible(message: str) -> str:
    """One line, in which what was written is quoted only as far as one needs to find it."""
    line = " ".join(hidden(message).split())
    return re.sub(r"„([^„”]{50})[^„”]{12,}”", r"„\1…”", line)
