"""Why an output is made, in words: the difference between what it was made of and is now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum

import msgspec

from plugins.press.recipes import Parts


class Verdict(Enum):
    """What is wrong with an output that stands, or does not."""

    NEW = "nowy plik"
    GONE = "plik zniknął z folderu witryny"
    TOUCHED = "plik w folderze witryny zmienił ktoś inny"
    CHANGED = "zmieniły się dane"


_LONGEST = 60  # a longer list is one field: nobody would read which of its items
_FEW = 4

_record = msgspec.json.Decoder(dict[str, msgspec.Raw])
_list = msgspec.json.Decoder(list[msgspec.Raw])


def fields(encoded: bytes) -> dict[str, bytes]:
    """Each field of an encoded view, two levels deep.

    >>> sorted(fields(b'{"title":"A","report":{"body":"B"},"entries":[{"title":"C"}]}'))
    ['entries[0].title', 'report.body', 'title']
    """
    return dict(_named(encoded))


def _named(encoded: bytes) -> Iterator[tuple[str, bytes]]:
    if not encoded.startswith(b"{"):
        yield "widok", encoded
        return
    for name, raw in _record.decode(encoded).items():
        yield from _inner(name, bytes(raw))


def _inner(name: str, raw: bytes) -> Iterator[tuple[str, bytes]]:
    if raw.startswith(b"{"):
        yield from ((f"{name}.{key}", bytes(value)) for key, value in _record.decode(raw).items())
    elif raw.startswith(b"[{") and len(items := _list.decode(raw)) <= _LONGEST:
        for number, item in enumerate(items):
            for key, value in _record.decode(item).items():
                yield f"{name}[{number}].{key}", bytes(value)
    else:
        yield name, raw


def reason(old: Parts, new: Parts, was: bytes, now: bytes) -> str:
    """What changed between two recipes and two encoded views, as Polish clauses.

    Of a view that is not known, empty, nothing is said.
    """
    views = _of_view(fields(was), fields(now)) if was and now else ()
    clauses = (*_of_recipe(old, new), *views)
    return "; ".join(clauses) or Verdict.CHANGED.value


def _of_recipe(old: Parts, new: Parts) -> Iterator[str]:
    if old.get("make") != new["make"]:
        yield f"zmieniła się funkcja, która go tworzy: {', '.join(new['make'])}"
    for part, one, many in (
        ("template", "zmienił się szablon", "zmieniły się szablony"),
        ("code", "zmienił się kod", "zmieniły się pliki kodu"),
    ):
        if names := _changed(old.get(part, {}), new[part]):
            yield f"{one if len(names) == 1 else many} {_listed(names)}"
    for name in _changed(was := old.get("library", {}), now := new["library"]):
        yield (
            f"zmieniła się wersja biblioteki {name}: "
            f"{was.get(name) or 'brak'} → {now.get(name) or 'brak'}"
        )


def _of_view(was: Mapping[str, bytes], now: Mapping[str, bytes]) -> Iterator[str]:
    """The changed fields; many below one field are told as that field."""
    below: dict[str, list[str]] = {}
    changed = dict.fromkeys(name.removesuffix(".digest") for name in _changed(was, now))
    for name in changed:
        below.setdefault(name.partition(".")[0].partition("[")[0], []).append(name)
    names = [
        name for top, inner in below.items() for name in (inner if len(inner) < _FEW else [top])
    ]
    if names:
        yield f"zmieniły się dane: {_listed(names)}"


def _changed(was: Mapping[str, object], now: Mapping[str, object]) -> list[str]:
    return sorted(name for name in was.keys() | now.keys() if was.get(name) != now.get(name))


def _listed(names: list[str]) -> str:
    """At most four names, and how many more.

    >>> _listed(["a", "b"]), _listed(list("abcdefg"))
    ('a, b', 'a, b, c, d i jeszcze 3')
    """
    more = f" i jeszcze {len(names) - _FEW}" if len(names) > _FEW else ""
    return ", ".join(names[:_FEW]) + more
