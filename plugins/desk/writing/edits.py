"""What must be cut and put into a head's text so that it says something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import NamedTuple

import yaml

from plugins.desk.writing import emit
from plugins.desk.writing.emit import Plain
from plugins.desk.writing.heads import Keys, Node, plain_of


class Edit(NamedTuple):
    """``new`` in place of ``text[start:end]``."""

    start: int
    end: int
    new: str


class _Place(NamedTuple):
    """A mapping in a head's text, and the keys that may stand in it."""

    text: str
    node: yaml.MappingNode
    keys: Keys

    @property
    def column(self) -> int:
        return int(self.node.value[0][0].start_mark.column)


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text after the edits, none of which overlap; of two put in at one place, the later
    one comes before.
    """
    for edit in sorted(edits, key=lambda one: (one.start, one.end), reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def inside(
    text: str, root: yaml.MappingNode, keys: Keys, changes: Mapping[str, Plain | None]
) -> list[Edit]:
    """The fewest lines: entries of lists and keys of mappings are compared one by one."""
    return list(_mapping(_Place(text, root, keys), changes))


def whole(
    text: str, root: yaml.MappingNode, keys: Keys, changes: Mapping[str, Plain | None]
) -> list[Edit]:
    """Each changed key written anew, with all that is in it."""
    place = _Place(text, root, keys)
    known = {keys.name(name.value): (name, value) for name, value in reversed(root.value)}
    kept = {key: value for key, value in changes.items() if key in known}
    written = [_pair_anew(place, *known[key], value) for key, value in kept.items()]
    fresh = {key: value for key, value in changes.items() if key not in known}
    return [*written, *_added(place, fresh)]


def _mapping(place: _Place, changes: Mapping[str, Plain | None]) -> Iterator[Edit]:
    """The edits of one mapping; ``changes`` holds only what differs."""
    seen = set()
    for name, value in place.node.value:
        key = place.keys.name(name.value)
        if key in changes and key not in seen:
            yield from _pair(place, name, value, changes[key])
        seen.add(key)
    yield from _added(place, {key: changes[key] for key in changes if key not in seen})


def _pair(place: _Place, name: Node, node: Node, new: Plain | None) -> Iterator[Edit]:
    inner = place.keys.inside(name.value)
    if new is None or emit.is_empty(new) or isinstance(node, yaml.ScalarNode):
        yield _scalar(place, name, node, new)
    elif isinstance(node, yaml.MappingNode) and isinstance(new, dict) and not node.flow_style:
        yield from _mapping(_Place(place.text, node, inner), _differing(node, inner, new))
    elif isinstance(node, yaml.SequenceNode) and isinstance(new, list) and not node.flow_style:
        yield from _sequence(place.text, node, inner, new)
    else:
        yield _pair_anew(place, name, node, new)


def _differing(
    node: yaml.MappingNode, keys: Keys, new: dict[str, Plain]
) -> dict[str, Plain | None]:
    """What must change in a mapping so that it is ``new``."""
    old = plain_of(node, keys)
    assert isinstance(old, dict)
    gone: dict[str, Plain | None] = {key: None for key in old if key not in new}
    return {**gone, **{key: new[key] for key in new if new[key] != old.get(key)}}


def _scalar(place: _Place, name: Node, node: Node, new: Plain | None) -> Edit:
    """One line's value in its place, so that what stands after it in the line stays."""
    single = isinstance(node, yaml.ScalarNode) and node.style not in ("|", ">")
    if not single or not isinstance(new, str) or not new or "\n" in new:
        return _pair_anew(place, name, node, new)
    start, end = node.start_mark.index, node.end_mark.index
    if start == end:  # nothing stood here: the place that YAML gives is the colon's end
        colon = place.text.index(":", name.end_mark.index) + 1
        return Edit(colon, colon, f" {emit.scalar(new)}")
    return Edit(start, end, _quoted_alike(place.text[start], new))


def _quoted_alike(sign: str, text: str) -> str:
    """In the quotes that the officer chose, if they can hold it."""
    written = emit.scalar(text)
    alike = f"{sign}{text}{sign}"
    usable = sign in "\"'" and written == text and not set(text) & {sign, "\\"}
    return alike if usable else written


def _pair_anew(place: _Place, name: Node, node: Node, new: Plain | None) -> Edit:
    """A key with its value, from its own first sign to the end of its last line."""
    start, end = name.start_mark.index, _line_end(place.text, _extent(place.text, node, name))
    if new is None or emit.is_empty(new):
        return _removed(place, start, end)
    key = place.text[start : name.end_mark.index]
    lines = emit.block(name.value, new, place.column)[place.column :]
    lines = key + lines[len(emit.scalar(name.value)) :]
    first, rest = lines.split("\n", 1)
    return Edit(start, end, f"{first}{_comment(place.text, node, name)}\n{rest}")


def _comment(text: str, node: Node, name: Node) -> str:
    """What stood after a value of one line, or after its key, as a comment."""
    end = _extent(text, node, name)
    one_line = name.start_mark.line == text.count("\n", 0, end)
    place = end if one_line else text.index(":", name.end_mark.index) + 1
    rest = text[place : text.find("\n", place)] if "\n" in text[place:] else text[place:]
    return rest.rstrip() if rest.strip().startswith("#") else ""


def _removed(place: _Place, start: int, end: int) -> Edit:
    """A key's lines; of the first key after a dash, up to the next key, which takes its place."""
    line = place.text.rfind("\n", 0, start) + 1
    if not place.text[line:start].strip():
        return Edit(line, end, "")
    following = [k.start_mark.index for k, _ in place.node.value if k.start_mark.index >= end]
    return Edit(start, min(following, default=end), "")


