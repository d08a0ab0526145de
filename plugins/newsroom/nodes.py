"""What a node of a head shows: that nothing stands there, or more or less than was meant."""

from __future__ import annotations

import re

import yaml

from plugins.newsroom.head import Node


def ran_on(text: str, node: yaml.ScalarNode) -> bool:
    """Whether the next item of a list, wrongly indented, was read as words of this one."""
    if node.style:
        return False
    lines = text[node.start_mark.index : node.end_mark.index].split("\n")[1:]
    return any(line.lstrip().startswith("- ") for line in lines)


def bulleted(text: str, node: yaml.ScalarNode) -> bool:
    """Whether a list was written with dashes of prose or bullets, which YAML reads as words."""
    if node.style or not re.match(r"[–—•·] ", node.value):
        return False
    return "\n" in text[: node.start_mark.index].rpartition(":")[2]


def swallowed(text: str, node: yaml.ScalarNode) -> bool:
    """Whether `` #`` cut an unquoted value short: ``tytuł: numer #1`` reads as „numer”."""
    if node.style:
        return False
    rest = text[node.end_mark.index :].split("\n", 1)[0]
    return bool(re.match(r"[ \t]+#(?=\S)" if not node.value else r"[ \t]+#", rest))


def is_empty(node: Node) -> bool:
    """Whether nothing stands here, as in a scaffold that was not filled in."""
    if isinstance(node, yaml.ScalarNode):
        return not node.value.strip()
    if isinstance(node, yaml.MappingNode):
        return all(is_empty(value) for _, value in node.value)
    return all(is_empty(one) for one in node.value)
