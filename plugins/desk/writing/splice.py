"""A record's file with some keys changed: every other byte stays where it was.

Comments, order, unknown keys, line ends and a byte order mark survive, because the changed
keys are cut out and put in at the places that the YAML parser gives for them. The result is
read back before it is given away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.desk.writing import edits
from plugins.desk.writing.edits import Edit
from plugins.desk.writing.emit import Plain
from plugins.desk.writing.heads import Change, Keys, canonical, merged, plain_of, without_empty
from plugins.newsroom import head, source
from plugins.newsroom.parsing import UNIT
from plugins.problems import Problems

BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class _File:
    """A file's text with ``\\n`` ends, and where in it the head and the body are."""

    path: str
    text: str
    start: int
    end: int
    body: int
    first_line: int

    @property
    def head(self) -> str:
        return self.text[self.start : self.end]


def plain(path: str, data: bytes) -> dict[str, Plain]:
    """The head as it stands, under canonical keys; raises :class:`Problems`."""
    file = _taken(path, data)
    return _plain(file, file.head)


def body(path: str, data: bytes) -> str:
    """The text below the head, without the blank lines around it; raises :class:`Problems`."""
    file = _taken(path, data)
    return file.text[file.body :].strip("\n")


def edited(path: str, data: bytes, changes: Mapping[str, Change], body: str | None = None) -> bytes:
    """The file with these keys changed and, if given, this body.

    ``None`` or an empty value removes a key; keys that ``changes`` does not name stay as they
    are. A mapping inside works the same way, a list is given whole and compared entry by
    entry. New keys stand in the order of the kind's table. Raises :class:`Problems` if the
    file cannot be read.
    """
    file = _taken(path, data)
    new_head = _spliced(file, changes)
    new = [Edit(file.start, file.end, new_head)] if new_head != file.head else []
    new += _body_edits(file, body) if body is not None else []
    return _restored(data, [one for edit in new for one in edits.by_line(file.text, edit)])


def _taken(path: str, data: bytes) -> _File:
    text = source.decode(path, data)
    if path.endswith(f"/{UNIT}"):
        return _File(path, text, 0, len(text), len(text), 1)
    taken = source.split(path, text)
    starts = _line_starts(text)
    start = starts[taken.head_line - 1]
    body_at = starts[taken.body_line - 1] if taken.body_line <= len(starts) else len(text)
    return _File(path, text, start, start + len(taken.head), body_at, taken.head_line)


def _line_starts(text: str) -> list[int]:
    return [0, *(place + 1 for place, sign in enumerate(text) if sign == "\n")]


def _plain(file: _File, text: str) -> dict[str, Plain]:
    found = plain_of(head.compose(file.path, text, file.first_line), Keys.of(file.path))
    return without_empty(found) if isinstance(found, dict) else {}


def _spliced(file: _File, changes: Mapping[str, Change]) -> str:
    """The new head: key by key inside, else each changed key written anew as a whole."""
    keys = Keys.of(file.path)
    named = canonical(changes, keys)
    before = _plain(file, file.head)
    wanted = merged(before, named)  # type: ignore[arg-type]  # None inside means: removed
    assert isinstance(wanted, dict)
    real = {key: wanted.get(key) for key in named if wanted.get(key) != before.get(key)}
    if not real:
        return file.head
    root = head.compose(file.path, file.head, file.first_line)
    for found in (edits.inside, edits.whole):
        text = edits.applied(file.head, found(file.head, root, keys, real))
        if _reads_as(file, text, wanted):
            return text
    _plain(file, text)  # raises what is wrong with a value, such as an invisible sign
    raise RuntimeError(f"{file.path}: the changed head does not read back")


def _reads_as(file: _File, text: str, wanted: Plain) -> bool:
    try:
        return _plain(file, text) == wanted
    except Problems:
        return False


def _body_edits(file: _File, body: str) -> list[Edit]:
    """The body between its blank lines replaced; an empty one begins after a blank line."""
    old = file.text[file.body :]
    new = body.replace("\r\n", "\n").strip("\n")
    if new == old.strip("\n"):
        return []
    if not old.strip("\n"):
        gap = "" if file.text.endswith("\n") else "\n"
        return [Edit(len(file.text), len(file.text), f"{gap}{new}\n")]
    begin = file.body + len(old) - len(old.lstrip("\n"))
    return [Edit(begin, begin + len(old.strip("\n")), new)]


def _restored(data: bytes, changed: list[Edit]) -> bytes:
    """Edits of the decoded text made on the bytes that it was decoded from."""
    bom = BOM if data.startswith(BOM) else b""
    raw = data[len(bom) :].decode("utf-8")
    ends = "\r\n" if "\r\n" in raw else "\r" if "\r" in raw else "\n"
    places = _places(raw)
    for edit in sorted(changed, reverse=True):
        new = edit.new.replace("\n", ends)
        raw = raw[: places[edit.start]] + new + raw[places[edit.end] :]
    return bom + raw.encode("utf-8")


def _places(raw: str) -> list[int]:
    """Where each sign of the decoded text stands in the raw one, whose ``\\r\\n`` is two."""
    found = [
        place for place in range(len(raw)) if raw[place] != "\n" or raw[place - 1 : place] != "\r"
    ]
    return [*found, len(raw)]