def _added(place: _Place, fresh: Mapping[str, Plain | None]) -> Iterator[Edit]:
    """New keys, each behind the nearest of those that stand before it in the kind's table."""
    order = place.keys.order()
    rank = {key: number for number, key in enumerate(order)}
    pad = " " * place.column
    for key in sorted(fresh, key=lambda key: rank.get(key, len(order)), reverse=True):
        value = fresh[key]
        if value is not None and not emit.is_empty(value):
            lines = emit.block(key, value, place.column)
            after = _before(place, rank, rank.get(key, len(order)))
            if after is None:
                start = place.node.value[0][0].start_mark.index
                yield Edit(start, start, lines[place.column :] + pad)
            else:
                end = _line_end(place.text, after)
                yield Edit(end, end, lines if place.text[end - 1 : end] == "\n" else f"\n{lines}")


def _before(place: _Place, rank: Mapping[str, int], own: int) -> int | None:
    """Where the last pair ends whose key comes earlier in the table; None: there is none.

    A key that is in no table comes last of all.
    """
    known = [(place.keys.name(name.value), name, value) for name, value in place.node.value]
    earlier = [
        _extent(place.text, value, name)
        for key, name, value in known
        if (key in rank and rank[key] < own) or not rank
    ]
    return max(earlier, default=None)


def _sequence(text: str, node: yaml.SequenceNode, keys: Keys, new: list[Plain]) -> Iterator[Edit]:
    """The edits of a list: what is alike stays, the rest is paired off in order."""
    old = [plain_of(one, keys) for one in node.value]
    column = node.start_mark.column
    matcher = SequenceMatcher(None, [repr(one) for one in old], [repr(one) for one in new], False)
    for _, first, last, begin, end in matcher.get_opcodes():
        shared = min(last - first, end - begin)
        for step in range(shared):
            if old[first + step] != new[begin + step]:
                yield from _entry(text, node, first + step, keys, new[begin + step])
        for number in range(first + shared, last):
            yield Edit(*_span(text, node, number), "")
        added = "".join(emit.item(one, column) for one in new[begin + shared : end])
        if added:
            yield _put_in(text, node, first + shared, added)


def _entry(
    text: str, node: yaml.SequenceNode, number: int, keys: Keys, new: Plain
) -> Iterator[Edit]:
    """One entry of a list changed."""
    one, column = node.value[number], node.start_mark.column
    start, end = _span(text, node, number)
    if isinstance(one, yaml.MappingNode) and isinstance(new, dict) and not one.flow_style:
        yield from _mapping(_Place(text, one, keys), _differing(one, keys, new))
    elif isinstance(one, yaml.ScalarNode) and isinstance(new, str) and _in_line(one, new):
        sign = text[one.start_mark.index]
        yield Edit(one.start_mark.index, one.end_mark.index, _quoted_alike(sign, new))
    else:
        yield Edit(start, end, emit.item(new, column))


def _in_line(node: yaml.ScalarNode, new: str) -> bool:
    return bool(node.value) and node.style not in ("|", ">") and "\n" not in new


def _put_in(text: str, node: yaml.SequenceNode, number: int, lines: str) -> Edit:
    """Before the entry ``number``, or behind the last one."""
    if number:
        place = _span(text, node, number - 1)[1]
        return Edit(place, place, lines if text[place - 1] == "\n" else f"\n{lines}")
    place = _span(text, node, 0)[0]
    return Edit(place, place, lines)


def _span(text: str, node: yaml.SequenceNode, number: int) -> tuple[int, int]:
    """From the start of the line of an entry's dash to the end of its last line."""
    one, column = node.value[number], node.start_mark.column
    line = text.rfind("\n", 0, one.start_mark.index) + 1
    while text[line + column : line + column + 1] != "-" and line:
        line = text.rfind("\n", 0, line - 1) + 1
    return line, _line_end(text, _extent(text, one, None))


def _extent(text: str, node: Node, name: Node | None) -> int:
    """Where the last sign of a value stands; of an empty one, its colon or dash."""
    if isinstance(node, yaml.ScalarNode):
        if node.start_mark.index == node.end_mark.index and name is not None:
            return text.index(":", name.end_mark.index) + 1
        block = node.style in ("|", ">")
        return len(text[: node.end_mark.index].rstrip()) if block else node.end_mark.index
    if node.flow_style or not node.value:
        return int(node.end_mark.index)
    if isinstance(node, yaml.MappingNode):
        key, value = node.value[-1]
        return _extent(text, value, key)
    return _extent(text, node.value[-1], None)


def _line_end(text: str, place: int) -> int:
    """Behind the line that a place is in."""
    found = text.find("\n", place)
    return len(text) if found < 0 else found + 1


def by_line(text: str, edit: Edit) -> list[Edit]:
    """An edit narrowed to the lines in which it changes something."""
    old = _lines(text[edit.start : edit.end])
    new = _lines(edit.new)
    starts = [edit.start]
    for line in old:
        starts.append(starts[-1] + len(line))
    found = SequenceMatcher(None, old, new, False).get_opcodes()
    return [
        Edit(starts[i], starts[j], "".join(new[k:m]))
        for what, i, j, k, m in found
        if what != "equal"
    ]


def _lines(text: str) -> list[str]:
    """Lines with their ends; only a newline ends one, whatever else Unicode calls a line."""
    return [line for line in re.split(r"(?<=\n)", text) if line]
