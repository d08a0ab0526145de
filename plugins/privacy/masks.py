"""A message or a path as it may be shown: every number of a person in it is masked."""

from __future__ import annotations

import re
from functools import lru_cache

_PERHAPS = re.compile(r"[0-9](?:[^0-9]{0,3}[0-9]){5}|@|\\|&|(?![0-9])\d")
"""The shortest number of a person, that of an identity card, has six digits."""
_DATE = re.compile(
    r"(?<![0-9])(?<![0-9]\W)(?<![0-9]\W\W)(?<![0-9]\W\W\W)"
    r"[12][0-9]{3}-[01][0-9]-[0-3][0-9](?!\W{0,3}[0-9])"
)
"""A day that no digits stand near; half of all messages tell one."""
_TOLD = ("numer telefonu", "adres e-mail", "NIP")
_JOINTS = str.maketrans("/_", "  ")


@lru_cache(maxsize=16_384)
def hidden(message: str) -> str:
    """A message with every personal number in it masked.

    A phone and an address too, where it says what is wrong: after the dash stand examples.

    >>> hidden("„99721200017” nie jest liczbą – napisz np. 24")
    '„99…17” nie jest liczbą – napisz np. 24'
    >>> hidden("„tel. 601 234 567” to za mało – napisz np. 47 700 00 00")
    '„tel. 60…67” to za mało – napisz np. 47 700 00 00'
    """
    if not _PERHAPS.search(_DATE.sub("…", message)):
        return message
    advice = message.find(" – ")
    return _with_masks(message, len(message) if advice < 0 else advice)


def hidden_path(path: str) -> str:
    """A path with every number of a person masked; a joint of words parts a number too.

    >>> hidden_path("content/media/dowod_XYZ100001.pdf")
    'content/media/dowod_XY…01.pdf'
    """
    return _with_masks(path, 0) if _PERHAPS.search(path) else path


def _with_masks(text: str, told: int) -> str:
    """``told``: up to where also what only warns is masked."""
    from plugins.privacy.findings import every, masked  # its patterns are slow to compile
    from plugins.privacy.plain import plain

    read = plain(text)
    shown = text if len(text) == len(read) else read  # what was dropped hid a number perhaps
    spans = [
        one
        for kind, one in every(read.translate(_JOINTS))
        if kind.grave or (kind.what in _TOLD and one.start < told)
    ]
    for one in sorted(spans, key=lambda one: -one.start):
        shown = shown[: one.start] + masked(one.value) + shown[one.end :]
    return shown if spans else text
